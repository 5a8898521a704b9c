"""Numbers, durations and dates: compared only when they are about the same thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from compare.language.facts import Fact, FactKind
from compare.language.facts.numerals import scan
from compare.model import EvidenceKind, Side, Span
from compare.relation.comparers.ahead import counted_ahead
from compare.relation.comparers.formers import is_former
from compare.relation.comparers.rates import same_number, shown
from compare.relation.comparers.values import (
    accounted,
    comparable_dates,
    same_amount,
    same_date,
)
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
        if one in left and other in right and not _by_chance(context, one, other, left, right):
            left.remove(one)
            right.remove(other)
    _drop_accounted(context, left, right)
    found: list[Difference] = []
    lone_pair = len(left) == 1 and len(right) == 1
    for one in list(left):
        for other in list(right):
            if not comparable(one, other) or (kind != "date" and _crossed(context, one, other)):
                continue
            shared = context.shared_about(one.about, other.about)
            if not shared and not (lone_pair and lone_pair_counts(one)):
                continue
            weight = 1.0 if shared else UNRELATED
            if one.vague or other.vague:
                weight *= 0.6
            called = _called(topic, one, other)
            subject = f"a {called}"
            if shared:
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
    if one.kind != other.kind or (one.kind == "number" and one.unit != other.unit):
        return False
    if one.value == other.value:
        return True
    if not context.shared_about(one.about, other.about):
        return False
    if one.kind == "date":
        return same_date(one, other, (context.a.slice(one.span), context.b.slice(other.span)))
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


def _by_chance(
    context: LinkContext, one: Fact, other: Fact, left: Sequence[Fact], right: Sequence[Fact]
) -> bool:
    """Say whether figures of two things only fall into each other's bounds.

    "Up to 300 trucks" is about the "600 trucks", not about the "fifty of them".
    """
    if (one.low, one.high) == (other.low, other.high) or context.shared_about(
        one.about, other.about
    ):
        return False
    return any(
        item is not other and item.unit == one.unit and context.shared_about(one.about, item.about)
        for item in right
    ) or any(
        item is not one
        and item.unit == other.unit
        and context.shared_about(item.about, other.about)
        for item in left
    )


def _called(topic: str, *facts: Fact) -> str:
    """Return what figures are called in a note: a date that is a time of day is a time."""
    times = all(fact.kind == "date" and fact.value.startswith("T") for fact in facts)
    return "time" if times else topic


def _crossed(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether each side gives the other's figure too: "from nine years to six"."""
    texts = _texts(context)
    figures = [{item.low for item in scan(text)} for text in texts]
    mine = {item.low for item in scan(context.a.slice(one.span))}
    theirs = {item.low for item in scan(context.b.slice(other.span))}
    if not (mine and theirs) or mine == theirs:  # "six weeks", "six months"
        return False
    return mine <= figures[1] and theirs <= figures[0]


def _texts(context: LinkContext) -> tuple[str, str]:
    """Return what each side says in the link."""
    a, b = (
        " ".join(side.text[token.start : token.end] for token in tokens)
        for side, tokens in ((context.a, context.tokens_a), (context.b, context.tokens_b))
    )
    return a, b


def _drop_accounted(context: LinkContext, left: list[Fact], right: list[Fact]) -> None:
    """Take out the numbers of either side that those of the other side make up."""
    texts = _texts(context)
    for mine, theirs in ((left, right), (right, left)):
        for one in list(mine):
            parts = accounted(one, theirs, texts) if one.kind == "number" else ()
            if parts:
                mine.remove(one)
                for part in parts:
                    theirs.remove(part)


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
        comparable=lambda one, other: one.unit == other.unit,
        same=lambda one, other: one.unit == other.unit and same_number(one, other),
    )


def compare_durations(context: LinkContext) -> list[Difference]:
    """Compare lengths of time, in minutes."""
    return _compare(
        context,
        "duration",
        context.of_kind("a", "duration"),
        context.of_kind("b", "duration"),
        "length of time",
        comparable=lambda one, other: _bounded(one) and _bounded(other),
        same=same_amount,
    )


def compare_dates(context: LinkContext) -> list[Difference]:
    """Compare dates as days, and clock times as minutes of the day."""
    left, right = context.of_kind("a", "date"), context.of_kind("b", "date")
    counted_a = counted_ahead(context, "a") if right and not left else []
    counted_b = counted_ahead(context, "b") if left and not right else []
    spans_a, spans_b = ({fact.span for fact in facts} for facts in (counted_a, counted_b))
    found = _compare(
        context,
        "date",
        left + counted_a,
        right + counted_b,
        "date",
        comparable=comparable_dates,
        same=lambda one, other: same_date(
            one, other, (context.a.slice(one.span), context.b.slice(other.span))
        ),
    )
    # What lies in two weeks is no date of its own to add.
    return [item for item in found if item.conflict or not (item.a in spans_a or item.b in spans_b)]


def _bounded(fact: Fact) -> bool:
    return fact.low is not None or fact.high is not None
