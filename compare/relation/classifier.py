"""Agreement, partial or divergence: two small models over the link's features.

The first gives the probability of a divergence, the second that of an agreement among the links
that are none. Some of their features are what a network says of both sides together
(entailment.py), and what the vectors of lone words say (lone.py). Both are made by
`python -m compare.evaluation.train`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from compare.model import Relation
from compare.reading.entailment import load_entailment
from compare.relation.comparers.opposites import ELSE_ALIKE
from compare.relation.comparers.quantities import UNRELATED
from compare.relation.context import Difference
from compare.relation.lone import load_lone_words
from compare.relation.mixture import Mixture

DIVERGENCE = Path(__file__).with_name("divergence.json")
AGREEMENT = Path(__file__).with_name("agreement.json")


@dataclass(frozen=True, slots=True)
class Classifier:
    """The two models."""

    divergence: Mixture
    agreement: Mixture

    @property
    def sha256(self) -> str:
        """One hash over all files."""
        joined = self.divergence.sha256 + self.agreement.sha256 + load_lone_words().sha256
        joined += load_entailment().sha256
        return hashlib.sha256(joined.encode()).hexdigest()


@lru_cache(maxsize=1)
def load_classifier() -> Classifier:
    """Return the relation classifier.

    :raises ModelError: a file is damaged
    """
    return Classifier(Mixture.load(DIVERGENCE), Mixture.load(AGREEMENT))


# Two figures for one thing, and opposites in sentences that are else alike, are a divergence
# whatever the model says: it saw too few to learn it. Dates only where the sentences cover each
# other (conflict weight times coverage, [0, 1]). Of links told in data/gold/train from SURE_LINK on
# that holds for 32 of 72, below for 10 of 39, so there the model decides; of fact sets for 128 of
# 138 (counted before values were compared as in comparers/values.py, which finds fewer).
SURE_LINK = 0.6
NUMBER_WEIGHT, DURATION_WEIGHT, DATE_TIGHTNESS = 1.0, 0.35, 0.45
FIGURE_CONFIDENCE = 0.75
# On a link as sure as this two other figures need not be about one thing, if they are the only ones
# of their kind: of marked links with such ones 38 of 76 (dates), 60 of 105 (numbers) and 37 of 55
# (lengths of time) are divergences in data/gold/train, 33 in 100 of all.
CERTAIN_LINK, LONE_FIGURE_CONFIDENCE = 0.85, 0.5
# Where the models give a divergence less than this, figures alone are seldom right: of such links
# in data/gold/later 19 of 62, else 52 of 68. They are told all the same, and as unsure as that.
SUPPORTED, UNSUPPORTED_CONFIDENCE = 0.25, 0.3
# Save two lengths of time of a day at most, as of talks: there 8 of 11 are right, in
# data/gold/later and every third pair of data/gold/train.
SHORT_LENGTHS_CONFIDENCE = 0.6
# A link with a conflict that is at least this sure is not called an agreement. Denials are left
# out, since half of those found stand in sentences that agree, and conditions: of 17 links of
# data/gold/later that only a condition of one side kept from it 12 agree, the other side putting
# it in other words ("once", "after").
AGAINST_AGREEMENT = 0.6
NOT_AGAINST = frozenset(("negation", "condition"))
# A denial by the main verb of what the other side's main clause tells does speak against it: of 20
# such links of data/gold/later and a third of data/gold/train one agrees, of the six among them
# from CERTAIN_LINK on none (comparers/parity.py).
# Two other figures, the only ones of their kind, speak against it too, whatever they are about.
FIGURES = ("number", "duration", "date")
# So is a fainter one of a kind that the network of reading/entailment.py finds this likely: a
# caution, which costs some true agreements; they are then partial.
CORROBORATED = 0.35
# Nor is it an agreement where that network finds a contradiction this much likelier, or where words
# say the opposite of each other in sentences that are else alike.
DOUBTED = 0.8


def clear_conflict(item: Difference, probability: float = 1.0) -> bool:
    """Say whether a difference speaks too clearly for an agreement to be claimed over it.

    :param probability: of the link, [0, 1]
    """
    if item.denies and probability >= CERTAIN_LINK:
        return True
    if item.opposite:
        return item.weight >= ELSE_ALIKE
    least = UNRELATED if item.kind in FIGURES else AGAINST_AGREEMENT
    return item.conflict and item.kind not in NOT_AGAINST and item.weight >= least


def is_clear_figure(item: Difference) -> bool:
    """Say whether a difference makes a divergence by itself: a figure, an opposite, a denial."""
    if item.denies and item.alone:
        return True
    if item.opposite:
        return item.weight >= ELSE_ALIKE
    return item.conflict and item.kind in FIGURES and item.weight >= UNRELATED


def _by_figures(features: Mapping[str, float]) -> float:
    """Return how sure figures and opposites alone make a divergence, [0, 1]; 0 for not at all."""
    if features["probability"] >= SURE_LINK and _surely_differs(features):
        return FIGURE_CONFIDENCE
    lone = max(features[f"conflict_{kind}"] for kind in FIGURES)
    certain = features["probability"] >= CERTAIN_LINK and lone >= UNRELATED
    return LONE_FIGURE_CONFIDENCE if certain else 0.0


def _surely_differs(features: Mapping[str, float]) -> bool:
    return (
        features["conflict_opposite"] >= ELSE_ALIKE
        or features["conflict_number"] >= NUMBER_WEIGHT
        or features["conflict_duration"] >= DURATION_WEIGHT
        or features["tight_date"] >= DATE_TIGHTNESS
    )


def decide(
    p_divergence: float,
    p_agreement: float,
    against: Sequence[Difference],
    pointed: Sequence[Difference],
    features: Mapping[str, float],
    threshold: float,
    unsupported: float = UNSUPPORTED_CONFIDENCE,
) -> tuple[Relation, float]:
    """Return the relation and the confidence in it, [0, 1].

    A divergence needs both: the threshold, and a conflict that can be pointed at. An agreement
    needs that no clear conflict stands against it.

    :param p_divergence: probability of a divergence
    :param p_agreement: probability of an agreement if it is none
    :param against: the conflicts that forbid calling it an agreement
    :param pointed: the conflicts that a divergence would be shown with
    :param features: of the link; its probability and those of figures and opposites are read
    :param threshold: probability of a divergence from which one is told
    :param unsupported: how sure figures can be that the models don't support
    """
    figures = _by_figures(features)
    if p_divergence < SUPPORTED:
        figures = min(figures, unsupported)
    p_divergence = max(p_divergence, figures, *(item.alone for item in pointed))
    if p_divergence >= threshold and any(item.conflict for item in pointed):
        return "divergence", p_divergence
    rest = 1 - p_divergence
    if p_agreement >= 0.5 and not against:
        return "agreement", rest * p_agreement
    # What is linked in error shares nothing; both models count that as no divergence and no
    # agreement, so it is left to be counted here.
    return "partial", rest * (1 - p_agreement) * features["probability"]
