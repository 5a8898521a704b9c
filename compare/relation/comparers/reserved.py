"""What one side keeps open, and the other says will not be: "reserves the right to return"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.asserted import as_of, is_denied, subject_of
from compare.relation.context import Difference, LinkContext
from compare.relation.parsed import Parsed

# How sure a divergence such a pair makes; judged, not counted: they are few.
SURE = 1.0

_KEEPS = words("reserve retain keep hold leave")
_RIGHTS = words("right option possibility")
_PLEDGES = words(
    "guarantee promise pledge assure undertake vow swear commit say state confirm announce declare "
    "insist stress make agree"
)


@dataclass(frozen=True, slots=True)
class Act:
    """An act that is kept open or ruled out: its verb, whose it is and what it is done to."""

    lemma: str
    span: Span
    who: list[str]
    what: list[str]


def _nouns(parsed: Parsed, at: int | None) -> list[str]:
    named = at is not None and parsed.tokens[at].pos in ("NOUN", "PROPN")
    return [parsed.tokens[at].lemma] if at is not None and named else []


def _kept_open(context: LinkContext, side: Side) -> Iterator[Act]:
    """Yield the acts to which a side says that somebody reserves the right."""
    parsed = Parsed(context, side)
    for at, token in enumerate(parsed.tokens):
        over = parsed.tokens[token.head]
        if token.lemma not in _RIGHTS or over.lemma not in _KEEPS or is_denied(parsed, token.head):
            continue
        act = parsed.child(at, frozenset({"acl"}))
        if act is None or parsed.tokens[act].tag != "VB":
            continue
        if any(
            f.span.start <= token.start < f.span.end for f in context.of_kind(side, "condition")
        ):
            continue
        who = subject_of(parsed, token.head) if over.pos == "VERB" else None
        what = parsed.child(act, frozenset({"dobj"}))
        yield Act(
            parsed.tokens[act].lemma,
            parsed.span(token.head, act),
            _nouns(parsed, who),
            _nouns(parsed, what),
        )


def _ruled_out(context: LinkContext, side: Side) -> Iterator[Act]:
    """Yield the acts of which a side says that they will not be."""
    parsed = Parsed(context, side)
    for at, token in enumerate(parsed.tokens):
        if token.pos != "VERB" or as_of(parsed, at) != "ahead" or not is_denied(parsed, at):
            continue
        over = parsed.tokens[token.head]
        pledged = token.dep == "ccomp" and over.lemma in _PLEDGES
        if not pledged and token.head != at and token.dep != "conj":
            continue
        if pledged and is_denied(parsed, token.head):
            continue
        if context.of_kind(side, "condition"):
            continue
        own = parsed.children[at]
        passive = any(parsed.tokens[c].dep == "auxpass" for c in own)
        subject = subject_of(parsed, at)
        if passive and any(parsed.tokens[c].dep == "agent" for c in own):
            continue
        what = subject if passive else parsed.child(at, frozenset({"dobj"}))
        if pledged and subject is not None and parsed.tokens[subject].pos == "PRON":
            subject = subject_of(parsed, token.head)  # "promised that it will not"
        first = min([at, *(c for c in own if parsed.tokens[c].dep in ("aux", "neg"))])
        yield Act(
            token.lemma,
            parsed.span(first, at),
            [] if passive else _nouns(parsed, subject) or ["?"],
            _nouns(parsed, what),
        )


def _one_act(one: Act, other: Act) -> bool:
    """Say whether two acts are one: the same verb, of the same doer if he is named, and thing.

    Words that only answer each other won't do: "rent" answers "wages" as well.
    """
    if one.lemma != other.lemma or one.what != other.what:
        return False
    if one.what and not (one.who and other.who):
        return "?" not in (*one.who, *other.who)
    return bool(one.who) and one.who == other.who


def compare_reserved(context: LinkContext) -> list[Difference]:
    """Return an act that one side keeps open and the other says will not be."""
    pairs = [
        *((one, two) for one in _kept_open(context, "a") for two in _ruled_out(context, "b")),
        *((one, two) for two in _kept_open(context, "b") for one in _ruled_out(context, "a")),
    ]
    return [
        Difference(
            "negation",
            one.span,
            two.span,
            f"A says {context.quote('a', one.span)}, B says the opposite: "
            f"{context.quote('b', two.span)}.",
            conflict=True,
            weight=SURE,
            opposite=True,
        )
        for one, two in pairs
        if _one_act(one, two)
    ][:1]
