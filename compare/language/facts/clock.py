"""Times of day: `06:00`, `5.40 this morning`, `six o'clock`, `half past three`, `noon`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compare.language.facts.numerals import SMALL
from compare.language.facts.wordlist import listed

CLOCK_UNIT = "clock minute"
_HOURS = "|".join(word for word, value in SMALL.items() if 1 <= value <= 12)
_MINUTES = "|".join([*(word for word, value in SMALL.items() if 1 <= value <= 29), "quarter"])
_HALF_DAY = (
    r"(?:\s*(?P<half>[ap]\.?\s?m\b\.?)|(?:,?\s+(?:in the |this |that |yesterday |tomorrow "
    r"|on \w+day )"
    r"(?P<part>morning|afternoon|evening)|\s+at\s+(?P<night>night)))"
)
_DIGITS = re.compile(
    rf"(?<![\w.,:/$€£-])(?P<h>[01]?[0-9]|2[0-4])(?:(?P<sep>[:.])(?P<m>[0-5][0-9]))?{_HALF_DAY}(?!\w)"
    r"|(?<![\w.,:/$€£-])(?P<h24>[01]?[0-9]|2[0-4]):(?P<m24>[0-5][0-9])(?![\w:.]\d|:)"
    r"|(?<![\w.,:/$€£-])(?P<hm>[01][0-9]|2[0-3])(?P<mm>[0-5][0-9])\s*(?:hours|hrs|GMT|UTC)\b"
    r"|(?<=\bat )(?P<hd>[01]?[0-9]|2[0-4])\.(?P<md>[0-5][0-9])(?![\w%.,]\w|%| per| mill| bill)",
    re.IGNORECASE,
)
_PREPOSITIONS = listed("at by after before about around from until till since to between and")
_BEFORE = "|".join(rf"(?<=\b{word} )" for word in _PREPOSITIONS)
_WORDS = re.compile(
    rf"\b(?:(?P<clock>(?:[01]?[0-9]|2[0-4])|{_HOURS})\s+o['’]clock"
    rf"|(?:{_BEFORE})(?P<bare>{_HOURS})(?=\s+(?:in the (?:morning|afternoon|evening)|at night))"
    rf"|(?P<min>half(?=\s+past)|{_MINUTES})\s+(?:minutes?\s+)?(?P<way>past|to)\s+(?P<hour>{_HOURS}|1?[0-9])"
    r"(?=[\s,.;!?)]|$)(?!\s+(?:\w+s|per|percent)\b))"
    rf"(?:{_HALF_DAY})?",
    re.IGNORECASE,
)
# "Shortly after five": an hour, where nothing is counted behind it.
_NEAR = re.compile(
    r"\b(?:shortly|just|soon|a\s+little|well|long|right)\s+(?:before|after)\s+"
    rf"(?P<near>{_HOURS}|1[0-2]|[1-9])(?=\s*(?:[.,;:!?)—–]|$)"
    r"|\s+(?:on|at|in|the|this|that|his|her|its|our|their|they|we|he|she|it|I|when|while|as|but"
    r"|with|from|yesterday|today|tomorrow|local)\b(?!\s+(?:[0-9]|every|ten|five)))"
    r"(?![.,:][0-9])",
    re.IGNORECASE,
)
# "Between midnight and five".
_UNTIL = re.compile(
    r"\b(?:midnight|noon|midday|o['’]clock|at night|in the (?:morning|afternoon|evening))"
    rf"\s+(?:and|to|until|till)\s+(?P<hour>{_HOURS}|1[0-2]|[1-9])(?=\s*(?:[.,;:!?)]|$))",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(?:at|until|till|from|by|before|after|about|around|since)\s+$", re.IGNORECASE)
# "Sunday noon" is a date.
_NAMED = re.compile(
    r"(?<!day )(?<!tomorrow )\b(?P<noon>noon|midday)\b|\b(?P<midnight>midnight)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day; `open` says that morning or evening isn't told."""

    start: int
    end: int
    minute: int  # of the day, 0-1440
    open: bool = False
    core: int = -1  # where the time itself begins, if not at its start

    def value(self) -> str:
        """Return the normal form, like `T17:40`."""
        return f"T{self.minute // 60:02}:{self.minute % 60:02}"


def clock_times(text: str) -> Iterator[Time]:
    """Yield the times of day in a text; they don't overlap within one form."""
    for match in _DIGITS.finditer(text):
        if match["h"]:
            yield _time(match, int(match["h"]), int(match["m"] or 0))
        elif match["h24"]:
            hour = match["h24"]
            told = hour.startswith("0") or int(hour) > 12
            yield Time(*match.span(), 60 * int(hour) + int(match["m24"]), not told)
        elif match["hm"]:
            yield Time(*match.span(), 60 * int(match["hm"]) + int(match["mm"]))
        else:
            yield Time(*match.span(), 60 * int(match["hd"]) + int(match["md"]), True)
    for match in _WORDS.finditer(text):
        if match["clock"] or match["bare"]:
            yield _time(match, _number(match["clock"] or match["bare"]), 0)
            continue
        if match["way"].lower() == "to" and not _AT.search(text, 0, match.start()):
            continue  # "the vote was five to three"
        minutes = {"half": 30, "quarter": 15}.get(match["min"].lower()) or _number(match["min"])
        hour = _number(match["hour"])
        total = 60 * hour + minutes if match["way"].lower() == "past" else 60 * hour - minutes
        yield _time(match, total // 60, total % 60)
    for match in _NEAR.finditer(text):
        hour = _number(match["near"])
        yield Time(*match.span(), 60 * hour, True, match.start("near"))
    for match in _UNTIL.finditer(text):
        yield Time(*match.span("hour"), 60 * _number(match["hour"]), True)
    for match in _NAMED.finditer(text):
        yield Time(*match.span(), 720 if match["noon"] else 0)


def _number(word: str) -> int:
    return SMALL[word.lower()] if word.lower() in SMALL else int(word)


def _time(match: re.Match[str], hour: int, minute: int) -> Time:
    half = (match["half"] or "").lower()
    part = (match["part"] or "").lower()
    if match["night"]:
        part = "evening" if 5 < hour < 12 else "morning"
    if (half.startswith("p") or part in ("afternoon", "evening")) and hour < 12:
        hour += 12
    elif (half.startswith("a") or part == "morning") and hour == 12:
        hour = 0
    return Time(*match.span(), 60 * hour + minute, not (half or part or hour > 12))
