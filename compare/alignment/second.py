"""A second look at the pairs that may be links, by a network that reads both sentences at once.

The first score comes from vectors that know nothing of the other sentence. Reading two sentences
together tells more and costs far more, so only pairs that the first score doesn't rule out are
read, and their probability is judged again, against what was read of their rivals too (cascade
ranking: a cheap score for all pairs, a costly one for the few that it leaves). Accounts often keep
an order, so what was read of the neighbouring pairs counts too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import overload

import numpy as np

from compare.alignment.logistic import Logistic
from compare.alignment.pairs import PairValues
from compare.embedding.base import FloatArray, IntArray
from compare.progress import Progress, silent
from compare.reading.entailment import LIMIT, Readings

PATH = Path(__file__).with_name("pair_second.json")
# First probabilities below are kept as they are: of the pairs under 0.1 one in ninety is a link
# (docs/method.md). The scorer at hand was fitted to pairs from 0.05 on; from 0.1 on a quarter fewer
# are read, for the same cross-validated link F1.
LOOK_FROM = 0.1
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
    features: Mapping[str, FloatArray],
    readings: Readings,
    progress: Progress = silent,
) -> dict[str, FloatArray]:
    """Return what is known of the pairs that are read, each of shape (n_pairs,).

    - the features of the first look
    - first: log odds of the first probability
    - together: log odds that the two sentences share a claim, as they were read
    - against: log odds that they contradict each other, which they do on one claim only
    - over_row, over_column: how far `together` is above that of the best rival on either side;
      first_over_row, first_over_column: the same of `first`
    - along: the better `together` of the pairs just before and just after on both sides
    - beside: the best one of the pairs with a neighbour of one of the two sentences

    :param first: the first probabilities, shape (n_pairs,)
    :param features: of `pair_features`, each of shape (n_pairs,)
    """
    first = np.clip(first.astype(np.float64), 1e-6, 1 - 1e-6)
    pairs = list(zip(rows.tolist(), columns.tolist(), strict=True))
    readings.read_ahead([((i,), (j,)) for i, j in pairs], progress)
    read = [readings.of((i,), (j,)).features() for i, j in pairs]
    together = -np.array([item["read_apart"] for item in read])
    odds = np.log(first / (1 - first))
    known = dict(zip(pairs, together.tolist(), strict=True))
    return {
        **features,
        "first": odds,
        "together": together,
        "against": np.array([item["read_divergence"] for item in read]),
        "over_row": above_rivals(together, rows),
        "over_column": above_rivals(together, columns),
        "first_over_row": above_rivals(odds, rows),
        "first_over_column": above_rivals(odds, columns),
        "along": _best_near(known, ((-1, -1), (1, 1))),
        "beside": _best_near(known, ((-1, 0), (1, 0), (0, -1), (0, 1))),
    }


def _best_near(
    known: Mapping[tuple[int, int], float], steps: Sequence[tuple[int, int]]
) -> FloatArray:
    """Return the best value of the pairs some steps away, -LIMIT where none was read."""
    return np.array(
        [max(known.get((i + down, j + right), -LIMIT) for down, right in steps) for i, j in known]
    )


@overload
def look_again(
    probability: FloatArray,
    features: Mapping[str, FloatArray],
    readings: Readings,
    scorer: Logistic,
    progress: Progress = silent,
) -> FloatArray: ...


@overload
def look_again(
    probability: PairValues,
    features: Mapping[str, PairValues],
    readings: Readings,
    scorer: Logistic,
    progress: Progress = silent,
) -> PairValues: ...


def look_again(
    probability: FloatArray | PairValues,
    features: Mapping[str, FloatArray] | Mapping[str, PairValues],
    readings: Readings,
    scorer: Logistic,
    progress: Progress = silent,
) -> FloatArray | PairValues:
    """Return the probabilities with those from `LOOK_FROM` on judged again.

    :param probability: shape (n_a, n_b), or that of the candidates of a large statement
    :param features: of `pair_features`, of the same pairs
    """
    values = _values(probability)
    cells: tuple[IntArray, ...] = np.nonzero(values >= LOOK_FROM)
    if not len(cells[0]):
        return probability
    if isinstance(probability, PairValues):
        rows, columns = probability.pairs.rows[cells], probability.pairs.columns[cells]
    else:
        rows, columns = cells
    own = {name: _values(item)[cells] for name, item in features.items()}
    changed = values.copy()
    found = second_features(changed[cells], rows, columns, own, readings, progress)
    changed[cells] = scorer.probability(found)
    if isinstance(probability, PairValues):
        return PairValues(probability.pairs, changed)
    return changed


def _values(item: FloatArray | PairValues) -> FloatArray:
    return item.values if isinstance(item, PairValues) else item
