"""The last day of a state: `until 2040` against `the lease expires in 2031`."""

from __future__ import annotations

import re
from dataclasses import replace

from compare.language.facts import Fact
from compare.language.facts.rights import ENDINGS, RIGHTS
from compare.model import Side
from compare.relation.context import LinkContext

_PLACE = ("place:", "name:")
_UNTIL = re.compile(r"(?:until|till|up to|through)\b", re.IGNORECASE)


def to_its_end(context: LinkContext, one: Fact, other: Fact) -> tuple[Fact, Fact]:
    """Return a date of A and one of B, with that of an end as a last day beside an "until".

    What is used until a year is of the thing whose lease expires.
    """
    if one.unit != other.unit or not _of_one_thing(context, one, other):
        return one, other
    if _UNTIL.match(context.a.slice(one.span)) and _ends_then(context, "b", other):
        return one, _as_last(other)
    if _UNTIL.match(context.b.slice(other.span)) and _ends_then(context, "a", one):
        return _as_last(one), other
    return one, other


def _of_one_thing(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether two dates are about one thing, or one of them about a right at one place."""
    if context.shared_about(one.about, other.about):
        return True
    mine, theirs = (
        {fact.value for fact in context.of_kind(side, "entity") if fact.value.startswith(_PLACE)}
        for side in ("a", "b")
    )
    return bool(RIGHTS & {*one.about, *other.about}) and bool(mine & theirs)


def _ends_then(context: LinkContext, side: Side, fact: Fact) -> bool:
    """Say whether a date is that of an end, which is not denied."""
    if fact.about[:1] and fact.about[0] in ENDINGS and not fact.value.startswith((">=", "<=")):
        return not any(
            fact.about[0] in denial.about for denial in context.of_kind(side, "negation")
        )
    return False


def _as_last(fact: Fact) -> Fact:
    return replace(fact, value=f"<={fact.value}", low=None)
