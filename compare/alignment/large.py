"""The features of two large statements: on candidates only, without a matrix of all pairs.

Each feature of alignment/features.py is computed as there. What speaks of all pairs (means,
spreads, and a pair's share among its rivals) is exact where a side has at most `SAMPLE` sentences;
above that the pairs that are no candidates are counted from a sample of as many sentences, chosen
at equal distances. So time grows with the number of sentences, but for the cosine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from compare.alignment.candidates import find_candidates
from compare.alignment.compact import Compact, some, weighted
from compare.alignment.features import (
    ORDINARY,
    ORDINARY_BEST,
    PRIOR_PAIRS,
    PRIOR_RIVALS,
    SHARPNESS,
    harmonic,
)
from compare.alignment.onpairs import pair_coverage, row_products, term_products
from compare.alignment.pairs import Pairs
from compare.alignment.soft import BoolArray, Stacked, stacked_coverage
from compare.alignment.tfidf import Terms, character_ngrams, count_terms, words
from compare.embedding.base import FloatArray, IntArray, unit_rows
from compare.progress import Progress, silent

SAMPLE = 256  # sentences of a side; twice as many change no probability by more than 0.01
_ROWS = 256  # sentences at once in sampled matching
KINDS = ("cosine", "centred", "character", "soft")


@dataclass(frozen=True, slots=True)
class Sampled:
    """Scores of every sentence of one side with a sample of the other's."""

    chosen: IntArray  # of the other side, ascending
    scores: dict[str, FloatArray]  # by kind, shape (n, len(chosen))


def _chosen(count: int) -> IntArray:
    return np.unique(np.linspace(0, count - 1, min(SAMPLE, count)).round().astype(np.int64))


def _soft(one: Stacked, other: Stacked, what: str, progress: Progress) -> FloatArray:
    """Return soft matching of all sentences of one side with the sample of the other."""
    top = float(max(one.weights.max(), other.weights.max(), 1e-6))
    count = len(one.starts) - 1
    rows = []
    for at in range(0, count, _ROWS):
        progress(what, at, count)
        part = some(one, np.arange(at, min(count, at + _ROWS)))
        cover = stacked_coverage(part, other, top)
        rows.append(harmonic(cover.of_a, cover.of_b))
    return np.concatenate(rows)


def _grams(terms: Terms, rows: IntArray, columns: IntArray) -> FloatArray:
    """Return the TF-IDF cosines of some sentences with others, numbered as in `terms`."""
    from scipy import sparse

    matrix = sparse.csr_array((terms.tfidf(), (terms.rows, terms.columns)), shape=terms.shape)
    result: FloatArray = (matrix[rows] @ matrix[columns].T).toarray().astype(np.float32)
    return np.clip(result, 0, 1)


@dataclass(frozen=True, slots=True)
class Spread:
    """Mean and spread of a kind of score over all pairs, drawn to the ordinary ones."""

    centre: float
    deviation: float

    @classmethod
    def of(cls, kind: str, sampled: Sequence[FloatArray], pairs: int) -> Spread:
        """Return what `standardised` (alignment/features.py) takes, from samples of both sides."""
        means = [float(scores.mean(dtype=np.float64)) for scores in sampled]
        squares = [float(np.square(scores, dtype=np.float64).mean()) for scores in sampled]
        mean, square = sum(means) / len(means), sum(squares) / len(squares)
        ordinary, spread = ORDINARY[kind]
        own = pairs / (pairs + PRIOR_PAIRS)
        centre = own * mean + (1 - own) * ordinary
        variance = own * (square - 2 * centre * mean + centre**2) + (1 - own) * spread**2
        return cls(centre, float(np.sqrt(variance)))

    def level(self, score: FloatArray) -> FloatArray:
        """Return the scores in standard deviations."""
        result: FloatArray = (score - self.centre) / self.deviation
        return result


def _share(
    own: IntArray, level: FloatArray, sampled: FloatArray, free: BoolArray, rivals: int
) -> FloatArray:
    """Return the log share of each pair among the rivals of its sentence; see `share`.

    :param own: the pair's sentence of the side whose rivals are asked for
    :param level: standardised scores of the pairs; `sampled` those of the sample
    :param free: which sampled cells are no pairs themselves, same shape as `sampled`
    :param rivals: sentences of the other side
    """
    count = np.bincount(own, minlength=len(sampled))
    seen = free.sum(axis=1)
    rest = np.where(free, np.exp(SHARPNESS * sampled.astype(np.float64)), 0).sum(axis=1)
    rest *= np.divide(rivals - count, seen, out=np.zeros(len(seen)), where=seen > 0)
    scaled = SHARPNESS * level.astype(np.float64)
    total = np.bincount(own, np.exp(scaled), minlength=len(sampled)) + rest
    total += max(0, PRIOR_RIVALS - rivals)
    return (scaled - np.log(total[own])).astype(np.float32)


def _above_next(
    own: IntArray, score: FloatArray, sampled: FloatArray, free: BoolArray, rivals: int
) -> FloatArray:
    """Return how far each pair is above the best other pair of its sentence; see `margin`.

    :param sampled: scores of the sample, and `free` which of them are no pairs themselves
    """
    count = len(sampled)
    order = np.lexsort((-score, own))
    first = np.searchsorted(own[order], np.arange(count))
    having = np.bincount(own, minlength=count)
    top = np.full((count, 4), -np.inf, dtype=score.dtype)
    top[having > 0, 0] = score[order[first[having > 0]]]
    top[having > 1, 1] = score[order[first[having > 1] + 1]]
    others = np.where(free, sampled, -np.inf)
    width = min(2, others.shape[1])
    top[:, 2 : 2 + width] = np.partition(others, others.shape[1] - width, axis=1)[:, -width:]
    best, second = np.sort(top, axis=1)[:, :1:-1].T
    if rivals < PRIOR_RIVALS:
        best = np.maximum(best, score.dtype.type(ORDINARY_BEST))
        second = np.maximum(second, score.dtype.type(ORDINARY_BEST))
    second = np.where(np.isfinite(second), second, best)
    return score - np.where(score == best[own], second[own], best[own])


