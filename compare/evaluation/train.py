"""Make the trained files again: `python -m compare.evaluation.train [FOLDER]`.

Trains the adapter of the built-in model, the pair scorers and the relation models on the gold pairs
of a folder (data/gold/train), prints how they do on pairs they did not see (cross-validation by
pair), and writes the files into the package. data/gold/test is never read here. It needs the extra
`dev`.

A model that takes another's output as a feature is fitted on outputs for pairs which that other did
not see: the pairs are dealt into folds, and each fold's outputs come from a model of the other
folds (stacking, Wolpert 1992). So it is with the adapter's vectors, and with the reading of lone
words.
"""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from compare.alignment.features import pair_features
from compare.alignment.logistic import Logistic
from compare.alignment.scorer import PATH as SCORER
from compare.alignment.scorer import PLAIN_PATH as PLAIN_SCORER
from compare.embedding.adapter import PATH as ADAPTER
from compare.embedding.base import FloatArray
from compare.embedding.packaged import PackagedEmbedder
from compare.evaluation.fit import fit, fit_vectors
from compare.evaluation.gold import GoldPair, read_gold_folder
from compare.evaluation.prepare import (
    ADAPTER_FOLDS,
    GoldFeatures,
    Prepared,
    marks,
    prepare,
    train_adapters,
)
from compare.model import EvidenceKind, Relation
from compare.relation.classifier import AGREEMENT, DIVERGENCE
from compare.relation.kinds import KINDS, MOST_NAMED, NAMED, KindModel
from compare.relation.lone import NO_READING, LoneWords
from compare.relation.lone import PATH as LONE
from compare.settings import Settings

FOLDS = 8
INNER_FOLDS = 4  # of the reading of lone words
# Inverse strengths of the L2 penalty: of 0.03, 0.1, 0.3, 1 (links), 0.005 to 0.05 (relations) and
# 0.0005 and 0.002 (lone words) the one with the best cross-validated average precision; differences
# were within 0.01.
LINK_C = 0.1
RELATION_C = 0.02
KIND_C = 0.01
LONE_C = 0.002
# Of some 80 features of a link: of 10, 20, 30, 40 and all, the number with the best cross-validated
# average precision for divergences.
RELATION_FEATURES = 40
THRESHOLDS = tuple(float(value) for value in np.arange(0.2, 0.651, 0.025))


@dataclass(frozen=True, slots=True)
class Relations:
    """The three trained parts of the relation classifier."""

    lone: LoneWords
    divergence: Logistic
    agreement: Logistic


def _fit_scorer(
    features: Sequence[dict[str, FloatArray]], marked: Sequence[FloatArray]
) -> Logistic:
    names = tuple(features[0])
    rows = np.concatenate([np.stack([item[n].ravel() for n in names], axis=1) for item in features])
    return fit(names, rows, np.concatenate([item.ravel() for item in marked]), LINK_C)


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


def fit_lone_words(links: Sequence[GoldFeatures]) -> LoneWords:
    """Fit both readings of lone words."""
    rows = np.array([link.lone for link in links])
    kinds = np.array([link.relation for link in links])
    rest = kinds != "divergence"
    return LoneWords(
        fit_vectors(rows, (~rest).astype(int), LONE_C),
        fit_vectors(rows[rest], (kinds[rest] == "agreement").astype(int), LONE_C),
    )


def fit_relations(data: Sequence[Prepared]) -> Relations:
    """Fit the divergence model on all gold links and the agreement model on the others."""
    links: list[GoldFeatures] = []
    values: list[dict[str, float]] = []
    for fold in range(INNER_FOLDS):
        others = [item for at, item in enumerate(data) if at % INNER_FOLDS != fold]
        reader = fit_lone_words([link for item in others for link in item.links])
        for item in data[fold::INNER_FOLDS]:
            links += item.links
            values += [link.features | reader.read(link.lone) for link in item.links]
    # A gold link has no probability of its own, so that feature can't be learned from.
    names = tuple(name for name in values[0] if name != "probability")
    rows = np.array([[row[name] for name in names] for row in values])
    kinds = np.array([link.relation for link in links])
    diverges = kinds == "divergence"
    conflicts = ("conflict", "tight_")
    return Relations(
        fit_lone_words([link for item in data for link in item.links]),
        fit(names, rows, diverges.astype(int), RELATION_C, RELATION_FEATURES, conflicts),
        fit(
            names,
            rows[~diverges],
            (kinds[~diverges] == "agreement").astype(int),
            RELATION_C,
            RELATION_FEATURES,
        ),
    )


