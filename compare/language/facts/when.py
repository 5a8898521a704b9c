"""Stretches of the calendar: the value a date is read to, and arithmetic on it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from compare.language.facts.wordlist import listed

Part = Literal[
    "",
    "early",
    "mid",
    "late",
    "end",
    "first half",
    "second half",
    "first week",
    "second week",
    "third week",
    "fourth week",
    "last week",
]

MONTHS = listed(
    "january february march april may june july august september october november december"
)
WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # first month, north
FURTHEST = 400 * 366  # days from the statement beyond which nothing is resolved


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of days, or a normal form that couldn't be resolved to days."""

    value: str
    first: date | None = None
    last: date | None = None
    vague: bool = False


Found = tuple[int, int, When]  # start and end in the text
# What a handler gets: the match, the statement's date, and the date that a name without a year
# is to be near to (later when the clause looks ahead, earlier when it looks back).
Handler = Callable[[re.Match[str], "date | None", "date | None"], "When | None"]


def anchor(iso: str) -> date | None:
    """Return the date of a statement, or None when it has none that can be used."""
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return None
    return day if 1000 <= day.year <= 9000 else None


def days(first: date, last: date, vague: bool = False) -> When:
    """Return a stretch under its shortest name: day, month, year, or first/last day."""
    if first == last:
        value = first.isoformat()
    elif first.day == 1 and last == month(first.year, first.month).last:
        value = f"{first.year:04}-{first.month:02}"
    elif (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and (
        first.year == last.year
    ):
        value = f"{first.year:04}"
    else:
        value = f"{first.isoformat()}/{last.isoformat()}"
    return When(value, first, last, vague)


def month(year: int, number: int) -> When:
    """Return a month; numbers outside 1-12 run into the years beside it."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    last = date(year, number, monthrange(year, number)[1])
    return When(f"{year:04}-{number:02}", date(year, number, 1), last)


def year(number: int) -> When:
    """Return a calendar year."""
    return When(f"{number:04}", date(number, 1, 1), date(number, 12, 31))


def months(year_: int, first: int, count: int) -> When:
    """Return a run of months, such as a season or a quarter."""
    start, end = month(year_, first).first, month(year_, first + count - 1).last
    if start is None or end is None:  # month() always sets them
        return When(f"{year_:04}-{first:02}")
    return days(start, end)


def moved(day: date, by: int) -> date | None:
    """Return the day some days later, or None when that is out of reach."""
    return day + timedelta(days=by) if abs(by) <= FURTHEST else None


def nearest_day(today: date, month_: int, day: int) -> date | None:
    """Return the day of that name closest to today, or None when there is no such day."""
    found = []
    for year_ in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(date(year_, month_, day))
        except ValueError:
            continue
    return min(found, key=lambda item: abs((item - today).days), default=None)


def nearest_month(today: date, month_: int, direction: int = 0) -> When:
    """Return the month of that name closest to today, or the next or last one.

    :param direction: 1 for the next, -1 for the last, 0 for the closest
    """
    if direction > 0:
        return month(today.year + (month_ <= today.month), month_)
    if direction < 0:
        return month(today.year - (month_ >= today.month), month_)
    distance = (month_ - today.month + 5) % 12 - 5  # -5 … 6 months from now
    return month(today.year, today.month + distance)


def part_of(when: When, part: Part) -> When:
    """Narrow a stretch: to a third, to its last sixth for `end`, to a half or to a week."""
    if not part:
        return when
    if when.first is None or when.last is None:
        return When(f"{when.value}:{part}", vague=when.vague)
    length = (when.last - when.first).days + 1
    if part.endswith("week"):
        return _week_of(when.first, when.last, part) if length > 7 else when
    if length == 7 and part in _OF_WEEK:
        begins, ends = _OF_WEEK[part]
        return days(when.first + timedelta(days=begins), when.first + timedelta(days=ends))
    third, sixth = max(1, length // 3), max(1, length // 6)
    if part.endswith("half") and length > 1:
        middle = when.first + timedelta(days=length // 2)
        halves = (when.first, middle - timedelta(days=1)), (middle, when.last)
        return days(*halves[part == "second half"])
    if part == "early":
        return days(when.first, when.first + timedelta(days=third - 1))
    if part == "mid":
        first = when.first + timedelta(days=(length - third) // 2)
        return days(first, first + timedelta(days=third - 1))
    return days(when.last - timedelta(days=(third if part == "late" else sixth) - 1), when.last)


# Of a week, from which day to which, Monday being 0.
_OF_WEEK: dict[Part, tuple[int, int]] = {
    "early": (0, 1),
    "mid": (1, 3),
    "late": (3, 6),
    "end": (4, 6),
}
_WEEKS: tuple[Part, ...] = ("first week", "second week", "third week", "fourth week")


def _week_of(first: date, last: date, part: Part) -> When:
    """Return the seven days that make the second week of a stretch, or its last."""
    if part == "last week":
        return days(last - timedelta(days=6), last)
    start = first + timedelta(days=7 * _WEEKS.index(part))
    return days(start, min(start + timedelta(days=6), last))
