"""Where lines stand on pages, and what follows: reading order, running heads, paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_GUTTER = 8.0  # points of white from top to bottom that part two columns
_COLUMN_LINES = 3  # a column has at least so many lines
_MARGIN_LINES = 3  # lines at the top and the bottom of a page that may be a running head or foot
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|seite)?\s*[-–—|\[(]*\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—|\])]*"
    r"(?:\s*(?:of|/|von|sur|de)\s*\d{1,4})?",
    re.IGNORECASE,
)
# First halves after which a hyphen at the line end belongs to the word: "long-/term".
_FIRST_HALVES = """
self well long short high low half ex vice co non anti pro so cross first second third one two
three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety all
post pre multi semi quasi north south east west
"""
_KEEP_HYPHEN = frozenset(_FIRST_HALVES.split())
_ENDS = re.compile(r"[.!?…:;][\"'”’)\]]*$")
_BULLET = re.compile(r"^(?:[•●▪◦‣–—*-]|\(?[0-9a-z]{1,3}[.)])\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; points from the lower left corner."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float


def reading_order(lines: Sequence[Line]) -> list[Line]:
    """Return the lines in the order they are read: heads across the page, then column by column."""
    if len(lines) < 2 * _COLUMN_LINES:
        return _downwards(lines)
    cut = _gutter(lines)
    if cut is not None:
        left = [line for line in lines if line.x1 <= cut]
        right = [line for line in lines if line.x1 > cut]
        return reading_order(left) + reading_order(right)
    rows = _downwards(lines)
    # What spans the columns stands above them (a title) or below (a footnote): peel it off.
    for index in range(1, len(rows) - 2 * _COLUMN_LINES + 1):
        if _gutter(rows[index:]) is not None:
            return rows[:index] + reading_order(rows[index:])
    for index in range(len(rows) - 1, 2 * _COLUMN_LINES - 1, -1):
        if _gutter(rows[:index]) is not None:
            return reading_order(rows[:index]) + reading_order(rows[index:])
    return rows


def _downwards(lines: Sequence[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (-round(line.y1), line.x0))


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return where a white strip parts the lines into two columns, if one does."""
    reach, best, width = -1.0e9, None, _GUTTER
    for count, line in enumerate(sorted(lines, key=lambda line: line.x0)):
        gap = line.x0 - reach
        if _COLUMN_LINES <= count <= len(lines) - _COLUMN_LINES and gap >= width:
            best, width = reach + gap / 2, gap
        reach = max(reach, line.x1)
    return best


def running_lines(pages: Sequence[Sequence[Line]]) -> dict[int, str]:
    """Return `id` of each line that is a page number or a running head or foot, with the reason.

    A running line stands at the edge of a page, with nothing but such lines beyond it, and comes
    again at the same height, figures apart, on at least half of the pages and on at least two.
    """
    counts: Counter[tuple[str, int]] = Counter()
    for page in pages:
        rows = _downwards(page)
        counts.update({_form(line) for line in (*rows[:_MARGIN_LINES], *rows[-_MARGIN_LINES:])})
    found: dict[int, str] = {}
    for page in pages:
        rows = _downwards(page)
        for edge in (rows[:_MARGIN_LINES], rows[: -_MARGIN_LINES - 1 : -1]):
            for line in edge:
                number = _PAGE_NUMBER.fullmatch(line.text) is not None
                again = len(pages) > 1 and counts[_form(line)] >= max(2, len(pages) / 2)
                if not number and not again:
                    break
                found[id(line)] = "page number" if number else "running head"
    return found


def _form(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text.casefold()), round(line.y1 / 3)


def join_paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """Give the paragraphs: lines are joined, also across pages, and words parted at line ends."""
    lines = [(line, number) for number, page in enumerate(pages) for line in page]
    if not lines:
        return
    steps = [
        above.y1 - line.y1
        for (above, page), (line, other) in pairwise(lines)
        if page == other and 0 < above.y1 - line.y1 < 60
    ]
    usual = median(steps) if steps else 0.0
    heights = median(line.y1 - line.y0 for line, _ in lines)
    widest = max(line.x1 - line.x0 for line, _ in lines)
    known = set(re.findall(r"[\w-]+", " ".join(line.text for line, _ in lines).lower()))
    text = lines[0][0].text
    for (above, page), (line, other) in pairwise(lines):
        if _breaks(above, line, page == other, usual, heights, widest):
            yield text
            text = line.text
        else:
            text = _joined(text, line.text, known)
    yield text


def _breaks(
    above: Line, line: Line, same_page: bool, usual: float, height: float, widest: float
) -> bool:
    """Say whether a paragraph ends between two lines that follow each other."""
    if _BULLET.match(line.text):
        return True
    ended = bool(_ENDS.search(above.text))
    if not same_page or line.y1 > above.y1:  # a new page or column
        return ended or (line.text[:1].isupper() and above.x1 - above.x0 < 0.7 * widest)
    step = above.y1 - line.y1
    size = line.y1 - line.y0
    if abs(size - (above.y1 - above.y0)) > 0.25 * height:
        return True
    if step > 1.35 * usual and step > 1.5 * size:
        return True
    indented = line.x0 - above.x0 > 6
    return ended and (indented or above.x1 < line.x1 - 0.15 * widest)


def _joined(text: str, following: str, known: set[str]) -> str:
    """Join two lines; a word parted by a hyphen becomes one, unless the hyphen is its own."""
    match = re.search(r"(\w+)[-\u2010\u00ad]$", text)
    if match is None or not following[:1].islower():
        return f"{text} {following}"
    first = match.group(1)
    second = re.match(r"\w+", following)
    rest = second.group() if second else ""
    if text.endswith("\u00ad"):
        return text[:-1] + following
    kept = f"{first}-{rest}".lower() in known
    whole = f"{first}{rest}".lower() in known
    if kept or (not whole and first.lower() in _KEEP_HYPHEN):
        return text + following
    return text[:-1] + following
