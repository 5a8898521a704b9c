"""Gold pairs made ready for training: features of pairs that the adapter did not see."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np

from compare.alignment import Alignment, Match
from compare.alignment.features import pair_features
from compare.alignment.logistic import Logistic
from compare.alignment.second import look_again
from compare.embedding import Embedder
from compare.embedding.adapter import Adapter
from compare.embedding.base import Encoded, FloatArray
from compare.embedding.packaged import PackagedEmbedder
from compare.evaluation.facts import FactPair, Outcome
from compare.evaluation.gold import GoldPair
from compare.evaluation.pairs import gold_statements
from compare.language.facts import SentenceFacts, read_sentences
from compare.model import EvidenceKind, Span, Statement
from compare.reading.entailment import Entailment, Readings, likely_kinds
from compare.relation import Described, describe

ADAPTER_FOLDS = 3  # for time: each takes 4 to 7 minutes on one core
KEPT = Path("build/adapters")
_In = TypeVar("_In")
_Out = TypeVar("_Out")


# Unlinked pairs that are this likely links stand among the known ones, as what will be taken for
# links now and then: under the default threshold, so that there are more to learn from.
MISTAKEN_FROM = 0.3


@dataclass(frozen=True, slots=True)
class KnownLink:
    """One link whose relation is known, or one that is none, with its features."""

    relation: Outcome
    kinds: frozenset[str]  # as marked
    features: dict[str, float]
    lone: FloatArray  # of `lone_vector`
    likely: dict[EvidenceKind, float]  # kinds, as the network says


@dataclass(frozen=True, slots=True)
class Computed:
    """What is computed once of one gold pair."""

    pair: GoldPair
    statements: tuple[Statement, Statement]
    vectors: tuple[Encoded, Encoded]
    facts: tuple[tuple[SentenceFacts, ...], tuple[SentenceFacts, ...]]
    features: dict[str, FloatArray]  # of every sentence pair, each of shape (n_a, n_b)
    marked: FloatArray  # 1 where gold links the pair, shape (n_a, n_b)


@dataclass(frozen=True, slots=True)
class Prepared(Computed):
    """The same with the readings of the pair's sentences."""

    readings: Readings


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


def on_each_core(work: Callable[[Sequence[_In]], list[_Out]], items: Sequence[_In]) -> list[_Out]:
    """Return what `work` makes of the items, in their order; each core's process takes a part."""
    from joblib import Parallel, delayed

    cores = os.cpu_count() or 1
    parts = Parallel(n_jobs=cores)(delayed(work)(items[at::cores]) for at in range(cores))
    return [parts[at % cores][at // cores] for at in range(len(items))]


def prepare(
    pairs: Sequence[GoldPair], adapters: Sequence[Adapter], readers: Sequence[Path]
) -> list[Prepared]:
    """Compute what is known of the sentences of each gold pair and of all their pairs.

    :param adapters: of which pair number k gets the one of its fold, which did not see it; so
        `readers`, networks of reading/entailment.py
    """
    found = on_each_core(partial(_compute, adapters), list(enumerate(pairs)))
    networks = [Entailment(path) for path in readers]
    return [
        Prepared(
            item.pair,
            item.statements,
            item.vectors,
            item.facts,
            item.features,
            item.marked,
            Readings(networks[at % len(networks)], *item.vectors),
        )
        for at, item in enumerate(found)
    ]


def _compute(adapters: Sequence[Adapter], pairs: Sequence[tuple[int, GoldPair]]) -> list[Computed]:
    """Return what is computed of numbered pairs."""
    embedders = [PackagedEmbedder(adapter) for adapter in adapters]
    found = []
    for at, pair in pairs:
        a, b = gold_statements(pair)
        texts = pair.a.sentences, pair.b.sentences
        vectors_a, vectors_b = (embedders[at % len(embedders)].encode(side) for side in texts)
        facts = read_sentences(a), read_sentences(b)
        features = pair_features(*texts, vectors_a, vectors_b)
        vectors = vectors_a, vectors_b
        found.append(Computed(pair, (a, b), vectors, facts, features, marks(pair)))
    return found


def known_links(item: Prepared, probability: FloatArray) -> list[KnownLink]:
    """Return the links of a gold pair, and the pairs that may be taken for links and are none.

    :param probability: of links, by scorers that did not see the pair, shape (n_a, n_b)
    """
    links: list[tuple[Match, Outcome, frozenset[str]]] = []
    for link in item.pair.links:
        level = float(probability[np.ix_(link.a, link.b)].mean())
        links.append((Match(link.a, link.b, level), link.relation, frozenset(link.kinds)))
    mistaken = (probability >= MISTAKEN_FROM) & (item.marked == 0)
    for i, j in zip(*np.nonzero(mistaken), strict=True):
        match = Match((int(i),), (int(j),), float(probability[i, j]))
        links.append((match, "none", frozenset()))
    alignment = Alignment(
        tuple(match for match, *_ in links),
        item.features["cosine"],
        probability,
        item.features,
        item.readings,
    )
    rows = describe(*item.statements, *item.vectors, alignment, item.facts, None)
    return [
        _known(row, relation, kinds) for row, (_, relation, kinds) in zip(rows, links, strict=True)
    ]


def _known(row: Described, relation: Outcome, kinds: frozenset[str]) -> KnownLink:
    assert row.reading is not None
    assert row.lone is not None
    return KnownLink(
        relation,
        kinds,
        row.features,
        row.lone,
        dict(likely_kinds(row.reading)),
    )


def one_sentence(text: str) -> Statement:
    """Return a statement that is one sentence."""
    return Statement(text=text, speaker="", sentences=(Span(0, len(text)),))


@dataclass(frozen=True, slots=True)
class Stack:
    """The models that say how likely a link is, trained on other data than what they are given."""

    adapter: Adapter
    reader: Path
    scorer: Logistic
    second: Logistic


def prepare_facts(stack: Stack, sets: Sequence[Sequence[FactPair]]) -> list[list[KnownLink]]:
    """Compute the features of the pairs of fact sets, each as a link of two sentences.

    Pairs that should not be linked are left out.
    """
    return on_each_core(partial(_of_sets, stack), sets)


def _of_sets(stack: Stack, sets: Sequence[Sequence[FactPair]]) -> list[list[KnownLink]]:
    embedder, reader = PackagedEmbedder(stack.adapter), Entailment(stack.reader)
    return [_of_set(stack, embedder, reader, pairs) for pairs in sets]


def _of_set(
    stack: Stack, embedder: Embedder, reader: Entailment, pairs: Sequence[FactPair]
) -> list[KnownLink]:
    found = []
    for pair in pairs:
        if pair.outcome == "none":
            continue
        left, right = embedder.encode([pair.a]), embedder.encode([pair.b])
        one, other = one_sentence(pair.a), one_sentence(pair.b)
        features = pair_features([pair.a], [pair.b], left, right)
        readings = Readings(reader, left, right)
        probability = look_again(
            stack.scorer.probability(features), features, readings, stack.second
        )
        match = Match((0,), (0,), float(probability[0, 0]))
        alignment = Alignment((match,), features["cosine"], probability, features, readings)
        facts = read_sentences(one), read_sentences(other)
        (row,) = describe(one, other, left, right, alignment, facts, None)
        found.append(_known(row, pair.outcome, frozenset(pair.kinds)))
    return found
