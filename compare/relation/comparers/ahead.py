"""Lengths of time that give a date: "in two weeks", "within the next 48 hours"."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from compare.language.facts import Fact
from compare.language.facts.durations_units import LATER
from compare.language.facts.when import anchor
from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.comparers.beginnings import since_day
from compare.relation.comparers.yearly import days_of_year
from compare.relation.context import LinkContext

_DAY = 1440  # minutes
# How much later or sooner what lies "in two weeks" may come, as a share of it.
LOOSE = 0.25
# How much longer than its least length a length without an upper bound may be: "in a few days".
LONGEST = 4
_RANGE = re.compile(r"[0-9]\s*[-–—]\s*[0-9]|\b(?:to|through|until|till)\b", re.IGNORECASE)
_AND = re.compile(r"[0-9](?:st|nd|rd|th)?\s+and\s+(?:the\s+)?[0-9]", re.IGNORECASE)
_REACH = 16  # code points before a length of time that are looked at
# "For the first time in ten years" counts back.
_IN = re.compile(r"(?<!\w)(?<!time )(?<!times )in (?:just |only )?$", re.IGNORECASE)
_WITHIN = re.compile(r"(?<!\w)(?:within|in|over) the next ", re.IGNORECASE)
_FROM = re.compile(r"\s+(?:of|after|from|following|later|before|since)\b", re.IGNORECASE)

# "For two hours after the vote", "two hours after the vote", "within two hours".
_FOR = re.compile(r"\bfor\s+(?:just |only |about |some )?$", re.IGNORECASE)
_AFTER = re.compile(r"\s+(?:after(?:wards?)?|thereafter|following)\b", re.IGNORECASE)
_SOONEST = re.compile(
    r"\b(?:within|inside|after|in)\s+(?:just |only |the next |about |some |less than )*$",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:within|inside|in)\b", re.IGNORECASE)
# "Valid for ten years", "will expire in 2036".
_ENDS = words("expire end lapse terminate finish conclude")
_SLACK = 0.05  # of a length of time that runs to a date or from one


def counted_ahead(context: LinkContext, side: Side) -> list[Fact]:
    """Return the lengths of time of a side that count from its statement's date, as dates.

    Those that count from something else ("within 30 days of the signing") are left out.
    """
    statement = context.a if side == "a" else context.b
    today = anchor(statement.date)
    if today is None:
        return []
    found = []
    for fact in context.of_kind(side, "duration"):
        start = max(0, fact.span.start - _REACH)
        within = _WITHIN.search(statement.text, start, fact.span.end)
        at = _IN.search(statement.text, start, fact.span.start)
        if not (within or at) or _FROM.match(statement.text, fact.span.end):
            continue
        if not _is_ahead(context, side, fact):
            continue
        low, high = (fact.low or 0.0) / _DAY, (fact.high or LONGEST * (fact.low or 0.0)) / _DAY
        first = 0 if within else math.floor(low - max(1.0, LOOSE * low))
        last = math.ceil(high + (1.0 if within else max(1.0, LOOSE * high)))
        day = float(today.toordinal())
        found.append(
            replace(fact, kind="date", low=day + first, high=day + last, unit="day", vague=True)
        )
    return found


def lengths_of_ranges(context: LinkContext) -> tuple[set[Span], set[Span]]:
    """Return what each side tells of a length of time that is the dates of the other, or those.

    "From 4 to 15 September" is twelve days; what is "valid for ten years" expires that much after
    the statement's day, and "since 2020" has been "six years".
    """
    found: tuple[set[Span], set[Span]] = set(), set()
    for day in context.of_kind("a", "date"):
        for length in context.of_kind("b", "duration"):
            if _is_length_of(context, "a", day, length):
                found[0].add(day.span)
                found[1].add(length.span)
    for length in context.of_kind("a", "duration"):
        for day in context.of_kind("b", "date"):
            if _is_length_of(context, "b", day, length):
                found[0].add(length.span)
                found[1].add(day.span)
    return found


def _is_length_of(context: LinkContext, side: Side, day: Fact, length: Fact) -> bool:
    """Say whether a date of a side is a stretch of days, and a length of time is its own."""
    if _is_from_now(context, side, day, length):
        return True
    ends, told = days_of_year(day), context.statement(side).slice(day.span)
    stretch = _RANGE.search(told)
    if not stretch and ends is not None and ends[0] is not None and ends[1] == ends[0] + 1:
        stretch = _AND.search(told)  # "8 and 9 March", not "8 and 15 March"
    if not stretch or ends is None or ends[0] is None or ends[1] is None:
        return False
    if length.low is None or length.high is None:
        return False
    days = ends[1] - ends[0] + 1
    return length.low / _DAY <= days and days - 1 <= length.high / _DAY


def _is_from_now(context: LinkContext, side: Side, day: Fact, length: Fact) -> bool:
    """Say whether a length of time lies between the statement's day and a date of a side."""
    statement = context.statement(side)
    today, about = anchor(statement.date), (day.about, length.about)
    if today is None or day.unit != "day" or length.low is None or length.high is None:
        return False
    if length.vague or not context.shared_about(*(about if side == "a" else about[::-1])):
        return False
    other: Side = "b" if side == "a" else "a"
    if _sort(context, other, length) != "for":
        return False
    begun = since_day(day, statement.slice(day.span))
    if begun.low is None or begun.high is None:
        return False
    now = float(today.toordinal())
    if begun != day:
        first, last = now - begun.high, now - begun.low
    elif _ENDS & set(day.about[:1]):
        first, last = begun.low - now, begun.high - now
    else:
        return False
    slack = max(1.0, _SLACK * length.high / _DAY)
    return first >= 0 and first - slack <= length.high / _DAY and length.low / _DAY <= last + slack


def comparable_lengths(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether two lengths of time can be of one thing.

    "Two days later" and "within 48 hours" tell how long after something, "for two hours" how long.
    """
    return {_sort(context, "a", one), _sort(context, "b", other)} != {"after", "for"}


def _sort(context: LinkContext, side: Side, fact: Fact) -> str:
    """Return what a length of time tells: how long "after" something, "for" how long, or either."""
    text = context.statement(side).text
    start, end = max(0, fact.span.start - _REACH), fact.span.end
    if _FOR.search(text, start, fact.span.start):
        return "for"
    if LATER.search(text, fact.span.start, end) or _AFTER.match(text, end):
        return "after"
    told = text[start : fact.span.start], text[fact.span.start : end]
    return "" if _SOONEST.search(told[0]) or _BY.match(told[1]) else "for"


def _is_ahead(context: LinkContext, side: Side, fact: Fact) -> bool:
    """Say whether the act that a length of time belongs to is still to come."""
    tokens = context.tokens(side)
    at = next((i for i, token in enumerate(tokens) if token.end >= fact.span.end), None)
    if at is None:
        return False
    for _ in tokens:
        if tokens[at].pos in ("VERB", "AUX") or tokens[at].head == at:
            break
        at = tokens[at].head
    helpers = [token for token in tokens if token.head == at and token.dep.startswith("aux")]
    # "Can be done in two weeks" says how long it takes.
    other = any(token.tag == "VBD" or token.lemma in ("have", "can") for token in helpers)
    return tokens[at].pos in ("VERB", "AUX") and tokens[at].tag != "VBD" and not other
