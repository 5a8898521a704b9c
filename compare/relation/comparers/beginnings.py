"""`Held since 22 August` against `was detained on 24 August`: the day on which it began."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from compare.language.facts import Fact
from compare.language.facts.when import MONTHS, SEASONS, WEEKDAYS, month
from compare.language.facts.wordlist import words
from compare.model import Side
from compare.relation.comparers.yearly import Bounds
from compare.relation.context import LinkContext

# Acts that begin a state: what is so since a day began with one of them on that day.
_BEGINS = words(
    "detain arrest seize capture jail imprison intern abduct kidnap close shut seal block ban "
    "impose introduce suspend begin start open launch commence come enter occupy deploy install"
)
_GOES_ON = words("still remain continue keep stay already")
_SINCE = re.compile(r"since\b", re.IGNORECASE)
_DAY = re.compile(r"\b[0-3]?[0-9](?:st|nd|rd|th)?\b", re.IGNORECASE)
_MAY = re.compile(r"since\s+may\b", re.IGNORECASE)
_SEASON_DAYS = 91
# "From 1 November", "as of mid-November": these begin on that day, or in that part of a month.
_FROM = re.compile(r"(?:from|since|as (?:of|from)|starting|beginning|effective)\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:early|start|beginning|mid|middle|late|latter|end|half|week)\b", re.IGNORECASE
)
_BEGUN = 5  # days by which a day may come before the part of a month in which it begins


def begun_slack(one: Bounds, other: Bounds, words: tuple[str, str], wide: int) -> int:
    """Return how many days two beginnings may lie apart and be the same.

    "From 1 November" is not "from mid-November"; "from 14 November" is.

    :param words: those of the one and of the other, each a day or a part of a month
    :param wide: for beginnings that their words give no more closely
    """
    parts = [_PART.search(text) is not None for text in words]
    if parts[0] == parts[1] or not all(_FROM.match(text) for text in words):
        return wide
    day, part = (other[0], one[0]) if parts[0] else (one[0], other[0])
    return _BEGUN if day is not None and part is not None and day < part else wide


def from_its_day(context: LinkContext, one: Fact, other: Fact) -> tuple[Fact, Fact]:
    """Return a date of A and one of B, with a "since" as its own day where the other began it."""
    if one.unit != other.unit or one.unit != "day":
        return one, other
    if _begins(context, "b", other):
        return since_day(one, context.a.slice(one.span)), other
    if _begins(context, "a", one):
        return one, since_day(other, context.b.slice(other.span))
    return one, other


def _begins(context: LinkContext, side: Side, fact: Fact) -> bool:
    """Say whether a date with a beginning and an end tells when something began.

    "On 20 June it was still closed" doesn't.
    """
    takes_effect = fact.about[:1] == ("take",) and "effect" in fact.about
    began = takes_effect or bool(_BEGINS & set(fact.about[:1]))
    if not began or fact.low is None or fact.high is None:
        return False
    return not any(token.lemma in _GOES_ON for token in context.tokens(side))


def since_day(fact: Fact, text: str) -> Fact:
    """Return a "since" as the stretch that its words name: a day, a month, a season or a year."""
    if not _SINCE.match(text) or fact.low is None or fact.high is not None:
        return fact
    first = date.fromordinal(int(fact.low))
    named = set(re.findall(r"[^\W\d_]+", text.lower()))
    days: float | None = None
    if _DAY.search(text) or named & set(WEEKDAYS):
        days = 0
    elif named & SEASONS.keys():
        days = _SEASON_DAYS
    elif named & (set(MONTHS) - {"may"}) or _MAY.match(text):
        last = month(first.year, first.month).last
        days = None if last is None else (last - first).days
    elif re.search(r"\b[0-9]{4}\b", text):
        days = (date(first.year, 12, 31) - first).days
    if days is None:
        return fact
    return replace(fact, value=fact.value.removeprefix(">="), high=fact.low + days)
