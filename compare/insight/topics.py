"""Topics: sentences of all statements grouped by meaning, and the words each statement spends."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np

from compare.embedding.base import FloatArray
from compare.insight.records import Topic
from compare.language.function_words import FUNCTION_WORDS

# Average-linkage clusters are cut where the mean cosine of two groups falls below this. Chosen by
# eye on the two built-in events, tried 0.2 to 0.4 in steps of 0.05: at 0.2 the opening and the next
# meeting of the harbour talks were one topic, above 0.3 the call lost sentences from its only one.
LEAST_COSINE = 0.3
MOST_SENTENCES = 2_000  # the cosines of more don't fit a small machine's memory
_NAMES = 3


def topics(
    words: Sequence[Sequence[Sequence[str]]], vectors: Sequence[FloatArray]
) -> tuple[Topic, ...]:
    """Return the topics of two sentences or more, the one with the most words first.

    :param words: of each statement, of each sentence
    :param vectors: of each statement: unit rows, shape (n_sentences, dim)
    """
    places = [(s, i) for s, statement in enumerate(words) for i in range(len(statement))]
    if not 2 <= len(places) <= MOST_SENTENCES:
        return ()
    labels = _clusters(np.concatenate([rows for rows in vectors if len(rows)]))
    groups: dict[int, list[tuple[int, int]]] = {}
    for label, place in zip(labels, places, strict=True):
        groups.setdefault(label, []).append(place)
    kept = [group for group in groups.values() if len(group) > 1]
    counts = [_content(words, group) for group in kept]
    frequency = sum(counts, Counter[str]())
    average = sum(frequency.values()) / max(len(counts), 1)
    found = []
    for group, count in zip(kept, counts, strict=True):
        sentences = tuple(
            tuple(sorted(i for s, i in group if s == place)) for place in range(len(words))
        )
        spent = tuple(
            sum(len(words[place][i]) for i in of_place) for place, of_place in enumerate(sentences)
        )
        found.append(Topic(_names(words, group, count, frequency, average), sentences, spent))
    found.sort(key=lambda topic: (-sum(topic.spent), topic.sentences))
    return tuple(found)


def _clusters(vectors: FloatArray) -> list[int]:
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    distance = 1.0 - np.clip(vectors.astype(np.float64) @ vectors.T.astype(np.float64), -1.0, 1.0)
    # Rounded, so that the last bits, which differ between processors, decide no merge.
    distance = np.round((distance + distance.T) / 2, 4)
    np.fill_diagonal(distance, 0.0)
    tree = linkage(squareform(distance, checks=False), method="average")
    return [int(label) for label in fcluster(tree, 1.0 - LEAST_COSINE, criterion="distance")]


def _content(
    words: Sequence[Sequence[Sequence[str]]], group: Sequence[tuple[int, int]]
) -> Counter[str]:
    return Counter(
        word.lower()
        for s, i in group
        for word in words[s][i]
        if word.lower() not in FUNCTION_WORDS and len(word) > 2 and not word[0].isdigit()
    )


def _names(
    words: Sequence[Sequence[Sequence[str]]],
    group: Sequence[tuple[int, int]],
    count: Counter[str],
    frequency: Counter[str],
    average: float,
) -> tuple[str, ...]:
    """Return the words that stand out in a topic: class-based TF-IDF (Grootendorst 2022, BERTopic).

    They are written as the statements first write them.
    """
    written: dict[str, str] = {}
    for s, i in group:
        for word in words[s][i]:
            if word.lower() not in written or (
                written[word.lower()].isupper() and not word.isupper()
            ):
                written[word.lower()] = word
    weight = {
        word: number * math.log(1.0 + average / frequency[word]) for word, number in count.items()
    }
    best = sorted(weight, key=lambda word: (-round(weight[word], 6), word))[:_NAMES]
    return tuple(written[word] for word in best)
