"""Which pairs become links, and which links are one group."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from compare.embedding.base import FloatArray


@dataclass(frozen=True, slots=True)
class Match:
    """A group of sentences of each side before its relation is known."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    probability: float


def select_links(probability: FloatArray, threshold: float) -> tuple[Match, ...]:
    """Return the 1-1 matches at or above the threshold, by sentence of A, then of B.

    A sentence may stand in several or in none. The probability already weighs each pair against
    its rivals (features `in_row`, `in_column`, `margin`), so no second competition is held here.

    :param probability: shape (n_a, n_b)
    """
    rows, columns = np.nonzero(probability >= threshold)
    return tuple(
        Match((int(i),), (int(j),), float(probability[i, j]))
        for i, j in zip(rows, columns, strict=True)
    )
