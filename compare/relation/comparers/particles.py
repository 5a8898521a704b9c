"""One verb with opposite particles: "switched off" and "switched on", "phased in" and "phased out".

Only verbs whose particles oppose each other are known: "turned up" and "turned down" tell two
acts. What is not switched off is on, so a denial turns such a state round; that something wasn't
phased in doesn't tell that it was phased out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.language.facts import Fact
from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.asserted import SUBJECTS, is_asserted, is_denied, subject_of
from compare.relation.context import LinkContext
from compare.relation.parsed import Parsed

_STAYS = words("be stay remain keep leave")
_STATE = "power"  # the row of which one particle tells what the other denies
# Verb and particle: the row, and which end of it.
_ROWS: dict[tuple[str, str], tuple[str, bool]] = {
    **{(verb, "on"): (_STATE, True) for verb in (*_STAYS, "switch", "turn", "power")},
    **{(verb, "off"): (_STATE, False) for verb in (*_STAYS, "switch", "turn", "power", "shut")},
    ("power", "up"): (_STATE, True),
    ("power", "down"): (_STATE, False),
    **{(verb, "up"): (verb, True) for verb in ("scale", "ramp", "mark")},
    **{(verb, "down"): (verb, False) for verb in ("scale", "ramp", "mark")},
    **{(verb, "in"): (verb, True) for verb in ("phase", "lock", "vote")},
    **{(verb, "out"): (verb, False) for verb in ("phase", "lock", "vote")},
}
# Verbs whose particle may have been read as a preposition before the thing: "phased in the fee".
_BEFORE_THING = words("switch power phase scale ramp")
_REMAINS = words("remain remains stay stays")
_AHEAD = words("will shall")
_ALWAYS = words("throughout always never constantly continuously permanently")
# Words by which an act is one of several in a row.
_IN_TURN = words(
    "again back then later afterwards before after until till when while once first initially "
    "eventually finally subsequently previously briefly temporarily sometimes since during"
)
_PART = words("some other another most many several few half part rest more any each no next")
_SHOWN = 40  # code points from the verb to its particle, to be shown together


@dataclass(frozen=True, slots=True)
class Parted:
    """An act or a state that a particle tells, and of what."""

    row: str
    end: bool
    denied: bool
    ahead: bool
    in_turn: bool
    always: bool
    verb: str
    thing: str
    kinds: frozenset[str]  # what tells the thing from others of its name
    owner: str
    doer: str
    span: Span

    @property
    def holds(self) -> bool:
        """Say at which end of its row the thing is told to be."""
        return self.end != self.denied


def _told(context: LinkContext, side: Side) -> Iterator[Parted]:
    """Yield what the particles of one side tell."""
    parsed = Parsed(context, side)
    for at, token in enumerate(parsed.tokens):
        verb = token.head
        over = parsed.tokens[verb] if verb < len(parsed.tokens) else token
        if (over.lemma, token.lemma) not in _ROWS:
            continue
        if token.dep not in ("prt", "advmod") and _read_as_preposition(parsed, at) is None:
            continue
        if token.dep == "advmod" and (over.lemma not in _STAYS or parsed.children[at]):
            continue
        found = _of_verb(context, side, parsed, verb, at)
        if found is not None:
            yield found


def _read_as_preposition(parsed: Parsed, at: int) -> int | None:
    """Return the noun behind a particle that was read as a preposition; None where it is one."""
    token = parsed.tokens[at]
    near = token.dep == "prep" and token.head == at - 1
    if not near or parsed.tokens[token.head].lemma not in _BEFORE_THING:
        return None
    deps = {parsed.tokens[c].dep for c in parsed.children[token.head]}
    return None if deps & {"dobj", "auxpass"} else parsed.child(at, frozenset({"pobj"}))


def _of_verb(
    context: LinkContext, side: Side, parsed: Parsed, verb: int, particle: int
) -> Parted | None:
    """Return what one verb and its particle tell; None for what isn't plainly said of a thing."""
    top = _kept_by(parsed, verb)
    thing = _thing(parsed, top)
    if thing is None and top != verb:
        thing = _thing(parsed, verb)
    helpers = [parsed.tokens[c] for c in parsed.children[top] if parsed.tokens[c].dep[:3] == "aux"]
    modal = {helper.lemma for helper in helpers if helper.tag in ("MD", "TO")}
    bare = parsed.tokens[top].tag == "VB" and not helpers
    if thing is None or bare or not modal <= _AHEAD:
        return None
    if parsed.word(len(parsed.tokens) - 1) == "?" or not is_asserted(context, side, parsed, top):
        return None
    row, end = _ROWS[parsed.tokens[verb].lemma, parsed.tokens[particle].lemma]
    own = {parsed.tokens[c].lemma for at in {verb, top} for c in parsed.children[at]}
    own |= {parsed.tokens[g].lemma for c in parsed.children[verb] for g in parsed.children[c]
            if parsed.tokens[c].dep in ("advcl", "advmod")}  # fmt: skip
    in_turn = bool(own & _IN_TURN) or _is_timed(context, side, parsed.tokens[verb].lemma)
    noun, subject = parsed.tokens[thing], subject_of(parsed, top)
    doer = _doer(parsed, top, thing, subject)
    return Parted(
        row,
        end,
        is_denied(parsed, top) != (top != verb and is_denied(parsed, verb)),
        bool(modal),
        in_turn,
        bool(own & _ALWAYS) or (not in_turn and _is_so_now(parsed, top, own)),
        parsed.tokens[top].lemma,
        noun.lemma,
        frozenset(
            item.lemma
            for item in parsed.tokens[parsed.under(thing)[0] : thing]
            if item.dep in ("amod", "compound", "nummod")
        ),
        _owner(parsed, thing) or (doer if _has_pronoun(parsed, thing) else ""),
        doer,
        _shown(parsed, verb, particle),
    )


