"""Kinds of evidence that the network finds likely and no comparer found, put on words.

The words are those that bear the contradiction (relation/pointing.py), and of a figure those that
give it. A kind is only told on words that can bear it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.language.facts import Token
from compare.model import EvidenceKind, Span
from compare.relation.comparers.acts import same_doers
from compare.relation.comparers.opposites import same_by_denial
from compare.relation.comparers.quantities import answered
from compare.relation.context import Difference, LinkContext
from compare.relation.fitting import FIGURES, SIDES, Words, bearing_words, fitted

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

    Where they can bear none, the sides are said to tell it differently, and no kind is named.

    :param words: that bear the contradiction most
    """
    for kind in kinds:
        span_a, span_b = lone_figures(context, kind) if kind in FIGURES else words
        if kind in ("actor", "entity") and _turned_round(context, span_a, span_b):
            return None
        if kind == "negation" and same_by_denial(context):
            return None
        # A figure that one side alone gives is added; figures differ where both give one.
        if kind in FIGURES and None in (span_a, span_b):
            continue
        shown = bearing_words(context, kind, (span_a, span_b))
        if shown is not None:
            note = looks_like(context, [kind], shown)
            return Difference(kind, *shown, note, conflict=True, weight=likely[kind])
    shown = fitted(context, "wording", words)
    if shown is None or all(kind in FIGURES for kind in kinds):
        return None
    note = f"The two tell it differently: {_quotes(context, shown)}."
    return Difference("wording", *shown, note, conflict=True, weight=likely[kinds[0]])


def looks_like(context: LinkContext, kinds: Sequence[EvidenceKind], words: Words) -> str:
    """Return the note for kinds that are told on the same words."""
    about = ", and ".join(ABOUT[kind] for kind in kinds)
    return f"What differs looks like {about}: {_quotes(context, words)}."


def _quotes(context: LinkContext, words: Words) -> str:
    """Return the words of each side that has some, each behind its letter."""
    return ", ".join(
        f"{side.upper()} {context.quote(side, span)}"
        for side, span in zip(SIDES, words, strict=True)
        if span is not None
    )


def add(
    context: LinkContext,
    kind: EvidenceKind,
    phrases: Sequence[Words],
    weight: float,
) -> Difference | None:
    """Return the first of some phrases that can bear a kind, told as what is added; None for none.

    :param phrases: that only one side has
    """
    for words in phrases:
        shown = bearing_words(context, kind, words)
        if shown is not None:
            note = f"What is added looks like {ABOUT[kind]}: {_quotes(context, shown)}."
            return Difference(kind, *shown, note, conflict=False, weight=weight)
    return None


def covers(item: Difference, told: Difference) -> bool:
    """Say whether a guess has no words on either side but those of a finding."""
    pairs = ((item.a, told.a), (item.b, told.b))
    return all(
        mine is not None and (own is None or (mine.start <= own.start and own.end <= mine.end))
        for mine, own in pairs
    )


def lone_figures(context: LinkContext, kind: EvidenceKind) -> Words:
    """Return the first figure of a kind on either side that the other does not give."""
    own = [figure for figure in FIGURES if figure == kind]
    known = answered(context, *own)
    left, right = (
        next((fact.span for fact in context.of_kind(side, *own) if fact.span not in too), None)
        for side, too in zip(SIDES, known, strict=True)
    )
    return left, right
