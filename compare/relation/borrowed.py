"""Bare figures that have their unit from the other side: `stays at 38 hours`, `falls to 36`.

A number behind the "to" or "at" of a verb of change or of staying counts nothing: it is of what its
subject measures. Where the other side tells in what, it is read in that unit, else the two could
never be set against each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from compare.language.facts import Fact, Token
from compare.language.facts.numerals import number, scan
from compare.language.facts.wordlist import words
from compare.model import Statement

_LEVELS = words("to at from")
_VERBS = words(
    "come go fall drop sink shrink decline decrease rise climb grow increase jump stay remain "
    "stand hold keep leave be cut lower reduce bring shorten raise lift extend lengthen set fix "
    "cap limit maintain freeze move change revert return"
)
_MEASURED = ("dobj", "nsubjpass", "nsubj")  # "they cut the tax to 15": not of "they"
# What is counted, and not measured: "the number of schools falls to 15".
_COUNTS = words("number total count tally toll score rank place position grade")
_NUMERAL = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_VALUE = re.compile(r"[0-9.]+(?= |$)")
_WORD = re.compile(r"[^\W\d_]+")


def with_units(
    statements: tuple[Statement, Statement],
    facts: tuple[Sequence[Fact], Sequence[Fact]],
    tokens: tuple[Sequence[Token], Sequence[Token]],
) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """Return the facts of A and of B, bare figures in the unit that the other side gives.

    :param statements: A and B; `facts` and `tokens` those of one link, in the same order
    """
    left = _read_in(statements[1], facts[0], facts[1], tokens[0], tokens[1])
    right = _read_in(statements[0], facts[1], facts[0], tokens[1], tokens[0])
    return left, right


def _read_in(
    theirs: Statement,
    facts: Sequence[Fact],
    others: Sequence[Fact],
    tokens: Sequence[Token],
    other_tokens: Sequence[Token],
) -> tuple[Fact, ...]:
    """Return one side's facts, its bare figures in the unit of the other side's lone figure.

    :param theirs: the statement of the other side
    """
    bare = [fact for fact in facts if _is_plain(fact)]
    given = [fact for fact in others if _has_unit(fact)]
    if not bare or not given or len({_measure(fact) for fact in given}) > 1:
        return tuple(facts)
    measured = given[0]
    factors = _factors(theirs, measured)
    own = [fact for fact in facts if _has_unit(fact) and _measure(fact) == _measure(measured)]
    levels = {fact: noun for fact in bare if (noun := _measured_at(tokens, fact)) is not None}
    if factors is None or own or not levels or len(levels) != len(bare):
        return tuple(facts)
    if any(_is_plain(fact) for fact in others):
        return tuple(facts)
    told = {word.rstrip("s") for word in _WORD.findall(theirs.slice(measured.span).lower())}
    if not all(
        noun.lemma in told or (_measured_at(other_tokens, measured) and _is_measure(noun, measured))
        for noun in levels.values()
    ):
        return tuple(facts)
    return tuple(_in_unit(fact, measured, factors) if fact in levels else fact for fact in facts)


def _is_plain(fact: Fact) -> bool:
    return fact.kind == "number" and not fact.unit and not fact.vague


def _has_unit(fact: Fact) -> bool:
    return (fact.kind == "number" and bool(fact.unit) and fact.unit != "times") or (
        fact.kind == "duration"
    )


def _measure(fact: Fact) -> tuple[str, str]:
    return fact.kind, fact.unit


def _is_measure(noun: Token, measured: Fact) -> bool:
    """Say whether a subject can be what the other side measures: one thing, or the same."""
    return noun.lemma in measured.about or (noun.tag == "NN" and noun.lemma not in _COUNTS)


def _factors(statement: Statement, fact: Fact) -> tuple[float, float, float] | None:
    """Return what one of a figure's unit, as it is written, is in its value and in its bounds.

    A month is 30 to 31 days. None for what is bounded or approximate, and what isn't one numeral.
    """
    said = scan(statement.slice(fact.span))
    value = _VALUE.match(fact.value)
    if len(said) != 1 or not said[0].low or value is None or fact.low is None or fact.high is None:
        return None
    one = said[0].low
    return float(value.group()) / one, fact.low / one, fact.high / one


def _in_unit(fact: Fact, measured: Fact, factors: tuple[float, float, float]) -> Fact:
    """Return a bare figure in the unit of the other side's.

    :param factors: as `_factors` gives them
    """
    value = _NUMERAL.sub(lambda match: number(float(match.group()) * factors[0]), fact.value)
    return replace(
        fact,
        kind=measured.kind,
        value=f"{value} {'min' if measured.kind == 'duration' else measured.unit}",
        low=None if fact.low is None else round(fact.low * factors[1], 6),
        high=None if fact.high is None else round(fact.high * factors[2], 6),
        unit=measured.unit,
    )


def _measured_at(tokens: Sequence[Token], fact: Fact) -> Token | None:
    """Return the noun that a figure behind `to` or `at` is the level of; None for none.

    "The week falls to 36", "they cut the tax to 15".
    """
    inside = [at for at, t in enumerate(tokens) if fact.span.start <= t.start < fact.span.end]
    heads = [tokens[at].head if tokens[at].dep == "quantmod" else at for at in inside]
    at = next((at for at in heads if tokens[at].dep == "pobj"), None)
    if at is None:
        return None
    link = tokens[at].head
    verb = tokens[link].head
    if tokens[verb].lemma in _LEVELS:  # "from 38 to 36"
        verb = tokens[verb].head
    if tokens[link].lemma not in _LEVELS or tokens[verb].lemma not in _VERBS:
        return None
    parts = {t.dep: t for t in tokens if t.head == verb and t.pos == "NOUN"}
    return next((parts[dep] for dep in _MEASURED if dep in parts), None)
