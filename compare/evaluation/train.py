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
from typing import Any, TypeVar

import numpy as np

from compare.alignment.features import pair_features
from compare.alignment.logistic import Logistic
from compare.alignment.scorer import PATH as SCORER
from compare.alignment.scorer import PLAIN_PATH as PLAIN_SCORER
from compare.alignment.second import LOOK_FROM, look_again, second_features
from compare.alignment.second import PATH as SECOND
from compare.embedding.adapter import PATH as ADAPTER
from compare.embedding.adapter import Adapter
from compare.embedding.base import FloatArray
from compare.embedding.packaged import PackagedEmbedder
from compare.evaluation.facts import (
    FACTS,
    FactPair,
    FactSet,
    Outcome,
    held_out,
    read_fact_folder,
)
from compare.evaluation.fit import fit, fit_vectors
from compare.evaluation.gold import GoldPair, read_gold_folder
from compare.evaluation.prepare import (
    ADAPTER_FOLDS,
    KnownLink,
    Prepared,
    known_links,
    marks,
    prepare,
    prepare_facts,
    train_adapters,
)
from compare.reading.entailment import PATH as READER
from compare.reading.entailment import Entailment
from compare.relation.classifier import AGREEMENT, DIVERGENCE
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


T = TypeVar("T")


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
    scorers = [fit_scorer(train) for train, _ in _folds(data)]
    return [scorers[at % FOLDS].probability(item.features) for at, item in enumerate(data)]


def second_probabilities(data: Sequence[Prepared], first: Sequence[FloatArray]) -> list[FloatArray]:
    """Return the probabilities after the second look, by scorers fitted without the pair's fold.

    The first probabilities that a second scorer learns from come in part from first scorers that
    saw the fold, which moves them by next to nothing: a weight for each of some 20 features.

    :param first: of `first_probabilities`
    """
    seconds = []
    for fold, (train, _) in enumerate(_folds(data)):
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

    Pairs that were taken for links and are none stand among them: told as a divergence they would
    do as much harm as a wrong one of true links.

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
    names = tuple(values[0])
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


def kind_figures(groups: Sequence[Sequence[KnownLink]]) -> dict[str, float]:
    """Return precision and recall of the kinds named for marked divergences.

    The network that names them did not see the pair, so nothing is left to cross-validate.
    """
    right = named = true = 0
    for link in (link for links in groups for link in links):
        if link.relation == "divergence":
            said = named_kinds(link.likely)
            right += len(link.kinds & set(said))
            named += len(said)
            true += len(link.kinds)
    return {"kind_precision": right / named, "kind_recall": right / true}


def _folds(data: Sequence[T]) -> list[tuple[list[T], list[T]]]:
    return [
        ([item for at, item in enumerate(data) if at % FOLDS != fold],
         [item for at, item in enumerate(data) if at % FOLDS == fold])
        for fold in range(FOLDS)
    ]  # fmt: skip


def _f1(said: np.ndarray[Any, Any], true: np.ndarray[Any, Any]) -> float:
    both = said.sum() + true.sum()
    return float(2 * (said & true).sum() / both) if both else 1.0


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
    sweep = {threshold: _f1(said >= threshold, marked) for threshold in THRESHOLDS}
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
        "link_f1": max(sweep.values()),
        "calibration_error": float(error),
    }


@dataclass(frozen=True, slots=True)
class Told:
    """What the relation models say of a link that they did not see."""

    relation: Outcome  # as marked
    probability: float  # of the link
    divergence: float
    agreement: float


def told_links(
    groups: Sequence[Sequence[KnownLink]], facts: Sequence[Sequence[KnownLink]]
) -> list[Told]:
    """Return what models of the other folds say of each known link.

    :param facts: links of fact sets, in every fold's training
    """
    told = []
    for train, test in _folds(groups):
        models = fit_relations([*train, *facts])
        for link in (link for links in test for link in links):
            values = link.features | models.lone.read(link.lone)
            row = {name: np.array([value]) for name, value in values.items()}
            divergence = float(models.divergence.probability(row)[0]) if link.conflict else 0.0
            agreement = float(models.agreement.probability(row)[0])
            told.append(Told(link.relation, values["probability"], divergence, agreement))
    return told


