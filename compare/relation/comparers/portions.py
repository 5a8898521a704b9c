"""Shares in figures and in words: `eleven of the twelve`, `nearly all`; `46 per cent`, `half`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.language.facts import Fact
from compare.language.facts.wordlist import words as word_set
from compare.model import Side, Span, Statement
from compare.relation.comparers.wholes import parts_of
from compare.relation.context import LinkContext

_OF = re.compile(
    r"\s+(?:out\s+)?of\b(?:\s+(?:the|its|their|our|his|her|these|those)\b)?\s*", re.IGNORECASE
)
# From a whole to a part of it behind: "60 sheds, 50 of them", "eight times, seven times".
_TO_PART = re.compile(
    r"\s+(?P<noun>[\w'\u2019-]+)(?:\s+[\w'\u2019-]+){0,5}?\s*[,(\u2013\u2014-]\s*"
    r"(?P<with>including\s+|among\s+them\s+|of\s+(?:which|whom)\s+|and\s+)?\Z",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|which|whom)\b", re.IGNORECASE)
# The least and the most share that a word can mean, and the share below which it is wrong.
_RANGES = {
    "all": (1.0, 1.0, 1.0),
    "nearly all": (0.8, 1.0, 0.7),
    "most": (0.5, 1.0, 0.5),
    "part": (0.0, 1.0, 0.0),
}
_GREAT = re.compile(r"\b(?:great|vast|overwhelming|large)\s+majority\b", re.IGNORECASE)
_GREAT_LEAST = 0.75
_MINORITY = re.compile(r"\bminority\b", re.IGNORECASE)
# "Just under half of the fleet", and the shares that the words before it allow.
_HALF = re.compile(r"(?P<how>[a-z ]*)\bhalf", re.IGNORECASE)
_OF_WHOLE = re.compile(r"\s+(?:of|the|its|their|our|his|her)\b", re.IGNORECASE)
_ANY_WHOLE = word_set("total whole sum amount cost rest remainder it them")
_UNDER = re.compile(r"\b(?:under|below|less|nearly|almost|close|quite)\b", re.IGNORECASE)
_OVER = re.compile(r"\b(?:over|above|more)\b", re.IGNORECASE)
_NEAR_HALF = {"under": (40.0, 50.0), "over": (50.0, 60.0), "": (45.0, 55.0)}
_WORDS = 8  # behind a part, in which it is told what is so of it
_SIDES: tuple[Side, Side] = ("a", "b")


@dataclass(frozen=True, slots=True)
class Portion:
    """A part of a whole, told with its size: `12 of the 15 prisoners`, `half of the crew`."""

    count: Fact
    low: float  # share of the whole, [0, 1]
    high: float
    about: tuple[str, ...]  # lemmas of the whole; of what stands behind "five of them"
    span: Span
    behind: bool = False  # the whole was told before: "60 sheds, 50 of them"


def portions_of(context: LinkContext, side: Side) -> list[Portion]:
    """Return the parts of wholes that a side tells of in figures, in reading order."""
    numbers = context.of_kind(side, "number")
    return sorted(_portions(context, side, numbers), key=lambda part: part.span.start)


def can_be(statement: Statement, scope: Fact, part: Portion) -> bool | None:
    """Say whether a word of extent can mean a share; None where only a strict reader would doubt.

    :param statement: that of the word
    """
    known = _RANGES.get(scope.value)
    words = statement.slice(scope.span)
    if _MINORITY.search(words):
        return part.high < 0.5
    if known is None:
        return None
    low, high, wrong = known
    if _GREAT.search(words):
        low = _GREAT_LEAST
    over = part.high > low if scope.value in ("most", "part") else part.high >= low
    if over and (part.low < high or scope.value == "all"):
        return True
    return False if part.high < wrong else None


def is_told_by(context: LinkContext, side: Side, scope: Fact, part: Portion) -> bool:
    """Say whether a word of extent is what the other side tells in figures of the same.

    :param side: that of the word
    """
    abouts = (scope.about, part.about) if side == "a" else (part.about, scope.about)
    fits = can_be(context.statement(side), scope, part)
    return bool(fits) and bool(context.shared_about(*abouts, loose=True))


def told_in_words(context: LinkContext) -> bool:
    """Say whether one side tells in figures what the other does in words: `46 per cent`, `half`."""
    for side, other in (_SIDES, _SIDES[::-1]):
        words = context.of_kind(other, "scope")
        if words and any(
            is_told_by(context, other, scope, part)
            for part in portions_of(context, side)
            for scope in words
        ):
            return True
    left, right = (
        [fact for fact in context.of_kind(side, "number") if fact.unit == "%"] for side in _SIDES
    )
    return any(is_about_half(context, one, other) for one in left for other in right)


def of_two_wholes(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether two shares are of wholes that share no word: `half the crew`, `of sales`.

    "A fifth of the total" may be of what the other side names.
    """
    return (
        one.unit == other.unit == "%"
        and not _ANY_WHOLE & {*one.about, *other.about}
        and all(
            _OF.match(context.statement(side).text, fact.span.end)
            for side, fact in zip(_SIDES, (one, other), strict=True)
        )
        and not context.shared_about(one.about, other.about)
    )


