"""Whether words can bear a kind of evidence, and how they are then shown.

"The backing of the United States" is no condition, and "2029" tells nobody how firmly a thing is
meant. Words that bear a kind are shown as whole phrases (relation/phrases.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from compare.language.facts import Fact, FactKind, Token, same_entity
from compare.language.facts.wordlist import words
from compare.model import EvidenceKind, Side, Span
from compare.relation.context import LinkContext
from compare.relation.parsed import Parsed
from compare.relation.phrases import LONGEST, act_phrase, whole_phrase

Words = tuple[Span | None, Span | None]  # of A and of B; None: nothing on that side
FIGURES: tuple[FactKind, ...] = ("number", "date", "duration")
SIDES: tuple[Side, Side] = ("a", "b")
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
_TELLS = frozenset(("VERB", "AUX"))
_QUALIFIES = frozenset(("VERB", "AUX", "ADJ", "ADV"))
_EXTENT = frozenset(("ADJ", "ADV", "NUM"))
_COLOURED = frozenset(("VERB", "ADJ", "ADV", "NOUN"))
_DOERS = frozenset(("nsubj", "agent"))
_OPEN = frozenset(("speaker", "both", "pronoun"))  # doers who have no name
# Prepositions that can tie an act to something.
_TYING = words("after before until till upon without under within pending during following")
# Kinds that one side alone can bear; what the other side says there is then shown beside it.
_ON_EITHER: dict[EvidenceKind, tuple[tuple[FactKind, ...], frozenset[str]]] = {
    "commitment": (("commitment",), _TELLS),
    "negation": (("negation",), _QUALIFIES),
    "condition": (("condition",), frozenset()),
    "scope": (("scope",), _EXTENT),
    "framing": ((), _COLOURED),
}


@dataclass(frozen=True, slots=True)
class _Side:
    """The words of one side."""

    context: LinkContext
    side: Side
    span: Span

    def tokens(self) -> list[Token]:
        """Return the words as parsed."""
        own = self.context.tokens(self.side)
        return [t for t in own if t.start < self.span.end and self.span.start < t.end]

    def facts(self, *kinds: FactKind) -> list[Fact]:
        """Return the facts of some kinds that stand in the words, at least in part."""
        own = self.context.of_kind(self.side, *kinds)
        return [f for f in own if f.span.start < self.span.end and self.span.start < f.span.end]

    def lone(self, *kinds: FactKind) -> list[Fact]:
        """Return those whose value the other side does not have."""
        other = self.context.of_kind("b" if self.side == "a" else "a", *kinds)
        known = {fact.value for fact in other}
        return [fact for fact in self.facts(*kinds) if fact.value not in known]

    def whole(self) -> Span:
        """Return the words as a whole phrase."""
        return whole_phrase(self.context, self.side, self.span)


def fitted(context: LinkContext, kind: EvidenceKind, words: Words) -> Words | None:
    """Return words as they are shown for a kind; None where they can't bear it.

    Of a figure one must be in them; of who did it, somebody who can do things on each side quoted.
    """
    quoted = [
        _Side(context, side, span)
        for side, span in zip(SIDES, words, strict=True)
        if span is not None
    ]
    if not quoted:
        return None
    if kind in FIGURES:
        figure = any(one.facts(kind) for one in quoted)
        return _shown(quoted, _figure(kind)) if figure else None
    if kind in ("actor", "entity"):
        return _shown(quoted, _doer if kind == "actor" else _named)
    if kind == "commitment":
        quoted = [_Side(context, one.side, _act(one)) for one in quoted]
    if kind in _ON_EITHER and not any(_bears(one, kind) for one in quoted):
        return None
    return _shown(quoted, _act if kind in ("commitment", "negation") else _clause_or_whole(kind))


def bearing_words(context: LinkContext, kind: EvidenceKind, words: Words) -> Words | None:
    """Return words that bear a kind, as they are shown: some given ones, or a clause near them.

    Of a condition that the words don't hold, the nearest clauses that tie an act to something are
    taken, or else the acts that the words belong to.
    """
    shown = fitted(context, kind, words)
    if shown is not None or kind != "condition" or words == (None, None):
        return shown
    near = [
        _nearest(context, side, span) if span is not None else None
        for side, span in zip(SIDES, words, strict=True)
    ]
    return (near[0], near[1]) if any(near) else fitted(context, "commitment", words)


def doers_of(context: LinkContext, words: Words) -> Words | None:
    """Return who does what the words of each side say; None where it is one, or has no name."""
    of_a, of_b = (
        _subject(context, side, span) if span is not None else None
        for side, span in zip(SIDES, words, strict=True)
    )
    if of_a is None or of_b is None or same_entity(of_a.value, of_b.value):
        return None
    shown = whole_phrase(context, "a", of_a.span), whole_phrase(context, "b", of_b.span)
    left, right = (context.quote(side, span) for side, span in zip(SIDES, shown, strict=True))
    return None if left.casefold() == right.casefold() else shown


def _subject(context: LinkContext, side: Side, span: Span) -> Fact | None:
    """Return who does what some words say."""
    parsed = Parsed(context, side)
    edges = parsed.within(span)
    verb = parsed.verb_of((parsed.tops(*edges) or [edges[0]])[0]) if edges else None
    if verb is None:
        return None
    under = [parsed.under(at) for at in parsed.children[verb] if parsed.tokens[at].dep in _DOERS]
    spans = [parsed.span(*edges) for edges in under]
    doers = (
        fact
        for fact in context.of_kind(side, "actor")
        if fact.value.partition(":")[0] not in _OPEN
        if any(own.start <= fact.span.start and fact.span.end <= own.end for own in spans)
    )
    return next(doers, None)


def _nearest(context: LinkContext, side: Side, span: Span) -> Span | None:
    """Return the clause or phrase of a side nearest to some words that ties an act to something."""
    parsed = Parsed(context, side)
    times = [fact.span for fact in context.of_kind(side, "date", "duration")]
    tied = [
        parsed.span(*parsed.under(at))
        for at, token in enumerate(parsed.tokens)
        if token.dep == "advcl" or (token.dep == "prep" and token.lemma in _TYING)
    ]
    near = [fact.span for fact in context.of_kind(side, "condition")] or [
        one
        for one in tied
        if one.end - one.start <= LONGEST
        if not any(one.start < time.end and time.start < one.end for time in times)
    ]
    return min(near, key=lambda one: abs(one.start - span.start), default=None)


def can_bear(context: LinkContext, kind: EvidenceKind, words: Words) -> bool:
    """Say whether words can bear a kind."""
    return fitted(context, kind, words) is not None


def _shown(quoted: Sequence[_Side], how: Callable[[_Side], Span | None]) -> Words | None:
    """Return the words of each side as they are shown; None where those of one can't be."""
    spans = {one.side: how(one) for one in quoted}
    return None if None in spans.values() else (spans.get("a"), spans.get("b"))


