"""Who was first: `the guards fired first` against `the crowd was the first to shoot`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.comparers.order_parts import part_of
from compare.relation.context import Difference, LinkContext
from compare.relation.parsed import Parsed

# How sure a divergence two foes make by themselves who are each said to have been first, [0, 1].
# Judged, not counted: data/gold has no such link.
FIRSTS_TOLD = 0.75
# What it weighs where the two are only named otherwise: "the police", "an officer" can be one.
OTHERS_NAMED = 0.7
_FIRST = re.compile(r"\bfirst\b", re.IGNORECASE)
# Acts of force, of which only one can be the first of a clash.
_FORCE = words("attack fire shoot strike hit assault shell bomb bombard storm charge assail punch")
_FORCE_WITH = words("weapon fire arm gun force shot blow rifle rocket missile")
_WITH = words("use open throw land raise exchange deliver")
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_NEVER = words("not n't n’t never no neither nor")


@dataclass(frozen=True, slots=True)
class _First:
    """Who is said to have done something first."""

    doer: int
    lemmas: tuple[str, ...]  # of the doer, the noun first
    act: frozenset[str]
    others: frozenset[str]  # of those to whom it was done
    span: Span


def compare_firsts(context: LinkContext) -> list[Difference]:
    """Return that two sides say of two foes that each was the first to do the same to the other."""
    if not all(_says_first(context, side) for side in ("a", "b")):
        return []
    theirs = list(_firsts(Parsed(context, "b")))
    for one in _firsts(Parsed(context, "a")):
        for other in theirs:
            if _one_act(one, other) and _others(context, one, other):
                return [_told(context, one, other)]
    return []


def _told(context: LinkContext, one: _First, other: _First) -> Difference:
    """Return that others were first; surely so where one was first against the other."""
    note = (
        f"Who was first: A says {context.quote('a', one.span)}, "
        f"B says {context.quote('b', other.span)}."
    )
    foes = not one.others.isdisjoint(other.lemmas[:1]) or not other.others.isdisjoint(
        one.lemmas[:1]
    )
    return Difference(
        "actor",
        one.span,
        other.span,
        note,
        conflict=True,
        weight=1.0 if foes else OTHERS_NAMED,
        opposite=foes,
        alone=FIRSTS_TOLD if foes else 0.0,
    )


def _says_first(context: LinkContext, side: Side) -> bool:
    tokens = context.tokens(side)
    text = context.statement(side).text
    return bool(tokens) and _FIRST.search(text, tokens[0].start, tokens[-1].end) is not None


def _firsts(parsed: Parsed) -> Iterator[_First]:
    """Yield who a side says was first to do what."""
    for at in range(len(parsed.tokens)):
        if parsed.word(at) == "first":
            found = _by_adverb(parsed, at) or _by_noun(parsed, at) or _by_object(parsed, at)
            if found is not None:
                doer, verb = found
                yield _read(parsed, at, doer, verb)


def _read(parsed: Parsed, at: int, doer: int, verb: int) -> _First:
    own, act = part_of(parsed, doer, verb), part_of(parsed, verb, doer)
    others = frozenset((*act.lemmas, *_met(parsed, verb))) - set(own.lemmas)
    span = parsed.span(min(own.first, act.first, at), max(own.last, act.last, at))
    force = parsed.tokens[verb].lemma
    return _First(doer, own.lemmas, frozenset((force, *others)), others, span)


def _met(parsed: Parsed, verb: int) -> Iterator[str]:
    """Yield the nouns of those on whom something is done: "fired on the miners"."""
    for link in parsed.children[verb]:
        if parsed.word(link) in ("on", "at", "upon", "against"):
            noun = parsed.child(link, frozenset({"pobj"}))
            if noun is not None:
                yield parsed.tokens[noun].lemma


def _by_adverb(parsed: Parsed, at: int) -> tuple[int, int] | None:
    """Return the doer and the verb of "fired first", "was attacked first by the police"."""
    verb = parsed.tokens[at].head
    if parsed.tokens[at].dep != "advmod" or parsed.tokens[verb].pos != "VERB" or verb > at:
        return None
    if parsed.word(min(at + 1, len(parsed.tokens) - 1)) in ("and", "then", "of"):
        return None  # "attacked the crowd first, then …" puts acts in an order
    doer = _doer(parsed, verb)
    return None if doer is None or _denied(parsed, verb) else (doer, verb)


def _by_noun(parsed: Parsed, at: int) -> tuple[int, int] | None:
    """Return the doer and the verb of "was the first to fire", "were the first who fired"."""
    noun = at if parsed.tokens[at].dep in ("attr", "acomp", "advmod") else parsed.tokens[at].head
    over = parsed.tokens[noun].head
    if parsed.tokens[over].lemma != "be" or _denied(parsed, over):
        return None
    doer = next((c for c in parsed.children[over] if parsed.tokens[c].dep in _SUBJECTS), None)
    verb = next(
        (
            c
            for place in (noun, at, over)
            for c in parsed.children[place]
            if c > at and parsed.tokens[c].dep in ("relcl", "acl", "xcomp", "advcl")
            if parsed.tokens[c].pos == "VERB" and not _is_passive(parsed, c)
        ),
        None,
    )
    return None if doer is None or verb is None else (doer, verb)


def _by_object(parsed: Parsed, at: int) -> tuple[int, int] | None:
    """Return the doer and the verb of "fired the first shots", "struck the first blow"."""
    noun = parsed.tokens[at].head
    verb = parsed.tokens[noun].head
    if parsed.tokens[noun].lemma not in ("shot", "blow", "punch", "stone"):
        return None
    if parsed.tokens[verb].pos != "VERB" or _denied(parsed, verb):
        return None
    doer = _doer(parsed, verb)
    return None if doer is None else (doer, verb)


def _doer(parsed: Parsed, verb: int) -> int | None:
    """Return who does what a verb says, active or passive."""
    near = {parsed.tokens[c].dep: c for c in parsed.children[verb]}
    if "nsubjpass" in near:
        return parsed.child(near["agent"], frozenset({"pobj"})) if "agent" in near else None
    return near.get("nsubj")


def _is_passive(parsed: Parsed, verb: int) -> bool:
    return any(parsed.tokens[c].dep == "auxpass" for c in parsed.children[verb])


def _denied(parsed: Parsed, at: int) -> bool:
    return any(parsed.word(c) in _NEVER for c in parsed.children[at])


def _one_act(one: _First, other: _First) -> bool:
    """Say whether two acts are one, by the verb or as force used in one clash."""
    return bool(one.act & other.act - one.others - other.others) or (
        _is_force(one.act) and _is_force(other.act)
    )


def _is_force(act: frozenset[str]) -> bool:
    return bool(act & _FORCE) or bool(act & _WITH and act & _FORCE_WITH)


def _others(context: LinkContext, one: _First, other: _First) -> bool:
    """Say whether two doers are others, named with words that are not even alike.

    Of an act that is no force, only those are who did it to each other.
    """
    if not (one.lemmas and other.lemmas) or context.shared_about(one.lemmas, other.lemmas):
        return False
    met = bool(one.others.intersection(other.lemmas[:1]) or other.others & {one.lemmas[0]})
    return met or (_is_force(one.act) and _is_force(other.act))
