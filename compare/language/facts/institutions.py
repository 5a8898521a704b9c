"""Institutions of a town: what a town's name before one of them places, and does not speak for."""

from __future__ import annotations

from compare.language.facts.parse import Parse
from compare.language.facts.wordlist import words

_INSTITUTIONS = words(
    "court tribunal judge magistrate prosecutor lawyer police policeman detective prison jail "
    "hospital clinic doctor surgeon museum gallery library theatre theater opera orchestra "
    "university college school academy institute laboratory zoo church cathedral mosque synagogue "
    "temple hotel restaurant cafe bakery shop market supermarket factory brewery newspaper "
    "broadcaster publisher studio stadium metro underground tram railway station port harbour "
    "harbor mayor council councillor municipality district suburb neighbourhood neighborhood "
    "street park garden square bridge tower flat apartment resident office bureau branch "
    "correspondent marathon firefighter brigade ambulance archive auction auctioneer"
)


def is_local(parse: Parse, index: int) -> bool:
    """Say whether a name qualifies an institution: `Paris court`, `Bern police chief`."""
    top = parse.tokens[index].head
    nouns = [c for c in parse.children[top] if c > index and parse.tokens[c].dep == "compound"]
    return any(parse.tokens[noun].lemma in _INSTITUTIONS for noun in (*nouns, top))
