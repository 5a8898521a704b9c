"""Where the other side tells what is denied: its own word, or one that answers it."""

from __future__ import annotations

from collections.abc import Iterator

from compare.language.facts import Token
from compare.model import Side, Span
from compare.relation.context import ALIKE, LinkContext
from compare.relation.parsed import Parsed

_CONTENT = ("VERB", "NOUN", "ADJ", "PROPN")
_THINGS = ("NOUN", "PROPN")
_PLAIN = frozenset({"be", "have", "do", "take", "make", "give", "get"})


def covered(context: LinkContext, side: Side, lemmas: tuple[str, ...]) -> Span | None:
    """Return where the other side says one of the lemmas, by lemma or by word alignment.

    A thing that only answers another thing counts where what is told of the two answers too: a
    denial that civilians were hurt isn't set against fire "directed at targets".
    """
    mine, other = (
        (context.tokens_a, context.tokens_b)
        if side == "a"
        else (context.tokens_b, context.tokens_a)
    )
    for lemma in lemmas:
        for token in other:
            if token.lemma == lemma and token.pos in _CONTENT:
                return Span(token.start, token.end)
        for token in mine:
            if token.lemma != lemma:
                continue
            for span in _answering(context, side, token):
                if _one_act(context, side, token, span):
                    return span
    return None


def one_thing_in(context: LinkContext, a: Span, b: Span) -> bool:
    """Say whether words of A and of B name one thing by its noun and by the same word before it.

    So do "live rounds" and "live ammunition", and not "heavy guns" and "heavy losses".
    """
    things_a, things_b = list(_things_in(context, "a", a)), list(_things_in(context, "b", b))
    return any(
        word == told and context.shared_about([noun], [theirs])
        for word, noun in things_a
        for told, theirs in things_b
    )


def _things_in(context: LinkContext, side: Side, within: Span) -> Iterator[tuple[str, str]]:
    """Yield the nouns of some words, each with an adjective or a noun before it."""
    tokens = context.tokens(side)
    for token in tokens:
        inside = within.start <= token.start and token.end <= within.end
        if inside and token.dep in ("amod", "compound") and tokens[token.head].pos == "NOUN":
            yield token.lemma, tokens[token.head].lemma


def _answering(context: LinkContext, side: Side, token: Token) -> Iterator[Span]:
    """Yield the content words of the other side that a word is aligned with, where alike."""
    aligned = context.words.b if side == "a" else context.words.a
    best = context.words.best_b if side == "a" else context.words.best_a
    for index in sorted(context.words.counterparts(Span(token.start, token.end), of=side)):
        if aligned[index].content and best[index] >= ALIKE:
            yield aligned[index].span


def _one_act(context: LinkContext, side: Side, token: Token, answer: Span) -> bool:
    """Say whether two things that answer each other stand with verbs that do so too.

    Where either has no verb of its own, or only a light one, nothing speaks against it.
    """
    if token.pos not in _THINGS:
        return True
    other: Side = "b" if side == "a" else "a"
    theirs = next((t for t in context.tokens(other) if t.start == answer.start), None)
    if theirs is None or (theirs.pos not in _THINGS and theirs.dep != "amod"):
        return True
    mine = _verb(Parsed(context, side), token)
    told = _verb(Parsed(context, other), theirs)
    if not mine or not told:
        return True
    one, two = (mine[:1], told) if side == "a" else (told, mine[:1])
    return bool(context.shared_about(one, two))


def _verb(parsed: Parsed, token: Token) -> list[str]:
    """Return the lemmas of the verb that a noun belongs to, and of what hangs on it but the noun.

    Nothing for no verb, or a light one; "suffered injuries" tells of being hurt by its noun.
    """
    tokens = parsed.tokens
    verb = parsed.verb_of(next(at for at, item in enumerate(tokens) if item is token))
    if verb is None or tokens[verb].pos != "VERB" or tokens[verb].lemma in _PLAIN:
        return []
    own = (tokens[c] for c in parsed.children[verb])
    return [tokens[verb].lemma, *(t.lemma for t in own if t is not token and t.dep == "dobj")]
