"""People, places, bodies and countries on their exact words; values as `names` lists them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from compare.language.facts.countries import Name
from compare.language.facts.institutions import is_local
from compare.language.facts.mentions import (
    COUNTRY,
    NOT_NAMES,
    Mentions,
    listed_name,
    mention_about,
)
from compare.language.facts.parse import Parse
from compare.language.facts.records import Fact
from compare.language.facts.titled import PARTICLE, read_titled
from compare.language.facts.units import unit_after
from compare.language.facts.wordlist import words

_SIDE = re.compile(
    r"(?:['’]s)?\s+(?:side|government|authorities|leadership|administration|delegation)\b"
    r"(?!\s+of\b)"
)
_THE = re.compile(r"\b(?:the|our|your)\s+$", re.IGNORECASE)
_MONEY = re.compile(r"\s[$€£]\s?[0-9]")
# Shouted in a post: "He called ME". "IT" and "WHO" name something, "US" often.
_PRONOUNS = words("me my we our you your he she they him her them his")
_OBJECTS = frozenset({"dobj", "pobj", "dative"})
_PLACE_PREPS = words("in at near outside around across throughout")
_TRAVEL = words("travel fly go come visit arrive return head leave tour reach host")
_ACCORDS = words(
    "agreement accord process summit talk format convention group memorandum protocol treaty "
    "declaration conference airport meeting round negotiation charter line"
)
_GIVEN = re.compile(r"[-‑][a-z]{2,6}\b(?!-)")
_NO_GIVEN = words("led based born style era backed run owned aged wide made elect")
_FIGURES = words("gdp gnp gni cpi vat")  # what is measured in them is no name
_LABELS = {
    "PERSON": "person",
    "ORG": "org",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "name",
    "EVENT": "name",
    "LAW": "name",
    "PRODUCT": "name",
    "WORK_OF_ART": "name",
}


def read_entities(parse: Parse, dates: Iterable[tuple[int, int]]) -> list[Fact]:
    """Return the entities of a sentence; dates are spans that are no names."""
    found = Mentions()
    found.taken += list(dates)
    read_titled(parse, found)
    _countries(parse, found)
    _recognised(parse, found)
    _proper_nouns(parse, found)
    return found.facts


def _countries(parse: Parse, found: Mentions) -> None:
    text = parse.text
    for match in COUNTRY.finditer(text):
        start, end = match.span()
        name = listed_name(match["name"])
        if name is None or not found.free(start, end) or _part_of_person(parse, start, end):
            continue
        if _is_money(text, start, end):
            found.taken.append((start, end))
            continue
        if _is_pronoun(parse, parse.at(start)):
            continue
        value = _country_value(parse, match["name"], name, start)
        about = mention_about(parse, start, end)
        side = _SIDE.match(text, end)
        if side is not None and value == name.value:
            end = side.end()
            the = _THE.search(text, 0, start)
            start = the.start() if the is not None else start
            about = mention_about(parse, start, end)
        found.add(start, end, value, about)


def _is_money(text: str, start: int, end: int) -> bool:
    """Say whether a name only tells whose dollars are meant: "US$4 billion"."""
    short = text[start:end].isupper() and end - start == 2
    glued = text[end : end + 1] in ("$", "€", "£")
    return short and (
        glued or (_MONEY.match(text, end) is not None and not _THE.search(text, 0, start))
    )


def _part_of_person(parse: Parse, start: int, end: int) -> bool:
    """Say whether the word is a piece of a person's name: `Paris Hill`, `Michael Jordan`."""
    return any(
        label == "PERSON"
        and last - first > 1
        and parse.tokens[first].start <= start
        and end <= parse.tokens[last - 1].end
        and all(parse.tokens[i].pos in ("PROPN", "PART", "PUNCT") for i in range(first, last))
        for first, last, label in parse.ents
    )


def _country_value(parse: Parse, written: str, name: Name, start: int) -> str:
    """Return the government, or the place where a capital or a seat is one."""
    if name.kind in ("name", "demonym"):
        return name.value
    place = f"place:{(name.city or written).lower()}"
    index = parse.at(start + len(written) - 1)
    token = parse.tokens[index]
    head = parse.tokens[token.head]
    local = head.lemma in _ACCORDS or (name.kind == "capital" and is_local(parse, index))
    if token.dep in ("compound", "amod", "nmod") and local:
        return place
    if token.dep == "pobj" and parse.word(token.head) in _PLACE_PREPS:
        return place
    if token.dep == "dobj" and head.lemma in _TRAVEL:
        return place
    ways = ("to", "from", "into", "via", "for")
    travelled = parse.tokens[head.head].lemma in _TRAVEL
    if token.dep == "pobj" and parse.word(token.head) in ways and travelled:
        return place
    return name.value


