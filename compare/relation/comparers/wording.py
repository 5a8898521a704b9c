"""Wording: the phrases of a link that only one side has."""

from __future__ import annotations

from compare.alignment.words import lone_phrases
from compare.model import Side, Span
from compare.relation.context import Difference, LinkContext

# Phrases shown for each side of a link: the longest ones; more would mark the whole sentence.
MAX_PHRASES = 2


def compare_wording(context: LinkContext) -> list[Difference]:
    """Return the longest phrases that the other side has no counterpart for."""
    words = context.words
    paired_a, paired_b = {i for i, _ in words.pairs}, {j for _, j in words.pairs}
    sides: tuple[tuple[Side, list[Span]], ...] = (
        ("a", lone_phrases(words.a, paired_a)),
        ("b", lone_phrases(words.b, paired_b)),
    )
    return [
        Difference(
            "wording",
            span if side == "a" else None,
            span if side == "b" else None,
            f"Only {side.upper()} says {context.quote(side, span)}.",
            conflict=False,
        )
        for side, spans in sides
        for span in spans[:MAX_PHRASES]
    ]
