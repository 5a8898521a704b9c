"""A logistic regression stored as JSON: trained with scikit-learn, applied with numpy alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from compare.embedding.base import FloatArray
from compare.errors import ModelError


@dataclass(frozen=True, slots=True)
class Logistic:
    """Probability of one class from named features: sigmoid(bias + sum of weight * feature)."""

    features: tuple[str, ...]
    weights: tuple[float, ...]  # for the features as they are; the scaling is folded in
    bias: float
    sha256: str = ""  # of the file it came from

    def probability(self, values: Mapping[str, FloatArray]) -> FloatArray:
        """Return the probability, in the common shape of the features, [0, 1]."""
        total = np.full_like(values[self.features[0]], self.bias, dtype=np.float64)
        for name, weight in zip(self.features, self.weights, strict=True):
            total += weight * values[name]
        return (1 / (1 + np.exp(-np.clip(total, -30, 30)))).astype(np.float32)

    def to_json(self, card: Mapping[str, Any]) -> str:
        """Return the file's text; `card` says what it was trained on and how it did."""
        weights = dict(zip(self.features, (round(w, 6) for w in self.weights), strict=True))
        data = {"card": dict(card), "bias": round(self.bias, 6), "weights": weights}
        return json.dumps(data, indent=1) + "\n"

    @classmethod
    def load(cls, path: Path) -> Logistic:
        """Read a file that `to_json` made.

        :raises ModelError: it is missing or not of that form
        """
        try:
            raw = path.read_bytes()
            data = json.loads(raw)
            weights = {str(name): float(value) for name, value in data["weights"].items()}
            bias = float(data["bias"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise ModelError(
                f"{path.name} can't be read as a logistic model ({error}); "
                "reinstall readout-compare"
            ) from None
        digest = hashlib.sha256(raw).hexdigest()
        return cls(tuple(weights), tuple(weights.values()), bias, digest)
