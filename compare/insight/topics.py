"""Topics: sentences of all statements grouped by meaning, and the words each statement spends."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from compare.embedding.base import FloatArray
from compare.insight.records import Topic
from compare.insight.text import Term

# Average-linkage clusters are cut where the mean cosine of two groups falls below this. Chosen by
# eye on the two built-in events, tried 0.2 to 0.4 in steps of 0.05: at 0.2 the opening and the next
# meeting of the harbour talks were one topic, above 0.3 the call lost sentences from its only one.
LEAST_COSINE = 0.3
MOST_SENTENCES = 2_000  # the cosines of more don't fit a small machine's memory
_NAMES = 3


def topics(
    lengths: Sequence[Sequence[int]],
    vectors: Sequence[FloatArray],
    terms: Sequence[Sequence[Sequence[Term]]],
) -> tuple[Topic, ...]:
    """Return the topics of two sentences or more, the one with the most words first.

    :param lengths: of each statement, of each sentence: its words, counted
    :param vectors: of each statement: unit rows, shape (n_sentences, dim)
    :param terms: of each statement, of each sentence: what can name a topic
    """
    places = [(s, i) for s, statement in enumerate(lengths) for i in range(len(statement))]
    if not 2 <= len(places) <= MOST_SENTENCES:
        return ()
    labels = _clusters(np.concatenate([rows for rows in vectors if len(rows)]))
    groups: dict[int, list[tuple[int, int]]] = {}
    for label, place in zip(labels, places, strict=True):
        groups.setdefault(label, []).append(place)
    kept = [group for group in groups.values() if len(group) > 1]
    counts = [Counter(term.lemma for s, i in group for term in terms[s][i]) for group in kept]
    frequency = sum(counts, Counter[str]())
    average = sum(frequency.values()) / max(len(counts), 1)
    found = []
    for group, count in zip(kept, counts, strict=True):
        sentences = tuple(
            tuple(sorted(i for s, i in group if s == place)) for place in range(len(lengths))
        )
        spent = tuple(
            sum(lengths[place][i] for i in of_place) for place, of_place in enumerate(sentences)
        )
        weight = {
            lemma: number * math.log(1.0 + average / frequency[lemma])
            for lemma, number in count.items()
        }
        found.append(Topic(_names([terms[s][i] for s, i in group], weight), sentences, spent))
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


def _names(sentences: Sequence[Sequence[Term]], weight: Mapping[str, float]) -> tuple[str, ...]:
    """Return the words that stand out in a topic: class-based TF-IDF (Grootendorst 2022, BERTopic).

    What one sentence alone says doesn't name the topic where several share a word, nor do verbs
    where there are nouns. They are written as the statements first write them.
    """
    written: dict[str, str] = {}
    nouns: set[str] = set()
    shared: Counter[str] = Counter()
    for sentence in sentences:
        shared.update({term.lemma for term in sentence})
        for term in sentence:
            was = written.get(term.lemma)
            if was is None or (was.isupper() and not term.written.isupper()):
                written[term.lemma] = term.written
            if term.noun:
                nouns.add(term.lemma)
    known = [lemma for lemma in weight if shared[lemma] > 1] or list(weight)
    named = [lemma for lemma in known if lemma in nouns] or known
    best = sorted(named, key=lambda lemma: (-round(weight[lemma], 6), lemma))
    return tuple(written[lemma] for lemma in best[:_NAMES])
