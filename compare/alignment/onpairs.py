"""The costly features of some sentence pairs: shared n-grams, and soft matching of tokens.

A loop over the sentences of A, each with all its pairs at once: time grows with the pairs, and
memory with the pairs of one sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from compare.alignment.compact import ranges
from compare.alignment.pairs import Pairs
from compare.alignment.soft import Stacked
from compare.alignment.tfidf import Terms
from compare.embedding.base import FloatArray
from compare.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class PairCoverage:
    """As Coverage (alignment/soft.py), each of shape (n_pairs,)."""

    of_a: FloatArray
    of_b: FloatArray
    rare: FloatArray
    amount: FloatArray


def row_products(a: FloatArray, b: FloatArray, pairs: Pairs) -> FloatArray:
    """Return the product of the two rows of each pair, shape (n_pairs,), float32."""
    result = np.empty(len(pairs.rows), dtype=np.float32)
    step = 100_000
    for at in range(0, len(result), step):
        part = slice(at, at + step)
        result[part] = np.einsum("ij,ij->i", a[pairs.rows[part]], b[pairs.columns[part]])
    return result


def pair_coverage(
    a: Stacked, b: Stacked, pairs: Pairs, progress: Progress = silent
) -> PairCoverage:
    """Return the weighted soft coverage of each pair."""
    top = max(float(a.weights.max()), float(b.weights.max()), 1e-6)
    weight_a = np.add.reduceat(a.weights, a.starts[:-1])
    weight_b = np.add.reduceat(b.weights, b.starts[:-1])
    starts = pairs.starts()
    of_a, of_b, rare = (np.zeros(len(pairs.rows), dtype=np.float32) for _ in range(3))
    for row in range(pairs.shape[0]):
        if row % 500 == 0:
            progress("matching tokens", row, pairs.shape[0])
        part = slice(starts[row], starts[row + 1])
        near = pairs.columns[part]
        if not len(near):
            continue
        own = slice(a.starts[row], a.starts[row + 1])
        sizes = b.starts[near + 1] - b.starts[near]
        tokens = ranges(b.starts[near], sizes)
        begins = np.cumsum(sizes) - sizes
        cosine = a.vectors[own].astype(np.float32) @ b.vectors[tokens].astype(np.float32).T
        weighted = np.maximum.reduceat(cosine, begins, axis=1) * a.weights[own, None]
        of_a[part] = weighted.sum(axis=0) / max(float(weight_a[row]), 1e-6)
        rare[part] = weighted.max(axis=0) / top
        covered = np.add.reduceat(cosine.max(axis=0) * b.weights[tokens], begins)
        of_b[part] = covered / np.maximum(weight_b[near], 1e-6)
    least = np.minimum(of_a * weight_a[pairs.rows], of_b * weight_b[pairs.columns])
    return PairCoverage(of_a, of_b, rare, np.log1p(np.maximum(least, 0)))


def term_products(
    terms: Terms, n_a: int, pairs: Pairs, progress: Progress = silent
) -> tuple[FloatArray, FloatArray]:
    """Return the TF-IDF cosine and the shared amount of each pair; see cosine_of and shared_of."""
    values, rarity, begins = terms.tfidf(), terms.rarity(), terms.starts()
    cosine, shared = (np.zeros(len(pairs.rows)) for _ in range(2))
    weight, rare = np.zeros(terms.shape[1]), np.zeros(terms.shape[1])
    starts = pairs.starts()
    for row in range(pairs.shape[0]):
        if row % 500 == 0:
            progress("comparing spelling", row, pairs.shape[0])
        part = slice(starts[row], starts[row + 1])
        near = pairs.columns[part] + n_a
        own = slice(begins[row], begins[row + 1])
        columns = terms.columns[own]
        weight[columns], rare[columns] = values[own], rarity[columns]
        sizes = begins[near + 1] - begins[near]
        cells = ranges(begins[near], sizes)
        owner = np.repeat(np.arange(len(near)), sizes)
        theirs = terms.columns[cells]
        cosine[part] = np.bincount(owner, weight[theirs] * values[cells], minlength=len(near))
        shared[part] = np.bincount(owner, rare[theirs], minlength=len(near))
        weight[columns] = rare[columns] = 0
    return np.clip(cosine, 0, 1).astype(np.float32), np.log1p(shared).astype(np.float32)
