"""What the evaluations of alignment return and print, and the two measures they share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from compare.embedding.base import FloatArray

BoolArray = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of one file: ours and, in the same run, those of simple peers."""

    name: str  # set/file
    size: str  # what was scored, for the reader
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[float | None, ...]], ...]  # method, its figures in [0, 1]

    def value(self, method: str, column: str) -> float | None:
        """Return one figure, None where the method has none."""
        return dict(self.rows)[method][self.columns.index(column)]


def f1(hits: float, said: float, marked: float) -> float:
    """Return the harmonic mean of precision and recall from counts, 1 where nothing is at stake."""
    return 2 * hits / (said + marked) if said + marked else 1.0


def average_precision(scores: FloatArray, marked: BoolArray) -> float:
    """Return the mean precision at each marked pair, best score first; 0 where none is marked.

    Pairs of one score are taken together, as scikit-learn's average_precision_score does.
    """
    scores, marked = scores.ravel(), marked.ravel()
    order = np.argsort(-scores, kind="stable")
    scores, marked = scores[order], marked[order]
    last = np.append(scores[1:] != scores[:-1], True)  # the last pair of each score
    hits = np.cumsum(marked)[last]
    precision = hits / (np.flatnonzero(last) + 1)
    gained = np.diff(hits, prepend=0)
    return float((precision * gained).sum() / marked.sum()) if marked.any() else 0.0


def tables(results: tuple[Result, ...]) -> str:
    """Return one table for each file, methods below each other."""
    blocks = []
    for result in results:
        if not result.rows:
            blocks.append(f"{result.name}: {result.size}\n")
            continue
        width = max(len(method) for method, _ in result.rows)
        cell = max(10, *(len(column) + 2 for column in result.columns))
        lines = [f"{result.name}: {result.size}"]
        lines.append(" " * width + "".join(f"{column:>{cell}}" for column in result.columns))
        for method, values in result.rows:
            shown = ("-" if value is None else f"{value:.3f}" for value in values)
            lines.append(f"{method:{width}}" + "".join(f"{value:>{cell}}" for value in shown))
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)
