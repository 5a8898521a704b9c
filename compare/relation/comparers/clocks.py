"""When two times of day can be the same: hours, parts of the day, and their bounds."""

from __future__ import annotations

from compare.language.facts import Fact
from compare.language.facts.clock import CLOCK_UNIT

# Minutes of the clock: "shortly before six" is 05:52.
CLOCK = 40
_DAY = 1440


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
