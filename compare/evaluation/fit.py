"""Fit the logistic models of the product with scikit-learn."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from compare.alignment.logistic import Logistic
from compare.embedding.base import FloatArray


def fit(
    names: Sequence[str],
    rows: FloatArray,
    labels: FloatArray,
    strength: float,
    keep: int | None = None,
    rising: tuple[str, ...] = (),
) -> Logistic:
    """Fit a logistic regression on standardised features; the scaling is folded into the weights.

    :param rows: shape (n, n_features)
    :param labels: 0 or 1, shape (n,)
    :param strength: scikit-learn's C, the inverse of the L2 penalty
    :param keep: how many features, those with the largest F value; None keeps all
    :param rising: beginnings of the names of features that may only raise the probability
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
        model.fit((rows - mean) / spread, labels)
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
