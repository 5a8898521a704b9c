"""Kinds of evidence that the network finds likely and no comparer found, put on words.

The words are those that bear the contradiction (relation/pointing.py), and of a figure those that
give it. A kind is only told on words that can bear it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.language.facts import FactKind, Token
from compare.model import EvidenceKind, Side, Span
from compare.relation.comparers.acts import same_doers
from compare.relation.comparers.opposites import same_by_denial
from compare.relation.context import Difference, LinkContext

Words = tuple[Span | None, Span | None]  # of A and of B; None: nothing on that side
FIGURES: tuple[FactKind, ...] = ("number", "date", "duration")
ABOUT: dict[EvidenceKind, str] = {
    "number": "how many or how much",
    "date": "when",
    "duration": "how long",
    "entity": "who or where",
    "actor": "who did, said or proposed it",
    "negation": "whether it is so",
    "commitment": "how firmly it is agreed or meant",
    "condition": "on what condition",
    "scope": "how far it goes",
    "framing": "in what light it is put",
    "wording": "in the wording",
}
_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM"))


def _turned_round(context: LinkContext, a: Span | None, b: Span | None) -> bool:
    """Say whether two phrases differ in order alone: both sides have their words, and one doer.

    The network hardly knows "Norland and Tarn" from "Tarn and Norland", nor who does what there.
    """
    of_a, of_b = ([token.lemma for token in own] for own in (context.tokens_a, context.tokens_b))
    said_a, said_b = (
        [token.lemma for token in own if token.pos in _CONTENT and _inside(token, span)]
        for own, span in ((context.tokens_a, a), (context.tokens_b, b))
    )
    return (
        same_doers(context)
        and all(w in of_b or context.shared_about([w], of_b, loose=True) for w in said_a)
        and all(w in of_a or context.shared_about(of_a, [w], loose=True) for w in said_b)
    )


def _inside(token: Token, span: Span | None) -> bool:
    return span is not None and token.start < span.end and span.start < token.end


def guess(
    context: LinkContext,
    kinds: Sequence[EvidenceKind],
    words: Words,
    likely: Mapping[EvidenceKind, float],
) -> Difference | None:
    """Return the first of some kinds that words can bear; None where nothing differs after all.

    :param words: that bear the contradiction most
    """
    for kind in kinds:
        span_a, span_b = lone_figures(context, kind) if kind in FIGURES else words
        if kind in ("actor", "entity") and _turned_round(context, span_a, span_b):
            return None
        if kind == "negation" and same_by_denial(context):
            return None
        missing = [span_a, span_b].count(None)
        # A figure that one side alone gives is added; figures differ where both give one.
        if missing == 2 or (missing and kind in FIGURES):
            continue
        if not can_bear(context, kind, (span_a, span_b)):
            continue
        told = [f"A {context.quote('a', span_a)}"] if span_a else []
        told += [f"B {context.quote('b', span_b)}"] if span_b else []
        note = f"What differs looks like {ABOUT[kind]}: {', '.join(told)}."
        return Difference(kind, span_a, span_b, note, conflict=True, weight=likely[kind])
    return None


def can_bear(context: LinkContext, kind: EvidenceKind, words: Words) -> bool:
    """Say whether words can bear a kind.

    Of a figure one must be in them; of who did it, somebody who can do things on each side quoted.
    """
    if kind == "actor":
        return all(_holds(context, words, side, ("actor", "entity")) for side in _quoted(words))
    if kind in FIGURES:
        return any(_holds(context, words, side, (kind,)) for side in _quoted(words))
    return True


def _quoted(words: Words) -> list[Side]:
    sides: tuple[Side, Side] = ("a", "b")
    return [side for side, span in zip(sides, words, strict=True) if span is not None]


def _holds(context: LinkContext, words: Words, side: Side, kinds: Sequence[FactKind]) -> bool:
    """Say whether the words of a side hold a fact of some kinds."""
    span = words[0] if side == "a" else words[1]
    return span is not None and any(
        fact.span.start < span.end and span.start < fact.span.end
        for fact in context.of_kind(side, *kinds)
    )


def covers(item: Difference, told: Difference) -> bool:
    """Say whether a finding stands on the words of another already, on both sides."""
    pairs = ((item.a, told.a), (item.b, told.b))
    return all(
        mine is not None and (own is None or (mine.start < own.end and own.start < mine.end))
        for mine, own in pairs
    )


def lone_figures(context: LinkContext, kind: FactKind) -> tuple[Span | None, Span | None]:
    """Return the first figure of a kind on either side that the other does not give."""
    left, right = context.of_kind("a", kind), context.of_kind("b", kind)
    of_a, of_b = ({fact.value for fact in facts} for facts in (left, right))
    return (
        next((fact.span for fact in left if fact.value not in of_b), None),
        next((fact.span for fact in right if fact.value not in of_a), None),
    )
