"""The store: events, statements, comparisons and reviews that last (SQLite or PostgreSQL).

Nothing here is loaded before it is asked for: SQLAlchemy alone takes a quarter of a second.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compare.store.records import (
        EventSummary,
        Hit,
        Review,
        ReviewDraft,
        StoredComparison,
        StoredEvent,
        Verdict,
    )
    from compare.store.store import Store, open_store
    from compare.store.work import compared_event

__all__ = [
    "EventSummary",
    "Hit",
    "Review",
    "ReviewDraft",
    "Store",
    "StoredComparison",
    "StoredEvent",
    "Verdict",
    "compared_event",
    "open_store",
]

_HOME = dict.fromkeys(__all__, "compare.store.records") | {
    "Store": "compare.store.store",
    "open_store": "compare.store.store",
    "compared_event": "compare.store.work",
}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'compare.store' has no attribute {name!r}")
