"""How much each constant of the word matching matters: F1 without it, a step below and above.

Run `python -m benchmarks.word_constants ../shared/data`. On multimwa, steps are measured on the
pairs that the constants were chosen on, the first 800 of mtref-train (all links) and the first 300
of mtref-dev (sure links), as the mean of the two F1; the whole and what it is without a part also
on the other 500 of mtref-dev (sure links), on which nothing was chosen. On ists, the alignment F1
of each file for some weights and thresholds of the phrase matching.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import numpy as np

from compare.alignment import matching, phrases
from compare.embedding import load_embedder
from compare.evaluation.ists import chunk_scores, read_ists
from compare.evaluation.multimwa import WordPair, read_multimwa, word_cosines
from compare.evaluation.scores import f1

CHOSEN_ON = (("mtref-train", slice(800)), ("mtref-dev", slice(300)))
LEFT = ("mtref-dev", slice(300, None))
# What takes a part of the method away.
WITHOUT = {
    "likeness in spelling": {"SPELLING": 0},
    "neighbours": {"CONTEXT": 0},
    "places of matched content words": {"ANCHOR": 0},
    "content words beside matched ones": {"BESIDE": 9},
    "content words joining a neighbour's": {"JOINS": 9},
    "articles joining": {"ARTICLES": frozenset()},
    "prepositions joining": {"PREPOSITIONS": frozenset()},
}
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


@contextmanager
def changed(values: Mapping[str, object], module: ModuleType = matching) -> Iterator[None]:
    """Set constants of the matching for a while."""
    before = {name: getattr(module, name) for name in values}
    try:
        for name, value in values.items():
            setattr(module, name, value)
        yield
    finally:
        for name, value in before.items():
            setattr(module, name, value)


def count(pairs: Set) -> str:
    """Return what is found of single links and of links inside phrases, and what is wrong."""
    single, inside, wrong = Counter[bool](), Counter[bool](), Counter[bool]()
    for pair, cosine in pairs:
        found = set(matching.match_words(pair.a, pair.b, cosine))
        of_a, of_b = Counter(i for i, _ in pair.sure), Counter(j for _, j in pair.sure)
        for i, j in pair.sure:
            (single if of_a[i] == of_b[j] == 1 else inside)[(i, j) in found] += 1
        wrong.update(link in pair.possible for link in found - pair.sure)
    return (
        f"of one word with one {single[True]} of {single.total()} found, "
        f"inside phrases {inside[True]} of {inside.total()}; "
        f"of {wrong.total()} wrong {wrong[True]} are possible links"
    )


def load(folder: Path, name: str, part: slice) -> Set:
    """Return some pairs of a file with the cosines of their words."""
    pairs = read_multimwa(folder / f"{name}.tsv")[part]
    cosines = word_cosines([(pair.a, pair.b) for pair in pairs], load_embedder())
    return list(zip(pairs, cosines, strict=True))


def phrase_sweep(folder: Path) -> None:
    """Print the alignment F1 of each iSTS file for some weights and thresholds."""
    for path in sorted(folder.glob("*.wa")):
        pairs = read_ists(path)
        cosines = word_cosines([(pair.a, pair.b) for pair in pairs], load_embedder())
        words = [tuple([w.lower() for w in side] for side in (p.a, p.b)) for p in pairs]
        rows = list(zip(pairs, words, cosines, strict=True))
        matched = [matching.match_words(a, b, cosine) for _, (a, b), cosine in rows]
        for weight in (0.1, 0.3, 0.5):
            line = []
            for least in (0.5, 0.55, 0.6, 0.65, 0.7):
                values = {"MATCHED": weight, "MATCHED_FUNCTION": 0.3 * weight, "MIN_SCORE": least}
                with changed(values, phrases):
                    said = [
                        frozenset(
                            phrases.match_phrases(a, b, p.chunks_a, p.chunks_b, cosine, found)
                        )
                        for (p, (a, b), cosine), found in zip(rows, matched, strict=True)
                    ]
                line.append(f"from {least:g}: {chunk_scores(pairs, said)[0]:.4f}")
            print(f"{path.stem}, weight {weight:g}; " + "  ".join(line))


def main(folder: Path) -> None:
    """Print the F1 as it is, without each part, and with each constant a step lower and higher."""
    sets = [load(folder / "multimwa", name, part) for name, part in CHOSEN_ON]
    left = [load(folder / "multimwa", *LEFT)]
    print(f"as it is: {mean_f1(sets):.4f}; on the rest: {mean_f1(left):.4f}")
    print("mtref-dev: " + count(sets[1] + left[0]))
    for part, values in WITHOUT.items():
        with changed(values):
            print(f"without {part}: {mean_f1(sets):.4f}; on the rest: {mean_f1(left):.4f}")
    for name, step in STEPS.items():
        value = getattr(matching, name)
        line = []
        for other in (value - step, value + step):
            with changed({name: other}):
                line.append(f"{other:g}: {mean_f1(sets):.4f}")
        print(f"{name} is {value:g}; " + "  ".join(line))
    phrase_sweep(folder / "ists")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
