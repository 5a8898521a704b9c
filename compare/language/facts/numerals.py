"""Numerals in digits and words: `1.2bn`, `forty-two`, `a dozen`, `half a million`, `dozens of`.

Only the value is read here; what is counted, and whether it is a count at all, is for
`numbers`, `durations` and `dates` to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.language.facts.wordlist import listed

_UNITS = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
SMALL: dict[str, int] = {word: value for value, word in enumerate(_UNITS)}
SMALL |= {word: 10 * value for value, word in enumerate(_TENS, start=2)}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
_SHORT_SCALES = {"bn": 1e9, "mn": 1e6, "mln": 1e6, "bln": 1e9, "tn": 1e12, "trn": 1e12}
_GLUED_SCALES = _SHORT_SCALES | {"k": 1e3, "m": 1e6, "b": 1e9}
_MONEY = frozenset("$€£¥₽₴₹₺₩₪")  # after one of these `5m` is millions, else metres
# A bare plural says "two or more of them".
_PLURALS = {
    "tens": 10.0,
    "dozens": 12.0,
    "scores": 20.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
_SOME_OF_A_SCALE = (("several",), ("a", "few"), ("many",), ("a", "couple"), ("a", "couple", "of"))
_GLYPHS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}
_LARGEST = 1e18  # beyond that it is no count but an identifier

_LEXEME = re.compile(
    r"(?P<num>[0-9]{1,3}(?:[,\u00a0\u2009\u202f ][0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])"
    r"|[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<word>[^\W\d_]+)|(?P<sym>\S)"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A value and where it stands; `low` equals `high` unless it is vague."""

    start: int
    end: int
    low: float
    high: float | None
    digits: bool  # begins in digits, with no scale word behind
    scale: float = 1.0  # of its last scale word or letters: 1e6 in `1.2 million`
    vague: bool = False


@dataclass(frozen=True, slots=True)
class _Lexeme:
    kind: str
    text: str  # lower case
    start: int
    end: int


def number(value: float) -> str:
    """Return a value as it stands in a normal form: no exponent, no needless decimals."""
    return f"{round(value, 4):.4f}".rstrip("0").rstrip(".")


def scan(text: str) -> list[Numeral]:
    """Return the numerals of a text from left to right, not overlapping."""
    lexemes = [
        _Lexeme(str(m.lastgroup), m.group().lower(), m.start(), m.end())
        for m in _LEXEME.finditer(text)
    ]
    found: list[Numeral] = []
    index = 0
    while index < len(lexemes):
        read = _plural(lexemes, index) or _numeral(lexemes, index)
        if read is None:
            index += 1
            continue
        numeral, index = read
        if numeral.low <= _LARGEST:
            found.append(numeral)
    return found


def _text(lexemes: list[_Lexeme], index: int) -> str:
    return lexemes[index].text if index < len(lexemes) else ""


def _skip_hyphen(lexemes: list[_Lexeme], index: int) -> int:
    return index + 1 if _text(lexemes, index) in ("-", "\u2010", "\u2011") else index


def _plural(lexemes: list[_Lexeme], index: int) -> tuple[Numeral, int] | None:
    """Read `dozens`, `tens of thousands`, `several hundred`, `a few thousand`."""
    first = lexemes[index]
    for vague in _SOME_OF_A_SCALE:
        size = len(vague)
        scale = SCALES.get(_text(lexemes, index + size))
        if scale is not None and tuple(_text(lexemes, index + i) for i in range(size)) == vague:
            value = scale * (2 if "couple" in vague else 3)
            end = lexemes[index + size].end
            return Numeral(first.start, end, value, None, False, scale, True), index + size + 1
    if first.text not in _PLURALS:
        return None
    value, last = 2 * _PLURALS[first.text], index
    if _text(lexemes, index + 1) == "of" and _text(lexemes, index + 2) in _PLURALS:
        value *= _PLURALS[_text(lexemes, index + 2)]
        last = index + 2
    numeral = Numeral(first.start, lexemes[last].end, value, None, False, vague=True)
    return numeral, last + 1


def _numeral(lexemes: list[_Lexeme], index: int) -> tuple[Numeral, int] | None:
    start, first = index, lexemes[index]
    digits = first.kind == "num"
    if digits:
        read = _digits(lexemes, index)
    elif first.text in _GLYPHS:
        read = (_GLYPHS[first.text], index + 1)
    elif first.text in ("a", "an", "another"):  # "another hundred and fifty"
        read = _after_article(lexemes, index + 1)
    elif first.text == "half":
        read = _half(lexemes, index)
    else:
        read = _words(lexemes, index, None)
    if read is None:
        return None
    value, index = read
    money = start > 0 and lexemes[start - 1].text in _MONEY
    value, after = _tail(lexemes, value, index, money)
    last = lexemes[after - 1].text
    scale = SCALES.get(last) or (_GLUED_SCALES.get(last) if digits else None) or 1.0
    return Numeral(first.start, lexemes[after - 1].end, value, value, digits, scale), after


