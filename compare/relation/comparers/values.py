"""When two values of one kind can be the same: rounding, bounds, days of the year.

Official statements round ("close to three hours", "a little under an hour"), give deadlines ("by
June") and leave out the year. Two values differ where no reader would take them for one.
"""

from __future__ import annotations

import re

from compare.language.facts import Fact
from compare.language.facts.clock import CLOCK_UNIT
from compare.language.facts.durations_units import in_months
from compare.language.facts.when import MONTHS, SEASONS, WEEKDAYS
from compare.relation.comparers.beginnings import begun_slack
from compare.relation.comparers.clocks import same_time
from compare.relation.comparers.dated import of_one_thing
from compare.relation.comparers.grains import within_the_other
from compare.relation.comparers.yearly import (
    Bounds,
    day_of_month,
    days_of_year,
    of_any_month,
    shifts_of,
)

# How far apart two values may be and still be the same, as a share of the larger. Lengths of time
# are rounded freely, more so where one is approximate or months are told against weeks; a count
# under `SMALL` is exact.
# These limits and those of dates were set by reading the conflicts found in marked links of
# data/gold/train that agree; they were not swept.
AMOUNTS, LENGTHS, ROUGH_LENGTHS = 0.02, 0.05, 0.1
SMALL = 100
# Two that are both approximate, by what they name; wider ones ("dozens") are no such figures.
BOTH_ROUGH, BOTH_ROUGH_LENGTHS, ROUGHLY = 0.05, 0.12, 1.3
# Days between dates of which one is told without a figure ("yesterday", "on Tuesday"): statements
# go out on either side of midnight and of the date line.
DAYS = 1
# Days between two deadlines, or two beginnings, by the coarser of their words: a day of the month;
# a part of one ("by mid-May"); a month or a feast ("before Christmas", "before the year is out"); a
# season ("from the summer").
SHARP, PARTLY, MONTHLY, SEASONAL = 3, 10, 31, 92
HALF_YEAR = 183  # days; what lies further ahead may be of another year
_NAMES = frozenset((*MONTHS, *WEEKDAYS, *SEASONS))
_DAY_NAMES = frozenset(WEEKDAYS)
_MONTH_NAMES = frozenset(MONTHS)
# Parts of a month, a season or a year.
_PART = re.compile(
    r"\b(?:early|start|beginning|mid|middle|late|latter|end|close"
    r"|(?:first|second|other)\s+half|(?:first|second|third|fourth|last|final)\s+week)\b",
    re.IGNORECASE,
)
# What ties a date to a year or to the statement's day, so that the day of the year is not enough.
_TIED = re.compile(
    r"\d{4}|\b(?:today|tonight|yesterday|tomorrow|ago|last|next|this|year|past|previous)\b", re.I
)
# "Not before May": a date that only the denial beside it makes the earliest.
EARLIEST = re.compile(
    r"(?:not )?(?:before|until|till|ahead of)\b|(?:(?:no|not) )?(?:earlier|sooner) than\b", re.I
)
_WEEK = re.compile(r"\b(?:mid-?)?week(?!end)\b", re.I)
_NEXT = re.compile(rf"(?:\w+ )?next (?:{'|'.join((*MONTHS, *SEASONS))})\b", re.I)
_TIED_DAY = re.compile(r"[0-9]|\b(?:week|this|next|last)\b", re.I)
_WEEKDAY = re.compile(r"weekday:(\d)")


def bounds(fact: Fact) -> Bounds:
    """Return the lowest and the highest value that a fact allows."""
    return fact.low, fact.high


def gap_of(one: Bounds, other: Bounds) -> float:
    """Return how far two intervals lie apart; 0 where they meet.

    Two deadlines, or two least values, are compared by themselves: "by June" is not "by December"
    though both hold where it is done in May.
    """
    for at, open_ in ((0, 1), (1, 0)):
        mine, theirs = one[at], other[at]
        if mine is not None and theirs is not None and one[open_] is None is other[open_]:
            return abs(mine - theirs)
    lows, highs = ([side[at] for side in (one, other)] for at in (0, 1))
    low = max((value for value in lows if value is not None), default=None)
    high = min((value for value in highs if value is not None), default=None)
    return 0.0 if low is None or high is None else max(0.0, low - high)


def largest_of(*sides: Bounds) -> float:
    """Return the largest value that some intervals allow; 0 where they are open."""
    return max((abs(value) for side in sides for value in side if value is not None), default=0.0)


