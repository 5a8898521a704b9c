"""People, places and organisations: one that only one side names is an added detail."""

from __future__ import annotations

from collections.abc import Sequence

from compare.language.facts import Fact, Token
from compare.model import Side, Span
from compare.relation.comparers.speakers import is_speaker
from compare.relation.context import Difference, LinkContext

# Names shown for each side of a link, the first ones: more hide what matters.
MAX_NAMES = 2
_PARTICIPANTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "agent"})


def _frame(tokens: Sequence[Token]) -> list[Span]:
    """Return the words for who tells whom: "President X told President Y that …".

    A verb with a clause of its own for an object opens a frame; who takes part in the telling is no
    detail of what is told.
    """
    tellers = {token.head for token in tokens if token.dep == "ccomp"}
    found = []
    for token in tokens:
        head = tokens[token.head] if token.head < len(tokens) else token
        told = token.dep in _PARTICIPANTS and token.head in tellers
        through = token.dep == "pobj" and head.dep in ("prep", "agent") and head.head in tellers
        if told or through:
            found.append(Span(token.start, token.end))
    return found


def _is_named(context: LinkContext, side: Side, span: Span) -> bool:
    """Say whether a span is a name that the other side lacks, not a common word in capitals.

    In shouting posts the recogniser takes "AGREED" and "War" for names.
    """
    own, others = context.tokens_a, context.tokens_b
    mine, other = context.a, context.b
    if side == "b":
        own, others, mine, other = others, own, other, mine
    words = [
        token
        for token in own
        if token.start < span.end and span.start < token.end
        if token.pos in ("PROPN", "NOUN", "ADJ", "NUM")
    ]
    if not any(token.pos in ("PROPN", "NOUN") for token in words):
        return False
    said = {token.lemma.casefold() for token in others}
    said |= {other.slice(Span(token.start, token.end)).casefold() for token in others}
    forms = [
        {token.lemma.casefold(), mine.slice(Span(token.start, token.end)).casefold()}
        for token in words
    ]
    return not all(form & said for form in forms)


def compare_entities(context: LinkContext) -> list[Difference]:
    """Return the names that stand on one side only, each once, without those who tell it."""
    left, right = context.of_kind("a", "entity"), context.of_kind("b", "entity")
    found: list[Difference] = []
    sides: tuple[tuple[Side, list[Fact], list[Fact]], ...] = (
        ("a", left, right),
        ("b", right, left),
    )
    for side, facts, others in sides:
        known = {fact.value for fact in others}
        frame = _frame(context.tokens(side)) if context.is_parsed(side) else []
        shown = 0
        for fact in facts:
            if fact.value in known or shown == MAX_NAMES:
                continue
            known.add(fact.value)
            if any(s.start < fact.span.end and fact.span.start < s.end for s in frame):
                continue
            if not _is_named(context, side, fact.span):
                continue
            mine, theirs = (context.a, context.b) if side == "a" else (context.b, context.a)
            if is_speaker(theirs, mine, fact):
                continue  # who speaks there says "I" or "we"
            shown += 1
            letter = side.upper()
            quote = context.quote(side, fact.span)
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
