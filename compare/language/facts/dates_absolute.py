"""Dates that name a day, a month, a season or a year: `14 April`, `2025-04-14`, `spring 2026`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from compare.language.facts.dates_quarters import QUARTERS, YEAR_DIGITS
from compare.language.facts.ordinals import ORDINAL, ordinal
from compare.language.facts.when import (
    MONTHS,
    SEASONS,
    Found,
    Handler,
    Part,
    When,
    days,
    month,
    months,
    moved,
    nearest_day,
    nearest_month,
    part_of,
)

_SHORT = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
_M = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_Y = YEAR_DIGITS
_D = r"(?:3[01]|[12][0-9]|0?[1-9])"
_TH = r"(?:st|nd|rd|th)?"
_TO = r"\s*(?:-|–|—|to|through|until|till|and|or)\s*(?:the\s+)?"

_PARTS: dict[str, Part] = {"early": "early", "mid": "mid", "late": "late"}
_PART = re.compile(r"(?:early|mid|late)\b", re.IGNORECASE)

# How far a clause's tense moves the date that a name is to be near to: five months, so that the
# window runs from a month on the wrong side to eleven months on the right one.
LEAN_DAYS = 150


def _day(year_: int, month_: int, day: int) -> date | None:
    try:
        return date(year_, month_, day)
    except ValueError:
        return None


def _month_number(word: str) -> int:
    word = word.lower().rstrip(".")
    return _SHORT.get(word) or MONTHS.index(word) + 1


def named_day(near: date | None, month_: int, day: int, year_: str | None) -> When | None:
    """Return a day of a month; without a year, the one closest to the statement's date."""
    if year_:
        found = _day(int(year_), month_, day)
    elif near is not None:
        found = nearest_day(near, month_, day)
    else:
        return When(f"--{month_:02}-{day:02}") if _day(2024, month_, day) else None
    return None if found is None else days(found, found)


def _from_iso(match: re.Match[str], today: date | None, near: date | None) -> When | None:
    found = _day(int(match["y"]), int(match["m"]), int(match["d"]))
    return None if found is None else days(found, found)


def _from_numeric(match: re.Match[str], today: date | None, near: date | None) -> When | None:
    first, second = int(match["d"]), int(match["m"])
    raw = match["y"]
    number = int(raw) if len(raw) == 4 else 2000 + int(raw)
    found = _day(number, second, first) or _day(number, first, second)
    return None if found is None else days(found, found)


def _from_named(match: re.Match[str], today: date | None, near: date | None) -> When | None:
    number = _month_number(match["m"])
    first = named_day(near, number, ordinal(match["d"]), match["y"])
    if first is None or not match["d2"]:
        return first
    last = named_day(near, number, ordinal(match["d2"]), match["y"])
    if last is None:
        return first
    if first.first is None or last.last is None:
        return When(f"{first.value}/{last.value}")
    return days(min(first.first, last.last), max(first.first, last.last))


def _from_month(match: re.Match[str], today: date | None, near: date | None) -> When | None:
    number, raw = _month_number(match["m"]), match["y"]
    if raw:
        return month(int(raw), number)
    which = (match["which"] or "").lower()
    direction = {"next": 1, "coming": 1, "last": -1, "past": -1}.get(which, 0)
    if today is None or near is None:
        return When(f"--{number:02}" + (f"{direction:+}" if direction else ""))
    if which == "this":
        return month(today.year, number)
    return nearest_month(today if direction else near, number, direction)


def _from_season(match: re.Match[str], today: date | None, near: date | None) -> When | None:
    """Read `next summer`, `autumn 2026`, `in late spring`."""
    said = _PART.match(match.group())
    part = _PARTS[said.group().lower()] if said else ""
    whole = _season(match, today, near)
    return whole and part_of(whole, part)


