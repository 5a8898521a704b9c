"""Figures of before: the 5 of `from 5 to 7 per cent`, which is compared last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.language.facts import Fact
from compare.model import Statement

# "From 5 (per cent last year) to 7", "to 7 (per cent in May) from 5", "up from 5".
_FROM = re.compile(r"\bfrom $", re.IGNORECASE)
_UP_FROM = re.compile(r"\b(?:up|down) from $", re.IGNORECASE)
_TO = re.compile(r"\bto $", re.IGNORECASE)
_TO_NEXT = re.compile(r"(?P<words>(?: [\w'’-]+){0,4}?) (?:up |down )?to ", re.IGNORECASE)
_FROM_LAST = re.compile(r"(?P<words>(?: [\w'’-]+){0,4}),? from ", re.IGNORECASE)


def is_former(statement: Statement, fact: Fact, facts: Sequence[Fact]) -> bool:
    """Say whether a number is what something was before: `from 5 to 7`, `to 7 from 5 per cent`.

    Ships from 3 ports are no 3 of before.

    :param facts: of its side
    """
    text, start = statement.text, fact.span.start
    if fact.kind != "number" or not _FROM.search(text, 0, start):
        return False
    if _UP_FROM.search(text, 0, start):
        return True
    same = [other for other in facts if other.unit == fact.unit and other.span != fact.span]
    for other in same:
        before = _TO_NEXT.fullmatch(text, fact.span.end, other.span.start)
        behind = _FROM_LAST.fullmatch(text, other.span.end, start)
        joined = before or (behind if _TO.search(text, 0, other.span.start) else None)
        # "From 4 ports to 9 towns" is a way.
        counts = joined is not None and joined["words"] and not fact.unit
        if joined is not None and (not counts or set(fact.about) & set(other.about)):
            return True
    return False