def _is_so_now(parsed: Parsed, verb: int, own: set[str]) -> bool:
    """Say whether a thing is told to be so still: what was done before doesn't follow upon it."""
    token = parsed.tokens[verb]
    present = token.tag in ("VBZ", "VBP")
    # "Remains switched on" is read as a passive.
    kept = any(
        parsed.tokens[c].dep == "auxpass" and parsed.word(c) in _REMAINS
        for c in parsed.children[verb]
    )
    return kept or (present and (parsed.word(verb) in _REMAINS or "still" in own))


def _kept_by(parsed: Parsed, verb: int) -> int:
    """Return the verb that keeps a thing so: "left" of "left switched off", else its own."""
    token = parsed.tokens[verb]
    over = parsed.tokens[token.head]
    free = not any(
        parsed.tokens[c].dep == "mark" or parsed.tokens[c].tag == "WRB"
        for c in parsed.children[verb]
    )
    kept = token.tag == "VBN" and token.dep in ("xcomp", "ccomp", "advcl", "oprd")
    return token.head if kept and free and over.lemma in _STAYS else verb


def _thing(parsed: Parsed, verb: int) -> int | None:
    """Return the noun that an act is done to or that is so; None for a part of several."""
    acted = next((c for c in parsed.children[verb] if parsed.tokens[c].dep == "dobj"), None)
    passive = any(parsed.tokens[c].dep == "auxpass" for c in parsed.children[verb])
    at = acted
    if at is None:
        below = (_read_as_preposition(parsed, c) for c in parsed.children[verb])
        at = next((noun for noun in below if noun is not None), None)
    if at is None and (passive or parsed.tokens[verb].lemma in ("be", "stay", "remain")):
        at = subject_of(parsed, verb)
    if at is None or parsed.tokens[at].pos not in ("NOUN", "PROPN"):
        return None
    own = {parsed.tokens[c].lemma for c in parsed.children[at]}
    if parsed.tokens[at].dep in SUBJECTS:
        own -= {"no"}  # the verb is denied by it
    return None if own & _PART else at


def _doer(parsed: Parsed, verb: int, thing: int, subject: int | None) -> str:
    """Return the noun of who did it, "" where none is told."""
    if subject is not None and subject != thing:
        token = parsed.tokens[subject]
        return token.lemma if token.pos in ("NOUN", "PROPN") else ""
    for by in parsed.children[verb]:
        for at in parsed.children[by] if parsed.tokens[by].dep == "agent" else ():
            if parsed.tokens[at].pos in ("NOUN", "PROPN"):
                return parsed.tokens[at].lemma
    return ""


