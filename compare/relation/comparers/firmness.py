"""How firm a commitment is, as a step on a ladder."""

from __future__ import annotations

from compare.language.facts import Fact
from compare.language.facts.rungs import TALK
from compare.model import Side
from compare.relation.context import LinkContext
from compare.relation.parsed import Parsed

# The ladder from nothing to deed. Two rungs apart or more is a difference that an analyst would
# mark; neighbours are often one thing in two registers ("plans to" / "is ready to").
LADDER: dict[str, int] = {
    "rejected": 0,
    "considered": 2,
    "discussed": 2,
    "proposed": 3,
    "called_for": 3,
    "demanded": 3,
    "ready": 4,
    "plans": 5,
    "will": 6,
    "agreed": 6,
    "ordered": 7,
    "done": 7,
}


def is_talk(fact: Fact) -> bool:
    """Say whether no more than talk is promised: "agreed to discuss a truce"."""
    return bool(TALK & set(fact.about[:1]))


def talked_of(fact: Fact) -> tuple[str, ...]:
    """Return what is talked of, or the act itself."""
    return fact.about[1:] if is_talk(fact) else fact.about[:1]


def firmness(fact: Fact) -> int:
    """Return how firm that is which one talks of, or does."""
    return min(rung(fact), LADDER["discussed"]) if is_talk(fact) else rung(fact)


def rung(fact: Fact) -> int:
    return LADDER.get(fact.value, 4)


def of_one_thing(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether two commitments tell of a thing in common, though not of one act.

    "Agreed that observers may come" and "the idea of observers will be studied" do.
    """
    left, right = _things(context, "a", one), _things(context, "b", other)
    return bool(context.shared_about(left, right))


def _things(context: LinkContext, side: Side, fact: Fact) -> list[str]:
    """Return the lemmas of the nouns that hang on a commitment, its doer's too."""
    parsed = Parsed(context, side)
    edges = parsed.within(fact.span)
    if edges is None:
        return []
    verb = parsed.verb_of((parsed.tops(*edges) or [edges[0]])[0])
    low, high = parsed.under(edges[0] if verb is None else verb)
    return [token.lemma for token in parsed.tokens[low : high + 1] if token.pos == "NOUN"]
