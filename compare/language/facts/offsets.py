"""Days counted from a date: `two days after Christmas` is the 27th of December, and no length."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from compare.language.facts.records import Fact
from compare.model import Span

_FROM = re.compile(r"(?:after|following)\b", re.IGNORECASE)
_DAY = 1440  # minutes
_MOST = 28  # days; months are not of one length


def counted_days(text: str, times: Sequence[Fact]) -> list[Fact]:
    """Return dates and lengths of time with those made one that say how far a day is from a date.

    :param times: dates and lengths of time, with offsets into `text`
    """
    found = list(times)
    for length in times:
        days = _whole_days(length)
        anchor = next((fact for fact in times if _begins_behind(text, length, fact)), None)
        if not days or anchor is None:
            continue
        base = anchor.low if anchor.low is not None else anchor.high
        if base is None:  # "two weeks after Easter"
            found.remove(length)
        elif anchor.unit == "day":
            found.remove(length)
            found[found.index(anchor)] = _counted(length, anchor, base + days)
    return found


def _whole_days(length: Fact) -> int:
    """Return how many days a length of time is; 0 where it is none, or none that can be counted."""
    if length.kind != "duration" or length.low is None or length.low != length.high:
        return 0
    days = length.low / _DAY
    return int(days) if days % 1 == 0 and days <= _MOST else 0


def _begins_behind(text: str, length: Fact, fact: Fact) -> bool:
    gap = text[length.span.end : fact.span.start]
    told = _FROM.match(text, fact.span.start)
    return fact.kind == "date" and gap.isspace() and told is not None


def _counted(length: Fact, anchor: Fact, day: float) -> Fact:
    """Return the day that is so many days from a date."""
    return replace(
        anchor,
        span=Span(length.span.start, anchor.span.end),
        value=date.fromordinal(int(day)).isoformat(),
        low=day,
        high=day,
    )
