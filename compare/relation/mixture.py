"""A logistic regression and boosted trees averaged, stored as JSON and applied with numpy alone.

The regression ranks all links well, the trees those on top: where several signs come together
(gradient boosting, Friedman 2001; histograms as in LightGBM, Ke et al. 2017).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from compare.alignment.logistic import Logistic
from compare.embedding.base import FloatArray
from compare.errors import ModelError

LEAF = -1  # in the place of a feature


@dataclass(frozen=True, slots=True)
class Tree:
    """A regression tree; a link goes left where its feature is at most the threshold."""

    feature: tuple[int, ...]  # of each node, LEAF where it ends
    threshold: tuple[float, ...]
    left: tuple[int, ...]  # node
    right: tuple[int, ...]
    value: tuple[float, ...]  # log odds that a leaf adds

    def add(self, rows: FloatArray) -> FloatArray:
        """Return what the tree adds to each row, shape (n,).

        :param rows: shape (n, n_features)
        """
        feature, threshold = np.array(self.feature), np.array(self.threshold)
        left, right = np.array(self.left), np.array(self.right)
        node = np.zeros(len(rows), dtype=np.int64)
        at = np.arange(len(rows))
        while (feature[node] != LEAF).any():
            inner = feature[node] != LEAF
            goes_left = rows[at, feature[node]] <= threshold[node]
            node = np.where(inner, np.where(goes_left, left[node], right[node]), node)
        result: FloatArray = np.array(self.value)[node]
        return result


@dataclass(frozen=True, slots=True)
class Mixture:
    """Probability of one class from named features: the mean of the regression's and the trees'."""

    logistic: Logistic
    features: tuple[str, ...]  # of the trees
    start: float  # log odds before the first tree
    trees: tuple[Tree, ...]
    sha256: str = ""  # of the file it came from

    def boosted(self, rows: FloatArray) -> FloatArray:
        """Return the probability of the trees alone, shape (n,).

        :param rows: shape (n, n_features), in the order of `features`
        """
        total = np.full(len(rows), self.start)
        for tree in self.trees:
            total += tree.add(rows)
        result: FloatArray = 1 / (1 + np.exp(-np.clip(total, -30, 30)))
        return result

    def probability(self, values: Mapping[str, FloatArray]) -> FloatArray:
        """Return the probability of each link, shape (n,), [0, 1]."""
        rows = np.stack([np.asarray(values[name], np.float32) for name in self.features], axis=1)
        mean: FloatArray = (self.logistic.probability(values) + self.boosted(rows)) / 2
        return mean.astype(np.float32)

    def to_json(self, card: Mapping[str, Any]) -> str:
        """Return the file's text; `card` says what it was trained on and how it did."""
        head = self.logistic.to_json(card).rstrip().removesuffix("}").rstrip()
        about = json.dumps({"features": self.features, "start": self.start}).removesuffix("}")
        nodes = ",\n  ".join(
            json.dumps([tree.feature, tree.threshold, tree.left, tree.right, tree.value])
            for tree in self.trees
        )
        return f'{head},\n "trees": {about}, "nodes": [\n  {nodes}\n ]}}\n}}\n'

    @classmethod
    def load(cls, path: Path) -> Mixture:
        """Read a file that `to_json` made.

        :raises ModelError: it is missing or not of that form
        """
        logistic = Logistic.load(path)
        try:
            raw = path.read_bytes()
            data = json.loads(raw)["trees"]
            trees = tuple(Tree(*(tuple(column) for column in columns)) for columns in data["nodes"])
            features, start = tuple(map(str, data["features"])), float(data["start"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise ModelError(
                f"{path.name} can't be read as a mixture of models ({error}); "
                "reinstall readout-compare"
            ) from None
        return cls(logistic, features, start, trees, hashlib.sha256(raw).hexdigest())
