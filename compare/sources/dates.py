"""The date of a statement: as the user gives it, or as a line of the source says it."""

from __future__ import annotations

import re
from datetime import date

from compare.errors import InputError

_NAMES = "january february march april may june july august september october november december"
_MONTHS = {name[:3]: number for number, name in enumerate(_NAMES.split(), 1)}
_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b",
        rf"\b{_MONTH}\s+{_DAY}(?:,\s*|\s+){_YEAR}\b",
        rf"\b{_MONTH}\s+{_DAY}\s+\d\d:\d\d:\d\d\s+\S+\s+{_YEAR}\b",  # as X exports it
        rf"\b{_YEAR}/(?P<month>\d\d?)/(?P<day>\d\d?)\b",
        rf"\b(?P<day>\d\d?)\.(?P<month>\d\d?)\.{_YEAR}\b",
    )
)


def check_date(text: str) -> str:
    """Return an ISO 8601 date as it is; an empty text stays empty.

    :raises InputError: it is no date
    """
    if not text:
        return ""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise InputError(f"{text!r} is no date; expected year-month-day, as 2025-02-12") from None


def find_date(text: str) -> str:
    """Return the first full date in a text as ISO 8601, or "" where there is none.

    Figures such as 02/03/2025 are left alone: which of them is the month can't be told.
    """
    best: tuple[int, str] | None = None
    for form in _FORMS:
        for match in form.finditer(text[:500]):
            name = match["month"]
            month = int(name) if name.isdigit() else _MONTHS[name[:3].lower()]
            try:
                found = date(int(match["year"]), month, int(match["day"])).isoformat()
            except ValueError:
                continue
            if best is None or match.start() < best[0]:
                best = (match.start(), found)
            break
    return best[1] if best else ""
