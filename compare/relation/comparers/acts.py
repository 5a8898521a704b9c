"""Acts: by whom (actor), and how firmly (commitment)."""

from __future__ import annotations

from compare.language.facts import Fact, same_entity
from compare.language.facts.requests import ASKING, WISHES
from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.comparers.asked import approaches_told
from compare.relation.comparers.firmness import (
    LADDER,
    firmness,
    is_talk,
    of_one_thing,
    rung,
    talked_of,
)
from compare.relation.comparers.leavers import who_left
from compare.relation.comparers.refusals import modal_denied, with_denial
from compare.relation.comparers.speakers import is_another, is_speaker, one_says_we, says_i
from compare.relation.context import Difference, LinkContext

__all__ = ["LADDER", "compare_actors", "compare_commitments", "same_doers"]

MIN_STEPS = 2
_NEAR = 24  # code points between a commitment and the talk that it comes to
# Verbs that tell little by themselves: "gave a speech" and "took aid" are no one act.
_LIGHT = words("try use get come go take make have give")

# What each of two does for himself, or both do together: other doers are no conflict.
_EACH = words("meet talk speak converse say tell thank welcome greet congratulate note shake")

# What "we" may do together with whom the other side names for it.
_JOINT = words("agree discuss decide exchange review consider confirm reaffirm")

# How much a hint weighs that isn't tied to an act which both sides tell, [0, 1]: the classifier
# learns what it is worth (relation/features.py), these only order the evidence.
UNTIED_COMMITMENT = 0.3
UNNAMED_ACTOR = 0.3


def _alike_named(one: Fact, other: Fact) -> bool:
    """Say whether two doers are two persons, two countries or two bodies by name.

    "The minister" and "Ms Okafor" can be one, and so can a country and its delegation.
    """
    kinds = {fact.value.split(":", 1)[0] for fact in (one, other)}
    return len(kinds) == 1 and kinds <= {"country", "person", "org"}


def _surely_other(context: LinkContext, one: Fact, other: Fact) -> bool:
    return _alike_named(one, other) or _not_the_speaker(context, one, other)


def _asks(fact: Fact) -> bool:
    """Say whether the doer asked for the act, and need not have done it."""
    return bool(ASKING & set(fact.about[:1]))


def _names(context: LinkContext, side: Side, doer: Fact) -> bool:
    """Say whether a side names somebody, as doer or otherwise."""
    tokens = context.tokens_a if side == "a" else context.tokens_b
    noun = doer.value.partition("noun:")[2]  # "the king", for whom there is no name
    return any(token.lemma == noun for token in tokens) or any(
        same_entity(fact.value, doer.value) for fact in context.of_kind(side, "entity", "actor")
    )


def _each_says_i(context: LinkContext, one: Fact, other: Fact) -> bool:
    return says_i(context.a, one) and says_i(context.b, other)


