"""Which sentence pairs of two large statements are worth the costly features.

The nearest by cosine, for each sentence of either side, and those that share the most rare words:
a link has one or the other. Blocks of rows are taken one after another, so memory stays bounded.
"""

from __future__ import annotations

import numpy as np

from compare.alignment.pairs import Pairs
from compare.alignment.tfidf import Terms
from compare.embedding.base import FloatArray, IntArray
from compare.progress import Progress, silent

# Of 400 sentences a side, the links of the full computation all lie in the nearest 8 by cosine or
# words (`python -m benchmarks.speed candidates`); these leave room.
NEAREST = 32
NEAREST_WORDS = 16
# Words in more sentences than this say little of a pair, and cost the square of their number.
COMMON = 200
BLOCK_CELLS = 8_000_000  # of the cosine matrix at once, 4 bytes each


def _nearest(
    a: FloatArray, b: FloatArray, count: int, what: str, progress: Progress
) -> tuple[IntArray, IntArray]:
    """Return the pairs of each row of `a` with its `count` nearest rows of `b`."""
    count = min(count, len(b))
    step = max(1, BLOCK_CELLS // len(b))
    found = []
    for at in range(0, len(a), step):
        progress(what, at, len(a))
        cosine = a[at : at + step] @ b.T
        order = np.argpartition(cosine, len(b) - count, axis=1)
        found.append(order[:, len(b) - count :].copy())  # a view would keep the whole block
    columns = np.concatenate(found)
    return np.repeat(np.arange(len(a)), count), columns.ravel()


def _nearest_words(
    terms: Terms, n_a: int, count: int, progress: Progress
) -> tuple[IntArray, IntArray]:
    """Return the pairs with the highest TF-IDF cosine over words that aren't common."""
    from scipy import sparse

    rare = terms.frequency() <= COMMON
    keep = rare[terms.columns]
    matrix = sparse.csr_array(
        (terms.tfidf()[keep], (terms.rows[keep], terms.columns[keep])), shape=terms.shape
    )
    sides = matrix[:n_a].tocsr(), matrix[n_a:].tocsr()
    found: list[tuple[IntArray, IntArray]] = []
    for one, other, flipped in ((*sides, False), (*sides[::-1], True)):
        turned = other.T.tocsr()
        for at in range(0, one.shape[0], 2000):
            progress("sharing words", at, one.shape[0])
            product = (one[at : at + 2000] @ turned).tocsr()
            for row in range(product.shape[0]):
                part = slice(product.indptr[row], product.indptr[row + 1])
                near, values = product.indices[part], product.data[part]
                if len(near) > count:
                    near = near[np.argpartition(values, len(values) - count)[-count:]]
                own = np.full(len(near), at + row, dtype=np.int64)
                found.append((near.astype(np.int64), own) if flipped else (own, near))
    return (
        np.concatenate([pair[0] for pair in found]).astype(np.int64),
        np.concatenate([pair[1] for pair in found]).astype(np.int64),
    )


def find_candidates(
    a: FloatArray, b: FloatArray, terms: Terms, progress: Progress = silent
) -> Pairs:
    """Return the pairs worth a closer look.

    :param a: sentence vectors, unit rows, shape (n_a, dim); `b` those of B
    :param terms: the words of all sentences, those of A first
    """
    of_a = _nearest(a, b, NEAREST, "nearest to A", progress)
    of_b = _nearest(b, a, NEAREST, "nearest to B", progress)
    by_words = _nearest_words(terms, len(a), NEAREST_WORDS, progress)
    return Pairs.of(
        np.concatenate([of_a[0], of_b[1], by_words[0]]),
        np.concatenate([of_a[1], of_b[0], by_words[1]]),
        (len(a), len(b)),
    )
