"""One link as the comparers see it: the facts of both sides and how their words answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from compare.alignment.words import WordAlignment
from compare.language.facts import Fact, FactKind, SentenceFacts, Token
from compare.language.facts.names import resolve
from compare.model import EvidenceKind, Side, Span, Statement
from compare.relation.borrowed import with_units
from compare.relation.said import NOTHING, Said

# Words of reporting and of time stand in every readout; sharing one doesn't make two facts be about
# the same thing.
_EMPTY_ABOUT = frozenset({"be", "have", "do", "say", "make", "take", "time", "side", "it"})


_LONGEST_COMPOUND = 40  # code points before the word
_JOINED_BEFORE = re.compile(r"(?:\w+[-\u2010\u2011])+\Z")
_JOINED_AFTER = re.compile(r"(?:[-\u2010\u2011]\w+)+")

# Best cosine from which matched words name one thing ("handed over" and "transferred").
ALIKE = 0.5
# What a name or a date weighs that the other side gives in another sentence: on marked links of
# data/gold/later and fresh the kind is marked for 33 of 904 such and for 205 of 1,351 others.
ELSEWHERE = 0.35
_BEFORE = 120  # code points in which words before a place are looked for
_NEAR = 24  # code points between a denial and what it denies, to be shown as one phrase


@dataclass(frozen=True, slots=True)
class Difference:
    """What one comparer found in one link."""

    kind: EvidenceKind
    a: Span | None  # None: nothing on that side
    b: Span | None
    note: str  # one plain sentence
    conflict: bool  # the sides can't both be right, or mean different things; else an addition
    weight: float = 1.0  # how sure the comparer is, [0, 1]
    opposite: bool = False  # two words that say the opposite of each other
    alone: float = 0.0  # how sure a divergence it makes by itself, [0, 1]; 0: it makes none
    denies: bool = False  # the main clauses can't both be so: no agreement, whatever the kind
    told: bool = True  # False: the models count it, as they learned to, and no reader is shown it


@dataclass(frozen=True)
class LinkContext:
    """The sentences of one link with their facts and word alignment."""

    a: Statement
    b: Statement
    facts_a: tuple[Fact, ...]
    facts_b: tuple[Fact, ...]
    tokens_a: tuple[Token, ...]
    tokens_b: tuple[Token, ...]
    words: WordAlignment
    said_a: Said = NOTHING  # by the whole statement, in this link or not
    said_b: Said = NOTHING

    def statement(self, side: Side) -> Statement:
        """Return the statement of one side."""
        return self.a if side == "a" else self.b

    def tokens(self, side: Side) -> tuple[Token, ...]:
        """Return the words of one side."""
        return self.tokens_a if side == "a" else self.tokens_b

    def of_kind(self, side: Side, *kinds: FactKind) -> list[Fact]:
        """Return one side's facts of some kinds, in reading order."""
        facts = self.facts_a if side == "a" else self.facts_b
        return [fact for fact in facts if fact.kind in kinds]

    def said(self, side: Side) -> Said:
        """Return what one side says in its whole statement."""
        return self.said_a if side == "a" else self.said_b

    def quote(self, side: Side, span: Span) -> str:
        """Return the words of a span on one line, in quotation marks."""
        statement = self.a if side == "a" else self.b
        return "“" + " ".join(statement.slice(span).split()) + "”"

    @cached_property
    def _lemma_links(self) -> dict[str, set[str]]:
        return self._linked(ALIKE)

    @cached_property
    def _loose_links(self) -> dict[str, set[str]]:
        return self._linked(-1.0)

    def _linked(self, least: float) -> dict[str, set[str]]:
        """Return the lemmas of A's words, each with those of B's words aligned with it.

        :param least: best cosine of both words; what is left over in both sentences is aligned too
        """

        def at(tokens: Sequence[Token], span: Span) -> set[str]:
            return {t.lemma for t in tokens if t.start < span.end and span.start < t.end}

        links: dict[str, set[str]] = {}
        for i, j in self.words.pairs:
            if min(self.words.best_a[i], self.words.best_b[j]) < least:
                continue
            right = at(self.tokens_b, self.words.b[j].span)
            for lemma in at(self.tokens_a, self.words.a[i].span):
                links.setdefault(lemma, set()).update(right)
        return links

    def shared_about(self, one: Sequence[str], other: Sequence[str], *, loose: bool = False) -> str:
        """Return a word of A that both are about, or "" where there is none.

        Two things share what they are about when a lemma is the same, or when A's word is aligned
        with B's.

        :param one: lemmas from A; `other` from B
        :param loose: whether words that are little alike count too, where they are aligned
        """
        links = self._loose_links if loose else self._lemma_links
        left = [lemma for lemma in one if lemma not in _EMPTY_ABOUT]
        right = {lemma for lemma in other if lemma not in _EMPTY_ABOUT}
        for lemma in left:
            if lemma in right:
                return lemma
        for lemma in left:
            if links.get(lemma, set()) & right:
                return lemma
        return ""

    def is_thing(self, lemma: str) -> bool:
        """Say whether a word of A that has a lemma is a noun."""
        return any(t.lemma == lemma and t.pos in ("NOUN", "PROPN") for t in self.tokens_a)

    def as_written(self, lemma: str) -> str:
        """Return the word of A that has a lemma, as it stands there: "doses", "cease-fire"."""
        for token in self.tokens_a:
            if token.lemma == lemma:
                return self.a.slice(whole_word(self.a, Span(token.start, token.end)))
        return lemma


