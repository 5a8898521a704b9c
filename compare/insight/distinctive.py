"""Words that one statement uses more than the others: log-odds with an informative prior.

Monroe, Colaresi and Quinn (2008), Fightin' Words, Political Analysis 16(4): the log-odds of a word
in one text against the other, each count smoothed by a Dirichlet prior that is proportional to how
often all texts use the word, divided by its standard deviation. The prior keeps common words from
standing out by their mere size, and rare ones by chance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from compare.insight.records import Distinctive
from compare.language.function_words import FUNCTION_WORDS
from compare.model import rounded

# The prior's weight as a share of all text. With the full weight (1.0) hardly a word of the
# built-in events passes z = 1, for they are short; a tenth keeps words that were said once from it.
PRIOR_WEIGHT = 0.1
# Standard deviations from which a word is shown. In statements of some 200 words that is one said
# three or four times here and never there; what was said twice (z about 1) is shown by its chance.
LEAST_Z = 1.3
MOST = 12  # words a statement


def log_odds_z(here: np.ndarray, elsewhere: np.ndarray) -> np.ndarray:
    """Return the z-score of each word's log-odds ratio; over 0: more used here.

    :param here: counts of each word in the one text, shape (n_words,)
    :param elsewhere: counts in all other texts together, shape (n_words,)
    :return: shape (n_words,), float64
    """
    one, other = here.astype(np.float64), elsewhere.astype(np.float64)
    prior = PRIOR_WEIGHT * (one + other)  # all the texts are the background
    total = prior.sum()
    n_one, n_other = one.sum() + total, other.sum() + total
    first, second = one + prior, other + prior
    delta = np.log(first / (n_one - first)) - np.log(second / (n_other - second))
    z: np.ndarray = delta / np.sqrt(1.0 / first + 1.0 / second)
    return z


def distinctive(words: Sequence[Sequence[Sequence[str]]]) -> tuple[Distinctive, ...]:
    """Return the words that stand out, by statement and then strongest first.

    :param words: of each statement, of each sentence; function words and numbers are left out
    """
    counts = [
        Counter(
            word.lower()
            for sentence in statement
            for word in sentence
            if word.lower() not in FUNCTION_WORDS and len(word) > 1 and not word[0].isdigit()
        )
        for statement in words
    ]
    pooled = sum(counts, Counter[str]())
    vocabulary = sorted(pooled)
    found: list[Distinctive] = []
    if len(vocabulary) < 2:
        return ()
    for place, count in enumerate(counts):
        here = np.array([count[word] for word in vocabulary])
        rest = np.array([pooled[word] - count[word] for word in vocabulary])
        if not here.sum() or not rest.sum():
            continue
        z = log_odds_z(here, rest)
        order = sorted(
            range(len(vocabulary)), key=lambda i: (-round(float(z[i]), 6), vocabulary[i])
        )
        for i in order[:MOST]:
            if z[i] < LEAST_Z:
                break
            word = vocabulary[i]
            sentences = tuple(
                index
                for index, sentence in enumerate(words[place])
                if any(item.lower() == word for item in sentence)
            )
            found.append(
                Distinctive(word, place, rounded(z[i]), int(here[i]), int(rest[i]), sentences)
            )
    return tuple(found)
