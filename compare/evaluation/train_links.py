"""Fit the scorers of links, each on pairs that another part of the stack did not see.

See compare.evaluation.train, which runs this.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from compare.alignment.features import pair_features
from compare.alignment.logistic import Logistic
from compare.alignment.second import LOOK_FROM, look_again, second_features
from compare.embedding.base import FloatArray
from compare.embedding.packaged import PackagedEmbedder
from compare.evaluation.fit import fit
from compare.evaluation.folds import FOLDS, THRESHOLDS, folds
from compare.evaluation.gold import GoldPair
from compare.evaluation.prepare import Prepared, marks
from compare.evaluation.scores import f1

# Inverse strength of the L2 penalty: of 0.03, 0.1, 0.3 and 1 the one with the best cross-validated
# average precision; differences were within 0.01.
LINK_C = 0.1


def _fit_scorer(
    features: Sequence[dict[str, FloatArray]], marked: Sequence[FloatArray]
) -> Logistic:
    names = tuple(features[0])
    rows = np.concatenate([np.stack([item[n].ravel() for n in names], axis=1) for item in features])
    return fit(names, rows, np.concatenate([item.ravel() for item in marked]), LINK_C)


def fit_scorer(data: Sequence[Prepared]) -> Logistic:
    """Fit the pair scorer."""
    return _fit_scorer([item.features for item in data], [item.marked for item in data])


def second_rows(item: Prepared, first: FloatArray) -> tuple[dict[str, FloatArray], FloatArray]:
    """Return the features and marks of the pairs that get a second look.

    :param first: first probabilities, shape (n_a, n_b)
    """
    rows, columns = np.nonzero(first >= LOOK_FROM)
    found = second_features(first[rows, columns], rows, columns, item.readings)
    return found, item.marked[rows, columns]


def fit_second(data: Sequence[Prepared], first: Sequence[FloatArray]) -> Logistic:
    """Fit the second scorer.

    :param first: first probabilities of each pair, by a scorer that did not see it
    """
    rows = [second_rows(item, values) for item, values in zip(data, first, strict=True)]
    names = tuple(rows[0][0])
    columns = [np.concatenate([found[name] for found, _ in rows]) for name in names]
    marked = np.concatenate([marked for _, marked in rows])
    return fit(names, np.stack(columns, axis=1), marked, LINK_C)


def first_probabilities(data: Sequence[Prepared]) -> list[FloatArray]:
    """Return the first probabilities of each pair, by a scorer fitted without its fold."""
    scorers = [fit_scorer(train) for train, _ in folds(data)]
    return [scorers[at % FOLDS].probability(item.features) for at, item in enumerate(data)]


def second_probabilities(data: Sequence[Prepared], first: Sequence[FloatArray]) -> list[FloatArray]:
    """Return the probabilities after the second look, by scorers fitted without the pair's fold.

    The first probabilities that a second scorer learns from come in part from first scorers that
    saw the fold, which moves them by next to nothing: a weight for each of some 20 features.

    :param first: of `first_probabilities`
    """
    seconds = []
    for fold, (train, _) in enumerate(folds(data)):
        kept = [values for at, values in enumerate(first) if at % FOLDS != fold]
        seconds.append(fit_second(train, kept))
    return [
        look_again(values, item.readings, seconds[at % FOLDS])
        for at, (item, values) in enumerate(zip(data, first, strict=True))
    ]


def fit_plain_scorer(pairs: Sequence[GoldPair]) -> Logistic:
    """Fit the pair scorer on the features of the built-in model without the adapter."""
    embedder = PackagedEmbedder()
    features, marked = [], []
    for pair in pairs:
        texts = pair.a.sentences, pair.b.sentences
        features.append(pair_features(*texts, *(embedder.encode(side) for side in texts)))
        marked.append(marks(pair))
    return _fit_scorer(features, marked)


def validate_links(
    data: Sequence[Prepared], first: Sequence[FloatArray], second: Sequence[FloatArray]
) -> dict[str, float]:
    """Print and return figures of links from probabilities by scorers that did not see the pair."""
    from sklearn.metrics import average_precision_score

    true = [item.marked.ravel() == 1 for item in data]
    precision = [
        np.mean([average_precision_score(t, p.ravel()) for t, p in zip(true, said, strict=True)])
        for said in (second, first)
    ]
    said, marked = np.concatenate([values.ravel() for values in second]), np.concatenate(true)
    sweep = {
        t: f1((marked & (said >= t)).sum(), (said >= t).sum(), marked.sum()) for t in THRESHOLDS
    }
    print("link threshold: F1  " + "  ".join(f"{t:.3f}: {f:.3f}" for t, f in sweep.items()))
    bins = np.minimum((said * 10).astype(int), 9)
    error = sum(
        abs(said[bins == k].mean() - marked[bins == k].mean()) * (bins == k).mean()
        for k in range(10)
        if (bins == k).any()
    )
    return {
        "pairs": len(data),
        "links": int(marked.sum()),
        "average_precision": float(precision[0]),
        "average_precision_first": float(precision[1]),
        "link_f1": float(max(sweep.values())),
        "calibration_error": float(error),
    }