def _rounded(one: Fact, other: Fact) -> bool:
    """Say whether a value is the other one rounded to a whole number: 3 per cent, 3.1 per cent."""
    if one.low is None or other.low is None or one.low != one.high or other.low != other.high:
        return False
    low, high = sorted((one.low, other.low), key=lambda value: value % 1 != 0)
    return low % 1 == 0 and high % 1 != 0 and round(high) == low


def same_amount(one: Fact, other: Fact) -> bool:
    """Say whether two numbers or lengths of time, in one unit, can be the same."""
    if not _bounded(one) or not _bounded(other):
        return one.value == other.value
    middles = [_about(fact) for fact in (one, other)]
    if None not in middles:  # "about forty" and "about fifty" are as far apart as without "about"
        low, high = sorted(middle or 0.0 for middle in middles)
        return high - low <= high * (BOTH_ROUGH_LENGTHS if one.kind == "duration" else BOTH_ROUGH)
    gap = gap_of(bounds(one), bounds(other))
    largest = largest_of(bounds(one), bounds(other))
    if one.kind == "duration":
        rough = "~" in one.value + other.value or in_months(one.value) != in_months(other.value)
        share = ROUGH_LENGTHS if rough else LENGTHS
    else:
        share = AMOUNTS if largest >= SMALL else 0.0
    return gap <= share * largest or _rounded(one, other)


def _about(fact: Fact) -> float | None:
    """Return the figure that an approximate one names: 40 of "about forty"; None for others."""
    if not fact.value.startswith("~") or not fact.low or not fact.high:
        return None
    return (fact.low + fact.high) / 2 if fact.high <= ROUGHLY * fact.low else None


def comparable_dates(one: Fact, other: Fact) -> bool:
    """Say whether two dates are of one form: days, days of a year, weekdays, or times of day.

    One that only names a thing is none of what is done: "the 2027 budget", "laid on Monday".
    """
    if not of_one_thing(one, other):
        return False
    if _bounded(one) and _bounded(other):
        return one.unit == other.unit
    if _WEEKDAY.fullmatch(one.value) and _WEEKDAY.fullmatch(other.value):
        return True
    if of_any_month(one, other) or within_the_other(one, other):
        return True
    return days_of_year(one) is not None and days_of_year(other) is not None


def _bounded(fact: Fact) -> bool:
    return fact.low is not None or fact.high is not None


def _named(words: str) -> tuple[frozenset[str], frozenset[str]]:
    found = re.findall(r"[^\W\d_]+|\d+", words.lower())
    return _NAMES & frozenset(found), frozenset(word for word in found if word.isdigit())


def same_date(one: Fact, other: Fact, words: tuple[str, str]) -> bool:
    """Say whether two dates can be the same.

    :param words: those of the one and of the other; "Monday" is "Monday" whatever tense made of it
    """
    facing = {fact.value[:2] for fact in (one, other)} == {"<=", ">="}
    if not facing and _same_words(words):
        return True
    if not comparable_dates(one, other):
        return one.value == other.value
    if of_any_month(one, other):
        return day_of_month(one) == day_of_month(other)
    if one.unit == other.unit == CLOCK_UNIT:
        return same_time(one, other)
    if facing and {one.low, other.low} == {one.high, other.high}:
        return False  # "before 3 May", "after 3 May"
    slack = _slack(one, other, words)
    if _bounded(one) and _bounded(other):
        if gap_of(bounds(one), bounds(other)) <= slack or _same_elsewhen(one, other, words, slack):
            return True
        if _open_ends(bounds(one), bounds(other)) or any(_TIED.search(text) for text in words):
            return False
    return _same_day_of_year(one, other, slack)


def _same_words(words: tuple[str, str]) -> bool:
    """Say whether two dates bear the same names and don't give different figures."""
    (names, figures), (other_names, other_figures) = map(_named, words)
    if not _DAY_NAMES & names and _parts(words[0]) != _parts(words[1]):
        return False  # "early June", "late June"
    alike = figures == other_figures or (names and not (figures and other_figures))
    return bool(names == other_names and (names or figures) and alike)


def _same_elsewhen(one: Fact, other: Fact, words: tuple[str, str], slack: int) -> bool:
    """Say whether two dates are one in another week or year that their words allow.

    "On Monday" is at the start of a week, this or the next; "next June" may be that of next year.
    """
    gap = gap_of(bounds(one), bounds(other))
    if gap == 7 and _one_weekday(words):
        return True
    for mine, theirs, text, near in ((one, other, *words), (other, one, *words[::-1])):
        of_a_week = _WEEK.search(near) and _one_weekday(words) and not _TIED_DAY.search(text)
        if of_a_week and any(gap_of(_moved(mine, by), bounds(theirs)) == 0 for by in (-7, 7)):
            return True
        if _NEXT.match(text) and gap_of(_moved(mine, 365), bounds(theirs)) <= slack:
            return True
    return False


