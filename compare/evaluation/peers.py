"""Simple ways to match sentences or phrases, which ours is measured beside."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from compare.alignment.tfidf import character_ngrams, tfidf_cosine, words
from compare.embedding.base import FloatArray

NEIGHBOURS = 4  # k of margin scoring, as in the paper


def margin_scores(cosine: FloatArray) -> FloatArray:
    """Return cosine over the mean cosine of both sides' nearest neighbours (ratio margin).

    (Artetxe and Schwenk 2019, Margin-based Parallel Corpus Mining, section 3.)

    :param cosine: shape (n_a, n_b)
    """

    def near(matrix: FloatArray) -> FloatArray:
        count = min(NEIGHBOURS, matrix.shape[1])
        result: FloatArray = np.sort(matrix, axis=1)[:, -count:].mean(axis=1)
        return result

    level = (near(cosine)[:, None] + near(cosine.T)[None, :]) / 2
    result: FloatArray = cosine / np.maximum(level, 1e-6)
    return result


def mutual_scores(score: FloatArray) -> FloatArray:
    """Return the score of the pairs that are best for both sides, -1 for all others."""
    best = (score == score.max(axis=1, keepdims=True)) & (score == score.max(axis=0, keepdims=True))
    result: FloatArray = np.where(best, score, np.float32(-1))
    return result


def peer_scores(
    texts_a: Sequence[str], texts_b: Sequence[str], vectors_a: FloatArray, vectors_b: FloatArray
) -> dict[str, FloatArray]:
    """Return each peer's scores of every pair, shape (n_a, n_b); higher is closer.

    :param vectors_a: unit rows, shape (n_a, dim)
    """
    cosine: FloatArray = vectors_a @ vectors_b.T
    word = tfidf_cosine(texts_a, texts_b, words)
    character = tfidf_cosine(texts_a, texts_b, character_ngrams)
    mean: FloatArray = (cosine + word + character) / 3
    return {
        "cosine": cosine,
        "word TF-IDF": word,
        "character 3-5 TF-IDF": character,
        "mean of these three": mean,
        "margin scoring, cosine": margin_scores(cosine),
        "margin scoring, mean": margin_scores(mean),
        "mutual nearest, cosine": mutual_scores(cosine),
    }
