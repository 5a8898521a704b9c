"""Who holds which office, where the article says so, and where only the turn of speech does."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from compare.language.facts.countries import CAPITALS
from compare.language.facts.records import Fact
from compare.language.facts.titles import OFFICE
from compare.sources.article.bodies import entities
from compare.sources.article.sentence import Sentence
from compare.sources.article.words import HEADS

OFFICE_NAME = re.compile(OFFICE, re.IGNORECASE)
_PAST = frozenset({"former", "ex", "late", "outgoing", "incoming"})
_NOT_GOVERNING = ("general", "press secretary", "private secretary", "permanent secretary")
_LEAD = 2  # sentences from an office to the name that says whose it is


class Offices:
    """The offices of the people of one article."""

    def __init__(self) -> None:
        self.roles: dict[str, set[str]] = defaultdict(set)  # person -> "role:president:RU"
        self.titles: dict[str, str] = {}  # person -> "prime minister", as first called
        self.nouns: dict[str, list[str]] = defaultdict(list)  # "analyst" -> persons called so
        self.placed: set[str] = set()  # persons of whom the article says what else they are
        self.belongs: dict[str, str] = {}  # body -> the country whose ministry it is
        self.people: set[str] = set()

    def meet(self, sentence: Sentence, fact: Fact) -> None:
        """Note by what titles and nouns a person is introduced."""
        start, end = fact.span.start, fact.span.end
        self.people.add(fact.value)
        self.roles[fact.value] |= {m for m in fact.about if m.startswith("role:")}
        title = OFFICE_NAME.search(sentence.text[start:end])
        if title is not None:
            self.titles.setdefault(fact.value, title.group().lower())
        inside = [i for i, t in enumerate(sentence.tokens) if start <= t.start < end]
        if inside and title is not None and _qualified(sentence, inside[0]):
            self.placed.add(fact.value)  # "Commission President", "the former President"
        for index in inside:
            token = sentence.tokens[index]
            if token.pos not in ("NOUN", "PROPN"):
                continue
            if token.dep == "appos" and sentence.tokens[token.head].pos == "NOUN":
                self.placed.add(fact.value)  # "the mayor, Lena Ortiz"
            for child in sentence.children[index]:
                other = sentence.tokens[child]
                if other.dep in ("compound", "appos") and other.pos == "NOUN":
                    self.nouns[other.lemma].append(fact.value)
                    self.placed.add(fact.value)

    def holder(self, role: str, near: Iterable[str]) -> str:
        """Return who holds an office, or the office itself where the article doesn't tell.

        Where nobody is said to hold it, it is the one person who was met just before and of whom
        nothing else is said: "Trump" is "the American president", not the Russian foreign minister.

        :param near: the keys of the sentences before
        """
        title, _, country = role.removeprefix("role:").rpartition(":")
        holders = self._holders({role})
        if not holders and title in HEADS:
            holders = self._holders({f"role:{head}:{country}" for head in HEADS})
        if holders:
            return holders[0] if len(holders) == 1 else role
        free = [person for person in sorted(self.people) if self._free(person)]
        same = [person for person in free if self.titles.get(person, "") == title]
        found = same or [person for person in free if person not in self.titles]
        if len(found) == 1 and found[0] in near:
            self.roles[found[0]].add(role)
            return found[0]
        return role

    def name_late(self, person: str, recent: Iterable[tuple[str, int]], number: int) -> None:
        """Give an office to the full name after it: "Tarn's minister said … Ivo Lad told …".

        :param recent: keys with their sentences, before this one
        """
        if " " not in person or not self._free(person) or person in self.titles:
            return
        met = [(key, seen) for key, seen in recent if number - seen <= _LEAD]
        roles = {key for key, _ in met if key.startswith("role:") and not self._holders({key})}
        if len(roles) == 1 and all(key != person for key, _ in recent):
            self.roles[person] |= roles

    def _holders(self, roles: set[str]) -> list[str]:
        return [person for person, held in self.roles.items() if held & roles]

    def _free(self, person: str) -> bool:
        return not self.roles[person] and person not in self.placed

    def called(self, person: str) -> set[str]:
        """Return the titles by which a person is called."""
        titles = {role.split(":")[1] for role in self.roles.get(person, ())}
        return titles | ({self.titles[person]} if person in self.titles else set())

    def government(self, key: str) -> str:
        """Return the country for which a minister, a head or a ministry speaks, else the key."""
        kind, _, name = key.partition(":")
        held = {name} if kind == "role" else self.roles.get(key, ())
        for role in sorted(r.removeprefix("role:") for r in held):
            title, _, country = role.rpartition(":")
            if country and _governs(title):
                return f"country:{country}"
        return self.belongs.get(key, key)


def country_in(sentence: Sentence, low: int, high: int) -> str:
    """Return the country that a phrase names: "Chinese", or "in Tehran" of a body or an office."""
    for fact in entities(sentence):
        if not (low <= fact.span.start and fact.span.end <= high):
            continue
        if fact.value.startswith("country:"):
            return fact.value
        written = sentence.text[fact.span.start : fact.span.end]
        if fact.value.startswith("place:") and written in CAPITALS:
            return CAPITALS[written]
    return ""


def _governs(title: str) -> bool:
    secretary = title.endswith("secretary") or title == "secretary of state"
    ranks = title.endswith("minister") or secretary
    return title in HEADS or (ranks and not title.endswith(_NOT_GOVERNING))


def _qualified(sentence: Sentence, first: int) -> bool:
    """Say whether a name with its title has a word before it that says of what, or of when."""
    if sentence.word(first) in _PAST:
        return True
    before = first - 1
    if before < 0 or sentence.word(before) in ("the", "a"):
        return False
    token = sentence.tokens[before]
    named = sentence.text[token.start].isupper() and token.head >= first and before > 0
    first_word = before == 0 and token.pos in ("PROPN", "NOUN", "ADJ") and token.head >= first
    return named or first_word or sentence.word(before) in _PAST | {"'s", "’s"}
