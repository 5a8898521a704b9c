"""Which words of two sentences answer each other, from their cosines and their places.

First mutual best words, as SimAlign's argmax (Jalili Sabet et al. 2020), on a score that also asks
how alike two words are spelt, whether their neighbours answer each other, and whether they stand
where the content words matched so far put them. Then the words that this leaves over beside a
matched word join it where they say the same together: "the agreement" and "agreement", "waiting
for" and "awaiting", "several hundred" and "hundreds".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from compare.embedding.base import FloatArray, IntArray
from compare.language.function_words import FUNCTION_WORDS

# All numbers here were chosen by coordinate search for the sum of the F1 on the first 800 pairs of
# MultiMWA mtref-train (all links) and on the first 300 of mtref-dev (sure links); the other 500 of
# mtref-dev were left to measure (docs/method.md). `python -m benchmarks.word_constants` prints the
# F1 a step either way: none changes it by more than 0.004.
SPELLING = 0.2  # added for two content words that are spelt alike, times the likeness
CONTEXT = 0.3  # weight of the neighbours' mean score, the near ones counting double each step
CONTEXT_WIDTH = 3  # neighbours on either side
DISTANCE = 0.05  # taken off for the difference of relative places
ANCHOR = 0.2  # taken off for standing away from where matched content words put a word
REACH = 5  # words; farther than that counts as that far
FIRST = 0.45  # least score for the content words that become anchors
# Least scores in the second round: two content words; one word twice; any other two.
CONTENT, SAME, OTHER = 0.45, 0.55, 0.6
BESIDE = 0.35  # least cosine of two content words between or beside matched words
JOINS = 0.35  # least cosine of a content word with the counterpart of its neighbour
PREPOSITION_JOINS = 0.4  # the same for a preposition

ARTICLES = frozenset(("a", "an", "the"))
DETERMINERS = ARTICLES | frozenset(
    ("this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your")
)
PREPOSITIONS = frozenset(
    (
        *("of", "to", "in", "for", "on", "by", "with", "from", "at", "as"),
        *("about", "into", "over", "under", "between", "after", "before"),
    )
)
BoolArray = npt.NDArray[np.bool_]


def is_content(word: str) -> bool:
    """Say whether a word in lower case is neither a function word nor a mark."""
    return word not in FUNCTION_WORDS and any(letter.isalnum() for letter in word)


@lru_cache(maxsize=20000)
def _pieces(word: str) -> frozenset[str]:
    padded = f"<{word}>"
    return frozenset(padded[at : at + n] for n in (2, 3) for at in range(len(padded) - n + 1))


def spelling(a: Sequence[str], b: Sequence[str]) -> FloatArray:
    """Return the Dice coefficient of the words' character 2- and 3-grams.

    :return: shape (len(a), len(b)), [0, 1], 1 for the same word
    """
    numbers: dict[str, int] = {}
    for word in (*a, *b):
        for piece in _pieces(word):
            numbers.setdefault(piece, len(numbers))

    def marks(words: Sequence[str]) -> FloatArray:
        result = np.zeros((len(words), len(numbers)), dtype=np.float32)
        for row, word in enumerate(words):
            result[row, [numbers[piece] for piece in _pieces(word)]] = 1
        return result

    left, right = marks(a), marks(b)
    result: FloatArray = 2 * (left @ right.T) / (left.sum(1)[:, None] + right.sum(1)[None, :])
    return result


def _context(score: FloatArray) -> FloatArray:
    """Return each pair's mean score of the pairs before and after it, nearer ones weighing more."""
    rows, columns = score.shape
    total = np.zeros_like(score)
    weights = 0.0
    for step in range(1, CONTEXT_WIDTH + 1):
        weight = 0.5 ** (step - 1)
        weights += 2 * weight
        if step < min(rows, columns):
            total[:-step, :-step] += weight * score[step:, step:]
            total[step:, step:] += weight * score[:-step, :-step]
    return total / np.float32(weights)


def _off_place(n_a: int, n_b: int, at_a: IntArray, at_b: IntArray) -> FloatArray:
    """Return how far each pair is from where the nearest matched words of A put it.

    :param at_a: the matched words of A, ascending, at least one, and `at_b` their counterparts
    :return: shape (n_a, n_b), [0, 1]; 0 beside a matched pair, 1 from `REACH` words on
    """
    own, other = np.arange(n_a), np.arange(n_b)
    following = np.searchsorted(at_a, own)
    result = np.full((n_a, n_b), float(REACH), dtype=np.float32)
    for near in (following - 1, following):
        near = np.clip(near, 0, len(at_a) - 1)
        gap = own - at_a[near]
        away = np.abs(other[None, :] - (at_b[near] + gap)[:, None])
        result = np.minimum(result, away + 0.3 * np.minimum(np.abs(gap), REACH)[:, None])
    return result / REACH