def _season(match: re.Match[str], today: date | None, near: date | None) -> When | None:
    name, raw, which = match["s"].lower(), match["y"], (match["which"] or "").lower()
    first = SEASONS[name]
    name = "autumn" if name == "fall" else name
    if raw:
        return months(int(raw), first, 3)
    direction = {"next": 1, "coming": 1, "last": -1, "past": -1}.get(which, 0)
    if today is None or near is None:
        return When(f"season:{name}" + (f"{direction:+}" if direction else ""))
    base = today if direction else near
    middle = nearest_month(base, first + 1 if first < 12 else 1, direction).first or base
    return months(middle.year, middle.month - 1, 3)


def _from_relative_year(match: re.Match[str], today: date | None, near: date | None) -> When | None:
    """Read `June of last year`, `the summer of next year`."""
    shift = {"this": 0, "last": -1, "next": 1}[match["rel"].lower()]
    groups = match.groupdict()
    first = _month_number(groups["m"]) if groups.get("m") else SEASONS[groups["s"].lower()]
    count = 1 if groups.get("m") else 3
    if today is None:
        return When(f"year{shift:+}:{first:02}")
    return months(today.year + shift, first, count)


def _from_decade(match: re.Match[str], today: date | None, near: date | None) -> When | None:
    first = int(match["y"])
    return days(date(first, 1, 1), date(first + 9, 12, 31))


def _from_day_of_month(match: re.Match[str], today: date | None, near: date | None) -> When | None:
    day = ordinal(match["d"])
    if not 1 <= day <= 31:
        return None
    if today is None:
        return When(f"---{day:02}")
    found = _day(today.year, today.month, day)
    return None if found is None else days(found, found)


def _from_day_alone(match: re.Match[str], today: date | None, near: date | None) -> When | None:
    """Read `on the 18th`: of the month that was named before it, else of one that isn't told."""
    day = ordinal(match["d"])
    named = re.findall(_M, match.string[: match.start()])
    if named:
        return named_day(near, _month_number(named[-1]), day, None)
    return When(f"---{day:02}")


def _from_feast(match: re.Match[str], today: date | None, near: date | None) -> When | None:
    name = match["f"].lower()
    if name.startswith("easter"):
        return When("easter", vague=True)
    month_, day = {"c": (12, 25), "n": (1, 1)}[name[0]]
    return named_day(near, month_, day, match["y"])


