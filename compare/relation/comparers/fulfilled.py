"""Done, against still to come: `the deal has been signed`, `it will be signed once they agree`."""

from __future__ import annotations

from compare.language.facts import Fact
from compare.language.facts.when import anchor
from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.asserted import as_of, is_denied, subject_of
from compare.relation.context import Difference, LinkContext
from compare.relation.parsed import Parsed

# What it weighs, and how sure a divergence it makes by itself, [0, 1]. Judged, not counted:
# data/gold has no such link.
STILL_TO_COME, COMING_TOLD = 1.0, 0.5
# What picks some out of many, or another one: these are other things than the whole.
_PICKING = words(
    "some other another most many several few all both each any no half new next second third "
    "remaining rest further fresh former old previous first last final additional more"
)
_KNOWN = words("the this that these those its their his her our my")
_AGAIN = words("again more further another also too still continue")
_TIES = frozenset(("once", "only_if", "if", "provided", "unless", "until"))


def compare_fulfilled(context: LinkContext) -> list[Difference]:
    """Return an act that one side tells as done and the other as hanging on what is to come."""
    sides: tuple[tuple[Side, Side], ...] = (("a", "b"), ("b", "a"))
    for done, ahead in sides:
        ties = [f for f in context.of_kind(ahead, "condition") if f.value in _TIES]
        coming = [f for f in context.of_kind(ahead, "commitment") if f.value == "will"]
        told = [f for f in context.of_kind(done, "commitment") if f.value == "done"]
        if not (ties and coming and told) or context.of_kind(done, "condition"):
            continue
        if _told_later(context, done, ahead):
            continue
        found = _found(context, (done, ahead), told, coming, ties)
        if found is not None:
            return [found]
    return []


def _told_later(context: LinkContext, done: Side, ahead: Side) -> bool:
    """Say whether the side that tells it as done speaks on a later day than the other."""
    days = [anchor(context.statement(side).date) for side in (done, ahead)]
    return days[0] is not None and days[1] is not None and days[0] > days[1]


def _found(
    context: LinkContext,
    sides: tuple[Side, Side],
    told: list[Fact],
    coming: list[Fact],
    ties: list[Fact],
) -> Difference | None:
    done, ahead = sides
    parsed = {side: Parsed(context, side) for side in sides}
    for one in told:
        for other in coming:
            if one.about[:1] != other.about[:1] or not one.about:
                continue
            first = _verb(parsed[done], one.about[0], one.span)
            second = _verb(parsed[ahead], one.about[0], other.span)
            if first is None or second is None or not _is_done(parsed[done], first):
                continue
            tie = _tie(parsed[ahead], second, ties)
            if tie is None or not _of_one_thing(context, parsed, sides, first, second):
                continue
            return _told(context, sides, _words(parsed[done], first), tie, parsed[ahead], second)
    return None


def _verb(parsed: Parsed, lemma: str, near: Span) -> int | None:
    """Return the verb of an act that is told by some words, or just behind them."""
    return next(
        (
            at
            for at, token in enumerate(parsed.tokens)
            if token.lemma == lemma and token.pos == "VERB" and token.start >= near.start
        ),
        None,
    )


def _is_done(parsed: Parsed, verb: int) -> bool:
    """Say whether a main clause tells it as done, in the past or the perfect."""
    token = parsed.tokens[verb]
    if token.dep not in ("ROOT", "conj", "ccomp") or is_denied(parsed, verb):
        return False
    helpers = {
        parsed.tokens[c].lemma for c in parsed.children[verb] if parsed.tokens[c].dep == "aux"
    }
    return as_of(parsed, verb) == "came" or (
        "have" in helpers and as_of(parsed, verb) == "now" and token.tag == "VBN"
    )


def _tie(parsed: Parsed, verb: int, ties: list[Fact]) -> Fact | None:
    """Return the condition on which a verb hangs; None where it is denied, or hangs on none."""
    if is_denied(parsed, verb) or as_of(parsed, verb) != "ahead":
        return None
    first, last = parsed.under(verb)
    start, end = parsed.tokens[first].start, parsed.tokens[last].end
    place = parsed.tokens[verb].start
    return next(
        (
            tie
            for tie in ties
            if start <= tie.span.start < end and not tie.span.start <= place < tie.span.end
        ),
        None,
    )


def _of_one_thing(
    context: LinkContext, parsed: dict[Side, Parsed], sides: tuple[Side, Side], one: int, other: int
) -> bool:
    """Say whether what is done and what is to come have the same subject and the same object."""
    subjects, objects = [], []
    for side, verb in zip(sides, (one, other), strict=True):
        own = parsed[side]
        subject, thing = subject_of(own, verb), own.child(verb, frozenset({"dobj"}))
        subjects.append(subject)
        objects.append(thing)
        if any(own.tokens[c].lemma in _AGAIN for c in own.children[verb]):
            return False
        if not _is_known(own, subject if thing is None else thing):
            return False
    return all(
        _same_thing(context, parsed, sides, pair[0], pair[1]) for pair in (subjects, objects)
    )


def _is_known(parsed: Parsed, noun: int | None) -> bool:
    """Say whether a noun is of one thing: "the ship", "its mine", not "ships"."""
    if noun is None:
        return False
    near = {parsed.word(c) for c in parsed.children[noun]}
    return parsed.tokens[noun].pos == "PROPN" or bool(near & _KNOWN)


def _same_thing(
    context: LinkContext,
    parsed: dict[Side, Parsed],
    sides: tuple[Side, Side],
    one: int | None,
    other: int | None,
) -> bool:
    """Say whether two nouns are of one thing, and of as many; two that are missing are."""
    if one is None or other is None:
        return one is other
    places = dict(zip(sides, (one, other), strict=True))
    lemmas = [[parsed[side].tokens[places[side]].lemma] for side in ("a", "b")]
    picked = [_picked(parsed[side], places[side]) for side in sides]
    return bool(context.shared_about(lemmas[0], lemmas[1])) and picked[0] == picked[1]


def _picked(parsed: Parsed, noun: int) -> set[str]:
    """Return the words by a noun that say how many, or which."""
    near = [parsed.tokens[c] for c in parsed.children[noun]]
    return {t.lemma for t in near if t.lemma in _PICKING or t.dep == "nummod"}


def _words(parsed: Parsed, verb: int) -> Span:
    helpers = [c for c in parsed.children[verb] if parsed.tokens[c].dep.startswith("aux")]
    return parsed.span(min([verb, *helpers]), verb)


def _told(
    context: LinkContext,
    sides: tuple[Side, Side],
    done: Span,
    tie: Fact,
    ahead: Parsed,
    verb: int,
) -> Difference:
    will = _words(ahead, verb)
    coming = Span(min(will.start, tie.span.start), max(will.end, tie.span.end))
    note = (
        f"{sides[0].upper()} tells as done what {sides[1].upper()} tells as still to come: "
        f"{context.quote(sides[0], done)}, {context.quote(sides[1], coming)}."
    )
    spans = (done, coming) if sides[0] == "a" else (coming, done)
    return Difference(
        "commitment",
        *spans,
        note,
        conflict=True,
        weight=STILL_TO_COME,
        opposite=True,
        alone=COMING_TOLD,
    )
