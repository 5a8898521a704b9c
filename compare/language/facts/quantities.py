"""Numerals with their bounds: `more than 40`, `between 40 and 50`, `some 200`, `up to a dozen`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from compare.language.facts.numerals import Numeral, number, scan

Bound = Literal["", "min", "max", "almost", "just over", "about"]

# How far "about", "almost" and "just over" reach, as a share of the value. A tenth is what
# readers of "about 40" accept as the same number (36 to 44); none is an exact science.
SLACK = 0.1

_BEFORE: tuple[tuple[Bound, str], ...] = (
    ("max", r"(?:no|not) (?:more|greater|longer|higher|later) than|no longer than"),
    ("min", r"(?:no|not) (?:less|fewer|lower|shorter) than"),
    ("just over", r"(?:just|slightly|a little) (?:over|above|more than|under a)"),
    ("almost", r"(?:just|slightly|a little) (?:under|below|less than|short of)"),
    (
        "almost",
        r"nearly|almost|close to|nearing|approaching|not quite|as good as|virtually"
        r"|the (?:better|best|greater) part of",
    ),
    (
        "min",
        r"(?:well |far |much )?(?:more|greater|longer|higher) than|(?:well |far )?(?:over|above)"
        r"|at least|upwards of|in excess of|exceeding|exceeds|exceeded|a minimum of|minimum of"
        r"|beyond",
    ),
    (
        "max",
        r"(?:well |far |much )?(?:less|fewer|lower|shorter) than|up to|at most|a maximum of"
        r"|maximum of|as (?:many|much|long|high) as|(?:well )?(?:under|below)|not exceed(?:ing)?"
        r"|a ceiling of|a cap of|capped at|limited to",
    ),
    (
        "about",
        r"about|around|some|roughly|approximately|approx\.?|circa|ca\.|an? estimated|estimated"
        r"|an average of|in the region of|in the order of|or so|~",
    ),
)
_BOUND_BEFORE = re.compile(
    "(?:"
    + "|".join(f"(?P<g{i}>{pattern})" for i, (_, pattern) in enumerate(_BEFORE))
    + r")\s*(?:the |a |an |US ?)?$",
    re.IGNORECASE,
)
_WORD_END = re.compile(r"\w$")
# "handed over forty-five" gives no bound.
_PARTICLE = re.compile(
    r"\b(?:hand|turn|g[ia]ve|given|giving|take|took|taken|taking|bring|brought|carr[iy])\w*\s+$",
    re.I,
)
_OF_TIME = re.compile(r"\b(?:second|minute|hour|day|night|week|month|year|decade)s?\Z", re.I)
_TOOK = re.compile(r"\b(?:tak(?:es?|ing|en)|took)\s+$", re.I)  # "took over an hour"
# "no player in more than 58 matches" is a most.
_NEGATED = re.compile(
    r"\b(?:no|none|nobody|not|never|neither|nor|cannot)\b|n['’]t\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"[,;:.()–—]")
_BOUND_AFTER = re.compile(
    r"\s*(?:(?P<min>\+(?!\w)|or (?:more|longer|above)\b|at (?:least|a minimum|the least)\b"
    r"|and (?:more|above)\b)"
    r"|(?P<max>or (?:less|fewer)\b|at (?:most|the most|a maximum)\b)"
    r"|(?P<about>or so\b|-odd\b|or thereabouts\b))",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"\s*(?:%|per\s?cent\b|percent\b)?\s*(?P<word>to|or|and|[-\u2010-\u2014])\s*"
    r"(?:US\$|[$€£¥₽₴]|around |about |as many as |even |perhaps )?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:US)?[$€£¥₽₴]?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:(?:about|around|some)\s+)?(?:US)?[$€£¥₽₴]?$", re.IGNORECASE)
_TO = re.compile(r"\s+to\s+(?:about\s+|around\s+|some\s+)?(?:US)?[$€£¥₽₴]?", re.IGNORECASE)
_TO_BEFORE = re.compile(r"\bto\s+(?:about\s+|around\s+|some\s+)?(?:US)?[$€£¥₽₴]?$", re.IGNORECASE)
_FROM_BEHIND = re.compile(r"(?:%|\s+[^\W\d_]+){1,4},?\s+from\s+", re.IGNORECASE)
_BARE = re.compile(
    r"\s*(?:[.,;:)]|$)|\s+(?:in|on|at|last|the|a|during|earlier|before|and|but)\b", re.I
)
_SAME_SCALE = 20  # times that one of two figures is the other, at most, where they share "million"
_CHANGE = re.compile(
    r"\b(?:r[io]se\w*|rising|fall\w*|fell|cut\w*|rais\w+|increas\w+|reduc\w+|lower\w*|grow\w*"
    r"|grew|dr[oa]p\w*|down|up|went|go|goes|gone|chang\w+|climb\w*|declin\w+|extend\w*"
    r"|shorten\w*|lengthen\w*|doubl\w+|(?:tri|quadru|quintu)pl\w+|trebl\w+|halv\w+|revis\w+"
    r"|move\w*|shift\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value with bounds; offsets in the sentence."""

    start: int  # with the words that bound it
    end: int
    core: int  # where the numeral itself begins
    low: float | None
    high: float | None
    digits: bool  # its first numeral is in bare digits
    scaled: bool
    vague: bool = False
    approximate: bool = False  # about, almost, just over
    range: bool = False
    shared: int | None = None  # where a figure stands whose unit is its too: "from 2 to 5 miles"
    said: float | None = None  # the value that an approximate one was said with

    def form(self, factor: float = 1.0) -> str:
        """Return the normal form: `40`, `>=40`, `<=40`, `40..50`, `~40`, in units of `factor`."""
        low, high, said = self.low, self.high, self.said
        if self.approximate and said is not None:
            return f"~{number(said * factor)}"
        if low is not None and high is not None:
            if low == high:
                return number(low * factor)
            return f"{number(low * factor)}..{number(high * factor)}"
        if low is not None:
            return f">={number(low * factor)}"
        return "?" if high is None else f"<={number(high * factor)}"


