"""Which figures of two sides belong together, or to something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.language.facts import Fact
from compare.language.facts.numerals import scan
from compare.relation.comparers.counts import fates_differ
from compare.relation.context import LinkContext

# Words that make one number half of another: "three from each side" are six.
_EACH = re.compile(
    r"\b(?:each(?!\s+(?:minute|hour|day|night|week|month|quarter|year)\b)|either|apiece|half|equal)\b",
    re.IGNORECASE,
)


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


def drop_accounted(context: LinkContext, left: list[Fact], right: list[Fact]) -> None:
    """Take out the numbers of either side that those of the other side make up."""
    texts = _texts(context)
    for mine, theirs in ((left, right), (right, left)):
        for one in list(mine):
            parts = accounted(one, theirs, texts) if one.kind == "number" else ()
            if parts:
                mine.remove(one)
                for part in parts:
                    theirs.remove(part)


def exact(fact: Fact) -> float | None:
    """Return the value of an exact number."""
    return fact.low if fact.low is not None and fact.low == fact.high and not fact.vague else None


def accounted(one: Fact, others: Sequence[Fact], texts: tuple[str, str]) -> tuple[Fact, ...]:
    """Return the facts of the other side that make up a number: its parts, or its half twice.

    "Forty-three soldiers and two officers" are "forty-five prisoners"; "three from each side" are
    six; "from seventeen down to fourteen" is "three fewer"; "a third" of one side leaves "two
    thirds" to the other.

    :param texts: both sides; for a half or a double one must say that a half or each is meant
    """
    value = exact(one)
    known = [(fact, exact(fact)) for fact in others if fact.unit == one.unit]
    if value is None:
        return ()
    exacts = [(f, number) for f, number in known if number is not None and not fates_differ(one, f)]
    if one.unit == "%":  # a third on one side, two thirds on the other
        rest = next((fact for fact, x in exacts if abs(value + x - 100) < 0.01), None)
        if rest:
            return (rest,)
    for at, (first, x) in enumerate(exacts):
        for second, y in exacts[at + 1 :]:
            fits = value == x + y or (value == abs(x - y) and not fates_differ(first, second))
            if max(x, y, value) >= 5 and fits:
                return first, second
    if any(_EACH.search(text) for text in texts):
        return next(((fact,) for fact, x in exacts if value in (2 * x, x / 2)), ())
    return ()
