"""Where an article quotes: pairs of quotation marks, paragraph by paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"[^\r\n]+")
_PAIRS = {"“": "”", "„": "“”", "«": "»"}
_MAX_SINGLE = 1000  # characters between single marks
_MIN_SINGLE = 2  # words between single marks, which are apostrophes elsewhere


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation; `start` and `end` take in the marks, `inner` doesn't."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Quotes:
    """All quotations of a text, in order, not overlapping, and its paragraphs."""

    all: tuple[Quote, ...]
    paragraphs: tuple[tuple[int, int], ...]

    def at(self, offset: int) -> Quote | None:
        """Return the quotation that an offset lies in."""
        index = bisect_right(self.all, offset, key=lambda quote: quote.start) - 1
        if index >= 0 and offset < self.all[index].end:
            return self.all[index]
        return None

    def paragraph_of(self, offset: int) -> int:
        """Return the index of the paragraph that an offset lies in, or the one before it."""
        return max(0, bisect_right(self.paragraphs, offset, key=lambda item: item[0]) - 1)


def find_quotes(text: str) -> Quotes:
    """Return the quotations of a text.

    A quotation left open at the end of a paragraph goes to that end; the next paragraph opens it
    again, as newspapers do. Inside double marks, single ones are left alone.
    """
    paragraphs = tuple((match.start(), match.end()) for match in _PARAGRAPH.finditer(text))
    found: list[Quote] = []
    for number, (low, high) in enumerate(paragraphs):
        at = low
        while at < high:
            pair = _next(text, at, high)
            if pair is None:
                break
            opening, closing = pair
            end = min(closing + 1, high)
            found.append(Quote(opening, end, opening + 1, min(closing, high), number))
            at = end
    return Quotes(tuple(found), paragraphs)


def _next(text: str, low: int, high: int) -> tuple[int, int] | None:
    """Return the offsets of the next opening and closing mark; `high` where it stays open."""
    for index in range(low, high):
        char = text[index]
        if char in _PAIRS:
            closers = _PAIRS[char]
            end = next((i for i in range(index + 1, high) if text[i] in closers), high)
            return index, end
        if char == '"' and _opens(text, index, high):
            end = next((i for i in range(index + 1, high) if text[i] in '"”'), high)
            return index, end
        if char in "'‘" and _opens(text, index, high):
            closing = _single_end(text, index, high, "'" if char == "'" else "’")
            if closing is not None:
                return index, closing
    return None


def _opens(text: str, index: int, high: int) -> bool:
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < high else " "
    return not before.isalnum() and not after.isspace()


def _single_end(text: str, index: int, high: int, mark: str) -> int | None:
    """Return where a single mark closes, if what it opens is a quotation."""
    for end in range(index + 2, min(high, index + _MAX_SINGLE)):
        if text[end] in '"“”':
            return None
        if text[end] == mark:
            after = text[end + 1] if end + 1 < high else " "
            plural = text[end - 1] == "s" and after == " "  # "the ministers' talks"
            if not after.isalnum() and not plural:
                enough = len(text[index + 1 : end].split()) >= _MIN_SINGLE
                return end if enough else None
    return None
