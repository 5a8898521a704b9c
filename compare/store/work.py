"""Comparing all of an event: what the store holds is taken from it, the rest is made and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from compare.model import Comparison
from compare.pipeline import compare, signature
from compare.settings import Settings
from compare.store.records import StoredEvent
from compare.store.store import Store


@dataclass(frozen=True, slots=True)
class ComparedEvent:
    """An event with a comparison for every two of its statements."""

    event: StoredEvent
    pairs: dict[tuple[int, int], Comparison]  # places (i, j) with i < j; A is statement i
    made: int  # how many of them were made now; the others were in the store


def compared_event(
    store: Store,
    event_id: str,
    settings: Settings | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ComparedEvent:
    """Return all comparisons of an event; those that are missing are made and kept one by one.

    A comparison is missing when none was made with the signature of these settings; older ones
    stay beside it.

    :param progress: called before each pair with how many are done and how many there are
    :raises StoreError: no such event
    :raises ModelError: a model can't be had
    """
    settings = settings or Settings()
    event = store.event(event_id)
    rows, pairs, made = event.statements, {}, 0
    places = [(i, j) for i in range(len(rows)) for j in range(i + 1, len(rows))]
    wanted = signature(settings) if places else None
    for done, (i, j) in enumerate(places):
        if progress is not None:
            progress(done, len(places))
        found = store.comparison(event, rows[i], rows[j], wanted) if wanted else None
        if found is None:
            found = compare(rows[i].statement, rows[j].statement, settings)
            store.save_comparison(event.id, rows[i], rows[j], found)
            made += 1
        pairs[i, j] = found
    return ComparedEvent(event, pairs, made)