def _mutual(score: FloatArray, least: float | FloatArray) -> tuple[IntArray, IntArray]:
    """Return the pairs that are best for both words and not under `least`."""
    score = np.where(score >= least, score, -np.inf)
    best, back = score.argmax(axis=1), score.argmax(axis=0)
    rows = np.arange(len(score))
    kept = (back[best] == rows) & np.isfinite(score[rows, best])
    return rows[kept], best[kept]


def _one_to_one(a: Sequence[str], b: Sequence[str], cosine: FloatArray) -> dict[int, int]:
    content_a, content_b = (
        np.array([is_content(w) for w in a]),
        np.array([is_content(w) for w in b]),
    )
    both: BoolArray = content_a[:, None] & content_b[None, :]
    alike = spelling(a, b)
    score = cosine + SPELLING * alike * both
    place_a, place_b = np.arange(len(a)) / len(a), np.arange(len(b)) / len(b)
    score = score + CONTEXT * _context(score)
    score = score - DISTANCE * np.abs(place_a[:, None] - place_b[None, :])
    rows, columns = _mutual(score, FIRST)
    anchors = both[rows, columns]
    if anchors.any():
        at_a, at_b = rows[anchors], columns[anchors]
        order = np.argsort(at_b)
        off = _off_place(len(a), len(b), at_a, at_b)
        off = off + _off_place(len(b), len(a), at_b[order], at_a[order]).T
        score = score - ANCHOR * off / 2
    least = np.where(both, CONTENT, np.where(alike > 0.999, SAME, OTHER))
    rows, columns = _mutual(score, least)
    return dict(zip(rows.tolist(), columns.tolist(), strict=True))


def _fill(a: Sequence[str], b: Sequence[str], cosine: FloatArray, pairs: dict[int, int]) -> None:
    """Add the pairs that continue matched words: content words near enough, and determiners."""
    used = set(pairs.values())
    found: list[tuple[float, int, int]] = []
    for i, j in pairs.items():
        for step in (1, -1):
            k, m = i + step, j + step
            if not (0 <= k < len(a) and 0 <= m < len(b)) or k in pairs or m in used:
                continue
            enclosed = pairs.get(k + step) == m + step
            content = is_content(a[k]) and is_content(b[m])
            if (content and (enclosed or cosine[k, m] >= BESIDE)) or (
                a[k] in DETERMINERS and b[m] in DETERMINERS
            ):
                found.append((float(cosine[k, m]), k, m))
    for _, k, m in sorted(found, reverse=True):
        if k not in pairs and m not in used:
            pairs[k] = m
            used.add(m)


def _joined(
    a: Sequence[str], b: Sequence[str], cosine: FloatArray, pairs: Mapping[int, int]
) -> list[tuple[int, int]]:
    """Return the words of A left over that join the counterpart of a neighbour."""
    result = []
    for i, word in enumerate(a):
        if i in pairs:
            continue
        options: list[tuple[float, int]] = []
        for k, after in ((i + 1, False), (i - 1, True)):
            j = pairs.get(k)
            if j is None or not is_content(a[k]):
                continue
            value, same = float(cosine[i, j]), a[k] == b[j]
            if is_content(word):
                joins = not same and is_content(b[j]) and value >= JOINS
            elif word in ARTICLES:
                joins = not after
            else:
                closed = pairs.get(i + 1) == j + 1
                joins = (
                    word in PREPOSITIONS
                    and after
                    and not same
                    and (closed or value >= PREPOSITION_JOINS)
                )
            if joins:
                options.append((value, j))
        if options:
            result.append((i, max(options)[1]))
    return result


def match_words(
    a: Sequence[str], b: Sequence[str], cosine: FloatArray
) -> tuple[tuple[int, int], ...]:
    """Return the words that answer each other, by word of A, then of B; one may stand in several.

    :param a: words and marks in reading order, in lower case
    :param cosine: of their contextual vectors from a middle layer, shape (len(a), len(b))
    :return: pairs of 0-based indices into `a` and `b`
    """
    if not len(a) or not len(b):
        return ()
    pairs = _one_to_one(a, b, cosine)
    for _ in range(2):  # a pair added may have neighbours of its own
        _fill(a, b, cosine, pairs)
    back = {j: i for i, j in pairs.items()}
    return tuple(
        sorted(
            {
                *pairs.items(),
                *_joined(a, b, cosine, pairs),
                *((i, j) for j, i in _joined(b, a, cosine.T, back)),
            }
        )
    )
