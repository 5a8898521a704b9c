"""How often what the built-in models tell was right, on pairs that they had not seen."""

from __future__ import annotations

import json
from dataclasses import dataclass

from compare.model import Signature
from compare.relation.classifier import DIVERGENCE, load_classifier


@dataclass(frozen=True, slots=True)
class Measured:
    """Shares of what was told that is marked so too, [0, 1]; cross-validated by pair."""

    pairs: int
    divergence: float
    sure_divergence: float  # of those with a confidence from 0.5 on
    agreement: float
    found: float  # of the divergences that are marked, those that were told


def measured(signature: Signature) -> Measured | None:
    """Return what was measured of the models in a signature; None where they are others.

    :raises ModelError: a model of this version is damaged
    """
    if signature.models.get("relation_classifier") != load_classifier().sha256:
        return None
    try:
        card = json.loads(DIVERGENCE.read_bytes())["card"]["cross_validated"]
        precision, f1 = float(card["divergence_precision"]), float(card["divergence_f1"])
        return Measured(
            int(card["pairs"]),
            precision,
            float(card["divergence_precision_sure"]),
            float(card["agreement_precision"]),
            f1 * precision / (2 * precision - f1),  # F1 is the harmonic mean of the two
        )
    except (
        KeyError,
        TypeError,
        ZeroDivisionError,
    ):  # a card of a model trained elsewhere need not hold them
        return None