def candidate_features(
    texts_a: Sequence[str],
    texts_b: Sequence[str],
    vectors: tuple[FloatArray, FloatArray],
    tokens: tuple[Compact, Compact],
    progress: Progress = silent,
    pairs: Pairs | None = None,
) -> tuple[Pairs, dict[str, FloatArray]]:
    """Return the candidates and each feature's values on them, shape (n_pairs,), float32.

    :param vectors: sentence vectors of both sides, unit rows
    :param pairs: the candidates; found here when None
    """
    n_a, n_b = len(texts_a), len(texts_b)
    vectors_a, vectors_b = vectors
    progress("counting words", 0, 1)
    word_terms = count_terms((*texts_a, *texts_b), words)
    grams = count_terms((*texts_a, *texts_b), character_ngrams)
    if pairs is None:
        pairs = find_candidates(vectors_a, vectors_b, word_terms, progress)
    mean = (vectors_a.sum(axis=0) + vectors_b.sum(axis=0)) / (n_a + n_b + PRIOR_RIVALS)
    centred_a, centred_b = unit_rows(vectors_a - mean), unit_rows(vectors_b - mean)
    stacked_a, stacked_b = weighted(*tokens)

    chosen_a, chosen_b = _chosen(n_a), _chosen(n_b)
    every_a, every_b = np.arange(n_a), np.arange(n_b) + n_a
    of_a = Sampled(
        chosen_b,
        {
            "cosine": vectors_a @ vectors_b[chosen_b].T,
            "centred": centred_a @ centred_b[chosen_b].T,
            "character": _grams(grams, every_a, chosen_b + n_a),
            "soft": _soft(stacked_a, some(stacked_b, chosen_b), "sampling A", progress),
        },
    )
    of_b = Sampled(
        chosen_a,
        {
            "cosine": vectors_b @ vectors_a[chosen_a].T,
            "centred": centred_b @ centred_a[chosen_a].T,
            "character": _grams(grams, every_b, chosen_a),
            "soft": _soft(stacked_b, some(stacked_a, chosen_a), "sampling B", progress),
        },
    )
    spread = {
        kind: Spread.of(kind, (of_a.scores[kind], of_b.scores[kind]), n_a * n_b) for kind in KINDS
    }

    cover = pair_coverage(stacked_a, stacked_b, pairs, progress)
    character, shared = term_products(grams, n_a, pairs, progress)
    word, _ = term_products(word_terms, n_a, pairs, progress)
    features = {
        "cosine": row_products(vectors_a, vectors_b, pairs),
        "centred": row_products(centred_a, centred_b, pairs),
        "character": character,
        "word": word,
        "soft": harmonic(cover.of_a, cover.of_b),
        "cover_more": np.maximum(cover.of_a, cover.of_b),
        "cover_less": np.minimum(cover.of_a, cover.of_b),
        "rare": cover.rare,
        "amount": cover.amount,
        "shared": shared,
    }
    features |= _rival_features(pairs, features, spread, of_a, of_b)
    place_a, place_b = (pairs.rows + 0.5) / n_a, (pairs.columns + 0.5) / n_b
    size_a, size_b = (np.log([max(len(text), 1) for text in side]) for side in (texts_a, texts_b))
    features["position"] = (1 - np.abs(place_a - place_b)).astype(np.float32)
    features["length"] = np.abs(size_a[pairs.rows] - size_b[pairs.columns]).astype(np.float32)
    return pairs, features


def _rival_features(
    pairs: Pairs,
    features: dict[str, FloatArray],
    spread: dict[str, Spread],
    of_a: Sampled,
    of_b: Sampled,
) -> dict[str, FloatArray]:
    """Return the features that hold a pair against the rivals of its sentences."""
    sides = ((pairs.rows, pairs.columns, of_a, 1), (pairs.columns, pairs.rows, of_b, 0))
    levels = {kind: spread[kind].level(features[kind]) for kind in KINDS}
    levels["hybrid"] = (levels["cosine"] + 2 * levels["soft"]) / 3
    shares: dict[str, list[FloatArray]] = {name: [] for name in levels}
    margins = []
    for own, other, sampled, axis in sides:
        rivals = pairs.shape[axis]
        at = np.minimum(np.searchsorted(sampled.chosen, other), len(sampled.chosen) - 1)
        inside = sampled.chosen[at] == other
        free = np.ones((pairs.shape[1 - axis], len(sampled.chosen)), dtype=np.bool_)
        free[own[inside], at[inside]] = False
        scores = {kind: spread[kind].level(sampled.scores[kind]) for kind in KINDS}
        scores["hybrid"] = (scores["cosine"] + 2 * scores["soft"]) / 3
        for name, level in levels.items():
            shares[name].append(_share(own, level, scores[name], free, rivals))
        margins.append(_above_next(own, levels["hybrid"], scores["hybrid"], free, rivals))
    return {
        "hybrid": levels["hybrid"],
        "in_row": shares["hybrid"][0],
        "in_column": shares["hybrid"][1],
        "margin": (margins[0] + margins[1]) / 2,
        **{
            f"{kind}_share": shares[kind][0] + shares[kind][1]
            for kind in ("character", "centred", "soft")
        },
    }
