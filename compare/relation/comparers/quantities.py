"""Numbers, durations and dates: compared only when they are about the same thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

from compare.language.facts import Fact, FactKind
from compare.model import EvidenceKind, Side, Span
from compare.relation.comparers.ahead import comparable_lengths, counted_ahead
from compare.relation.comparers.beginnings import from_its_day
from compare.relation.comparers.clocks import is_part_of_day
from compare.relation.comparers.counts import apart, of_one_fate, shared_dimension
from compare.relation.comparers.formers import is_former
from compare.relation.comparers.pairing import by_chance, crossed, drop_accounted
from compare.relation.comparers.rates import same_number, shown
from compare.relation.comparers.values import comparable_dates, same_amount, same_date
from compare.relation.context import Difference, LinkContext, denied_words

FigureKind = Literal["date", "number", "duration"]

# How sure a conflict is when both sides give the only value of this kind in the link but nothing
# says that they are about the same thing.
UNRELATED = 0.35
# The same where one side denies that there is such a figure.
DENIED_FIGURE = 0.6
# What a denial is about where no such figure is given.
_UNSETTLED: dict[FigureKind, frozenset[str]] = {
    "date": frozenset(("date", "day", "timetable", "deadline", "schedule")),
    "number": frozenset(("figure", "number", "sum", "quantity")),
    "duration": frozenset(("duration", "length", "term", "deadline", "limit")),
}
# "Without delay" and "soon" are no dates to a reader of what one side adds.
_NO_DATES = ("now", "soon")
_CALLED: dict[FigureKind, str] = {
    "date": "date",
    "number": "number",
    "duration": "length of time",
}


def _compare(
    context: LinkContext,
    kind: EvidenceKind,
    facts_a: Sequence[Fact],
    facts_b: Sequence[Fact],
    topic: str,
    comparable: Callable[[Fact, Fact], bool],
    same: Callable[[Fact, Fact], bool],
    lone_pair_counts: Callable[[Fact], bool] = lambda fact: True,
) -> list[Difference]:
    """Pair the facts off: equal ones first, then conflicts about one thing; the rest are additions.

    :param topic: what the kind is called in a note where no common noun is known
    :param comparable: whether two facts are of one form
    :param same: whether two comparable ones can be the same
    :param lone_pair_counts: whether such a fact is compared with the only one of the other side
        though nothing says that they are about the same thing
    """
    # The former figure last: "from 25 to 15 per cent" answers to "20 per cent" with the 15.
    left = sorted(facts_a, key=lambda fact: is_former(context.a, fact, facts_a))
    right = sorted(facts_b, key=lambda fact: is_former(context.b, fact, facts_b))
    # Exact ones first, then those about the same thing: "several officers" answers to "seven
    # officers", not to "twelve people".
    alike = [(one, other) for one in facts_a for other in facts_b if same(one, other)]
    alike.sort(
        key=lambda both: (
            both[0].vague or both[1].vague,
            not context.shared_about(both[0].about, both[1].about),
        )
    )
    for one, other in alike:
        if one in left and other in right and not by_chance(context, one, other, left, right):
            left.remove(one)
            right.remove(other)
    drop_accounted(context, left, right)
    found: list[Difference] = []
    # "On 3 May in the evening" has one date.
    days = [[fact for fact in side if not is_part_of_day(fact)] for side in (left, right)]
    lone_pair = any(len(both[0]) == len(both[1]) == 1 for both in ((left, right), days))
    for one in list(left):
        for other in list(right):
            if not comparable(one, other) or (kind != "date" and crossed(context, one, other)):
                continue
            dimension, one_thing = shared_dimension(context, one, other)
            shared = context.shared_about(one.about, other.about) or of_one_fate(one, other)
            shared = dimension if one_thing else shared
            if not shared and not (lone_pair and lone_pair_counts(one)):
                continue
            weight = 1.0 if shared else UNRELATED
            if one.vague or other.vague:
                weight *= 0.6
            called = _called(topic, one, other)
            subject = f"a {called}"
            if dimension:
                subject = f"the {dimension}"
            elif shared:
                of = "of" if context.is_thing(shared) else "for"
                subject = f"the {called} {of} “{context.as_written(shared)}”"
            spans = shown(one, other)
            found.append(
                Difference(
                    kind,
                    *spans,
                    f"Both give {subject}: A says {context.quote('a', spans[0])}, "
                    f"B says {context.quote('b', spans[1])}.",
                    conflict=True,
                    weight=weight,
                )
            )
            left.remove(one)
            right.remove(other)
            break
    for fact in left:
        note = f"Only A gives this {_called(topic, fact)}: {context.quote('a', fact.span)}."
        found.append(Difference(kind, fact.span, None, note, conflict=False))
    for fact in right:
        note = f"Only B gives this {_called(topic, fact)}: {context.quote('b', fact.span)}."
        found.append(Difference(kind, None, fact.span, note, conflict=False))
    return found


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
    return same_number(one, other) if one.kind == "number" else same_amount(one, other)


def answered(context: LinkContext, *kinds: FactKind) -> tuple[set[Span], set[Span]]:
    """Return the figures of A and of B that the other side gives too, if in other words."""
    pairs = [
        (one, other)
        for kind in kinds
        for one in context.of_kind("a", kind)
        for other in context.of_kind("b", kind)
        if same_figure(context, one, other)
    ]
    return {one.span for one, _ in pairs}, {other.span for _, other in pairs}


def _called(topic: str, *facts: Fact) -> str:
    """Return what figures are called in a note: a date that is a time of day is a time."""
    times = all(fact.kind == "date" and fact.value.startswith("T") for fact in facts)
    return "time" if times else topic


def compare_unsettled(context: LinkContext) -> list[Difference]:
    """Return figures that one side gives and of which the other says that there is none yet.

    "We will meet in June" and "no date has been set".
    """
    found: list[Difference] = []
    sides: tuple[tuple[Side, Side], ...] = (("a", "b"), ("b", "a"))
    for giver, denier in sides:
        for kind, nouns in _UNSETTLED.items():
            given = [fact for fact in context.of_kind(giver, kind) if not fact.vague]
            told = context.of_kind(denier, kind)
            denials = (
                fact
                for fact in context.of_kind(denier, "negation")
                if nouns & {word for lemma in fact.about for word in lemma.split()}
            )
            denial = next(denials, None)
            if denial is None or not given or told:
                continue
            words = denied_words(context, denier, denial)
            latest = max(given, key=lambda fact: fact.high or fact.low or 0.0)
            spans = (latest.span, words) if giver == "a" else (words, latest.span)
            found.append(
                Difference(
                    kind,
                    *spans,
                    f"{giver.upper()} gives a {_CALLED[kind]}: "
                    f"{context.quote(giver, latest.span)}; {denier.upper()} says that there is "
                    f"none: {context.quote(denier, words)}.",
                    conflict=True,
                    weight=DENIED_FIGURE,
                )
            )
    return found


def compare_numbers(context: LinkContext) -> list[Difference]:
    """Compare counts, amounts and percentages of the same thing in the same unit."""
    return _compare(
        context,
        "number",
        context.of_kind("a", "number"),
        context.of_kind("b", "number"),
        "number",
        comparable=lambda one, other: _of_one_kind(context, one, other),
        same=lambda one, other: _of_one_kind(context, one, other) and same_number(one, other),
    )


def _of_one_kind(context: LinkContext, one: Fact, other: Fact) -> bool:
    return one.unit == other.unit and not apart(context, one, other)


def _same_date(context: LinkContext, one: Fact, other: Fact) -> bool:
    words = context.a.slice(one.span), context.b.slice(other.span)
    return same_date(*from_its_day(context, one, other), words)


def compare_durations(context: LinkContext) -> list[Difference]:
    """Compare lengths of time, in minutes."""
    return _compare(
        context,
        "duration",
        context.of_kind("a", "duration"),
        context.of_kind("b", "duration"),
        "length of time",
        comparable=lambda one, other: (
            _bounded(one) and _bounded(other) and comparable_lengths(context, one, other)
        ),
        same=lambda one, other: same_amount(one, other) and comparable_lengths(context, one, other),
    )


def compare_dates(context: LinkContext) -> list[Difference]:
    """Compare dates as days, and clock times as minutes of the day."""
    left, right = context.of_kind("a", "date"), context.of_kind("b", "date")
    days_a, days_b = ([f for f in side if not is_part_of_day(f)] for side in (left, right))
    counted_a = counted_ahead(context, "a") if days_b and not days_a else []
    counted_b = counted_ahead(context, "b") if days_a and not days_b else []
    spans_a, spans_b = ({fact.span for fact in facts} for facts in (counted_a, counted_b))
    found = _compare(
        context,
        "date",
        left + counted_a,
        right + counted_b,
        "date",
        comparable=comparable_dates,
        same=lambda one, other: _same_date(context, one, other),
    )
    # What lies in two weeks is no date of its own to add.
    found = [item for item in found if item.conflict or not {item.a} & spans_a | {item.b} & spans_b]
    at_once = {fact.span for fact in left + right if fact.value in _NO_DATES}
    return [
        replace(item, told=False) if not item.conflict and {item.a, item.b} & at_once else item
        for item in found
    ]


def _bounded(fact: Fact) -> bool:
    return fact.low is not None or fact.high is not None
