"""Agreement, partial or divergence: two small logistic models over the link's features.

The first gives the probability of a divergence, the second that of an agreement among the links
that are none. Both are made by `python -m compare.evaluation.train`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from compare.alignment.logistic import Logistic
from compare.model import Relation
from compare.relation.context import Difference

DIVERGENCE = Path(__file__).with_name("divergence.json")
AGREEMENT = Path(__file__).with_name("agreement.json")


@dataclass(frozen=True, slots=True)
class Classifier:
    """The two models."""

    divergence: Logistic
    agreement: Logistic

    @property
    def sha256(self) -> str:
        """One hash over both files."""
        both = self.divergence.sha256 + self.agreement.sha256
        return hashlib.sha256(both.encode()).hexdigest()


@lru_cache(maxsize=1)
def load_classifier() -> Classifier:
    """Return the relation classifier.

    :raises ModelError: a file is damaged
    """
    return Classifier(Logistic.load(DIVERGENCE), Logistic.load(AGREEMENT))


# Two figures for one thing in sentences that otherwise cover each other: the divergence that every
# analyst marks, and too rare in the gold pairs (5 of 422 links) to be learned from them.
FIGURE_KINDS = ("number", "date", "duration")
FIGURE_TIGHTNESS = 0.45  # conflict weight times coverage, [0, 1]
FIGURE_CONFIDENCE = 0.75


def decide(
    p_divergence: float,
    p_agreement: float,
    found: Sequence[Difference],
    features: Mapping[str, float],
    threshold: float,
) -> tuple[Relation, float]:
    """Return the relation and the confidence in it, [0, 1].

    A divergence needs both: the threshold, and a conflict that can be pointed at.

    :param p_divergence: probability of a divergence
    :param p_agreement: probability of an agreement if it is none
    :param features: of the link; the tight_KIND features of figures are read
    """
    if any(features[f"tight_{kind}"] >= FIGURE_TIGHTNESS for kind in FIGURE_KINDS):
        p_divergence = max(p_divergence, FIGURE_CONFIDENCE)
    if p_divergence >= threshold and any(item.conflict for item in found):
        return "divergence", p_divergence
    rest = 1 - p_divergence
    if p_agreement >= 0.5:
        return "agreement", rest * p_agreement
    return "partial", rest * (1 - p_agreement)