def _owner(parsed: Parsed, thing: int) -> str:
    """Return whose a thing is by a noun: "the ship's radar", "the radar of the ship"."""
    for at in parsed.children[thing]:
        token = parsed.tokens[at]
        if token.dep == "poss" and token.pos in ("NOUN", "PROPN"):
            return token.lemma
        if token.dep == "prep":
            held = parsed.child(at, frozenset({"pobj"}))
            return "" if held is None else parsed.tokens[held].lemma
    return ""


def _has_pronoun(parsed: Parsed, thing: int) -> bool:
    return any(
        parsed.tokens[c].dep == "poss" and parsed.tokens[c].pos == "PRON"
        for c in parsed.children[thing]
    )


def _is_timed(context: LinkContext, side: Side, lemma: str) -> bool:
    return any(_is_about(fact, lemma) for fact in context.of_kind(side, "date", "duration"))


def _is_about(fact: Fact, verb: str) -> bool:
    """Say whether a fact is about a verb, with its particle or without it: "switch on"."""
    return any(about.split(" ")[0] == verb for about in fact.about)


def _shown(parsed: Parsed, verb: int, particle: int) -> Span:
    """Return a verb with its particle and its "not", as far as they stand together."""
    first, last = min(verb, particle), max(verb, particle)
    if parsed.size(first, last) > _SHOWN:
        first = last = verb
    before = [c for c in parsed.children[verb] if parsed.tokens[c].dep == "neg" and c < first]
    near = before and parsed.size(before[-1], last) <= _SHOWN
    return parsed.span(before[-1] if near else first, last)


def _shared(context: LinkContext, one: str, other: str) -> bool:
    return bool(context.shared_about([one], [other]))


def _pairs(context: LinkContext) -> Iterator[tuple[Parted, Parted]]:
    """Yield acts of A and of B with opposite particles, of things that can be one."""
    told_a, told_b = list(_told(context, "a")), list(_told(context, "b"))
    for one in told_a:
        for other in told_b:
            if one.row != other.row or one.end == other.end or one.ahead != other.ahead:
                continue
            apart = one.kinds and other.kinds and not one.kinds & other.kinds
            named = (
                (mine, theirs)
                for mine, theirs in ((one.owner, other.owner), (one.doer, other.doer))
                if mine and theirs
            )
            if apart or not all(_shared(context, *both) for both in named):
                continue
            if _shared(context, one.thing, other.thing):
                yield one, other


def compare_particles(context: LinkContext) -> list[tuple[Span, Span, bool]]:
    """Return the verbs of A and of B whose particles can't both be so.

    With each pair comes whether it is surely of one thing at one time. Acts that may follow upon
    each other are left out: "switched off at noon", "then switched on again".
    """
    return [
        (one.span, other.span, _surely(context, one, other))
        for one, other in _pairs(context)
        if (not one.denied and not other.denied) or (one.row == _STATE and one.holds != other.holds)
        if one.always or other.always or not (one.in_turn or other.in_turn)
        if not (_says_both(context, "a", one) or _says_both(context, "b", other))
    ]


def _surely(context: LinkContext, one: Parted, other: Parted) -> bool:
    """Say whether two things are one by their words, and those of whom they belong to.

    Owners answer each other by now, as "ship" and "vessel"; two names of others may too.
    """
    owners = {one.owner, other.owner} - {""}
    names = {t.lemma for t in (*context.tokens_a, *context.tokens_b) if t.pos == "PROPN"}
    one_owner = len(owners) < 2 or not owners & names
    return one.thing == other.thing and one.kinds == other.kinds and one_owner


def _says_both(context: LinkContext, side: Side, told: Parted) -> bool:
    """Say whether a side tells both ends of a thing: "switched off, then on"."""
    return any(
        (item.row, item.thing) == (told.row, told.thing) and item.holds != told.holds
        for item in _told(context, side)
    )


def agreed(context: LinkContext) -> Iterator[tuple[Parted, Parted]]:
    """Yield acts of A and of B of which one denies the opposite particle of the other."""
    return (both for both in _pairs(context) if both[0].denied != both[1].denied)


def same_by_particle(context: LinkContext, side: Side, denial: Fact) -> bool:
    """Say whether the other side tells the opposite particle of a verb that a side denies."""
    own = ((one if side == "a" else other) for one, other in agreed(context))
    return any(item.denied and _is_about(denial, item.verb) for item in own)