def _digits(lexemes: list[_Lexeme], index: int) -> tuple[float, int] | None:
    raw = re.sub(r"[^0-9.]", "", lexemes[index].text)
    if raw.count(".") > 1:
        raw = raw.replace(".", "")
    if len(raw) > 19:
        return None
    value, index = float(raw), index + 1
    glyph = _text(lexemes, index)
    if glyph in _GLYPHS and lexemes[index].start == lexemes[index - 1].end:
        value, index = value + _GLYPHS[glyph], index + 1
    return value, index


def _after_article(lexemes: list[_Lexeme], index: int) -> tuple[float, int] | None:
    """Read what follows `a`: `hundred`, `dozen`, `half dozen`, `quarter of a million`."""
    word = _text(lexemes, index)
    if word in SCALES:
        return _words(lexemes, index, 1.0)
    if word == "half":
        return _half(lexemes, index)
    if word == "quarter" and [_text(lexemes, index + step) for step in (1, 2)] == ["of", "a"]:
        scale = SCALES.get(_text(lexemes, index + 3))
        if scale is not None:
            return scale / 4, index + 4
    return None


def _half(lexemes: list[_Lexeme], index: int) -> tuple[float, int] | None:
    """Read `half a million`, `half-million`, `half a dozen`."""
    after = _skip_hyphen(lexemes, index + 1)
    if _text(lexemes, after) in ("a", "an"):
        after = _skip_hyphen(lexemes, after + 1)
    scale = SCALES.get(_text(lexemes, after))
    return None if scale is None else (scale / 2, after + 1)


def _words(lexemes: list[_Lexeme], index: int, current: float | None) -> tuple[float, int] | None:
    """Read a spelled number; `current` is the value of an article before it."""
    total, end, last_scale = 0.0, None, float("inf")
    while index < len(lexemes):
        word = _text(lexemes, index)
        if word in SMALL:
            value = SMALL[word]
            if current is None or (current > 1 and _fits(current, value)):
                current = (current or 0.0) + value
            else:
                break
        elif word in ("hundred", "dozen") and (current is not None):
            if word == "dozen" and end is not None and current >= 100:
                break
            current *= SCALES[word]
        elif word in SCALES and current is not None and SCALES[word] < last_scale:
            last_scale = SCALES[word]
            total, current = total + current * last_scale, None
        else:
            break
        index += 1
        end = index
        index = _joined(lexemes, index)
    if end is None:
        return None
    return total + (current or 0.0), end


def _fits(current: float, value: float) -> bool:
    """Say whether a small number can follow: `forty` `two`, `three hundred` `forty`."""
    if current % 100 == 0:
        return value > 0
    return current % 10 == 0 and current % 100 >= 20 and 0 < value < 10


def _joined(lexemes: list[_Lexeme], index: int) -> int:
    """Step over a hyphen or an `and` that stands inside a spelled number."""
    previous = lexemes[index - 1].text
    after = _skip_hyphen(lexemes, index)
    if after != index:
        return after if _text(lexemes, after) in SMALL or _text(lexemes, after) in SCALES else index
    linked = previous in SCALES and previous != "dozen" and _text(lexemes, index) == "and"
    return index + 1 if linked and _text(lexemes, index + 1) in SMALL else index


def _tail(lexemes: list[_Lexeme], value: float, index: int, money: bool) -> tuple[float, int]:
    """Read what may follow a number: `and a half`, then a scale word or its short form."""
    after = _skip_hyphen(lexemes, index)
    if _text(lexemes, after) == "and":
        step = _skip_hyphen(lexemes, after + 1)
        if _text(lexemes, step) == "a":
            step = _skip_hyphen(lexemes, step + 1)
            if _text(lexemes, step) in ("half", "quarter"):
                following = _text(lexemes, _skip_hyphen(lexemes, step + 1))
                if following not in ("of", "a"):
                    value += 0.5 if _text(lexemes, step) == "half" else 0.25
                    index = step + 1
    after = _skip_hyphen(lexemes, index)
    word = _text(lexemes, after)
    glued = index < len(lexemes) and lexemes[index].start == lexemes[index - 1].end
    if (word in SCALES and word != "dozen") or (word == "dozen" and value < 100):
        return value * SCALES[word], after + 1
    letters = _SHORT_SCALES if not (glued and after == index) else _GLUED_SCALES
    if word in letters and (money or word not in ("m", "b")):
        return value * _GLUED_SCALES[word], after + 1
    return value, index
