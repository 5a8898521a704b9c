"""How a reader is told what one side alone says: in plain words, and never more than is so."""

from __future__ import annotations

from dataclasses import replace

from compare.language.facts import Fact, FactKind
from compare.language.facts.numerals import number
from compare.language.facts.wordlist import words
from compare.model import Side, Statement
from compare.relation.comparers.values import bounds, same_amount
from compare.relation.context import ELSEWHERE, Difference, LinkContext
from compare.relation.phrases import whole_phrase
from compare.relation.said import Said, days_from_to, named_days, sum_of, without_year

# How far the bounds of a figure may lie from those of one given elsewhere, as a share of the
# larger: "about six weeks" (a tenth more or less) are 41 days.
NEAR = 0.15
_FIGURES: dict[str, str] = {"number": "number", "date": "date", "duration": "length of time"}
_STRETCH: dict[str, str] = {"date": "days", "duration": "length of time"}
_DAY, _MINUTE = 1440, "minute"
_EACH = words("all every each everyone everybody everything")
# What words of extent say, by their value.
_EXTENT = {
    "only": "limits this",
    "all": "speaks of the whole",
    "nearly all": "speaks of nearly all",
    "each": "speaks of each",
    "most": "speaks of most",
    "several": "speaks of several",
    "some": "speaks of some",
    "part": "speaks of a part",
    "except": "makes an exception",
}


def plainly(context: LinkContext, item: Difference) -> Difference:
    """Return what was found as a reader is told it; what both sides say is told already."""
    side: Side = "a" if item.a else "b"
    span = item.a or item.b
    if span is None or (item.a and item.b):
        return item
    facts = (fact for fact in _of_kind(context, side, item.kind) if fact.span == span)
    fact = next(facts, None)
    if fact is None:
        return item
    if item.kind == "scope":
        return _extent(context, side, item, fact)
    if item.conflict:
        return item
    if fact.kind == "duration" and fact.value in ("long", "short"):
        note = f"Only {side.upper()} calls it {context.quote(side, span)}."
        return replace(item, note=note)
    return _elsewhere(context, side, item, fact)


def _of_kind(context: LinkContext, side: Side, kind: str) -> list[Fact]:
    kinds: tuple[FactKind, ...] = ("scope", "number", "date", "duration")
    return context.of_kind(side, *(own for own in kinds if own == kind))


def _extent(context: LinkContext, side: Side, item: Difference, fact: Fact) -> Difference:
    """Return a word of extent with what it is said of, and what it says."""
    span = whole_phrase(context, side, fact.span)
    says = _EXTENT[fact.value]
    if fact.value == "all" and context.statement(side).slice(fact.span).lower() in _EACH:
        says = "speaks of all"
    note = f"Only {side.upper()} {says}: {context.quote(side, span)}."
    a, b = (span, None) if side == "a" else (None, span)
    return replace(item, a=a, b=b, note=note)


def _elsewhere(context: LinkContext, side: Side, item: Difference, fact: Fact) -> Difference:
    """Return a figure; where the other side gives it in another sentence, that is said."""
    if fact.vague:
        return item
    other: Side = "b" if side == "a" else "a"
    called = "time" if fact.value.startswith("T") else _FIGURES[fact.kind]
    here, there = side.upper(), other.upper()
    quoted = context.quote(side, fact.span)
    if _says_too(context.said(other), context.statement(side), fact):
        note = f"{here} gives this {called} here: {quoted}; {there} does so elsewhere."
        return replace(item, note=note, weight=ELSEWHERE if fact.kind == "date" else item.weight)
    match = _told_otherwise(context, side, other, fact)
    if match is None:
        return item
    note = (
        f"{here} gives the {_STRETCH[fact.kind]}: {quoted}; {there} gives the "
        f"{_STRETCH[match.kind]} elsewhere: {context.quote(other, match.span)}."
    )
    return replace(item, note=note, weight=ELSEWHERE if fact.kind == "date" else item.weight)


def _says_too(said: Said, statement: Statement, fact: Fact) -> bool:
    """Say whether a statement gives a date, or such a figure of such a thing, in some sentence.

    Values count, not their forms: "1,200 million euros" are 1.2 billion.

    :param statement: that of the fact
    """
    if fact.kind == "date":
        days = named_days(statement, fact)
        return (
            fact.value in said.dates
            or fact.value in said.yearless
            or without_year(fact.value) in said.dates
            or (bool(days) and said.days.issuperset(days))
        )
    return sum_of(fact) in said.sums or any(_is_said(fact, other) for other in said.like(fact))


def _told_otherwise(context: LinkContext, side: Side, other: Side, fact: Fact) -> Fact | None:
    """Return the dates that a length of time is from and to, or the length of such dates.

    They stand anywhere in the other statement: "8 and 9 March" are two days.
    """
    said = context.said(other)
    if fact.kind == "date":
        days = days_from_to(context.statement(side), fact)
        lengths = said.amounts.get(("duration", _MINUTE, ""), {})
        return lengths.get(f"{number(days * _DAY)} min") if days else None
    if fact.kind != "duration" or fact.low is None or fact.low != fact.high or fact.low % _DAY:
        return None
    return said.stretches.get(int(fact.low // _DAY))


def _is_said(fact: Fact, other: Fact) -> bool:
    """Say whether one figure is the other: the same, or of one thing and hardly apart.

    "Within 150 days" allows twelve hours, but does not say so.
    """
    if fact.value == other.value:
        return True
    if not set(fact.about) & set(other.about) or not same_amount(fact, other):
        return False
    return all(map(_near, bounds(fact), bounds(other)))


def _near(one: float | None, other: float | None) -> bool:
    """Say whether two bounds are both open, or little apart."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= NEAR * max(abs(one), abs(other))
