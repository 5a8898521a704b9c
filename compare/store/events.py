"""Events, their statements and tags in the tables."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from compare.errors import StoreError
from compare.event.naming import source_name
from compare.model import Statement
from compare.store import search
from compare.store.codec import canonical, digest, statement_in, statement_out
from compare.store.records import EventSummary, StoredEvent, StoredStatement
from compare.store.tables import comparisons, event_statements, events, statements, tags

_ABOUT = ("title", "date", "note", "attribution")
LONGEST_ID = 72
MAX_STATEMENTS = 24  # 276 pairs; a matrix with more columns can't be read either
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def now() -> str:
    """Return the time in UTC, ISO 8601, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def slug(title: str, date: str) -> str:
    """Return an id that a person can type: the date and the title's plain letters."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", date) + re.findall(r"[a-z0-9]+", plain)
    return "-".join(words)[:60].strip("-") or "event"


def check_id(name: str) -> str:
    """Return an id that may be used.

    :raises StoreError: it may not
    """
    if len(name) > LONGEST_ID or not _ID.fullmatch(name):
        raise StoreError(
            f"{name[:80]!r} can't be an event's id; expected small letters, digits and single "
            f"hyphens, at most {LONGEST_ID}"
        )
    return name


def exists(connection: Connection, event_id: str) -> bool:
    """Return whether there is an event of that id."""
    return (
        connection.execute(select(events.c.id).where(events.c.id == event_id)).first() is not None
    )


def lock(connection: Connection, event_id: str) -> None:
    """Hold an event until the transaction ends, so that writers of one event take turns.

    :raises StoreError: there is no such event
    """
    row = select(events.c.id).where(events.c.id == event_id).with_for_update()
    if connection.execute(row).first() is None:
        raise StoreError(
            f"no event {event_id[:80]!r} in this database; 'readouts event list' shows them"
        )


def new_event(
    connection: Connection, about: dict[str, str], event_id: str, event_tags: Collection[str]
) -> str:
    """Make an event and return its id; where none is asked for, one that is free.

    :param about: title, date, note, attribution
    :raises StoreError: the id is taken
    """
    wanted = check_id(event_id) if event_id else slug(about["title"], about["date"])
    taken = set(
        connection.execute(select(events.c.id).where(events.c.id.startswith(wanted))).scalars()
    )
    if event_id and event_id in taken:
        raise StoreError(f"the event {event_id!r} is there already; expected an id that is free")
    name = wanted
    number = 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    payload = canonical({key: about[key] for key in _ABOUT})
    connection.execute(insert(events).values(id=name, about=payload, created=now()))
    write_tags(connection, name, event_tags)
    return name


def write_tags(connection: Connection, event_id: str, event_tags: Collection[str]) -> None:
    """Set an event's tags, and index what is said of it anew."""
    clean = sorted({" ".join(tag.split())[:60] for tag in event_tags if tag.strip()})
    connection.execute(delete(tags).where(tags.c.event_id == event_id))
    if clean:
        rows = [{"event_id": event_id, "tag": canonical(tag)} for tag in clean]
        connection.execute(insert(tags), rows)
    about = connection.execute(select(events.c.about).where(events.c.id == event_id)).scalar_one()
    search.forget(connection, event_id, "event")
    search.index(connection, event_id, search.event_entries(about, clean))


def read_tags(connection: Connection, event_id: str) -> tuple[str, ...]:
    """Return an event's tags, sorted."""
    rows = connection.execute(select(tags.c.tag).where(tags.c.event_id == event_id)).scalars()
    return tuple(sorted(json.loads(tag) for tag in rows))


def change_about(connection: Connection, event_id: str, changes: dict[str, str]) -> None:
    """Change an event's title, date, note or attribution."""
    old = connection.execute(select(events.c.about).where(events.c.id == event_id)).scalar_one()
    payload = canonical({**json.loads(old), **changes})
    connection.execute(update(events).where(events.c.id == event_id).values(about=payload))
    write_tags(connection, event_id, read_tags(connection, event_id))


def add_statement(
    connection: Connection, event_id: str, statement: Statement, added: str = ""
) -> str:
    """Put a statement into an event, as its last, and return its key.

    :raises StoreError: it is there already, or there are too many
    """
    payload = statement_out(statement)
    key = digest(payload)
    of_event = event_statements.c.event_id == event_id
    there = list(
        connection.execute(select(event_statements.c.statement_key).where(of_event)).scalars()
    )
    if key in there:
        raise StoreError(
            f"this very statement is in {event_id} already; expected another text, or another "
            "speaker, title or date"
        )
    if len(there) >= MAX_STATEMENTS:
        raise StoreError(
            f"{event_id} holds {len(there)} statements; expected at most {MAX_STATEMENTS}; "
            "make a second event"
        )
    _hold(connection, key, payload)
    place = select(func.coalesce(func.max(event_statements.c.position), -1) + 1).where(of_event)
    connection.execute(
        insert(event_statements).values(
            event_id=event_id,
            statement_key=key,
            position=connection.execute(place).scalar_one(),
            added=added or now(),
        )
    )
    search.index(connection, event_id, search.statement_entries(key, statement))
    return key


