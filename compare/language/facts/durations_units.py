"""Units of time in minutes, and how they are written."""

from __future__ import annotations

import re

HOUR, DAY = 60.0, 1440.0
MONTH = 30.4375 * DAY  # of the Julian year, so that 12 months are a year
# A month said is 30 or 31 days, a year 360 ("twelve months") to 366: bounds as shares of the mean.
CALENDAR_LOW, CALENDAR_HIGH = 30 / 30.4375, 31 / 30.4375
CALENDAR = re.compile(r"month|year|decade|centur|quarter(?!s? of an)", re.IGNORECASE)
MINUTES = {
    "second": 1 / 60,
    "minute": 1.0,
    "hour": HOUR,
    "day": DAY,
    "night": DAY,
    "week": 7 * DAY,
    "fortnight": 14 * DAY,
    "month": MONTH,
    "quarter": 3 * MONTH,
    "year": 12 * MONTH,
    "decade": 120 * MONTH,
    "century": 1200 * MONTH,
}
_SHORT = {
    "sec": "second",
    "min": "minute",
    "mins": "minute",
    "hr": "hour",
    "hrs": "hour",
    "h": "hour",
    "wk": "week",
    "yr": "year",
    "yrs": "year",
}
SPELLED = {unit: unit for unit in MINUTES} | _SHORT
SPELLED |= {f"{unit}s": unit for unit in MINUTES} | {"centuries": "century"}
UNIT_WORDS = "|".join(sorted(SPELLED, key=len, reverse=True))
NOT_LENGTH = re.compile(r"\s*(?:ago|earlier|before|old|hence|into)\b", re.IGNORECASE)
# "Nine days later" is how long after something else.
LATER = re.compile(r"\s+later\b", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def in_months(value: str) -> bool:
    """Say whether a length of time, by its normal form, was told in months or years."""
    numbers = [float(number) for number in _NUMBER.findall(value)]
    return (
        bool(numbers)
        and all(number >= MONTH / 2 for number in numbers)
        and not any(number % (MONTH / 4) for number in numbers)
    )
