"""The models of relations: a regression and trees, stored as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from compare.alignment.logistic import Logistic
from compare.errors import ModelError
from compare.evaluation.fit import fit_mixture
from compare.relation.classifier import AGREEMENT, DIVERGENCE
from compare.relation.mixture import LEAF, Mixture, Tree

# x <= 0.5: -1; else y <= 2: 0.5, else 3
TREE = Tree((0, LEAF, 1, LEAF, LEAF), (0.5, 0, 2, 0, 0), (1, 0, 3, 0, 0), (2, 0, 4, 0, 0),
            (0, -1.0, 0, 0.5, 3.0))  # fmt: skip
MODEL = Mixture(Logistic(("x",), (1.0,), 0.0), ("x", "y"), 0.25, (TREE, TREE))


def sigmoid(value: float) -> float:
    return float(1 / (1 + np.exp(-value)))


def test_a_tree_is_walked_to_its_leaf() -> None:
    rows = np.array([[0.5, 9.0], [0.6, 2.0], [0.6, 2.1]])
    assert TREE.add(rows).tolist() == [-1.0, 0.5, 3.0]


def test_the_mean_of_both_is_the_probability() -> None:
    values = {"x": np.array([0.0, 1.0]), "y": np.array([0.0, 5.0]), "other": np.zeros(2)}
    expected = [(sigmoid(0) + sigmoid(0.25 - 2)) / 2, (sigmoid(1) + sigmoid(0.25 + 6)) / 2]
    assert MODEL.probability(values) == pytest.approx(expected, abs=1e-6)


def test_a_file_comes_back_whole(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_text(MODEL.to_json({"task": "test"}), "utf-8")
    back = Mixture.load(path)
    assert (back.logistic.weights, back.features, back.start) == ((1.0,), ("x", "y"), 0.25)
    assert back.trees == MODEL.trees
    assert json.loads(path.read_text("utf-8"))["card"] == {"task": "test"}


@pytest.mark.parametrize("text", ["", "{}", '{"bias": 0, "weights": {}}', '{"bias": 0, "weights": '
                         '{"x": 1}, "trees": {"features": ["x"], "start": 0, "nodes": [[1]]}}'])  # fmt: skip
def test_a_damaged_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "model.json"
    path.write_text(text, "utf-8")
    with pytest.raises(ModelError, match=r"model\.json"):
        Mixture.load(path)


def test_fitted_trees_find_what_a_line_can_not_and_keep_a_rising_feature_rising() -> None:
    rng = np.random.default_rng(3)
    rows = rng.uniform(size=(2000, 2)).astype(np.float32)
    labels = ((rows[:, 0] > 0.5) & (rows[:, 1] > 0.5)).astype(int)
    model = fit_mixture(("conflict", "y"), rows, labels, 1.0, rising=("conflict",))
    assert ((model.boosted(rows) > 0.5) == labels).mean() > 0.99
    line = np.column_stack([np.linspace(0, 1, 50), np.full(50, 0.9)]).astype(np.float32)
    assert (np.diff(model.boosted(line)) >= -1e-9).all()


@pytest.mark.parametrize("path", [DIVERGENCE, AGREEMENT])
def test_the_shipped_models_have_a_card(path: Path) -> None:
    assert Mixture.load(path).trees
    assert {"task", "data", "licence", "command"} <= set(json.loads(path.read_text())["card"])
