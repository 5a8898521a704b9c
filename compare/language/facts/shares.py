"""Shares of a whole: `half of the fleet`, `two thirds of the members`, `one in five`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.language.facts.counted import counted
from compare.language.facts.numerals import SMALL
from compare.language.facts.parse import Parse
from compare.language.facts.quantities import Quantity, bounded
from compare.language.facts.records import Fact
from compare.model import Span

_FRACTION = re.compile(
    r"\b(?:(?P<n>a|an|one|two|three|four|five)[ -](?P<d>half|halves|thirds?|quarters?|fourths?|"
    r"fifths?|sixths?|eighths?|tenths?)|(?P<half>half)|(?P<digits>[1-9]/[2-9]|[½¼¾⅓⅔]))"
    r"(?!\s+of\s+an?\s+(?:million|billion|trillion|hour|century|dozen)\b)"
    r"(?:(?<=thirds)|(?<=quarters)|(?<=fifths)|(?<=tenths)"
    r"|(?=\s+(?:of\b|the\b|its\b|their\b|our\b|his\b|her\b)))",
    re.IGNORECASE,
)
_SHARED = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
# A share told as so many of so many: "one in five", "nine out of ten"; not "two in three days".
_SHARE = re.compile(
    rf"\b(?P<n>[1-9][0-9]?|{'|'.join(_SHARED)})\s+(?:in(?:\s+every)?|out\s+of(?:\s+every)?)\s+"
    rf"(?P<m>[2-9]|10{{1,3}}|20|50|{'|'.join((*_SHARED, 'a hundred', 'twenty'))})\b"
    r"(?![-:.,/%]?[0-9]|[\s-]*(?:second|minute|hour|day|week|month|year|decade|round|night)s?\b)",
    re.IGNORECASE,
)
PARTS = {"hal": 2, "thi": 3, "qua": 4, "fou": 4, "fif": 5, "six": 6, "eig": 8, "ten": 10}
_GLYPHS = {"½": 50.0, "¼": 25.0, "¾": 75.0, "⅓": 100 / 3, "⅔": 200 / 3}


def read_shares(parse: Parse) -> Iterator[tuple[tuple[int, int], Fact]]:
    """Yield the shares of a sentence, each with the place of its numerals."""
    for match in _FRACTION.finditer(parse.text):
        if not _ordinal_half(parse.text, match.start()):
            yield match.span(), _fact(parse, match, _fraction(match))
    for match in _SHARE.finditer(parse.text):
        share = _of_so_many(match)
        if share is not None:
            yield match.span(), _fact(parse, match, share)


def _ordinal_half(text: str, start: int) -> bool:
    return (
        re.search(r"\b(?:first|second|last|other|latter|and a|better)\s+$", text[:start])
        is not None
    )


def _of_so_many(match: re.Match[str]) -> float | None:
    part, whole = (
        float(raw) if raw.isdigit() else SMALL.get(raw.lower().split()[-1], 100)
        for raw in (match["n"], match["m"])
    )
    return round(100 * part / whole, 6) if part < whole else None


def _fraction(match: re.Match[str]) -> float:
    raw = match["digits"]
    if match["half"]:
        return 50.0
    if raw:
        return _GLYPHS[raw] if raw in _GLYPHS else 100 * int(raw[0]) / int(raw[2])
    return 100 * SMALL.get(match["n"].lower(), 1) / PARTS[match["d"].lower()[:3]]


def _fact(parse: Parse, match: re.Match[str], share: float) -> Fact:
    quantity = Quantity(*match.span(), match.start(), share, share, False, True)
    bound = bounded(parse.text, quantity, match.end())
    return Fact(
        "number",
        Span(bound.start, bound.end),
        f"{bound.form()} %",
        counted(parse, match.start(), match.end()),
        bound.low,
        bound.high,
        "%",
    )
