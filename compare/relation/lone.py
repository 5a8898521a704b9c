"""What the words that the other side lacks say about a relation, read from their vectors.

Lists of words can't hold all the ways in which one side bends a claim. So each token vector of a
link is weighed by how little the other side answers it, and two logistic models read the extremes
and the means of the weighed vectors. What they give are two features among the others of the
relation classifier; they never make a divergence alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from compare.alignment import Match
from compare.embedding.base import Encoded, FloatArray
from compare.errors import ModelError

PATH = Path(__file__).with_name("lone.safetensors")
LIMIT = 4.0  # of the log odds either way


def _vectors(encoded: Encoded, sentences: Sequence[int]) -> FloatArray:
    rows = [encoded.tokens[index].words.astype(np.float32) for index in sentences]
    joined = np.concatenate(rows)
    # A sentence of signs that the model does not know has no token.
    return joined if len(joined) else np.zeros((1, joined.shape[1]), dtype=np.float32)


def lone_vector(match: Match, a: Encoded, b: Encoded) -> FloatArray:
    """Return one vector for what the two sides of a link say without each other.

    A token weighs 1 less its best cosine on the other side, from the layer that matches words.

    :return: shape (4 * dim,): the largest and the least value in each dimension over all weighed
        token vectors; the sides' weighed means added; the sides' plain means added
    """
    left, right = _vectors(a, match.a), _vectors(b, match.b)
    cosine = left @ right.T
    weight_a = np.clip(1 - cosine.max(axis=1), 1e-6, 1)[:, None]
    weight_b = np.clip(1 - cosine.max(axis=0), 1e-6, 1)[:, None]
    weighed_a, weighed_b = left * weight_a, right * weight_b
    joined: FloatArray = np.concatenate(
        [
            np.maximum(weighed_a.max(axis=0), weighed_b.max(axis=0)),
            np.minimum(weighed_a.min(axis=0), weighed_b.min(axis=0)),
            weighed_a.sum(axis=0) / weight_a.sum() + weighed_b.sum(axis=0) / weight_b.sum(),
            left.mean(axis=0) + right.mean(axis=0),
        ]
    )
    return joined


@dataclass(frozen=True, slots=True)
class LoneWords:
    """Two logistic models over `lone_vector`; the scaling is folded into the weights."""

    divergence: FloatArray  # shape (1 + 4 * dim,), the bias first
    agreement: FloatArray  # the same, among links that are no divergence
    sha256: str = ""  # of the file it came from

    def read(self, vector: FloatArray) -> dict[str, float]:
        """Return both log odds as features, [-LIMIT, LIMIT]."""
        return {
            "lone_divergence": log_odds(self.divergence, vector),
            "lone_agreement": log_odds(self.agreement, vector),
        }

    def save(self, path: Path) -> None:
        """Write the file, half precision."""
        from safetensors.numpy import save

        parts = {"divergence": self.divergence, "agreement": self.agreement}
        data = {name: value.astype(np.float16) for name, value in parts.items()}
        path.write_bytes(save(data))


def log_odds(model: FloatArray, vector: FloatArray) -> float:
    """Return a model's log odds, kept within the limit.

    :param model: shape (1 + n,), the bias first
    :param vector: shape (n,)
    """
    return float(np.clip(model[0] + model[1:] @ vector, -LIMIT, LIMIT))


# Where there is no reading, as for models with other vectors.
NO_READING = {"lone_divergence": 0.0, "lone_agreement": 0.0}


@lru_cache(maxsize=1)
def load_lone_words() -> LoneWords:
    """Return the models; made again by `python -m compare.evaluation.train`.

    :raises ModelError: the file is damaged
    """
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        raw = PATH.read_bytes()
        parts = {name: value.astype(np.float32) for name, value in load(raw).items()}
        return LoneWords(parts["divergence"], parts["agreement"], hashlib.sha256(raw).hexdigest())
    except (OSError, SafetensorError, KeyError) as error:
        raise ModelError(
            f"{PATH.name} can't be read ({error}); reinstall readout-compare"
        ) from None
