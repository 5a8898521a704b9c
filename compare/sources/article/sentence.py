"""A parsed sentence of an article: walks over its tokens, with what stands in quotation marks."""

from __future__ import annotations

from dataclasses import dataclass

from compare.language.facts import SentenceFacts
from compare.language.facts.records import Token
from compare.model import Span
from compare.sources.article.quotes import Quotes

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; token offsets are offsets into the article."""

    text: str  # of the whole article
    span: Span
    facts: SentenceFacts
    children: tuple[tuple[int, ...], ...]
    quoted: tuple[bool, ...]  # per token: it stands inside quotation marks

    @classmethod
    def of(cls, text: str, span: Span, facts: SentenceFacts, quotes: Quotes) -> Sentence:
        """Return the sentence with its parse turned round and its quotations marked."""
        children: list[list[int]] = [[] for _ in facts.tokens]
        for index, token in enumerate(facts.tokens):
            if token.head != index:
                children[token.head].append(index)
        quoted = []
        for token in facts.tokens:
            quote = quotes.at(token.start)
            quoted.append(quote is not None and quote.start <= token.start < quote.end)
        return cls(text, span, facts, tuple(map(tuple, children)), tuple(quoted))

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Return the tokens."""
        return self.facts.tokens

    def word(self, index: int) -> str:
        """Return a token's words in lower case."""
        token = self.tokens[index]
        return self.text[token.start : token.end].lower()

    def subtree(self, index: int) -> list[int]:
        """Return a token and all below it, in reading order."""
        found, todo = {index}, [index]
        while todo:
            for child in self.children[todo.pop()]:
                if child not in found:
                    found.add(child)
                    todo.append(child)
        return sorted(found)

    def child(self, index: int, *deps: str) -> int | None:
        """Return the first child with one of the labels."""
        return next((c for c in self.children[index] if self.tokens[c].dep in deps), None)

    def above(self, index: int) -> list[int]:
        """Return the tokens over a token, the nearest first."""
        path: list[int] = []
        while self.tokens[index].head != index and len(path) < len(self.tokens):
            index = self.tokens[index].head
            path.append(index)
        return path

    def phrase(self, head: int) -> tuple[int, int]:
        """Return the token range of the noun phrase around a head, without relative clauses."""
        first, last = head, head
        for index in self.subtree(head):
            path = [index, *self.above(index)]
            path = path[: path.index(head)] if head in path else path
            if any(self.tokens[i].dep in ("relcl", "acl", "conj", "cc", "advcl") for i in path):
                continue
            if self.tokens[index].dep == "punct":
                continue
            first, last = min(first, index), max(last, index)
        return first, last + 1
