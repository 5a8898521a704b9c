"""Dates of different grain: `in March`, `earlier this year`; `tomorrow`, `in the coming days`.

These hold where the statement's own day isn't known, so that dates have no bounds. What lies in a
coarser date can be the same; nothing here makes two dates differ.
"""

from __future__ import annotations

import re

from compare.language.facts import Fact
from compare.relation.comparers.yearly import days_of_year

# How many of a unit may lie ahead, or back, within a coarse date.
_COARSE: dict[str, dict[str, int]] = {
    "days": {"day": 10, "night": 10, "weekend": 1},
    "weeks": {"day": 42, "night": 42, "weekend": 6, "week": 6, "month": 1},
    "months": {"day": 183, "weekend": 26, "week": 26, "month": 6, "quarter": 2},
    "years": {"week": 260, "month": 60, "quarter": 20, "year": 5},
}
_REACH = re.compile(r"(?P<way>coming|recent) (?P<units>days|weeks|months|years)")
_COUNTED = re.compile(r"(?P<unit>day|night|weekend|week|month|quarter|year)(?P<by>[+-]\d{1,3})")
_WEEKDAY = re.compile(r"weekday:\d")
_THIS_OR_LAST_YEAR = re.compile(r"year(?:\+0|-1)")
_OF_NO_YEAR = re.compile(r"--[01]|season:|quarter:|half:")
_LONG_AGO = ("years ago", "decades ago")
_YEAR = re.compile(r"[12]\d{3}")


def within_the_other(one: Fact, other: Fact) -> bool:
    """Say whether one of two dates that have no bounds lies in the other, coarser one."""
    return _lies_in(one, other.value) or _lies_in(other, one.value)


def _lies_in(fine: Fact, coarse: str) -> bool:
    if _THIS_OR_LAST_YEAR.fullmatch(coarse):
        return _OF_NO_YEAR.match(fine.value) is not None and days_of_year(fine) is not None
    if coarse in _LONG_AGO:
        return _YEAR.fullmatch(fine.value) is not None
    reach = _REACH.fullmatch(coarse)
    if reach is None:
        return False
    if _WEEKDAY.fullmatch(fine.value):
        return True
    told = _COUNTED.fullmatch(fine.value)
    most = _COARSE[reach["units"]].get(told["unit"], 0) if told else 0
    by = int(told["by"]) if told else 0
    return most > 0 and 0 <= (by if reach["way"] == "coming" else -by) <= most
