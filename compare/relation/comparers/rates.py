"""Amounts by the period against amounts in all: `$5 billion a year`, `$15 billion over 3 years`."""

from __future__ import annotations

import re
from dataclasses import replace

from compare.language.facts import Fact
from compare.language.facts.durations_units import MINUTES
from compare.language.facts.records import Spread
from compare.model import Side, Span
from compare.relation.comparers.values import LENGTHS, bounds, gap_of, largest_of, same_amount
from compare.relation.context import LinkContext

# From an amount to the length of time in which it is given: "24 million within a year".
_IN_TIME = re.compile(r"(?:\s+(?!in\b)[\w'’-]+){0,5}?\s+(?P<word>in\s+)?$", re.IGNORECASE)
_WITHIN = re.compile(r"(?:with)?in\b", re.IGNORECASE)


def same_in_time(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether a number of A and one of B can be the same, "in a year" being its time too.

    That lets two amounts be one, and doesn't tell them apart: "within a year" may be when.
    """
    if same_number(one, other):
        return True
    if bool(_per(one)) == bool(_per(other)):
        return False
    return same_number(with_time(context, "a", one), with_time(context, "b", other))


def with_time(context: LinkContext, side: Side, fact: Fact) -> Fact:
    """Return an amount with the time in which it is given: `24 million euros within a year`."""
    text = context.statement(side).text
    if fact.kind != "number" or fact.spread is not None:
        return fact
    for length in context.of_kind(side, "duration"):
        start, end = length.span.start, length.span.end
        joined = _IN_TIME.fullmatch(text, fact.span.end, start) if start > fact.span.end else None
        if joined is None or length.high is None or length.vague:
            continue
        if joined["word"] or _WITHIN.match(text, start):
            over = length.high if length.low is None else (length.low + length.high) / 2
            return replace(fact, spread=Spread("", over, Span(fact.span.start, end)))
    return fact


def by_the_period(one: Fact, other: Fact) -> bool:
    """Say whether one of two numbers alone is by the period, and one alone says for how long."""
    return bool(_per(one)) != bool(_per(other)) and (_over(one) is None) != (_over(other) is None)


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
