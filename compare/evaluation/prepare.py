"""Gold pairs made ready for training: features of pairs that the adapter did not see."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from compare.alignment import Alignment, Match
from compare.alignment.features import pair_features
from compare.embedding import Embedder
from compare.embedding.adapter import Adapter
from compare.embedding.base import Encoded, FloatArray
from compare.evaluation.facts import FactPair
from compare.evaluation.gold import GoldPair
from compare.evaluation.pairs import gold_statements
from compare.language.facts import read_sentences
from compare.model import EvidenceKind, Relation, Span, Statement
from compare.relation import Described, describe
from compare.relation.entailment import Entailment, likely_kinds
from compare.relation.lone import lone_vector

ADAPTER_FOLDS = 4
KEPT = Path("build/adapters")


@dataclass(frozen=True, slots=True)
class KnownLink:
    """One link whose relation is known, with its features."""

    relation: Relation
    kinds: frozenset[str]  # as marked
    features: dict[str, float]
    lone: FloatArray  # of `lone_vector`
    likely: dict[EvidenceKind, float]  # kinds, as the network says
    conflict: bool  # whether any conflict was found


@dataclass(frozen=True, slots=True)
class Prepared:
    """One gold pair with everything that is computed once."""

    pair: GoldPair
    features: dict[str, FloatArray]  # of every sentence pair, each of shape (n_a, n_b)
    marked: FloatArray  # 1 where gold links the pair, shape (n_a, n_b)
    links: tuple[KnownLink, ...]


def train_adapters(pairs: Sequence[GoldPair]) -> tuple[list[Adapter], Adapter]:
    """Return the adapter of each fold, trained on the other folds, and the one of all pairs.

    Pair number k is in fold k modulo `ADAPTER_FOLDS`. They are kept in build/adapters under a hash
    of the pairs and of the training code, so that a second run need not train them again.
    """
    from compare.evaluation import adapt

    key = hashlib.sha256(repr(pairs).encode() + Path(adapt.__file__).read_bytes()).hexdigest()
    folder = KEPT / key[:16]
    folder.mkdir(parents=True, exist_ok=True)
    items: list[adapt.Example] = []
    found = []
    for fold in range(ADAPTER_FOLDS + 1):  # the last is the one of all pairs
        path = folder / f"{fold}.safetensors"
        if not path.exists():
            if not items:
                network = adapt.load_network()
                items = [adapt.example(pair, network) for pair in pairs]
            chosen = [item for at, item in enumerate(items) if at % ADAPTER_FOLDS != fold]
            adapt.train_adapter(chosen).save(path)
            print(f"trained adapter {fold + 1} of {ADAPTER_FOLDS + 1}", flush=True)
        found.append(Adapter.load(path))
    return found[:-1], found[-1]


def marks(pair: GoldPair) -> FloatArray:
    """Return 1 where gold links two sentences, else 0, shape (n_a, n_b)."""
    marked = np.zeros((len(pair.a.sentences), len(pair.b.sentences)), dtype=np.float32)
    for i, j in pair.pairs():
        marked[i, j] = 1
    return marked


def prepare(pair: GoldPair, embedder: Embedder, reader: Entailment) -> Prepared:
    """Compute the features of a gold pair: of all sentence pairs, and of its gold links.

    :param embedder: one that was not trained on this pair; so `reader`
    """
    a, b = gold_statements(pair)
    vectors_a = embedder.encode(pair.a.sentences)
    vectors_b = embedder.encode(pair.b.sentences)
    features = pair_features(pair.a.sentences, pair.b.sentences, vectors_a, vectors_b)
    marked = marks(pair)
    matches = tuple(Match(link.a, link.b, 1.0) for link in pair.links)
    alignment = Alignment(matches, features["cosine"], marked, features)
    facts = read_sentences(a), read_sentences(b)
    rows = describe(a, b, vectors_a, vectors_b, alignment, facts, None, reader)
    links = tuple(
        _known(row, link.relation, frozenset(link.kinds), vectors_a, vectors_b)
        for row, link in zip(rows, pair.links, strict=True)
    )
    return Prepared(pair, features, marked, links)


def _known(
    row: Described, relation: Relation, kinds: frozenset[str], a: Encoded, b: Encoded
) -> KnownLink:
    assert row.reading is not None
    return KnownLink(
        relation,
        kinds,
        row.features,
        lone_vector(row.match, a, b),
        dict(likely_kinds(row.reading)),
        any(item.conflict for item in row.found),
    )


def one_sentence(text: str) -> Statement:
    """Return a statement that is one sentence."""
    return Statement(text=text, speaker="", sentences=(Span(0, len(text)),))


def prepare_facts(
    pairs: Sequence[FactPair], embedder: Embedder, reader: Entailment
) -> list[KnownLink]:
    """Compute the features of fact pairs, each as the link of two statements of one sentence.

    Pairs that should not be linked are left out.

    :param embedder: one that was not trained on them; so `reader`
    """
    found = []
    for pair in pairs:
        if pair.outcome == "none":
            continue
        left, right = embedder.encode([pair.a]), embedder.encode([pair.b])
        row = describe_one(pair.a, pair.b, left, right, reader)
        found.append(_known(row, pair.outcome, frozenset(pair.kinds), left, right))
    return found


def describe_one(a: str, b: str, left: Encoded, right: Encoded, reader: Entailment) -> Described:
    """Describe the link of two sentences that are a statement each."""
    features = pair_features([a], [b], left, right)
    match = Match((0,), (0,), 1.0)
    alignment = Alignment((match,), features["cosine"], np.ones((1, 1)), features)
    one, other = one_sentence(a), one_sentence(b)
    facts = read_sentences(one), read_sentences(other)
    return describe(one, other, left, right, alignment, facts, None, reader)[0]
