"""When two neighbours together answer one sentence of the other side, they are one link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np

from compare.alignment.select import Match
from compare.alignment.soft import text_weights
from compare.embedding.base import Encoded, FloatArray, IntArray, TokenVectors

# Neighbours are one group with their common counterpart when together they cover it by this much
# more than the better of them alone (share of its weighted tokens, [0, 1]). Of the 43 neighbours
# in data/gold that could be one, 7 are marked as one; this joins 3 of them and 7 others, so it
# errs on the side of separate links.
GROUP_GAIN = 0.07


def _best(one: TokenVectors, other: TokenVectors) -> FloatArray:
    """Return each token's best cosine in the other sentence, shape (n_tokens,)."""
    if not len(one.ids) or not len(other.ids):
        return np.zeros(len(one.ids), dtype=np.float32)
    cosine = one.vectors.astype(np.float32) @ other.vectors.astype(np.float32).T
    result: FloatArray = cosine.max(axis=1)
    return result


def _gain(
    one: TokenVectors, weight: FloatArray, first: TokenVectors, second: TokenVectors
) -> float:
    """Return how much more of `one` the two cover together than the better of them alone."""
    total = float(weight.sum())
    if total <= 0:
        return 0.0
    by_first, by_second = _best(one, first), _best(one, second)
    together = float((np.maximum(by_first, by_second) * weight).sum())
    alone = max(float((by_first * weight).sum()), float((by_second * weight).sum()))
    return (together - alone) / total


def _grouped(
    matches: Sequence[Match],
    one: Encoded,
    many: Encoded,
    weights: Callable[[int], FloatArray],
    flipped: bool,
) -> list[Match]:
    """Join 1-1 matches of one sentence with two neighbours that match nothing else."""
    uses = Counter((match.a if flipped else match.b)[0] for match in matches)
    by_one: dict[int, list[Match]] = {}
    for match in matches:
        by_one.setdefault((match.b if flipped else match.a)[0], []).append(match)
    result: list[Match] = []
    for index, row in by_one.items():
        row = sorted(row, key=lambda match: (match.a, match.b))
        while row:
            first = row.pop(0)
            if row:
                second = row[0]
                left, right = (m.a[0] if flipped else m.b[0] for m in (first, second))
                if (
                    right == left + 1
                    and uses[left] == uses[right] == 1
                    and _gain(
                        one.tokens[index], weights(index), many.tokens[left], many.tokens[right]
                    )
                    >= GROUP_GAIN
                ):
                    row.pop(0)
                    both, alone = (left, right), (index,)
                    sides: tuple[tuple[int, ...], tuple[int, ...]]
                    sides = (both, alone) if flipped else (alone, both)
                    first = Match(sides[0], sides[1], max(first.probability, second.probability))
            result.append(first)
    return result


def group_matches(
    matches: Sequence[Match],
    texts_a: Sequence[str],
    texts_b: Sequence[str],
    a: Encoded,
    b: Encoded,
    frequency: IntArray,
) -> tuple[Match, ...]:
    """Return the matches with 1-2 and 2-1 groups joined; the sentences linked stay the same.

    :param frequency: in how many sentences of both sides each token id stands
    """
    count = len(texts_a) + len(texts_b)

    def weights_a(at: int) -> FloatArray:
        return text_weights(texts_a[at], a.tokens[at], frequency, count)

    def weights_b(at: int) -> FloatArray:
        return text_weights(texts_b[at], b.tokens[at], frequency, count)

    groups = _grouped(matches, a, b, weights_a, flipped=False)
    done = [match for match in groups if len(match.b) > 1]
    single = [match for match in groups if len(match.b) == 1]
    done += _grouped(single, b, a, weights_b, flipped=True)
    return tuple(sorted(done, key=lambda match: (match.a, match.b)))
