"""States that exclude each other: one side says "in custody" where the other says "free"."""

from __future__ import annotations

from compare.language.facts import Fact
from compare.language.facts.wordlist import words
from compare.language.opposites import opposed
from compare.language.state_nouns import TALKS
from compare.model import Side, Span
from compare.relation.comparers.holders import holders_apart
from compare.relation.context import Difference, LinkContext
from compare.relation.parsed import Parsed
from compare.relation.states import State, circumstances, is_whole, states, thing_lemmas

# A state that is told as the other's opposite weighs as much as any other opposite that is sure.
SURE = 1.0
# How sure a divergence such a pair makes by itself, [0, 1].
STATES_TOLD = 0.75
# Words that pick one thing out of several, or another one.
_PICKING = words(
    "other another new next second third remaining further fresh former old previous first last "
    "final additional separate original initial main central outer inner upper lower subsequent"
)


def compare_states(context: LinkContext) -> list[Difference]:
    """Return the first pair of states of one thing that can't both be as the sides say."""
    told_a, told_b = states(context, "a"), states(context, "b")
    sides = Parsed(context, "a"), Parsed(context, "b")
    for one in told_a:
        for other in told_b:
            if one.family.name != other.family.name or one.pole == other.pole:
                continue
            if _tells_both(told_a, one) or _tells_both(told_b, other):
                continue
            if _at_one_time(context, sides, one, other) and _one_thing(context, sides, one, other):
                return [_opposite(context, one.span, other.span)]
    held = holders_apart(context)
    return [_opposite(context, *held)] if held else []


def _opposite(context: LinkContext, a: Span, b: Span) -> Difference:
    note = f"A says {context.quote('a', a)}, B says the opposite: {context.quote('b', b)}."
    return Difference(
        "negation", a, b, note, conflict=True, weight=SURE, opposite=True, alone=STATES_TOLD
    )


def _tells_both(told: list[State], state: State) -> bool:
    """Say whether one side tells both states, as of a thing that was shut and is open again."""
    return any(item.family.name == state.family.name and item.pole != state.pole for item in told)


def _at_one_time(
    context: LinkContext, sides: tuple[Parsed, Parsed], one: State, other: State
) -> bool:
    """Say whether two states are told as of one time, so that neither can follow the other."""
    dates_a = _under(context, "a", sides[0], one)
    dates_b = _under(context, "b", sides[1], other)
    if dates_a and dates_b and not any(_meet(context, x, y) for x in dates_a for y in dates_b):
        return False
    when = {one.when, other.when}
    if len(when) == 1:
        if one.family.kind != "lasting":
            return True
        return when != {"came"} and (one.is_state or other.is_state)
    if "ahead" in when:
        if one.family.lasts_ahead:
            over = one if other.when == "ahead" else other
            rounds = set(thing_lemmas(sides[one is not over], over)) & TALKS
            return over.when == "now" and over.pole == 1 and over.is_state and not rounds
        return one.family.ahead and "was" not in when
    if "now" not in when:  # "were alive", then "were killed"; of an event all is told
        return one.family.kind == "outcome" and bool(one.family.things)
    if when != {"now", "came"} or one.family.kind == "conduct":
        return False
    if one.family.kind == "outcome":
        return True
    # What was shut may be open now; what was freed is seldom caught again.
    came, now, dated = (one, other, dates_a) if one.when == "came" else (other, one, dates_b)
    return now.lasting or (came.pole == 0 and now.is_state and not dated)


def _under(context: LinkContext, side: Side, parsed: Parsed, state: State) -> list[Fact]:
    """Return the dates and lengths of time of the clause of a state."""
    first, last = parsed.under(state.verb)
    start, end = parsed.tokens[first].start, parsed.tokens[last].end
    return [
        fact for fact in context.of_kind(side, "date", "duration") if start <= fact.span.start < end
    ]


def _meet(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether two times can be one; "Monday" may be told as gone by one and as to come."""
    if one.kind != other.kind or one.value == other.value:
        return True
    if context.a.slice(one.span).lower() == context.b.slice(other.span).lower():
        return True
    if one.low is None or other.low is None or one.high is None or other.high is None:
        return True
    return one.low <= other.high and other.low <= one.high


def _one_thing(
    context: LinkContext, sides: tuple[Parsed, Parsed], one: State, other: State
) -> bool:
    """Say whether two states can be of one thing, told whole by both."""
    if not is_whole(sides[0], one) or not is_whole(sides[1], other):
        return False
    things = thing_lemmas(sides[0], one), thing_lemmas(sides[1], other)
    alone = all(map(_has_one_subject, sides))
    if not context.shared_about(*things) and not (
        alone and context.shared_about(*things, loose=True)
    ):
        return False
    return not _told_apart(context, sides, one, other)


def _has_one_subject(parsed: Parsed) -> bool:
    return sum(token.dep in ("nsubj", "nsubjpass") for token in parsed.tokens) == 1


def _told_apart(
    context: LinkContext, sides: tuple[Parsed, Parsed], one: State, other: State
) -> bool:
    """Say whether names, numbers or other words by two things tell them apart."""
    a, b = _words_by(sides[0], one), _words_by(sides[1], other)
    if (a ^ b) & _PICKING or any(opposed(x, y) for x in a for y in b):
        return True
    same = sides[0].tokens[one.thing].lemma == sides[1].tokens[other.thing].lemma
    if a and b and not (a & b if same else context.shared_about(sorted(a), sorted(b))):
        return True
    round_a, round_b = circumstances(sides[0], one), circumstances(sides[1], other)
    if any(opposed(x, y) for x in round_a for y in round_b):
        return True
    if round_a and round_b and not round_a & round_b:
        return True
    names_a = _names(context, "a", sides[0], one)
    names_b = _names(context, "b", sides[1], other)
    return bool(names_a) and bool(names_b) and not names_a & names_b


def _words_by(parsed: Parsed, state: State) -> set[str]:
    """Return the lemmas of the adjectives, nouns and numbers that hang on a thing."""
    return {
        parsed.tokens[c].lemma
        for c in parsed.children[state.thing]
        if parsed.tokens[c].dep in ("amod", "compound", "nmod", "nummod")
        and parsed.tokens[c].pos in ("ADJ", "NOUN", "NUM")
    }


def _names(context: LinkContext, side: Side, parsed: Parsed, state: State) -> set[str]:
    """Return the names in the clause of a state, those of days aside."""
    first, last = parsed.under(state.verb)
    times = [fact.span for fact in context.of_kind(side, "date", "duration")]
    return {
        token.lemma
        for token in parsed.tokens[first : last + 1]
        if token.pos == "PROPN" and not any(span.start <= token.start < span.end for span in times)
    }
