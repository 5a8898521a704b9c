"""Why two sentences diverge: a probability for each kind of evidence, and the words that bear it.

The comparers find conflicts by rule, too many of some kinds and none of others. Two logistic models
for each kind, one over the features of the link and one over the vectors of its lone words, tell
which kinds an analyst would name; the words are then those of the comparer, or the lone phrases
that add most to the second model's log odds.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from compare.alignment import Match
from compare.alignment.logistic import Logistic
from compare.alignment.words import lone_phrases
from compare.embedding.base import Encoded, FloatArray
from compare.errors import ModelError
from compare.model import EVIDENCE_KINDS, EvidenceKind, Side, Span, Statement
from compare.relation.context import Difference, LinkContext
from compare.relation.lone import LIMIT, contributions, log_odds

FEATURES_PATH = Path(__file__).with_name("kinds.json")
LONE_PATH = Path(__file__).with_name("kinds.safetensors")
KINDS: tuple[EvidenceKind, ...] = tuple(kind for kind in EVIDENCE_KINDS if kind != "wording")
# A kind is named from this probability on, and the likeliest always: of 0.15, 0.2 and 0.25 the one
# with which the kinds named and the kinds missed are about as many in cross-validation.
NAMED = 0.2
MOST_NAMED = 3
# A kind of which no comparer found anything needs more, unless nothing else is named.
NAMED_ALONE = 0.25
ABOUT: dict[EvidenceKind, str] = {
    "number": "how many or how much",
    "date": "when",
    "duration": "how long",
    "entity": "who or where",
    "actor": "who did, said or proposed it",
    "negation": "whether it is so",
    "commitment": "how firmly it is agreed or meant",
    "condition": "on what condition",
    "scope": "how far it goes",
    "framing": "in what light it is put",
}


@dataclass(frozen=True, slots=True)
class KindModel:
    """The models of all kinds."""

    features: Mapping[EvidenceKind, Logistic]
    lone: FloatArray  # shape (len(KINDS), 1 + 4 * dim), the bias first
    sha256: str = ""  # of both files

    def probabilities(
        self, features: Mapping[str, float], vector: FloatArray
    ) -> dict[EvidenceKind, float]:
        """Return the probability of each kind, if the link is a divergence: the mean log odds.

        :param features: of the link
        :param vector: of `lone_vector`
        """
        row = {name: np.array([value], dtype=np.float32) for name, value in features.items()}
        result: dict[EvidenceKind, float] = {}
        for at, kind in enumerate(KINDS):
            p = float(np.clip(self.features[kind].probability(row)[0], 1e-6, 1 - 1e-6))
            by_features = float(np.clip(np.log(p / (1 - p)), -LIMIT, LIMIT))
            mean = (by_features + log_odds(self.lone[at], vector)) / 2
            result[kind] = float(1 / (1 + np.exp(-mean)))
        return result

    def save(self, folder: Path, card: Mapping[str, object]) -> None:
        """Write both files; `card` says what they were trained on and how they did."""
        from safetensors.numpy import save

        kinds = {kind: json.loads(model.to_json({})) for kind, model in self.features.items()}
        for model in kinds.values():
            del model["card"]
        text = json.dumps({"card": dict(card), "kinds": kinds}, indent=1) + "\n"
        (folder / FEATURES_PATH.name).write_text(text, "utf-8")
        (folder / LONE_PATH.name).write_bytes(save({"lone": self.lone.astype(np.float16)}))


@lru_cache(maxsize=1)
def load_kinds() -> KindModel:
    """Return the models; made again by `python -m compare.evaluation.train`.

    :raises ModelError: a file is damaged
    """
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        raw, lone = FEATURES_PATH.read_bytes(), LONE_PATH.read_bytes()
        models = json.loads(raw)["kinds"]
        features = {
            kind: Logistic(
                tuple(models[kind]["weights"]),
                tuple(float(weight) for weight in models[kind]["weights"].values()),
                float(models[kind]["bias"]),
            )
            for kind in KINDS
        }
        rows = load(lone)["lone"].astype(np.float32)
    except (OSError, SafetensorError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(
            f"{FEATURES_PATH.name} or {LONE_PATH.name} can't be read ({error}); "
            "reinstall readout-compare"
        ) from None
    return KindModel(features, rows, hashlib.sha256(raw + lone).hexdigest())


def _starts(statement: Statement, sentences: Sequence[int], encoded: Encoded) -> FloatArray:
    """Return where each token of some sentences starts in the statement."""
    return np.concatenate(
        [encoded.tokens[at].starts + statement.sentences[at].start for at in sentences]
    )


def _bearing(
    context: LinkContext, side: Side, starts: FloatArray, share: FloatArray
) -> Span | None:
    """Return the lone phrase of one side that adds most to the log odds; None where none adds."""
    words = context.words
    own, best = (words.a, words.best_a) if side == "a" else (words.b, words.best_b)
    paired = {pair[side == "b"] for pair in words.pairs}
    scored = [
        (float(share[(starts >= span.start) & (starts < span.end)].sum()), -at, span)
        for at, span in enumerate(lone_phrases(own, best, paired))
    ]
    top = max(scored, default=None)
    return top[2] if top and top[0] > 0 else None


def point_out(
    model: KindModel,
    match: Match,
    context: LinkContext,
    found: Sequence[Difference],
    probabilities: Mapping[EvidenceKind, float],
    vectors: tuple[Encoded, Encoded],
) -> list[Difference]:
    """Return the conflicts that explain a divergence, the likeliest kind first.

    What a comparer found of a kind is taken as it is; for a kind of which none found anything, the
    words are those that the model goes by.

    :param found: what the comparers found
    :param vectors: of A's and of B's sentences
    """
    ranked = sorted(KINDS, key=lambda kind: -probabilities[kind])
    named = [kind for kind in ranked if probabilities[kind] >= NAMED][:MOST_NAMED] or ranked[:1]
    result: list[Difference] = []
    for kind in named:
        own = [item for item in found if item.kind == kind and item.conflict]
        if own:
            result += own
            continue
        if result and probabilities[kind] < NAMED_ALONE:
            continue
        row = model.lone[KINDS.index(kind)]
        shares = contributions(row, match, *vectors)
        span_a = _bearing(context, "a", _starts(context.a, match.a, vectors[0]), shares[0])
        span_b = _bearing(context, "b", _starts(context.b, match.b, vectors[1]), shares[1])
        told = [f"A {context.quote('a', span_a)}"] if span_a else []
        told += [f"B {context.quote('b', span_b)}"] if span_b else []
        if not told:
            continue
        note = f"What differs looks like {ABOUT[kind]}: {', '.join(told)}."
        result.append(
            Difference(kind, span_a, span_b, note, conflict=True, weight=probabilities[kind])
        )
    return result
