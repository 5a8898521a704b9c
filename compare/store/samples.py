"""A built-in event in the form of a stored one."""

from __future__ import annotations

from compare.sources.samples import Event
from compare.store.codec import digest, statement_out
from compare.store.records import StoredEvent, StoredStatement

BUILT_IN_TAG = "built-in"


def sample_event(sample: Event) -> StoredEvent:
    """Return a built-in event in the form of a stored one."""
    return StoredEvent(
        id=sample.id,
        title=sample.title,
        date=sample.date,
        note=sample.note,
        attribution=sample.attribution,
        created="",
        tags=(BUILT_IN_TAG,),
        statements=tuple(
            StoredStatement(digest(statement_out(item)), item, "") for item in sample.statements
        ),
    )
