"""Numbers, durations and dates: compared only when they are about the same thing."""

from __future__ import annotations

from dataclasses import replace

from compare.language.facts import Fact, FactKind
from compare.language.facts.clock import CLOCK_UNIT
from compare.model import Side, Span
from compare.relation.comparers.ahead import (
    comparable_lengths,
    counted_ahead,
    lengths_of_ranges,
)
from compare.relation.comparers.beginnings import from_its_day
from compare.relation.comparers.clocks import is_part_of_day, over_midnight
from compare.relation.comparers.complements import mirrored
from compare.relation.comparers.counts import apart
from compare.relation.comparers.dated import as_of_their_acts
from compare.relation.comparers.figures import UNRELATED, FigureKind, compare_figures
from compare.relation.comparers.grains import within_the_other
from compare.relation.comparers.others import is_of_others, with_named
from compare.relation.comparers.portions import is_about_half
from compare.relation.comparers.rates import (
    by_the_period,
    of_two_periods,
    same_in_time,
    same_unit,
    with_time,
)
from compare.relation.comparers.unsettled import compare_unsettled
from compare.relation.comparers.until import to_its_end
from compare.relation.comparers.values import comparable_dates, same_amount, same_date
from compare.relation.comparers.yearly import is_unanchored, year_shift
from compare.relation.context import Difference, LinkContext

__all__ = [
    "UNRELATED",
    "answered",
    "compare_dates",
    "compare_durations",
    "compare_numbers",
    "compare_unsettled",
    "of_hours",
    "same_figure",
    "unanswered",
]

_SIDES: tuple[Side, Side] = ("a", "b")
# "Without delay" and "soon" are no dates to a reader of what one side adds.
_NO_DATES = ("now", "soon")
_A_DAY = 1440.0  # minutes