def _recognised(parse: Parse, found: Mentions) -> None:
    for first, last, label in parse.ents:
        kind = _LABELS.get(label)
        while first < last and (
            parse.tokens[first].pos in ("DET", "PUNCT", "SPACE", "ADP", "PRON")
            or parse.word(first) in ("the", "a")
        ):
            first += 1
        while last > first and parse.tokens[last - 1].pos in ("PART", "PUNCT", "SPACE"):
            last -= 1
        if kind is None or first >= last:
            continue
        while last < len(parse.tokens) and parse.word(last - 1) in PARTICLE:
            last += 1  # "Ursula von der" "Leyen"
        start, end = parse.tokens[first].start, parse.tokens[last - 1].end
        joined = _GIVEN.match(parse.text, end) if label == "PERSON" and last - first > 1 else None
        if joined is not None and joined.group()[1:] not in _NO_GIVEN:
            end = joined.end()  # "Hwang Jae" of "Hwang Jae-sung"
        words = [
            parse.text[parse.tokens[i].start : parse.tokens[i].end] for i in range(first, last)
        ]
        if not any(w[:1].isupper() and w.lower() not in NOT_NAMES for w in words):
            continue
        if len(words) == 1 and parse.tokens[first].pos not in ("PROPN", "ADJ", "NOUN"):
            continue
        if len(words) == 1 and (_is_measure(parse, first) or _is_pronoun(parse, first)):
            continue
        if len(words) == 1 and first == 0 and parse.tokens[first].pos != "PROPN":
            continue
        if found.free(start, end):
            found.add(
                start,
                end,
                f"{kind}:{parse.text[start:end].lower()}",
                mention_about(parse, start, end),
            )


def _proper_nouns(parse: Parse, found: Mentions) -> None:
    """Take runs of proper nouns that the recogniser left out."""
    tokens, index = parse.tokens, 0
    while index < len(tokens):
        first = index
        while index < len(tokens) and _is_proper(parse, index):
            index += 1
        if index == first:
            index += 1
            continue
        start, end = tokens[first].start, tokens[index - 1].end
        if index - first == 1 and parse.word(first) == "national":
            continue  # "the Minister of National Defence"
        sure = (
            first > 0 or index - first > 1 or (tokens[0].tag == "NNP" and tokens[0].dep == "nsubj")
        )
        if sure and found.free(start, end):
            found.add(
                start,
                end,
                f"name:{parse.text[start:end].lower()}",
                mention_about(parse, start, end),
            )


def _is_proper(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    word = parse.text[token.start : token.end]
    return (
        token.pos == "PROPN"
        and word[:1].isupper()
        and any(c.isalpha() for c in word)
        and word.lower() not in NOT_NAMES
        and "$" not in word
        and not _is_measure(parse, index)
        and not _is_pronoun(parse, index)
    )


def _is_pronoun(parse: Parse, index: int) -> bool:
    """Say whether a word in capitals is a pronoun: "He called ME"; in "Portland, ME" it is none.

    "US" is one behind a verb or preposition beside another pronoun in capitals.
    """
    token = parse.tokens[index]
    word = parse.text[token.start : token.end]
    if word == "US":
        if token.dep not in _OBJECTS or (index and parse.word(index - 1) == "the"):
            return False
        return any(
            parse.text[other.start : other.end].isupper() and parse.word(i) in _PRONOUNS
            for i, other in enumerate(parse.tokens)
        )
    stated = index > 0 and parse.word(index - 1) == ","
    return word.isupper() and word.lower() in _PRONOUNS and not stated


def _is_measure(parse: Parse, index: int) -> bool:
    """Say whether a word is the unit of the number before it, or a figure: `2 GW`, `GDP`."""
    if parse.word(index) in _FIGURES:
        return True
    if index == 0 or parse.tokens[index - 1].pos != "NUM":
        return False
    unit = unit_after(parse.text, parse.tokens[index - 1].end)
    return unit is not None and unit[2] == parse.tokens[index].end