def quantities(text: str) -> list[Quantity]:
    """Return the numerals of a sentence with ranges joined and bounds before them applied."""
    return list(_quantities(text))


@lru_cache(maxsize=16)  # dates, durations and numbers ask for those of one sentence in turn
def _quantities(text: str) -> tuple[Quantity, ...]:
    numerals = scan(text)
    found: list[Quantity] = []
    index = 0
    while index < len(numerals):
        first = numerals[index]
        second = numerals[index + 1] if index + 1 < len(numerals) else None
        joined = _range(text, first, second) if second is not None else None
        if joined is not None:
            found.append(joined)
            index += 2
            continue
        plain = Quantity(
            first.start,
            first.end,
            first.start,
            first.low,
            first.high,
            first.digits,
            first.scale > 1 or not first.digits,
            first.vague,
        )
        if second is not None and _from_to(text, first, second):
            plain = _like(plain, first, second)
        elif index and _to_from(text, numerals[index - 1], first):
            plain = replace(plain, shared=numerals[index - 1].end)
        found.append(plain)
        index += 1
    return tuple(found)


def _from_to(text: str, first: Numeral, second: Numeral) -> bool:
    return (
        not (first.vague or second.vague)
        and _FROM.search(text, 0, first.start) is not None
        and _TO.fullmatch(text, first.end, second.start) is not None
    )


def _to_from(text: str, first: Numeral, second: Numeral) -> bool:
    """Say whether a figure has its unit before it: `to 9 million tonnes from 12 million`."""
    return (
        not (first.vague or second.vague)
        and _TO_BEFORE.search(text, 0, first.start) is not None
        and _FROM_BEHIND.fullmatch(text, first.end, second.start) is not None
        and _BARE.match(text, second.end) is not None
    )


