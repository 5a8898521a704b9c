"""Inside a link: which words answer each other, and which phrases only one side has.

Mutual best cosine of token vectors of a middle layer, less a small charge for distance, as in
SimAlign (Jalili Sabet et al. 2020) with argmax; words of several pieces take the mean vector.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from compare.embedding.base import FloatArray, TokenVectors, unit_rows
from compare.language.function_words import FUNCTION_WORDS
from compare.model import Span, Statement

# Taken over from an earlier measurement on MultiMWA mtref-dev (F1 for sure links 0.84).
MIN_COSINE = 0.4
DISTANCE_CHARGE = 0.15
# A content word whose best counterpart is under this is said by one side only.
UNMATCHED = 0.5
# A run of such words is a phrase worth showing from this many content words on.
MIN_PHRASE_WORDS = 1


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a statement."""

    span: Span
    text: str  # lower case
    content: bool  # neither a function word nor a mark


@dataclass(frozen=True, slots=True)
class WordAlignment:
    """How the words of a link answer each other."""

    a: tuple[Word, ...]
    b: tuple[Word, ...]
    pairs: tuple[tuple[int, int], ...]  # mutual counterparts, indices into `a` and `b`
    best_a: tuple[float, ...]  # each word's best cosine on the other side, [-1, 1]
    best_b: tuple[float, ...]

    def counterparts(self, span: Span, *, of: str) -> frozenset[int]:
        """Return the indices, on the other side, of the words aligned with those in a span."""
        words = self.a if of == "a" else self.b
        inside = {
            index
            for index, word in enumerate(words)
            if word.span.start < span.end and span.start < word.span.end
        }
        if of == "a":
            return frozenset(j for i, j in self.pairs if i in inside)
        return frozenset(i for i, j in self.pairs if j in inside)


def _words(
    statement: Statement, sentences: Sequence[int], tokens: Sequence[TokenVectors]
) -> tuple[tuple[Word, ...], FloatArray]:
    """Return the words of some sentences and their unit vectors, shape (n_words, dim)."""
    words: list[Word] = []
    vectors: list[FloatArray] = []
    for index in sentences:
        offset, item = statement.sentences[index].start, tokens[index]
        rows = item.words.astype(np.float32)
        at = 0
        while at < len(item.ids):
            end = at + 1
            # Pieces that touch and are both letters or digits are one word.
            while (
                end < len(item.ids)
                and item.starts[end] == item.ends[end - 1]
                and statement.text[offset + int(item.starts[end])].isalnum()
                and statement.text[offset + int(item.ends[end - 1]) - 1].isalnum()
            ):
                end += 1
            span = Span(offset + int(item.starts[at]), offset + int(item.ends[end - 1]))
            text = statement.slice(span).lower()
            content = text not in FUNCTION_WORDS and any(letter.isalnum() for letter in text)
            words.append(Word(span, text, content))
            vectors.append(rows[at:end].mean(axis=0))
            at = end
    if not words:
        dim = tokens[sentences[0]].words.shape[1]
        return (), np.zeros((0, dim), dtype=np.float32)
    return tuple(words), unit_rows(np.stack(vectors))


def align_words(
    a: Statement,
    b: Statement,
    sentences_a: Sequence[int],
    sentences_b: Sequence[int],
    tokens_a: Sequence[TokenVectors],
    tokens_b: Sequence[TokenVectors],
) -> WordAlignment:
    """Return the word alignment of one link.

    :param sentences_a: 0-based indices of the link's sentences
    :param tokens_a: token vectors of every sentence of the statement
    """
    words_a, vectors_a = _words(a, sentences_a, tokens_a)
    words_b, vectors_b = _words(b, sentences_b, tokens_b)
    if not words_a or not words_b:
        return WordAlignment(words_a, words_b, (), (0.0,) * len(words_a), (0.0,) * len(words_b))
    cosine = vectors_a @ vectors_b.T
    place_a = np.arange(len(words_a), dtype=np.float32) / len(words_a)
    place_b = np.arange(len(words_b), dtype=np.float32) / len(words_b)
    score = cosine - DISTANCE_CHARGE * np.abs(place_a[:, None] - place_b[None, :])
    best_in_b, best_in_a = score.argmax(axis=1), score.argmax(axis=0)
    pairs = tuple(
        (i, int(j))
        for i, j in enumerate(best_in_b)
        if best_in_a[j] == i and score[i, j] >= MIN_COSINE
    )
    return WordAlignment(
        words_a,
        words_b,
        pairs,
        tuple(float(value) for value in cosine.max(axis=1)),
        tuple(float(value) for value in cosine.max(axis=0)),
    )


def lone_phrases(words: Sequence[Word], best: Sequence[float], aligned: set[int]) -> list[Span]:
    """Return the runs of words that the other side lacks, longest first.

    Function words inside a run belong to it, those at its ends don't.

    :param best: each word's best cosine on the other side
    :param aligned: the words that have a mutual counterpart
    """
    runs: list[list[int]] = []
    current: list[int] = []
    for index, word in enumerate(words):
        alone = word.content and index not in aligned and best[index] < UNMATCHED
        if alone:
            current.append(index)
        elif word.content or word.text not in FUNCTION_WORDS:
            if current:
                runs.append(current)
            current = []
    if current:
        runs.append(current)
    kept = [run for run in runs if len(run) >= MIN_PHRASE_WORDS]
    kept.sort(key=lambda run: (-len(run), run[0]))
    return [Span(words[run[0]].span.start, words[run[-1]].span.end) for run in kept]
