"""Dates that make one stretch: `from Monday to Wednesday`, `the week to 8 March`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from compare.language.facts.when import WEEKDAYS, Found, When, days, month

_TO = re.compile(r"\s+(?:to|until|till|(?P<through>through))\s+(?:the\s+)?", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
_UP_TO = re.compile(
    r"(?:\b(?:in|over|during|for|of|than)\s+)?"
    r"\b(?P<core>the\s+(?P<unit>week|month|quarter|year)"
    r"\s+(?:(?:(?P<ends>ending)|ended)(?:\s+on)?|to))"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"[0-9]{4}")


def stretches(
    text: str, found: Sequence[Found], today: date | None, moved: Callable[[int], bool]
) -> Iterator[Found]:
    """Yield the stretches that the dates of a text make together.

    :param moved: says of an offset whether something is moved there from one date to another
    """
    for start, end, when in found:
        up_to = _UP_TO.search(text, 0, start)
        if up_to is not None and (up_to["ends"] or up_to.start() < up_to.start("core")):
            yield up_to.start("core"), end, _up_to(when, up_to["unit"].lower())
        for begun, stop, last in found:
            gap = _TO.fullmatch(text, end, begun) if begun > end else None
            if gap is None or not (gap["through"] or _FROM.search(text, 0, start)):
                continue
            whole = _whole(when, last, text[begun:stop], today)
            if whole is not None and not moved(start):
                yield start, stop, whole


def _whole(first: When, last: When, name: str, today: date | None) -> When | None:
    """Return the days from one date to another, one of them moved where its name allows."""
    if first.first is None or last.first is None or last.last is None:
        return When(f"{first.value}/{last.value}")
    start, end = first.first, last.last
    if end < start and name.lower().startswith(WEEKDAYS):
        if today is not None and end < today:  # it is over
            start -= timedelta(days=7)
        else:
            end += timedelta(days=7)
    elif end < start and not _YEAR.search(name):
        end = _next_year(last.first, end)
    return days(start, end, first.vague or last.vague) if end > start else None


def _next_year(first: date, last: date) -> date:
    """Return the last day of a stretch a year on; a month stays a whole one."""
    whole = month(last.year, last.month)
    later = month(last.year + 1, last.month)
    if (first, last) == (whole.first, whole.last) and later.last is not None:
        return later.last
    return last + timedelta(days=365)


def _up_to(when: When, unit: str) -> When:
    """Return the week, month, quarter or year that ends with a date."""
    if when.first is None or when.last is None:
        return When(f"{when.value}:{unit}")
    last = when.last
    if unit == "week":
        return days(last - timedelta(days=6), last)
    count = {"month": 1, "quarter": 3, "year": 12}[unit]
    after = last + timedelta(days=1)
    begun = month(after.year, after.month - count)
    if begun.first is None or begun.last is None:  # month() always sets them
        return when
    return days(min(begun.first + timedelta(days=after.day - 1), begun.last), last)
