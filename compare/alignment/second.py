"""A second look at the pairs that may be links, by a network that reads both sentences at once.

The first score comes from vectors that know nothing of the other sentence. Reading two sentences
together tells more and costs far more, so only pairs that the first score doesn't rule out are
read, and their probability is judged again, against what was read of their rivals too (cascade
ranking: a cheap score for all pairs, a costly one for the few that it leaves).
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import overload

import numpy as np

from compare.alignment.logistic import Logistic
from compare.alignment.pairs import PairValues
from compare.embedding.base import FloatArray, IntArray
from compare.progress import Progress, silent
from compare.reading.entailment import Readings

PATH = Path(__file__).with_name("pair_second.json")
# First probabilities below are kept as they are: of the pairs under 0.1 one in ninety is a link
# (docs/method.md), and from here on some three pairs are read for each link.
LOOK_FROM = 0.05
# Stands for the best rival where a pair has none, and for rivals below; log odds. Not swept.
ALONE = -4.0


@lru_cache(maxsize=1)
def load_second() -> Logistic:
    """Return the second scorer; made again by `python -m compare.evaluation.train`.

    :raises ModelError: its file is damaged
    """
    return Logistic.load(PATH)


def above_rivals(score: FloatArray, own: IntArray) -> FloatArray:
    """Return how far each score is above the best other one of the same sentence.

    :param own: which sentence of one side a pair has, shape (n_pairs,)
    """
    best = np.full((int(own.max(initial=-1)) + 1, 2), ALONE)
    for at, value in zip(own.tolist(), score.tolist(), strict=True):
        if value > best[at, 0]:
            best[at] = value, best[at, 0]
        elif value > best[at, 1]:
            best[at, 1] = value
    result: FloatArray = score - np.where(score == best[own, 0], best[own, 1], best[own, 0])
    return result


def second_features(
    first: FloatArray,
    rows: IntArray,
    columns: IntArray,
    readings: Readings,
    progress: Progress = silent,
) -> dict[str, FloatArray]:
    """Return what is known of the pairs that are read, each of shape (n_pairs,).

    - first: log odds of the first probability
    - together: log odds that the two sentences share a claim, as they were read
    - over_row, over_column: how far `together` is above that of the best rival on either side

    :param first: the first probabilities, shape (n_pairs,)
    """
    first = np.clip(first.astype(np.float64), 1e-6, 1 - 1e-6)
    pairs = list(zip(rows.tolist(), columns.tolist(), strict=True))
    readings.read_ahead([((i,), (j,)) for i, j in pairs], progress)
    together = np.array([readings.together(i, j) for i, j in pairs])
    return {
        "first": np.log(first / (1 - first)),
        "together": together,
        "over_row": above_rivals(together, rows),
        "over_column": above_rivals(together, columns),
    }


@overload
def look_again(
    probability: FloatArray, readings: Readings, scorer: Logistic, progress: Progress = silent
) -> FloatArray: ...


@overload
def look_again(
    probability: PairValues, readings: Readings, scorer: Logistic, progress: Progress = silent
) -> PairValues: ...


def look_again(
    probability: FloatArray | PairValues,
    readings: Readings,
    scorer: Logistic,
    progress: Progress = silent,
) -> FloatArray | PairValues:
    """Return the probabilities with those from `LOOK_FROM` on judged again.

    :param probability: shape (n_a, n_b), or that of the candidates of a large statement
    """
    if isinstance(probability, PairValues):
        cells: tuple[IntArray, ...] = np.nonzero(probability.values >= LOOK_FROM)
        rows, columns = (
            side[cells] for side in (probability.pairs.rows, probability.pairs.columns)
        )
        changed = probability.values.copy()
    else:
        cells = np.nonzero(probability >= LOOK_FROM)
        rows, columns = cells
        changed = probability.copy()
    if not len(rows):
        return probability
    found = second_features(changed[cells], rows, columns, readings, progress)
    changed[cells] = scorer.probability(found)
    return (
        PairValues(probability.pairs, changed) if isinstance(probability, PairValues) else changed
    )
