"""What is known about every sentence pair before it is judged: one matrix for each feature."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from compare.alignment.soft import coverage, token_weights
from compare.alignment.tfidf import character_ngrams, cosine_of, count_terms, shared_of, words
from compare.embedding.base import Encoded, FloatArray, unit_rows

# How sharply a pair has to beat its rivals (inverse temperature of the shares below). The average
# precision on data/gold hardly changed between 1 and 3 when it was chosen.
SHARPNESS = 2.0


# In statements of a few sentences the other pairs say little of what is near. They are judged as if
# sentences of ordinary closeness stood there too: means and spreads over the pairs of
# data/gold/train, weighing as much as PRIOR_PAIRS pairs, and up to PRIOR_RIVALS rivals. Of 15-60
# pairs, 6-15 rivals and 0.5-1.5, those that link best in crops of 1-4 sentences a side; whole
# statements hardly change (`python -m benchmarks.crops`).
PRIOR_PAIRS = 30
PRIOR_RIVALS = 6
ORDINARY_BEST = 1.5  # standard deviations: what the next best is at least, where rivals lack
ORDINARY = {
    "cosine": (0.205, 0.133),
    "soft": (0.335, 0.062),
    "character": (0.058, 0.046),
    "centred": (-0.042, 0.147),
}


def standardised(score: FloatArray, kind: str) -> FloatArray:
    """Return the scores less their mean, in standard deviations, both drawn to the ordinary ones.

    :param kind: which of `ORDINARY` the scores are
    """
    mean, spread = ORDINARY[kind]
    own = score.size / (score.size + PRIOR_PAIRS)
    centre = own * float(score.mean()) + (1 - own) * mean
    variance = own * float(((score - centre) ** 2).mean()) + (1 - own) * spread**2
    result: FloatArray = (score - centre) / np.sqrt(variance)
    return result


def share(score: FloatArray, axis: int) -> FloatArray:
    """Return the log of each pair's share among its rivals, the pairs along one axis.

    A sentence that is near to everything tells little; one that is nearer to this than to all
    else tells much. (Softmax along each axis, as in dual softmax for matching.)

    :param score: standardised, shape (n_a, n_b)
    :param axis: 1, the rivals are the other sentences of B; 0, those of A
    :return: the same shape, (-inf, 0]; higher is closer
    """
    scaled = score * SHARPNESS
    top = scaled.max(axis=axis, keepdims=True)
    ordinary = max(0, PRIOR_RIVALS - score.shape[axis]) * np.exp(-top)
    total = np.exp(scaled - top).sum(axis=axis, keepdims=True) + ordinary
    result: FloatArray = scaled - top - np.log(total)
    return result


def margin(score: FloatArray) -> FloatArray:
    """Return how much each pair is above the best other pair of its row and of its column.

    :param score: shape (n_a, n_b)
    :return: the same shape, the mean of the two; positive where the pair is the best for both
    """

    def above_next_best(matrix: FloatArray) -> FloatArray:
        if matrix.shape[1] < PRIOR_RIVALS:
            level = np.full((len(matrix), 2), ORDINARY_BEST, dtype=matrix.dtype)
            two = np.sort(np.concatenate([matrix, level], axis=1), axis=1)[:, -2:]
        else:
            two = np.sort(matrix, axis=1)[:, -2:]
        result: FloatArray = matrix - np.where(matrix == two[:, 1:], two[:, :1], two[:, 1:])
        return result

    result: FloatArray = (above_next_best(score) + above_next_best(score.T).T) / 2
    return result


def harmonic(x: FloatArray, y: FloatArray) -> FloatArray:
    """Return the harmonic mean of two coverages, 0 where either is not positive."""
    x, y = np.maximum(x, 0), np.maximum(y, 0)
    total = x + y
    return np.divide(2 * x * y, total, out=np.zeros_like(total), where=total > 0)


def pair_features(
    texts_a: Sequence[str], texts_b: Sequence[str], a: Encoded, b: Encoded
) -> dict[str, FloatArray]:
    """Return each feature's matrix, shape (n_a, n_b), float32; higher is closer but for the last.

    - cosine: of the sentence vectors
    - centred: the same after taking away what all sentences of the pair share
    - character, word: TF-IDF cosine fitted on the two statements
    - soft: harmonic mean of the two coverages by rarity-weighted token matching
    - cover_more, cover_less: the larger and the smaller of the two coverages
    - rare: the best match of a token that is rare in this pair
    - amount, shared: how much both say, by token matching and by shared character n-grams; a
      share tells little of a long sentence that says more besides
    - hybrid: cosine and soft, standardised, 1 to 2
    - in_row, in_column: the log share of `hybrid` among the pair's rivals on each side
    - margin: how much `hybrid` is above the next best of the pair's row and column
    - character_share, centred_share, soft_share: the log shares of these, both sides together
    - position: closeness of the relative places in the statements, [0, 1]
    - length: how unlike the lengths are, |log ratio|
    """
    cosine = (a.sentences @ b.sentences.T).astype(np.float32)
    both = np.concatenate([a.sentences, b.sentences])
    mean = both.sum(axis=0, keepdims=True) / (len(both) + PRIOR_RIVALS)
    centred = (unit_rows(a.sentences - mean) @ unit_rows(b.sentences - mean).T).astype(np.float32)
    grams = count_terms((*texts_a, *texts_b), character_ngrams)
    character = cosine_of(grams, len(texts_a))
    weights = token_weights([*texts_a, *texts_b], [*a.tokens, *b.tokens])
    cover = coverage(a.tokens, b.tokens, weights[: len(texts_a)], weights[len(texts_a) :])
    soft = harmonic(cover.of_a, cover.of_b)
    hybrid = (standardised(cosine, "cosine") + 2 * standardised(soft, "soft")) / 3

    def both_shares(score: FloatArray, kind: str) -> FloatArray:
        level = standardised(score, kind)
        return share(level, 1) + share(level, 0)

    place_a = (np.arange(len(texts_a), dtype=np.float32) + 0.5) / len(texts_a)
    place_b = (np.arange(len(texts_b), dtype=np.float32) + 0.5) / len(texts_b)
    size_a = np.log([max(len(text), 1) for text in texts_a]).astype(np.float32)
    size_b = np.log([max(len(text), 1) for text in texts_b]).astype(np.float32)
    return {
        "cosine": cosine,
        "centred": centred,
        "character": character,
        "word": cosine_of(count_terms((*texts_a, *texts_b), words), len(texts_a)),
        "soft": soft,
        "cover_more": np.maximum(cover.of_a, cover.of_b),
        "cover_less": np.minimum(cover.of_a, cover.of_b),
        "rare": cover.rare,
        "amount": cover.amount,
        "shared": shared_of(grams, len(texts_a)),
        "hybrid": hybrid,
        "in_row": share(hybrid, 1),
        "in_column": share(hybrid, 0),
        "margin": margin(hybrid),
        "character_share": both_shares(character, "character"),
        "centred_share": both_shares(centred, "centred"),
        "soft_share": both_shares(soft, "soft"),
        "position": 1 - np.abs(place_a[:, None] - place_b[None, :]),
        "length": np.abs(size_a[:, None] - size_b[None, :]),
    }