def whole_word(statement: Statement, span: Span) -> Span:
    """Return a span with what hyphens join to it: "north" of "north-eastern" is no word."""
    near = statement.text[max(0, span.start - _LONGEST_COMPOUND) : span.start]
    before = _JOINED_BEFORE.search(near)
    after = _JOINED_AFTER.match(statement.text, span.end)
    start = span.start - len(before.group()) if before else span.start
    return Span(start, after.end() if after else span.end)


def said_before(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """Return the match of a pattern in the words just before a place; a statement may be long."""
    return pattern.search(text, max(0, end - _BEFORE), end)


def denied_words(context: LinkContext, side: Side, fact: Fact) -> Span:
    """Return a denial with the next word of what it denies: "no decision", not "no" alone."""
    tokens = context.tokens_a if side == "a" else context.tokens_b
    for token in tokens:
        near = fact.span.end <= token.start <= fact.span.end + _NEAR
        if near and token.lemma in fact.about and token.pos in ("NOUN", "PROPN", "VERB", "ADJ"):
            return Span(fact.span.start, token.end)
    return fact.span


def _joined(sentences: Iterable[Sequence[Token]]) -> tuple[Token, ...]:
    """Return the words of some sentences; their places in the parse count from the first one."""
    found: list[Token] = []
    for tokens in sentences:
        before = len(found)
        found += tokens if not before else (replace(t, head=t.head + before) for t in tokens)
    return tuple(found)


def link_contexts(
    a: Statement,
    b: Statement,
    facts_a: Sequence[SentenceFacts],
    facts_b: Sequence[SentenceFacts],
    links: Sequence[tuple[tuple[int, ...], tuple[int, ...]]],
    words: Sequence[WordAlignment],
) -> tuple[LinkContext, ...]:
    """Return a context for each link; names are made one across both statements first."""
    facts_a, facts_b = resolve(facts_a, facts_b)
    said_a, said_b = Said.of(a, facts_a), Said.of(b, facts_b)
    found = []
    for (of_a, of_b), alignment in zip(links, words, strict=True):
        told = (
            tuple(fact for i in of_a for fact in facts_a[i].facts),
            tuple(fact for j in of_b for fact in facts_b[j].facts),
        )
        tokens = _joined(facts_a[i].tokens for i in of_a), _joined(facts_b[j].tokens for j in of_b)
        told = with_units((a, b), told, tokens)
        found.append(LinkContext(a, b, *told, *tokens, alignment, said_a, said_b))
    return tuple(found)
