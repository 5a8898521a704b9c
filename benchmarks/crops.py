"""Links in short statements: F1 on crops of 1-4 sentences a side of the training pairs.

Run `python -m benchmarks.crops`. Every crop is scored by models fitted without its pair; the
adapters are those that training left in build/adapters, or are trained first.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from compare.alignment.features import pair_features
from compare.embedding import Encoded
from compare.embedding.packaged import PackagedEmbedder
from compare.evaluation.fit import fit
from compare.evaluation.folds import FOLDS
from compare.evaluation.gold import read_gold_folder
from compare.evaluation.prepare import ADAPTER_FOLDS, train_adapters
from compare.evaluation.train_links import LINK_C
from compare.settings import Settings

FOLDER = Path("data/gold/train")
REPEATS = 4  # crops of each size and pair; in half of them one true link is sure to stand


def _part(encoded: Encoded, rows: list[int]) -> Encoded:
    tokens = tuple(encoded.tokens[row] for row in rows)
    return Encoded(encoded.sentences[rows], tokens, encoded.adapted)


def _f1(said: np.ndarray, true: np.ndarray) -> float:
    return float(2 * (said & true).sum() / max(1, said.sum() + true.sum()))


def main() -> None:
    """Print one line for whole statements and one for each crop size."""
    rng = np.random.default_rng(7)
    threshold = Settings().link_threshold
    pairs = read_gold_folder(FOLDER)
    embedders = [PackagedEmbedder(adapter) for adapter in train_adapters(pairs)[0]]
    rows: list[tuple[int, int, dict, np.ndarray]] = []  # fold, crop size (0: whole), features, true
    for at, pair in enumerate(pairs):
        embedder = embedders[at % ADAPTER_FOLDS]
        texts = pair.a.sentences, pair.b.sentences
        vectors = embedder.encode(texts[0]), embedder.encode(texts[1])
        true = np.zeros((len(texts[0]), len(texts[1])), dtype=bool)
        for i, j in pair.pairs():
            true[i, j] = True
        rows.append((at % FOLDS, 0, pair_features(*texts, *vectors), true))
        links = list(pair.pairs())
        for size in (1, 2, 3, 4):
            for repeat in range(REPEATS):
                chosen = [
                    list(rng.choice(len(side), min(size, len(side)), replace=False))
                    for side in texts
                ]
                if repeat % 2 == 0:
                    link = links[rng.integers(len(links))]
                    chosen = [[*part[1:], index] for part, index in zip(chosen, link, strict=True)]
                a, b = (sorted({int(index) for index in part}) for part in chosen)
                features = pair_features(
                    [texts[0][i] for i in a],
                    [texts[1][j] for j in b],
                    _part(vectors[0], a),
                    _part(vectors[1], b),
                )
                rows.append((at % FOLDS, size, features, true[np.ix_(a, b)]))
    names = tuple(rows[0][2])
    found: dict[int, list[tuple[np.ndarray, np.ndarray]]] = {}
    for fold in range(FOLDS):
        train = [row for row in rows if row[0] != fold and row[1] == 0]
        table = [np.stack([row[2][name].ravel() for name in names], axis=1) for row in train]
        labels = np.concatenate([row[3].ravel() for row in train]).astype(int)
        model = fit(names, np.concatenate(table), labels, LINK_C)
        for _, size, features, true in (row for row in rows if row[0] == fold):
            said = model.probability(features) >= threshold
            found.setdefault(size, []).append((said.ravel(), true.ravel()))
    print("sentences a side | link F1")
    for size, results in sorted(found.items()):
        said, true = (np.concatenate(part) for part in zip(*results, strict=True))
        print(f"{size or 'whole':>16} | {_f1(said, true):.3f}")


if __name__ == "__main__":
    main()
