"""Which of given phrases of two sentences answer each other, from the words matched inside them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from compare.alignment.matching import is_content
from compare.embedding.base import FloatArray

# A phrase pair scores its mean best cosine plus these for each pair of words matched inside it. Of
# weights 0.1, 0.3 and 0.5 and thresholds 0.5 to 0.7 on the iSTS sets, about the best on all three;
# the F1 of any other is within 0.03 (`python -m benchmarks.word_constants` prints them).
MATCHED = 0.3
MATCHED_FUNCTION = 0.09  # where one of the two words is a function word or a mark
MIN_SCORE = 0.65


def _is_phrase(words: Sequence[str], phrase: Sequence[int]) -> bool:
    return any(letter.isalnum() for at in phrase for letter in words[at])


def match_phrases(
    a: Sequence[str],
    b: Sequence[str],
    phrases_a: Sequence[Sequence[int]],
    phrases_b: Sequence[Sequence[int]],
    cosine: FloatArray,
    pairs: Sequence[tuple[int, int]],
) -> tuple[tuple[int, int], ...]:
    """Return the phrases that answer each other, each in one pair at most, by phrase of A.

    The best pair is taken first, then the best of what is left, down to `MIN_SCORE`.

    :param a: words and marks in lower case
    :param phrases_a: 0-based words of each phrase, none empty; a word is in one phrase at most
    :param cosine: of the words, shape (len(a), len(b))
    :param pairs: the words matched (`match_words`)
    :return: pairs of 0-based indices into `phrases_a` and `phrases_b`
    """
    if not phrases_a or not phrases_b:
        return ()
    score = np.full((len(phrases_a), len(phrases_b)), -np.inf)
    for x, one in enumerate(phrases_a):
        for y, other in enumerate(phrases_b):
            if _is_phrase(a, one) and _is_phrase(b, other):
                block = cosine[np.ix_(one, other)]
                score[x, y] = (block.max(axis=1).mean() + block.max(axis=0).mean()) / 2
    of_a = {at: x for x, phrase in enumerate(phrases_a) for at in phrase}
    of_b = {at: y for y, phrase in enumerate(phrases_b) for at in phrase}
    for i, j in pairs:
        if i in of_a and j in of_b:
            content = is_content(a[i]) and is_content(b[j])
            score[of_a[i], of_b[j]] += MATCHED if content else MATCHED_FUNCTION
    found: list[tuple[int, int]] = []
    while True:
        x, y = divmod(int(score.argmax()), len(phrases_b))
        if score[x, y] < MIN_SCORE:
            return tuple(sorted(found))
        found.append((x, y))
        score[x, :] = score[:, y] = -np.inf
