"""Ordinals as days of a month: `14th`, `the twenty-fifth`."""

from __future__ import annotations

import re

from compare.language.facts.numerals import SMALL

_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
}
ORDINAL = r"(?:(?:twenty|thirty)[- ])?(?:" + "|".join(_ORDINALS) + ")"


def ordinal(word: str) -> int:
    """Return the value of `fourteenth`, `twenty-fifth` or `14th`."""
    digits = re.match(r"[0-9]+", word)
    if digits:
        return int(digits.group())
    parts = re.split(r"[- ]", word.lower())
    return sum(SMALL.get(part, 0) + _ORDINALS.get(part, 0) for part in parts)
