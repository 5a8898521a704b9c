"""Folds of cross-validation, the same for links and relations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np

FOLDS = 8
THRESHOLDS = tuple(float(value) for value in np.arange(0.2, 0.651, 0.025))
T = TypeVar("T")


def folds(data: Sequence[T]) -> list[tuple[list[T], list[T]]]:
    """Return the training and the test part of each fold; number k is in fold k modulo FOLDS."""
    return [
        ([item for at, item in enumerate(data) if at % FOLDS != fold],
         [item for at, item in enumerate(data) if at % FOLDS == fold])
        for fold in range(FOLDS)
    ]  # fmt: skip
