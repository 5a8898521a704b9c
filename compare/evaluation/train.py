"""Make the trained files again: `python -m compare.evaluation.train [FOLDER]`.

Trains the adapter of the built-in model, the pair scorers and the relation models on the gold pairs
of a folder (data/gold/train), prints how they do on pairs they did not see (cross-validation by
pair), and writes the files into the package. data/gold/test is never read here. It needs the extra
`dev`.

A model that takes another's output as a feature is fitted on outputs for pairs which that other did
not see: the pairs are dealt into folds, and each fold's outputs come from a model of the other
folds (stacking, Wolpert 1992). So it is with the adapter's vectors and with the network that reads
both sides (compare.evaluation.entail, to be run first). The relation models also learn from the
fact sets that the network did not see.
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
from compare.embedding.adapter import Adapter
from compare.embedding.base import FloatArray
from compare.embedding.packaged import PackagedEmbedder
from compare.evaluation.facts import FACTS, FactPair, FactSet, held_out, read_fact_folder
from compare.evaluation.fit import fit, fit_vectors
from compare.evaluation.gold import GoldPair, read_gold_folder
from compare.evaluation.prepare import (
    ADAPTER_FOLDS,
    KnownLink,
    Prepared,
    marks,
    prepare,
    prepare_facts,
    train_adapters,
)
from compare.model import Relation
from compare.relation.classifier import AGREEMENT, DIVERGENCE
from compare.relation.entailment import PATH as READER
from compare.relation.entailment import Entailment
from compare.relation.lone import PATH as LONE
from compare.relation.lone import LoneWords
from compare.relation.pointing import named_kinds
from compare.settings import Settings

FOLDS = 8
INNER_FOLDS = 4  # of the reading of lone words
# Inverse strengths of the L2 penalty: of 0.03, 0.1, 0.3, 1 (links), 0.005 to 0.05 (relations) and
# 0.0005 and 0.002 (lone words) the one with the best cross-validated average precision; differences
# were within 0.01.
LINK_C = 0.1
RELATION_C = 0.02
LONE_C = 0.002
# Of some 80 features of a link: of 10, 20, 30, 40 and all, the number with the best cross-validated
# average precision for divergences.
RELATION_FEATURES = 40
THRESHOLDS = tuple(float(value) for value in np.arange(0.2, 0.651, 0.025))


@dataclass(frozen=True, slots=True)
class Relations:
    """The trained parts of the relation classifier."""

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


def fit_lone_words(links: Sequence[KnownLink]) -> LoneWords:
    """Fit both readings of lone words."""
    rows = np.array([link.lone for link in links])
    kinds = np.array([link.relation for link in links])
    rest = kinds != "divergence"
    return LoneWords(
        fit_vectors(rows, (~rest).astype(int), LONE_C),
        fit_vectors(rows[rest], (kinds[rest] == "agreement").astype(int), LONE_C),
    )


def fit_relations(groups: Sequence[Sequence[KnownLink]]) -> Relations:
    """Fit the divergence model on all links and the agreement model on the others.

    :param groups: links of one gold pair or one fact set
    """
    links: list[KnownLink] = []
    values: list[dict[str, float]] = []
    for fold in range(INNER_FOLDS):
        others = [item for at, item in enumerate(groups) if at % INNER_FOLDS != fold]
        reader = fit_lone_words([link for item in others for link in item])
        for item in groups[fold::INNER_FOLDS]:
            links += item
            values += [link.features | reader.read(link.lone) for link in item]
    # A known link has no probability of its own, so that feature can't be learned from.
    names = tuple(name for name in values[0] if name != "probability")
    rows = np.array([[row[name] for name in names] for row in values])
    kinds = np.array([link.relation for link in links])
    diverges = kinds == "divergence"
    rising = ("conflict", "tight_", "read_divergence")
    return Relations(
        fit_lone_words([link for item in groups for link in item]),
        fit(names, rows, diverges.astype(int), RELATION_C, RELATION_FEATURES, rising),
        fit(
            names,
            rows[~diverges],
            (kinds[~diverges] == "agreement").astype(int),
            RELATION_C,
            RELATION_FEATURES,
        ),
    )


def chosen_pairs(item: FactSet) -> list[FactPair]:
    """Return the pairs of a fact set to learn relations from, about as many of each outcome."""
    if item.contrast:
        return list(item.pairs)
    against = [pair for pair in item.pairs if pair.outcome == "divergence"]
    others = [pair for pair in item.pairs if pair.outcome in ("agreement", "partial")]
    return [*others, *(pair for pair in against if pair.edited), against[1], against[5]]


def kind_figures(data: Sequence[Prepared]) -> dict[str, float]:
    """Return precision and recall of the kinds named for marked divergences.

    The network that names them did not see the pair, so nothing is left to cross-validate.
    """
    right = named = true = 0
    for link in (link for item in data for link in item.links):
        if link.relation == "divergence":
            said = named_kinds(link.likely)
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


def validate(data: Sequence[Prepared], facts: Sequence[Sequence[KnownLink]]) -> dict[str, float]:
    """Print and return cross-validated figures; no pair is scored by models that saw it.

    :param facts: links of fact sets, in every fold's training
    """
    from sklearn.metrics import average_precision_score

    probability, true, precision = [], [], []
    relations: list[tuple[Relation, float, float, bool]] = []
    for train, test in _folds(data):
        scorer = fit_scorer(train)
        models = fit_relations([*(item.links for item in train), *facts])
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


def prepare_all(
    pairs: Sequence[GoldPair],
) -> tuple[list[Prepared], list[list[KnownLink]], Adapter, Path]:
    """Return gold pairs and fact links with their features, the adapter, and the reader's file.

    Every pair is prepared by an adapter and a reader that did not see it.
    """
    from compare.evaluation.entail import FOLDS as READER_FOLDS
    from compare.evaluation.entail import train_readers

    adapters, adapter = train_adapters(pairs)
    embedders = [PackagedEmbedder(item) for item in adapters]
    of_folds, whole = train_readers(pairs)
    readers = [Entailment(path) for path in of_folds]
    data = [
        prepare(pair, embedders[at % ADAPTER_FOLDS], readers[at % READER_FOLDS])
        for at, pair in enumerate(pairs)
    ]
    _, sets = held_out(read_fact_folder(FACTS))
    embedder, reader = PackagedEmbedder(adapter), Entailment(whole)
    facts = [prepare_facts(chosen_pairs(item), embedder, reader) for item in sets]
    return data, facts, adapter, whole


def main(folder: Path) -> None:
    """Train, validate and write the files."""
    pairs = read_gold_folder(folder)
    data, facts, adapter, reader = prepare_all(pairs)
    figures = validate(data, facts) | kind_figures(data)
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
    READER.write_bytes(reader.read_bytes())
    task = "reads both sides of a link: agreement, partial, divergence or none; kinds; words"
    more = {
        "command": "python -m compare.evaluation.entail",
        "data": f"SNLI test (CC BY-SA 4.0), {FACTS.as_posix()} and {card['data']}",
    }
    text = json.dumps({"card": {"task": task, **card, **more}}, indent=1) + "\n"
    READER.with_suffix(".json").write_text(text, "utf-8")
    print(f"wrote {READER.name}")
    models = fit_relations([*(item.links for item in data), *facts])
    models.lone.save(LONE)
    task = "log odds of a divergence, and of an agreement, from the vectors of lone words"
    text = json.dumps({"card": {"task": task, **card}}, indent=1) + "\n"
    LONE.with_suffix(".json").write_text(text, "utf-8")
    print(f"wrote {LONE.name}")
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
