"""Amounts by the period against amounts in all: `$5 billion a year`, `$15 billion over 3 years`."""

from __future__ import annotations

from dataclasses import replace

from compare.language.facts import Fact
from compare.language.facts.durations_units import MINUTES
from compare.model import Span
from compare.relation.comparers.values import LENGTHS, bounds, gap_of, largest_of, same_amount


def same_number(one: Fact, other: Fact) -> bool:
    """Say whether two numbers can be the same, each with the time that it is for.

    An amount by the period is told from one in all only where the sentences say how long it goes on
    or that it is all there is; without that, a side may have left out "a year".
    """
    per = _per(one), _per(other)
    if per[0] == per[1]:
        return same_amount(one, other)
    if all(per):
        return _near(_times(one, MINUTES[per[1]] / MINUTES[per[0]]), other)
    rate, total = (one, other) if per[0] else (other, one)
    over = _over(total) if _over(total) is not None else _over(rate)
    if over is None:
        return same_amount(one, other)
    if over == 0:  # "in total", of some years
        return not same_amount(one, other) and largest_of(bounds(total)) > largest_of(bounds(rate))
    if _over(total) is None and same_amount(one, other):
        return True
    return _near(_times(rate, over / MINUTES[_per(rate)]), total)


def shown(one: Fact, other: Fact) -> tuple[Span, Span]:
    """Return the words of two figures, with the time that they are for where that differs."""
    if _per(one) == _per(other):
        return one.span, other.span
    spans = [fact.span if fact.spread is None else fact.spread.span for fact in (one, other)]
    return spans[0], spans[1]


def _per(fact: Fact) -> str:
    return fact.spread.per if fact.spread is not None else ""


def _over(fact: Fact) -> float | None:
    return fact.spread.over if fact.spread is not None else None


def _times(fact: Fact, factor: float) -> Fact:
    low, high = (None if value is None else value * factor for value in bounds(fact))
    return replace(fact, low=low, high=high)


def _near(one: Fact, other: Fact) -> bool:
    """Say whether two amounts are one, as nearly as months are of one length."""
    return gap_of(bounds(one), bounds(other)) <= LENGTHS * largest_of(bounds(one), bounds(other))
