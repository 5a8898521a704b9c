"""How firmly a statement speaks: its acts by the rung of the commitment ladder."""

from __future__ import annotations

from collections.abc import Sequence

from compare.insight.records import Certainty
from compare.language.facts import Fact, SentenceFacts
from compare.relation.comparers.acts import LADDER

# A denial of these refuses ("will not sign"); of the others it says nothing ("did not propose").
_REFUSED = frozenset(("done", "ordered", "agreed", "will", "plans", "ready"))
_REJECTED = "rejected"


def certainty(place: int, facts: Sequence[SentenceFacts]) -> Certainty:
    """Return the acts of one statement by rung, the firmest first.

    An act that its sentence denies is rejected, or no act at all.
    """
    rungs: dict[str, list[int]] = {}
    for index, sentence in enumerate(facts):
        for fact in sentence.facts:
            if fact.kind != "commitment" or _only_denies(fact, sentence):
                continue
            rung = fact.value
            if rung != _REJECTED and denied(fact, sentence):
                if rung not in _REFUSED:
                    continue
                rung = _REJECTED
            rungs.setdefault(rung, []).append(index)
    ordered = sorted(rungs, key=lambda rung: (-LADDER.get(rung, 0), rung))
    return Certainty(place, {rung: tuple(rungs[rung]) for rung in ordered})


def denied(act: Fact, sentence: SentenceFacts) -> bool:
    """Say whether a sentence denies an act: "did not promise", "will never sign".

    "Agreed not to attack" denies the attack, and asserts that it was agreed.
    """
    own = [
        token
        for token in sentence.tokens
        if token.start < act.span.end and act.span.start < token.end
    ]
    verbs = {token.lemma for token in own if token.tag != "MD"}
    if len(verbs) < len(own) and act.about:  # a modal stands for the verb behind it
        verbs.add(act.about[0])
    return any(
        fact.kind == "negation" and (fact.span == act.span or verbs & set(fact.about[:1]))
        for fact in sentence.facts
    )


def _only_denies(act: Fact, sentence: SentenceFacts) -> bool:
    """Say whether an act is but the denial of another one: "denied that it had agreed"."""
    denials = [fact for fact in sentence.facts if fact.kind == "negation" and fact.span == act.span]
    verbs = {fact.about[0] for fact in denials if fact.about}
    return any(
        other.kind == "commitment"
        and other.span != act.span
        and any(
            token.start == other.span.start and token.lemma in verbs for token in sentence.tokens
        )
        for other in sentence.facts
    )
