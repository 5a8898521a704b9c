"""An act that one side tells by a noun, "announced the closure", and the other contradicts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.language.facts.wordlist import words
from compare.language.nominal import VERB_OF
from compare.language.opposites import opposed
from compare.model import Side, Span
from compare.relation.asserted import as_of, is_asserted, is_denied, subject_of
from compare.relation.context import LinkContext
from compare.relation.parsed import VERBS, Parsed

# Who says one of these of an act says that it will be, or is; who calls for it doesn't.
_ASSERTS = words("announce confirm order begin start agree decide approve decree schedule")
_STAYS = words("remain stay keep be")
_THINGS = ("NOUN", "PROPN")
_PART = words(
    "some other another most many several few half part rest more any each first last next such "
    "new old partial possible eventual proposed conditional temporary"
)


@dataclass(frozen=True, slots=True)
class Act:
    """An act, by its verb, with what it is done to or who does it without an object."""

    verb: str
    denied: bool
    thing: str
    span: Span


def _by_noun(context: LinkContext, side: Side) -> Iterator[Act]:
    """Yield the acts that a side tells by a noun: "announced the closure of the mine"."""
    parsed = Parsed(context, side)
    for at, token in enumerate(parsed.tokens):
        over = parsed.tokens[token.head]
        if token.lemma not in VERB_OF or token.pos != "NOUN" or over.lemma not in _ASSERTS:
            continue
        if token.dep not in ("dobj", "nsubjpass") or is_denied(parsed, token.head):
            continue
        if as_of(parsed, token.head) is None:
            continue
        if not is_asserted(context, side, parsed, token.head) or _is_part(parsed, at):
            continue
        of = [c for c in parsed.children[at] if parsed.word(c) == "of"]
        nouns = [c for link in of for c in parsed.children[link]]
        nouns += [c for c in parsed.children[at] if parsed.tokens[c].dep in ("poss", "compound")]
        for noun in nouns:
            if parsed.tokens[noun].pos in _THINGS and not _is_part(parsed, noun):
                span = parsed.span(min(at, token.head), max(at, token.head))
                yield Act(VERB_OF[token.lemma], False, parsed.tokens[noun].lemma, span)


def _is_part(parsed: Parsed, at: int) -> bool:
    own = parsed.children[at]
    return any(parsed.word(c) in _PART or parsed.tokens[c].dep == "nummod" for c in own)


def _by_verb(context: LinkContext, side: Side) -> Iterator[Act]:
    """Yield the acts of which a side says by a verb that they will be, or won't."""
    parsed = Parsed(context, side)
    for at, token in enumerate(parsed.tokens):
        if token.pos not in VERBS or as_of(parsed, at) != "ahead":
            continue
        if (
            token.dep in ("aux", "auxpass")
            or not is_asserted(context, side, parsed, at)
            or context.of_kind(side, "duration", "date")
        ):
            continue
        own = parsed.children[at]
        passive = any(parsed.tokens[c].dep == "auxpass" for c in own)
        acted = None if passive else parsed.child(at, frozenset({"dobj"}))
        thing = subject_of(parsed, at) if acted is None else acted
        if thing is None or parsed.tokens[thing].pos not in _THINGS or _is_part(parsed, thing):
            continue
        how = parsed.child(at, frozenset({"acomp"})) if token.lemma in _STAYS else None
        lemma = token.lemma if how is None else parsed.tokens[how].lemma
        near = [c for c in own if parsed.tokens[c].dep in ("aux", "auxpass", "neg")]
        span = parsed.span(min([at, *near]), at if how is None else how)
        yield Act(lemma, is_denied(parsed, at), parsed.tokens[thing].lemma, span)


def _contrary(told: Act, other: Act) -> bool:
    """Say whether what will be leaves no room for an act: "the closure", "will remain open"."""
    if told.thing != other.thing:
        return False
    same = told.verb == other.verb
    return other.denied if same else not other.denied and opposed(told.verb, other.verb)


def acts_apart(context: LinkContext) -> tuple[Span, Span] | None:
    """Return the first act that one side tells by a noun and the other contradicts by a verb."""
    for told in _by_noun(context, "a"):
        for other in _by_verb(context, "b"):
            if _contrary(told, other):
                return told.span, other.span
    for told in _by_noun(context, "b"):
        for other in _by_verb(context, "a"):
            if _contrary(told, other):
                return other.span, told.span
    return None
