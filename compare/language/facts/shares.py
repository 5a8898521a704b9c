"""Shares of a whole: `half of the fleet`, `two thirds of the members`, `one in five`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.language.facts.changes import measures_change
from compare.language.facts.counted import counted
from compare.language.facts.numerals import SMALL
from compare.language.facts.parse import Parse
from compare.language.facts.quantities import Quantity, bounded
from compare.language.facts.records import Fact
from compare.language.facts.wordlist import words
from compare.model import Span

_COUNT = "(?:an?|one|two|three|four|five|six|seven|eight|nine)"
_PARTS = "(?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)"
_FRACTION = re.compile(
    rf"\b(?:(?P<n>{_COUNT})[ -](?P<d>{_PARTS})|(?P<half>half)|(?P<digits>[1-9]/[2-9]|[½¼¾⅓⅔]))"
    r"(?!\s+of\s+an?\s+(?:million|billion|trillion|hour|century|dozen)\b)"
    r"(?:(?<=thirds)|(?<=quarters)|(?<=fifths)|(?<=tenths)"
    r"|(?=\s+(?:of\b|the\b|its\b|their\b|our\b|his\b|her\b)))",
    re.IGNORECASE,
)
# A part of a point of percentage: "three tenths of a point", "a quarter-point cut".
_OF_POINT = re.compile(
    rf"(?<!and )(?<!and-)(?<!and a )(?<!and-a-)\b(?:(?P<n>{_COUNT})[ -])?(?P<d>{_PARTS})"
    r"(?:\s+of\s+an?\s+|(?<=half)\s+an?\s+|(?:(?<=half)|(?<=quarter))[ -])"
    r"(?P<unit>(?:percentage[ -])?points?|per\s?cent)\b",
    re.IGNORECASE,
)
# A part that the words around it must show to be none of time or of order: "fell by a third".
_BARE = re.compile(
    r"\b(?:(?P<n>an?|one)[ -])?(?P<d>half|third|quarter|fourth|fifth|sixth|eighth|tenth)\b"
    r"(?!['’-]|\s+(?:past|to|of|time|term|century|hour|year|final|dozen|an?)\b)",
    re.IGNORECASE,
)
_ORDER = re.compile(r"\b(?:one|two|both|first|second|another|other)\b", re.IGNORECASE)
_GOES_BY = words(
    "pass end begin start close elapse follow go come bring see open mark chime strike"
)
_VOTED = re.compile(
    r"\s+(?:vot|abstain|oppos|support|back|favou?r|reject|approv|agre|disagre)(?:e[ds]?|ed)\b",
    re.IGNORECASE,
)
# What makes a part of something a difference: "a quarter more than". Behind "a third" an adjective
# that is compared may be that of an ordinal's noun: "a third more serious raid".
_COMPARED = re.compile(
    r"\s+(?:(?:more|less|fewer)(?:\s+than\b|(?=\s*(?:[.,;:)]|$))"
    r"|(?=\s+(?:in|on|of|for|this|last|compared|from|to|every|each)\b))"
    r"|(?:higher|lower|larger|smaller|bigger|longer|shorter|faster|slower|cheaper|heavier|lighter"
    r"|up|down)\s+(?:than|on|from)\b)",
    re.IGNORECASE,
)
_MANY = words("are were have do")
# "three quarters" of a year, not of a whole.
_TIME_BEFORE = re.compile(
    r"\b(?:for|in|over|last|past|next|previous|first|straight|consecutive|these|those|within"
    r"|after|and|every)\s+$",
    re.IGNORECASE,
)
_TIME_AFTER = re.compile(
    r"\s+(?:in a row|running|hours?|ago|later|earlier|of (?:an hour|a year|growth|decline|losses"
    r"|contraction|recession|falls?))\b",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(r"\s+of\b|\s+(?:majority|mark)\b", re.IGNORECASE)
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
    for match in _OF_POINT.finditer(parse.text):
        unit = "pp" if "point" in match["unit"].lower() else "%"
        yield match.span(), _fact(parse, match, _part(match) / 100, unit)
    for match in _FRACTION.finditer(parse.text):
        if not _ordinal_half(parse.text, match.start()) and not _of_time(parse.text, match):
            yield match.span(), _fact(parse, match, _fraction(match))
    for match in _BARE.finditer(parse.text):
        if _is_share(parse, match):
            yield match.span(), _fact(parse, match, _part(match))
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
    return _part(match)


def _part(match: re.Match[str]) -> float:
    return 100 * SMALL.get((match["n"] or "a").lower(), 1) / PARTS[match["d"].lower()[:3]]


def _of_time(text: str, match: re.Match[str]) -> bool:
    """Say whether quarters are those of a year or an hour: `grew for three quarters`."""
    if not match["d"] or not match["d"].lower().startswith("quarter"):
        return False
    if _TIME_AFTER.match(text, match.end()) or match["n"].lower() in ("two", "four", "five"):
        return True
    whole = _OF_WHOLE.match(text, match.end())
    return not whole and _TIME_BEFORE.search(text, 0, match.start()) is not None


def _is_share(parse: Parse, match: re.Match[str]) -> bool:
    """Say whether a bare part is one: `fell by a third`, `a quarter abstained`."""
    index = parse.at(match.start("d"))
    token = parse.tokens[index]
    if _COMPARED.match(parse.text, match.end()):  # "a tenth more than in 2024"
        return match["n"] is not None or match["d"].lower() == "half"
    if token.dep == "nsubj" or _VOTED.match(parse.text, match.end()):
        return _is_group(parse, match, token.head)
    return token.head < index and measures_change(parse.text, match.start())


def _is_group(parse: Parse, match: re.Match[str], verb: int) -> bool:
    """Say whether the subject of a verb is a share of many: `half were women`."""
    part = match["d"].lower()
    lemma = parse.tokens[verb].lemma
    if match["n"] is None and part != "half":
        return False
    if _ordinal_half(parse.text, match.start()) or lemma in _GOES_BY:
        return False
    if _is_bounded(parse, match):
        return True
    ordinal = (match["n"] or "").lower() != "one" and part not in ("half", "quarter")
    if ordinal and _ORDER.search(parse.text, 0, match.start()):
        return False  # "two members abstained and a third left"
    voted = _VOTED.match(parse.text, match.end()) is not None
    return voted or _agrees(parse, verb)


def _is_bounded(parse: Parse, match: re.Match[str]) -> bool:
    """Say whether `nearly` or `more than` stands before a part, as before no ordinal."""
    plain = Quantity(*match.span(), match.start(), 1.0, 1.0, False, True)
    return bounded(parse.text, plain, match.end()).start < match.start()


def _agrees(parse: Parse, verb: int) -> bool:
    """Say whether a verb is that of many: `were`, `have left`."""
    aux = [c for c in parse.children[verb] if parse.tokens[c].dep in ("aux", "auxpass")]
    return any(parse.word(index) in _MANY for index in (verb, *aux))


def _fact(parse: Parse, match: re.Match[str], share: float, unit: str = "%") -> Fact:
    quantity = Quantity(*match.span(), match.start(), share, share, False, True)
    bound = bounded(parse.text, quantity, match.end())
    return Fact(
        "number",
        Span(bound.start, bound.end),
        f"{bound.form()} {unit}",
        counted(parse, match.start(), match.end()),
        bound.low,
        bound.high,
        unit,
    )
