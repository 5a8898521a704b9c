"""Dates that name a thing, set only against those of the same: `the 2027 budget`, `Monday's vote`.

"The meeting on Tuesday" and "they met on Tuesday" tell the date of "Monday's meeting" too.
"""

from __future__ import annotations

import re

from compare.language.facts import Fact
from compare.language.facts.dates_named import ATTACKS, MEETINGS
from compare.language.facts.wordlist import words

_HELD = words("hold occur happen convene stage")
_IS = words("be come fall")  # of what is named by less than its year
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


def _tells_of(named: Fact, told: Fact) -> bool:
    """Say whether a date tells when that is which another names."""
    yearly = _WHOLE_YEAR.fullmatch(named.value) is not None
    if not told.about:
        return False
    verb, thing = told.about[0], named.names[0]
    if thing in told.about:
        took_place = verb == "take" and "place" in told.about
        if verb in _HELD or took_place or (verb in _IS and not yearly):
            return True
    # "The accord of 2015"; "presented the budget on Monday" is no name of the 2027 one.
    return _alike(thing, verb) and (not yearly or _WHOLE_YEAR.fullmatch(told.value) is not None)


def _alike(one: str, other: str) -> bool:
    """Say whether two words are one, the noun of the other, or of one kind of event."""
    if one == other or one == f"{other}ing" or other == f"{one}ing":
        return True
    return any({one, other} <= kind for kind in (MEETINGS, ATTACKS))
