"""Words of a statement, as insight counts them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.language.facts import SentenceFacts
from compare.language.function_words import FUNCTION_WORDS
from compare.model import Statement

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_NOUNS = frozenset(("NOUN", "PROPN"))
_OTHERS = frozenset(("VERB", "ADJ"))
_LETTERS = 3  # of a word that can name a topic


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a sentence that can name what the sentence is about."""

    lemma: str  # lower case; words of one lemma are one word
    written: str
    noun: bool


def sentence_words(statement: Statement) -> list[list[str]]:
    """Return the words of each sentence, as they are written; numbers count as words."""
    return [_WORD.findall(statement.sentence(index)) for index in range(len(statement.sentences))]


def sentence_lengths(statement: Statement) -> list[int]:
    """Return how many words each sentence has, counted as at the head of every report."""
    return [len(statement.sentence(i).split()) for i in range(len(statement.sentences))]


def sentence_terms(statement: Statement, facts: Sequence[SentenceFacts]) -> list[list[Term]]:
    """Return the words of each sentence that can name a topic: nouns, verbs and adjectives."""
    return [
        [
            Term(token.lemma, statement.text[token.start : token.end], token.pos in _NOUNS)
            for token in sentence.tokens
            if token.pos in _NOUNS | _OTHERS
            and len(token.lemma) >= _LETTERS
            and token.lemma[0].isalpha()
            and token.lemma not in FUNCTION_WORDS
        ]
        for sentence in facts
    ]
