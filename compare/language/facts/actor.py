"""Who did it: the subject of the main acts, `by X`, `at X's request`, `X proposed that …`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.language.facts.commitment import governed
from compare.language.facts.institutions import is_local
from compare.language.facts.parse import Parse, unique
from compare.language.facts.records import Fact
from compare.language.facts.requests import BEHESTS, TOPICS
from compare.language.facts.units import unit_after
from compare.language.facts.untruth import negative
from compare.language.facts.wordlist import words
from compare.model import Span

_BOTH = words(
    "side party leader president minister country delegation head both counterpart nation"
)
OURS = words("side delegation government ministry team country party negotiator")
_FIRST = frozenset({"i", "we"})
_SKIP = words("latter former he she it they this that which who there these those what one you")
_PARTS = words("half third quarter fourth fifth sixth eighth tenth point")
AT = words("at on upon following")  # and "in response to"
_LOOKS = words("look point laugh aim glance stare")  # "looked at the proposal of the commission"
_OURSELVES = words("my our")
_OF_NOUN = ("det", "amod", "compound", "nummod", "poss", "predet")
_CLAUSES = ("relcl", "ccomp", "advcl", "acl")
_WHO = words("who that which")
_TRIES = words("try seek attempt")
_NOBODY = words("time day moment reason way thing case fact")  # "it was the first time that"


def read_actors(parse: Parse, entities: Sequence[Fact]) -> list[Fact]:
    """Return the doers of a sentence's main acts; `about` holds the act.

    Values are those of the entity, `both` for both sides together, `speaker` for the first
    person, or `noun:union` for a doer without a name. Third-person pronouns are left out.
    """
    facts: list[Fact] = []
    for verb in _main_verbs(parse):
        about = _act(parse, verb)
        for doer in _doers(parse, verb):
            fact = _fact(parse, doer, about, entities)
            if fact is not None:
                facts.append(fact)
        cleft = _cleft(parse, verb)
        if cleft is not None:
            doer, act = cleft
            fact = _fact(parse, doer, _act(parse, act), entities)
            facts += [] if fact is None else [fact]
    for index, token in enumerate(parse.tokens):
        if token.lemma in BEHESTS and token.dep == "pobj" and _is_behest(parse, index):
            facts += _behest(parse, index, entities)
    distinct = {(fact.span, fact.value, fact.about): fact for fact in facts}
    return list(distinct.values())


def _act(parse: Parse, verb: int) -> tuple[str, ...]:
    tried = parse.child(verb, ("xcomp",)) if parse.tokens[verb].lemma in _TRIES else None
    if tried is not None and parse.tokens[tried].tag in ("VB", "VBG"):
        verb = tried  # "tried to leave" is about leaving
    return unique([*parse.act_lemmas(verb), *governed(parse, verb)])


def _cleft(parse: Parse, verb: int) -> tuple[int, int] | None:
    """Return the doer and the act of `it was our patrol who fired first`; else None.

    Who is named must be known: "it was a man who fired" tells what he was.
    """
    subject, doer = parse.child(verb, ("nsubj",)), parse.child(verb, ("attr",))
    if parse.tokens[verb].lemma != "be" or subject is None or doer is None:
        return None
    if parse.word(subject) != "it" or negative(parse, verb) or not _is_known(parse, doer):
        return None
    for place in (doer, verb):
        act = parse.child(place, _CLAUSES)
        who = None if act is None else parse.child(act, ("nsubj",))
        if act is not None and who is not None and parse.word(who) in _WHO and who > doer:
            return doer, act
    return None


def _is_known(parse: Parse, noun: int) -> bool:
    """Say whether a noun names somebody: a name, "we", or one with "the", "our" or "her"."""
    token = parse.tokens[noun]
    if token.entity in ("DATE", "TIME") or token.lemma in _NOBODY:
        return False
    known = any(
        parse.word(c) in ("the", "this", "these", "those") or parse.tokens[c].dep == "poss"
        for c in parse.children[noun]
    )
    return known or token.pos == "PROPN" or parse.word(noun) in _FIRST


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
        agents = [c for c in parse.children[verb] if tokens[c].dep == "agent"]
        if agents:
            nouns = [noun for c in agents if (noun := parse.child(c, ("pobj",))) is not None]
            doer = next((noun for noun in nouns if not _is_means(parse, noun)), None)
            if doer is not None and _is_bare_behest(parse, doer):
                return []  # who gave the order is told by read_actors
            return [] if doer is None else _joined(parse, doer)
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
    """Say whether `by X` tells how or how much, not who: `by telephone`, `by force`, `by 4%`."""
    token = parse.tokens[noun]
    return (token.tag == "NN" and not parse.children[noun]) or _is_amount(parse, noun)


def _is_amount(parse: Parse, noun: int) -> bool:
    """Say whether a noun is a time, a sum or a measure; "by the summer" is no one either."""
    token = parse.tokens[noun]
    measured = token.entity in ("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY")
    return measured or _is_measure(parse, noun)


def _is_measure(parse: Parse, noun: int) -> bool:
    """Say whether a noun is a unit with its number, or a part: `25 basis points`, `a third`."""
    for child in parse.children[noun]:
        token = parse.tokens[child]
        if token.dep in ("nummod", "det") and (
            token.pos == "NUM" or parse.word(child) in ("a", "an")
        ):
            unit = unit_after(parse.text, token.end)
            if unit is not None and unit[2] >= parse.tokens[noun].end:
                return True
            if parse.word(noun) in _PARTS and parse.child(noun, ("prep",)) is None:
                return True
    return False


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
                    return None if _is_where(parse, child, fact) else fact
    return None


def _is_where(parse: Parse, index: int, fact: Fact) -> bool:
    """Say whether the entity is only where an institution stands: `the Paris court`."""
    qualifies = parse.tokens[index].dep in ("amod", "compound", "nmod")
    return qualifies and fact.value.startswith("place:") and is_local(parse, index)


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
    if any(parse.word(c) in _OURSELVES for c in parse.children[noun]) and token.lemma in OURS:
        return Fact("actor", Span(token.start, token.end), "speaker", about)
    start = _phrase_start(parse, noun)
    words = {parse.word(c) for c in parse.children[noun]}
    together = word == "both" or (
        token.lemma in _BOTH
        and (token.tag == "NNS" and not words & {"all", "some", "several", "of", "from"})
    )
    if token.pos in ("PRON", "DET") and not together:
        return None
    value = "both" if together else f"noun:{token.lemma}"
    return Fact("actor", Span(start, token.end), value, about)


def _phrase_start(parse: Parse, noun: int) -> int:
    """Return where the words of a noun begin; a time before its article is none of them."""
    own = [c for c in parse.children[noun] if parse.tokens[c].dep in _OF_NOUN and c < noun]
    article = next((c for c in own if parse.tokens[c].dep in ("det", "poss", "predet")), -1)
    own = [c for c in own if c >= article or parse.tokens[c].entity not in ("DATE", "TIME")]
    return min((parse.tokens[c].start for c in own), default=parse.tokens[noun].start)


def _is_behest(parse: Parse, noun: int) -> bool:
    """Say whether a noun is what moved somebody to act: `at the request of`, `in response to`."""
    link = parse.tokens[noun].head
    above = parse.tokens[link].head
    if parse.word(link) == "on" and parse.tokens[noun].lemma in TOPICS:
        return parse.child(above, ("dobj", "nsubjpass")) is not None
    if link and parse.word(link - 1) == "not":  # "not at our request"
        return False
    if parse.word(link) == "to" and parse.word(above) == "response":
        return parse.word(parse.tokens[above].head) == "in"
    if parse.word(link) == "by":
        return _is_bare_behest(parse, noun)
    looks = parse.word(link) == "at" and parse.tokens[above].lemma in _LOOKS
    return parse.word(link) in AT and not looks


def _is_bare_behest(parse: Parse, noun: int) -> bool:
    """Say whether a noun is that of `by order of the governor`; "by the proposal" tells how."""
    own = (parse.tokens[c].dep for c in parse.children[noun])
    return parse.tokens[noun].lemma in BEHESTS and not any(dep in ("det", "poss") for dep in own)


def _behest(parse: Parse, noun: int, entities: Sequence[Fact]) -> list[Fact]:
    """Return who asked for an act: `at the request of the Minister`, `at our invitation`."""
    token, link = parse.tokens[noun], parse.tokens[noun].head
    about = unique([token.lemma, *parse.act_lemmas(parse.verb_of(parse.tokens[link].head))])
    if parse.word(link) == "to":
        link = parse.tokens[parse.tokens[link].head].head  # "in response to"
    start, end = min(parse.tokens[link].start, token.start), token.end
    owner = parse.child(noun, ("poss",))
    if owner is not None and parse.word(owner) in _OURSELVES:
        return [Fact("actor", Span(start, end), "speaker", about)]
    if owner is None:
        links = (c for c in parse.children[noun] if parse.word(c) in ("of", "from", "by"))
        owner = next((n for c in links if (n := parse.child(c, ("pobj",))) is not None), None)
    if owner is None:
        named = _entity_at(parse, noun, entities)  # "at Polish request"
        return [] if named is None else [Fact("actor", Span(start, end), named.value, about)]
    if _is_amount(parse, owner):  # "on the order of 40 per cent"
        return []
    found = (_fact(parse, who, about, entities) for who in _joined(parse, owner))
    return [
        replace(fact, span=Span(start, max(end, fact.span.end)))
        for fact in found
        if fact is not None
    ]