_WHICH = r"(?P<which>next|last|this|past|coming)"
_PATTERNS: tuple[tuple[re.Pattern[str], Handler], ...] = (
    (
        re.compile(rf"(?<![\w-])(?P<y>{_Y})-(?P<m>[01][0-9])-(?P<d>[0-3][0-9])(?![\w-])"),
        _from_iso,
    ),
    (
        re.compile(
            rf"(?<![\w./])(?P<d>{_D})(?P<s>[./])(?P<m>{_D})(?P=s)(?P<y>{_Y}|[0-9]{{2}})"
            r"(?![\w/]|\.[0-9])"
        ),
        _from_numeric,
    ),
    (
        re.compile(
            rf"(?<![\w.,/$€£-])(?P<d>{_D}{_TH}|(?:the\s+)?{ORDINAL})(?:{_TO}(?P<d2>{_D}{_TH}))?"
            rf"\s*(?:of\s+)?(?P<m>{_M})(?:,?\s+(?P<y>{_Y}))?(?!\w)"
        ),
        _from_named,
    ),
    (
        re.compile(
            rf"\b(?P<m>{_M})\s+(?:the\s+)?(?P<d>{_D}{_TH}|{ORDINAL})(?:{_TO}(?P<d2>{_D}{_TH}))?"
            rf"(?![\w:%]|[.,][0-9])(?:,?\s+(?P<y>{_Y}))?"
        ),
        _from_named,
    ),
    (
        re.compile(rf"\b(?:{_WHICH}\s+)?(?P<m>{_M}),?\s+(?:of\s+)?(?P<y>{_Y})(?!\w)", re.I),
        _from_month,
    ),
    (
        re.compile(rf"\b(?P<m>{_M})\s+(?:of\s+)?(?P<rel>this|last|next)\s+year\b"),
        _from_relative_year,
    ),
    (
        re.compile(
            r"\b(?:the\s+)?(?P<s>spring|summer|autumn|winter|fall)\s+(?:of\s+)"
            r"(?P<rel>this|last|next)\s+year\b",
            re.I,
        ),
        _from_relative_year,
    ),
    (
        re.compile(
            rf"\b(?:{_WHICH}[\s-]+)?(?P<m>January|February|April|June|July|August"
            r"|September|October|November|December)\b(?P<y>)"
        ),
        _from_month,
    ),
    (
        re.compile(
            r"(?:(?P<which>\b(?:next|last|this|past))\s+|(?<=\b[Ii]n )|(?<=\b[Bb]y )|(?<=\bof )"
            r"|(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=\btill )|(?<=[Ff]rom )|(?<=[Ee]arly )"
            r"|(?<=[Ll]ate )|(?<=[Mm]id-)|(?<=[Ee]nd-)|(?<=[Ee]arly-)|(?<=[Ll]ate-)"
            r"|(?<=[Dd]uring )|(?<=[Bb]efore )|(?<=[Aa]fter )"
            r"|(?<=\bto )|(?<=[Tt]hrough ))(?P<m>March|May)\b(?!\s+[a-z]+ed\b)(?P<y>)"
        ),
        _from_month,
    ),
    *QUARTERS,
    (
        re.compile(
            rf"\b(?:(?:{_WHICH}|in|by|since|until|during|the|early|late|before|after|of|from|mid-)"
            rf"\s*)(?P<s>spring|summer|autumn|winter)\b(?:\s+(?:of\s+)?(?P<y>{_Y}))?(?!\s+school)",
            re.I,
        ),
        _from_season,
    ),
    (
        re.compile(
            rf"\b(?P<which>)(?P<s>spring|summer|autumn|winter|fall)\s+(?:of\s+)?(?P<y>{_Y})",
            re.I,
        ),
        _from_season,
    ),
    (re.compile(r"\b(?:the|early|mid|late)[ -](?P<y>(?:1[5-9]|20)[0-9]0)s\b", re.I), _from_decade),
    (
        re.compile(
            rf"\b[Tt]he\s+(?P<d>{ORDINAL}|{_D}(?:st|nd|rd|th))\s+of\s+(?:the|this)\s+month\b"
        ),
        _from_day_of_month,
    ),
    (
        re.compile(
            rf"(?<=\b[Oo]n )the\s+(?P<d>{_D}(?:st|nd|rd|th))\b(?=\s*(?:[.,;:!?)]|$)"
            r"|\s+(?:and|but|at|in|with|to|by|after|before|when|from|he|she|they|we|the)\b)"
        ),
        _from_day_alone,
    ),
    (
        re.compile(
            rf"\b(?P<f>Christmas|Easter|New Year)(?:'s|’s)?(?: Day)?\b(?:,? (?P<y>{_Y})\b)?"
        ),
        _from_feast,
    ),
)
YEAR = re.compile(r"(?<![\w.,/:$€£-])(?P<y>(?:19|20)[0-9]{2})(?![\w%]|[.,:/][0-9]|-[0-9])")


def absolute_dates(text: str, today: date | None, lean: Callable[[int], int]) -> Iterator[Found]:
    """Yield the named dates of a text; they may overlap.

    :param lean: says of an offset which way its clause looks: 1 ahead, -1 back, 0 unknown
    """
    for pattern, handler in _PATTERNS:
        for match in pattern.finditer(text):
            near = today and moved(today, LEAN_DAYS * lean(match.start()))
            when = handler(match, today, near)
            if when is not None:
                yield match.start(), match.end(), when
