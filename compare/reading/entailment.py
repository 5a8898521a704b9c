"""Read both sides of a link together: do they say the same, part of it, or what can't both be so?

The packaged model's vectors tell what two sentences are about, and hardly whether "open" answers
to "closed". So a small network reads the words of both sides at once: the six transformer layers of
all-MiniLM-L6-v2, over its own word vectors, trained by `python -m compare.evaluation.entail` on
SNLI and on sentences written for this project. Each token also carries how well the other side
answers it. What the network says are features of the second look at links (alignment/second.py)
and of the relation classifier, and the words that it points at; those have the verdict.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from compare.embedding.base import Encoded, FloatArray, IntArray
from compare.embedding.ondemand import encode_ahead
from compare.embedding.packaged import word_vectors
from compare.embedding.sessions import session_options, side_by_side
from compare.errors import ModelError
from compare.model import EVIDENCE_KINDS, EvidenceKind
from compare.progress import Progress, silent

PATH = Path(__file__).with_name("entailment.onnx")
KINDS: tuple[EvidenceKind, ...] = tuple(kind for kind in EVIDENCE_KINDS if kind != "wording")
OUTCOMES = ("agreement", "partial", "divergence", "none")
MAX_TOKENS = 128  # of each side; what is longer is read to there
LIMIT = 6.0  # of the log odds either way
SIDES_KEPT = 1024  # some 40 MB
AHEAD = 64  # pairs read between two reports of progress
Pair = tuple[tuple[int, ...], tuple[int, ...]]  # sentences of A and of B


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of one link."""

    outcomes: FloatArray  # shape (4,), probabilities in the order of OUTCOMES
    kinds: FloatArray  # shape (len(KINDS),), of each kind if the sides contradict each other
    adds: FloatArray  # shape (len(KINDS),), of each kind if one side adds to the other
    bearing_a: FloatArray  # shape (n_tokens_a,), probability that a token bears the contradiction
    bearing_b: FloatArray  # shape (n_tokens_b,)

    @property
    def doubt(self) -> float:
        """How likely it is that the sides contradict each other, if they say the same or that."""
        same, _, against, _ = (float(value) for value in self.outcomes)
        return against / (same + against) if same + against > 0 else 0.5

    def features(self) -> dict[str, float]:
        """Return the log odds of the outcomes as features, [-LIMIT, LIMIT]."""
        p = np.clip(self.outcomes, 1e-6, 1 - 1e-6)
        same, partial, against, apart = (float(value) for value in p)
        return {
            "read_divergence": _limited(np.log(against / (1 - against))),
            "read_agreement": _limited(np.log(same / partial)),
            "read_apart": _limited(np.log(apart / (1 - apart))),
        }


def _limited(value: float) -> float:
    return float(np.clip(value, -LIMIT, LIMIT))


# Where there is no reading, as for models with other vectors.
NO_READING = {"read_divergence": 0.0, "read_agreement": 0.0, "read_apart": 0.0}


@dataclass(frozen=True, slots=True)
class Side:
    """The tokens of one side of a link."""

    ids: IntArray  # shape (n,)
    words: FloatArray  # shape (n, dim), unit rows of the layer on which words are matched


def side_of(encoded: Encoded, sentences: Sequence[int]) -> Side:
    """Return the tokens of some sentences, up to `MAX_TOKENS`."""
    tokens = [encoded.tokens[at] for at in sentences]
    ids = np.concatenate([item.ids for item in tokens])[:MAX_TOKENS]
    words = np.concatenate([item.words.astype(np.float32) for item in tokens])[:MAX_TOKENS]
    return Side(ids, words)


def in_order(a: Side, b: Side) -> bool:
    """Say whether A is read first: the longer side, so that swapped sides are read alike."""
    return (len(a.ids), a.ids.tolist()) >= (len(b.ids), b.ids.tolist())


def inputs_of(first: Side, second: Side) -> tuple[FloatArray, IntArray, FloatArray]:
    """Return what the network takes of two sides.

    :return: the word vectors, shape (n, dim); 0 or 1 for the side, shape (n,); and for each
        token, shape (n, 3), its best cosine on the other side, whether it stands there too, and
        whether it does so before the same next token, which tells order
    """
    cosine = first.words @ second.words.T
    hints = [
        _hints(first.ids, second.ids, cosine.max(axis=1)),
        _hints(second.ids, first.ids, cosine.max(axis=0)),
    ]
    side = np.repeat(np.array([0, 1], dtype=np.int64), [len(first.ids), len(second.ids)])
    words = word_vectors()[np.concatenate([first.ids, second.ids])]
    return words, side, np.concatenate(hints).astype(np.float32)


