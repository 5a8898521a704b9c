"""SuperPAL (Ernst et al. 2021): sentences of news summaries aligned with those of their sources."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from compare.alignment import align
from compare.alignment.features import pair_features
from compare.embedding import Embedder
from compare.embedding.base import FloatArray
from compare.embedding.packaged import PackagedEmbedder
from compare.errors import FormatError
from compare.evaluation.files import read_utf8
from compare.evaluation.fit import fit
from compare.evaluation.peers import peer_scores
from compare.evaluation.scores import BoolArray, Result, average_precision, f1
from compare.evaluation.train_links import LINK_C
from compare.settings import Settings

COLUMNS = ("AP", "AP by topic", "link F1")
LEARNED = "our features, leave one topic out"
SHIPPED = "shipped scorer"


@dataclass(frozen=True, slots=True)
class Topic:
    """The sentences of one topic's summary and sources that stand in the file, in reading order."""

    name: str
    a: tuple[str, ...]  # of the summary
    b: tuple[str, ...]  # of the sources, one after the other
    links: frozenset[tuple[int, int]]


def read_superpal(path: Path) -> tuple[Topic, ...]:
    """Read one file: a row for each aligned pair of spans, of which the sentences are taken.

    :raises FormatError: a column is missing or a place is no number
    """
    rows: dict[str, list[tuple[tuple[int, str], tuple[str, int, str]]]] = {}
    for number, row in enumerate(csv.DictReader(io.StringIO(read_utf8(path))), 1):
        try:
            one = int(row["scuSentCharIdx"]), row["scuSentence"]
            other = row["documentFile"], int(row["docSentCharIdx"]), row["docSentText"]
            if not (one[1] and other[0] and other[2]):
                raise ValueError("an empty cell")
            rows.setdefault(row["topic"], []).append((one, other))
        except (KeyError, ValueError, TypeError) as error:
            raise FormatError(
                f"{path}, row {number} is no SuperPAL alignment ({error}); expected the columns "
                "topic, scuSentCharIdx, scuSentence, documentFile, docSentCharIdx and docSentText"
            ) from None
    if not rows:
        raise FormatError(f"{path} holds no alignment; expected a SuperPAL file such as dev.csv")
    topics = []
    for name, pairs in rows.items():
        places_a = {one[0]: at for at, one in enumerate(sorted({one[:1] for one, _ in pairs}))}
        places_b = {other: at for at, other in enumerate(sorted({other[:2] for _, other in pairs}))}
        texts_a = {places_a[one[0]]: one[1] for one, _ in pairs}
        texts_b = {places_b[other[:2]]: other[2] for _, other in pairs}
        links = frozenset((places_a[one[0]], places_b[other[:2]]) for one, other in pairs)
        topics.append(
            Topic(
                name,
                tuple(texts_a[at] for at in range(len(texts_a))),
                tuple(texts_b[at] for at in range(len(texts_b))),
                links,
            )
        )
    return tuple(topics)


def best_threshold(scores: Sequence[FloatArray], marked: Sequence[BoolArray]) -> float:
    """Return the threshold with the best F1 over some topics."""
    values = np.concatenate([score.ravel() for score in scores])
    gold = np.concatenate([mark.ravel() for mark in marked])
    order = np.argsort(-values, kind="stable")
    hits = np.cumsum(gold[order])
    rates = 2 * hits / (np.arange(1, len(order) + 1) + gold.sum())
    rates[:-1][values[order][1:] == values[order][:-1]] = 0  # a threshold takes equal scores whole
    return float(values[order][int(rates.argmax())])


def _link_f1(
    scores: Sequence[FloatArray], marked: Sequence[BoolArray], thresholds: Sequence[float]
) -> float:
    said = [score >= least for score, least in zip(scores, thresholds, strict=True)]
    hits = sum(int((one & gold).sum()) for one, gold in zip(said, marked, strict=True))
    return f1(hits, sum(int(one.sum()) for one in said), sum(int(g.sum()) for g in marked))


def _others(at: int, count: int) -> list[int]:
    return [index for index in range(count) if index != at]


def _learned(
    features: Sequence[Mapping[str, FloatArray]], marked: Sequence[BoolArray]
) -> list[FloatArray]:
    """Return each topic's probabilities by a scorer that was fitted on the other topics."""
    names = tuple(features[0])
    stacked = [np.stack([item[name].ravel() for name in names], axis=1) for item in features]
    result = []
    for at, item in enumerate(features):
        train = _others(at, len(features))
        rows = np.concatenate([stacked[index] for index in train])
        labels = np.concatenate([marked[index].ravel() for index in train]).astype(int)
        result.append(fit(names, rows, labels, LINK_C).probability(item))
    return result


def evaluate_superpal(path: Path, embedder: Embedder) -> Result:
    """Score sentence links; every pair within a topic is a candidate.

    AP ranks the pairs of all topics together, AP by topic is the mean over topics.

    Thresholds for the link F1 are chosen on the other topics, for ours and the peers alike; the
    shipped scorer has its own. With fewer than two topics only the shipped scorer and the peers'
    average precision can be told.

    :raises FormatError: the file is not of the form
    """
    topics = read_superpal(path)
    # The peers are what others have: the model as it is published.
    plain = PackagedEmbedder() if "adapter" in embedder.files else embedder
    scores: dict[str, list[FloatArray]] = {}
    marked: list[BoolArray] = []
    features: list[dict[str, FloatArray]] = []
    shipped: list[FloatArray] = []
    for topic in topics:
        a, b = embedder.encode(topic.a), embedder.encode(topic.b)
        mark = np.zeros((len(topic.a), len(topic.b)), dtype=bool)
        for i, j in topic.links:
            mark[i, j] = True
        marked.append(mark)
        features.append(pair_features(topic.a, topic.b, a, b))
        whole = align(topic.a, topic.b, a, b, Settings().link_threshold)
        shipped.append(np.asarray(whole.probability))
        peers = peer_scores(
            topic.a, topic.b, plain.encode(topic.a).sentences, plain.encode(topic.b).sentences
        )
        for name, score in peers.items():
            scores.setdefault(name, []).append(score)
    ordered = {SHIPPED: shipped, **scores}
    if len(topics) > 1:
        ordered = {LEARNED: _learned(features, marked), **ordered}
    gold = np.concatenate([mark.ravel() for mark in marked])
    rows: list[tuple[str, tuple[float | None, ...]]] = []
    for name, found in ordered.items():
        link: float | None = None
        if name == SHIPPED:
            link = _link_f1(found, marked, [Settings().link_threshold] * len(topics))
        elif len(topics) > 1:
            thresholds = []
            for at in range(len(topics)):
                rest = _others(at, len(topics))
                thresholds.append(
                    best_threshold([found[i] for i in rest], [marked[i] for i in rest])
                )
            link = _link_f1(found, marked, thresholds)
        values = np.concatenate([score.ravel() for score in found])
        by_topic = [average_precision(*both) for both in zip(found, marked, strict=True)]
        rows.append((name, (average_precision(values, gold), float(np.mean(by_topic)), link)))
    size = f"{len(topics)} topics, {len(gold)} sentence pairs, {int(gold.sum())} links"
    return Result(f"superpal/{path.stem}", size, COLUMNS, tuple(rows))
