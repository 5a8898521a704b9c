"""Denials that deny nothing the other side tells: by the opposite verb, or of who it was."""

from __future__ import annotations

from compare.language.facts import Fact
from compare.language.opposites import opposed
from compare.model import Side
from compare.relation.comparers.approaches import TRIGGERS
from compare.relation.context import LinkContext

_PLAIN = {"break off": "stop", "call off": "cancel", "give up": "abandon", "cut off": "stop"}


def is_undone(context: LinkContext, side: Side, fact: Fact) -> bool:
    """Say whether the other side tells the opposite of an act that is denied: "didn't stop"."""
    act = "".join(fact.about[:1])
    other: Side = "b" if side == "a" else "a"
    verbs = {token.lemma for token in context.tokens(other) if token.pos == "VERB"}
    return act not in verbs and any(opposed(_PLAIN.get(act, act), verb) for verb in verbs)


def is_turned(context: LinkContext, side: Side, fact: Fact) -> bool:
    """Say whether a denial only tells who it was not: "he called me, I did not call him"."""
    tokens = context.tokens(side)
    acts = [t for t in tokens if t.pos == "VERB" and t.lemma in TRIGGERS]
    if len(acts) < 2 or not any(act.lemma in fact.about[:1] for act in acts):
        return False
    denied = {tokens[t.head].start for t in tokens if t.dep == "neg"}
    told = [act for act in acts if act.lemma in fact.about[:1]]
    return len({act.start in denied for act in told}) == 2