def _figure(kind: FactKind) -> Callable[[_Side], Span]:
    """Return how words that give a figure are shown: a number with what it counts.

    So are words that stand for a figure.
    """

    def shown(one: _Side) -> Span:
        return one.whole() if kind == "number" or not one.facts(kind) else one.span

    return shown


def _bears(one: _Side, kind: EvidenceKind) -> bool:
    """Say whether the words of a side bear one of the kinds that either side can."""
    facts, parts = _ON_EITHER[kind]
    if facts and one.facts(*facts):
        return True
    if kind == "condition":
        return _is_tied(one)
    return _has(one, parts)


def _has(one: _Side, parts: frozenset[str]) -> bool:
    """Say whether some words are of some parts of speech; "shared" of "shared grounds" tells none.

    :param parts: universal parts of speech
    """
    return any(
        token.pos in parts and not (token.pos in _TELLS and token.dep in ("amod", "compound"))
        for token in one.tokens()
    )


def _is_tied(one: _Side) -> bool:
    """Say whether words tie an act to something: a clause of its own, or "with", "after" …"""
    own, all_tokens = one.tokens(), one.context.tokens(one.side)
    for token in own:
        if token.dep in ("mark", "advcl"):
            return True
        over = all_tokens[token.head] if token.head < len(all_tokens) else token
        if token.dep == "prep" and token.lemma in _TYING and over.pos in _QUALIFIES:
            return True
    return False


def _is_nominal(one: _Side, span: Span) -> bool:
    """Say whether words are a noun with what belongs to it, or such a noun behind "by" or "to"."""
    parsed = Parsed(one.context, one.side)
    edges = parsed.within(span)
    tops = parsed.tops(*edges) if edges else []
    return bool(tops) and all(parsed.tokens[at].pos in (*_NOMINAL, "ADP") for at in tops)


def _named(one: _Side) -> Span | None:
    """Return a noun with what belongs to it, or the name in the words."""
    whole = one.whole()
    if _is_nominal(one, whole):
        return whole
    return _first(one, one.lone("entity"))


def _doer(one: _Side) -> Span | None:
    """Return who can do things."""
    whole = one.whole()
    if one.facts("actor", "entity") and _is_nominal(one, whole):
        return whole
    # "I" is somebody whom the other side may name; a place does nothing, unless it is told to.
    named = [
        fact
        for fact in one.lone("actor", "entity")
        if fact.value.partition(":")[0] not in _OPEN
        if fact.kind == "actor" or not fact.value.startswith("place:")
    ]
    return _first(one, named)


def _first(one: _Side, facts: Sequence[Fact]) -> Span | None:
    """Return the first of some names as a whole phrase: "her Lissan counterpart"."""
    return whole_phrase(one.context, one.side, facts[0].span) if facts else None


def _act(one: _Side) -> Span:
    """Return the words with their verb."""
    whole = one.whole()
    if _has(_Side(one.context, one.side, whole), _TELLS):
        return whole
    return act_phrase(one.context, one.side, whole) or whole


def _conditions_near(one: _Side) -> list[Fact]:
    """Return the conditions of the side, the nearest to the words first."""
    own = one.context.of_kind(one.side, "condition")
    return sorted(own, key=lambda fact: abs(fact.span.start - one.span.start))


def _clause_or_whole(kind: EvidenceKind) -> Callable[[_Side], Span]:
    """Return how words are shown: of a condition that was read, its clause."""

    def shown(one: _Side) -> Span:
        if kind != "condition":
            return one.whole()
        clause = one.facts("condition") or ([] if _is_tied(one) else _conditions_near(one))
        return clause[0].span if clause else one.whole()

    return shown
