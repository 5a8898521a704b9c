"""People, places and organisations: one that only one side names is an added detail."""

from __future__ import annotations

from compare.relation.context import Difference, LinkContext


def compare_entities(context: LinkContext) -> list[Difference]:
    """Return the names that stand on one side only, each once."""
    left, right = context.of_kind("a", "entity"), context.of_kind("b", "entity")
    found: list[Difference] = []
    for side, facts, others in (("a", left, right), ("b", right, left)):
        known = {fact.value for fact in others}
        for fact in facts:
            if fact.value in known:
                continue
            known.add(fact.value)
            letter = side.upper()
            quote = context.quote("a" if side == "a" else "b", fact.span)
            found.append(
                Difference(
                    "entity",
                    fact.span if side == "a" else None,
                    fact.span if side == "b" else None,
                    f"Only {letter} names {quote} here.",
                    conflict=False,
                )
            )
    return found
