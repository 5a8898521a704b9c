"""How long something lasts, in minutes: `ninety minutes`, `a 30-day truce`, `several weeks`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from compare.language.facts.counted import counted
from compare.language.facts.durations_units import (
    CALENDAR,
    CALENDAR_HIGH,
    CALENDAR_LOW,
    HOUR,
    LATER,
    MINUTES,
    NOT_LENGTH,
    SPELLED,
    UNIT_WORDS,
)
from compare.language.facts.durations_vague import vague_lengths, whole_lengths
from compare.language.facts.numerals import SMALL
from compare.language.facts.parse import Parse
from compare.language.facts.quantities import Quantity, bounded, quantities
from compare.language.facts.records import Fact
from compare.language.facts.shares import PARTS
from compare.model import Span

# Words that may stand between the number and the unit: "30 more days", "three whole weeks".
_INNER = (
    r"(?:(?:more|further|additional|full|whole|consecutive|straight|calendar|working|long)\s+)?"
)
_UNIT = re.compile(
    rf"[\s\u00a0-]*{_INNER}(?P<unit>{UNIT_WORDS})\b\.?(?!-old\b| old\b)", re.IGNORECASE
)
_AND_HALF = re.compile(
    r"[\s-]+and[\s-]+(?:a[\s-]+(?P<part>half|quarter)|(?P<three>three[\s-]+quarters))\b(?!\s+of)",
    re.IGNORECASE,
)
# "two and three quarter hours"
_AND_QUARTERS = re.compile(
    rf"[\s-]+and[\s-]+(?P<n>three|an?|one)[\s-]+quarters?[\s-]+(?P<unit>{UNIT_WORDS})\b(?!\s+of)",
    re.IGNORECASE,
)
# Three quarters are nine months behind one of these, or with "consecutive"; else a share.
_RUN_CUE = re.compile(
    r"\b(?:for|over|in|within|after|during|past|last|previous|first|next|coming|these|those"
    r"|another|every)\s+$",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(r"\s+(?:of|full|empty)\b", re.IGNORECASE)
_JOIN = re.compile(r"\s*(?:,|and|,\s*and)?\s*$")
_EITHER = re.compile(
    r"\b(?:(?P<parts>(?P<n>one|two|three|four|five|an?)[\s-]+(?P<d>thirds?|fourths?|fifths?|sixths?)"
    r"\s+of\s+an?\s+(?P<whole>hour|day|week|month|year|century|decade))"
    r"|(?P<half>(?:an?\s+)?half[\s-]+(?:an?[\s-]+)?(?P<of>hour|day|year|century|decade|minute))"
    r"|(?P<quarters>(?:a\s+|three[\s-]+)?quarters?\s+of\s+an\s+hour|three[\s-]quarter[\s-]hours?)"
    r"|(?P<one>an?|one)\s+(?P<inner>full\s+|whole\s+|further\s+)?"
    r"(?P<unit>hour|minute|day|week|fortnight|month|year|decade|century)\b(?!-)"
    r"|(?P<long>hour|day|week|month|year|decade)-long)\b",
    re.IGNORECASE,
)
# "a day" is a length only behind one of these; "40 a day" and "one day" are not.
_LENGTH_CUE = re.compile(
    r"\b(?:for|within|in|lasts?|lasted|lasting|took|takes?|than|about|around|almost|nearly|over"
    r"|under|after|another|every|least|most|to|of|just|roughly|approximately|extra|spent|only)\s+$",
    re.IGNORECASE,
)
# "A month after the signing"; not "a day after day".
_LAG = re.compile(
    r"\s+(?:later|afterwards?|thereafter|after\b(?!\s+(?:day|week|month|year|that)\b))\b", re.I
)
_RATE_BEFORE = re.compile(r"(?:\d|\btimes|\btwice|\bonce|\bpeople|\bkm|\bmiles)\s+$", re.IGNORECASE)
_DURING = re.compile(r"(?:over|under)\s", re.IGNORECASE)
_LONGER = re.compile(
    r"\b(?:for|last(?:s|ed|ing)?|took|takes?|taking|of|after|spent|spoke|talked|met)\s+$",
    re.IGNORECASE,
)
# "The call, over two hours, went well", "over three hours long": as long as that and more.
_SET_OFF = re.compile(r"(?P<last>\w)(?:[,(–—]|\s[-–—(])\s*$")
_CLOSED = re.compile(r"\s*(?:[,;.!?)–—]|-\s|$)")
_LONG = re.compile(r"\s+(?:long|in length|of (?:it|them|which))\b", re.IGNORECASE)
_NAMED = ("NOUN", "PROPN", "PRON")
_INDEFINITE = re.compile(r"\ban?\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:within|inside|in under|in less than)\s+(?:the next\s+|a\s+)?$", re.I)


def read_durations(parse: Parse, taken: Iterable[tuple[int, int]]) -> list[Fact]:
    """Return the lengths of time in a sentence, save those inside spans taken already."""
    claimed = list(taken)
    facts: list[Fact] = []

    def add(fact: Fact | None) -> None:
        if fact is not None and all(
            fact.span.end <= low or fact.span.start >= high for low, high in claimed
        ):
            facts.append(fact)
            claimed.append((fact.span.start, fact.span.end))

    counted_lengths = _joined(parse.text, [*_numeric(parse), *_articles(parse.text)])
    for length in counted_lengths:
        add(_fact(parse, length))
    for fact in (*whole_lengths(parse), *vague_lengths(parse)):
        add(fact)
    return facts


def _apart(parse: Parse, quantity: Quantity) -> re.Match[str] | None:
    """Return the unit behind adjectives: `two long and fruitful days`."""
    index = parse.at(quantity.end - 1)
    token = parse.tokens[index]
    head = parse.tokens[token.head]
    near = token.dep == "nummod" and index + 1 < token.head <= index + 4 and head.lemma in MINUTES
    between = range(index + 1, token.head)
    if not near or any(parse.tokens[i].pos not in ("ADJ", "ADV", "CCONJ") for i in between):
        return None
    return _UNIT.match(parse.text, head.start)


def _is_share(text: str, quantity: Quantity, match: re.Match[str]) -> bool:
    """Say whether "three quarters" is a share: without a word that makes it a run of them."""
    unit = match["unit"].lower()
    between = text[quantity.end : match.start("unit")].strip()
    if unit not in ("quarter", "quarters") or quantity.low != 3 or between not in ("", "-"):
        return False
    run = unit == "quarters" and not between and _RUN_CUE.search(text, 0, quantity.core)
    return not run or _SHARE_OF.match(text, match.end()) is not None


def _is_ordinal(parse: Parse, quantity: Quantity, match: re.Match[str]) -> bool:
    """Say whether "twenty-second" says which: so it does save in "a twenty-second pause"."""
    low = quantity.low
    if match["unit"].lower() != "second" or quantity.digits or low is None:
        return False
    if low < 20 or low % 10 or low != quantity.high:
        return False
    behind = parse.at(match.end() - 1) + 1
    noun = parse.tokens[behind] if behind < len(parse.tokens) else None
    if noun is not None and noun.tag == "NNS":
        return False
    indefinite = _INDEFINITE.search(parse.text, 0, quantity.core) is not None
    return not indefinite or (noun is not None and noun.lemma in MINUTES)


def _numeric(parse: Parse) -> list[Quantity]:
    """Return number-and-unit pairs; values in minutes."""
    text = parse.text
    found = []
    for quantity in quantities(text):
        match = _AND_QUARTERS.match(text, quantity.end)
        if match is not None and quantity.low is not None and quantity.low == quantity.high:
            minutes = quantity.low + (0.75 if match["n"].lower() == "three" else 0.25)
            minutes *= MINUTES[SPELLED[match["unit"].lower()]]
            found.append(replace(quantity, end=match.end(), low=minutes, high=minutes))
            continue
        match = _UNIT.match(text, quantity.end)
        if match is None:
            match = _apart(parse, quantity)
        elif _is_share(text, quantity, match) or _is_ordinal(parse, quantity, match):
            continue
        if match is None or (quantity.core and re.match(r"[\w.]", text[quantity.core - 1])):
            continue
        if match["unit"].lower() == "h" and not quantity.digits:
            continue
        unit = MINUTES[SPELLED[match["unit"].lower()]]
        low, high, end = quantity.low, quantity.high, match.end("unit")
        half = _AND_HALF.match(text, end)
        if half is not None:
            extra = _extra(half)
            low, high, end = (low or 0) + extra, (high or 0) + extra, half.end()
        found.append(
            replace(
                quantity,
                end=end,
                low=None if low is None else low * unit,
                high=None if high is None else high * unit,
            )
        )
    return found


def _extra(match: re.Match[str]) -> float:
    """Return the part of a unit that "and a half" and its like add."""
    if match["three"]:
        return 0.75
    return 0.5 if match["part"].lower() == "half" else 0.25


def _articles(text: str) -> list[Quantity]:
    """Return lengths without a number: `half an hour`, `an hour and a half`, `a day-long`."""
    found = []
    for match in _EITHER.finditer(text):
        start, end = match.span()
        if match["parts"]:
            part = PARTS[match["d"].lower()[:3]]
            minutes = MINUTES[match["whole"].lower()] * SMALL.get(match["n"].lower(), 1) / part
        elif match["half"]:
            minutes = MINUTES[match["of"].lower()] / 2
            if re.search(r"\b(?:first|second|and an?)\s+$", text[:start], re.I):
                continue
        elif match["quarters"]:
            minutes = 45.0 if match["quarters"].lower().startswith("three") else 15.0
        elif match["long"]:
            minutes = MINUTES[match["long"].lower()]
        else:
            minutes = MINUTES[match["unit"].lower()]
            half = _AND_HALF.match(text, end)
            if half is not None:
                minutes *= 1 + _extra(half)
                end = half.end()
            elif match["one"].lower() == "one" or _RATE_BEFORE.search(text, 0, start):
                continue  # the numeral reader has "one hour"
            elif match["unit"].lower() not in ("hour", "fortnight") and not (
                _LENGTH_CUE.search(text, 0, start) or _LAG.match(text, end)
            ):
                continue
            elif re.search(r"\b(?:a|an|per|\w+s)\s+$", text[:start]) and not (
                _LENGTH_CUE.search(text, 0, start)
            ):
                continue  # "60 miles an hour"
        found.append(Quantity(start, end, start, minutes, minutes, False, True))
    return found


def _joined(text: str, found: list[Quantity]) -> list[Quantity]:
    """Drop the shorter of two readings that overlap and add up `two hours and ten minutes`."""
    chain: list[Quantity] = []
    for item in sorted(found, key=lambda q: (q.core, -q.end)):
        last = chain[-1] if chain else None
        if last is not None and item.core < last.end:
            if item.end - item.core > last.end - last.core:
                chain[-1] = item
            continue
        if (
            last is not None
            and last.low is not None
            and item.low is not None
            and last.low == last.high
            and item.low == item.high
            and 0 < item.low < last.low
            and not (last.low % item.low and last.low < HOUR)
            and _JOIN.fullmatch(text, last.end, item.core)
        ):
            total = last.low + item.low
            chain[-1] = replace(last, end=item.end, low=total, high=total)
            continue
        chain.append(item)
    return chain


def _is_how_long(parse: Parse, bound: Quantity, length: Quantity) -> bool:
    """Say whether "over two hours" tells how long something was, not during what time."""
    text = parse.text
    if _LONGER.search(text, 0, bound.start) or _LONG.match(text, length.end):
        return True
    set_off = _SET_OFF.search(text, 0, bound.start)
    if set_off is None or not _CLOSED.match(text, length.end):
        return False
    # "They cut the duties, over three years, to zero."
    short = length.high is not None and length.high <= MINUTES["week"]
    return short and parse.tokens[parse.at(set_off.start("last"))].pos in _NAMED


def _fact(parse: Parse, length: Quantity) -> Fact | None:
    text = parse.text
    if NOT_LENGTH.match(text, length.end):
        return None
    bound = bounded(text, length, length.end)
    if _DURING.match(text, bound.start) and not _is_how_long(parse, bound, length):
        bound = replace(length, start=length.core)  # "over six years": during them
    within = _WITHIN.search(text, 0, bound.start)
    if within is not None and bound.low is not None and not bound.approximate:
        bound = replace(bound, start=within.start(), low=None)
    about = counted(parse, length.core, length.end)
    low, high = bound.low, bound.high
    if CALENDAR.search(text, length.core, length.end):
        low = None if low is None else round(low * CALENDAR_LOW, 6)
        high = None if high is None else round(high * CALENDAR_HIGH, 6)
    later = LATER.match(text, bound.end)
    span = Span(bound.start, bound.end if later is None else later.end())
    value = f"{bound.form()} min"
    return Fact("duration", span, value, about, low, high, "minute", length.vague)
