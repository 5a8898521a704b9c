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


def measured(signature: Signature) -> Measured | None:
    """Return what was measured of the models in a signature; None where they are others.

    :raises ModelError: a model of this version is damaged
    """
    if signature.models.get("relation_classifier") != load_classifier().sha256:
        return None
    try:
        card = json.loads(DIVERGENCE.read_bytes())["card"]["cross_validated"]
        return Measured(
            int(card["pairs"]),
            float(card["divergence_precision"]),
            float(card["divergence_precision_sure"]),
            float(card["agreement_precision"]),
        )
    except (KeyError, TypeError):  # a card of a model trained elsewhere need not hold them
        return None
