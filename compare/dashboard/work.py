"""Models once a process, comparisons once a pair of texts and settings: shared by all sessions."""

from __future__ import annotations

from threading import Lock

from compare.dashboard.caching import copied, shared
from compare.model import Comparison, Statement
from compare.report import View, make_view
from compare.settings import Settings

_KEPT = 64  # comparisons in memory; a long one is a few MB


@shared(kept=1)
def turn() -> Lock:
    """Return the lock under which models work: spaCy doesn't promise to be safe in threads."""
    return Lock()


@shared(kept=2)
def load_models(embedder: str) -> str:
    """Load the models of a comparison, and return the fingerprint of the embedder.

    :raises ModelError: a model can't be had
    """
    from compare.embedding import load_embedder
    from compare.language.pipeline import load_pipeline

    load_pipeline()
    return load_embedder(embedder).fingerprint


@copied(kept=_KEPT)
def compared(a: Statement, b: Statement, settings: Settings) -> tuple[Comparison, View]:
    """Compare two statements; the same texts and settings are compared once.

    :raises CompareError: it can't be done
    """
    from compare.pipeline import compare

    with turn():
        load_models(settings.embedder)
        comparison = compare(a, b, settings)
    return comparison, make_view(comparison)
