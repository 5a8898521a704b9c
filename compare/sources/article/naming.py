"""The voices of an article, and how a report calls each of them."""

from __future__ import annotations

import re

from compare.language.facts.countries import NAMES
from compare.sources.article.cast import Cast
from compare.sources.article.records import Claim, Voice
from compare.sources.article.words import SPOKES

_SHORT = re.compile(r"(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts) [a-z]\w*")  # "the ministry"
_KINDS = ("seat", "name", "capital")  # how a government is best called


def voices(claims: list[Claim], cast: Cast, merged: dict[str, str], text: str) -> tuple[Voice, ...]:
    """Return the voices, the one with most claims first."""
    found = []
    for key in dict.fromkeys(claim.voice for claim in claims):
        members = [other for other, standing in merged.items() if standing == key]
        spoken = _spoken(members, cast)
        others = [name for name in cast.also_called(key) if name not in spoken]
        aliases = (*spoken, *dict.fromkeys(others))
        own = [claim for claim in claims if claim.voice == key]
        direct = sum(claim.manner == "direct" for claim in own)
        name = _name(key, members, spoken, cast, text)
        found.append(Voice(key, name, aliases, direct, len(own) - direct))
    return tuple(sorted(found, key=lambda voice: -voice.claims))


def _spoken(members: list[str], cast: Cast) -> list[str]:
    """Return by what names a voice speaks, the most frequent first."""
    names: dict[str, int] = {}
    for member in members:
        for name, count in cast.names[member].items():
            names[name] = names.get(name, 0) + count
    return sorted(names, key=lambda name: -names[name])


def _name(key: str, members: list[str], spoken: list[str], cast: Cast, text: str) -> str:
    """Return how a voice is called: a person's name, a government's seat, else as it is most."""
    kind, _, name = key.partition(":")
    if kind == "person":
        return _as_written(name, text)
    lent = {n for member in members if member in cast.speaks_for for n in cast.names[member]}
    own = [n for n in spoken if n not in lent and not SPOKES & set(n.lower().split())]
    if kind == "country":
        speakers = [member for member in members if member not in cast.speaks_for]
        people = [member for member in speakers if member.startswith("person:")]
        if people and people == speakers[:1] == speakers:
            return _person(people[0], own, text)
        governing = _governing(key, own, list(cast.mentions[key]), len(speakers) > 1)
        if governing:
            return governing
    body = [name] if kind == "body" else []
    return _called(own or list(cast.mentions[key]) or body or spoken) or name.title()


def _as_written(name: str, text: str) -> str:
    """Return a name as the article writes it."""
    match = re.search(re.escape(name).replace(r"\ ", r"\s+"), text, re.IGNORECASE)
    return " ".join(match.group().split()) if match is not None else name.title()


def _person(key: str, own: list[str], text: str) -> str:
    """Return what a person is called most, without titles: "Trump" for "Trump", "the president"."""
    full = key.partition(":")[2]
    plain = (name for name in own if set(name.lower().split()) <= set(full.split()))
    return next(plain, _as_written(full, text))


def _governing(key: str, own: list[str], mentioned: list[str], several: bool) -> str:
    """Return the name of a government: as it speaks, or, where several speak for it, its seat."""
    plain = [re.sub(r"^[Tt]he ", "", name) for name in own]
    spoken = [name for name in plain if name in NAMES]
    if spoken or not several:
        return spoken[0] if spoken else ""
    for kind in _KINDS:
        for name in mentioned:
            if name in NAMES and NAMES[name].kind == kind and NAMES[name].value == key:
                return name
    return ""


def _called(names: list[str]) -> str:
    """Return the first name that tells more than "the ministry", without its article."""
    telling = (name for name in names if not _SHORT.fullmatch(name))
    name = next(telling, names[0] if names else "")
    return re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", name)