def is_about_half(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether one of two shares is told as a half that the other is, roughly: `46 per cent`."""
    if one.unit != "%" or other.unit != "%" or not context.shared_about(one.about, other.about):
        return False
    halves = [_half(context.statement(at), x) for at, x in zip(_SIDES, (one, other), strict=True)]
    if (halves[0] is None) == (halves[1] is None):
        return False
    (low, high), share = (halves[0], other) if halves[0] else (halves[1] or (0.0, 0.0), one)
    return (
        share.low is not None and share.high is not None and low <= share.low <= share.high <= high
    )


def _half(statement: Statement, fact: Fact) -> tuple[float, float] | None:
    """Return the shares that a half of something can be, in per cent."""
    told = _HALF.fullmatch(statement.slice(fact.span))
    if told is None or not _OF_WHOLE.match(statement.text, fact.span.end):
        return None
    how = told["how"]
    return _NEAR_HALF["under" if _UNDER.search(how) else "over" if _OVER.search(how) else ""]


def _portions(context: LinkContext, side: Side, numbers: Sequence[Fact]) -> Iterator[Portion]:
    text = context.statement(side).text
    for at, one in enumerate(numbers):
        if one.unit == "%" and one.high is not None and _OF.match(text, one.span.end):
            share = one.high / 100
            yield Portion(one, (one.low or 0.0) / 100, share, one.about, one.span)
        for whole in numbers[at + 1 :]:
            if _OF.fullmatch(text, one.span.end, whole.span.start):
                yield from _of(one, whole, whole.about, Span(one.span.start, whole.span.end))
        for part in numbers[at + 1 :]:
            if part_behind(context.statement(side), one, part):
                yield from _of(part, one, told_of(context, side, part), part.span, behind=True)
    for whole, told in parts_of(context, side, numbers):
        if told is not None and told.span.start > whole.span.start:
            span = Span(whole.span.start, told.span.end)
            yield from _of(told, whole, whole.about, span)


def part_behind(statement: Statement, whole: Fact, part: Fact) -> bool:
    """Say whether a number counts a part of one before it: `60 sheds, 50 of them`."""
    joined = _TO_PART.fullmatch(statement.text, whole.span.end, part.span.start)
    if joined is None:
        return False
    linked = (joined["with"] or "").lower().strip()
    if linked not in ("", "and") or _OF_THEM.match(statement.text, part.span.end):
        return True
    again = re.compile(rf"\s+{re.escape(joined['noun'])}\b", re.IGNORECASE)
    return not linked and again.match(statement.text, part.span.end) is not None


def _of(
    part: Fact, whole: Fact, about: tuple[str, ...], span: Span, *, behind: bool = False
) -> Iterator[Portion]:
    if part.unit or whole.unit or None in (part.low, part.high, whole.low, whole.high):
        return
    low, high = part.low or 0.0, part.high or 0.0
    if whole.low and whole.high and high < whole.low:
        yield Portion(part, low / whole.high, high / whole.low, about, span, behind)


def told_of(context: LinkContext, side: Side, part: Fact) -> tuple[str, ...]:
    """Return the lemmas of the nouns of what is so of a part: `in the old town`, `by rebels`."""
    text = context.statement(side).text
    behind = [token for token in context.tokens(side) if token.start >= part.span.end][:_WORDS]
    found: list[str] = []
    for token in behind:
        if text[token.start] in ".,;:" or token.pos == "CCONJ":
            break
        if token.pos in ("NOUN", "PROPN"):
            found.append(token.lemma)
    return tuple(found)
