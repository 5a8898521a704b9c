"""Which one of a row: `the sixth exchange` against `the fifth such operation`.

"We met for the third time" tells that of the meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.language.facts import Fact, Token
from compare.language.facts.ordinals import ORDINAL, ordinal
from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.comparers.quantities import UNRELATED
from compare.relation.comparers.yearly import days_of_year
from compare.relation.context import Difference, LinkContext, whole_word

_WORD = re.compile(rf"{ORDINAL}|[0-9]{{1,4}}(?:st|nd|rd|th)", re.IGNORECASE)
# "A third party", "the first half", "first steps": no place in a row.
_NO_ROW = words(
    "party country state person side world half quarter thing place line hand step glance degree "
    "day week month year century"
)
_OCCASION = "time"
SURE = 0.8  # the next round is not the last one
_STEM = 5  # letters that an act and its noun share, or all of the shorter one: "meet", "meeting"
_REACH = 60  # code points from what is numbered to the time within which it is counted
_COUNTED_IN = re.compile(
    r"\b(?:since|this|within|during|over|in|of)\s+(?:(?:the|last|past|just|only)\s+)*$",
    re.IGNORECASE,
)
_COUNTS_IN = re.compile(r"(?:since|this|within|during|over|in)\b", re.IGNORECASE)
_STOP = re.compile(r"[,;:.()]")
_UNDATED = re.compile(r"[^,;:.()]{0,40}?\b(?:since|in \w+ history)\b", re.IGNORECASE)
_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a row: its number, its words, and what has it."""

    number: int
    span: Span
    noun: Token
    act: Token | None  # the verb whose "third time" it is
    window: Fact | None  # the time within which it is counted: "this year"
    undated: bool  # it is counted from what has no date here: "since the war"
    words: str  # of the time within which it is counted


def _places(context: LinkContext, side: Side) -> Iterator[_Place]:
    """Yield the ordinals of a side that number a noun, or the occasions of an act."""
    statement, tokens = context.statement(side), context.tokens(side)
    figures = context.of_kind(side, "date", "number", "duration")
    for token in tokens:
        if token.dep != "amod":
            continue
        span = whole_word(statement, Span(token.start, token.end))  # "twenty-fifth"
        text, noun = statement.slice(span), tokens[token.head]
        if not _WORD.fullmatch(text) or noun.pos != "NOUN":
            continue
        act = _act(tokens, token.head) if noun.lemma == _OCCASION else None
        if noun.lemma in _NO_ROW or noun.start < token.start:
            continue
        if noun.lemma == _OCCASION and act is None:
            continue
        if any(f.span.start < token.end and token.start < f.span.end for f in figures):
            continue
        window = _window(statement.text, figures, noun.end)
        undated = window is None and _UNDATED.match(statement.text, noun.end) is not None
        told = "" if window is None else statement.slice(window.span)
        yield _Place(ordinal(text), Span(span.start, noun.end), noun, act, window, undated, told)


def _act(tokens: Sequence[Token], time: int) -> Token | None:
    """Return the verb of what is done for a third time: `met for`, `the third time that they met`.

    What is denied, or is still to come, has not been done so often.
    """
    token = tokens[time]
    link = tokens[token.head]
    if token.dep == "pobj" and link.lemma == "for":
        verb = link.head
    elif token.dep != "attr":  # "the first time they met, it rained"
        return None
    else:
        verb = next((i for i, t in enumerate(tokens) if t.head == time and t.dep == "relcl"), time)
    if tokens[verb].pos != "VERB" or tokens[verb].tag == "VB":
        return None
    denied = any(t.head == verb and t.dep == "neg" for t in tokens)
    return None if denied else tokens[verb]


def _window(text: str, figures: Sequence[Fact], end: int) -> Fact | None:
    """Return the time within which something is counted: `for the third time this year`."""
    for fact in figures:
        start = fact.span.start
        if (
            fact.kind == "number"
            or not end <= start <= end + _REACH
            or _STOP.search(text, end, start)
        ):
            continue
        if _COUNTS_IN.match(text, start) or _COUNTED_IN.search(text, end, start):
            return fact
    return None


def compare_ordinals(context: LinkContext) -> list[Difference]:
    """Compare the places in a row that both sides give to one thing."""
    found: list[Difference] = []
    left, right = list(_places(context, "a")), list(_places(context, "b"))
    numbers = {place.number for place in left} & {place.number for place in right}
    for one in left:
        for other in right:
            if one.number in numbers or other.number in numbers or not _of_one_row(one, other):
                continue
            shared = _shared(context, one, other)
            if not shared and not (one.noun.dep == other.noun.dep == "attr"):  # "it was the fifth"
                continue
            found.append(
                Difference(
                    "number",
                    one.span,
                    other.span,
                    f"Both say which in a row it is: A says {context.quote('a', one.span)}, "
                    f"B says {context.quote('b', other.span)}.",
                    conflict=True,
                    weight=SURE if shared else UNRELATED,
                )
            )
    return found[:1]


def _shared(context: LinkContext, one: _Place, other: _Place) -> bool:
    """Say whether two places are those of one thing, or of one act."""
    if one.act is None and other.act is None:
        return bool(context.shared_about((one.noun.lemma,), (other.noun.lemma,)))
    mine, theirs = ((place.act or place.noun).lemma for place in (one, other))
    stem = min(_STEM, len(mine), len(theirs))
    return mine[:stem] == theirs[:stem]


def _of_one_row(one: _Place, other: _Place) -> bool:
    """Say whether two places can't both be right, by the times within which they are counted.

    The third meeting of all can be the second one of this year.
    """
    fewer, more = sorted((one, other), key=lambda place: place.number)
    if fewer.undated or more.undated:
        return False
    if fewer.window is None:
        return True
    return more.window is not None and _is_no_later(fewer, more)


def _is_no_later(one: _Place, other: _Place) -> bool:
    """Say whether the time within which one is counted begins no later than the other's."""
    mine, theirs = one.window, other.window
    if mine is None or theirs is None or mine.kind != theirs.kind:
        return False
    if mine.value == theirs.value:
        return True
    if mine.kind == "date" and not any(_YEAR.search(place.words) for place in (one, other)):
        days = days_of_year(mine), days_of_year(theirs)  # "since June", "this summer"
        if days[0] and days[1] and days[0][0] is not None and days[0][0] == days[1][0]:
            return True
    if mine.low is not None and theirs.low is not None:
        return mine.kind == "date" and mine.low <= theirs.low
    return False
