"""Dates that name a thing, set only against those of the same: `the 2027 budget`, `Monday's vote`.

"The meeting on Tuesday" and "they met on Tuesday" tell the date of "Monday's meeting" too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from compare.language.facts import Fact
from compare.language.facts.dates_named import ATTACKS, MEETINGS
from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.context import Difference, LinkContext
from compare.relation.parsed import Parsed

# What two dates weigh that two different verbs have: as much as those that share nothing.
OF_TWO_ACTS = 0.35
_HELD = words("hold occur happen convene stage")
_IS = words("be come fall")  # of what is named by less than its year
# Verbs that leave it to their nouns what is done, or are of any act that is planned or told.
_TELLING_LITTLE = _HELD | words(
    "take make give have get go come do begin start open set schedule plan expect announce say "
    "tell report confirm agree fall follow continue"
)
_MADE = words("sign conclude date")  # of a document, on the day by which it is known
_WHOLE_YEAR = re.compile(r"(?:<=|>=)?(?:[0-9]{4}|year[+-][0-9]+)")


def of_one_thing(one: Fact, other: Fact) -> bool:
    """Say whether two dates are of one thing as far as either only names one."""
    if one.names and other.names:
        mine, theirs = set(one.names[1:]), set(other.names[1:])
        apart = bool(mine and theirs) and not mine & theirs  # "education budget", "army budget"
        return _alike(one.names[0], other.names[0]) and not apart
    if one.names:
        return _tells_of(one, other)
    return not other.names or _tells_of(other, one)


def as_of_their_acts(context: LinkContext, found: Sequence[Difference]) -> list[Difference]:
    """Return conflicts of dates, less sure where two acts have them that share only a thing."""
    return [
        replace(item, weight=min(item.weight, OF_TWO_ACTS))
        if item.conflict and item.a and item.b and of_two_acts(context, item.a, item.b)
        else item
        for item in found
    ]


def of_two_acts(context: LinkContext, one: Span, other: Span) -> bool:
    """Say whether two dates hang on verbs that tell of different acts: `ended`, `broke off`."""
    verbs = _verb(context, "a", one), _verb(context, "b", other)
    if not all(verbs) or verbs[0] == verbs[1] or set(verbs) & _TELLING_LITTLE:
        return False
    return not context.shared_about([verbs[0]], [verbs[1]], loose=True)


def _verb(context: LinkContext, side: Side, date: Span) -> str:
    """Return the lemma of the verb on which a date hangs, "" where it is a part of a noun's name.

    "The vote on Monday" hangs on none.
    """
    parsed = Parsed(context, side)
    words_of = parsed.within(date)
    at = words_of[1] if words_of else None
    while at is not None:
        token = parsed.tokens[at]
        if token.pos == "VERB":
            return token.lemma
        over = token.head
        inside = date.start <= token.start < date.end
        if over == at or not (inside or token.pos in ("ADP", "SCONJ")):
            return ""
        at = over
    return ""


def _tells_of(named: Fact, told: Fact) -> bool:
    """Say whether a date tells when that is which another names."""
    yearly = _WHOLE_YEAR.fullmatch(named.value) is not None
    if not told.about:
        return False
    verb, thing = told.about[0], named.names[0]
    if thing in told.about:
        took_place = verb == "take" and "place" in told.about
        if verb in _HELD or took_place or (verb in (_IS | _MADE) and not yearly):
            return True
    # "The accord of 2015"; "presented the budget on Monday" is no name of the 2027 one.
    return _alike(thing, verb) and (not yearly or _WHOLE_YEAR.fullmatch(told.value) is not None)


def _alike(one: str, other: str) -> bool:
    """Say whether two words are one, the noun of the other, or of one kind of event."""
    if one == other or one == f"{other}ing" or other == f"{one}ing":
        return True
    return any({one, other} <= kind for kind in (MEETINGS, ATTACKS))
