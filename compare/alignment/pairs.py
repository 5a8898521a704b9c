"""Values of some sentence pairs of a large statement, in the place of a whole matrix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from compare.embedding.base import FloatArray, IntArray


@dataclass(frozen=True, slots=True)
class Pairs:
    """Sentence pairs, by sentence of A, then of B."""

    rows: IntArray  # of A, shape (n_pairs,)
    columns: IntArray  # of B
    shape: tuple[int, int]  # sentences of A and of B

    @classmethod
    def of(cls, rows: IntArray, columns: IntArray, shape: tuple[int, int]) -> Pairs:
        """Return the pairs in order, each once."""
        keys = np.unique(rows.astype(np.int64) * shape[1] + columns)
        return cls(keys // shape[1], keys % shape[1], shape)

    def starts(self) -> IntArray:
        """Return where each sentence of A begins, and the end of the last, shape (n_a + 1,)."""
        result: IntArray = np.searchsorted(self.rows, np.arange(self.shape[0] + 1))
        return result

    def flipped(self) -> tuple[Pairs, IntArray]:
        """Return the pairs with the sides exchanged, and where each stands in these."""
        order = np.lexsort((self.rows, self.columns))
        sides = (self.shape[1], self.shape[0])
        return Pairs(self.columns[order], self.rows[order], sides), order


@dataclass(frozen=True, slots=True)
class PairValues:
    """One value for each of the pairs; it answers as the matrix would, as far as it is asked."""

    pairs: Pairs
    values: FloatArray  # shape (n_pairs,)

    @property
    def shape(self) -> tuple[int, int]:
        """The shape of the matrix that this stands for."""
        return self.pairs.shape

    def nearest(self, axis: int) -> tuple[IntArray, FloatArray]:
        """Return which sentence of the other side has the highest value, and the value.

        :param axis: 1 for each sentence of A, 0 for each of B
        :return: of equal ones the first; -1 and 0 where a sentence is in none of the pairs
        """
        sides = (self.pairs.rows, self.pairs.columns)
        own, other = sides if axis == 1 else sides[::-1]
        order = np.lexsort((other, -self.values, own))
        at, first = np.unique(own[order], return_index=True)
        places = np.full(self.shape[1 - axis], -1)
        values = np.zeros(self.shape[1 - axis], dtype=self.values.dtype)
        places[at], values[at] = other[order[first]], self.values[order[first]]
        return places, values

    def __getitem__(self, cells: tuple[npt.NDArray[np.signedinteger[Any]], ...]) -> FloatArray:
        """Return the values of some cells, as `matrix[np.ix_(rows, columns)]`.

        :raises IndexError: a cell is none of the pairs
        """
        rows, columns = cells
        keys = self.pairs.rows * self.shape[1] + self.pairs.columns
        wanted = rows * self.shape[1] + columns
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        if not len(keys) or (keys[at] != wanted).any():
            raise IndexError("a sentence pair that was not looked at")
        result: FloatArray = self.values[at]
        return result

    def only(self, pairs: Pairs) -> PairValues:
        """Return the values of some of the pairs.

        :raises IndexError: one is none of the pairs
        """
        values = self[pairs.rows, pairs.columns] if len(pairs.rows) else self.values[:0]
        return PairValues(pairs, values)


def nearest(values: FloatArray | PairValues, axis: int) -> tuple[IntArray, FloatArray]:
    """Return for each sentence of one side the likeliest of the other, and its value.

    :param values: shape (n_a, n_b), from 0
    :param axis: 1 for each sentence of A, 0 for each of B
    :return: -1 and 0 where the other side has none
    """
    if isinstance(values, PairValues):
        return values.nearest(axis)
    if not values.shape[axis]:
        own = values.shape[1 - axis]
        return np.full(own, -1), np.zeros(own, dtype=values.dtype)
    return np.argmax(values, axis=axis), np.max(values, axis=axis)
