"""The similarity of every two sentences of two statements, for a picture with a table in it."""

from __future__ import annotations

import numpy as np

from compare.embedding import load_embedder
from compare.insight.records import Heat
from compare.model import Statement, rounded

# Sentences of a side up to which the picture can be read; 60 by 60 is a page.
MOST = 60


def heat(a: Statement, b: Statement, embedder: str) -> Heat | None:
    """Return the similarities, or None where there are too many sentences for a picture.

    :param embedder: name of the model, as in the settings
    :raises ModelError: it can't be had
    """
    if not (0 < len(a.sentences) <= MOST and 0 < len(b.sentences) <= MOST):
        return None
    model = load_embedder(embedder)
    rows = [
        model.encode([side.sentence(i) for i in range(len(side.sentences))]).sentences
        for side in (a, b)
    ]
    matrix = np.asarray(rows[0] @ rows[1].T)
    return Heat(tuple(tuple(rounded(value) for value in row) for row in matrix.tolist()))
