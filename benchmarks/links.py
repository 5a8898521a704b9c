"""What each group of features is worth for links, and whether the probabilities hold.

Run `python -m benchmarks.links`. Every pair of data/gold/train is scored by a scorer, an adapter
and a network that did not see it; adapters and networks are those of training, in build/, or are
trained first (an hour).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from compare.alignment.features import pair_features
from compare.embedding.packaged import PackagedEmbedder
from compare.evaluation.entail import FOLDS as READER_FOLDS
from compare.evaluation.fit import fit
from compare.evaluation.folds import FOLDS, THRESHOLDS
from compare.evaluation.gold import GoldPair, read_gold_folder
from compare.evaluation.prepare import ADAPTER_FOLDS, marks
from compare.evaluation.train import prepare_all
from compare.evaluation.train_links import LINK_C

FOLDER = Path("data/gold/train")
GROUPS = {
    "sentence vectors": ("cosine", "centred", "centred_share"),
    "token matching": ("soft", "soft_share", "cover_more", "cover_less", "rare"),
    "both of these": (
        *("cosine", "centred", "centred_share", "soft", "soft_share", "cover_more", "cover_less"),
        *("rare", "hybrid", "in_row", "in_column", "margin", "amount"),
    ),
    "characters": ("character", "character_share", "shared"),
    "words": ("word",),
    "amounts": ("amount", "shared"),
    "rivals": (
        *("in_row", "in_column", "margin"),
        *("character_share", "centred_share", "soft_share"),
    ),
    "position": ("position",),
    "length": ("length",),
}
BINS = 10

Row = tuple[dict[str, np.ndarray], np.ndarray]


def _rows(pairs: Sequence[GoldPair], embedder: PackagedEmbedder) -> list[Row]:
    rows = []
    for pair in pairs:
        texts = pair.a.sentences, pair.b.sentences
        rows.append((pair_features(*texts, *(embedder.encode(t) for t in texts)), marks(pair)))
    return rows


def _figures(
    probability: list[np.ndarray], marked: list[np.ndarray]
) -> tuple[np.ndarray, np.ndarray, float, float]:
    """Return probabilities, marks, mean average precision and the best F1."""
    from sklearn.metrics import average_precision_score

    precision = [
        average_precision_score(true, said)
        for said, true in zip(probability, marked, strict=True)
        if true.any()
    ]
    said, true = np.concatenate(probability), np.concatenate(marked)
    best = max(
        2 * ((said >= t) & true).sum() / ((said >= t).sum() + true.sum()) for t in THRESHOLDS
    )
    return said, true, float(np.mean(precision)), float(best)


def _first(rows: list[Row], names: list[str]) -> tuple[np.ndarray, np.ndarray, float, float]:
    """Return the figures of first scorers on some features, cross-validated."""
    probability, marked = [], []
    for fold in range(FOLDS):
        train = [row for at, row in enumerate(rows) if at % FOLDS != fold]
        x = np.concatenate([np.stack([f[n].ravel() for n in names], axis=1) for f, _ in train])
        model = fit(names, x, np.concatenate([m.ravel() for _, m in train]), LINK_C)
        for features, marks_ in rows[fold::FOLDS]:
            probability.append(model.probability(features).ravel())
            marked.append(marks_.ravel() == 1)
    return _figures(probability, marked)


def main() -> None:
    """Print the ablation and the reliability table."""
    pairs = read_gold_folder(FOLDER)
    known = prepare_all(pairs)
    adapted = [(item.features, item.marked) for item in known.data]
    plain = _rows(pairs, PackagedEmbedder())
    names = list(adapted[0][0])
    print(f"{len(pairs)} pairs, {ADAPTER_FOLDS} adapters, {READER_FOLDS} networks, {FOLDS} folds")
    print("| features | average precision | link F1 |\n|---|---|---|")
    said, true, precision, best = _figures(
        [values.ravel() for values in known.second],
        [item.marked.ravel() == 1 for item in known.data],
    )
    print(f"| all, and the second look | {precision:.3f} | {best:.3f} |")
    _, _, precision, best = _first(adapted, names)
    print(f"| without the second look | {precision:.3f} | {best:.3f} |")
    _, _, precision, best = _first(plain, names)
    print(f"| and without the adapter | {precision:.3f} | {best:.3f} |")
    for group, members in GROUPS.items():
        _, _, precision, best = _first(adapted, [name for name in names if name not in members])
        print(f"| and without {group} | {precision:.3f} | {best:.3f} |")
    print("\n| probability | pairs | mean probability | share that are links |\n|---|---|---|---|")
    place = np.minimum((said * BINS).astype(int), BINS - 1)
    for k in range(BINS):
        cell = place == k
        print(
            f"| {k / BINS:.1f}-{(k + 1) / BINS:.1f} | {cell.sum()} | {said[cell].mean():.3f} "
            f"| {true[cell].mean():.3f} |"
        )


if __name__ == "__main__":
    main()