def _moved(fact: Fact, days: int) -> Bounds:
    low, high = (None if value is None else value + days for value in bounds(fact))
    return low, high


def _one_weekday(words: tuple[str, str]) -> bool:
    """Say whether only one side names a weekday, which may have been read to the wrong week."""
    (names, _), (other_names, _) = map(_named, words)
    return bool(_DAY_NAMES & (names ^ other_names))


def _open_ends(one: Bounds, other: Bounds) -> set[int]:
    """Return which ends of either date are open: 0 for its beginning, 1 for its end."""
    return {at for side in (one, other) for at in (0, 1) if side[at] is None}


def _ends(one: Fact, other: Fact) -> tuple[Bounds, Bounds]:
    """Return the days of two dates, of the year where a year isn't known of both."""
    if _bounded(one) and _bounded(other):
        return bounds(one), bounds(other)
    days = days_of_year(one), days_of_year(other)
    return days[0] or (None, None), days[1] or (None, None)


def _slack(one: Fact, other: Fact, words: tuple[str, str]) -> int:
    """Return how many days two dates may lie apart and still be the same."""
    (names, figures), (other_names, other_figures) = map(_named, words)
    sharp = bool(figures and other_figures) or bool(
        _DAY_NAMES & names and _DAY_NAMES & other_names  # "on Monday", "on Tuesday"
    )
    if "now" in (one.value, other.value) and _bounded(one) and _bounded(other):
        return DAYS
    mine, theirs = _ends(one, other)
    earliest = any(
        fact.value.startswith(">=") and EARLIEST.match(text)
        for fact, text in zip((one, other), words, strict=True)
    )
    if earliest and (mine[1] is not None or theirs[1] is not None):
        return 0  # "not before May" leaves no room for April
    one_way = (mine[0] is None) == (theirs[0] is None)  # two deadlines, or two beginnings
    if len(_open_ends(mine, theirs)) == 1 and one_way:
        slack = _deadline_slack(words, sharp)
        return begun_slack(mine, theirs, words, slack) if slack == PARTLY else slack
    return DAYS if _is_day(one) and _is_day(other) and not sharp else 0


def _is_day(fact: Fact) -> bool:
    """Say whether a date is a day, a deadline or a beginning; neighbouring months are not one."""
    if _bounded(fact):
        return fact.low is None or fact.low == fact.high
    days = days_of_year(fact)
    return days is not None and (days[0] is None or days[0] == days[1])


def _same_day_of_year(one: Fact, other: Fact, slack: int) -> bool:
    """Say whether two dates can be the same in some year."""
    days = days_of_year(one), days_of_year(other)
    if days[0] is None or days[1] is None:
        return one.value == other.value
    shifts = shifts_of(one, other)
    if shifts[0] is not None and shifts[1] is not None:  # "this year", "next year"
        return gap_of(days[0], _later(days[1], shifts[1] - shifts[0])) <= slack
    if (None in days[0]) != (None in days[1]):
        # "By 1 May" rules out June, though not December, which may be that of the year before.
        gap = gap_of(days[0], days[1])
        return gap <= slack or gap > HALF_YEAR
    turns = ((days[0], days[1]), (_later(days[0]), days[1]), (days[0], _later(days[1])))
    return any(gap_of(mine, theirs) <= slack for mine, theirs in turns)


def _later(side: Bounds, years: int = 1) -> Bounds:
    """Return the same days some years on, so that January can lie beside December."""
    low, high = (None if value is None else value + 366 * years for value in side)
    return low, high


def _deadline_slack(words: tuple[str, str], sharp: bool) -> int:
    """Return how many days two deadlines, or two beginnings, may lie apart."""
    if any(_named(text)[0] & SEASONS.keys() for text in words):
        return SEASONAL
    # "By 1 May", "by mid-May", "by the end of May".
    narrow = all(_named(text)[1] or (_PART.search(text) and _month_of(text)) for text in words)
    return SHARP if sharp else PARTLY if narrow else MONTHLY


def _month_of(text: str) -> frozenset[str]:
    return _named(text)[0] & _MONTH_NAMES


def _parts(text: str) -> set[str]:
    """Return which part of a month, a season or a year some words name: `early`, `first half`."""
    return {" ".join(match.group().lower().split()) for match in _PART.finditer(text)}
