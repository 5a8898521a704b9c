"""Two statements of N sentences each: time of each step, and the peak of memory.

    python -m benchmarks.large 20000            # everything
    python -m benchmarks.large --no-model 2500  # the vectors of words are drawn, not computed

With --no-model the sentences' vectors are there at once, so what is left is the time that the
alignment and all after it take.
"""

from __future__ import annotations

import argparse
import re
import resource
import time
from collections.abc import Sequence

import numpy as np

from benchmarks.made import made_statement
from compare import pipeline
from compare.embedding import Embedder, Encoded, TokenVectors, load_embedder
from compare.embedding.base import unit_rows

_WORDS = 4000


class Drawn:
    """Vectors by hashing words into a table, in the place of the model."""

    def __init__(self, model: Embedder) -> None:
        self.name, self.fingerprint, self.files = model.name, model.fingerprint, model.files
        table = np.random.default_rng(1).standard_normal((_WORDS, 384), dtype=np.float32)
        self._table = unit_rows(table)

    def encode(self, texts: Sequence[str]) -> Encoded:
        """Return vectors for each text."""
        tokens, sentences = [], []
        for text in texts:
            spans = [match.span() for match in re.finditer(r"\w+", text)]
            ids = np.array([sum(map(ord, text[s:e])) * 31 % _WORDS for s, e in spans])
            vectors = self._table[ids]
            places = np.array(spans)
            half = vectors.astype(np.float16)
            tokens.append(TokenVectors(ids, places[:, 0], places[:, 1], half, half))
            sentences.append(vectors.mean(axis=0))
        return Encoded(unit_rows(np.stack(sentences)), tokens, True)


def main() -> None:
    """Print one line for each step."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("count", type=int, help="sentences of each side")
    parser.add_argument("--no-model", action="store_true", help="draw the vectors")
    options = parser.parse_args()
    a, b = made_statement(options.count, 0), made_statement(options.count, 1)
    if options.no_model:
        drawn = Drawn(load_embedder())
        pipeline.load_embedder = lambda name: drawn
    steps: list[tuple[str, float, float]] = []

    def report(what: str, done: int, total: int) -> None:
        if not steps or steps[-1][0] != what:
            steps.append((what, time.perf_counter(), time.process_time()))
            if len(steps) > 1:
                line(steps[-2], steps[-1])

    def line(one: tuple[str, float, float], other: tuple[str, float, float]) -> None:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        wall, cpu = other[1] - one[1], other[2] - one[2]
        print(f"{one[0]:20} {wall:8.1f} s {cpu:8.1f} s cpu {peak:8.0f} MB", flush=True)

    print(f"{'step':20} {'wall':>10} {'processor':>14} {'peak so far':>11}")
    report("start", 0, 1)
    result = pipeline.compare(a, b, progress=report)
    report("end", 1, 1)
    line(("all", *steps[0][1:]), steps[-1])
    print(result.summary())


if __name__ == "__main__":
    main()
