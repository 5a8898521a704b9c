"""The store as its callers see it; every method is one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy import Engine

from compare.errors import StoreError
from compare.model import Comparison, Signature, Statement
from compare.store import comparisons, events, reviews, search
from compare.store.engine import database_url, is_named, make_engine, reading, shown, writing
from compare.store.migrate import ensure_schema
from compare.store.records import (
    EventSummary,
    Hit,
    Review,
    ReviewDraft,
    StoredComparison,
    StoredEvent,
    StoredStatement,
)


@contextmanager
def open_store(database: str | None = None, *, make: bool = True) -> Iterator[Store]:
    """Open a database, made or migrated first where needed, and close it in the end.

    :param database: a file's path or a URL; None: READOUTS_DATABASE, else the user's data folder
    :param make: False: a file that someone names has to be there; the user's own is made anyhow
    :raises StoreError: it can't be opened, isn't there, or is newer than this program
    """
    store = Store(make_engine(database_url(database), make=make or not is_named(database)))
    try:
        yield store
    finally:
        store.close()


class Store:
    """Events, statements, comparisons and reviews in one database.

    One store may be used by several threads; each call takes a connection of its own. Every
    method raises StoreError where the database can't do it.
    """

    def __init__(self, engine: Engine) -> None:
        """Open the database of an engine and migrate it where needed."""
        self.engine = engine
        ensure_schema(engine)

    @property
    def name(self) -> str:
        """Where the database is, without a password."""
        return shown(self.engine.url)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def new_event(
        self,
        title: str,
        *,
        date: str = "",
        note: str = "",
        attribution: str = "",
        tags: Collection[str] = (),
        id: str = "",
        statements: Sequence[Statement] = (),
    ) -> str:
        """Make an event and return its id, with all of its statements or not at all.

        :param id: what it shall be called; made of date and title when empty
        :param statements: those that it has from the beginning
        :raises StoreError: no title, the id is taken, or two statements are the very same
        """
        if not title.strip():
            raise StoreError("the event has no title; expected a few words")
        about = {"title": title, "date": date, "note": note, "attribution": attribution}
        with writing(self.engine) as connection:
            event_id = events.new_event(connection, about, id, tags)
            for statement in statements:
                events.add_statement(connection, event_id, statement)
            return event_id

    def has_event(self, event_id: str) -> bool:
        """Return whether there is an event of that id."""
        with reading(self.engine) as connection:
            return events.exists(connection, event_id)

    def change_event(self, event_id: str, **changes: str) -> None:
        """Change an event's `title`, `date`, `note` or `attribution`."""
        with writing(self.engine) as connection:
            events.lock(connection, event_id)
            events.change_about(connection, event_id, changes)

    def set_tags(self, event_id: str, tags: Collection[str]) -> None:
        """Give an event these tags in place of those that it has."""
        with writing(self.engine) as connection:
            events.lock(connection, event_id)
            events.write_tags(connection, event_id, tags)

    def add_statement(self, event_id: str, statement: Statement) -> str:
        """Add a statement to an event and return its key.

        :raises StoreError: no such event, or the statement is in it already
        """
        with writing(self.engine) as connection:
            events.lock(connection, event_id)
            return events.add_statement(connection, event_id, statement)

    def relabel_statement(self, event_id: str, key: str, **changes: str) -> str:
        """Change a statement's `speaker`, `title`, `date` or `language`, and return its new key.

        :raises StoreError: no such event, or that is another statement of it already
        """
        with writing(self.engine) as connection:
            events.lock(connection, event_id)
            return events.relabel_statement(connection, event_id, key, changes)

    def event(self, event_id: str) -> StoredEvent:
        """Return an event with its statements.

        :raises StoreError: no such event
        """
        with reading(self.engine) as connection:
            return events.read_event(connection, event_id)

    def events(self, tag: str | None = None) -> tuple[EventSummary, ...]:
        """Return every event, or those of a tag: the latest date first, then the newest."""
        with reading(self.engine) as connection:
            found = comparisons.newest_findings(connection)
            done = reviews.reviewed(connection)
            listed = [
                replace(
                    row,
                    findings=len(found.get(row.id, set())),
                    reviewed=len(found.get(row.id, set()) & done.get(row.id, set())),
                )
                for row in events.summaries(connection)
                if tag is None or tag in row.tags
            ]
        return tuple(sorted(listed, key=lambda row: (row.date, row.created), reverse=True))

    def delete_event(self, event_id: str) -> None:
        """Delete an event with its statements, comparisons and reviews.

        :raises StoreError: no such event
        """
        with writing(self.engine) as connection:
            events.lock(connection, event_id)
            events.delete_event(connection, event_id)

    def save_comparison(
        self, event_id: str, a: StoredStatement, b: StoredStatement, comparison: Comparison
    ) -> bool:
        """Keep a comparison of two of the event's statements; return False if it was there."""
        with writing(self.engine) as connection:
            events.lock(connection, event_id)
            return comparisons.save(connection, event_id, a, b, comparison, events.now())

    def comparison(
        self, event: StoredEvent, a: StoredStatement, b: StoredStatement, signature: Signature
    ) -> Comparison | None:
        """Return the comparison that was made with this signature, or None."""
        key = comparisons.signature_key(signature)
        for row in self.comparisons(event, a, b):
            if row.signature_key == key:
                return row.comparison
        return None

    def comparisons(
        self, event: StoredEvent, a: StoredStatement, b: StoredStatement
    ) -> tuple[StoredComparison, ...]:
        """Return every comparison of a pair, the newest first."""
        with reading(self.engine) as connection:
            return comparisons.read(connection, event, a, b)

    def add_review(self, event_id: str, draft: ReviewDraft, expected: int | None = None) -> Review:
        """Add a review behind the finding's last one; nothing is overwritten.

        :param expected: number of the review that the author saw last (0: none), so that nobody
            decides over what they haven't seen; None: add it whatever there is
        :raises ConflictError: the finding was reviewed meanwhile
        :raises StoreError: no such event, or the review says nothing that can be kept
        """
        with writing(self.engine) as connection:
            events.lock(connection, event_id)
            return reviews.append(connection, event_id, draft, expected)

    def reviews(self, event_id: str) -> dict[str, tuple[Review, ...]]:
        """Return each finding's reviews, the oldest first; the last one counts."""
        with reading(self.engine) as connection:
            return reviews.read(connection, event_id)

    def search(self, query: str, limit: int = 100) -> tuple[Hit, ...]:
        """Return the sentences, notes and titles that hold all words of a query.

        :param query: words (each also the beginning of one), or phrases in quotation marks
        :raises SettingError: there is no word in it
        """
        hits = []
        with reading(self.engine) as connection:
            known: dict[str, tuple[StoredEvent, dict[str, tuple[Review, ...]]]] = {}
            for event_id, kind, ref in search.find(connection, query, limit):
                if event_id not in known:
                    known[event_id] = (
                        events.read_event(connection, event_id),
                        reviews.read(connection, event_id),
                    )
                hits.append(_hit(*known[event_id], kind, ref))
        return tuple(hits)


def _hit(event: StoredEvent, history: dict[str, tuple[Review, ...]], kind: str, ref: str) -> Hit:
    name, _, number = ref.rpartition(":")
    if kind == "statement":
        row = next(row for row in event.statements if row.key == name)
        index = int(number)
        text = row.statement.sentence(index) if index >= 0 else row.statement.title
        who = events.called(row.statement)
        return Hit(event.id, event.title, "statement", who, text or who)
    if kind == "review":
        review = history[name][int(number) - 1]
        return Hit(event.id, event.title, "review", review.author, review.note or review.verdict)
    return Hit(event.id, event.title, "event", "", " ".join([event.title, *event.tags]))
