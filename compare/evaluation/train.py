"""Make the trained files again: `python -m compare.evaluation.train [FOLDER]`.

Trains the adapter of the built-in model, the pair scorer and the two relation models on the gold
pairs of a folder (data/gold/train), prints how they do on pairs they did not see (cross-validation
by pair), and writes the files into the package. data/gold/test is never read here.

The scorer and the relation models are fitted on features of pairs that the adapter did not see: the
pairs are dealt into folds, and each fold's features come from an adapter trained on the others
(stacking, Wolpert 1992). These adapters are kept in build/adapters for the next run.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from compare.alignment import Alignment, Match
from compare.alignment.features import pair_features
from compare.alignment.logistic import Logistic
from compare.alignment.scorer import PATH as SCORER
from compare.alignment.scorer import PLAIN_PATH as PLAIN_SCORER
from compare.embedding import Embedder
from compare.embedding.adapter import PATH as ADAPTER
from compare.embedding.adapter import Adapter
from compare.embedding.base import FloatArray
from compare.embedding.packaged import PackagedEmbedder
from compare.evaluation.gold import GoldPair, read_gold_folder
from compare.evaluation.pairs import gold_statements
from compare.model import Relation
from compare.relation import describe
from compare.relation.classifier import AGREEMENT, DIVERGENCE
from compare.settings import Settings

FOLDS = 10
ADAPTER_FOLDS = 4
KEPT = Path("build/adapters")
# Inverse strengths of the L2 penalty: of 0.03, 0.1, 0.3, 1 the one with the best cross-validated
# average precision (links) and accuracy (relations); differences were within 0.01.
LINK_C = 0.1
RELATION_C = 0.05
# Of some 80 features of a link: of 10, 20, 30, 40 and all, the number with the best cross-validated
# average precision for divergences.
RELATION_FEATURES = 30
THRESHOLDS = tuple(float(value) for value in np.arange(0.2, 0.651, 0.025))


@dataclass(frozen=True, slots=True)
class Prepared:
    """One gold pair with everything that is computed once."""

    pair: GoldPair
    features: dict[str, FloatArray]  # of every sentence pair, each of shape (n_a, n_b)
    marked: FloatArray  # 1 where gold links the pair, shape (n_a, n_b)
    links: tuple[tuple[dict[str, float], Relation, bool], ...]  # features, relation, any conflict


def train_adapters(pairs: Sequence[GoldPair]) -> tuple[list[Adapter], Adapter]:
    """Return the adapter of each fold, trained on the other folds, and the one of all pairs.

    Pair number k is in fold k modulo `ADAPTER_FOLDS`.
    """
    from compare.evaluation import adapt

    key = hashlib.sha256(repr(pairs).encode() + Path(adapt.__file__).read_bytes()).hexdigest()
    folder = KEPT / key[:16]
    folder.mkdir(parents=True, exist_ok=True)
    items: list[adapt.Example] = []
    found = []
    for fold in range(ADAPTER_FOLDS + 1):  # the last is the one of all pairs
        path = folder / f"{fold}.safetensors"
        if not path.exists():
            if not items:
                network = adapt.load_network()
                items = [adapt.example(pair, network) for pair in pairs]
            chosen = [item for at, item in enumerate(items) if at % ADAPTER_FOLDS != fold]
            adapt.train_adapter(chosen).save(path)
            print(f"trained adapter {fold + 1} of {ADAPTER_FOLDS + 1}", flush=True)
        found.append(Adapter.load(path))
    return found[:-1], found[-1]


def marks(pair: GoldPair) -> FloatArray:
    """Return 1 where gold links two sentences, else 0, shape (n_a, n_b)."""
    marked = np.zeros((len(pair.a.sentences), len(pair.b.sentences)), dtype=np.float32)
    for i, j in pair.pairs():
        marked[i, j] = 1
    return marked


def prepare(pair: GoldPair, embedder: Embedder) -> Prepared:
    """Compute the features of a gold pair: of all sentence pairs, and of its gold links."""
    a, b = gold_statements(pair)
    vectors_a = embedder.encode(pair.a.sentences)
    vectors_b = embedder.encode(pair.b.sentences)
    features = pair_features(pair.a.sentences, pair.b.sentences, vectors_a, vectors_b)
    marked = marks(pair)
    matches = tuple(Match(link.a, link.b, 1.0) for link in pair.links)
    alignment = Alignment(matches, features["cosine"], marked, features)
    rows = describe(a, b, vectors_a, vectors_b, alignment)
    return Prepared(
        pair,
        features,
        marked,
        tuple(
            (values, link.relation, any(item.conflict for item in found))
            for (_, _, found, values), link in zip(rows, pair.links, strict=True)
        ),
    )


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


def fit_scorer(data: Sequence[Prepared]) -> Logistic:
    """Fit the pair scorer."""
    return _fit_scorer([item.features for item in data], [item.marked for item in data])


def fit_plain_scorer(pairs: Sequence[GoldPair]) -> Logistic:
    """Fit the pair scorer on the features of the built-in model without the adapter."""
    embedder = PackagedEmbedder()
    features, marked = [], []
    for pair in pairs:
        texts = pair.a.sentences, pair.b.sentences
        features.append(pair_features(*texts, *(embedder.encode(side) for side in texts)))
        marked.append(marks(pair))
    return _fit_scorer(features, marked)


def _fit_scorer(
    features: Sequence[dict[str, FloatArray]], marked: Sequence[FloatArray]
) -> Logistic:
    names = tuple(features[0])
    rows = np.concatenate([np.stack([item[n].ravel() for n in names], axis=1) for item in features])
    return fit(names, rows, np.concatenate([item.ravel() for item in marked]), LINK_C)


def fit_relations(data: Sequence[Prepared]) -> tuple[Logistic, Logistic]:
    """Fit the divergence model on all gold links and the agreement model on the others."""
    links = [link for item in data for link in item.links]
    # A gold link has no probability of its own, so that feature can't be learned from.
    names = tuple(name for name in links[0][0] if name != "probability")
    rows = np.array([[values[name] for name in names] for values, _, _ in links])
    kinds = np.array([relation for _, relation, _ in links])
    diverges = kinds == "divergence"
    return (
        fit(
            names, rows, diverges.astype(int), RELATION_C, RELATION_FEATURES, ("conflict", "tight_")
        ),
        fit(
            names,
            rows[~diverges],
            (kinds[~diverges] == "agreement").astype(int),
            RELATION_C,
            RELATION_FEATURES,
        ),
    )


def _folds(data: Sequence[Prepared]) -> list[tuple[list[Prepared], list[Prepared]]]:
    return [
        ([item for at, item in enumerate(data) if at % FOLDS != fold],
         [item for at, item in enumerate(data) if at % FOLDS == fold])
        for fold in range(FOLDS)
    ]  # fmt: skip


def _f1(said: np.ndarray[Any, Any], true: np.ndarray[Any, Any]) -> float:
    both = said.sum() + true.sum()
    return float(2 * (said & true).sum() / both) if both else 1.0


def validate(data: Sequence[Prepared]) -> dict[str, float]:
    """Print and return cross-validated figures; no pair is scored by models that saw it."""
    from sklearn.metrics import average_precision_score

    probability, true, precision = [], [], []
    relations: list[tuple[Relation, float, float, bool]] = []
    for train, test in _folds(data):
        scorer = fit_scorer(train)
        divergence, agreement = fit_relations(train)
        for item in test:
            values = scorer.probability(item.features).ravel()
            probability.append(values)
            true.append(item.marked.ravel() == 1)
            precision.append(float(average_precision_score(true[-1], values)))
            for features, relation, conflict in item.links:
                row = {name: np.array([value]) for name, value in features.items()}
                relations.append(
                    (
                        relation,
                        float(divergence.probability(row)[0]),
                        float(agreement.probability(row)[0]),
                        conflict,
                    )
                )
    said, marked = np.concatenate(probability), np.concatenate(true)
    sweep = {threshold: _f1(said >= threshold, marked) for threshold in THRESHOLDS}
    print("link threshold: F1  " + "  ".join(f"{t:.3f}: {f:.3f}" for t, f in sweep.items()))
    is_divergence = np.array([relation == "divergence" for relation, *_ in relations])
    p_divergence = np.array([p if conflict else 0.0 for _, p, _, conflict in relations])
    print(
        "divergence threshold: F1 (precision) on gold links  "
        + "  ".join(
            f"{t:.3f}: {_f1(p_divergence >= t, is_divergence):.3f} "
            f"({is_divergence[p_divergence >= t].mean():.2f})"
            for t in THRESHOLDS
        )
    )
    bins = np.minimum((said * 10).astype(int), 9)
    error = sum(
        abs(said[bins == k].mean() - marked[bins == k].mean()) * (bins == k).mean()
        for k in range(10)
        if (bins == k).any()
    )
    # As the links would be told at the default threshold, before the rules on figures and on clear
    # conflicts (relation/classifier.py) have their say.
    limit = Settings().divergence_threshold
    said_divergence = p_divergence >= limit
    said_agreement = ~said_divergence & np.array([a >= 0.5 for _, _, a, _ in relations])
    is_agreement = np.array([relation == "agreement" for relation, *_ in relations])
    others = [(r, a) for r, _, a, _ in relations if r != "divergence"]
    figures = {
        "pairs": len(data),
        "links": int(marked.sum()),
        "average_precision": float(np.mean(precision)),
        "link_f1": max(sweep.values()),
        "calibration_error": float(error),
        "links_with_conflict": float(np.mean([conflict for *_, conflict in relations])),
        "divergences_with_conflict": float(
            np.mean([conflict for r, _, _, conflict in relations if r == "divergence"])
        ),
        "divergence_average_precision": float(average_precision_score(is_divergence, p_divergence)),
        "divergence_precision": float(is_divergence[said_divergence].mean()),
        "agreement_precision": float(is_agreement[said_agreement].mean()),
        "agreement_or_partial_accuracy": float(
            np.mean([(a >= 0.5) == (r == "agreement") for r, a in others])
        ),
    }
    for name, value in figures.items():
        print(f"{name}: {value:.3f}")
    return figures


def main(folder: Path) -> None:
    """Train, validate and write the files."""
    pairs = read_gold_folder(folder)
    of_folds, adapter = train_adapters(pairs)
    embedders = [PackagedEmbedder(item) for item in of_folds]
    data = [prepare(pair, embedders[at % ADAPTER_FOLDS]) for at, pair in enumerate(pairs)]
    figures = validate(data)
    card = {
        "data": f"{folder.as_posix()}, {len(data)} pairs written for this project",
        "licence": "Apache-2.0",
        "trained": datetime.date.today().isoformat(),
        "command": "python -m compare.evaluation.train",
        "cross_validated": {name: round(value, 3) for name, value in figures.items()},
    }
    adapter.save(ADAPTER)
    task = "low-rank change to layers 4 to 6 of all-MiniLM-L6-v2, so that links lie close"
    text = json.dumps({"card": {"task": task, **card}}, indent=1) + "\n"
    ADAPTER.with_suffix(".json").write_text(text, "utf-8")
    print(f"wrote {ADAPTER.name}")
    divergence, agreement = fit_relations(data)
    for path, model, task in (
        (SCORER, fit_scorer(data), "probability that two sentences share a claim"),
        (
            PLAIN_SCORER,
            fit_plain_scorer(pairs),
            "probability that two sentences share a claim, for models without the adapter "
            "(the figures are those of pair_scorer.json)",
        ),
        (DIVERGENCE, divergence, "probability that a link is a divergence"),
        (AGREEMENT, agreement, "probability that a link is an agreement, if it is no divergence"),
    ):
        path.write_text(model.to_json({"task": task, **card}), "utf-8")
        print(f"wrote {path.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("data/gold/train"))
