"""Which sentences of the two statements share a claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from compare.alignment.compact import Compact, compact, joint_frequency, token_frequency
from compare.alignment.features import pair_features
from compare.alignment.groups import group_matches
from compare.alignment.pairs import Pairs, PairValues
from compare.alignment.scorer import load_scorer
from compare.alignment.second import load_second, look_again
from compare.alignment.select import Match, select_links
from compare.embedding.base import Embedder, Encoded, FloatArray, TokenVectors
from compare.embedding.cache import without_cache
from compare.embedding.ondemand import OnDemand, chunks
from compare.progress import Progress, silent
from compare.reading.entailment import Readings, load_entailment

__all__ = [
    "Alignment",
    "Match",
    "align",
    "align_large",
    "is_large",
    "link_probabilities",
]

# Sentence pairs up to which every pair is computed: 1,000 by 1,000 take 100 MB.
ORDINARY_PAIRS = 1_000_000


@dataclass(frozen=True, slots=True)
class Alignment:
    """The matches, and what they were chosen from.

    Of large statements only candidates have probabilities, and only links have features; what
    stands in for a matrix answers for them.
    """

    matches: tuple[Match, ...]  # by first sentence of A, then of B
    similarity: FloatArray | PairValues  # cosine, shape (n_a, n_b), [-1, 1]
    probability: FloatArray | PairValues  # shape (n_a, n_b), [0, 1]
    features: Mapping[str, FloatArray | PairValues]  # each of shape (n_a, n_b); see pair_features
    readings: Readings | None = None  # where the vectors are of a model that the network reads


def is_large(n_a: int, n_b: int) -> bool:
    """Say whether statements of so many sentences are compared by `align_large`."""
    return n_a * n_b > ORDINARY_PAIRS


def readings_of(a: Encoded, b: Encoded) -> Readings | None:
    """Return what reads sentences together; None for vectors that it was not trained on."""
    return Readings(load_entailment(), a, b) if a.adapted else None


def link_probabilities(
    features: Mapping[str, FloatArray], a: Encoded, b: Encoded
) -> tuple[FloatArray, Readings | None]:
    """Return how likely each sentence pair is a link, shape (n_a, n_b), and what was read for it.

    :param features: of `pair_features`
    """
    probability = load_scorer(a.adapted).probability(features)
    readings = readings_of(a, b)
    if readings is not None:
        probability = look_again(probability, features, readings, load_second())
    return probability, readings


def align(
    texts_a: Sequence[str],
    texts_b: Sequence[str],
    a: Encoded,
    b: Encoded,
    threshold: float,
) -> Alignment:
    """Return the matches between the sentences of two statements.

    :param texts_a: A's sentences, and `a` their vectors
    :param threshold: the probability from which a pair is a match, [0, 1]
    """
    features = pair_features(texts_a, texts_b, a, b)
    probability, readings = link_probabilities(features, a, b)
    links = select_links(probability, threshold)
    frequency = token_frequency([*a.tokens, *b.tokens])
    matches = group_matches(links, texts_a, texts_b, a, b, frequency)
    return Alignment(matches, features["cosine"], probability, features, readings)


def align_large(
    texts_a: Sequence[str],
    texts_b: Sequence[str],
    embedder: Embedder,
    threshold: float,
    progress: Progress = silent,
) -> tuple[Alignment, Encoded, Encoded]:
    """Return the matches of two large statements, and vectors whose tokens are made on demand.

    The costly features are computed for candidates only; see alignment/large.py.

    :param texts_a: A's sentences
    :param threshold: the probability from which a pair is a match, [0, 1]
    """
    from compare.alignment.large import candidate_features

    embedder = without_cache(embedder)
    a, tokens_a = _encoded(embedder, texts_a, "embedding A", progress)
    b, tokens_b = _encoded(embedder, texts_b, "embedding B", progress)
    pairs, columns = candidate_features(
        texts_a, texts_b, (a.sentences, b.sentences), (tokens_a, tokens_b), progress
    )
    frequency = joint_frequency(tokens_a.frequency, tokens_b.frequency)
    del tokens_a, tokens_b
    values = load_scorer(a.adapted).probability(columns)
    features = {name: PairValues(pairs, column) for name, column in columns.items()}
    probability = PairValues(pairs, values)
    readings = readings_of(a, b)
    if readings is not None:
        probability = look_again(probability, features, readings, load_second(), progress)
    links = select_links(probability, threshold)
    matches = group_matches(links, texts_a, texts_b, a, b, frequency)
    # Of a million candidates, what the links need: the rest takes memory, and time at each look.
    cells = [(i, j) for match in matches for i in match.a for j in match.b]
    of_a, of_b = np.array(cells, dtype=np.int64).reshape(-1, 2).T
    linked = Pairs.of(of_a, of_b, pairs.shape)
    features = {name: values.only(linked) for name, values in features.items()}
    return Alignment(matches, features["cosine"], probability, features, readings), a, b


def _encoded(
    embedder: Embedder, texts: Sequence[str], what: str, progress: Progress
) -> tuple[Encoded, Compact]:
    """Return the vectors of a large statement and what is kept of its tokens."""
    sentences: list[FloatArray] = []
    adapted = False

    def tokens() -> Iterator[TokenVectors]:
        nonlocal adapted
        done = 0
        for part in chunks(embedder, texts):
            sentences.append(part.sentences)
            adapted = part.adapted
            yield from part.tokens
            done += len(part.tokens)
            progress(what, done, len(texts))

    kept = compact(texts, tokens())
    return Encoded(np.concatenate(sentences), OnDemand(embedder, texts), adapted), kept
