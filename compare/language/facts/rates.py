"""Amounts by the period and in all: `$5 billion a year`, `an annual $5 billion`, `over 3 years`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from compare.language.facts.durations_units import MINUTES
from compare.language.facts.parse import Parse
from compare.language.facts.records import Fact, Spread
from compare.language.facts.wordlist import words
from compare.model import Span

_DAY = 1440.0  # minutes
_EACH = words("a an each every")
_ADVERBS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
}
_ADJECTIVES = _ADVERBS | {"annual": "year"}
_PERIODS = {unit: unit for unit in MINUTES if unit not in ("night", "fortnight")} | {
    "annum": "year"
}
_NOT_PER = words("ago later earlier before after old long hence away apart")
# What comes to more in more time; shares, speeds and degrees don't add up.
_NO_SUM = frozenset({"%", "pp", "times", "degree", "m", "MW"})
_SPREADING = words("over across during throughout for")  # "for" only what is by the period
_TOTAL = re.compile(
    r"(?:\s+(?:of|in)(?:\s+[a-z-]+){1,2}?)?\s+(?:in total|in all|altogether|all told)\b",
    re.IGNORECASE,
)
# "In each of the next three years" says both how often and for how long.
_EACH_OF = re.compile(
    r"\b(?:(?:in|for|during|over)\s+)?(?:each|every\s+one)\s+of\s+(?:(?:the|these|those|its|our|their)\s+)?"
    r"(?:(?:next|coming|following|first|last|past|previous)\s+)?$",
    re.IGNORECASE,
)
_APART = re.compile(r"[;:()–—]|,\s")
_REACH_BACK = 8  # tokens from a preposition to the end of its length of time
_NEAR = 40  # code points between an amount and the words that spread it


def spread_out(parse: Parse, numbers: Sequence[Fact], times: Sequence[Fact]) -> list[Fact]:
    """Return numbers with the period that each is for, and the time in which it is given in all.

    :param times: the dates and lengths of time of the sentence
    """
    sums = [fact for fact in numbers if fact.unit not in _NO_SUM]
    if not sums:
        return list(numbers)
    found: dict[Span, Spread] = {}
    for first, last, per in _periods(parse, times):
        fact = _amount_of(parse, sums, first, last)
        if fact is not None:
            found.setdefault(fact.span, Spread(per, None, _both(parse, fact, first, last)))
    for first, last, per, over in _each_of(parse, times):
        fact = _amount_of(parse, sums, first, last)
        if fact is not None:
            found.setdefault(fact.span, Spread(per, over, _both(parse, fact, first, last)))
    for first, last, over in _stretches(parse, times):
        fact = _amount_of(parse, sums, first, last)
        known = None if fact is None else found.get(fact.span)
        if fact is None or (known is None and parse.word(first) == "for"):
            continue
        per = known.per if known is not None else ""
        both = _both(parse, fact, first, last)
        if known is not None:
            both = Span(min(both.start, known.span.start), max(both.end, known.span.end))
        found[fact.span] = Spread(per, over, both)
    for fact in sums:
        total = _TOTAL.match(parse.text, fact.span.end)
        if total is not None:
            found.setdefault(fact.span, Spread("", 0.0, Span(fact.span.start, total.end())))
    return [_with(fact, found.get(fact.span)) for fact in numbers]


def _with(fact: Fact, spread: Spread | None) -> Fact:
    if spread is None:
        return fact
    value = f"{fact.value}/{spread.per}" if spread.per else fact.value
    return replace(fact, value=value, spread=spread)


def _both(parse: Parse, fact: Fact, first: int, last: int) -> Span:
    tokens = parse.tokens
    start, end = tokens[first].start, tokens[last].end
    return Span(min(fact.span.start, start), max(fact.span.end, end))


def _periods(parse: Parse, times: Sequence[Fact]) -> Iterator[tuple[int, int, str]]:
    """Yield the first and the last token of what says how often, and the period."""
    for index, token in enumerate(parse.tokens):
        word = parse.word(index)
        if word in _ADVERBS and token.pos == "ADV":
            yield index, index, _ADVERBS[word]
        elif word in _ADJECTIVES and token.dep == "amod":
            yield index, index, _ADJECTIVES[word]
        elif word in _PERIODS and index and not _in_time(token.start, times):
            before = parse.word(index - 1)
            after = parse.word(index + 1) if index + 1 < len(parse.tokens) else ""
            each = before in _EACH and token.dep in ("npadvmod", "nmod", "appos", "dep")
            if before in ("per", "/") or (each and after not in _NOT_PER):
                yield index - 1, index, _PERIODS[word]


def _in_time(start: int, times: Sequence[Fact]) -> bool:
    return any(fact.span.start <= start < fact.span.end for fact in times)


def _stretches(parse: Parse, times: Sequence[Fact]) -> Iterator[tuple[int, int, float]]:
    """Yield the first and the last token of `over three years`, and its minutes."""
    for fact in times:
        minutes = _minutes(fact)
        first, last = parse.at(fact.span.start), parse.at(fact.span.end - 1)
        while first and parse.tokens[first].dep != "prep" and last - first < _REACH_BACK:
            first -= 1
        spreads = parse.word(first) in _SPREADING and parse.tokens[first].dep == "prep"
        if minutes and spreads:
            yield first, last, minutes


def _each_of(parse: Parse, times: Sequence[Fact]) -> Iterator[tuple[int, int, str, float]]:
    """Yield the ends of `in each of three years` in tokens, the period and the minutes."""
    for fact in times:
        start, minutes = fact.span.start, _minutes(fact)
        opening = _EACH_OF.search(parse.text, max(0, start - 2 * _NEAR), start)
        last = parse.at(fact.span.end - 1)
        per = _PERIODS.get(parse.word(last).removesuffix("s"))
        if opening is not None and minutes and per is not None and fact.kind == "duration":
            yield parse.at(opening.start()), last, per, minutes


def _minutes(fact: Fact) -> float:
    """Return how long a length of time or a stretch of days is; 0 where it is open."""
    if fact.low is None or fact.high is None or fact.vague:
        return 0.0
    if fact.kind == "duration":
        return (fact.low + fact.high) / 2
    return (fact.high - fact.low + 1) * _DAY if fact.unit == "day" else 0.0


def _amount_of(parse: Parse, sums: Sequence[Fact], first: int, last: int) -> Fact | None:
    """Return the amount that words spread: the last one before them in their clause, or behind."""
    tokens = parse.tokens
    if tokens[first].dep == "amod":
        return next((fact for fact in sums if fact.unit and _measures(parse, fact, first)), None)
    verb, start = parse.verb_of(first), tokens[first].start
    before = [fact for fact in sums if fact.span.end <= start]
    if before:
        near = before[-1]
        between = parse.text[near.span.end : start]
        if len(between) <= _NEAR and not _APART.search(between):
            return near if parse.verb_of(parse.at(near.span.end - 1)) == verb else None
        return None
    behind = [fact for fact in sums if fact.span.start >= tokens[last].end]
    adverb = first == last and tokens[first].head == verb
    if behind and adverb and parse.verb_of(parse.at(behind[0].span.end - 1)) == verb:
        return behind[0] if behind[0].unit else None
    return None


def _measures(parse: Parse, fact: Fact, adjective: int) -> bool:
    """Say whether an amount is one of the noun of an adjective: `annual aid of $5 billion`."""
    return parse.tokens[adjective].head in _linked(parse, parse.at(fact.span.end - 1))


def _linked(parse: Parse, number: int) -> set[int]:
    """Return the nouns tied to an amount: `a $5 billion budget`, `$5 billion in aid`, `aid of`."""
    found = {number}
    head = parse.tokens[number].head
    found.add(head)
    if parse.tokens[head].pos == "ADP" and parse.word(head) in ("of", "at"):
        found.add(parse.tokens[head].head)
    for child in parse.children[number]:
        if parse.tokens[child].dep == "prep" and parse.word(child) in ("in", "of"):
            inner = parse.child(child, ("pobj",))
            found |= set() if inner is None else {inner}
    return found