def _hints(own: IntArray, other: IntArray, best: FloatArray) -> FloatArray:
    """Return the hints of one side's tokens, shape (n, 3); `best` are their best cosines."""
    followed = set(zip(other[:-1].tolist(), other[1:].tolist(), strict=True))
    next_too = [pair in followed for pair in zip(own[:-1].tolist(), own[1:].tolist(), strict=True)]
    return np.stack([best, np.isin(own, other), np.array([*next_too, False])], axis=1)


class Entailment:
    """The network, run by onnxruntime; one link at a time, so company never changes a reading.

    :raises ModelError: the file is missing or damaged
    """

    def __init__(self, path: Path = PATH) -> None:
        import onnxruntime as ort

        try:
            raw = path.read_bytes()
        except OSError as error:
            raise ModelError(
                f"{path.name} can't be read ({error.strerror}); reinstall readout-compare"
            ) from None
        self.sha256 = hashlib.sha256(raw).hexdigest()
        try:
            self._session: Any = ort.InferenceSession(
                raw, session_options(), providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime has no common class for what it raises
            raise ModelError(
                f"{path.name} is damaged ({str(error)[:80]}); reinstall readout-compare"
            ) from None

    def read(self, left: Side, right: Side) -> Reading:
        """Read a side of A with one of B; any thread may ask at any time."""
        if not len(left.ids) or not len(right.ids):
            # A sentence of signs that the model does not know has no token.
            level = np.full(len(OUTCOMES), 1 / len(OUTCOMES), dtype=np.float32)
            none = np.zeros(len(KINDS), dtype=np.float32)
            return Reading(level, none, none, np.zeros(len(left.ids)), np.zeros(len(right.ids)))
        swapped = not in_order(left, right)
        first, second = (right, left) if swapped else (left, right)
        words, side, hints = inputs_of(first, second)
        outcomes, kinds, adds, bearing = self._session.run(
            ["outcomes", "kinds", "adds", "bearing"],
            {"words": words[None], "side": side[None], "hints": hints[None]},
        )
        halves = bearing[0][: len(first.ids)], bearing[0][len(first.ids) :]
        bearing_a, bearing_b = halves[::-1] if swapped else halves
        return Reading(outcomes[0], kinds[0], adds[0], bearing_a, bearing_b)


class Readings:
    """What the network says of two statements; what is asked again is not read again.

    :param a: of A's sentences, of a model whose words are those of all-MiniLM-L6-v2
    """

    def __init__(self, network: Entailment, a: Encoded, b: Encoded) -> None:
        self._network = network
        self._encoded = a, b
        self._known: dict[Pair, Reading] = {}
        self._side = lru_cache(maxsize=SIDES_KEPT)(self._make_side)

    def of_part(self, a: Encoded, b: Encoded) -> Readings:
        """Return the readings of other sentences by the same network."""
        return Readings(self._network, a, b)

    def _make_side(self, at: int, sentences: tuple[int, ...]) -> Side:
        return side_of(self._encoded[at], sentences)

    def _sides(self, pair: Pair) -> tuple[Side, Side]:
        return self._side(0, pair[0]), self._side(1, pair[1])

    def read_ahead(self, pairs: Sequence[Pair], progress: Progress = silent) -> None:
        """Read what will be asked for, several pairs side by side."""
        new = [pair for pair in dict.fromkeys(pairs) if pair not in self._known]
        for at in range(0, len(new), AHEAD):
            progress("reading pairs", at, len(new))
            part = new[at : at + AHEAD]
            for side, encoded in enumerate(self._encoded):
                encode_ahead(encoded, (one for pair in part for one in pair[side]))
            sides = [self._sides(pair) for pair in part]
            readings = side_by_side(lambda both: self._network.read(*both), sides)
            self._known.update(zip(part, readings, strict=True))

    def of(self, in_a: tuple[int, ...], in_b: tuple[int, ...]) -> Reading:
        """Return the reading of some sentences of A with some of B."""
        pair = in_a, in_b
        if pair not in self._known:
            self._known[pair] = self._network.read(*self._sides(pair))
        return self._known[pair]


@lru_cache(maxsize=1)
def load_entailment() -> Entailment:
    """Return the built-in network, loaded once.

    :raises ModelError: the file is missing or damaged
    """
    return Entailment()


def added_kinds(reading: Reading) -> Mapping[EvidenceKind, float]:
    """Return the probability of each kind, if the link is a partial."""
    return dict(zip(KINDS, (float(value) for value in reading.adds), strict=True))


def likely_kinds(reading: Reading) -> Mapping[EvidenceKind, float]:
    """Return the probability of each kind, if the link is a divergence."""
    return dict(zip(KINDS, (float(value) for value in reading.kinds), strict=True))
