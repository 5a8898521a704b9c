"""Who asked, where it takes a second look: `at his request`, `a proposal put forward by X`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from compare.language.facts import Fact, same_entity
from compare.language.facts.wordlist import words
from compare.model import Side
from compare.relation.comparers.parties import SELF, WHO, Reader
from compare.relation.context import LinkContext

# What one does with a request or a proposal of one's own, and with that of another.
_PUTS = words("make put give send issue extend submit present lodge table advance file address")
_TAKES = words("receive come get")
_CALLS = words("call conversation talk talks discussion meeting contact dialogue")
_THIRD = words("he him his she her they them their")
_AFTER = words("after following")
_LANDS = frozenset({"country", "org", "name"})
_TIED = frozenset({"prep", "pobj", "poss", "amod", "compound", "nmod", "appos"})
_OF_PERSON = frozenset({"prep", "pobj", "poss", "amod", "nmod"})
_STEM = 4  # letters by which "Amaran" is told to be of Amara


def put_by(reader: Reader, noun: int) -> int | None:
    """Return who made a request: of "a proposal (which was) put forward by Tavland"."""
    for verb in reader.kids[noun]:
        token = reader.tokens[verb]
        if token.dep not in ("acl", "relcl"):
            continue
        if token.lemma in _TAKES:
            return reader.behind(verb, "from")
        if token.lemma in _PUTS:
            doer = reader.behind(verb, "by")
            subject = reader.child(verb, "nsubj")
            told = subject is not None and reader.word(subject) not in WHO
            return subject if doer is None and told else doer
    return None


def only_before(reader: Reader, link: int, noun: int) -> bool:
    """Say whether a request only went before the act: "after a request from them for arms".

    What is asked for in it is then another act, unless that is the call itself.
    """
    if reader.word(link) not in _AFTER:
        return False
    for child in reader.kids[noun]:
        token = reader.tokens[child]
        if token.dep in ("acl", "ccomp") and token.lemma not in _PUTS | _TAKES:
            return True
        if token.dep == "prep" and reader.word(child) in ("for", "to", "on", "about"):
            thing = reader.child(child, "pobj", "pcomp")
            if thing is None or reader.tokens[thing].lemma not in _CALLS:
                return True
    return False


def meant_by(reader: Reader, pronoun: int, who: Fact) -> Fact:
    """Return whom "his" of "at his request" means, where the sentence names one who it can be.

    :param who: the pronoun, in the form of a doer
    """
    if not who.value.startswith("pronoun:"):
        return who
    top = _top(reader, pronoun)
    own = [at for at in range(len(reader.tokens)) if _top(reader, at) == top]
    said = {reader.word(at) for at in own if at != pronoun}
    if said & _THIRD:
        return who  # "he spoke with her at his request"
    they = who.value == "pronoun:they"
    if they and not said & SELF:
        return who
    named = list(_parties(reader, own) if they else _people(reader, own))
    if len({fact.value for fact in named}) != 1:
        return who
    return replace(named[0], span=who.span)


def _top(reader: Reader, at: int) -> int:
    for _ in reader.tokens:
        if reader.tokens[at].head == at:
            break
        at = reader.tokens[at].head
    return at


def _people(reader: Reader, own: list[int]) -> Iterator[Fact]:
    """Yield the persons whom a sentence names, and those whom it calls by an office alone."""
    for at in own:
        named = reader.party(at) if _person_at(reader, at) else None
        if named is not None:
            yield named
        elif reader.tokens[at].pos in ("NOUN", "PROPN"):
            held = reader.office(at)
            titles = any(_person_at(reader, c) for c in reader.kids[at])
            of_name = reader.tokens[at].dep in ("compound", "appos", "nmod")
            if held is not None and not titles and not of_name:
                yield held


def _parties(reader: Reader, own: list[int]) -> Iterator[Fact]:
    for at in own:
        for fact in reader.context.of_kind(reader.side, "entity"):
            if fact.span.start <= reader.tokens[at].start < fact.span.end:
                yield Fact("actor", fact.span, fact.value, ())


def _person_at(reader: Reader, at: int) -> Fact | None:
    start = reader.tokens[at].start
    for fact in reader.context.of_kind(reader.side, "entity"):
        if fact.span.start <= start < fact.span.end and fact.value.startswith("person:"):
            return fact
    return None


def of_land(
    context: LinkContext, sides: tuple[Side, Side], person: Fact, land: Fact
) -> bool | None:
    """Say whether "the Ostravian side" is that of a person; None where nothing tells whose it is.

    It isn't where another person of the same account stands for that land, or where the person is
    of another one.

    :param sides: of the person and of the land
    """
    if land.value.partition(":")[0] not in _LANDS or _same_kind_only(land):
        return None
    mine, theirs = (Reader(context, side, context.tokens(side)) for side in sides)
    stem = _stem(land)
    those = [fact for name, fact, _ in _tied(theirs) if _stem(name) == stem]
    if any(same_entity(fact.value, person.value) for fact in those):
        return True
    others = [fact for fact in those if not same_entity(fact.value, person.value)]
    told_too = any(same_entity(fact.value, person.value) for fact in _persons(theirs))
    if others and told_too:
        return False
    own = [
        _stem(name)
        for reader in (mine, theirs)
        for name, fact, near in _tied(reader)
        if near and same_entity(fact.value, person.value)
    ]
    return None if not own else stem in own


def _same_kind_only(land: Fact) -> bool:
    return " " in land.value.partition(":")[2]  # a body, not a people


def _stem(fact: Fact) -> str:
    return fact.value.rpartition(":")[2][:_STEM]


def _persons(reader: Reader) -> list[Fact]:
    facts = reader.context.of_kind(reader.side, "entity")
    return [fact for fact in facts if fact.value.startswith("person:")]


def _tied(reader: Reader) -> Iterator[tuple[Fact, Fact, bool]]:
    """Yield lands with the persons who are of them, and whether it is said of the name itself.

    "The President of Ostravia, Martin Hale" may be of a body ("the Minister of Justice"), "Idris
    Vane of Merrow" isn't.
    """
    facts = reader.context.of_kind(reader.side, "entity")
    lands = [fact for fact in facts if fact.value.partition(":")[0] in _LANDS]
    for at, token in enumerate(reader.tokens):
        name = next((f for f in lands if f.span.start <= token.start < f.span.end), None)
        place, deps = at, {token.dep}
        for _ in range(5):
            if name is None or reader.tokens[place].dep not in _TIED:
                break
            deps.add(reader.tokens[place].dep)
            place = reader.tokens[place].head
            person = _person_at(reader, place)
            behind = (c for c in reader.kids[place] if reader.tokens[c].dep == "appos")
            person = person or next(filter(None, (_person_at(reader, c) for c in behind)), None)
            if reader.tokens[place].dep == "prep" and reader.word(place) != "of":
                break
            if person is not None:
                near = deps <= _OF_PERSON and _person_at(reader, place) is not None
                yield name, person, near
                break
