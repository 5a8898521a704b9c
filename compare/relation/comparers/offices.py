"""Offices: whether "the Prime Minister" can be whom the other side calls otherwise."""

from __future__ import annotations

import re

from compare.language.facts.titles import OFFICE
from compare.language.facts.wordlist import words
from compare.model import Span

_OFFICE = re.compile(OFFICE, re.IGNORECASE)
_BEFORE = re.compile(OFFICE + r"[\s,]+$", re.IGNORECASE)
_REACH = 60  # code points before a name in which its office stands
# Nobody holds two of these; a leader, a chairman or a general may be the president.
_APART = words("president minister king queen governor mayor ambassador")


def office(written: str) -> str:
    """Return the office that words are, in lower case, or ""."""
    found = _OFFICE.fullmatch(written)
    return " ".join(found["office"].casefold().replace("-", " ").split()) if found else ""


def office_of(text: str, name: Span) -> str:
    """Return the office that stands before a name, or begins it: of `Prime Minister Vann`."""
    before = _BEFORE.search(text, max(0, name.start - _REACH), name.start)
    found = _OFFICE.match(text, name.start, name.end) or before
    return office(found["office"]) if found else ""


def same_office(one: str, other: str) -> bool | None:
    """Say whether two offices are one; None where the one may be short for the other."""
    if not one or not other:
        return None
    if one == other:
        return True
    (*kind, head), (*other_kind, other_head) = one.split(), other.split()
    if head == other_head:
        return False if kind and other_kind and not set(kind) & set(other_kind) else None
    return False if {head, other_head} <= _APART else None
