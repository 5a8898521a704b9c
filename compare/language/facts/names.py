"""When two names mean the same: spelling folds, surnames, initials, roles; and `resolve`.

Entity values are `country:RU`, `org:un`, `person:vladimir putin`, `place:geneva`,
`name:…` (not known which) and `role:president:RU`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from compare.language.facts.countries import BODIES, CAPITALS
from compare.language.facts.records import Fact, SentenceFacts
from compare.language.facts.spelling import SHORT_NAMES, fold, same_word, skeleton

_PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "van", "von", "de", "der", "den", "la", "le", "du"}
)
_NAMED = frozenset({"country", "org", "person", "place", "name"})
_LEADERS = frozenset(
    {
        "president",
        "prime minister",
        "premier",
        "chancellor",
        "king",
        "leader",
        "head of state",
        "emir",
        "taoiseach",
        "sultan",
    }
)


@lru_cache(maxsize=65536)
def same_entity(a: str, b: str) -> bool:
    """Say whether two entity values can be taken for the same person, place or body."""
    if a == b:
        return True
    kind_a, _, name_a = a.partition(":")
    kind_b, _, name_b = b.partition(":")
    if kind_a == kind_b == "role":
        return _same_role(name_a, name_b)
    if not {kind_a, kind_b} <= _NAMED:
        return False
    if "country" in (kind_a, kind_b):
        return _capital_of(a, b) or _capital_of(b, a)
    words_a, words_b = _folded_words(name_a), _folded_words(name_b)
    if not words_a or not words_b:
        return False
    if kind_a == kind_b == "person":
        return _same_person(words_a, words_b)
    if "person" in (kind_a, kind_b):  # the recogniser calls a lone surname many things
        if "name" in (kind_a, kind_b):
            return _same_person(words_a, words_b)
        person, other = (words_a, words_b) if kind_a == "person" else (words_b, words_a)
        return len(other) == 1 and other[0] == person[-1]
    return _same_words(words_a, words_b) or _initials(name_a, name_b) or _initials(name_b, name_a)


def _capital_of(place: str, country: str) -> bool:
    kind, _, name = place.partition(":")
    return kind == "place" and _FOLDED_CAPITALS.get(fold(name)) == country


_FOLDED_CAPITALS = {fold(written): value for written, value in CAPITALS.items()}


def _same_role(a: str, b: str) -> bool:
    title_a, _, country_a = a.rpartition(":")
    title_b, _, country_b = b.rpartition(":")
    if country_a != country_b:
        return False
    return title_a == title_b or ({title_a, title_b} <= _LEADERS and "leader" in (title_a, title_b))


def _same_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Compare surnames, and the given names where both have one."""
    last_a = [w for w in a if w not in _PARTICLES] or a
    last_b = [w for w in b if w not in _PARTICLES] or b
    if len(last_a) == 1 and len(last_b) == 1:
        return same_word(last_a[0], last_b[0])
    short, long = sorted((last_a, last_b), key=len)
    if len(short) == 1:  # "Xi" of "Xi Jinping", "Smith" of "Anna Smith"
        return same_word(short[0], long[-1]) or (len(long) == 2 and short[0] == long[0])
    if not same_word(short[-1], long[-1]):
        return sorted(short) == sorted(long)
    first, other = short[0], long[0]
    if SHORT_NAMES.get(first, first) == SHORT_NAMES.get(other, other):
        return True
    if len(first) == 1 or len(other) == 1:
        return first[0] == other[0]
    if skeleton(first) == skeleton(other) and first[0] == other[0]:
        return True  # "Mohammed", "Muhammad"
    return any(same_word(first, word) for word in long[:-1])


def _same_words(a: Sequence[str], b: Sequence[str]) -> bool:
    small = {"the", "of", "and", "for", "in", "de"}
    a, b = [w for w in a if w not in small], [w for w in b if w not in small]
    if len(a) != len(b):
        short, long = sorted((a, b), key=len)
        return len(short) > 1 and all(any(same_word(w, x) for x in long) for w in short)
    return bool(a) and all(map(same_word, a, b))


