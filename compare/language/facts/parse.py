"""One sentence as the fact readers see it: text, tokens, and walks over the parse."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING

from compare.language.facts.case import restored
from compare.language.facts.records import Token
from compare.language.pipeline import load_pipeline

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Code points of a sentence that are parsed. A sentence that long is a table or a broken file;
# the parser's memory grows with it (spaCy itself stops at a million).
MAX_CHARS = 10_000

_SURROGATE = re.compile("[\ud800-\udfff]")
_LETTER = re.compile(r"[A-Z]\.")
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_MEASURES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"})
# Where the pipeline's rules go wrong: the verb is "hope", not "hop".
_LEMMAS = {"hopes": "hope", "hoped": "hope", "hoping": "hope"}
_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Parse:
    """A parsed sentence; all offsets count from the sentence's own start."""

    text: str  # as it was parsed: same length as the original, case restored when it shouted
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    ents: tuple[tuple[int, int, str], ...]  # token range, label

    def word(self, index: int) -> str:
        """Return the words of a token, in lower case."""
        token = self.tokens[index]
        return self.text[token.start : token.end].lower()

    def at(self, offset: int) -> int:
        """Return the index of the token at an offset, or of the last one before it."""
        return max(0, bisect_right([token.start for token in self.tokens], offset) - 1)

    def subtree(self, index: int) -> list[int]:
        """Return the token and all that hangs on it, in reading order."""
        found, todo = {index}, [index]
        while todo:
            for child in self.children[todo.pop()]:
                if child not in found:
                    found.add(child)
                    todo.append(child)
        return sorted(found)

    def child(self, index: int, deps: Iterable[str]) -> int | None:
        """Return the first child with one of the dependency labels."""
        wanted = frozenset(deps)
        return next((c for c in self.children[index] if self.tokens[c].dep in wanted), None)

    def up(self, index: int, stop: frozenset[str]) -> int:
        """Climb to the nearest token (itself included) with a part of speech, or to the root."""
        for _ in self.tokens:
            token = self.tokens[index]
            if token.pos in stop or token.head == index:
                break
            index = token.head
        return index

    def verb_of(self, index: int) -> int:
        """Climb to the verb that governs a token (itself included), or to the root."""
        return self.up(index, frozenset({"VERB", "AUX"}))

    def noun_lemmas(self, index: int) -> list[str]:
        """Return a noun's lemma and those of its modifiers, the noun first."""
        lemmas = [self.tokens[index].lemma]
        for child in self.children[index]:
            token = self.tokens[child]
            if token.dep in ("amod", "compound", "nmod") and token.pos in ("NOUN", "PROPN", "ADJ"):
                lemmas.append(token.lemma)
        return lemmas

    def object_lemmas(self, verb: int) -> list[str]:
        """Return the lemmas of what a verb acts on: objects, passive subjects, first `of`."""
        lemmas: list[str] = []
        for child in self.children[verb]:
            token = self.tokens[child]
            if token.dep in ("dobj", "nsubjpass", "attr", "oprd") and token.pos in _NOUNS:
                lemmas += self.noun_lemmas(child)
                for prep in self.children[child]:
                    if self.tokens[prep].lemma == "of":
                        inner = self.child(prep, ("pobj",))
                        if inner is not None:
                            lemmas += self.noun_lemmas(inner)
        return lemmas

    def act_lemmas(self, verb: int) -> list[str]:
        """Return the lemmas of an act: verb, particle, objects, and prepositional objects."""
        lemmas = [self.tokens[verb].lemma]
        for child in self.children[verb]:
            token = self.tokens[child]
            if token.dep == "prt":
                lemmas[0] = f"{lemmas[0]} {token.lemma}"
        lemmas += self.object_lemmas(verb)
        for child in self.children[verb]:
            if self.tokens[child].dep in ("prep", "dative"):
                inner = self.child(child, ("pobj",))
                if inner is not None and self.tokens[inner].entity not in _MEASURES:
                    lemmas += self.noun_lemmas(inner)
        return lemmas

    def content(self, indices: Iterable[int]) -> list[str]:
        """Return the lemmas of the content words among the tokens."""
        return [self.tokens[i].lemma for i in indices if self.tokens[i].pos in _CONTENT]


def unique(lemmas: Iterable[str], limit: int = 8) -> tuple[str, ...]:
    """Return the lemmas without repeats and signs, at most `limit`, in their order."""
    named = (lemma for lemma in lemmas if any(c.isalpha() for c in lemma))
    return tuple(dict.fromkeys(named))[:limit]


def parse_each(texts: Sequence[str]) -> Iterator[Parse]:
    """Yield the parse of each text; the same text is parsed once.

    A parse is held only while the text still comes again.
    """
    clean = restored([_SURROGATE.sub("?", text[:MAX_CHARS]) for text in texts])
    left = Counter(clean)
    parsed: dict[str, Parse] = {}
    # Distinct, in the order of first occurrence.
    docs = load_pipeline().pipe([_tokenized(text) for text in left])
    for text in clean:
        if text not in parsed:
            parsed[text] = _from_doc(next(docs))
        left[text] -= 1
        yield parsed[text] if left[text] else parsed.pop(text)


def _tokenized(text: str) -> Doc:
    """Return the tokens of a sentence; a letter at its end is no initial with its full stop.

    The tokenizer keeps "I." of "and so do I." in one, which is then read as a name.
    """
    doc = load_pipeline().make_doc(text)
    for token in reversed(doc):
        if not (token.is_punct or token.is_space):
            if _LETTER.fullmatch(token.text):
                with doc.retokenize() as change:
                    change.split(token, [token.text[0], "."], heads=[(token, 0), (token, 1)])
            break
    return doc


def _from_doc(doc: Doc) -> Parse:
    tokens = tuple(
        Token(
            start=token.idx,
            end=token.idx + len(token.text),
            lemma=intern(_LEMMAS.get(token.lower_, token.lemma_.lower())),
            pos=intern(token.pos_),
            head=token.head.i,
            dep=intern(token.dep_),
            tag=intern(token.tag_),
            entity=intern(token.ent_type_),
        )
        for token in doc
    )
    children: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if token.head != index:
            children[token.head].append(index)
    ents = tuple((ent.start, ent.end, ent.label_) for ent in doc.ents)
    return Parse(doc.text, tokens, tuple(map(tuple, children)), ents)
