"""Which sentences of the two statements share a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.alignment.features import pair_features
from compare.alignment.groups import group_matches
from compare.alignment.scorer import load_scorer
from compare.alignment.select import Match, select_links
from compare.embedding.base import Encoded, FloatArray

__all__ = ["Alignment", "Match", "align"]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The matches, and what they were chosen from."""

    matches: tuple[Match, ...]  # by first sentence of A, then of B
    similarity: FloatArray  # cosine, shape (n_a, n_b), [-1, 1]
    probability: FloatArray  # shape (n_a, n_b), [0, 1]
    features: dict[str, FloatArray]  # each of shape (n_a, n_b); see pair_features


def align(
    texts_a: Sequence[str], texts_b: Sequence[str], a: Encoded, b: Encoded, threshold: float
) -> Alignment:
    """Return the matches between the sentences of two statements.

    :param texts_a: A's sentences, and `a` their vectors
    :param threshold: the probability from which a pair is a match, [0, 1]
    """
    features = pair_features(texts_a, texts_b, a, b)
    probability = load_scorer(a.adapted).probability(features)
    matches = group_matches(select_links(probability, threshold), texts_a, texts_b, a, b)
    return Alignment(matches, features["cosine"], probability, features)
