"""Parts of the day as stretches of the clock: `in the evening`, `before dawn`, `by noon`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from compare.language.facts.ordinals import ORDINAL
from compare.language.facts.when import MONTHS, WEEKDAYS

DAY = 1440
# From the first to the last minute that one may mean by it, on any day of the year; what runs past
# midnight ends on the next day.
_PARTS: tuple[tuple[str, int, int], ...] = (
    (r"dawn|daybreak|sunrise|first light", 180, 480),
    (r"morning", 0, 720),
    (r"noon|midday", 720, 720),
    (r"afternoon", 720, 1110),
    (r"dusk|sunset|nightfall", 960, 1350),
    (r"evening", 1020, DAY),
    (r"night", 1140, DAY + 420),
    (r"midnight", DAY, DAY),
)
_EVE = 1080  # "by the morning" may be the evening before
_AFTER_MIDNIGHT = (0, 360)
_OPENS = ("dawn", "daybreak", "sunrise", "first light", "morning")
_POINTS = ("noon", "midday", "midnight")  # "at noon" is a time of its own
_A_DAY = (
    rf"(?:\s+the)?\s+(?:[0-9]|{ORDINAL}|same\b|that\b|next\b|following\b"
    rf"|{'|'.join((*MONTHS, *WEEKDAYS))})"
)
# "From dawn to dusk" is a stretch of its own, "the night to Friday" a date, "the dawn of a new era"
# no time at all.
_NO_PART = (
    rf"(?!-|['’]|\s+(?:to|till|until|through|and|or|into|before|after)\b|\s+of\b(?!{_A_DAY}))"
)
_STRETCH = re.compile(
    r"\b(?P<prep>(?P<within>in|on|during)|at|(?P<end>before|until|till|by)|(?P<begin>from|since|after))"
    r"\s+(?P<the>the\s+)?(?P<adj>(?:very\s+)?(?:early|late|mid)[\s-])?"
    + "(?P<part>"
    + "|".join(f"(?P<p{i}>{pattern})" for i, (pattern, _, _) in enumerate(_PARTS))
    + rf")\b{_NO_PART}",
    re.IGNORECASE,
)
_JUST = re.compile(r"\b(?:shortly|just|soon|right|immediately|a\s+little)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the day in minutes; an open end is None."""

    start: int
    end: int
    core: int  # where the part itself begins
    low: int | None
    high: int | None

    def value(self) -> str:
        """Return the normal form, like `T17:00/T24:00`."""
        low, high = self.low or 0, DAY if self.high is None else self.high
        return "/".join(f"T{minute // 60:02}:{minute % 60:02}" for minute in (low, high))


def day_parts(text: str, is_time: Callable[[int, int], bool]) -> Iterator[Stretch]:
    """Yield the parts of the day in a text.

    :param is_time: says of the offsets of a preposition and of a part whether they belong together
    """
    for match in _STRETCH.finditer(text):
        if _means_time(match) and is_time(match.start("prep"), match.start("part")):
            index = next(i for i in range(len(_PARTS)) if match[f"p{i}"])
            low, high = _bounds(match, _PARTS[index][1:])
            bounded = match["end"] or match["begin"]
            start = match.start() if bounded else match.start("adj" if match["adj"] else "part")
            yield Stretch(start, match.end(), match.start("part"), low, high)


def _means_time(match: re.Match[str]) -> bool:
    prep, part = match["prep"].lower(), match["part"].lower()
    if match["within"] and not (match["the"] or match["adj"]):
        return False
    if part in _POINTS and not match["end"] and not (part == "midnight" and prep == "after"):
        return False
    if part in _POINTS and _JUST.search(match.string, 0, match.start()):
        return False  # "shortly before noon"
    return (prep, part) != ("by", "night")


def _bounds(match: re.Match[str], stretch: tuple[int, int]) -> tuple[int | None, int | None]:
    first, last = stretch
    part = match["part"].lower()
    if match["end"]:
        return (_EVE, DAY + last) if part in _OPENS else (None, last)
    if match["begin"]:
        return _AFTER_MIDNIGHT if part == "midnight" else (first, None)
    return first, last
