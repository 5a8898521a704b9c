"""Conditions: a claim tied to something on one side only."""

from __future__ import annotations

from compare.language.facts import Fact
from compare.model import Side
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