def _like(plain: Quantity, first: Numeral, second: Numeral) -> Quantity:
    """Give the first figure of `from 3 to 5 million tonnes` the scale of the second.

    Not that of `from 200 to 3 million`: so far apart they are two sizes.
    """
    said, scale = first.low * second.scale, 1.0
    if first.scale == 1 and second.scale > 1 and first.low < 1000:
        near = said < _SAME_SCALE * second.low and second.low < _SAME_SCALE * said
        scale = second.scale if near else 1.0
    value = first.low * scale
    return replace(
        plain, low=value, high=value, scaled=plain.scaled or scale > 1, shared=second.end
    )


def _range(text: str, first: Numeral, second: Numeral) -> Quantity | None:
    """Join `40 to 50`, `40-50`, `two or three`, `between 40 and 50`, `$40 to $50 million`."""
    gap = _GAP.fullmatch(text, first.end, second.start)
    if gap is None or first.vague or second.vague:
        return None
    low = first.low
    if first.scale == 1 and second.scale > 1 and low < 1000:
        low *= second.scale
    if second.low <= low:
        return None
    word = gap["word"].lower()
    opening = _BETWEEN.search(text, 0, first.start)
    between = opening is not None and opening.group().lower().startswith("between")
    if word == "and" and not between:
        return None
    if word == "or" and (second.low > 1000 or second.low > 3 * low):
        return None
    if word not in ("and", "or", "to") and not (first.digits or gap.group().strip() == word):
        return None
    if word == "to":
        moved = _CHANGE.search(text, max(0, first.start - 60), first.start)
        if moved is not None and not between:
            return None
    start = opening.start() if opening is not None else first.start
    return Quantity(
        start,
        second.end,
        first.start,
        low,
        second.high,
        first.digits and second.digits,
        second.scale > 1 or not second.digits,
        range=True,
    )


def bounded(text: str, quantity: Quantity, unit_end: int, core: int | None = None) -> Quantity:
    """Apply the words before the number and after its unit.

    :param unit_end: where the unit ends (or the numeral, when it has none)
    :param core: where the number begins with its currency sign
    """
    start = quantity.core if core is None else core
    bound: Bound = ""
    before = _BOUND_BEFORE.search(text, max(0, start - 40), start)
    after = _BOUND_AFTER.match(text, unit_end)
    end = unit_end
    if before is not None and not (
        before.start() > 0
        and _WORD_END.match(text, before.start() - 1)
        and _WORD_END.match(text[before.start()])
    ):
        bound = next(_BEFORE[i][0] for i in range(len(_BEFORE)) if before[f"g{i}"])
        lasts = _OF_TIME.search(text[start:unit_end]) and _TOOK.search(text, 0, before.start())
        if bound == "min" and not lasts and _PARTICLE.search(text, 0, before.start()):
            bound = ""
        elif bound == "min" and _NEGATED.search(_clause_before(text, before.start())):
            bound, start = "max", before.start()
        else:
            start = before.start()
    elif after is not None:
        kinds: tuple[Bound, ...] = ("min", "max", "about")
        bound = next(kind for kind in kinds if after[kind])
        end = after.end()
    low, high = apply(bound, quantity.low, quantity.high)
    return replace(
        quantity,
        start=min(start, quantity.start),
        end=max(end, quantity.end),
        low=low,
        high=high,
        approximate=bound in ("almost", "just over", "about"),
        said=quantity.high if quantity.low == quantity.high else None,
    )


def _clause_before(text: str, end: int) -> str:
    """Return what stands before an offset in its clause."""
    marks = list(_CLAUSE.finditer(text, 0, end))
    return text[marks[-1].end() if marks else 0 : end]


def apply(bound: Bound, low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """Return the interval that a bound makes of a value or a range."""
    if bound == "min":
        return low, None
    if bound == "max":
        return None, high
    down, up = 1 - SLACK, 1 + SLACK
    if bound == "almost" and low is not None:
        return round(low * down, 6), high
    if bound == "just over" and high is not None:
        return low, round(high * up, 6)
    if bound == "about":
        return low and round(low * down, 6), high and round(high * up, 6)
    return low, high
