"""Wording: the phrases of a link that only one side has."""

from __future__ import annotations

from compare.alignment.words import lone_phrases
from compare.language.facts import FactKind
from compare.model import Side, Span
from compare.relation.context import Difference, LinkContext
from compare.relation.phrases import whole_phrase

# Phrases shown for each side of a link: the longest ones; more would mark the whole sentence.
MAX_PHRASES = 2


def compare_wording(context: LinkContext) -> list[Difference]:
    """Return the longest phrases that the other side has no counterpart for, made whole."""
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
        for span in _whole(context, side, spans)[:MAX_PHRASES]
    ]


def _whole(context: LinkContext, side: Side, spans: list[Span]) -> list[Span]:
    """Return phrases made whole, without those that name what the other side names otherwise."""
    left = (span for span in spans if not _named_by_both(context, side, span))
    whole: list[Span] = []
    for span in (whole_phrase(context, side, one) for one in left):
        if not any(span.start < other.end and other.start < span.end for other in whole):
            whole.append(span)
    return whole


def _named_by_both(context: LinkContext, side: Side, span: Span) -> bool:
    """Say whether a phrase is a name or a figure that the other side has too: "US", "a dozen"."""
    other: Side = "b" if side == "a" else "a"
    kinds: tuple[FactKind, ...] = ("entity", "number", "date", "duration")
    known = {(fact.kind, fact.value) for fact in context.of_kind(other, *kinds)}
    return any(
        fact.span.start <= span.start and span.end <= fact.span.end
        for fact in context.of_kind(side, *kinds)
        if (fact.kind, fact.value) in known
    )
