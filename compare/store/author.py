"""Who is at work, where nobody says so."""

from __future__ import annotations

import getpass
import os

AUTHOR = "READOUTS_AUTHOR"


def author_name(given: str | None = None) -> str:
    """Return who is at work: what is given, READOUTS_AUTHOR, or the user's name."""
    if name := (given or os.environ.get(AUTHOR, "")).strip():
        return name
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name, as in some containers
        return ""
