"""Dates as days of a year, for statements without a date and names without a year."""

from __future__ import annotations

import re
from datetime import date
from typing import get_args

from compare.language.facts import Fact
from compare.language.facts.when import SEASONS, Part, When, days, months, part_of

Bounds = tuple[float | None, float | None]

_LEAP = 2000  # any leap year
_DECEMBER, _YEAR_DAYS = 336, 366  # its first day in a leap year, and the last
_SIGN = r"(?P<sign><=|>=)?"
_PART = r"(?::(?P<part>[a-z][a-z ]*))?"
_DAYS = re.compile(
    rf"{_SIGN}(?:\d{{4}}|-)-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:/(?:\d{4}|-)-(?P<last_month>\d\d)-(?P<last_day>\d\d))?"
)
_MONTH = re.compile(rf"{_SIGN}(?:\d{{4}}|-)-(?P<month>\d\d)(?:[+-]1)?{_PART}")
_SEASON = re.compile(rf"{_SIGN}season:(?P<season>[a-z]+)(?:[+-]1)?{_PART}")
_QUARTER = re.compile(rf"{_SIGN}(?:year(?P<shift>[+-]\d+):)?quarter:?(?P<quarter>[1-4]){_PART}")
_HALF = re.compile(rf"{_SIGN}(?:year(?P<shift>[+-]\d+):)?half:?(?P<half>[12]){_PART}")
_YEAR = re.compile(rf"{_SIGN}year(?P<shift>[+-]\d+)(?::(?P<month>\d\d))?{_PART}")
_SHIFT = re.compile(r"(?:<=|>=)?year(?P<shift>[+-]\d+)(?::|$)")
_NO_YEAR = re.compile(r"(?:<=|>=)?--[01]")  # "--12-25"
_DAY_ALONE = re.compile(r"(?:---|(?:\d{4}|-)-\d\d-)(?P<day>\d\d)")
_LOOSE = re.compile(r"(?:day|week|weekend|month|quarter|year|decade)[+-][01]")  # this, last, next
_PARTS: dict[str, Part] = {part: part for part in get_args(Part)}


def days_of_year(fact: Fact) -> Bounds | None:
    """Return the days of the year that a date allows; None where it names none.

    Those of a whole year run from 1 to 366, and those of a winter past its end.
    """
    when = _when(fact.value)
    if when is None or when.first is None or when.last is None:
        return None
    first, last = (float((day - date(_LEAP, 1, 1)).days + 1) for day in (when.first, when.last))
    if fact.value.startswith("<=") and fact.value.endswith(":mid"):
        last = (first + last) / 2  # "by the middle of May"
    return (
        None if fact.value.startswith("<=") else first,
        None if fact.value.startswith(">=") else last,
    )


def year_shift(fact: Fact) -> int | None:
    """Return how many years after the statement's own a date lies, where that is all it says."""
    found = _SHIFT.match(fact.value)
    return int(found["shift"]) if found else None


def shifts_of(one: Fact, other: Fact) -> tuple[int | None, int | None]:
    """Return how many years after the statement's own two dates lie, as far as it is known.

    Beside "next year", December, and what is to be done before Christmas, is no later than this
    year's.
    """
    mine, theirs = year_shift(one), year_shift(other)
    if mine is None and theirs is not None and theirs > 0 and _ends_a_year(one):
        mine = 0
    elif theirs is None and mine is not None and mine > 0 and _ends_a_year(other):
        theirs = 0
    return mine, theirs


def _ends_a_year(fact: Fact) -> bool:
    """Say whether a date without a year is in December, or a deadline that is."""
    days = days_of_year(fact) if _NO_YEAR.match(fact.value) else None
    if days is None or days[1] is None:
        return False
    return (days[1] if days[0] is None else days[0]) >= _DECEMBER and days[1] <= _YEAR_DAYS


def day_of_month(fact: Fact) -> int | None:
    """Return the day of the month that a date is, whether its month is known or not."""
    found = _DAY_ALONE.fullmatch(fact.value)
    return int(found["day"]) if found else None


def of_any_month(one: Fact, other: Fact) -> bool:
    """Say whether two dates are days of a month, and the month of one isn't known."""
    alone = one.value.startswith("---") or other.value.startswith("---")
    return alone and day_of_month(one) is not None and day_of_month(other) is not None


def is_unanchored(fact: Fact) -> bool:
    """Say whether a date counts from a statement's own, which isn't known: `last month`."""
    return fact.kind == "date" and _LOOSE.fullmatch(fact.value) is not None


def _when(value: str) -> When | None:
    """Return what a normal form stands for, in a leap year."""
    found = _DAYS.fullmatch(value)
    if found:
        return _from_days(found)
    for pattern in (_MONTH, _SEASON, _QUARTER, _HALF, _YEAR):
        found = pattern.fullmatch(value)
        if found:
            part = found["part"] or ""
            whole = _whole(found.groupdict())
            return part_of(whole, _PARTS[part]) if whole and part in _PARTS else None
    return None


def _from_days(found: re.Match[str]) -> When | None:
    month, last_month = int(found["month"]), int(found["last_month"] or found["month"])
    day, last_day = int(found["day"]), int(found["last_day"] or found["day"])
    try:
        first = date(_LEAP, month, day)
        last = date(_LEAP + (last_month < month), last_month, last_day)
    except ValueError:
        return None
    return days(first, last) if first <= last else None


def _whole(named: dict[str, str | None]) -> When | None:
    """Return the month, season, quarter, half or whole year that some groups name."""
    if month := named.get("month"):
        return months(_LEAP, int(month), 1) if 1 <= int(month) <= 12 else None
    if season := named.get("season"):
        return months(_LEAP, SEASONS[season], 3) if season in SEASONS else None
    if quarter := named.get("quarter"):
        return months(_LEAP, 3 * int(quarter) - 2, 3)
    if half := named.get("half"):
        return months(_LEAP, 6 * int(half) - 5, 6)
    return months(_LEAP, 1, 12)
