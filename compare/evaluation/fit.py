"""Fit the logistic models of the product with scikit-learn."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from compare.alignment.logistic import Logistic
from compare.embedding.base import FloatArray
from compare.relation.mixture import LEAF, Mixture, Tree

TREES = 150  # some 80 KB of JSON a model


def fit(
    names: Sequence[str],
    rows: FloatArray,
    labels: FloatArray,
    strength: float,
    keep: int | None = None,
    rising: tuple[str, ...] = (),
    counts: FloatArray | None = None,
) -> Logistic:
    """Fit a logistic regression on standardised features; the scaling is folded into the weights.

    :param rows: shape (n, n_features)
    :param labels: 0 or 1, shape (n,)
    :param strength: scikit-learn's C, the inverse of the L2 penalty
    :param keep: how many features, those with the largest F value; None keeps all
    :param rising: beginnings of the names of features that may only raise the probability
    :param counts: how much each row counts, shape (n,); 1 if None
    """
    from sklearn.feature_selection import f_classif
    from sklearn.linear_model import LogisticRegression

    varied = np.flatnonzero(rows.std(axis=0) > 1e-6)
    if keep is not None:
        score, _ = f_classif(rows[:, varied], labels)
        varied = np.sort(varied[np.argsort(-score, kind="stable")[:keep]])
    names, rows = [names[int(at)] for at in varied], rows[:, varied]
    # A conflict must never speak against a divergence: features that chance gave such a weight are
    # left out, and the rest is fitted again.
    while True:
        mean, spread = rows.mean(axis=0), rows.std(axis=0)
        model = LogisticRegression(C=strength, max_iter=5000)
        model.fit((rows - mean) / spread, labels, sample_weight=counts)
        weights = model.coef_[0] / spread
        wrong = [
            at
            for at, name in enumerate(names)
            if name.startswith(rising) and rising and weights[at] < 0
        ]
        if not wrong:
            break
        names = [name for at, name in enumerate(names) if at not in wrong]
        rows = np.delete(rows, wrong, axis=1)
    bias = float(model.intercept_[0] - (weights * mean).sum())
    return Logistic(tuple(names), tuple(float(weight) for weight in weights), bias)


def fit_mixture(
    names: Sequence[str],
    rows: FloatArray,
    labels: FloatArray,
    strength: float,
    keep: int | None = None,
    rising: tuple[str, ...] = (),
    counts: FloatArray | None = None,
) -> Mixture:
    """Fit a logistic regression and boosted trees, to be averaged; parameters are those of `fit`.

    The trees may use all features, those of `rising` only upwards. Settings were not swept.
    """
    from sklearn.ensemble import HistGradientBoostingClassifier

    rows = rows.astype(np.float32)  # as they will be when the trees are asked
    model = HistGradientBoostingClassifier(
        max_iter=TREES,
        learning_rate=0.05,
        max_leaf_nodes=8,
        min_samples_leaf=40,
        l2_regularization=5.0,
        early_stopping=False,
        monotonic_cst=[int(bool(rising) and name.startswith(rising)) for name in names],
        random_state=0,
    ).fit(rows, labels, sample_weight=counts)
    trees = []
    for (predictor,) in model._predictors:
        nodes = predictor.nodes
        feature = np.where(nodes["is_leaf"] == 1, LEAF, nodes["feature_idx"])
        trees.append(
            Tree(
                tuple(feature.tolist()),
                tuple(nodes["num_threshold"].tolist()),
                tuple(nodes["left"].tolist()),
                tuple(nodes["right"].tolist()),
                tuple(round(value, 7) for value in nodes["value"].tolist()),
            )
        )
    start = float(np.ravel(model._baseline_prediction)[0])
    mixture = Mixture(
        fit(names, rows.astype(np.float64), labels, strength, keep, rising, counts),
        tuple(names),
        start,
        tuple(trees),
    )
    # scikit-learn has no public way to its trees, so make sure that they were read right.
    off = np.abs(mixture.boosted(rows) - model.predict_proba(rows)[:, 1]).max()
    if off > 1e-4:
        raise RuntimeError(f"the trees as stored are off by {off:.2g}; this scikit-learn differs")
    return mixture


def fit_vectors(rows: FloatArray, labels: FloatArray, strength: float) -> FloatArray:
    """Fit a logistic regression on vectors, standardised by dimension.

    :param rows: shape (n, dim)
    :param labels: 0 or 1, shape (n,)
    :param strength: scikit-learn's C, the inverse of the L2 penalty
    :return: shape (1 + dim,), the bias first; the scaling is folded in
    """
    from sklearn.linear_model import LogisticRegression

    mean, spread = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-6)
    model = LogisticRegression(C=strength, max_iter=300)
    model.fit((rows - mean) / spread, labels)
    weights = model.coef_[0] / spread
    bias = model.intercept_[0] - weights @ mean
    result: FloatArray = np.concatenate([[bias], weights]).astype(np.float32)
    return result
