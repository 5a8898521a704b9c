"""What an analyst would script in an afternoon: sentence-transformers and two thresholds."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from compare.embedding.packaged import model_folder
from compare.evaluation.gold import GoldPair
from compare.evaluation.metrics import Prediction
from compare.model import Relation

LINK = 0.45  # a pair that is best for either side and at least this near is a link
AGREEMENT = 0.6  # at least this near is agreement, under it divergence


@lru_cache(maxsize=1)
def _model() -> Any:
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(model_folder()), device="cpu", local_files_only=True)


def baseline(pair: GoldPair) -> Prediction:
    """Return the baseline's links and omissions for one gold pair."""
    encode = _model().encode
    options = {"normalize_embeddings": True, "show_progress_bar": False}
    a = encode(list(pair.a.sentences), **options)
    b = encode(list(pair.b.sentences), **options)
    cosine = np.asarray(a @ b.T)
    best = {(i, int(j)) for i, j in enumerate(cosine.argmax(axis=1))}
    best |= {(int(i), j) for j, i in enumerate(cosine.argmax(axis=0))}
    links: dict[tuple[int, int], tuple[Relation, frozenset[str]]] = {
        (i, j): ("agreement" if cosine[i, j] >= AGREEMENT else "divergence", frozenset())
        for i, j in sorted(best)
        if cosine[i, j] >= LINK
    }
    return Prediction(
        links,
        frozenset(range(len(pair.a.sentences))) - {i for i, _ in links},
        frozenset(range(len(pair.b.sentences))) - {j for _, j in links},
    )