def _not_the_speaker(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether one side says "I", and the other means somebody else."""
    if _each_says_i(context, one, other):
        return True
    if says_i(context.a, one):
        return is_another(context.a, context.b, other)
    return says_i(context.b, other) and is_another(context.b, context.a, one)


def _the_speaker(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether one side says "I", and the other names that speaker."""
    if says_i(context.a, one):
        return is_speaker(context.a, context.b, other)
    return says_i(context.b, other) and is_speaker(context.b, context.a, one)


def _together(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether "both sides" of one account are "we", or the two whom the other names for it."""
    sides: tuple[tuple[Fact, Fact, Side], ...] = ((one, other, "b"), (other, one, "a"))
    for both, named, side in sides:
        if both.value == "both":
            if named.value == "speaker":
                return not says_i(context.a if side == "a" else context.b, named)
            doers = context.of_kind(side, "actor")
            return len({doer.value for doer in doers if doer.about == named.about}) > 1
    return False


def _untitled(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether one is called by an office that the other bears: "the Minister"."""
    sides: tuple[tuple[Fact, Fact, Side], ...] = ((one, other, "b"), (other, one, "a"))
    return any(
        bare.value.partition("noun:")[2]
        in context.statement(side).slice(named.span).lower().split()
        for bare, named, side in sides
        if bare.value.startswith("noun:") and named.value.startswith("person:")
    )


def _doers_differ(context: LinkContext, one: Fact, other: Fact) -> str:
    """Return the act that is given to different doers, or ""."""
    if _the_speaker(context, one, other):
        return ""
    if _asks(one) and _asks(other) and _not_the_speaker(context, one, other):
        return context.shared_about(one.about[1:], other.about[1:])
    if same_entity(one.value, other.value) or _asks(one) != _asks(other):
        return ""
    if _together(context, one, other) or _untitled(context, one, other):
        return ""
    if one_says_we(context, one, other) and _JOINT & {*one.about[:1]} & {*other.about[:1]}:
        return ""
    if _asks(one):
        if {one.about[0], other.about[0]} <= WISHES:
            return other.about[0]
        return context.shared_about(one.about, other.about)
    # What the two do with each other is told from either side: "A spoke with B", "B received A".
    if _names(context, "a", other) and _names(context, "b", one):
        return ""
    if _EACH & {*one.about[:1]} and _EACH & {*other.about[:1]}:
        return ""
    if _LIGHT & {*one.about[:1], *other.about[:1]} and (
        one.about[0] != other.about[0] or not context.shared_about(one.about[1:], other.about[1:])
    ):
        return ""
    return context.shared_about(one.about[:1], other.about[:1])


def same_doers(context: LinkContext) -> bool:
    """Say whether both sides tell some act, and give each such act to the same doers."""
    left, right = context.of_kind("a", "actor"), context.of_kind("b", "actor")
    told = [
        (one, other)
        for one in left
        for other in right
        if context.shared_about(one.about[:1], other.about[:1])
    ]
    same = [
        both
        for both in told
        if same_entity(both[0].value, both[1].value) and not _each_says_i(context, *both)
    ]
    return bool(told) and all(
        {both[side].span for both in told} == {both[side].span for both in same} for side in (0, 1)
    )


def compare_actors(context: LinkContext) -> list[Difference]:
    """Return acts that both sides tell but give to different doers."""
    found, settled = approaches_told(context)
    found = [*found, *who_left(context)]
    settled += [(item.a, item.b) for item in found if item.a and item.b]
    left, right = context.of_kind("a", "actor"), context.of_kind("b", "actor")
    # Whom both sides name for an act is no difference, in whatever order: "A and B", "B and A".
    done = {
        fact.span
        for one in left
        for other in right
        if (
            _the_speaker(context, one, other)
            or (one.value == other.value and not _each_says_i(context, one, other))
        )
        and context.shared_about(one.about, other.about)
        for fact in (one, other)
    }
    for one in left:
        answers = [b for a, b in settled if _meet(one.span, a)]
        for other in right:
            if one.span in done or other.span in done:
                continue
            if any(_meet(other.span, b) for b in answers):
                continue
            act = _doers_differ(context, one, other)
            if not act:
                continue
            done |= {one.span, other.span}
            found.append(
                Difference(
                    "actor",
                    one.span,
                    other.span,
                    f"Who stands behind “{act}”: A says {context.quote('a', one.span)}, "
                    f"B says {context.quote('b', other.span)}.",
                    conflict=True,
                    weight=0.7 if _surely_other(context, one, other) else UNNAMED_ACTOR,
                )
            )
    return found


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def compare_commitments(context: LinkContext) -> list[Difference]:
    """Return acts that one side tells as firmer than the other does.

    Where no act is told by both, the firmest words of each side are set against each other, as a
    weak hint, if they are about one thing: "agreed to a truce", "will extend the truce".
    """
    left, right = context.of_kind("a", "commitment"), context.of_kind("b", "commitment")
    found: list[Difference] = []
    for one in left:
        for other in right:
            # One act, not two that have an object in common: "raised a case", "affirmed a case".
            act = context.shared_about(one.about[:1], other.about[:1])
            rungs = rung(one), rung(other)
            talk = not act and is_talk(one) != is_talk(other)
            if talk:
                act = context.shared_about(talked_of(one), talked_of(other))
                rungs = firmness(one), firmness(other)
            steps = abs(rungs[0] - rungs[1])
            if act and steps >= MIN_STEPS:
                weight = min(1.0, 0.4 + 0.15 * steps)
                found.append(_commitment(context, one, other, f" on “{act}”", weight, rungs, talk))
    left = [fact for fact in left if not modal_denied(context, "a", fact)]
    right = [fact for fact in right if not modal_denied(context, "b", fact)]
    if not found:
        answering = [(a, b) for a in left for b in right if of_one_thing(context, a, b)]
        apart = max(answering, key=lambda pair: abs(rung(pair[0]) - rung(pair[1])), default=None)
        if apart is not None:
            rungs = rung(apart[0]), rung(apart[1])
            if abs(rungs[0] - rungs[1]) >= MIN_STEPS:
                found.append(_commitment(context, *apart, "", UNTIED_COMMITMENT, rungs))
    return found


def _with_talk(context: LinkContext, side: Side, fact: Fact) -> Span:
    """Return the words of a commitment, with the talk that it comes to: "agreed to discuss"."""
    tokens = context.tokens_a if side == "a" else context.tokens_b
    for token in tokens if is_talk(fact) else ():
        near = fact.span.end <= token.start <= fact.span.end + _NEAR
        if near and token.lemma == fact.about[0]:
            return Span(fact.span.start, token.end)
    return fact.span


def _commitment(
    context: LinkContext,
    one: Fact,
    other: Fact,
    act: str,
    weight: float,
    rungs: tuple[int, int],
    talk: bool = False,
) -> Difference:
    refused = [name for name, fact in (("A", one), ("B", other)) if fact.value == "rejected"]
    if len(refused) == 1 and act:
        how = f"{refused[0]} tells of a refusal{act}"
    elif act and not modal_denied(context, "a", one) | modal_denied(context, "b", other):
        how = f"{'A' if rungs[0] > rungs[1] else 'B'} is firmer{act}"
    else:  # no act is told by both, so neither can be called firmer
        how = f"How firmly it is put differs{act}"
    spans = with_denial(context, "a", one), with_denial(context, "b", other)
    if talk:
        spans = _with_talk(context, "a", one), _with_talk(context, "b", other)
    return Difference(
        "commitment",
        *spans,
        f"{how}: A says {context.quote('a', spans[0])}, B says {context.quote('b', spans[1])}.",
        conflict=True,
        weight=weight,
    )
