"""Soft matching of contextual token vectors, weighted by how rare a token is in this pair.

Each token of one sentence takes its best cosine in the other (as in BERTScore, Zhang et al. 2020);
the mean over tokens is weighted by log((N + 1) / df) squared, where N counts all sentences of both
statements and df those that hold the token. Names that stand in every sentence so count for little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from compare.embedding.base import FloatArray, IntArray, TokenVectors
from compare.language.function_words import FUNCTION_WORDS

BoolArray = npt.NDArray[np.bool_]
# Tokens of A that are multiplied with all tokens of B at once: bounds the memory to this times the
# number of B's tokens times 4 bytes.
BLOCK_TOKENS = 2048


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of each sentence the other side's sentence covers; all shape (n_a, n_b), [-1, 1]."""

    of_a: FloatArray  # the share of A's sentence that B's sentence says too
    of_b: FloatArray
    rare: FloatArray  # the best match of a rare token, times its weight relative to the rarest
    amount: FloatArray  # log(1 + the weight covered, on the side where it is less), from 0


@dataclass(frozen=True, slots=True)
class Stacked:
    """The tokens of some sentences that have a weight, in one array; one zero row where none."""

    vectors: FloatArray  # shape (n_tokens, dim), unit rows
    weights: FloatArray  # shape (n_tokens,)
    starts: IntArray  # where each sentence begins, and the end of the last, shape (n + 1,)


def token_weights(texts: Sequence[str], tokens: Sequence[TokenVectors]) -> tuple[FloatArray, ...]:
    """Return each token's weight: its idf squared, or 0 for a function word or mark.

    :param texts: all sentences of both statements
    :param tokens: their tokens, in the same order
    """
    frequency = np.bincount(np.concatenate([np.unique(item.ids) for item in tokens]), minlength=1)
    return tuple(
        text_weights(text, item, frequency, len(texts))
        for text, item in zip(texts, tokens, strict=True)
    )


def text_weights(text: str, tokens: TokenVectors, frequency: IntArray, count: int) -> FloatArray:
    """Return the weights of the tokens of one text.

    :param frequency: in how many of all texts each token id stands
    :param count: of all texts
    """
    rarity = np.log((count + 1) / frequency[tokens.ids]) ** 2
    return np.where(heavy_tokens(text, tokens), rarity, 0).astype(np.float32)


def heavy_tokens(text: str, tokens: TokenVectors) -> BoolArray:
    """Return which tokens of a text have a weight: neither function words nor marks."""
    spans = zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True)
    return np.array([_is_heavy(text[start:end].lower()) for start, end in spans], dtype=np.bool_)


@lru_cache(maxsize=50_000)
def _is_heavy(word: str) -> bool:
    return word not in FUNCTION_WORDS and any(letter.isalnum() for letter in word)


def _stack(tokens: Sequence[TokenVectors], weights: Sequence[FloatArray]) -> Stacked:
    """Return all weighted tokens of one side in one array."""
    keep = [row > 0 for row in weights]
    vectors = [
        item.vectors[mask].astype(np.float32) for item, mask in zip(tokens, keep, strict=True)
    ]
    dim = tokens[0].vectors.shape[1]
    # A sentence without any weighted token gets one zero vector, so that every segment has a row.
    vectors = [rows if len(rows) else np.zeros((1, dim), np.float32) for rows in vectors]
    values = [
        row[mask] if mask.any() else np.zeros(1, np.float32)
        for row, mask in zip(weights, keep, strict=True)
    ]
    starts = np.concatenate([[0], np.cumsum([len(rows) for rows in vectors])]).astype(np.int64)
    return Stacked(np.concatenate(vectors), np.concatenate(values), starts)


def coverage(
    a: Sequence[TokenVectors],
    b: Sequence[TokenVectors],
    weights_a: Sequence[FloatArray],
    weights_b: Sequence[FloatArray],
) -> Coverage:
    """Return the weighted soft coverage of every sentence of A with every sentence of B."""
    return stacked_coverage(_stack(a, weights_a), _stack(b, weights_b))


def stacked_coverage(a: Stacked, b: Stacked, top: float | None = None) -> Coverage:
    """Return the coverage of sentences whose tokens stand in one array.

    :param top: the highest weight of any token; that of these when None
    """
    vectors_a, values_a, starts_a = a.vectors, a.weights, a.starts
    vectors_b, values_b, starts_b = b.vectors.astype(np.float32), b.weights, b.starts
    shape = (len(starts_a) - 1, len(starts_b) - 1)
    of_a, of_b, rare = (np.zeros(shape, dtype=np.float32) for _ in range(3))
    top = top or max(float(values_a.max()), float(values_b.max()), 1e-6)
    first = 0
    while first < shape[0]:
        last = first + 1
        while last < shape[0] and starts_a[last + 1] - starts_a[first] <= BLOCK_TOKENS:
            last += 1
        rows = slice(starts_a[first], starts_a[last])
        cosine = vectors_a[rows].astype(np.float32) @ vectors_b.T
        best_in_b = np.maximum.reduceat(cosine, starts_b[:-1], axis=1)  # (tokens of block, n_b)
        weighted = best_in_b * values_a[rows, None]
        local = starts_a[first:last] - starts_a[first]
        total = np.add.reduceat(values_a[rows], local)
        of_a[first:last] = (
            np.add.reduceat(weighted, local, axis=0) / np.maximum(total, 1e-6)[:, None]
        )
        rare[first:last] = np.maximum.reduceat(weighted, local, axis=0) / top
        best_in_a = np.maximum.reduceat(cosine, local, axis=0)  # (n_block, tokens of b)
        weighted = best_in_a * values_b[None, :]
        total_b = np.add.reduceat(values_b, starts_b[:-1])
        of_b[first:last] = np.add.reduceat(weighted, starts_b[:-1], axis=1) / np.maximum(
            total_b, 1e-6
        )
        first = last
    weight_a = np.add.reduceat(values_a, starts_a[:-1])
    weight_b = np.add.reduceat(values_b, starts_b[:-1])
    covered = np.minimum(of_a * weight_a[:, None], of_b * weight_b[None, :])
    return Coverage(of_a, of_b, rare, np.log1p(np.maximum(covered, 0)))
