"""Persons and offices behind a title: `the French President`, `Mr. Hill`, `Ann Lee, envoy of X`."""

from __future__ import annotations

import re

from compare.language.facts.mentions import (
    COUNTRY,
    NOT_NAMES,
    Mentions,
    listed_name,
    mention_about,
)
from compare.language.facts.parse import Parse
from compare.language.facts.titles import COURTESY, OFFICE, role
from compare.language.facts.wordlist import words

_OFFICE_AFTER = re.compile(rf"(?:['’]s?)?\s+{OFFICE}", re.IGNORECASE)
_OFFICE_OF = re.compile(rf"\b{OFFICE}\s+of\s+(?:the\s+)?$", re.IGNORECASE)
# "The envoy of the US President, Ann Lee": Lee is the envoy.
_UNDER = re.compile(rf"\b{OFFICE}\s+(?:of|to|for)\s+$", re.IGNORECASE)
_MANY = "(?P<many>Presidents|(?:Prime |Foreign )?Ministers|Leaders|Ambassadors)"
_TITLE = re.compile(
    rf"(?<!\w)(?:{COURTESY}|{OFFICE}|{_MANY})\s+(?=\w)",
    re.IGNORECASE,
)
_COURTESY = re.compile(COURTESY, re.IGNORECASE)
_THE = re.compile(r"\b(?:the|our|your)\s+$", re.IGNORECASE)
PARTICLE = words("al el bin ibn van von de der den da di la du dos ul")


def _name_run(parse: Parse, index: int) -> int:
    """Return the token after a run of capitalised name words that begins at a token."""
    end, tokens = index, parse.tokens
    while index < len(tokens):
        token = tokens[index]
        word = parse.text[token.start : token.end]
        if (
            word[:1].isupper()
            and word.lower() not in NOT_NAMES
            and token.pos not in ("VERB", "AUX")
        ):
            named = listed_name(word)
            if named is not None and named.kind in ("name", "demonym") and end > 0:
                break
            index += 1
            end = index
        elif word.lower() in PARTICLE:
            index += 1
        elif (
            word in ("-", "‑")
            and index + 1 < len(tokens)
            and tokens[index - 1].end == token.start
            and tokens[index + 1].start == token.end
        ):
            whole = end == index  # "Seung-woo", but "al-Thani" is a particle and a name
            index += 2 if whole else 1
            end = index if whole else end
        else:
            break
    return end


def _person(parse: Parse, found: Mentions, first: int, marks: tuple[str, ...], start: int) -> bool:
    """Add the person whose name begins at a token; `start` is where the title begins."""
    while first < len(parse.tokens) and _COURTESY.fullmatch(parse.word(first)):
        first += 1
    last = _name_run(parse, first)
    if last <= first:
        return False
    low, high = parse.tokens[first].start, parse.tokens[last - 1].end
    name = parse.text[low:high].lower().rstrip(".")
    if not any(c.isalpha() for c in name):
        return False
    found.add(start, high, f"person:{name}", (*mention_about(parse, low, high), *marks))
    return True


def read_titled(parse: Parse, found: Mentions) -> None:
    """Read titles: `the French President`, `Germany's chancellor Anna Weiss`, `Mr. Hill`."""
    text = parse.text
    for match in COUNTRY.finditer(text):
        name = listed_name(match["name"])
        if name is None or not name.value.startswith("country:"):
            continue
        code = name.value.partition(":")[2]
        after = _OFFICE_AFTER.match(text, match.end())
        before = _OFFICE_OF.search(text, 0, match.start())
        if after is not None and name.kind in ("name", "demonym"):
            mark = role(after["office"], after["of"], code)
            start, end = match.start(), after.end()
        elif before is not None:
            mark = role(before["office"], before["of"], code)
            start, end = before.start(), match.end()
        else:
            continue
        the = _THE.search(text, 0, start)
        start = the.start() if the is not None else start
        if not found.free(start, end):
            continue
        following = next(
            (i for i, t in enumerate(parse.tokens) if t.start >= end), len(parse.tokens)
        )
        if following < len(parse.tokens) and parse.word(following) == ",":
            following += 1
            if _UNDER.search(text, 0, start) or not _is_apposed(parse, following):
                following = len(parse.tokens)
        if _person(parse, found, following, (mark,), start):
            continue
        holder = _apposed_before(parse, start, end)
        if holder is not None:
            low = parse.tokens[holder].start
            name_start, name_end = _run_back(parse, holder)
            value = f"person:{text[name_start:name_end].lower()}"
            found.add(name_start, name_end, value, (*mention_about(parse, name_start, low), mark))
            found.add(start, end, value, (mark,))
            continue
        found.add(start, end, mark, mention_about(parse, start, end))
    for match in _TITLE.finditer(text):
        first = parse.at(match.end())
        if found.free(match.start(), match.end()) and parse.tokens[first].start == match.end():
            capital = text[match.end()].isupper() or parse.word(first) in PARTICLE
            if capital and _person(parse, found, first, (), match.start()):
                second = _name_run(parse, first) + 1
                if match["many"] and second < len(parse.tokens) and parse.word(second - 1) == "and":
                    _person(parse, found, second, (), parse.tokens[second].start)


def _is_apposed(parse: Parse, index: int) -> bool:
    """Say whether the token after a comma begins a name that ends at the next comma.

    "The French president, Jeanne Morel, left" is one person; "told the French president, Karl
    Weiss recalled" is two.
    """
    tokens = parse.tokens
    while index < len(tokens) and _COURTESY.fullmatch(parse.word(index)):
        index += 1
    if index >= len(tokens) or tokens[index].pos != "PROPN" or tokens[index].entity != "PERSON":
        return False
    last = _name_run(parse, index)
    return last >= len(tokens) or tokens[last].pos in ("PUNCT", "CCONJ")


def _apposed_before(parse: Parse, start: int, end: int) -> int | None:
    """Return the last token of a person's name before `, the French president,`."""
    index = parse.at(start) - 1
    if index < 1 or parse.word(index) != "," or parse.tokens[index - 1].entity != "PERSON":
        return None
    after = parse.at(end - 1) + 1
    closed = after >= len(parse.tokens) or parse.tokens[after].pos == "PUNCT"
    first = index - 1
    while first > 0 and parse.tokens[first - 1].entity == "PERSON":
        first -= 1
    office = parse.tokens[parse.at(end - 1)]
    apposed = office.dep == "appos" and first <= office.head < index
    return index - 1 if closed and apposed else None


def _run_back(parse: Parse, index: int) -> tuple[int, int]:
    first = index
    while first > 0 and parse.tokens[first - 1].entity == "PERSON":
        first -= 1
    return parse.tokens[first].start, parse.tokens[index].end
