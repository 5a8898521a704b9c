"""Lines of a text with their offsets, and the text that is left when stretches are cut out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compare.sources.records import Dropped


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch to leave out; offsets in code points, `end` exclusive."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line with something in it, and where it stands without the white space around it."""

    start: int
    end: int
    text: str
    after_blank: bool  # the first line, or an empty line stands before it
    before_blank: bool


def text_lines(text: str) -> list[TextLine]:
    """Return the lines that aren't blank."""
    found: list[TextLine] = []
    rows = [(m.start(), m.group()) for m in re.finditer(r"[^\r\n]+|\r?\n|\r", text)]
    blank = True
    newlines = 0
    for start, row in rows:
        if row in ("\n", "\r\n", "\r"):
            newlines += 1
            continue
        body = row.strip()
        if not body:
            continue
        blank = newlines > 1 or not found
        newlines = 0
        if blank and found:
            last = found[-1]
            found[-1] = TextLine(last.start, last.end, last.text, last.after_blank, True)
        low = start + len(row) - len(row.lstrip())
        found.append(TextLine(low, low + len(body), body, blank, False))
    if found:
        last = found[-1]
        found[-1] = TextLine(last.start, last.end, last.text, last.after_blank, True)
    return found


def cut_out(text: str, cuts: Iterable[Cut]) -> tuple[str, tuple[Dropped, ...]]:
    """Return the text without the cuts, otherwise letter for letter, and what was dropped.

    Cuts may overlap; the first to begin wins. A line that is cut whole goes with its line end.
    """
    parts: list[str] = []
    dropped: list[Dropped] = []
    at = 0
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end)):
        if cut.start < at or cut.end <= cut.start:
            continue
        if cut.start > at:
            parts.append(text[at : cut.start])
        dropped.append(Dropped(text[cut.start : cut.end].strip(), cut.reason))
        at = cut.end
        begins = not parts or parts[-1].endswith("\n")
        if begins:
            rest = re.compile(r"[ \t]*(?:\r?\n|\r|\Z)").match(text, at)
            at = rest.end() if rest is not None else at
            if rest is None:  # the line goes on: it shall not begin with a blank
                at += len(text[at:]) - len(text[at:].lstrip(" \t"))
    if not dropped:
        return text, ()
    parts.append(text[at:])
    return "".join(parts).strip(), tuple(dropped)


def paragraphs(lines: Iterable[TextLine]) -> Iterator[list[TextLine]]:
    """Give the lines between empty lines together."""
    group: list[TextLine] = []
    for line in lines:
        if line.after_blank and group:
            yield group
            group = []
        group.append(line)
    if group:
        yield group
