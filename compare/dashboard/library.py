"""The events that the page can show: those in the store, and the built-in ones."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from compare.dashboard.caching import shared
from compare.errors import SettingError, StoreError
from compare.model import Statement
from compare.report.words import LETTERS
from compare.sources.samples import BUILT_IN, Event, load_sample, sample_ids
from compare.store.engine import database_url, make_engine
from compare.store.events import called
from compare.store.records import EventSummary, Hit, Review, StoredEvent
from compare.store.samples import BUILT_IN_TAG, sample_event
from compare.store.store import Store
from compare.store.variable import VARIABLE

History = dict[str, tuple[Review, ...]]
_HITS = 200  # sentences that a search shows at most
UNNAMED = "unnamed"  # what the store calls a statement without speaker, title and source


@dataclass(frozen=True, slots=True)
class Shown:
    """An event that is looked at."""

    event: StoredEvent
    stored: bool  # False: a built-in one that nobody has reviewed yet; reading writes nothing
    history: History  # reviews by finding, the oldest first


@shared(kept=4)
def _opened(database: str) -> Store:
    return Store(make_engine(database_url(database or None)))


def store() -> Store:
    """Return the store that the server was started with, one for all sessions.

    :raises StoreError: it can't be opened
    """
    return _opened(os.environ.get(VARIABLE, ""))


def load(event_id: str) -> Shown:
    """Return an event with its reviews as they are now.

    :raises StoreError: there is none of that id
    """
    kept = store()
    if event_id in sample_ids() and not kept.has_event(event_id):
        return Shown(sample_event(load_sample(event_id)), False, {})
    if not kept.has_event(event_id):  # said in the words of the page, not of the command line
        raise StoreError(f"no event {event_id!r} in this database; see “All events” on the left")
    return Shown(kept.event(event_id), True, kept.reviews(event_id))


def keep(event_id: str) -> None:
    """Put a built-in event into the store, unless it is there; its reviews need a place.

    :raises StoreError: the store can't be written
    """
    kept = store()
    if kept.has_event(event_id):
        return
    try:
        sample = load_sample(event_id)
    except SettingError:  # not a built-in one: it was deleted meanwhile
        kept.event(event_id)
        return
    try:
        kept.new_event(
            sample.title,
            date=sample.date,
            note=sample.note,
            attribution=sample.attribution,
            tags=(BUILT_IN_TAG,),
            id=sample.id,
            statements=sample.statements,
        )
    except StoreError:
        if not kept.has_event(event_id):  # else another session was faster
            raise


def listed() -> tuple[EventSummary, ...]:
    """Return the events of the store, the latest first, and behind them the built-in ones.

    :raises StoreError: the store can't be read
    """
    rows = tuple(replace(row, speakers=lettered(row.speakers)) for row in store().events())
    there = {row.id for row in rows}
    return rows + tuple(_summary(load_sample(name)) for name in sample_ids() if name not in there)


def lettered(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names of an event's statements; one without is called by its letter."""
    return tuple(
        f"Statement {letter}" if name == UNNAMED else name
        for name, letter in zip(names, LETTERS, strict=False)
    )


def _summary(sample: Event) -> EventSummary:
    speakers = tuple(called(item) for item in sample.statements)
    return EventSummary(sample.id, sample.title, sample.date, (BUILT_IN_TAG,), speakers, 0, 0, "")


def search(query: str) -> dict[str, list[Hit]]:
    """Return the sentences, notes and titles that hold all words of a query, by event.

    :raises SettingError: there is no word in it
    """
    from compare.store.search import parse_query, words_of

    found: dict[str, list[Hit]] = {}
    kept = store()
    for hit in kept.search(query, _HITS):
        found.setdefault(hit.event, []).append(_placed(hit) if hit.where == UNNAMED else hit)
    terms = parse_query(query)
    for name in sample_ids():
        if kept.has_event(name):
            continue
        sample = load_sample(name)
        texts = [("", sample.title)]
        for item in sample.statements:
            texts += [(called(item), item.sentence(i)) for i in range(len(item.sentences))]
        for who, text in texts:
            if all(_stands(words, open_, words_of(text)) for words, open_ in terms):
                hit = Hit(name, sample.title, "statement" if who else "event", who, text)
                found.setdefault(name, []).append(hit)
    return found


def _placed(hit: Hit) -> Hit:
    """Return a hit in a statement that nothing names, with the statement's letter."""
    with suppress(StoreError):  # deleted meanwhile: the hit leads nowhere
        sides = [row.statement for row in store().event(hit.event).statements]
        names = lettered([called(side) for side in sides])
        for side, name in zip(sides, names, strict=False):
            if called(side) == UNNAMED and hit.text in side.text:
                return replace(hit, where=name)
    return hit


def _stands(words: list[str], open_: bool, text: list[str]) -> bool:
    """Return whether words stand in a text in this order, as the store's search has it."""
    last = len(words) - 1
    return any(
        all(
            text[at + i].startswith(word) if open_ and i == last else text[at + i] == word
            for i, word in enumerate(words)
        )
        for at in range(len(text) - last)
    )


def create(
    title: str, date: str, statements: tuple[Statement, ...], tags: tuple[str, ...] = ()
) -> str:
    """Make an event and return its id.

    :raises StoreError: it can't be kept
    """
    return store().new_event(title, date=date, tags=tags, statements=statements)


__all__ = [
    "BUILT_IN",
    "History",
    "Shown",
    "create",
    "keep",
    "listed",
    "load",
    "sample_event",
    "search",
    "store",
]
