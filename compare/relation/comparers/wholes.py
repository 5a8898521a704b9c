"""Wholes of which a part is told: the nine of `of the nine lorries, three`, of `three of the nine`.

A part is set against the other side's number, and the whole against a whole: how many there were
is no answer to how many were hit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from compare.language.facts import Fact
from compare.model import Side, Span
from compare.relation.comparers.counts import act_of, of_one_fate
from compare.relation.context import LinkContext, said_before

_SIDES: tuple[Side, Side] = ("a", "b")
Wholes = Sequence[tuple[Fact, Fact | None]]  # each with the part of it that is told

_THE = r"(?:(?:the|its|our|their|his|her|these|those|all|some|about|around|nearly|almost)\s+)*"
# "Out of five battalions three", and "of" only where a clause begins: "a force of 40".
_OF_FIRST = re.compile(
    rf"(?:(?:\A|[.!?;:,(\u2013\u2014\"\u201c])\s*(?:(?:and|but|while)\s+)?(?:out\s+)?of"
    rf"|\bout\s+of|\bamong)\s+{_THE}\Z",
    re.IGNORECASE,
)
# "One of the thirteen", where no figure is given for the part.
_PICKED = re.compile(
    rf"\b(?:one|none|each|any|either|neither|some|many|most|few|another)"
    rf"\s+(?:out\s+)?of\s+{_THE}\Z",
    re.IGNORECASE,
)
_ALL = re.compile(
    rf"\b(?:all\s+(?:of\s+)?|there\s+(?:are|is|were|was|(?:will|would|shall|is\s+to)\s+be)\s+){_THE}\Z",
    re.IGNORECASE,
)
# From a part to its whole: "three of the nine", "three lorries out of nine", "five of eight".
_OF_NEXT = re.compile(
    rf"\s+(?:of\s+{_THE}|(?:[\w'\u2019-]+\s+){{1,2}}(?:out\s+of\s+{_THE}|of\s+(?:the|its|our|their)\s+)"
    rf"|out\s+of\s+{_THE})",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?;](?:\s|\Z)")


def parts_of(context: LinkContext, side: Side, facts: Sequence[Fact]) -> Wholes:
    """Return the wholes among the counts of a side, each with the part of it that is told.

    The part is None where it isn't given in figures.
    """
    text = context.statement(side).text
    found: list[tuple[Fact, Fact | None]] = []
    for whole in facts:
        if whole.kind != "number" or whole.unit:
            continue
        parts = [one for one in facts if _can_be_part(one, whole)]
        part = next(
            (one for one in parts if _OF_NEXT.fullmatch(text, one.span.end, whole.span.start)),
            None,
        )
        if part is not None:
            found.append((whole, part))
        elif said_before(_OF_FIRST, text, whole.span.start):
            behind = (one for one in parts if one.span.start >= whole.span.end)
            told = next(
                (one for one in behind if not _STOP.search(text, whole.span.end, one.span.start)),
                None,
            )
            found.append((whole, told))
        elif said_before(_PICKED, text, whole.span.start):
            found.append((whole, None))
    return found


def both_entire(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether each number counts all there are of one thing.

    So do `all twelve`, `there will be twelve` and `one of the thirteen`.
    """
    return bool(set(one.about) & set(other.about)) and all(
        said_before(_ALL, context.statement(side).text, fact.span.start)
        or said_before(_PICKED, context.statement(side).text, fact.span.start)
        for side, fact in zip(_SIDES, (one, other), strict=True)
    )


def of_wholes(
    context: LinkContext, side: Side, facts: Sequence[Fact], others: Sequence[Fact]
) -> list[Fact]:
    """Return figures, the parts about what their wholes are about too.

    "Of the nine lorries, three were damaged" counts lorries, where the other side counts what was
    damaged and not what set out.

    :param others: the figures of the other side
    """
    acts = {
        lemma
        for fact in others
        if fact.kind == "number"
        for lemma in act_of(context, "b" if side == "a" else "a", fact.span)
    }
    abouts: dict[Span, tuple[str, ...]] = {}
    for whole, part in parts_of(context, side, facts):
        if part is not None:
            pair = act_of(context, side, part.span), sorted(acts)
            if context.shared_about(*(pair if side == "a" else pair[::-1])):
                abouts[part.span] = whole.about
    return [
        replace(fact, about=tuple(dict.fromkeys((*fact.about, *abouts[fact.span]))))
        if fact.span in abouts
        else fact
        for fact in facts
    ]


def _can_be_part(one: Fact, whole: Fact) -> bool:
    less = one.low is None or whole.high is None or one.low <= whole.high
    return one is not whole and one.kind == "number" and not one.unit and less


def is_of_part(one: Fact, whole: Fact, wholes: Wholes) -> bool:
    """Say whether a number is of those whom a part counts, and not of the whole.

    "Eight were hurt" is not the eight of "two of the eight were hurt".
    """
    part = next((part for known, part in wholes if known is whole), None)
    return part is not None and bool(of_one_fate(one, part)) and not of_one_fate(one, whole)


def part_against_whole(
    pair: tuple[Fact, Fact],
    left: tuple[Sequence[Fact], Sequence[Fact]],
    wholes: tuple[Wholes, Wholes],
) -> bool:
    """Say whether one of two numbers alone is a whole, and may only answer to its part.

    Where that part has found its own answer, the whole may be what differs.

    :param left: the numbers of A and of B that have found no answer
    """
    known = [fact in [whole for whole, _ in own] for own, fact in zip(wholes, pair, strict=True)]
    if known[0] == known[1]:
        return False
    at = known.index(True)
    part = next(part for whole, part in wholes[at] if whole == pair[at])
    return part is None or part in left[at]
