"""Who holds a place: "under the control of the government", "the rebels hold it"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.language.facts import same_entity
from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.asserted import as_of, is_asserted, is_denied, subject_of
from compare.relation.context import LinkContext
from compare.relation.parsed import Parsed

# Who holds for a state, and who fights it.
STATE = words(
    "government army state authority troop ministry loyalist soldier garrison police administration"
)
REBELS = words(
    "rebel insurgent militant militia separatist guerrilla mutineer secessionist paramilitary "
    "jihadist putschist insurgency"
)
_HOLDING = words("hold control occupy retake recapture capture seize")
_IN_HANDS = words("hand control")
_PLACES = words(
    "airport airfield airstrip town city village bridge port harbour harbor base barrack capital "
    "district province region island border crossing road highway palace station building hill "
    "pass valley dam mine refinery plant checkpoint territory area neighbourhood neighborhood "
    "quarter suburb fort fortress outpost garrison peninsula coast settlement railway junction "
    "centre center square stronghold enclave parliament oilfield field depot"
)


@dataclass(frozen=True, slots=True)
class Held:
    """Who one side says holds a place now."""

    place: int  # among the words of the side
    holder: int
    span: Span


def holders_apart(context: LinkContext) -> tuple[Span, Span] | None:
    """Return the words of both sides that give one place two holders who are foes, or None."""
    sides = Parsed(context, "a"), Parsed(context, "b")
    held_a, held_b = _held(context, "a", sides[0]), _held(context, "b", sides[1])
    if len(held_a) != 1 or len(held_b) != 1:  # "half is held by us, half by them"
        return None
    one, other = held_a[0], held_b[0]
    places = sides[0].tokens[one.place].lemma, sides[1].tokens[other.place].lemma
    if not context.shared_about([places[0]], [places[1]]):
        return None
    if _parts(sides[0], one.place) != _parts(sides[1], other.place):
        return None
    foes = _camp(sides[0], one.holder) * _camp(sides[1], other.holder) < 0
    return (one.span, other.span) if foes or _two_states(context, sides, one, other) else None


def _held(context: LinkContext, side: Side, parsed: Parsed) -> list[Held]:
    return [
        held
        for at in range(len(parsed.tokens))
        if parsed.tokens[at].pos in ("VERB", "AUX") and as_of(parsed, at) == "now"
        if not is_denied(parsed, at) and is_asserted(context, side, parsed, at)
        for held in _of_verb(parsed, at)
        if parsed.tokens[held.place].lemma in _PLACES or parsed.tokens[held.place].pos == "PROPN"
    ]


def _of_verb(parsed: Parsed, at: int) -> Iterator[Held]:
    """Yield who holds what by a verb: "holds it", "is held by", "is in the hands of"."""
    subject = subject_of(parsed, at)
    if subject is None:
        return
    if parsed.tokens[at].lemma in _HOLDING:
        thing = parsed.child(at, frozenset({"dobj"}))
        by = _under(parsed, at, "by")
        if thing is not None and by is None:
            yield Held(thing, subject, parsed.span(min(subject, at), thing))
        elif by is not None:
            yield Held(subject, by, parsed.span(_first(parsed, at), by))
        return
    for word in ("under", "in"):
        hands = _under(parsed, at, word)
        if hands is None or parsed.tokens[hands].lemma not in _IN_HANDS:
            continue
        of = _under(parsed, hands, "of")
        if of is None:  # "in rebel hands", "under government control"
            own = [
                c
                for c in parsed.children[hands]
                if parsed.tokens[c].dep in ("amod", "compound", "poss")
            ]
            if own:
                yield Held(subject, own[-1], parsed.span(_first(parsed, at), hands))
        elif parsed.tokens[of].lemma in _PLACES and word == "in":  # "are in control of the town"
            yield Held(of, subject, parsed.span(min(subject, at), of))
        else:
            yield Held(subject, of, parsed.span(_first(parsed, at), of))


def _first(parsed: Parsed, at: int) -> int:
    """Return the first auxiliary of a verb, or the verb."""
    aux = [c for c in parsed.children[at] if parsed.tokens[c].dep in ("aux", "auxpass") and c < at]
    return min([at, *aux])


def _under(parsed: Parsed, at: int, word: str) -> int | None:
    """Return the noun behind a preposition that hangs on a word."""
    for child in parsed.children[at]:
        if parsed.word(child) == word:
            noun = parsed.child(child, frozenset({"pobj"}))
            if noun is not None:
                return noun
    return None


def _camp(parsed: Parsed, at: int) -> int:
    """Return 1 for those of a state, -1 for those who fight it, 0 where that isn't told."""
    near = [at, *(c for c in parsed.children[at] if parsed.tokens[c].dep in ("amod", "compound"))]
    lemmas = {parsed.tokens[i].lemma for i in near}
    # "rebel troops" are no troops of a state, "rebel soldiers" neither.
    return -1 if lemmas & REBELS else 1 if lemmas & STATE else 0


def _parts(parsed: Parsed, at: int) -> set[str]:
    """Return what tells one part of a place from another: "the eastern half", "most of"."""
    return {
        parsed.tokens[c].lemma
        for c in parsed.children[at]
        if parsed.tokens[c].dep in ("amod", "nummod")
    }


def _two_states(context: LinkContext, sides: tuple[Parsed, Parsed], one: Held, other: Held) -> bool:
    """Say whether two places that are named hold it, which are not one."""
    a = _named(context, "a", sides[0], one)
    b = _named(context, "b", sides[1], other)
    return bool(a and b) and not any(same_entity(x, y) for x in a for y in b)


def _named(context: LinkContext, side: Side, parsed: Parsed, held: Held) -> list[str]:
    place = parsed.tokens[held.holder].start
    return [
        fact.value
        for fact in context.of_kind(side, "entity")
        if fact.value.startswith(("place:", "country:"))
        and fact.span.start <= place < fact.span.end
    ]