def same_figure(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether a figure of A and one of B can be the same: "about forty", "38".

    Where bounds alone let them be one, they must be about one thing.
    """
    if one.kind != other.kind or (one.kind == "number" and not _of_one_kind(context, one, other)):
        return False
    if one.value == other.value:
        return True
    if not context.shared_about(one.about, other.about):
        return False
    if one.kind == "date":
        return _same_date(context, one, other)
    return same_in_time(context, one, other) if one.kind == "number" else same_amount(one, other)


def answered(context: LinkContext, *kinds: FactKind) -> tuple[set[Span], set[Span]]:
    """Return the figures of A and of B that the other side gives too, if in other words."""
    pairs = [
        (one, other)
        for kind in kinds
        for one in context.of_kind("a", kind)
        for other in context.of_kind("b", kind)
        if same_figure(context, one, other)
    ]
    found = {one.span for one, _ in pairs}, {other.span for _, other in pairs}
    if {"number", "duration"} & set(kinds):
        for spans, told in zip(found, _spread_lengths(context), strict=True):
            spans |= told
    if {"date", "duration"} & set(kinds):
        for spans, told in zip(found, lengths_of_ranges(context), strict=True):
            spans |= told
    return found


def _spread_lengths(context: LinkContext) -> tuple[set[Span], set[Span]]:
    """Return the times over which A and B give amounts that are the same.

    "$40 billion over four years" has told the four years of "$10 billion a year"; the words of the
    period are returned too.
    """
    found: tuple[set[Span], set[Span]] = set(), set()
    for one in context.of_kind("a", "number"):
        for other in context.of_kind("b", "number"):
            timed = with_time(context, "a", one), with_time(context, "b", other)
            same = same_figure(context, one, other) or (
                _alone(context, one, other) and same_in_time(context, one, other)
            )
            if not same or not (by_the_period(*timed) or of_two_periods(*timed)):
                continue
            for side, fact, spans in zip(_SIDES, timed, found, strict=True):
                spread = fact.spread
                if spread is None:
                    continue
                spans.add(spread.span)
                spans |= {
                    length.span
                    for length in context.of_kind(side, "duration")
                    if spread.span.start <= length.span.start and length.span.end <= spread.span.end
                }
    return found


def _alone(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether two amounts are the only ones of their unit on their sides."""
    return bool(one.unit) and all(
        [item for item in context.of_kind(side, "number") if item.unit == one.unit] == [fact]
        for side, fact in zip(_SIDES, (one, other), strict=True)
    )


def unanswered(context: LinkContext, kind: FigureKind) -> tuple[Span | None, Span | None]:
    """Return a figure of each side that the other does not give, where they can be compared.

    Those that share what they are about go first; two that can be the same are none, whatever they
    are about. Where no two can be compared, the first that one side alone gives is returned, and
    none of two.
    """
    known = answered(context, kind)
    left, right = (
        [fact for fact in context.of_kind(side, kind) if fact.span not in too]
        for side, too in zip(_SIDES, known, strict=True)
    )
    firm = [
        (one, other)
        for one in left
        for other in right
        if _comparable(context, kind, one, other) and not _can_be_one(context, kind, one, other)
    ]
    tied = [both for both in firm if context.shared_about(both[0].about, both[1].about)]
    for one, other in (*tied, *firm):
        return one.span, other.span
    if left and right:
        return None, None
    return next((x.span for x in left), None), next((x.span for x in right), None)


def _can_be_one(context: LinkContext, kind: FigureKind, one: Fact, other: Fact) -> bool:
    """Say whether no reader would set one figure against the other: "thirty days", "a month"."""
    if kind == "date":
        return comparable_dates(one, other) and _same_date(context, one, other)
    return same_in_time(context, one, other) if kind == "number" else same_amount(one, other)


def _comparable(context: LinkContext, kind: FigureKind, one: Fact, other: Fact) -> bool:
    """Say whether two figures of a kind are of one form; dates may be of any ("at once")."""
    if kind == "date":
        return True
    if one.vague or other.vague:
        return False
    if kind == "number":
        return _of_one_kind(context, one, other)
    return _bounded(one) and _bounded(other) and comparable_lengths(context, one, other)


def compare_numbers(context: LinkContext) -> list[Difference]:
    """Compare counts, amounts and percentages of the same thing in the same unit."""
    return compare_figures(
        context,
        "number",
        with_named(context, "a"),
        with_named(context, "b"),
        comparable=lambda one, other: (
            _of_one_kind(context, one, other)
            and is_of_others(context, "a", one) == is_of_others(context, "b", other)
        ),
        same=lambda one, other: (
            _of_one_kind(context, one, other) and _same_number(context, one, other)
        ),
    )


def _same_number(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether two numbers can be the same; a share may be what another leaves of all."""
    other = mirrored(context, one, other)
    return same_in_time(context, one, other) or is_about_half(context, one, other)


def _of_one_kind(context: LinkContext, one: Fact, other: Fact) -> bool:
    return same_unit(context, one, other) and not apart(context, one, other)


def _same_date(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether two dates can be the same.

    Without the day of its statement "this year" may be any date of the act.
    """
    if within_the_other(one, other) or over_midnight(context, one, other):
        return True
    loose = is_unanchored(one), is_unanchored(other)
    if loose[0] != loose[1] and None in (year_shift(one), year_shift(other)):
        dated = other if loose[0] else one
        known = dated.unit != CLOCK_UNIT and not dated.vague
        return known and bool(context.shared_about(one.about, other.about))
    words = context.a.slice(one.span), context.b.slice(other.span)
    one, other = to_its_end(context, *from_its_day(context, one, other))
    return same_date(one, other, words)


def compare_durations(context: LinkContext) -> list[Difference]:
    """Compare lengths of time, in minutes."""
    spread = _spread_lengths(context)
    left, right = (
        [fact for fact in context.of_kind(side, "duration") if fact.span not in told]
        for side, told in zip(_SIDES, spread, strict=True)
    )
    found = compare_figures(
        context,
        "duration",
        left,
        right,
        comparable=lambda one, other: _comparable(context, "duration", one, other),
        same=lambda one, other: same_amount(one, other) and comparable_lengths(context, one, other),
    )
    return _without_ranges(context, found)


def of_hours(context: LinkContext, item: Difference) -> bool:
    """Say whether a conflict is one of two lengths of time of a day at most."""
    if item.kind != "duration" or not item.conflict or item.weight < UNRELATED:
        return False
    return all(
        any(
            fact.span == span and 0 < max(fact.low or 0.0, fact.high or 0.0) <= _A_DAY
            for fact in context.of_kind(side, "duration")
        )
        for side, span in zip(_SIDES, (item.a, item.b), strict=True)
    )


def _without_ranges(context: LinkContext, found: list[Difference]) -> list[Difference]:
    """Return what was found without lengths of time that are the other side's dates, and those."""
    of_a, of_b = lengths_of_ranges(context)
    return [item for item in found if item.conflict or not (item.a in of_a or item.b in of_b)]


def compare_dates(context: LinkContext) -> list[Difference]:
    """Compare dates as days, and clock times as minutes of the day."""
    left, right = context.of_kind("a", "date"), context.of_kind("b", "date")
    days_a, days_b = ([f for f in side if not is_part_of_day(f)] for side in (left, right))
    counted_a = counted_ahead(context, "a") if days_b and not days_a else []
    counted_b = counted_ahead(context, "b") if days_a and not days_b else []
    spans_a, spans_b = ({fact.span for fact in facts} for facts in (counted_a, counted_b))
    found = compare_figures(
        context,
        "date",
        left + counted_a,
        right + counted_b,
        comparable=comparable_dates,
        same=lambda one, other: _same_date(context, one, other),
    )
    # What lies in two weeks is no date of its own to add.
    found = [item for item in found if item.conflict or not {item.a} & spans_a | {item.b} & spans_b]
    found = as_of_their_acts(context, _without_ranges(context, found))
    at_once = {fact.span for fact in left + right if fact.value in _NO_DATES}
    return [
        replace(item, told=False) if not item.conflict and {item.a, item.b} & at_once else item
        for item in found
    ]


def _bounded(fact: Fact) -> bool:
    return fact.low is not None or fact.high is not None
