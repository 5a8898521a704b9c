"""Numbers, durations and dates: compared only when they are about the same thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from compare.language.facts import Fact
from compare.model import EvidenceKind
from compare.relation.context import Difference, LinkContext

# How sure a conflict is when both sides give the only value of this kind in the link but nothing
# says that they are about the same thing.
UNRELATED = 0.35


def _overlap(one: Fact, other: Fact) -> bool:
    """Say whether two intervals can mean the same; an open bound reaches to infinity."""
    low_one = one.low if one.low is not None else float("-inf")
    low_other = other.low if other.low is not None else float("-inf")
    high_one = one.high if one.high is not None else float("inf")
    high_other = other.high if other.high is not None else float("inf")
    return low_one <= high_other and low_other <= high_one


def _agree(one: Fact, other: Fact) -> bool:
    if one.unit != other.unit:
        return False
    if one.low is None and one.high is None and other.low is None and other.high is None:
        return one.value == other.value
    return _overlap(one, other)


def _compare(
    context: LinkContext,
    kind: EvidenceKind,
    facts_a: Sequence[Fact],
    facts_b: Sequence[Fact],
    topic: str,
    lone_pair_counts: bool,
    comparable: Callable[[Fact, Fact], bool],
) -> list[Difference]:
    """Pair the facts off: equal ones first, then conflicts about one thing; the rest are additions.

    :param topic: what the kind is called in a note where no common noun is known
    :param lone_pair_counts: whether the only two values of a link are compared though nothing
        says that they are about the same thing
    """
    left, right = list(facts_a), list(facts_b)
    for one in facts_a:
        same = [other for other in right if _agree(one, other)]
        if same:
            # The one that is about the same thing, if there is a choice.
            same.sort(key=lambda other: not context.shared_about(one.about, other.about))
            right.remove(same[0])
            left.remove(one)
    found: list[Difference] = []
    lone_pair = len(left) == 1 and len(right) == 1
    for one in list(left):
        for other in list(right):
            if not comparable(one, other):
                continue
            shared = context.shared_about(one.about, other.about)
            if not shared and not (lone_pair and lone_pair_counts):
                continue
            weight = 1.0 if shared else UNRELATED
            if one.vague or other.vague:
                weight *= 0.6
            subject = f"the {topic} of “{shared}”" if shared else f"a {topic}"
            found.append(
                Difference(
                    kind,
                    one.span,
                    other.span,
                    f"Both give {subject}: A says {context.quote('a', one.span)}, "
                    f"B says {context.quote('b', other.span)}.",
                    conflict=True,
                    weight=weight,
                )
            )
            left.remove(one)
            right.remove(other)
            break
    for fact in left:
        note = f"Only A gives this {topic}: {context.quote('a', fact.span)}."
        found.append(Difference(kind, fact.span, None, note, conflict=False))
    for fact in right:
        note = f"Only B gives this {topic}: {context.quote('b', fact.span)}."
        found.append(Difference(kind, None, fact.span, note, conflict=False))
    return found


def compare_numbers(context: LinkContext) -> list[Difference]:
    """Compare counts, amounts and percentages of the same thing in the same unit."""
    return _compare(
        context,
        "number",
        context.of_kind("a", "number"),
        context.of_kind("b", "number"),
        "number",
        lone_pair_counts=False,
        comparable=lambda one, other: one.unit == other.unit,
    )


def compare_durations(context: LinkContext) -> list[Difference]:
    """Compare lengths of time, in minutes."""
    return _compare(
        context,
        "duration",
        context.of_kind("a", "duration"),
        context.of_kind("b", "duration"),
        "length of time",
        lone_pair_counts=True,
        comparable=lambda one, other: _bounded(one) and _bounded(other),
    )


def compare_dates(context: LinkContext) -> list[Difference]:
    """Compare dates as days, and clock times as minutes of the day."""
    return _compare(
        context,
        "date",
        context.of_kind("a", "date"),
        context.of_kind("b", "date"),
        "date",
        lone_pair_counts=True,
        comparable=lambda one, other: one.unit == other.unit and _bounded(one) and _bounded(other),
    )


def _bounded(fact: Fact) -> bool:
    return fact.low is not None or fact.high is not None