def fit_kinds(data: Sequence[Prepared]) -> KindModel:
    """Fit the models that tell why links diverge, on the marked divergences."""
    links = [link for item in data for link in item.links if link.relation == "divergence"]
    names = tuple(name for name in links[0].features if name not in ("probability", *NO_READING))
    rows = np.array([[link.features[name] for name in names] for link in links])
    vectors = np.array([link.lone for link in links])
    features: dict[EvidenceKind, Logistic] = {}
    lone = []
    for kind in KINDS:
        marked = np.array([kind in link.kinds for link in links]).astype(int)
        features[kind] = fit(names, rows, marked, KIND_C)
        lone.append(fit_vectors(vectors, marked, LONE_C))
    return KindModel(features, np.array(lone, dtype=np.float32))


def validate_kinds(data: Sequence[Prepared]) -> dict[str, float]:
    """Return precision and recall of the kinds named for marked divergences, cross-validated."""
    right = named = true = 0
    for train, test in _folds(data):
        model = fit_kinds(train)
        for link in (link for item in test for link in item.links):
            if link.relation != "divergence":
                continue
            likely = model.probabilities(link.features, link.lone)
            ranked = sorted(KINDS, key=lambda kind: -likely[kind])
            said = [k for k in ranked if likely[k] >= NAMED][:MOST_NAMED] or ranked[:1]
            right += len(link.kinds & set(said))
            named += len(said)
            true += len(link.kinds)
    return {"kind_precision": right / named, "kind_recall": right / true}


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
        models = fit_relations(train)
        for item in test:
            scores = scorer.probability(item.features).ravel()
            probability.append(scores)
            true.append(item.marked.ravel() == 1)
            precision.append(float(average_precision_score(true[-1], scores)))
            for link in item.links:
                values = link.features | models.lone.read(link.lone)
                row = {name: np.array([value]) for name, value in values.items()}
                relations.append(
                    (
                        link.relation,
                        float(models.divergence.probability(row)[0]),
                        float(models.agreement.probability(row)[0]),
                        link.conflict,
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
    figures = validate(data) | validate_kinds(data)
    print({name: round(figures[name], 3) for name in ("kind_precision", "kind_recall")})
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
    models = fit_relations(data)
    models.lone.save(LONE)
    task = "log odds of a divergence, and of an agreement, from the vectors of lone words"
    text = json.dumps({"card": {"task": task, **card}}, indent=1) + "\n"
    LONE.with_suffix(".json").write_text(text, "utf-8")
    print(f"wrote {LONE.name}")
    task = "probability of each kind of evidence, if a link is a divergence"
    fit_kinds(data).save(LONE.parent, {"task": task, **card})
    print("wrote kinds.json and kinds.safetensors")
    for path, model, task in (
        (SCORER, fit_scorer(data), "probability that two sentences share a claim"),
        (
            PLAIN_SCORER,
            fit_plain_scorer(pairs),
            "probability that two sentences share a claim, for models without the adapter "
            "(the figures are those of pair_scorer.json)",
        ),
        (DIVERGENCE, models.divergence, "probability that a link is a divergence"),
        (
            AGREEMENT,
            models.agreement,
            "probability that a link is an agreement, if it is no divergence",
        ),
    ):
        path.write_text(model.to_json({"task": task, **card}), "utf-8")
        print(f"wrote {path.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("data/gold/train"))
