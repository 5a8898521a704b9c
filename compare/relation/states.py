"""States of affairs that one side of a link asserts, of what, and as of when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.language.facts.wordlist import words
from compare.language.states import FAMILIES, VERBS, Family, Phrase
from compare.model import Side, Span
from compare.relation.asserted import When, as_of, is_asserted, is_denied, is_perfect, subject_of
from compare.relation.context import LinkContext
from compare.relation.parsed import Parsed

REACH = 6  # words from one word of a phrase to the next
LONGEST = 60  # code points of a predicate that are shown as one phrase
_IS = words("be remain stay stand keep lie continue stays remains")
_TELLING = VERBS | _IS
_LASTING = words("remain stay still continue keep")
# Verbs of what lasts: "held", "worked"; with these words they tell of what came about.
_STATIVE = words(
    "hold work function run operate stand apply live continue carry languish sit lie go"
)
_CAME_ABOUT = words("ahead forward free home nowhere aground out")
# Why, how and when a thing is so sets it apart from no other.
_REASONS = words("because due despite after before since within without amid as throughout")
# What is told with these did not last, or is of another time.
_PASSING = words(
    "once earlier initially previously formerly then later briefly temporarily first originally "
    "before nearly almost partly partially half momentarily"
)
_PARTIAL = words(
    "some most one several many few half part rest none any more other another majority handful "
    "third quarter remainder dozen number hundred thousand score"
)
_TAIL_DEPS = words(
    "prt advmod acomp dobj prep pobj xcomp oprd attr conj compound amod nsubj npadvmod advcl "
    "pcomp dative mark ccomp agent cc"
)


@dataclass(frozen=True, slots=True)
class State:
    """What one side says of how a thing stands."""

    family: Family
    pole: int  # 0 or 1; of what is denied the other one
    thing: int  # the noun that it is said of, among the words of the side
    verb: int
    span: Span  # the predicate
    when: When
    lasting: bool  # "still", "remains"
    is_state: bool  # not what "has" come about


def states(context: LinkContext, side: Side) -> list[State]:
    """Return what a side asserts of how things stand; nothing wished, asked or conditional."""
    parsed = Parsed(context, side)
    written = [parsed.word(at) for at, token in enumerate(parsed.tokens) if token.pos != "SPACE"]
    if not written or written[-1] == "?":
        return []
    return [
        state for at in range(len(parsed.tokens)) for state in _of_verb(context, side, parsed, at)
    ]


def _of_verb(context: LinkContext, side: Side, parsed: Parsed, at: int) -> Iterator[State]:
    token = parsed.tokens[at]
    if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass"):
        return
    if token.pos != "AUX" and token.lemma not in _TELLING:
        return
    when = as_of(parsed, at)
    if when is None or not is_asserted(context, side, parsed, at):
        return
    if any(parsed.word(c) in _PASSING for c in parsed.children[at]):
        return
    passive = any(parsed.tokens[c].dep == "auxpass" for c in parsed.children[at])
    denied = is_denied(parsed, at)
    for family in FAMILIES:
        for pole in (0, 1):
            told = _told(parsed, at, family, pole, passive)
            if told is None or (denied and not family.flips):
                continue
            last, thing, lasts = told
            if thing is None or (family.things and not _lemmas(parsed, thing) & family.things):
                continue
            lasting = token.lemma in _LASTING or any(
                parsed.word(c) in _LASTING for c in parsed.children[at]
            )
            yield State(
                family,
                1 - pole if denied else pole,
                thing,
                at,
                predicate(parsed, at, last),
                "was" if lasts and when == "came" else when,
                lasting,
                lasts or when == "ahead" or not is_perfect(parsed, at),
            )


def _told(
    parsed: Parsed, at: int, family: Family, pole: int, passive: bool
) -> tuple[int, int | None, bool] | None:
    """Return the last word that tells a pole, what it is told of, and whether it is a state."""
    own, lemma = family.poles[pole], parsed.tokens[at].lemma
    subject = subject_of(parsed, at)
    acted = parsed.child(at, frozenset({"dobj"}))
    ways: tuple[tuple[frozenset[Phrase], int | None], ...] = (
        (own.done, subject if passive else acted),
        (frozenset() if passive else own.does, subject),
    )
    best: tuple[int, int | None, bool] | None = None
    longest: tuple[int, Phrase] = (0, ())  # of two as long always the same one
    for phrases, thing in ways:
        for phrase in phrases if thing is not None else ():
            if phrase[0] == lemma and (len(phrase), phrase) > longest:
                last = tail_of(parsed, at, phrase[1:])
                if last is not None and last != thing:
                    lasts = lemma in _STATIVE and not set(phrase) & _CAME_ABOUT
                    best, longest = (last, thing, lasts), (len(phrase), phrase)
    if best is None and (lemma in _IS or parsed.tokens[at].pos == "AUX"):
        near = _words_behind(parsed, at)
        for phrase in own.stands:
            if phrase[0] not in near:
                continue
            last = tail_of(parsed, at, phrase) if (len(phrase), phrase) > longest else None
            if last is not None and _complete(parsed, at, phrase, last):
                best, longest = (last, subject, True), (len(phrase), phrase)
    return best


def _words_behind(parsed: Parsed, at: int) -> set[str]:
    """Return the words that may begin a state behind a verb, as they stand and by lemma."""
    places = range(at + 1, min(len(parsed.tokens), at + REACH))
    return {word for i in places for word in (parsed.tokens[i].lemma, parsed.word(i))}


def _complete(parsed: Parsed, at: int, phrase: Phrase, last: int) -> bool:
    """Say whether the first word of a state is said of the subject itself, and alone."""
    if len(phrase) > 1:
        return True
    token = parsed.tokens[last]
    bare = not any(
        parsed.tokens[c].dep in ("pobj", "pcomp", "prep", "xcomp") for c in parsed.children[last]
    )
    return token.head == at and bare


def tail_of(parsed: Parsed, at: int, phrase: Phrase) -> int | None:
    """Return the last word of a phrase that hangs on a verb, word by word; None for none."""
    last, heads = at, {at}
    for word in phrase:
        found = next(
            (
                i
                for i in range(last + 1, min(len(parsed.tokens), last + REACH))
                if parsed.tokens[i].lemma == word or parsed.word(i) == word
                if _hangs(parsed, i, heads) or (last != at and i == last + 1)
            ),
            None,
        )
        if found is None:
            return None
        last = found
        heads.add(found)
    return last


def _hangs(parsed: Parsed, at: int, heads: set[int]) -> bool:
    """Say whether a word hangs on one of some; of "at large" the second may carry the first."""
    token = parsed.tokens[at]
    over = parsed.tokens[token.head]
    if token.dep not in _TAIL_DEPS:
        return False
    return token.head in heads or (token.head == at + 1 and over.head in heads)


def predicate(parsed: Parsed, at: int, last: int) -> Span:
    """Return a predicate with its auxiliaries: "has been suspended"."""
    first = min(
        [at]
        + [
            c
            for c in parsed.children[at]
            if c < at and parsed.tokens[c].dep in ("aux", "auxpass", "neg")
        ]
    )
    span = parsed.span(first, last)
    return span if span.end - span.start <= LONGEST else parsed.span(at, last)


def _lemmas(parsed: Parsed, at: int) -> set[str]:
    """Return the lemmas of a thing; "those" is what the words under it say."""
    token = parsed.tokens[at]
    if token.pos in ("NOUN", "PROPN"):
        return {token.lemma}
    first, last = parsed.under(at)
    return {t.lemma for t in parsed.tokens[first : last + 1] if t.pos in ("NOUN", "PROPN")}


def thing_lemmas(parsed: Parsed, state: State) -> list[str]:
    """Return the lemmas of what a state is said of."""
    return sorted(_lemmas(parsed, state.thing))


def is_whole(parsed: Parsed, state: State) -> bool:
    """Say whether a state is told of a known thing, and of all of it: not of "three soldiers"."""
    at = state.thing
    token = parsed.tokens[at]
    if token.pos == "NUM" or (token.pos == "PRON" and parsed.word(at) not in ("those", "these")):
        return False
    group = parsed.tokens[token.head]
    over = parsed.children[group.head] if token.dep == "pobj" else []
    below = [*parsed.children[at], *over]
    names = {parsed.word(c) for c in below if parsed.tokens[c].dep not in ("relcl", "acl")}
    if names & _PARTIAL or names & {"a", "an", "no"}:
        return False
    counted = any(parsed.tokens[c].dep == "nummod" for c in below)
    known = any(
        parsed.tokens[c].dep in ("det", "poss", "predet") or parsed.word(c) == "all" for c in below
    )
    return known or not counted


def circumstances(parsed: Parsed, state: State) -> set[str]:
    """Return the nouns and adjectives of where, for whom or in what a thing is so; no names."""
    nouns: set[str] = set()
    told = state.span
    for place in (state.verb, state.thing, *parsed.children[state.verb]):
        for child in parsed.children[place]:
            token = parsed.tokens[child]
            if place not in (state.verb, state.thing) and token.dep != "prep":
                continue
            if child == state.thing or parsed.word(child) in _REASONS:
                continue
            if not (
                token.dep in ("prep", "advcl", "dobj", "npadvmod")
                or (token.dep == "poss" and token.pos == "NOUN")
            ):
                continue
            first, last = parsed.under(child)
            nouns |= {
                t.lemma
                for t in parsed.tokens[first : last + 1]
                if t.pos in ("NOUN", "ADJ") and not told.start <= t.start < told.end
                if t is not parsed.tokens[state.thing]
            }
    return nouns
