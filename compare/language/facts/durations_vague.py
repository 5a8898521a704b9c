"""Lengths without a count: `several weeks`, `a brief call`, `all night`, `the whole week`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.language.facts.counted import counted
from compare.language.facts.durations_units import DAY, HOUR, MINUTES, NOT_LENGTH
from compare.language.facts.numerals import number
from compare.language.facts.parse import Parse, unique
from compare.language.facts.records import Fact
from compare.language.facts.wordlist import words
from compare.model import Span

_VAGUE = re.compile(
    r"\b(?P<some>(?:several|a few|a couple of|(?<!\bas )(?<!\bhow )many|long|countless)"
    r"(?:\s+\w+)?[\s-]+(?P<unit>minute|hour|day|night|week|month|year|decade)s)\b"
    r"|\b(?P<bare>(?:(?<=for )|(?<=after )|(?<=lasted )|(?<=took )|(?<=of )|(?<=within )|(?<=in ))"
    r"(?P<bunit>hour|day|week|month|year|decade)s|(?P<fore>hour|day|week|month|year)s(?= of\b)"
    r"|(?P<glued>hour|day|week|month|year)s-long)\b",
    re.IGNORECASE,
)
_TALKS = words(
    "call conversation talk meeting discussion negotiation session exchange dialogue dialog "
    "consultation phone debate encounter round sitting visit telephone chat"
)
_LENGTHY = {
    "long": "long",
    "lengthy": "long",
    "extended": "long",
    "prolonged": "long",
    "marathon": "long",
    "short": "short",
    "brief": "short",
    "quick": "short",
}
# Places in a stretch, or hours that something is kept: "the early hours of Friday".
_PLACE = re.compile(
    r"\b(?:early|small|late|later|first|last|final|closing|opening|dying|waning|office|working"
    r"|business|visiting)\s+$",
    re.IGNORECASE,
)
# From the least to the most that is meant by "all day" and its like.
_WHOLE = {
    "morning": (3 * HOUR, 6 * HOUR),
    "afternoon": (3 * HOUR, 6 * HOUR),
    "evening": (3 * HOUR, 6 * HOUR),
    "night": (6 * HOUR, 12 * HOUR),
    "day": (8 * HOUR, DAY),
    "weekend": (DAY, 3 * DAY),
    "week": (5 * DAY, 7 * DAY),
    "month": (28 * DAY, 31 * DAY),
    "year": (360 * DAY, 366 * DAY),
}
_ALL = re.compile(
    r"\b(?:(?:nearly|almost|practically|virtually)\s+)?(?:all|the\s+(?:whole|entire))\s+"
    rf"(?P<unit>{'|'.join(_WHOLE)})\b(?!-|['’]s)",
    re.IGNORECASE,
)


def whole_lengths(parse: Parse) -> Iterator[Fact]:
    """Yield the lengths that are a whole: `all night`, `nearly the whole day`."""
    for match in _ALL.finditer(parse.text):
        index = parse.at(match.start("unit"))
        token = parse.tokens[index]
        lasting = token.dep == "pobj" and parse.word(token.head) == "for"
        counting = parse.tokens[min(index + 1, len(parse.tokens) - 1)].tag in ("NN", "NNS")
        if counting:
            continue  # "all year groups"
        if lasting or token.dep in ("npadvmod", "dobj", "tmod"):
            low, high = _WHOLE[match["unit"].lower()]
            about = counted(parse, match.start("unit"), match.end())
            value = f"{number(low)}..{number(high)} min"
            yield Fact("duration", Span(*match.span()), value, about, low, high, "minute", True)


def vague_lengths(parse: Parse) -> Iterator[Fact]:
    """Yield lengths of some hours or days, and talks that are long or short."""
    for match in _VAGUE.finditer(parse.text):
        unit = match["unit"] or match["bunit"] or match["fore"] or match["glued"]
        placed = match["fore"] and _PLACE.search(parse.text, 0, match.start())
        if not placed and not NOT_LENGTH.match(parse.text, match.end()):
            low = 2 * MINUTES[unit.lower()]
            about = counted(parse, match.start(), match.end())
            span = Span(*match.span())
            yield Fact("duration", span, f">={number(low)} min", about, low, None, "minute", True)
    for index, token in enumerate(parse.tokens):
        value = _LENGTHY.get(parse.word(index))
        head = parse.tokens[token.head]
        if value and token.dep in ("amod", "compound") and head.lemma in _TALKS:
            about = unique(x for x in parse.noun_lemmas(token.head) if x != token.lemma)
            span = Span(token.start, token.end)
            yield Fact("duration", span, value, about, None, None, "minute", True)
