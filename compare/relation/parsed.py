"""One side of a link as parsed: its words, and walks over what hangs on what."""

from __future__ import annotations

from compare.model import Side, Span
from compare.relation.context import LinkContext

VERBS = frozenset(("VERB", "AUX"))


class Parsed:
    """The words of one side of a link, and what hangs on each."""

    def __init__(self, context: LinkContext, side: Side) -> None:
        self.tokens = context.tokens(side)
        self.text = context.statement(side).text
        self.children: list[list[int]] = [[] for _ in self.tokens]
        for at, token in enumerate(self.tokens):
            if token.head != at and token.head < len(self.tokens):
                self.children[token.head].append(at)

    def within(self, span: Span) -> tuple[int, int] | None:
        """Return the first and the last word that a span touches, white space aside."""
        inside = [
            at
            for at, token in enumerate(self.tokens)
            if token.start < span.end and span.start < token.end and token.pos != "SPACE"
        ]
        return (inside[0], inside[-1]) if inside else None

    def size(self, first: int, last: int) -> int:
        """Return how many code points some words take."""
        return self.tokens[last].end - self.tokens[first].start

    def span(self, first: int, last: int) -> Span:
        """Return some words as a span of the statement."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def word(self, at: int) -> str:
        """Return a word in lower case."""
        return self.text[self.tokens[at].start : self.tokens[at].end].lower()

    def tops(self, first: int, last: int) -> list[int]:
        """Return the words among some that hang on none of the others, marks aside."""
        return [
            at
            for at in range(first, last + 1)
            if self.tokens[at].pos not in ("PUNCT", "SPACE")
            if not first <= self.tokens[at].head <= last or self.tokens[at].head == at
        ]

    def child(self, at: int, deps: frozenset[str]) -> int | None:
        """Return the first word behind another that hangs on it in one of some ways."""
        return next((c for c in self.children[at] if c > at and self.tokens[c].dep in deps), None)

    def is_under(self, at: int, top: int) -> bool:
        """Say whether a word hangs on another, by whatever others between."""
        for _ in self.tokens:
            if at == top or self.tokens[at].head == at:
                break
            at = self.tokens[at].head
        return at == top

    def under(self, at: int) -> tuple[int, int]:
        """Return the first and the last of all the words that hang on one, itself included."""
        edges = [self.under(child) for child in self.children[at]]
        return min([at, *(low for low, _ in edges)]), max([at, *(high for _, high in edges)])

    def last_under(self, at: int) -> int:
        """Return the last of all the words that hang on one, itself included."""
        return max([at, *(self.last_under(child) for child in self.children[at])])

    def verb_of(self, at: int) -> int | None:
        """Return the verb that a word belongs to, itself included; None where there is none."""
        for _ in range(8):
            token = self.tokens[at]
            if token.pos == "AUX" and token.dep in ("aux", "auxpass") and token.head != at:
                at = token.head
            elif token.pos in VERBS:
                return at
            elif token.head == at or token.head >= len(self.tokens):
                return None
            else:
                at = token.head
        return None
