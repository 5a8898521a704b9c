"""Quarters and halves of a year: `Q3 2026`, `the second half of next year`, `the third quarter`."""

from __future__ import annotations

import re
from datetime import date

from compare.language.facts.when import Handler, When, months

YEAR_DIGITS = r"(?:(?:1[5-9]|20)[0-9]{2})(?![0-9,.][0-9]|[0-9])"
_INDEX = {"first": 1, "1": 1, "second": 2, "2": 2, "third": 3, "3": 3}
_PLACE = re.compile(
    r"\b(?:in|by|during|until|till|since|from|for|after|before|through|over|than|of)\s+$", re.I
)
_QUARTER = re.compile(r"\b(?:first|second|third)\s+quarter\b", re.IGNORECASE)
# In a match, the third quarter is no part of a year.
_MATCH = re.compile(
    r"\b(?:scor\w+|goals?|touchdowns?|baskets?|rebounds?|quarterbacks?|match\w*|games?|teams?"
    r"|coach\w*|players?|league)\b",
    re.IGNORECASE,
)


def _from_quarter(match: re.Match[str], today: date | None, near: date | None) -> When | None:
    word = (match["n"] or match["q"]).lower()
    index = _INDEX.get(word, 4)
    half = (match["kind"] or "").lower() == "half"
    if half:
        index = 2 if word in ("second", "2", "last") else 1
    size = 6 if half else 3
    raw = match["y"]
    shift = {"next": 1, "last": -1, "this": 0, "the": 0}.get((match["rel"] or "").lower(), 0)
    if raw:
        return months(int(raw), 1 + size * (index - 1), size)
    if match["other"]:  # counted from a year that is told elsewhere
        return When(f"{'half' if half else 'quarter'}:{index}")
    if today is None:
        return When(f"year{shift:+}:{'half' if half else 'quarter'}{index}")
    return months(today.year + shift, 1 + size * (index - 1), size)


def _from_bare_quarter(match: re.Match[str], today: date | None, near: date | None) -> When | None:
    """Read `in the third quarter`: the last that is over, the next, or the nearest."""
    text = match.string
    alone = match["kind"] is None  # "rose in the first quarter and fell in the second"
    if not _PLACE.search(text, 0, match.start()) or _MATCH.search(text):
        return None
    if alone and not _QUARTER.search(text, 0, match.start()):
        return None
    index = _INDEX.get(match["n"].lower(), 4)
    if today is None or near is None:
        return When(f"quarter:{index}")
    found = [months(today.year + by, 3 * index - 2, 3) for by in (-1, 0, 1)]
    if near < today:
        return next((w for w in reversed(found) if w.last and w.last < today), None)
    if near > today:
        return next((w for w in found if w.last and w.last >= today), None)
    return min(found, key=lambda w: abs((w.first or today) - today).days)


QUARTERS: tuple[tuple[re.Pattern[str], Handler], ...] = (
    (
        re.compile(
            r"\b(?:(?P<n>first|second|third|fourth|last)\s+(?P<kind>quarter|half)\s+of\s+"
            rf"|Q(?P<q>[1-4])\s*(?:of\s+)?)"
            rf"(?:(?P<y>{YEAR_DIGITS})|(?P<rel>next|this|last|the)\s+year"
            r"|the\s+(?P<other>following|same|previous|preceding)\s+year)",
            re.I,
        ),
        _from_quarter,
    ),
    (
        re.compile(
            r"\bthe\s+(?P<n>first|second|third|fourth)(?:\s+(?P<kind>quarter)\b"
            r"(?!\s+(?:of|running|straight|in\s+(?:a\s+row|succession))\b|[-'’])"
            r"|(?=\s*(?:[.,;]|$)))",
            re.I,
        ),
        _from_bare_quarter,
    ),
)
