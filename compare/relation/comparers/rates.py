"""Amounts by the period against amounts in all: `$5 billion a year`, `$15 billion over 3 years`."""

from __future__ import annotations

import re
from dataclasses import replace

from compare.language.facts import Fact
from compare.language.facts.durations_units import MINUTES
from compare.language.facts.records import Spread
from compare.language.facts.units import MONEY
from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.comparers.values import LENGTHS, bounds, gap_of, largest_of, same_amount
from compare.relation.context import LinkContext

# From an amount to the length of time in which it is given: "24 million within a year".
_IN_TIME = re.compile(r"(?:\s+(?!in\b)[\w'’-]+){0,5}?\s+(?P<word>in\s+)?$", re.IGNORECASE)
# Shares and points of change add up only as long as a change goes on.
_SHARES = frozenset(("%", "pp"))
_ADVERBS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week"}
_PER = re.compile(
    r"(?:\s+(?:a|an|per|each|every)\s+(?P<period>day|week|month|quarter|year)\b"
    r"(?!\s+(?:ago|before|earlier|later|from|after)\b)"
    rf"|\s+(?P<adverb>{'|'.join(_ADVERBS)})\b)",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"(?:\s+[\w'’-]+){0,3}?,?\s+(?:over|across|during|spread over|within|in)"
    r"(?:\s+(?:the|a|next|last|period|of|course|space|some|about)){0,5}\s+",
    re.IGNORECASE,
)
_MILLION = 1e6
_MOST = 100.0  # per cent that something grows by the period, to be reckoned on
_ADDED = words("more less extra further additional")
_ENDS = words("ADP PUNCT ADV CCONJ SCONJ PART")
_WITHIN = re.compile(r"(?:with)?in\b", re.IGNORECASE)


def same_in_time(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether a number of A and one of B can be the same, "in a year" being its time too.

    That lets two amounts be one, and doesn't tell them apart: "within a year" may be when.
    """
    if same_number(one, other):
        return True
    timed = with_time(context, "a", one), with_time(context, "b", other)
    if _per(timed[0]) == _per(timed[1]):
        return False
    if one.unit in _SHARES:  # "6 per cent over two years" is 3 a year where it grows by them
        told = by_the_period(*timed) or all(map(_per, timed))
        return told and (same_number(*timed) or _compounded(*timed))
    return bool(_per(one)) != bool(_per(other)) and same_number(*timed)


def same_unit(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether a number of A and one of B have one unit: "200 million" may be of money."""
    if one.unit == other.unit:
        return True
    sides: tuple[tuple[Side, Fact, Fact], ...] = (("a", one, other), ("b", other, one))
    return any(
        not mine.unit
        and theirs.unit in MONEY
        and _is_bare_sum(context, side, mine)
        and bool(context.shared_about(one.about, other.about))
        for side, mine, theirs in sides
    )


def _is_bare_sum(context: LinkContext, side: Side, fact: Fact) -> bool:
    """Say whether a number in millions counts no noun that stands by it: `200 million in 2024`."""
    if fact.low is None or fact.low < _MILLION or fact.vague or fact.kind != "number":
        return False
    tokens = context.tokens(side)
    at = next((i for i, token in enumerate(tokens) if token.end >= fact.span.end), None)
    if at is None or tokens[at].dep == "nummod":
        return False
    rest = (token for token in tokens[at + 1 :] if token.lemma not in _ADDED)
    behind = next(rest, None)
    return behind is None or (behind.pos in _ENDS and behind.lemma not in ("of", "from"))


def _compounded(one: Fact, other: Fact) -> bool:
    """Say whether a share by the year makes up one in all, each year's on top of the last."""
    rate, total = (one, other) if _per(one) else (other, one)
    over = _over(total) if _over(total) is not None else _over(rate)
    if not over or _per(total) or rate.unit != "%":
        return False
    times = over / MINUTES[_per(rate)]
    low, high = (
        None if value is None or value > _MOST else 100 * ((1 + value / 100) ** times - 1)
        for value in bounds(rate)
    )
    return _near(replace(rate, low=low, high=high), total)


def with_time(context: LinkContext, side: Side, fact: Fact) -> Fact:
    """Return an amount with the time in which it is given: `24 million euros within a year`."""
    text = context.statement(side).text
    if fact.kind != "number" or fact.spread is not None:
        return fact
    if fact.unit in _SHARES:
        return _share_in_time(context, side, fact)
    for length in context.of_kind(side, "duration"):
        start, end = length.span.start, length.span.end
        joined = _IN_TIME.fullmatch(text, fact.span.end, start) if start > fact.span.end else None
        if joined is None or length.high is None or length.vague:
            continue
        if joined["word"] or _WITHIN.match(text, start):
            over = length.high if length.low is None else (length.low + length.high) / 2
            return replace(fact, spread=Spread("", over, Span(fact.span.start, end)))
    return fact


def _share_in_time(context: LinkContext, side: Side, fact: Fact) -> Fact:
    """Return a share with its period or time: `3 per cent a year`, `6 per cent over 2 years`."""
    text, end = context.statement(side).text, fact.span.end
    each = _PER.match(text, end)
    if each is not None:
        per = each["period"] or _ADVERBS[each["adverb"].lower()]
        return replace(fact, spread=Spread(per.lower(), None, Span(fact.span.start, each.end())))
    for length in context.of_kind(side, "duration"):
        known = length.low is not None and length.high is not None and not length.vague
        if known and _OVER.fullmatch(text, end, max(end, length.span.start)):
            over = ((length.low or 0.0) + (length.high or 0.0)) / 2
            span = Span(fact.span.start, length.span.end)
            return replace(fact, spread=Spread("", over, span))
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


def of_two_periods(one: Fact, other: Fact) -> bool:
    """Say whether two numbers are by the period, and not by the same: `a month`, `a day`."""
    return bool(_per(one) and _per(other)) and _per(one) != _per(other)


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
