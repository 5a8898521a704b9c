"""Counts of the same people told by other nouns: `120 people were freed`, `102 captives`."""

from __future__ import annotations

import re

from compare.language.facts import Fact
from compare.language.facts.people import can_be_the_same, group_of
from compare.model import Side
from compare.relation.context import LinkContext

# What tells of a part of the people, of more than the other side counts, or of others.
_PARTED = re.compile(
    r"\b(?:in all|in total|all told|altogether|overall|includ\w+|among|except|apart from|besides"
    r"|other than|each|of (?:whom|them|these|those)|remaining|half|(?:an)?other(?! (?:side|party))"
    r"|others|further|additional|[\w-]+ more(?! than))\b",
    re.IGNORECASE,
)
_SIDES: tuple[Side, Side] = ("a", "b")
_SPEAKER = frozenset(("we", "i", "our", "my", "us"))
_OWNERS = frozenset(("our", "their", "its", "his", "her", "my", "your"))


def same_people(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether a number of A and one of B count the same people, by whatever noun.

    Each is the only count of its side, and none tells of a part. Where both speak of their own
    doings, or say whose people they are, they may be two groups: "we freed 120 people" and "we
    freed 102 captives", "60 of their soldiers".
    """
    if one.kind != "number" or one.unit or other.unit:
        return False
    if not can_be_the_same(group_of(one.about), group_of(other.about)):
        return False
    figures = list(zip(_SIDES, (one, other), strict=True))
    if not all(_is_lone(context, *figure) for figure in figures):
        return False
    ours = [any(token.lemma in _SPEAKER for token in context.tokens(side)) for side in _SIDES]
    return not all(ours) and not any(_is_owned(context, *figure) for figure in figures)


def _is_lone(context: LinkContext, side: Side, fact: Fact) -> bool:
    """Say whether a number is the only count of its side, and of no part of something."""
    tokens = context.tokens(side)
    said = _PARTED.search(context.statement(side).text, tokens[0].start, tokens[-1].end)
    counts = [item for item in context.of_kind(side, "number") if not item.unit]
    return said is None and [item.span for item in counts] == [fact.span]


def _is_owned(context: LinkContext, side: Side, fact: Fact) -> bool:
    """Say whether those whom a number counts are told to be somebody's: `40 of their men`."""
    tokens = context.tokens(side)
    nouns = {at for at, token in enumerate(tokens) if token.lemma in fact.about[:1]}
    return any(token.lemma in _OWNERS and token.head in nouns for token in tokens)
