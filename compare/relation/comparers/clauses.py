"""Conditions and scope: a claim tied to something, or narrowed, on one side only."""

from __future__ import annotations

from compare.language.facts import Fact
from compare.model import Side, Span
from compare.relation.context import Difference, LinkContext


def _is_free(facts: list[Fact]) -> bool:
    """Say whether all that is said of conditions is that there are none."""
    return all(fact.value == "without_preconditions" for fact in facts)


def compare_conditions(context: LinkContext) -> list[Difference]:
    """Return conditions that one side makes and the other doesn't have."""
    left, right = context.of_kind("a", "condition"), context.of_kind("b", "condition")
    found: list[Difference] = []
    if left and right and _is_free(left) != _is_free(right):
        found.append(
            Difference(
                "condition",
                left[0].span,
                right[0].span,
                f"One side makes a condition, the other says that there is none: A says "
                f"{context.quote('a', left[0].span)}, B says {context.quote('b', right[0].span)}.",
                conflict=True,
                weight=0.7,
            )
        )
    sides: tuple[Side, Side] = ("a", "b")
    for side in sides:
        facts, others = (left, right) if side == "a" else (right, left)
        for fact in facts:
            if others:
                continue  # both tie the claim to something; what to, the words show
            says = "says that there is no condition" if _is_free([fact]) else "makes a condition"
            found.append(
                Difference(
                    "condition",
                    fact.span if side == "a" else None,
                    fact.span if side == "b" else None,
                    f"Only {side.upper()} {says}: {context.quote(side, fact.span)}.",
                    conflict=True,
                    weight=0.6,
                )
            )
    return found


# A word such as "all" or "only" that one side alone has is a weak hint.
LONE_SCOPE = 0.2


def _shown(fact: Fact, own: list[Fact]) -> Span:
    """Return the words to show: of "all of them except Malta" it is not the "all" that differs."""
    if fact.value != "except":
        return fact.span
    behind = (i.span for i in own if i.value == "except" and i.span.start >= fact.span.end)
    return next(behind, fact.span)


def compare_scopes(context: LinkContext) -> list[Difference]:
    """Return things that the sides mean to a different extent (all, some, only)."""
    found: list[Difference] = []
    left, right = context.of_kind("a", "scope"), context.of_kind("b", "scope")
    sides: tuple[Side, Side] = ("a", "b")
    if not (left and right):
        for side in sides:
            for fact in left if side == "a" else right:
                found.append(
                    Difference(
                        "scope",
                        fact.span if side == "a" else None,
                        fact.span if side == "b" else None,
                        f"Only {side.upper()} says how much: {context.quote(side, fact.span)}.",
                        conflict=True,
                        weight=LONE_SCOPE,
                    )
                )
    for one in left:
        for other in right:
            if one.value == other.value:
                continue
            shared = context.shared_about(one.about, other.about)
            if not shared:
                continue
            spans = _shown(one, left), _shown(other, right)
            found.append(
                Difference(
                    "scope",
                    *spans,
                    f"How much of “{context.as_written(shared)}”: "
                    f"A says {context.quote('a', spans[0])}, "
                    f"B says {context.quote('b', spans[1])}.",
                    conflict=True,
                    weight=0.8,
                )
            )
    return found
