"""What the alignment of a large statement keeps of its tokens: those that weigh something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from compare.alignment.soft import Stacked, heavy_tokens
from compare.embedding.base import FloatArray, HalfArray, IntArray, TokenVectors

_TEXTS = 256  # whose vectors go into one array; small ones leave holes in the heap


@dataclass(frozen=True, slots=True)
class Compact:
    """The tokens of one statement that have a weight; one zero row where a sentence has none."""

    vectors: HalfArray  # shape (n_tokens, dim), unit rows
    ids: IntArray  # shape (n_tokens,), -1 for a zero row
    starts: IntArray  # where each sentence begins, and the end of the last, shape (n + 1,)
    frequency: IntArray  # in how many sentences each token id stands


def compact(texts: Sequence[str], tokens: Iterable[TokenVectors]) -> Compact:
    """Return what is kept; `tokens` is read once, so it may come from a model piece by piece."""
    vectors: list[HalfArray] = []
    ids: list[IntArray] = []
    seen: list[IntArray] = []
    whole = 0  # parts that hold many texts
    for text, item in zip(texts, tokens, strict=True):
        if len(vectors) - whole == _TEXTS:
            vectors[whole:] = [np.concatenate(vectors[whole:])]
            whole += 1
        keep = heavy_tokens(text, item)
        seen.append(np.unique(item.ids))
        if keep.any():
            vectors.append(item.vectors[keep])
            ids.append(item.ids[keep])
        else:
            vectors.append(np.zeros((1, item.vectors.shape[1]), np.float16))
            ids.append(np.array([-1], dtype=np.int64))
    starts = np.concatenate([[0], np.cumsum([len(part) for part in ids])]).astype(np.int64)
    frequency = np.bincount(np.concatenate(seen), minlength=1)
    return Compact(_joined(vectors), np.concatenate(ids), starts, frequency)


def _joined(parts: list[HalfArray]) -> HalfArray:
    """Return the parts in one array, and let go of each as it is copied."""
    result = np.empty((sum(len(part) for part in parts), parts[0].shape[1]), np.float16)
    end = len(result)
    while parts:
        part = parts.pop()
        result[end - len(part) : end] = part
        end -= len(part)
    return result


def token_frequency(tokens: Iterable[TokenVectors]) -> IntArray:
    """Return in how many sentences each token id stands."""
    return np.bincount(np.concatenate([np.unique(item.ids) for item in tokens]), minlength=1)


def joint_frequency(a: IntArray, b: IntArray) -> IntArray:
    """Return the sum of both sides' frequencies."""
    result = np.zeros(max(len(a), len(b)), dtype=np.int64)
    for side in (a, b):
        result[: len(side)] += side
    return result


def weighted(a: Compact, b: Compact) -> tuple[Stacked, Stacked]:
    """Return both sides with the weights that token_weights gives."""
    frequency = joint_frequency(a.frequency, b.frequency)
    count = len(a.starts) + len(b.starts) - 2
    rarity = np.log((count + 1) / np.maximum(frequency, 1)) ** 2

    def stacked(side: Compact) -> Stacked:
        weights: FloatArray = np.where(side.ids >= 0, rarity[side.ids], 0).astype(np.float32)
        return Stacked(side.vectors, weights, side.starts)

    return stacked(a), stacked(b)


def some(side: Stacked, chosen: IntArray) -> Stacked:
    """Return some of the sentences, in the order given."""
    sizes = side.starts[chosen + 1] - side.starts[chosen]
    rows = ranges(side.starts[chosen], sizes)
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    return Stacked(side.vectors[rows], side.weights[rows], starts)


def ranges(starts: IntArray, sizes: IntArray) -> IntArray:
    """Return starts[0], starts[0] + 1, … for `sizes[0]` numbers, then those of the next."""
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(starts - (ends - sizes), sizes)
