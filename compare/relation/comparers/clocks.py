"""When two times of day can be the same: hours, parts of the day, and their bounds."""

from __future__ import annotations

import re

from compare.language.facts import Fact
from compare.language.facts.clock import CLOCK_UNIT
from compare.model import Span
from compare.relation.comparers.yearly import days_of_year
from compare.relation.context import LinkContext

# Minutes of the clock: "shortly before six" is 05:52.
CLOCK = 40
_DAY = 1440
# A day's last hours and its first ones, before or behind its name: "in the night of 4 May", "on
# Sunday night", "in the early hours of 5 May", "shortly after midnight on Monday".
_JOINED = r"(?:\s+(?:of|on|from|the))*\s+"
_LATE = (
    r"(?:night|(?<!after )midnight|late(?:\s+(?:in\s+the\s+)?(?:evening|night))?"
    r"|2[23][:.][0-5][0-9])"
)
_EARLY = (
    r"(?:(?:early|small|first)\s+(?:hours|minutes|moments)|early|after\s+midnight|before\s+dawn"
    r"|at\s+0?[0-5][:.][0-5][0-9])"
)
_ENDS = tuple(
    (
        re.compile(rf"\b{part}(?:{_JOINED}|\s+)$", re.IGNORECASE),
        re.compile(
            rf",?\s+(?:(?:in|at|near|towards|shortly|just|very|the)\s+)*{part}\b(?!\s+on\b)",
            re.IGNORECASE,
        ),
    )
    for part in (_LATE, _EARLY)
)
_REACH = 40  # code points before a day's name


def is_part_of_day(fact: Fact) -> bool:
    """Say whether a date is a part of the day: "in the evening", "before dawn"."""
    return fact.unit == CLOCK_UNIT and "/" in fact.value


def same_time(one: Fact, other: Fact) -> bool:
    """Say whether two times of day can be the same.

    A part of the day holds all of its hours; "by noon" is compared with "by six o'clock" by the
    hour alone.
    """
    parts = is_part_of_day(one), is_part_of_day(other)
    slack = 0 if all(parts) else CLOCK
    for mine, theirs in ((one.low, other.low), (one.high, other.high)):
        if mine is not None and theirs is not None and _one_way(one, other):
            return abs(mine - theirs) <= CLOCK
    return any(
        _apart(mine, theirs) <= slack - all(parts)
        for mine in _readings(one)
        for theirs in _readings(other)
    )


def over_midnight(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether two days meet at midnight: the night of 4 May, the early hours of the 5th."""
    days, text = (_day(one), _day(other)), (context.a.text, context.b.text)
    if days[0] is None or days[1] is None or days[0][0] != days[1][0]:
        return False
    by = days[1][1] - days[0][1]
    if days[0][0] == "weekday":
        by = (by + 3) % 7 - 3
    if by == 1:
        return _is_at(text[0], one.span, 0) and _is_at(text[1], other.span, 1)
    return by == -1 and _is_at(text[0], one.span, 1) and _is_at(text[1], other.span, 0)


def _day(fact: Fact) -> tuple[str, float] | None:
    """Return which day a date is, and of what: of all time, of the year or of the week."""
    if fact.unit == "day":
        return ("", fact.low) if fact.low is not None and fact.low == fact.high else None
    week = re.fullmatch(r"weekday:(\d)", fact.value)
    if week is not None:
        return "weekday", float(week[1])
    days = days_of_year(fact)
    if days is None or days[0] is None or days[0] != days[1]:
        return None
    return "year", days[0]


def _is_at(text: str, span: Span, end: int) -> bool:
    """Say whether words at a day's name, or in it, tell of its last hours (0) or its first (1)."""
    words = text[span.start : span.end]
    core = span.start + max(words.rfind(" of "), words.rfind(" on "), -1) + 1
    core += 3 if core > span.start else 0
    before, behind = _ENDS[end]
    near = text[max(0, span.start - _REACH) : core]
    if before.search(near) or behind.match(text, span.end):
        return True
    inside = re.search(r"\s", words[core - span.start :])
    at = len(words) if inside is None else core - span.start + inside.start()
    return behind.match(words, at) is not None


def _one_way(one: Fact, other: Fact) -> bool:
    """Say whether two times are both deadlines, or both beginnings."""
    return (one.low is None and other.low is None) or (one.high is None and other.high is None)


def _readings(fact: Fact) -> list[tuple[float, float]]:
    """Return the stretches that a time may mean; "six o'clock" may be either of two hours."""
    low = 0.0 if fact.low is None else fact.low
    high = max(_DAY, low + _DAY / 2) if fact.high is None else fact.high
    return [(low, high)] if is_part_of_day(fact) else [(low, low), (high, high)]


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return how many minutes two stretches lie apart on any day; below 0 they overlap."""
    return min(max(one[0] - other[1] - day, other[0] + day - one[1]) for day in (-_DAY, 0, _DAY))
