"""Numbers that the other side gives in parts, halves or shares: 43 men and two women are 45."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from compare.language.facts import Fact
from compare.language.facts.wordlist import words
from compare.model import Side, Statement
from compare.relation.comparers.counts import fates_differ
from compare.relation.comparers.formers import is_former
from compare.relation.comparers.values import same_amount
from compare.relation.context import LinkContext, said_before

# Words that make one number half of another: "three from each side" are six, "half of the six" are
# three.
_EACH = re.compile(
    r"\b(?:(?P<each>each(?!\s+(?:minute|hour|day|night|week|month|quarter|year)\b)|either|apiece)"
    r"|half|halves|equal)\b",
    re.IGNORECASE,
)
# What parts such a word from a number that it doesn't speak of.
_PARTED = re.compile(r"[;:()–—]|\b(?:and|but|which|that|who|while|where|was|were)\b", re.IGNORECASE)
_NEAR = 40  # code points between a word and the number that it speaks of
# What says that a share is what another one leaves.
_REST = re.compile(r"\bthe (?:rest|remaining|remainder|others)\b", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:against|opposed|no(?! (?:more|less|fewer)\b)|abstained|remain(?:s|ed)?)\b",
    re.IGNORECASE,
)
# What tells of those who did not, where the other side tells of those who did.
_ABSENT = re.compile(
    r"\b(?:(?:st[ao]y(?:s|ed|ing)?|kept|keep(?:s|ing)?) (?:away|at home|home)|boycott\w*|absent\w*"
    r"|without|lack(?:s|ed|ing)?|miss(?:ed|es|ing)|skip(?:s|ped|ping)?|(?:fail|declin)(?:s|ed|es)"
    r" to|refus(?:e|es|ed|ing)|unable|yet to|cut off|(?:un|non-?)(?P<stem>[a-z]{4,}))\b",
    re.IGNORECASE,
)
_FAR = 60  # code points between a share and such a word, which may be that of its verb
_AS_MANY = re.compile(r"\b(?:the same number|an equal number|as many(?! as\b))\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+of (?:them|these|those)\b", re.IGNORECASE)
_OF_THE = re.compile(r"\s+of (?:the |its |our |their )?", re.IGNORECASE)
# "By 300", "a cut of 300", "300 fewer".
_CHANGED_BY = re.compile(
    r"\b(?:by|(?:change|cut|reduction|decrease|drop|fall|decline|rise|increase|growth|gain) of)"
    r"\s+(?:about |some |nearly |almost |just |only |a further |another )*$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:\s+[\w'’-]+){0,2}?\s+(?:fewer|less|more|further|additional|extra|lower|higher)\b",
    re.IGNORECASE,
)
# "76 kilometres were struck off".
_TAKES = words("cut strike drop remove lose shed trim add lop deduct subtract save")
_OF = re.compile(r"\bof (?:the |its |our |their )$", re.IGNORECASE)
_AND = re.compile(r"(?:\band|,)\s+$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom $", re.IGNORECASE)
_NAMED = ("country:", "person:", "org:", "name:", "place:", "role:")


def exact(fact: Fact) -> float | None:
    """Return the value of an exact number."""
    return fact.low if fact.low is not None and fact.low == fact.high and not fact.vague else None


def accounted(
    context: LinkContext, side: Side, one: Fact, others: Sequence[Fact]
) -> tuple[Fact, ...]:
    """Return the facts of the other side that make up a number: its parts, or its half twice.

    "Forty-three soldiers and two officers" are "forty-five prisoners"; "three from each side" are
    six; "from seventeen down to fourteen" is "three fewer"; "a third" of one side leaves "two
    thirds" to the other.

    :param side: that of the number
    """
    value = exact(one)
    if one.unit == "%":  # a third on one side, two thirds on the other
        shares = (fact for fact in others if fact.unit == "%" and _make_hundred(one, fact))
        share = next(shares, None)
        if share and _leaves(context, side, one, share):
            return (share,)
    if value is None:
        return ()
    known = [(fact, exact(fact)) for fact in others if not fates_differ(one, fact)]
    exacts = [(fact, number) for fact, number in known if number is not None]
    alike = [(fact, x) for fact, x in exacts if fact.unit == one.unit]
    for at, (first, x) in enumerate(exacts):
        for second, y in exacts[at + 1 :]:
            if max(x, y, value) < 5:
                continue
            pair = (first, second) if x > y else (second, first)
            if value == abs(x - y) and _is_change(context, side, one, pair):
                return first, second
            rest = first.unit == second.unit == one.unit and value == abs(x - y)
            if rest and _is_rest(context, side, one, pair):
                return first, second
            summed = value == x + y and first.unit == second.unit == one.unit
            if summed and _is_sum(context, side, one, pair):
                return first, second
    return next(((fact,) for fact, x in alike if _is_half(context, side, one, fact)), ())


def _make_hundred(one: Fact, other: Fact) -> bool:
    """Say whether two shares are the whole, as nearly as shares are rounded."""
    if None in (one.low, one.high, other.low, other.high):
        return False
    low, high = 100 - (other.high or 0.0), 100 - (other.low or 0.0)
    near = abs((one.low or 0.0) - low) < 0.01 and abs((one.high or 0.0) - high) < 0.01
    return near or same_amount(one, replace(other, low=low, high=high))


def _other(side: Side) -> Side:
    return "b" if side == "a" else "a"


def _is_sum(context: LinkContext, side: Side, one: Fact, parts: tuple[Fact, Fact]) -> bool:
    """Say whether a number can be what two make up: not of the noun of one of them alone.

    Nor is it of what something was before and what it is now.
    """
    if _went(context.statement(_other(side)), parts):
        return False
    shared = [bool(set(one.about) & set(part.about)) for part in parts]
    return shared[0] == shared[1]


def _is_change(context: LinkContext, side: Side, one: Fact, pair: tuple[Fact, Fact]) -> bool:
    """Say whether a number is told as that by which two others differ: `by 3`, `3 fewer`.

    :param pair: the larger one first
    """
    theirs = context.statement(_other(side))
    if pair[0].unit == pair[1].unit == ("%" if one.unit == "pp" else one.unit):
        told = one.unit == "pp" or _tells_change(context.statement(side), one)
        went = _went(theirs, pair)
        if (told and (went or not _listed(theirs, pair))) or (
            went and _is_taken(context, side, one)
        ):
            return True
    # "From 17 by three" is 14.
    began = said_before(_FROM, theirs.text, pair[0].span.start)
    less = pair[1].unit in ((one.unit, "pp") if one.unit == "%" else (one.unit,))
    return bool(pair[0].unit == one.unit and less and began and _tells_change(theirs, pair[1]))


def _is_taken(context: LinkContext, side: Side, fact: Fact) -> bool:
    """Say whether a number is of what is taken away or added: `76 kilometres were struck off`."""
    tokens = context.tokens(side)
    at = next((i for i, token in enumerate(tokens) if token.end >= fact.span.end), None)
    if at is None:
        return False
    if tokens[at].dep == "nummod":
        at = tokens[at].head
    verb = tokens[tokens[at].head]
    return tokens[at].dep in ("nsubjpass", "dobj") and verb.lemma in _TAKES


def _listed(statement: Statement, pair: tuple[Fact, Fact]) -> bool:
    """Say whether two numbers are told of two things: `12 tanks and 8 trucks`."""
    first, second = sorted(pair, key=lambda fact: fact.span.start)
    return _AND.search(statement.text, first.span.end, second.span.start) is not None


def _went(statement: Statement, pair: tuple[Fact, Fact]) -> bool:
    """Say whether one number of two is what something was before it was the other."""
    former = [is_former(statement, fact, pair) for fact in pair]
    return former[0] != former[1]


def _tells_change(statement: Statement, fact: Fact) -> bool:
    """Say whether a number tells by how much something changes: `by 300`, `300 fewer`."""
    before = said_before(_CHANGED_BY, statement.text, fact.span.start)
    return bool(before or _MORE.match(statement.text, fact.span.end))


def _is_rest(context: LinkContext, side: Side, one: Fact, pair: tuple[Fact, Fact]) -> bool:
    """Say whether a number is what a part leaves of its whole: 23 of 41 in favour, 18 against."""
    text, (whole, part) = context.statement(_other(side)).text, pair
    if said_before(_OF, text, whole.span.start) and whole.span.end < part.span.start:
        return _leaves(context, side, one, part)  # "of the 170 files, 106 remain"
    joined = part.span.end < whole.span.start and _OF_THE.fullmatch(
        text, part.span.end, whole.span.start
    )
    return bool(joined) and _leaves(context, side, one, part)


def _leaves(context: LinkContext, side: Side, one: Fact, other: Fact) -> bool:
    """Say whether one share can be what the other leaves.

    It is that of other doers, or a side speaks of the rest, or one alone denies.
    """
    sides = ((side, one), (_other(side), other))
    for at, fact in sides:
        against = _found(context, at, _AGAINST)
        if _found(context, at, _REST) or any(
            _speaks_of(context.statement(at), word, fact) for word in against
        ):
            return True
    if len({bool(context.of_kind(at, "negation")) for at, _ in sides}) == 2:
        return True
    if one.unit == "%" and len({_tells_of_absence(context, *at) for at in sides}) == 2:
        return True
    named = [doers(context, at) for at, _ in sides]
    return all(named) and not named[0] & named[1]


def _tells_of_absence(context: LinkContext, side: Side, fact: Fact) -> bool:
    """Say whether a share is of those who did not: `38 per cent stayed away`, `are unpaid`.

    A word with "un" or "non" is such a one where the other side has it without.
    """
    statement = context.statement(side)
    other = _other(side)
    theirs = {token.lemma for token in context.tokens(other)}
    theirs |= {
        context.statement(other).text[t.start : t.end].lower() for t in context.tokens(other)
    }
    return any(
        _speaks_of(statement, word, fact, _FAR)
        and (word["stem"] is None or word["stem"].lower() in theirs)
        for word in _found(context, side, _ABSENT)
    )


def doers(context: LinkContext, side: Side) -> set[str]:
    """Return who does something on a side: those named, and the speaker by the names of its line.

    "Norland pays 60 per cent" and "we pay two fifths" are one where Norland isn't who speaks.
    """
    found: set[str] = set()
    other = context.statement(_other(side)).text
    for fact in context.of_kind(side, "actor"):
        if fact.value.startswith(_NAMED):
            found.add(fact.value)
        elif fact.value == "speaker":
            line = context.statement(side).speaker.lower()
            named = {
                doer.value
                for doer in context.of_kind(_other(side), "actor")
                if other[doer.span.start : doer.span.end].lower() in line
            }
            found |= named or {fact.value}
    return found


def _is_half(context: LinkContext, side: Side, one: Fact, other: Fact) -> bool:
    """Say whether one side alone says that its number is one of two, and it is half the other.

    Where both have such a word beside their numbers, "half of the 300" is no half of "half of the
    600".
    """
    value, theirs = one.low or 0.0, other.low or 0.0
    if not value or value not in (2 * theirs, theirs / 2):
        return False
    sides = [(side, one), (_other(side), other)]
    if any(_found(context, at, _AS_MANY) for at, _ in sides):
        return True
    (small, less), (large, more) = sides if value < theirs else sides[::-1]
    near = [
        [w for w in _found(context, at, _EACH) if _speaks_of(context.statement(at), w, fact)]
        for at, fact in ((small, less), (large, more))
    ]
    each = any(word["each"] for word in near[0])
    there = _found(context, large, _EACH)
    if each or not near[1]:
        halved = any(
            not word["each"] and _OF_THEM.match(context.statement(large).text, word.end())
            for word in there
        )
        return halved or (bool(near[0]) and not any(word["each"] for word in there))
    if any(word["each"] for word in near[1]):
        return False
    text = context.statement(small).text
    return not any(_OF_THE.fullmatch(text, word.end(), less.span.start) for word in near[0])


def _found(context: LinkContext, side: Side, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Return where one side of the link has some words."""
    tokens = context.tokens(side)
    if not tokens:
        return []
    return list(pattern.finditer(context.statement(side).text, tokens[0].start, tokens[-1].end))


def _speaks_of(statement: Statement, word: re.Match[str], fact: Fact, near: int = _NEAR) -> bool:
    """Say whether a word stands near a number, with nothing that parts them."""
    first, last = min(word.end(), fact.span.end), max(word.start(), fact.span.start)
    return last - first <= near and not _PARTED.search(statement.text, first, last)
