"""The probability that two sentences share a claim, learned from the gold pairs."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from compare.alignment.logistic import Logistic

PATH = Path(__file__).with_name("pair_scorer.json")


@lru_cache(maxsize=1)
def load_scorer() -> Logistic:
    """Return the pair scorer; made again by `python -m compare.evaluation.train`.

    :raises ModelError: its file is damaged
    """
    return Logistic.load(PATH)
