"""Nouns for people, by what they are there: those held, those who work, those who live there."""

from __future__ import annotations

from collections.abc import Iterable

from compare.language.facts.wordlist import words

ANYBODY = "anybody"
# "Women" and "children" are in none: they may be a part of the others.
_GROUPS: dict[str, frozenset[str]] = {
    ANYBODY: words("people person individual man human soul"),
    "held": words("captive prisoner hostage detainee inmate internee abductee"),
    "working": words("worker employee member labourer laborer striker staff colleague"),
    "living": words(
        "villager resident inhabitant citizen local refugee evacuee townspeople islander dweller"
    ),
    "marching": words(
        "demonstrator protester protestor marcher participant supporter activist rioter"
    ),
    "fighting": words("soldier troop fighter serviceman servicemember combatant militant trooper"),
    "travelling": words("passenger traveller traveler tourist commuter holidaymaker"),
}
_GROUP = {lemma: group for group, lemmas in _GROUPS.items() for lemma in lemmas}


def group_of(lemmas: Iterable[str]) -> str:
    """Return which people some lemmas name, the first of them that names any; "" for none."""
    return next((_GROUP[lemma] for lemma in lemmas if lemma in _GROUP), "")


def can_be_the_same(one: str, other: str) -> bool:
    """Say whether two groups can be the same people: of one kind, or one is of anybody."""
    return bool(one and other) and (one == other or ANYBODY in (one, other))
