"""How much each constant of the word matching matters: F1 a step below and above.

Run `python -m benchmarks.word_constants ../shared/data/multimwa`. It takes the pairs that the
constants were chosen on, the first 800 of mtref-train (all links) and the first 300 of mtref-dev
(sure links), and prints the mean of the two F1; the rest of mtref-dev is left to measure.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from compare.alignment import matching
from compare.embedding import load_embedder
from compare.evaluation.multimwa import WordPair, read_multimwa, word_cosines
from compare.evaluation.scores import f1

CHOSEN_ON = (("mtref-train", 800), ("mtref-dev", 300))
STEPS = {
    "SPELLING": 0.1, "CONTEXT": 0.1, "CONTEXT_WIDTH": 1, "DISTANCE": 0.05, "ANCHOR": 0.1,
    "REACH": 1, "FIRST": 0.05, "CONTENT": 0.05, "SAME": 0.05, "OTHER": 0.05, "BESIDE": 0.05,
    "JOINS": 0.05, "PREPOSITION_JOINS": 0.05,
}  # fmt: skip
Set = list[tuple[WordPair, np.ndarray]]


def mean_f1(sets: list[Set]) -> float:
    """Return the mean over the sets of the F1 for sure links."""
    values = []
    for pairs in sets:
        hits = said = 0
        for pair, cosine in pairs:
            found = set(matching.match_words(pair.a, pair.b, cosine))
            hits, said = hits + len(found & pair.sure), said + len(found)
        values.append(f1(hits, said, sum(len(pair.sure) for pair, _ in pairs)))
    return sum(values) / len(values)


def main(folder: Path) -> None:
    """Print the F1 as it is and with each constant a step lower and higher."""
    sets: list[Set] = []
    for name, count in CHOSEN_ON:
        pairs = read_multimwa(folder / f"{name}.tsv")[:count]
        cosines = word_cosines([(pair.a, pair.b) for pair in pairs], load_embedder())
        sets.append(list(zip(pairs, cosines, strict=True)))
    print(f"as it is: {mean_f1(sets):.4f}")
    for name, step in STEPS.items():
        value = getattr(matching, name)
        line = []
        for other in (value - step, value + step):
            setattr(matching, name, other)
            line.append(f"{other:g}: {mean_f1(sets):.4f}")
        setattr(matching, name, value)
        print(f"{name} is {value:g}; " + "  ".join(line))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
