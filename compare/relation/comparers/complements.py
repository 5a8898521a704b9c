"""Shares of opposite things: where nine in ten were absent, no more than one was present.

What is denied of the one share is so of all the rest; of other opposites there may be a third, so
both shares need only find room in the whole: 60 per cent for, 30 per cent against.
"""

from __future__ import annotations

from dataclasses import replace

from compare.language.facts import Fact
from compare.language.facts.wordlist import words
from compare.language.opposites import opposed
from compare.model import Side
from compare.relation.asserted import is_denied
from compare.relation.context import LinkContext
from compare.relation.parsed import Parsed

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_STATES = frozenset(("acomp", "attr", "oprd"))
_IS = frozenset(("be", "remain", "stay"))
# Of what a timetable or a roll lists: what of it was done, and what wasn't.
_OPPOSED = (
    (words("cancel scrap ground"), words("run operate depart sail fly")),
    (words("abstain"), words("vote")),
)
_ALL = 100.0


def mirrored(context: LinkContext, one: Fact, other: Fact) -> Fact:
    """Return the share of B as one of what A tells, where B tells the opposite of the same."""
    if one.unit != "%" or other.unit != "%" or one.spread or other.spread:
        return other
    if not context.shared_about(one.about, other.about):
        return other
    mine, theirs = _told_of(context, "a", one), _told_of(context, "b", other)
    if mine is None or theirs is None or not _opposite(mine, theirs):
        return other
    high = None if other.low is None else _ALL - other.low
    low = None if other.high is None else _ALL - other.high
    return replace(other, low=low if _denied(mine, theirs) else 0.0, high=high, value="")


def _opposite(one: tuple[str, bool], other: tuple[str, bool]) -> bool:
    """Say whether what is told of two shares is opposite: `present`, `absent`; `ran`, not `ran`."""
    if one[1] or other[1]:
        return one[0] == other[0] and one[1] != other[1]
    pair = {one[0], other[0]}
    return opposed(one[0], other[0]) or any(
        pair & left and pair & right for left, right in _OPPOSED
    )


def _denied(one: tuple[str, bool], other: tuple[str, bool]) -> bool:
    """Say whether one is the other with a word or a prefix that denies: `paid`, `unpaid`."""
    short, long = sorted((one[0], other[0]), key=len)
    return short == long or long.endswith(short)


def _told_of(context: LinkContext, side: Side, fact: Fact) -> tuple[str, bool] | None:
    """Return the lemma of what is told of a share that is a subject, and whether it is denied."""
    parsed = Parsed(context, side)
    inside = parsed.within(fact.span)
    at = None if inside is None else inside[1]
    while at is not None and parsed.tokens[at].dep not in _SUBJECTS:
        over = parsed.tokens[at].head
        if over == at or parsed.tokens[at].dep not in ("nummod", "pobj", "prep", "quantmod"):
            return None
        at = over
    if at is None:
        return None
    verb = parsed.tokens[at].head
    token = parsed.tokens[verb]
    if token.pos not in ("VERB", "AUX"):
        return None
    lemma = token.lemma
    if lemma in _IS:
        state = parsed.child(verb, _STATES)
        if state is None:
            return None
        lemma = parsed.tokens[state].lemma
    return lemma, is_denied(parsed, verb)