def validate_relations(told: Sequence[Told]) -> dict[str, float]:
    """Print and return figures of relations, before the rules of relation/classifier.py."""
    from sklearn.metrics import average_precision_score

    settings = Settings()
    divergent = sum(item.relation == "divergence" for item in told)
    linked = [item for item in told if item.probability >= settings.link_threshold]
    is_divergence = np.array([item.relation == "divergence" for item in linked])
    p_divergence = np.array([item.divergence for item in linked])

    def at(threshold: float) -> tuple[float, float]:
        said = p_divergence >= threshold
        hits = (said & is_divergence).sum()
        return 2 * hits / (said.sum() + divergent), hits / max(1, said.sum())

    print(
        "divergence threshold: F1 (precision) from the text on  "
        + "  ".join("{:.3f}: {:.3f} ({:.2f})".format(t, *at(t)) for t in THRESHOLDS)
    )
    f1, precision = at(settings.divergence_threshold)
    rest = [item for item in linked if item.divergence < settings.divergence_threshold]
    agreeing = [item for item in rest if item.agreement >= 0.5]
    true = [item for item in told if item.relation != "none"]
    others = [item for item in true if item.relation != "divergence"]
    return {
        "divergence_f1": float(f1),
        "divergence_precision": float(precision),
        "agreement_precision": float(np.mean([i.relation == "agreement" for i in agreeing])),
        "divergence_average_precision": float(
            average_precision_score(
                [item.relation == "divergence" for item in true],
                [item.divergence for item in true],
            )
        ),
        "agreement_or_partial_accuracy": float(
            np.mean([(item.agreement >= 0.5) == (item.relation == "agreement") for item in others])
        ),
    }


@dataclass(frozen=True, slots=True)
class Lessons:
    """What the models are fitted to; every pair by an adapter and a reader that did not see it."""

    data: list[Prepared]
    first: list[FloatArray]  # probabilities of links of each pair, by scorers that did not see it
    second: list[FloatArray]  # likewise after the second look
    adapter: Adapter
    reader: Path


def prepare_all(pairs: Sequence[GoldPair]) -> Lessons:
    """Prepare the gold pairs, each by an adapter and a reader that did not see it."""
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
    first = first_probabilities(data)
    return Lessons(data, first, second_probabilities(data, first), adapter, whole)


def main(folder: Path) -> None:
    """Train, validate and write the files."""
    pairs = read_gold_folder(folder)
    known = prepare_all(pairs)
    data = known.data
    scorer, second = fit_scorer(data), fit_second(data, known.first)
    links = [known_links(*both) for both in zip(data, known.second, strict=True)]
    _, sets = held_out(read_fact_folder(FACTS))
    embedder, network = PackagedEmbedder(known.adapter), Entailment(known.reader)
    facts = [
        prepare_facts(
            chosen_pairs(item),
            embedder,
            network,
            lambda features, readings: look_again(scorer.probability(features), readings, second),
        )
        for item in sets
    ]
    figures = validate_links(data, known.first, known.second)
    figures |= validate_relations(told_links(links, facts)) | kind_figures(links)
    for name, value in figures.items():
        print(f"{name}: {value:.3f}")
    card = {
        "data": f"{folder.as_posix()}, {len(data)} pairs written for this project",
        "licence": "Apache-2.0",
        "trained": datetime.date.today().isoformat(),
        "command": "python -m compare.evaluation.train",
        "cross_validated": {name: round(value, 3) for name, value in figures.items()},
    }
    known.adapter.save(ADAPTER)
    task = "low-rank change to layers 4 to 6 of all-MiniLM-L6-v2, so that links lie close"
    text = json.dumps({"card": {"task": task, **card}}, indent=1) + "\n"
    ADAPTER.with_suffix(".json").write_text(text, "utf-8")
    print(f"wrote {ADAPTER.name}")
    READER.write_bytes(known.reader.read_bytes())
    task = "reads both sides of a link: agreement, partial, divergence or none; kinds; words"
    more = {
        "command": "python -m compare.evaluation.entail",
        "data": f"SNLI test (CC BY-SA 4.0), {FACTS.as_posix()} and {card['data']}",
    }
    text = json.dumps({"card": {"task": task, **card, **more}}, indent=1) + "\n"
    READER.with_suffix(".json").write_text(text, "utf-8")
    print(f"wrote {READER.name}")
    models = fit_relations([*links, *facts])
    models.lone.save(LONE)
    task = "log odds of a divergence, and of an agreement, from the vectors of lone words"
    text = json.dumps({"card": {"task": task, **card}}, indent=1) + "\n"
    LONE.with_suffix(".json").write_text(text, "utf-8")
    print(f"wrote {LONE.name}")
    for path, model, task in (
        (SCORER, scorer, "probability that two sentences share a claim"),
        (
            PLAIN_SCORER,
            fit_plain_scorer(pairs),
            "probability that two sentences share a claim, for models without the adapter "
            "(the figures are those of pair_scorer.json)",
        ),
        (
            SECOND,
            second,
            "the same of pairs that the first scorer leaves open, read together",
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
