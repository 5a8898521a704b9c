"""Figures of before: the 5 of `from 5 to 7 per cent`, and the date that such a figure is of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.language.facts import Fact
from compare.model import Side, Statement
from compare.relation.context import LinkContext, said_before

# "From 5 (per cent last year) to 7", "to 7 (per cent in May) from 5", "up from 5".
_FROM = re.compile(r"\bfrom $", re.IGNORECASE)
# "Up from 5", "compared with 5", "up on the 5".
_COMPARED = r"(?:compared (?:with|to)|in comparison (?:with|to)|as against|versus|(?:up|down) on)"
_APART = re.compile(
    rf"\b(?:(?:up|down) from|{_COMPARED}) (?:the |a |an |its |just |only )*$", re.IGNORECASE
)
_TO = re.compile(r"\bto $", re.IGNORECASE)
_TO_NEXT = re.compile(r"(?P<words>(?: [\w'’-]+){0,4}?) (?:up |down )?to ", re.IGNORECASE)
_FROM_LAST = re.compile(r"(?P<words>(?: [\w'’-]+){0,4}),? from ", re.IGNORECASE)
# "Doubled to 240", "cut by half, from 80 to 40", "tripled this year to 30".
_HALF = re.compile(r"\bhal(?:f|ve)", re.IGNORECASE)
_OUTCOME = re.compile(
    r"(?:,? from(?: [\w'’.,$€£%-]+){1,4}?|(?: [\w'’-]+){0,4}?),? to "
    r"(?:a |the |an |just |only |about |around |some |nearly |US)*[$€£]?",
    re.IGNORECASE,
)
_SCALE = re.compile(r"\b(?:thousand|million|billion|trillion)\b", re.IGNORECASE)
# From a figure of before to its date; "on Monday" may be when it changed.
_ITS_DATE = re.compile(
    r"(?:(?! (?:to|until|till|by|since|and|but|or|will|which|while)\b) [\w'’-]+){0,5}? \(?",
    re.IGNORECASE,
)
_ON = re.compile(r"\bon (?:the )?$", re.IGNORECASE)
# "Than in 2024", "compared with the same month of 2024", "up from May".
_THAN_THEN = re.compile(
    rf"\b(?:than|(?:up|down) from|{_COMPARED}) (?:that |those )?"
    r"(?:(?:the )?(?:same )?(?:period|day|week|month|quarter|year|season|level|figure|total)s? )?"
    r"(?:(?:in|of|for|from|during|at the end of) )?(?:the )?$",
    re.IGNORECASE,
)


def is_former(statement: Statement, fact: Fact, facts: Sequence[Fact]) -> bool:
    """Say whether a number is what something was before: `from 5 to 7`, `to 7 from 5 per cent`.

    So is what it is compared with. Ships from 3 ports are no 3 of before.

    :param facts: of its side
    """
    text, start = statement.text, fact.span.start
    if fact.kind != "number":
        return False
    if said_before(_APART, text, start):
        return True
    return said_before(_FROM, text, start) is not None and any(
        _goes_from(statement, fact, other) for other in facts if other.span != fact.span
    )


def _goes_from(statement: Statement, fact: Fact, other: Fact) -> bool:
    """Say whether something went from one number to the other, whichever is told first."""
    text, start = statement.text, fact.span.start
    before = _TO_NEXT.fullmatch(text, fact.span.end, other.span.start)
    behind = _FROM_LAST.fullmatch(text, other.span.end, start)
    if other.unit != fact.unit:
        return behind is not None and _scaled_alike(statement, fact, other)
    to = said_before(_TO, text, other.span.start) or (
        fact.unit and "," in text[other.span.end : start]
    )
    joined = before or (behind if to else None)
    # "From 4 ports to 9 towns" is a way.
    counts = joined is not None and joined["words"] and not fact.unit
    return joined is not None and (not counts or bool(set(fact.about) & set(other.about)))


def _leads_to(statement: Statement, fact: Fact, facts: Sequence[Fact]) -> bool:
    """Say whether a number tells of a change whose outcome follows: `doubled to 240`.

    It is set against the other side's changes, and its outcome against their figures.
    """
    change = fact.unit == "times" or _HALF.search(statement.slice(fact.span)) is not None
    return change and any(
        other.unit not in ("times", "%")
        and _OUTCOME.fullmatch(statement.text, fact.span.end, other.span.start)
        for other in facts
    )


def _scaled_alike(statement: Statement, fact: Fact, other: Fact) -> bool:
    """Say whether a number has the unit of the one before: `40 million tonnes, from 35 million`."""
    scales = [_SCALE.search(statement.slice(item.span)) for item in (fact, other)]
    return not fact.unit and all(scales) and bool(set(fact.about) & set(other.about))


def former_of(context: LinkContext, side: Side, facts: Sequence[Fact]) -> list[Fact]:
    """Return which numbers or dates of a side tell of before, or are only compared with.

    :param facts: of one kind
    """
    statement = context.statement(side)
    if not any(fact.kind == "date" for fact in facts):
        return [
            fact
            for fact in facts
            if is_former(statement, fact, facts) or _leads_to(statement, fact, facts)
        ]
    numbers = context.of_kind(side, "number")
    former = [number for number in numbers if is_former(statement, number, numbers)]
    return [fact for fact in facts if _is_of_before(statement, fact, former)]


def _is_of_before(statement: Statement, day: Fact, former: Sequence[Fact]) -> bool:
    """Say whether a date is that of a number of before: `down from 3 per cent in 2025`."""
    text, start = statement.text, day.span.start
    if day.kind != "date" or day.value.startswith(("<=", ">=")):
        return False
    return said_before(_THAN_THEN, text, start) is not None or any(
        number.span.end < start
        and _ITS_DATE.fullmatch(text, number.span.end, start)
        and (said_before(_APART, text, number.span.start) or not said_before(_ON, text, start))
        for number in former
    )
