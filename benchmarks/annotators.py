"""How far a second annotator agrees with the first: `python -m benchmarks.annotators`.

data/gold/second holds 23 pairs of data/gold/test and data/gold/fresh, marked again by a language
model that saw the texts and the guide, and not the first marks. Its marks are scored as a
comparison's would be.
"""

from __future__ import annotations

from pathlib import Path

from compare.evaluation.gold import read_gold_folder
from compare.evaluation.metrics import Prediction, count, total

FIRST = (Path("data/gold/test"), Path("data/gold/fresh"))
SECOND = Path("data/gold/second")


def main() -> None:
    """Print the figures of `readouts evaluate pairs` for the second marks."""
    first = {pair.id: pair for folder in FIRST for pair in read_gold_folder(folder)}
    counts = []
    for pair in read_gold_folder(SECOND):
        links = {
            cell: (link.relation, frozenset(link.kinds)) for cell, link in pair.pairs().items()
        }
        said = Prediction(links, frozenset(pair.only_a), frozenset(pair.only_b))
        counts.append(count(first[pair.id], said))
    sums = total(counts)
    print(f"{len(counts)} pairs")
    for name in ("link_f1", "relation_accuracy", "divergence_f1", "omission_f1", "kind_recall"):
        print(f"{name:18}{getattr(sums, name):.2f}")


if __name__ == "__main__":
    main()