def _initials(short: str, long: str) -> bool:
    """Say whether one name is the other's initials: `alc`, `azure lake council`."""
    return len(short) >= 2 and short.casefold() == _first_letters(long)


@lru_cache(maxsize=8192)
def _first_letters(name: str) -> str:
    words = re.split(r"[\W_]+", name.casefold())
    return "".join(w[0] for w in words if w and w not in ("of", "the", "and", "for"))


@lru_cache(maxsize=8192)
def _folded_words(name: str) -> tuple[str, ...]:
    return tuple(fold(name).split())


def canonical(values: Sequence[str]) -> dict[str, str]:
    """Map each value to the fullest name among those that mean the same, of the surest kind.

    A short form that fits two different full forms ("Smith" of two Smiths) stays as it is, and
    so do countries: "place:oslo" isn't swallowed by Norway.
    """
    order = sorted(dict.fromkeys(values), key=_fullest_first)
    groups: dict[str, list[str]] = {}
    for value in order:
        fixed = value.startswith("country:")
        fits = [
            head
            for head in groups
            if not fixed and not head.startswith("country:") and same_entity(value, head)
        ]
        if len(fits) == 1:
            groups[fits[0]].append(value)
        else:
            groups[value] = [value]
    chosen: dict[str, str] = {}
    for head, members in groups.items():
        if len(members) == 1:
            chosen[head] = head
            continue
        kind, kinds = head.partition(":")[0], {m.partition(":")[0] for m in members}
        if kind == "name" or "person" in kinds:
            kind = min(kinds, key=_rank)
        listed = [m for m in members if m.startswith("org:") and m[4:] in BODIES]
        full = listed[0] if listed else f"{kind}:{head.partition(':')[2]}"
        chosen |= dict.fromkeys(members, full)
    return chosen


def _rank(kind: str) -> int:
    kinds = ("country", "role", "person", "org", "place")  # a recogniser's surest guess first
    return kinds.index(kind) if kind in kinds else len(kinds)


def _fullest_first(value: str) -> tuple[int, int, int, str]:
    kind, _, name = value.partition(":")
    return -len(name.split()), -len(name), _rank(kind), value


def unify(sentences: Sequence[SentenceFacts]) -> tuple[SentenceFacts, ...]:
    """Give each entity one value in all the sentences: its fullest name; roles become names.

    Afterwards equal values of `entity` and `actor` facts mean the same person, place or body.
    """
    named = [f for s in sentences for f in s.facts if f.kind in ("entity", "actor")]
    names = canonical([fact.value for fact in named])
    roles = _roles(named, names)

    def one(fact: Fact) -> Fact:
        if fact.kind not in ("entity", "actor"):
            return fact
        value = names.get(fact.value, fact.value)
        return replace(fact, value=roles.get(value, value))

    return tuple(replace(s, facts=tuple(map(one, s.facts))) for s in sentences)


def resolve(
    a: Sequence[SentenceFacts], b: Sequence[SentenceFacts]
) -> tuple[tuple[SentenceFacts, ...], tuple[SentenceFacts, ...]]:
    """Unify the entities of two statements, so that values can be compared across them."""
    both = unify([*a, *b])
    return both[: len(a)], both[len(a) :]


def _roles(named: Sequence[Fact], names: dict[str, str]) -> dict[str, str]:
    """Return the roles that stand with one person's name, and with one only."""
    holders: dict[str, set[str]] = {}
    for fact in named:
        if fact.value.startswith("person:"):
            for mark in fact.about:
                if mark.startswith("role:"):
                    holders.setdefault(mark, set()).add(names.get(fact.value, fact.value))
    roles = {role: next(iter(who)) for role, who in holders.items() if len(who) == 1}
    for fact in named:
        role = names.get(fact.value, fact.value)
        if role.startswith("role:") and role not in roles:
            fits = {who for known, who in roles.items() if same_entity(role, known)}
            if len(fits) == 1:
                roles[role] = next(iter(fits))
    return roles
