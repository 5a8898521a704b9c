"""Which pairs become links, and which links are one group."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from compare.alignment.pairs import PairValues
from compare.embedding.base import FloatArray


@dataclass(frozen=True, slots=True)
class Match:
    """A group of sentences of each side before its relation is known."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    probability: float


def select_links(probability: FloatArray | PairValues, threshold: float) -> tuple[Match, ...]:
    """Return the 1-1 matches at or above the threshold, by sentence of A, then of B.

    A sentence may stand in several or in none. The probability already weighs each pair against
    its rivals (features `in_row`, `in_column`, `margin`), so no second competition is held here.

    :param probability: shape (n_a, n_b), or that of the candidates of a large statement
    """
    if isinstance(probability, PairValues):
        kept = probability.values >= threshold
        rows, columns = probability.pairs.rows[kept], probability.pairs.columns[kept]
        values = probability.values[kept]
    else:
        rows, columns = np.nonzero(probability >= threshold)
        values = probability[rows, columns]
    return tuple(
        Match((int(i),), (int(j),), float(value))
        for i, j, value in zip(rows, columns, values, strict=True)
    )
