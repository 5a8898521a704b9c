"""The date of a statement, as the user gives it."""

from __future__ import annotations

from datetime import date

from compare.errors import InputError


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
