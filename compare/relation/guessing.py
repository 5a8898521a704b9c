"""Kinds of evidence that the network finds likely and no comparer found, put on words.

The words are those that bear the contradiction (relation/pointing.py), and of a figure those that
give it. A kind is only told on words that can bear it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.language.facts import Token
from compare.model import EvidenceKind, Side, Span
from compare.relation.comparers.acts import same_doers
from compare.relation.comparers.dated import of_one_thing
from compare.relation.comparers.denials import same_by_end
from compare.relation.comparers.opposites import same_by_denial
from compare.relation.comparers.order import same_order
from compare.relation.comparers.portions import told_in_words
from compare.relation.comparers.quantities import answered, unanswered
from compare.relation.context import Difference, LinkContext
from compare.relation.fitting import FIGURES, SIDES, Words, bearing_words, doers_of, fitted
from compare.relation.stance import of_one_stance

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
# A kind is told from this probability on. Of the kinds told on data/gold/later with less than 0.1
# none of 10 was marked, with 0.1 to 0.2 3 of 25, with 0.2 to 0.35 29 of 146, with more 120 of 355.
BELIEVED = 0.2
# From here on those who do what the words say are shown where the words themselves name nobody: of
# such on data/gold/later 6 of 7 were marked, of less likely ones 1 of 10.
DOERS = 0.5
_EXACT = frozenset(("PROPN", "NUM"))
_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM"))


def _turned_round(context: LinkContext, a: Span | None, b: Span | None) -> bool:
    """Say whether two phrases differ in order alone: both sides have their words, and one doer.

    The network hardly knows "Norland and Tarn" from "Tarn and Norland", nor who does what there.
    """
    of_a, of_b = ([token.lemma for token in own] for own in (context.tokens_a, context.tokens_b))
    said_a, said_b = (
        [token for token in own if token.pos in _CONTENT and _inside(token, span)]
        for own, span in ((context.tokens_a, a), (context.tokens_b, b))
    )

    def both(token: Token, other: Sequence[str], *abouts: Sequence[str]) -> bool:
        # Names and figures that are near each other are two: "Geneva", "Vienna".
        near = token.pos not in _EXACT and context.shared_about(*abouts, loose=True)
        return token.lemma in other or bool(near)

    return (
        same_doers(context)
        and all(both(token, of_b, [token.lemma], of_b) for token in said_a)
        and all(both(token, of_a, of_a, [token.lemma]) for token in said_b)
    )


def _of_two_things(context: LinkContext, a: Span | None, b: Span | None) -> bool:
    """Say whether one date only names a thing, of which the other tells nothing."""
    left, right = (
        [fact for fact in context.of_kind(side, "date") if fact.span == span]
        for side, span in zip(SIDES, (a, b), strict=True)
    )
    return any(not of_one_thing(one, other) for one in left for other in right)


def _same_time(context: LinkContext, a: Span | None, b: Span | None) -> bool:
    """Say whether two phrases give dates that can be the same, and have nothing else to differ in.

    "In March" and "earlier this year", "was sent in winter" and "was received last year". So it is
    of two acts in one order: "before they vote" and, of the vote, "after they have left".
    """
    known, told = answered(context, "date"), same_order(context)
    for side, span, dates in zip(SIDES, (a, b), known, strict=True):
        other = [token.lemma for token in context.tokens("b" if side == "a" else "a")]
        for token in context.tokens(side):
            if not _inside(token, span) or token.pos not in _CONTENT | {"ADV"}:
                continue
            if any(_inside(token, date) for date in dates):
                told = True
            elif not _has(context, side, token, other):
                return False
    return told


def _has(context: LinkContext, side: Side, token: Token, other: Sequence[str]) -> bool:
    """Say whether the other side has a word too, or one near it; names and figures themselves."""
    near = ([token.lemma], other) if side == "a" else (other, [token.lemma])
    return token.lemma in other or (token.pos not in _EXACT and bool(context.shared_about(*near)))


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
    if _same_time(context, *words):
        return None
    for kind in kinds:
        given = lone_figures(context, kind) if kind in FIGURES else words
        if kind in ("actor", "entity") and _turned_round(context, *given):
            return None
        if kind == "negation" and (same_by_denial(context) or same_by_end(context)):
            return None
        if kind in ("number", "scope") and told_in_words(context):
            return None
        if kind == "framing" and of_one_stance(context, words):
            return None
        if kind == "date" and _of_two_things(context, *given):
            return None
        if kind in FIGURES and None in given:
            given = _unread(context, given, words)
        shown = bearing_words(context, kind, given)
        if shown is None and kind == "actor" and likely[kind] >= DOERS:
            shown = doers_of(context, given)
        if shown is None:
            continue
        if likely[kind] < BELIEVED:
            return _differently(context, fitted(context, "wording", words) or shown, likely[kind])
        note = looks_like(context, [kind], shown)
        return Difference(kind, *shown, note, conflict=True, weight=likely[kind])
    wording = fitted(context, "wording", words)
    if wording is None or all(kind in FIGURES for kind in kinds):
        return None
    return _differently(context, wording, likely[kinds[0]])


def _unread(context: LinkContext, given: Words, words: Words) -> Words:
    """Return a figure that one side alone gives with the words of the other in its place.

    They bear the contradiction: the other figure may not have been read. So must the figure, else
    it is added and differs from nothing.
    """
    both = given[0] or words[0], given[1] or words[1]
    borne = any(
        own is not None and bears is not None and own.start < bears.end and bears.start < own.end
        for own, bears in zip(given, words, strict=True)
    )
    return both if borne and None not in both else (None, None)


def _differently(context: LinkContext, words: Words, weight: float) -> Difference | None:
    """Return that the sides tell it differently, without a kind; None where one stance does."""
    if of_one_stance(context, words):
        return None
    note = f"The two tell it differently: {_quotes(context, words)}."
    return Difference("wording", *words, note, conflict=True, weight=weight)


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
    """Return a figure of a kind of each side that the other does not give."""
    if kind == "number" or kind == "date" or kind == "duration":
        return unanswered(context, kind)
    return None, None
