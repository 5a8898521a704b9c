"""An entailment cross-encoder of the user's choice, as a second opinion beside entailment.py.

Any sentence-transformers cross-encoder that tells contradiction, entailment and neutral apart,
from a folder or from the hub's cache on this machine. It reads each link in both directions:
agreement is what either side entails of the other, a divergence what contradicts in one of them.
Such models call many matching news sentences contradictions, so what it says is averaged into the
features of the relation classifier and decides nothing by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np

from compare.alignment import Match
from compare.embedding.base import FloatArray, encodable
from compare.embedding.hub import check_weights, find_model, fingerprint, load_model
from compare.errors import ModelError
from compare.model import Statement
from compare.reading.entailment import OUTCOMES, Reading

NONE = "none"
OWNER = "cross-encoder"  # of models that are named without one
LABELS = ("contradiction", "entailment", "neutral")


class CrossEncoder:
    """A cross-encoder for natural language inference.

    :raises ModelError: it isn't on this machine, has no safetensors, or other labels
    """

    def __init__(self, name: str) -> None:
        self.name = name
        folder = find_model(name, OWNER)
        self.fingerprint = fingerprint(folder)
        import torch
        from sentence_transformers import CrossEncoder as Model

        self._model: Any = load_model(Model, name, folder, activation_fn=torch.nn.Identity())
        network: Any = self._model.model
        check_weights(name, folder, [key for key, _ in network.named_parameters()])
        said = {str(v).lower(): int(k) for k, v in (network.config.id2label or {}).items()}
        if set(said) != set(LABELS):
            raise ModelError(
                f"cross-encoder {name!r} has the labels {', '.join(sorted(said)) or 'none'}; "
                f"expected {', '.join(LABELS)}, such as cross-encoder/nli-deberta-v3-small"
            )
        self._columns = [said[label] for label in LABELS]

    def read(self, a: Statement, b: Statement, matches: Sequence[Match]) -> FloatArray:
        """Return how likely each link is an agreement, a partial and a divergence.

        :return: shape (n_matches, 3), rows that sum to 1
        """
        pairs = []
        for match in matches:
            left, right = (
                encodable([" ".join(side.sentence(at) for at in sentences)])[0]
                for side, sentences in ((a, match.a), (b, match.b))
            )
            pairs += [(left, right), (right, left)]
        # One pair at a time: company, and so padding, never changes what is said of a link.
        logits = np.asarray(self._model.predict(pairs, batch_size=1, show_progress_bar=False))
        logits = logits.astype(np.float64)[:, self._columns]
        shares = np.exp(logits - logits.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        return outcomes_of(shares[0::2], shares[1::2])


def outcomes_of(forward: FloatArray, backward: FloatArray) -> FloatArray:
    """Return agreement, partial and divergence from the labels of both directions.

    :param forward: shape (n, 3), in the order of LABELS; so `backward`
    """
    against = np.maximum(forward[:, 0], backward[:, 0])
    same = np.minimum(forward[:, 1], backward[:, 1])
    rest = np.clip(1 - against - same, 0, 1)
    told = np.stack([same, rest, against], axis=1)
    return told / told.sum(axis=1, keepdims=True)


def averaged(own: Reading | None, told: FloatArray) -> Reading:
    """Return a reading with the second opinion averaged in; whether they are apart stays.

    :param own: what the built-in network says; None where it was not trained on such vectors
    :param told: shape (3,), of `CrossEncoder.read`
    """
    if own is None:
        apart = 1 / len(OUTCOMES)
        none = np.zeros(0, dtype=np.float32)
        return Reading(np.append((1 - apart) * told, apart), none, none, none, none)
    apart = float(own.outcomes[3])
    mixed = (own.outcomes[:3] + (1 - apart) * told) / 2
    return replace(own, outcomes=np.append(mixed, apart))


@lru_cache(maxsize=1)
def load_cross_encoder(name: str) -> CrossEncoder | None:
    """Return the cross-encoder of that name, loaded once per process; None for `none`.

    :raises ModelError: it can't be had
    """
    return None if name == NONE else CrossEncoder(name)