def _hold(connection: Connection, key: str, payload: str) -> None:
    """Keep a statement, unless it is there for another event already."""
    if connection.execute(select(statements.c.key).where(statements.c.key == key)).first() is None:
        connection.execute(insert(statements).values(key=key, payload=payload))


def relabel_statement(
    connection: Connection, event_id: str, key: str, changes: Mapping[str, str]
) -> str:
    """Say otherwise who made a statement of an event, what it is called or when; return its key.

    Its text and place stay, so findings keep their ids and reviews. Comparisons of it are dropped:
    they are of what was said before.

    :param changes: `speaker`, `title`, `date` or `language`
    :raises StoreError: that is another statement of the event already
    """
    payload = connection.execute(
        select(statements.c.payload).where(statements.c.key == key)
    ).scalar_one()
    fields: dict[str, Any] = dict(changes)
    statement = replace(statement_in(payload), **fields)
    changed = digest(statement_out(statement))
    if changed == key:
        return key
    of_event = event_statements.c.event_id == event_id
    there = connection.execute(select(event_statements.c.statement_key).where(of_event)).scalars()
    if changed in set(there):
        raise StoreError(f"{event_id} holds that very statement already; nothing was changed")
    _hold(connection, changed, statement_out(statement))
    connection.execute(
        update(event_statements)
        .where(of_event, event_statements.c.statement_key == key)
        .values(statement_key=changed)
    )
    connection.execute(
        delete(comparisons).where(
            comparisons.c.event_id == event_id,
            or_(comparisons.c.a_key == key, comparisons.c.b_key == key),
        )
    )
    _forget_unheld(connection)
    search.forget(connection, event_id, "statement")
    for row in read_event(connection, event_id).statements:
        search.index(connection, event_id, search.statement_entries(row.key, row.statement))
    return changed


def read_event(connection: Connection, event_id: str) -> StoredEvent:
    """Return an event whole.

    :raises StoreError: there is no such event
    """
    row = connection.execute(select(events).where(events.c.id == event_id)).first()
    if row is None:
        raise StoreError(
            f"no event {event_id[:80]!r} in this database; 'readouts event list' shows them"
        )
    joined = (
        select(statements.c.key, statements.c.payload, event_statements.c.added)
        .join(event_statements, event_statements.c.statement_key == statements.c.key)
        .where(event_statements.c.event_id == event_id)
        .order_by(event_statements.c.position)
    )
    about = json.loads(row.about)
    return StoredEvent(
        id=row.id,
        created=row.created,
        tags=read_tags(connection, event_id),
        statements=tuple(
            StoredStatement(key, statement_in(payload), added)
            for key, payload, added in connection.execute(joined)
        ),
        **{name: about[name] for name in _ABOUT},
    )


# What a statement is called, by its key: a key never comes to mean another statement.
_NAMES: dict[str, str] = {}


def called(statement: Statement) -> str:
    """Return what a statement is called in a list."""
    return statement.speaker or statement.title or source_name(statement.source) or "unnamed"


def summaries(connection: Connection) -> list[EventSummary]:
    """Return every event, its findings not counted yet."""
    of_event: dict[str, list[str]] = {}
    rows = connection.execute(
        select(event_statements.c.event_id, event_statements.c.statement_key).order_by(
            event_statements.c.event_id, event_statements.c.position
        )
    )
    for event_id, key in rows:
        of_event.setdefault(event_id, []).append(key)
    missing = sorted({key for keys in of_event.values() for key in keys} - _NAMES.keys())
    for at in range(0, len(missing), 500):  # SQLite takes some thousand values at once
        some = select(statements).where(statements.c.key.in_(missing[at : at + 500]))
        _NAMES.update(
            (key, called(statement_in(payload))) for key, payload in connection.execute(some)
        )
    of_tags: dict[str, list[str]] = {}
    for event_id, tag in connection.execute(select(tags.c.event_id, tags.c.tag)):
        of_tags.setdefault(event_id, []).append(json.loads(tag))
    found = []
    for row in connection.execute(select(events)):
        about = json.loads(row.about)
        found.append(
            EventSummary(
                id=row.id,
                title=about["title"],
                date=about["date"],
                tags=tuple(sorted(of_tags.get(row.id, ()))),
                speakers=tuple(_NAMES[key] for key in of_event.get(row.id, ())),
                findings=0,
                reviewed=0,
                created=row.created,
            )
        )
    return found


def delete_event(connection: Connection, event_id: str) -> None:
    """Delete an event with all that hangs on it, and statements that no other event holds."""
    search.forget(connection, event_id)
    connection.execute(delete(events).where(events.c.id == event_id))
    _forget_unheld(connection)


def _forget_unheld(connection: Connection) -> None:
    held = select(event_statements.c.statement_key)
    connection.execute(delete(statements).where(statements.c.key.not_in(held)))
