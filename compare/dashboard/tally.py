"""How many findings the listed events have, and how many are reviewed, as their pages say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import combinations

from compare.dashboard.library import store
from compare.errors import StoreError
from compare.event.identity import findings
from compare.settings import Settings
from compare.store.records import EventSummary, StoredComparison


def tallied(rows: Sequence[EventSummary], settings: Settings) -> list[EventSummary]:
    """Return events with the counts of the comparisons that these settings give.

    The store counts those that were made last. A pair that has none of these settings counts with
    its last one.
    """
    return [_tallied(row, settings.as_dict()) if row.findings else row for row in rows]


def _tallied(row: EventSummary, wanted: Mapping[str, object]) -> EventSummary:
    with suppress(StoreError):  # deleted meanwhile: as the list has it
        kept = store()
        event, history = kept.event(row.id), kept.reviews(row.id)
        names: set[str] = set()
        for a, b in combinations(event.statements, 2):
            made = kept.comparisons(event, a, b)
            if found := _of(made, wanted):
                names |= {item.id for item in findings(found.comparison)}
        done = {name for name in names & history.keys() if history[name][-1].verdict != "open"}
        return replace(row, findings=len(names), reviewed=len(done))
    return row


def _of(made: Sequence[StoredComparison], wanted: Mapping[str, object]) -> StoredComparison | None:
    """Return the newest comparison with these settings, else the newest."""
    same = (one for one in made if one.comparison.signature.settings == wanted)
    return next(same, made[0] if made else None)
