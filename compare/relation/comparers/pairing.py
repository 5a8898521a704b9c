"""Which figures of two sides belong together, or to something else."""

from __future__ import annotations

from collections.abc import Sequence

from compare.language.facts import Fact
from compare.language.facts.numerals import scan
from compare.model import Side
from compare.relation.comparers.parts import accounted
from compare.relation.comparers.sums import added_up
from compare.relation.context import LinkContext


def by_chance(
    context: LinkContext, one: Fact, other: Fact, left: Sequence[Fact], right: Sequence[Fact]
) -> bool:
    """Say whether figures of two things only fall into each other's bounds.

    "Up to 300 trucks" is about the "600 trucks", not about the "fifty of them".
    """
    if (one.low, one.high) == (other.low, other.high) or context.shared_about(
        one.about, other.about
    ):
        return False
    return any(
        item is not other and item.unit == one.unit and context.shared_about(one.about, item.about)
        for item in right
    ) or any(
        item is not one
        and item.unit == other.unit
        and context.shared_about(item.about, other.about)
        for item in left
    )


def as_article(context: LinkContext, side: Side, fact: Fact) -> bool:
    """Say whether a number is `one` before its noun, and may say no more than `a` or `single`."""
    return fact.value == "1" and context.statement(side).slice(fact.span).lower() == "one"


def told_as_single(context: LinkContext, side: Side, fact: Fact) -> bool:
    """Say whether the other side speaks of the thing of a `one` as of a single one: `the fund`."""
    theirs = context.tokens("b" if side == "a" else "a")
    return as_article(context, side, fact) and any(
        token.tag == "NN" and token.lemma in fact.about[:1] for token in theirs
    )


def crossed(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether each side gives the other's figure too: "from nine years to six"."""
    texts = _texts(context)
    figures = [{item.low for item in scan(text)} for text in texts]
    mine = {item.low for item in scan(context.a.slice(one.span))}
    theirs = {item.low for item in scan(context.b.slice(other.span))}
    if not (mine and theirs) or mine == theirs:  # "six weeks", "six months"
        return False
    return mine <= figures[1] and theirs <= figures[0]


def _texts(context: LinkContext) -> tuple[str, str]:
    """Return what each side says in the link."""
    a, b = (
        " ".join(side.text[token.start : token.end] for token in tokens)
        for side, tokens in ((context.a, context.tokens_a), (context.b, context.tokens_b))
    )
    return a, b


def drop_accounted(
    context: LinkContext,
    left: list[Fact],
    right: list[Fact],
    given: tuple[Sequence[Fact], Sequence[Fact]] = ((), ()),
) -> None:
    """Take out the numbers of either side that those of the other side make up.

    :param given: all figures of A and of B, those that have found their answer too
    """
    sides: tuple[tuple[Side, list[Fact], list[Fact]], ...] = (
        ("a", left, right),
        ("b", right, left),
    )
    for side, mine, theirs in sides:
        for one in list(mine):
            parts = accounted(context, side, one, theirs) if one.kind == "number" else ()
            if parts:
                mine.remove(one)
                for part in parts:
                    theirs.remove(part)
    for (side, mine, theirs), all_figures in zip(sides, (given, given[::-1]), strict=True):
        for one in [fact for fact in mine if fact.kind == "number"]:
            parts = added_up(context, side, one, *all_figures)
            if parts and any(part in theirs for part in parts):
                mine.remove(one)
                for part in parts:
                    if part in theirs:
                        theirs.remove(part)
