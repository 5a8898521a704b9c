"""One quality said and denied by the shape of a word: "illegally caught", "lawfully taken".

The two may stand at any place and be of any class of words: before a noun, behind "is", or with a
participle. They must be said of things that answer each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.language.facts.wordlist import words
from compare.language.prefixed import plain_of, same_quality
from compare.model import Side, Span
from compare.relation.asserted import is_denied, subject_of
from compare.relation.context import LinkContext
from compare.relation.parsed import VERBS, Parsed

_OPEN = words("may might could should must would can ought seem appear if whether unless")
_CALLED = words("call consider deem declare brand regard describe denounce allege accuse label see")
_PART = words(
    "some other another most many several few half part rest more any each first second last next "
    "new old former different such"
)
_PREDICATES = words("acomp attr oprd")
_TURNED = words("not never n't n’t hardly scarcely far less too anything neither nor no")
# Words that say of a whole claim what its writer thinks of it.
_STANCE = words("possibly probably sure surely certainly clearly likely directly equally evenly")
_SHOWN = 24  # code points from a word to the verb or noun that is shown with it


@dataclass(frozen=True, slots=True)
class Quality:
    """A quality that one side says of a thing, or denies of it."""

    plain: str
    shaped: bool  # told by a word that denies its own stem, or by "without"
    holds: bool
    things: tuple[str, ...]
    span: Span


def qualities(context: LinkContext, side: Side) -> list[Quality]:
    """Return the qualities that a side may be meant to say of its things."""
    parsed = Parsed(context, side)
    if parsed.tokens and parsed.word(len(parsed.tokens) - 1) == "?":
        return []
    return [
        found for at in range(len(parsed.tokens)) for found in _of_word(context, side, parsed, at)
    ]


def _of_word(context: LinkContext, side: Side, parsed: Parsed, at: int) -> Iterator[Quality]:
    """Yield what one word says of a thing."""
    token, word = parsed.tokens[at], parsed.word(at)
    if token.lemma == "without":
        noun = parsed.child(at, frozenset({"pobj"}))
        if noun is not None:
            yield from _lacked(context, side, parsed, at, noun)
        return
    if token.pos not in ("ADJ", "ADV", "VERB") or word in _STANCE:
        return
    if token.pos == "VERB" and token.tag != "VBN":
        return
    things = _things(parsed, at)
    if things and _is_plainly_said(context, side, parsed, at):
        plain = plain_of(word)
        turned = _turned(parsed, at)
        yield Quality(
            plain or word, plain is not None, (plain is None) != turned, things, _shown(parsed, at)
        )


def _lacked(
    context: LinkContext, side: Side, parsed: Parsed, at: int, noun: int
) -> Iterator[Quality]:
    """Yield what "is without foundation" and "is not without foundation" say of a thing."""
    verb = parsed.tokens[at].head
    if parsed.tokens[verb].lemma not in ("be", "remain") or _cut(parsed, noun):
        return
    subject = subject_of(parsed, verb)
    if subject is None or not _is_plainly_said(context, side, parsed, at):
        return
    start = min([at, *(c for c in parsed.children[verb] if parsed.tokens[c].dep == "neg")])
    yield Quality(
        parsed.tokens[noun].lemma,
        True,
        is_denied(parsed, verb) or any(parsed.word(c) == "not" for c in parsed.children[at]),
        _nouns(parsed, subject),
        parsed.span(start if at - start < 3 else at, noun),
    )


def _cut(parsed: Parsed, noun: int) -> bool:
    """Say whether a noun is one kind of several: "without legal foundation"."""
    return any(parsed.tokens[c].dep in ("amod", "compound", "prep") for c in parsed.children[noun])


def _nouns(parsed: Parsed, at: int) -> tuple[str, ...]:
    """Return the lemma of a noun that is told of as a whole; nothing for "some of them"."""
    token = parsed.tokens[at]
    if token.pos not in ("NOUN", "PROPN"):
        return ()
    own = {parsed.word(c) for c in parsed.children[at]}
    counted = any(parsed.tokens[c].dep == "nummod" for c in parsed.children[at])
    return () if own & _PART or counted else (token.lemma,)


def _things(parsed: Parsed, at: int) -> tuple[str, ...]:
    """Return the nouns that a word is said of, by its adjective, participle or verb."""
    token = parsed.tokens[at]
    if token.dep == "conj" and parsed.tokens[token.head].pos == token.pos:
        return _things(parsed, token.head) if token.pos != "VERB" else _undergone(parsed, at)
    over = token.head
    if token.dep == "amod" or (token.dep == "acl" and token.pos == "VERB"):
        return _nouns(parsed, over)
    if token.dep in _PREDICATES and parsed.tokens[over].pos in VERBS:
        subject = subject_of(parsed, over)
        return () if subject is None else _nouns(parsed, subject)
    if token.pos == "VERB":
        return _undergone(parsed, at)
    if token.dep == "advmod" and parsed.tokens[over].pos == "VERB":
        return _undergone(parsed, over)
    if token.dep == "advmod" and parsed.tokens[over].pos == "ADJ":  # "illegally felled timber"
        return _things(parsed, over)
    return ()


def _undergone(parsed: Parsed, verb: int) -> tuple[str, ...]:
    """Return the noun that an act is done to."""
    token = parsed.tokens[verb]
    if token.dep in ("amod", "acl"):
        return _nouns(parsed, token.head) if token.tag == "VBN" else ()
    acted = parsed.child(verb, frozenset({"dobj"}))
    if acted is not None:
        return _nouns(parsed, acted)
    passive = any(parsed.tokens[c].dep == "auxpass" for c in parsed.children[verb])
    subject = subject_of(parsed, verb) if passive else None
    return () if subject is None else _nouns(parsed, subject)


def _turned(parsed: Parsed, at: int) -> bool:
    """Say whether a denial turns a word round: "is not legal", "were not lawfully taken"."""
    verb = parsed.verb_of(at) if parsed.tokens[at].dep != "amod" else None
    own = any(parsed.word(c) in _TURNED for c in parsed.children[at])
    return own != (verb is not None and verb != at and is_denied(parsed, verb))


def _is_plainly_said(context: LinkContext, side: Side, parsed: Parsed, at: int) -> bool:
    """Say whether a word isn't only possible, asked, under a condition or in another's mouth."""
    place = parsed.tokens[at].start
    if any(f.span.start <= place < f.span.end for f in context.of_kind(side, "condition")):
        return False
    for _ in range(8):
        own = {parsed.tokens[c].lemma for c in parsed.children[at]}
        token = parsed.tokens[at]
        if token.pos in VERBS and (own & _OPEN or token.lemma in _CALLED):
            return False
        if token.head == at:
            break
        if token.dep in ("ccomp", "xcomp", "pcomp") and is_denied(parsed, token.head):
            return False
        if token.dep in ("ccomp", "xcomp", "pcomp") and parsed.tokens[token.head].lemma == "deny":
            return False
        at = token.head
    return True


def _shown(parsed: Parsed, at: int) -> Span:
    """Return a word with the verb or noun behind it that it belongs to: "lawfully taken"."""
    over = parsed.tokens[at].head
    if at < over and parsed.tokens[over].end - parsed.tokens[at].start <= _SHOWN:
        return parsed.span(at, over)
    return Span(parsed.tokens[at].start, parsed.tokens[at].end)


def compare_qualities(context: LinkContext) -> list[tuple[Span, Span, bool]]:
    """Return the words of A and of B of which one denies by its shape what the other says.

    With each pair comes whether the thing itself has the same word, not one that answers it.
    Nothing where a side says both, as of "legal and illegal" ones.
    """
    told_a, told_b = qualities(context, "a"), qualities(context, "b")
    found = []
    for one in told_a:
        for other in told_b:
            if not (one.shaped or other.shaped) or one.holds == other.holds:
                continue
            if not same_quality(one.plain, other.plain):
                continue
            if _says_both(told_a, one) or _says_both(told_b, other):
                continue
            if context.shared_about(one.things, other.things):
                same = bool(set(one.things) & set(other.things))
                found.append((one.span, other.span, same))
    return found


def _says_both(told: list[Quality], quality: Quality) -> bool:
    return any(
        same_quality(item.plain, quality.plain) and item.holds != quality.holds for item in told
    )
