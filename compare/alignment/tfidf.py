"""TF-IDF fitted on the two statements together: what is rare in this pair counts.

The weights and the tokens are those of scikit-learn's TfidfVectorizer (`sublinear_tf=True`,
`norm="l2"`, smooth idf), which a test compares them with. Statements of ordinary size need numpy
alone: importing scikit-learn takes longer than comparing two statements, and scipy a fifth of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from compare.embedding.base import FloatArray, IntArray

_WORD = re.compile(r"(?u)\b\w\w+\b")
# Sentences times terms up to which the product is made of dense matrices, 8 bytes a cell.
DENSE_CELLS = 6_000_000
_ROWS = 2000  # texts counted at once, some 10 MB
Analyser = Callable[[str], list[str]]


def words(text: str) -> list[str]:
    """Return the words of two letters or more, in lower case."""
    return _WORD.findall(text.lower())


def character_ngrams(text: str, low: int = 3, high: int = 5) -> list[str]:
    """Return the n-grams of characters inside each word, the word padded with one space."""
    grams: list[str] = []
    for word in text.lower().split():
        padded = f" {word} "
        for size in range(low, high + 1):
            grams.append(padded[:size])
            for at in range(1, len(padded) - size + 1):
                grams.append(padded[at : at + size])
            if len(padded) <= size:  # a short word counts once
                break
    return grams


@dataclass(frozen=True, slots=True)
class Terms:
    """How often each term stands in each text: the cells that aren't zero, row by row."""

    rows: IntArray  # ascending
    columns: IntArray  # ascending inside a row
    times: FloatArray
    shape: tuple[int, int]  # texts, terms

    def frequency(self) -> IntArray:
        """Return in how many texts each term stands, shape (n_terms,)."""
        result: IntArray = np.bincount(self.columns, minlength=self.shape[1])
        return result

    def starts(self) -> IntArray:
        """Return where each row begins, and the end of the last, shape (n_texts + 1,)."""
        result: IntArray = np.searchsorted(self.rows, np.arange(self.shape[0] + 1))
        return result

    def tfidf(self) -> FloatArray:
        """Return the weights of the cells, each row of length 1."""
        idf = np.log((1 + self.shape[0]) / (1 + self.frequency())) + 1.0
        values = (1.0 + np.log(self.times)) * idf[self.columns]
        length = np.sqrt(np.bincount(self.rows, values**2, minlength=self.shape[0]))
        return values / length[self.rows]

    def rarity(self) -> FloatArray:
        """Return log((texts + 1) / df) of each term, shape (n_terms,)."""
        result: FloatArray = np.log((self.shape[0] + 1) / self.frequency())
        return result


def count_terms(texts: Sequence[str], analyse: Analyser) -> Terms:
    """Return how often each term stands in each text; a word's n-grams are made once."""
    numbers: dict[str, int] = {}
    known: dict[str, list[int]] = {}
    found: list[list[int]] = []
    sizes = np.zeros(len(texts), dtype=np.int64)
    for row, text in enumerate(texts):
        for piece in text.lower().split() if analyse is character_ngrams else (text,):
            ids = known.get(piece)
            if ids is None:
                ids = [numbers.setdefault(term, len(numbers)) for term in analyse(piece)]
                known[piece] = ids
            found.append(ids)
            sizes[row] += len(ids)
    width = max(1, len(numbers))
    pieces = iter(chain.from_iterable(found))
    parts: list[tuple[IntArray, IntArray]] = []
    for at in range(0, len(texts), _ROWS):
        part = sizes[at : at + _ROWS]
        ids_of_part = np.fromiter(pieces, np.int64, int(part.sum()))
        rows = np.repeat(np.arange(at, at + len(part)), part)
        parts.append(np.unique(rows * width + ids_of_part, return_counts=True))
    none = np.zeros(0, dtype=np.int64)
    cells = np.concatenate([none, *(cell for cell, _ in parts)])
    times = np.concatenate([none, *(time for _, time in parts)]).astype(np.float64)
    return Terms(cells // width, cells % width, times, (len(texts), len(numbers)))


def _product(terms: Terms, left: FloatArray, right: FloatArray, n_a: int) -> FloatArray:
    """Return the product of the first `n_a` rows with the others, shape (n_a, n_b).

    :param left: the cells' values in the first rows; `right` in the others
    """
    at = int(np.searchsorted(terms.rows, n_a))
    shape = (n_a, terms.shape[0] - n_a)
    if terms.shape[0] * terms.shape[1] <= DENSE_CELLS:
        one, other = np.zeros((n_a, terms.shape[1])), np.zeros((shape[1], terms.shape[1]))
        one[terms.rows[:at], terms.columns[:at]] = left[:at]
        other[terms.rows[at:] - n_a, terms.columns[at:]] = right[at:]
        return one @ other.T
    from scipy import sparse

    first = sparse.csr_array(
        (left[:at], (terms.rows[:at], terms.columns[:at])), shape=(n_a, terms.shape[1])
    )
    second = sparse.csr_array(
        (right[at:], (terms.rows[at:] - n_a, terms.columns[at:])),
        shape=(shape[1], terms.shape[1]),
    )
    result: FloatArray = (first @ second.T).toarray()
    return result


def cosine_of(terms: Terms, n_a: int) -> FloatArray:
    """Return the TF-IDF cosine of the first `n_a` texts with the others.

    :return: shape (n_a, n_b), float32, in [0, 1]; higher is closer
    """
    values = terms.tfidf()
    return np.clip(_product(terms, values, values, n_a), 0.0, 1.0).astype(np.float32)


def shared_of(terms: Terms, n_a: int) -> FloatArray:
    """Return how much the first `n_a` texts share with the others: what terms both hold.

    The sum of log((N + 1) / df) of these terms. Unlike the cosine it grows with what is shared,
    however much else a long sentence says.

    :return: shape (n_a, n_b), float32, from 0: the log of 1 + the sum
    """
    ones = np.ones_like(terms.times)
    return np.log1p(_product(terms, terms.rarity()[terms.columns], ones, n_a)).astype(np.float32)


def tfidf_cosine(a: Sequence[str], b: Sequence[str], analyse: Analyser) -> FloatArray:
    """Return the TF-IDF cosine of every sentence of A with every sentence of B.

    :param analyse: gives the terms of a text
    :return: shape (len(a), len(b)), float32, in [0, 1]; higher is closer
    """
    return cosine_of(count_terms((*a, *b), analyse), len(a))
