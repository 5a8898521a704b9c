"""The probability that two sentences share a claim, learned from the gold pairs."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from compare.alignment.logistic import Logistic

PATH = Path(__file__).with_name("pair_scorer.json")
# For vectors of a model that was not adapted to links: any but the built-in one.
PLAIN_PATH = Path(__file__).with_name("pair_scorer_plain.json")


@lru_cache(maxsize=2)
def load_scorer(adapted: bool) -> Logistic:
    """Return the pair scorer; made again by `python -m compare.evaluation.train`.

    :param adapted: whether the vectors are of the adapted model
    :raises ModelError: its file is damaged
    """
    return Logistic.load(PATH if adapted else PLAIN_PATH)
