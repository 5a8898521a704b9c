"""Wholes of one side that the other tells in parts: 4 killed and 11 injured are 15 casualties."""

from __future__ import annotations

from collections.abc import Sequence

from compare.language.facts import Fact
from compare.language.facts.casualties import fate_of
from compare.model import Side
from compare.relation.comparers.counts import fates_differ
from compare.relation.comparers.portions import part_behind, told_of
from compare.relation.comparers.values import same_amount
from compare.relation.context import LinkContext

_LEAST = 5.0  # a smaller whole is made up of other counts by chance
_HARMED = frozenset(("dead", "hurt"))


def added_up(
    context: LinkContext, side: Side, one: Fact, mine: Sequence[Fact], theirs: Sequence[Fact]
) -> tuple[Fact, ...]:
    """Return two numbers of the other side with which a number agrees; () for none.

    They are its parts (the dead and the wounded of "30 casualties"; the twelve of "150, among them
    twelve women", and the rest), or a whole of which both sides tell another part.

    :param side: that of the number
    :param mine: all figures of that side, `theirs` of the other
    """
    counts = [fact for fact in theirs if _is_count(fact)]
    if not _is_count(one):
        return ()
    for at, first in enumerate(counts):
        for second in counts[at + 1 :]:
            pair = first, second
            if _makes(one, pair) and (
                _harmed(one, pair) or _has_part(context, side, one, mine, pair)
            ):
                return pair
    return _other_part(context, side, one, mine, counts)


def _is_count(fact: Fact) -> bool:
    return fact.kind == "number" and not fact.unit and not fact.vague and fact.high is not None


def _makes(whole: Fact, parts: tuple[Fact, Fact]) -> bool:
    """Say whether two exact numbers add up to a whole, as nearly as that is told."""
    if any(part.low is None or part.low != part.high for part in parts) or whole.low is None:
        return False
    total = sum(part.low or 0.0 for part in parts)
    return total >= _LEAST and whole.low <= total <= (whole.high or 0.0)


def _harmed(whole: Fact, parts: tuple[Fact, Fact]) -> bool:
    """Say whether two numbers are the dead and the hurt of a whole that is neither alone."""
    return {fate_of(part.about) for part in parts} == _HARMED and not fate_of(whole.about)


def _has_part(
    context: LinkContext, side: Side, whole: Fact, mine: Sequence[Fact], parts: tuple[Fact, Fact]
) -> bool:
    """Say whether one of two numbers is told as part of the whole too: `among them 12 women`."""
    told = (x for x in mine if x is not whole and part_behind(context.statement(side), whole, x))
    return any(
        part.low == x.low and part.high == x.high and not fates_differ(x, part)
        for x in told
        for part in parts
    )


def _other_part(
    context: LinkContext, side: Side, one: Fact, mine: Sequence[Fact], theirs: Sequence[Fact]
) -> tuple[Fact, ...]:
    """Return the other part of a whole that both sides give: 97 of 143 here, 46 of them there.

    What is so of the one is not so of the other: they share no noun.
    """
    other: Side = "b" if side == "a" else "a"
    here, there = context.statement(side), context.statement(other)
    for whole in mine:
        if whole is one or not _is_count(whole) or not part_behind(here, whole, one):
            continue
        for their_whole in theirs:
            if not same_amount(whole, their_whole):
                continue
            for part in theirs:
                apart = part is not their_whole and part_behind(there, their_whole, part)
                if apart and _makes(whole, (one, part)) and _of_others(context, side, one, part):
                    return (part,)
    return ()


def _of_others(context: LinkContext, side: Side, one: Fact, part: Fact) -> bool:
    other: Side = "b" if side == "a" else "a"
    nouns = set(told_of(context, side, one)), set(told_of(context, other, part))
    return all(nouns) and not nouns[0] & nouns[1]
