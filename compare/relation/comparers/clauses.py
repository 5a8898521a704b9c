"""Conditions: a claim tied to something on one side only."""

from __future__ import annotations

import re

from compare.language.facts import Fact
from compare.model import Side, Span
from compare.relation.context import Difference, LinkContext

# An act that comes about whatever else does; "regardless of age" is of no event.
_WHATEVER = re.compile(
    r"\b(?:(?:irrespective|regardless) of|no matter (?:if|whether)"
    r"|(?:not|n't|n’t|never|no longer) (?:be |been |being )?(?:tied|conditional|conditioned"
    r"|contingent|dependent|subject) (?:to|on|upon)|not (?:depend|hinge) (?:up)?on)\b"
    r"(?!\s+(?:the |their |his |her |its |any )?(?:nationality|citizenship|age|gender|sex|race"
    r"|religion|faith|origin|ethnicity|size|status|income|party|creed|law|jurisdiction|tax)\b)"
    r"(?:\s+[\w'’-]+){1,6}",
    re.IGNORECASE,
)


def _freely(context: LinkContext, side: Side) -> Span | None:
    """Return where a side says that an act hangs on nothing: "irrespective of progress"."""
    tokens = context.tokens(side)
    if not tokens:
        return None
    found = _WHATEVER.search(context.statement(side).text, tokens[0].start, tokens[-1].end)
    return Span(*found.span()) if found else None


def _untied(context: LinkContext, side: Side, fact: Fact) -> Difference | None:
    """Return a condition of one side whose act the other does not tie to such a thing."""
    other: Side = "b" if side == "a" else "a"
    free = _freely(context, other)
    if free is None or fact.value == "without_preconditions":
        return None
    tie = context.statement(side).slice(fact.span).split()[0].lower()
    if tie in context.statement(other).slice(free).lower().split():
        return None  # "contingent on a vote", "not contingent on a vote"
    a, b = (fact.span, free) if side == "a" else (free, fact.span)
    note = (
        f"One side makes a condition, the other says that it hangs on none: A says "
        f"{context.quote('a', a)}, B says {context.quote('b', b)}."
    )
    return Difference("condition", a, b, note, conflict=True, weight=0.6)


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
            untied = _untied(context, side, fact)
            if untied is not None:
                found.append(untied)
                continue
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
