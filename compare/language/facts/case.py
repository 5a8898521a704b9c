"""Case restored in sentences that shout, because the tagger reads capitals as names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.language.facts.countries import NAMES
from compare.language.facts.emphasis import calmed
from compare.language.facts.titles import COMMON
from compare.language.facts.when import MONTHS, WEEKDAYS
from compare.language.facts.wordlist import words

# A sentence shouts when this share of its letters are capitals; a normal one has 0.02-0.15.
SHOUTING = 0.6
_FEWEST_LETTERS = 8  # "NATO-EU" is no shouting

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TITLE = re.compile(
    r"\b(?:PRESIDENT|MINISTER|CHANCELLOR|PREMIER|AMBASSADOR|SECRETARY|SENATOR|GENERAL|GOVERNOR"
    r"|KING|PRINCE|MR|MRS|MS|DR|SIR|SHEIKH|JUDGE)\b\.?(?P<name>(?:\s+[A-Z]\.|\s+[A-Z]{2,}\b){1,3})"
)


def restored(texts: Sequence[str]) -> list[str]:
    """Return the texts, those in capitals put in sentence case; every length stays the same.

    In the others single words in capitals are put in small letters where they are no names.
    Names keep their capital when they are countries, months and the like, stand behind a title,
    or are capitalised inside another, calmer sentence of the same statement.
    """
    loud = [shouts(text) for text in texts]
    if not any(loud):
        return [calmed(text) for text in texts]
    known = {word.upper(): word for word in _calendar()}
    for written in NAMES:
        for word in written.split():
            known[word.upper()] = word
    for text, is_loud in zip(texts, loud, strict=True):
        if not is_loud:
            for match in list(_WORD.finditer(text))[1:]:
                word = match.group()
                if word[0].isupper() and word.upper() not in known:
                    known[word.upper()] = word
    return [
        _calm(text, known) if is_loud else calmed(text)
        for text, is_loud in zip(texts, loud, strict=True)
    ]


def shouts(text: str) -> bool:
    """Say whether most letters of a text are capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= _FEWEST_LETTERS and (
        sum(c.isupper() for c in letters) > SHOUTING * len(letters)
    )


def _calendar() -> list[str]:
    return [name.capitalize() for name in (*MONTHS, *WEEKDAYS)]


def _lower(word: str) -> str:
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in word)


_SMALL = words("of and the a in on at to us who may march turkey chad polish")


def _calm(text: str, known: dict[str, str]) -> str:
    names: set[int] = set()
    for match in _TITLE.finditer(text):
        for piece in _WORD.finditer(match["name"]):
            if piece.group().lower() not in _SMALL | COMMON | _VERBS:
                names.add(match.start("name") + piece.start())
            else:
                break
    out, last = [], 0
    for match in _WORD.finditer(text):
        word = match.group()
        out.append(text[last : match.start()])
        last = match.end()
        named = match.start() in names or _is_month(text, match)
        out.append(_cased(word, named, known, text[: match.start()]))
    return "".join(out) + text[last:]


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Say whether MAY or MARCH stands beside a day or behind a preposition of time."""
    if match.group() not in ("MAY", "MARCH"):
        return False
    before = re.search(
        r"(?:\d(?:ST|ND|RD|TH)?(?:\s+OF)?|\b(?:IN|SINCE|BY))\s+$", text[: match.start()]
    )
    return before is not None or re.match(r"\s+\d", text[match.end() :]) is not None


_VERBS = words(
    "and said says has had is was will would agreed told met called spoke of to for on in with "
    "must should may can refused rejected proposed asked wants"
)


def _cased(word: str, name: bool, known: dict[str, str], before: str) -> str:
    lower = _lower(word)
    start = re.search(r"(?:^|[.!?]\s+)\W*$", before) is not None
    stem = re.sub(r"['’]S$", "", word)
    found = known.get(stem)
    if word == "I" or (word == "US" and re.search(r"\b(?:THE|BY|OF|WITH|AND)\s+$", before)):
        return word
    if found is not None and lower not in _SMALL and len(found) == len(stem):
        return found + lower[len(stem) :]
    if start or name:
        return word[0] + lower[1:]
    return lower
