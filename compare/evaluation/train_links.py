"""Fit the scorers of links, each on pairs that another part of the stack did not see.

See compare.evaluation.train, which runs this.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from compare.alignment.features import pair_features
from compare.alignment.logistic import Logistic
from compare.alignment.second import LOOK_FROM, look_again, second_features
from compare.embedding.base import FloatArray
from compare.embedding.packaged import PackagedEmbedder
from compare.evaluation.fit import fit
from compare.evaluation.folds import FOLDS, THRESHOLDS, folds
from compare.evaluation.gold import GoldPair
from compare.evaluation.prepare import Prepared, marks
from compare.evaluation.scores import f1

# Inverse strength of the L2 penalty: of 0.03, 0.1, 0.3 and 1 the one with the best cross-validated
# average precision; differences were within 0.01.
LINK_C = 0.1
# How many crops of each pair the second scorer learns from, of how many sentences a side at most,
# and which share of them is cropped without regard to links. Not swept.
CROPS, MOST_CROPPED, UNLINKED_CROPS = 2, 4, 0.3


def _fit_scorer(
    features: Sequence[dict[str, FloatArray]], marked: Sequence[FloatArray]
) -> Logistic:
    names = tuple(features[0])
    rows = np.concatenate([np.stack([item[n].ravel() for n in names], axis=1) for item in features])
    return fit(names, rows, np.concatenate([item.ravel() for item in marked]), LINK_C)


def fit_scorer(data: Sequence[Prepared]) -> Logistic:
    """Fit the pair scorer."""
    return _fit_scorer([item.features for item in data], [item.marked for item in data])


@dataclass(frozen=True, slots=True)
class Open:
    """A pair, or a crop of one, with its first probabilities by a scorer that did not see it."""

    item: Prepared
    first: FloatArray  # shape (n_a, n_b)

    def rows(self) -> tuple[dict[str, FloatArray], FloatArray]:
        """Return the features and marks of the sentence pairs that get a second look."""
        rows, columns = np.nonzero(self.first >= LOOK_FROM)
        own = {name: values[rows, columns] for name, values in self.item.features.items()}
        first = self.first[rows, columns]
        found = second_features(first, rows, columns, own, self.item.readings)
        return found, self.item.marked[rows, columns]


def crops(item: Prepared, rng: random.Random) -> list[Prepared]:
    """Return the pair as if each side had said a few sentences only, some of them linked.

    Only what the scorers of links read is cropped. Short statements lack rivals and neighbours, so
    a second scorer that sees whole ones alone links too much there.
    """
    n_a, n_b = item.marked.shape
    found = []
    for _ in range(CROPS):
        in_a = _window(n_a, rng, rng.randrange(n_a))
        linked = [j for i in in_a for j in np.flatnonzero(item.marked[i]).tolist()]
        anywhere = not linked or rng.random() < UNLINKED_CROPS
        in_b = _window(n_b, rng, rng.randrange(n_b) if anywhere else rng.choice(linked))
        a, b = (
            replace(side, sentences=side.sentences[own], tokens=tuple(side.tokens[k] for k in own))
            for side, own in zip(item.vectors, (in_a, in_b), strict=True)
        )
        texts = [item.pair.a.sentences[i] for i in in_a], [item.pair.b.sentences[j] for j in in_b]
        found.append(
            replace(
                item,
                vectors=(a, b),
                features=pair_features(*texts, a, b),
                marked=item.marked[np.ix_(in_a, in_b)],
                readings=item.readings.of_part(a, b),
            )
        )
    return found


def _window(count: int, rng: random.Random, around: int) -> list[int]:
    """Return some neighbouring sentences of a side, one of them given."""
    size = min(count, rng.randint(1, MOST_CROPPED))
    start = min(max(0, around - rng.randrange(size)), count - size)
    return list(range(start, start + size))


def fit_second(groups: Sequence[Sequence[Open]]) -> Logistic:
    """Fit the second scorer on whole pairs and crops of them."""
    rows = [item.rows() for group in groups for item in group]
    rows = [row for row in rows if len(row[1])]
    names = tuple(rows[0][0])
    columns = [np.concatenate([found[name] for found, _ in rows]) for name in names]
    marked = np.concatenate([marked for _, marked in rows])
    return fit(names, np.stack(columns, axis=1), marked, LINK_C)


def first_probabilities(data: Sequence[Prepared]) -> list[list[Open]]:
    """Return each pair and its crops, scored by a scorer fitted without its fold."""
    scorers = [fit_scorer(train) for train, _ in folds(data)]
    rng = random.Random(0)
    return [
        [
            Open(part, scorers[at % FOLDS].probability(part.features))
            for part in (item, *crops(item, rng))
        ]
        for at, item in enumerate(data)
    ]


def second_probabilities(groups: Sequence[Sequence[Open]]) -> list[FloatArray]:
    """Return the probabilities after the second look, by scorers fitted without the pair's fold.

    The first probabilities that a second scorer learns from come in part from first scorers that
    saw the fold, which moves them by next to nothing: a weight for each of some 20 features.

    :param groups: of `first_probabilities`
    """
    seconds = [fit_second(train) for train, _ in folds(groups)]
    whole = [group[0] for group in groups]
    return [
        look_again(one.first, one.item.features, one.item.readings, seconds[at % FOLDS])
        for at, one in enumerate(whole)
    ]


def fit_plain_scorer(pairs: Sequence[GoldPair]) -> Logistic:
    """Fit the pair scorer on the features of the built-in model without the adapter."""
    embedder = PackagedEmbedder()
    features, marked = [], []
    for pair in pairs:
        texts = pair.a.sentences, pair.b.sentences
        features.append(pair_features(*texts, *(embedder.encode(side) for side in texts)))
        marked.append(marks(pair))
    return _fit_scorer(features, marked)


def validate_links(
    data: Sequence[Prepared], first: Sequence[FloatArray], second: Sequence[FloatArray]
) -> dict[str, float]:
    """Print and return figures of links from probabilities by scorers that did not see the pair."""
    from sklearn.metrics import average_precision_score

    true = [item.marked.ravel() == 1 for item in data]
    precision = [
        np.mean([average_precision_score(t, p.ravel()) for t, p in zip(true, said, strict=True)])
        for said in (second, first)
    ]
    said, marked = np.concatenate([values.ravel() for values in second]), np.concatenate(true)
    sweep = {
        t: f1((marked & (said >= t)).sum(), (said >= t).sum(), marked.sum()) for t in THRESHOLDS
    }
    print("link threshold: F1  " + "  ".join(f"{t:.3f}: {f:.3f}" for t, f in sweep.items()))
    bins = np.minimum((said * 10).astype(int), 9)
    error = sum(
        abs(said[bins == k].mean() - marked[bins == k].mean()) * (bins == k).mean()
        for k in range(10)
        if (bins == k).any()
    )
    return {
        "pairs": len(data),
        "links": int(marked.sum()),
        "average_precision": float(precision[0]),
        "average_precision_first": float(precision[1]),
        "link_f1": float(max(sweep.values())),
        "calibration_error": float(error),
    }
