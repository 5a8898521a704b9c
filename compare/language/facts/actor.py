"""Who did it: the subject of the main acts, `by X`, `at X's request`, `X proposed that …`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.language.facts.commitment import governed
from compare.language.facts.parse import Parse, unique
from compare.language.facts.records import Fact
from compare.language.facts.wordlist import words
from compare.model import Span

_BOTH = words(
    "side party leader president minister country delegation head both counterpart nation"
)
_OURS = words("side delegation government ministry team country party negotiator")
_FIRST = frozenset({"i", "we"})
_SKIP = words("he she it they this that which who there these those what one you")
_BEHEST = re.compile(
    r"\b(?:at|on|upon)\s+(?P<whose>the\s+|[^\s,;]+(?:\s+[^\s,;]+){0,2}['’]s?\s+)?"
    r"(?P<what>request|initiative|invitation|suggestion|proposal|insistence|behest|instigation"
    r"|urging|instruction|orders?)\b(?:\s+(?:of|from)\b)?",
    re.IGNORECASE,
)


def read_actors(parse: Parse, entities: Sequence[Fact]) -> list[Fact]:
    """Return the doers of a sentence's main acts; `about` holds the act.

    Values are those of the entity, `both` for both sides together, `speaker` for the first
    person, or `noun:union` for a doer without a name. Third-person pronouns are left out.
    """
    facts: list[Fact] = []
    for verb in _main_verbs(parse):
        about = unique([*parse.act_lemmas(verb), *governed(parse, verb)])
        for doer in _doers(parse, verb):
            fact = _fact(parse, doer, about, entities)
            if fact is not None:
                facts.append(fact)
    for match in _BEHEST.finditer(parse.text):
        facts += _behest(parse, match, entities)
    distinct = {(fact.span, fact.value, fact.about): fact for fact in facts}
    return list(distinct.values())


def _main_verbs(parse: Parse) -> list[int]:
    """Return the root verb, the verbs joined to it, and the clauses it reports."""
    found = [
        i
        for i, token in enumerate(parse.tokens)
        if token.head == i and token.pos in ("VERB", "AUX")
    ]
    for index in found:
        found += [
            child
            for child in parse.children[index]
            if parse.tokens[child].dep in ("conj", "ccomp", "parataxis")
            and parse.tokens[child].pos in ("VERB", "AUX")
            and child not in found
        ]
    return found


def _doers(parse: Parse, verb: int) -> list[int]:
    """Return the doers of a verb: its subject, or who stands behind `by` in the passive."""
    tokens = parse.tokens
    for _ in tokens:
        agent = parse.child(verb, ("agent",))
        if agent is not None:
            noun = parse.child(agent, ("pobj",))
            return [] if noun is None or _is_means(parse, noun) else _joined(parse, noun)
        if parse.child(verb, ("nsubjpass",)) is not None:
            return []
        subject = parse.child(verb, ("nsubj",))
        if subject is not None:
            return _joined(parse, subject)
        if tokens[verb].dep != "conj" or tokens[verb].head == verb:
            return []
        verb = tokens[verb].head  # "A met B and left": the subject of the first act
    return []


def _is_means(parse: Parse, noun: int) -> bool:
    """Say whether `by X` tells how, not who: `by telephone`, `by force`."""
    token = parse.tokens[noun]  # "by the summer" is no one either
    return token.entity in ("DATE", "TIME") or (token.tag == "NN" and not parse.children[noun])


def _joined(parse: Parse, noun: int) -> list[int]:
    found = [noun]
    for index in found:
        found += [
            c
            for c in parse.children[index]
            if parse.tokens[c].dep == "conj" and parse.tokens[c].pos in ("NOUN", "PROPN")
        ]
    return found


def _entity_at(parse: Parse, noun: int, entities: Sequence[Fact]) -> Fact | None:
    """Return the entity that a noun belongs to, or the one that owns or qualifies it."""
    token = parse.tokens[noun]
    for fact in entities:
        if fact.span.start <= token.start < fact.span.end:
            return fact
    for child in parse.children[noun]:  # "the Chilean navy", "Oslo's negotiators"
        inner = parse.tokens[child]
        if inner.dep in ("poss", "amod", "compound", "nmod", "appos"):
            for fact in entities:
                if fact.span.start <= inner.start < fact.span.end:
                    return fact
    return None


def _fact(parse: Parse, noun: int, about: tuple[str, ...], entities: Sequence[Fact]) -> Fact | None:
    token, word = parse.tokens[noun], parse.word(noun)
    entity = _entity_at(parse, noun, entities)
    if entity is not None:
        start, end = min(entity.span.start, token.start), max(entity.span.end, token.end)
        return Fact("actor", Span(start, end), entity.value, about)
    if word in _FIRST:
        return Fact("actor", Span(token.start, token.end), "speaker", about)
    if word in _SKIP or token.pos not in ("NOUN", "PROPN", "PRON", "DET"):
        return None
    if any(parse.word(c) in ("our", "my") for c in parse.children[noun]) and token.lemma in _OURS:
        return Fact("actor", Span(token.start, token.end), "speaker", about)
    start = token.start
    for child in parse.children[noun]:
        if parse.tokens[child].dep in ("det", "amod", "compound", "nummod", "poss", "predet"):
            start = min(start, parse.tokens[child].start)
    words = {parse.word(c) for c in parse.children[noun]}
    together = word == "both" or (
        token.lemma in _BOTH
        and (token.tag == "NNS" and not words & {"all", "some", "several", "of", "from"})
    )
    if token.pos in ("PRON", "DET") and not together:
        return None
    value = "both" if together else f"noun:{token.lemma}"
    return Fact("actor", Span(start, token.end), value, about)


def _behest(parse: Parse, match: re.Match[str], entities: Sequence[Fact]) -> list[Fact]:
    what = match["what"].lower()
    verb = parse.verb_of(parse.at(match.start()))
    about = unique([what, *parse.act_lemmas(verb)])
    inside = [f for f in entities if match.start() <= f.span.start < match.end()]
    after = [f for f in entities if match.end() <= f.span.start <= match.end() + 5]
    return [
        Fact("actor", Span(match.start(), max(match.end(), fact.span.end)), fact.value, about)
        for fact in (inside or after)[:1]
    ]
