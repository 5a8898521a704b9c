"""Fit the models of relations, and say how they do on links that they did not see.

See compare.evaluation.train, which runs this.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from compare.evaluation.facts import FactPair, FactSet, Outcome
from compare.evaluation.fit import fit_mixture, fit_vectors
from compare.evaluation.folds import THRESHOLDS, folds
from compare.evaluation.prepare import KnownLink
from compare.relation.lone import LoneWords
from compare.relation.mixture import Mixture
from compare.relation.pointing import named_kinds
from compare.settings import Settings

SURE = 0.5  # from here on a divergence is called sure
INNER_FOLDS = 4  # of the reading of lone words
# Inverse strengths of the L2 penalty: of 0.005 to 0.05 (relations) and 0.0005 and 0.002 (lone
# words) the one with the best cross-validated average precision; differences were within 0.01.
RELATION_C = 0.02
LONE_C = 0.002
# Of some 80 features of a link: of 10, 20, 30, 40 and all, the number with the best cross-validated
# average precision for divergences.
RELATION_FEATURES = 40
# How much a pair of a fact set counts beside a link of statements: they are drawn up to contradict
# far more often than statements do. Of 0, 0.1, 0.25 and 1 the smaller ones had the better
# cross-validated F1 on statements, by 0.01 at most; with 0 half of the contradictions between
# single sentences were lost.
FACT_COUNTS = 0.25


@dataclass(frozen=True, slots=True)
class Relations:
    """The trained parts of the relation classifier."""

    lone: LoneWords
    divergence: Mixture
    agreement: Mixture


def fit_lone_words(links: Sequence[KnownLink]) -> LoneWords:
    """Fit both readings of lone words."""
    rows = np.array([link.lone for link in links])
    kinds = np.array([link.relation for link in links])
    rest = kinds != "divergence"
    return LoneWords(
        fit_vectors(rows, (~rest).astype(int), LONE_C),
        fit_vectors(rows[rest], (kinds[rest] == "agreement").astype(int), LONE_C),
    )


def fit_relations(
    groups: Sequence[Sequence[KnownLink]], facts: Sequence[Sequence[KnownLink]]
) -> Relations:
    """Fit the divergence model on all links and the agreement model on the others.

    Pairs that were taken for links and are none stand among them: told as a divergence they would
    do as much harm as a wrong one of true links.

    :param groups: links of one gold pair each
    :param facts: pairs of one fact set each
    """
    links: list[KnownLink] = []
    values: list[dict[str, float]] = []
    weights: list[float] = []
    known = [*((1.0, item) for item in groups), *((FACT_COUNTS, item) for item in facts)]
    for fold in range(INNER_FOLDS):
        others = [item for at, (_, item) in enumerate(known) if at % INNER_FOLDS != fold]
        reader = fit_lone_words([link for item in others for link in item])
        for weight, item in known[fold::INNER_FOLDS]:
            links += item
            values += [link.features | reader.read(link.lone) for link in item]
            weights += [weight] * len(item)
    names = tuple(values[0])
    rows = np.array([[row[name] for name in names] for row in values])
    kinds = np.array([link.relation for link in links])
    diverges, counts = kinds == "divergence", np.array(weights)
    rising = ("conflict", "tight_", "read_divergence")
    return Relations(
        fit_lone_words([link for _, item in known for link in item]),
        fit_mixture(
            names, rows, diverges.astype(int), RELATION_C, RELATION_FEATURES, rising, counts
        ),
        fit_mixture(
            names,
            rows[~diverges],
            (kinds[~diverges] == "agreement").astype(int),
            RELATION_C,
            RELATION_FEATURES,
            counts=counts[~diverges],
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
    for train, test in folds(groups):
        models = fit_relations(train, facts)
        for link in (link for links in test for link in links):
            values = link.features | models.lone.read(link.lone)
            row = {name: np.array([value]) for name, value in values.items()}
            both = models.divergence, models.agreement
            p_diverge, p_agree = (float(model.probability(row)[0]) for model in both)
            told.append(Told(link.relation, values["probability"], p_diverge, p_agree))
    return told


def validate_relations(told: Sequence[Told]) -> dict[str, float]:
    """Print and return figures of relations, before the rules of relation/classifier.py."""
    from sklearn.metrics import average_precision_score

    settings = Settings()
    divergent = sum(item.relation == "divergence" for item in told)
    linked = [item for item in told if item.probability >= settings.link_threshold]
    is_divergence = np.array([item.relation == "divergence" for item in linked])
    p_told = np.array([item.divergence for item in linked])

    def at(threshold: float) -> tuple[float, float]:
        said = p_told >= threshold
        hits = (said & is_divergence).sum()
        return 2 * hits / (said.sum() + divergent), hits / max(1, said.sum())

    print(
        "divergence threshold: F1 (precision) from the text on  "
        + "  ".join("{:.3f}: {:.3f} ({:.2f})".format(t, *at(t)) for t in THRESHOLDS)
    )
    f1, precision = at(settings.divergence_threshold)
    certain = p_told >= SURE
    rest = [item for item in linked if item.divergence < settings.divergence_threshold]
    agreeing = [item for item in rest if item.agreement >= 0.5]
    true = [item for item in told if item.relation != "none"]
    others = [item for item in true if item.relation != "divergence"]
    return {
        "divergence_f1": float(f1),
        "divergence_precision": float(precision),
        "divergence_precision_sure": float(is_divergence[certain].mean()),
        "divergences_sure": int(certain.sum()),
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
