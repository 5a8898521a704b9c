"""Who left: `the ministry walked out of the talks`, `they were abandoned by the union`.

The acts share no word, so they are known by what they mean, and by what is left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.language.facts.wordlist import words
from compare.model import Span
from compare.relation.asserted import is_denied
from compare.relation.comparers.holders import REBELS, STATE
from compare.relation.context import Difference, LinkContext
from compare.relation.parsed import Parsed

WHO_LEFT = 0.8  # how sure such a conflict is, [0, 1]
_LEAVES = words("leave abandon quit exit desert")
_OUT = words("walk pull storm drop back march")  # with "out"
_TALKS = words("talk negotiation meeting conference summit dialogue session discussion hearing")
# Who sits on either side of a table.
_EMPLOYERS = words("employer management government ministry")
_LABOUR = words("union worker employee staff striker workforce")
_FOES = ((STATE, REBELS), (_EMPLOYERS, _LABOUR))
_SUBJECTS, _PASSIVE = frozenset({"nsubj"}), frozenset({"nsubjpass"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_WORD_OF = frozenset({"representative", "delegation", "delegate", "negotiator", "team", "leader"})


@dataclass(frozen=True, slots=True)
class _Left:
    """Who one side says left what, as places among its words."""

    doer: int
    thing: int
    span: Span


def who_left(context: LinkContext) -> list[Difference]:
    """Return that each side has another leave the talks, if the two are known to be two."""
    sides = Parsed(context, "a"), Parsed(context, "b")
    left, right = (list(_read(parsed)) for parsed in sides)
    if len(left) != 1 or len(right) != 1:
        return []
    one, other = left[0], right[0]
    things = sides[0].tokens[one.thing].lemma, sides[1].tokens[other.thing].lemma
    if not context.shared_about([things[0]], [things[1]]):
        return []
    if not _two(sides, one, other):
        return []
    note = (
        f"Who left: A says {context.quote('a', one.span)}, B says {context.quote('b', other.span)}."
    )
    return [Difference("actor", one.span, other.span, note, conflict=True, weight=WHO_LEFT)]


def _read(parsed: Parsed) -> Iterator[_Left]:
    for verb, token in enumerate(parsed.tokens):
        if token.pos != "VERB" or token.lemma not in _LEAVES | _OUT or is_denied(parsed, verb):
            continue
        thing, doer = _thing(parsed, verb), _doer(parsed, verb)
        if thing is None or doer is None or parsed.tokens[doer].pos not in _NOUNS:
            continue
        if parsed.tokens[thing].lemma in _TALKS:
            low, high = parsed.under(doer)
            yield _Left(doer, thing, parsed.span(min(low, verb), max(high, verb)))


def _thing(parsed: Parsed, verb: int) -> int | None:
    """Return what is left: the object of "abandon", what "walk out of" goes out of."""
    own = parsed.children[verb]
    if parsed.tokens[verb].lemma in _LEAVES:
        deps = ("dobj", "nsubjpass")
        return next((c for c in own if parsed.tokens[c].dep in deps), None)
    out = next((c for c in own if parsed.word(c) == "out"), None)
    of = [c for at in (verb, out) if at is not None for c in parsed.children[at]]
    links = (c for c in of if parsed.word(c) == "of" and parsed.tokens[c].dep == "prep")
    things = (c for link in links for c in parsed.children[link] if parsed.tokens[c].dep == "pobj")
    return None if out is None else next(things, None)


def _doer(parsed: Parsed, verb: int) -> int | None:
    for child in parsed.children[verb]:
        if parsed.tokens[child].dep == "agent":
            return parsed.child(child, frozenset({"pobj"}))
        if parsed.tokens[child].dep == "nsubj":
            return child
    return None


def _names(parsed: Parsed, doer: int) -> set[str]:
    """Return what a doer is called, and for whom he acts: "the representatives of the union"."""
    low, high = parsed.under(doer)
    said = {parsed.tokens[doer].lemma}
    if parsed.tokens[doer].lemma in _WORD_OF:
        said |= {t.lemma for t in parsed.tokens[low : high + 1] if t.pos in _NOUNS}
    return said


def _two(sides: tuple[Parsed, Parsed], one: _Left, other: _Left) -> bool:
    """Say whether two doers sit on two sides, or one account names the other's beside its own."""
    names = _names(sides[0], one.doer), _names(sides[1], other.doer)
    if names[0] & names[1]:
        return False
    for camp, foes in _FOES:
        if any(x & camp and y & foes for x, y in (names, names[::-1])):
            return True
    return any(
        _beside(parsed, own, theirs)
        for parsed, own, theirs in ((sides[0], one, names[1]), (sides[1], other, names[0]))
    )


def _beside(parsed: Parsed, own: _Left, names: set[str]) -> bool:
    """Say whether somebody of another name is told of as the subject of another clause."""
    low, high = parsed.under(own.doer)
    return any(
        token.lemma in names and token.dep in ("nsubj", "nsubjpass") and not low <= at <= high
        for at, token in enumerate(parsed.tokens)
    )
