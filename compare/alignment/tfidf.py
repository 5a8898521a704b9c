"""TF-IDF fitted on the two statements together: what is rare in this pair counts.

The weights and the tokens are those of scikit-learn's TfidfVectorizer (`sublinear_tf=True`,
`norm="l2"`, smooth idf), which a test compares them with. Only scipy is used here, because
importing scikit-learn takes longer than comparing two statements.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from scipy import sparse

from compare.embedding.base import FloatArray

_WORD = re.compile(r"(?u)\b\w\w+\b")
_SPACE = re.compile(r"\s+")


def words(text: str) -> list[str]:
    """Return the words of two letters or more, in lower case."""
    return _WORD.findall(text.lower())


def character_ngrams(text: str, low: int = 3, high: int = 5) -> list[str]:
    """Return the n-grams of characters inside each word, the word padded with one space."""
    grams: list[str] = []
    for word in _SPACE.sub(" ", text.lower()).split():
        padded = f" {word} "
        for size in range(low, high + 1):
            grams.append(padded[:size])
            for at in range(1, len(padded) - size + 1):
                grams.append(padded[at : at + size])
            if len(padded) <= size:  # a short word counts once
                break
    return grams


def _counts(texts: Sequence[str], analyse: Callable[[str], list[str]]) -> sparse.csr_array:
    """Return how often each term stands in each text, shape (n_texts, n_terms)."""
    vocabulary: dict[str, int] = {}
    rows, columns, values = [], [], []
    for row, text in enumerate(texts):
        for term, times in Counter(analyse(text)).items():
            rows.append(row)
            columns.append(vocabulary.setdefault(term, len(vocabulary)))
            values.append(float(times))
    return sparse.csr_array((values, (rows, columns)), shape=(len(texts), len(vocabulary)))


def tfidf_cosine(
    a: Sequence[str], b: Sequence[str], analyse: Callable[[str], list[str]]
) -> FloatArray:
    """Return the TF-IDF cosine of every sentence of A with every sentence of B.

    :param analyse: gives the terms of a text
    :return: shape (len(a), len(b)), float32, in [0, 1]; higher is closer
    """
    matrix = _counts((*a, *b), analyse)
    count = len(a) + len(b)
    if not matrix.shape[1]:
        return np.zeros((len(a), len(b)), dtype=np.float32)
    matrix.data = 1.0 + np.log(matrix.data)
    frequency = np.bincount(matrix.indices, minlength=matrix.shape[1])
    idf = np.log((1 + count) / (1 + frequency)) + 1.0
    matrix = matrix.multiply(idf[None, :]).tocsr()
    length = np.sqrt(matrix.multiply(matrix).sum(axis=1))
    scale = np.divide(1.0, length, out=np.zeros_like(length), where=length > 0)
    matrix = matrix.multiply(scale[:, None]).tocsr()
    cosine = matrix[: len(a)] @ matrix[len(a) :].T
    return np.clip(cosine.toarray(), 0.0, 1.0).astype(np.float32)


def shared_amount(
    a: Sequence[str], b: Sequence[str], analyse: Callable[[str], list[str]]
) -> FloatArray:
    """Return how much the sentences share: the sum of log((N + 1) / df) of the terms of both.

    Unlike the cosine it grows with what is shared, however much else a long sentence says.

    :param analyse: gives the terms of a text
    :return: shape (len(a), len(b)), float32, from 0, the log of 1 + the sum
    """
    matrix = _counts((*a, *b), analyse)
    if not matrix.shape[1]:
        return np.zeros((len(a), len(b)), dtype=np.float32)
    frequency = np.bincount(matrix.indices, minlength=matrix.shape[1])
    rarity = np.log((len(a) + len(b) + 1) / frequency)
    matrix.data = np.ones_like(matrix.data)
    both = matrix[: len(a)].multiply(rarity[None, :]).tocsr() @ matrix[len(a) :].T
    return np.log1p(both.toarray()).astype(np.float32)
