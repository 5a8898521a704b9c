"""A whole event as one file, without loss: a zip of JSON and texts with checksums.

    manifest.json        the schema, and the SHA-256 and size of every other file
    event.json           title, date, note, tags, the order of the statements, times
    texts/KEY.txt        a statement's text, byte for byte (UTF-8)
    statements/KEY.json  what is said of the statement, and where its sentences stand
    comparisons/N.json   a comparison, as `readouts compare --format json` gives it
    reviews.json         every review, the old ones too

The same event gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select

from compare.contract import to_json
from compare.errors import ArchiveError, CompareError
from compare.model import Comparison
from compare.store import comparisons, events, reviews
from compare.store.codec import (
    canonical,
    digest,
    review_in,
    review_out,
    statement_in,
    statement_out,
)
from compare.store.engine import reading, writing
from compare.store.records import Review, StoredStatement
from compare.store.store import Store
from compare.store.tables import events as events_table
from compare.store.unpack import MAX_BYTES, Unpacked, pack, unpack

SCHEMA = "readouts/archive/1"


def export_event(store: Store, event_id: str) -> bytes:
    """Return an event as an archive.

    :raises StoreError: no such event
    :raises ArchiveError: it is larger than what an import would take
    """
    with reading(store.engine) as connection:
        event = events.read_event(connection, event_id)
        rows = [
            (i, j, row)
            for i, a in enumerate(event.statements)
            for j, b in enumerate(event.statements)
            if i != j
            for row in reversed(comparisons.read(connection, event, a, b))
        ]
        history = reviews.read(connection, event_id)
    rows.sort(key=lambda item: (item[2].created, item[0], item[1]))
    files: dict[str, bytes] = {}
    for stored in event.statements:
        about = json.loads(statement_out(stored.statement))
        files[f"texts/{stored.key}.txt"] = about.pop("text").encode("utf-8", "surrogatepass")
        files[f"statements/{stored.key}.json"] = _json(about)
    for number, (_, _, row) in enumerate(rows, 1):
        files[f"comparisons/{number}.json"] = to_json(row.comparison).encode(
            "utf-8", "surrogatepass"
        )
    everything = [review for finding in sorted(history) for review in history[finding]]
    files["reviews.json"] = _json([review_out(review) for review in everything])
    files["event.json"] = _json(
        {
            "id": event.id,
            "title": event.title,
            "date": event.date,
            "note": event.note,
            "attribution": event.attribution,
            "created": event.created,
            "tags": list(event.tags),
            "statements": [{"key": row.key, "added": row.added} for row in event.statements],
            "comparisons": [
                {"a": event.statements[i].key, "b": event.statements[j].key, "created": row.created}
                for i, j, row in rows
            ],
        }
    )
    listed = {
        name: {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
        for name, data in sorted(files.items())
    }
    if sum(map(len, files.values())) > MAX_BYTES:
        raise ArchiveError(
            f"{event_id} is over {MAX_BYTES // 1_000_000} MB; expected less; delete comparisons "
            "by deleting and adding the event anew"
        )
    return pack({"manifest.json": _json({"schema": SCHEMA, "files": listed}), **files})


@dataclass(frozen=True, slots=True)
class Archived:
    """An event as an archive holds it, checked, and not yet in a store."""

    texts: dict[str, str]  # id, title, date, note, attribution, created
    tags: list[str]
    statements: list[StoredStatement]
    pairs: list[tuple[str, str, str, Comparison]]  # keys of A and B, when it was made
    history: list[Review]


def read_archive(data: bytes) -> Archived:
    """Return what an archive holds.

    :raises ArchiveError: it is no archive, was changed, or is larger than an archive may be
    """
    files = unpack(data, SCHEMA)
    try:
        about = files.json("event.json")
        statements = [_statement(files, row) for row in about["statements"]]
        history = [review_in(row) for row in files.json("reviews.json")]
        pairs = [
            (row["a"], row["b"], row["created"], files.comparison(f"comparisons/{number}.json"))
            for number, row in enumerate(about["comparisons"], 1)
        ]
        texts = {
            key: about[key] for key in ("id", "title", "date", "note", "attribution", "created")
        }
        tags = [str(tag) for tag in about["tags"]]
        if not all(isinstance(text, str) for text in texts.values()) or not texts["title"]:
            raise TypeError("the event has no title")
        _check(statements, pairs, history)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, CompareError) as error:
        reason = str(error) if isinstance(error, CompareError) else repr(error)
        raise ArchiveError(
            f"the archive can't be read: {reason}; expected what 'readouts event export' wrote"
        ) from None
    return Archived(texts, tags, statements, pairs, history)


def import_event(store: Store, archived: Archived, event_id: str = "") -> str:
    """Put an archive's event into the store, whole or not at all, and return its id.

    :param event_id: what it shall be called here; its own id when empty
    :raises ArchiveError: there is an event of that id
    :raises StoreError: the id is none
    """
    texts = archived.texts
    name = events.check_id(event_id or texts["id"])
    with writing(store.engine) as connection:
        there = select(events_table.c.id).where(events_table.c.id == name)
        if connection.execute(there).first() is not None:
            raise ArchiveError(
                f"the event {name!r} is in this database already; delete it first, or import it "
                "under another id with --as"
            )
        payload = canonical({key: texts[key] for key in ("title", "date", "note", "attribution")})
        connection.execute(
            insert(events_table).values(id=name, about=payload, created=texts["created"])
        )
        events.write_tags(connection, name, archived.tags)
        for row in archived.statements:
            events.add_statement(connection, name, row.statement, row.added)
        stored = {row.key: row for row in archived.statements}
        for a, b, created, comparison in archived.pairs:
            comparisons.save(connection, name, stored[a], stored[b], comparison, created)
        for review in archived.history:
            reviews.write(connection, name, review)
    return name


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=True, indent=1, sort_keys=True) + "\n").encode("ascii")


def _statement(files: Unpacked, row: Any) -> StoredStatement:

    key = str(row["key"])
    about = dict(files.json(f"statements/{key}.json"))
    about["text"] = files.read(f"texts/{key}.txt").decode("utf-8", "surrogatepass")
    payload = canonical(about)
    if digest(payload) != key:
        raise ArchiveError(f"statement {key[:12]}… isn't what its name says")
    return StoredStatement(key, statement_in(payload), str(row["added"]))


def _check(statements: list[StoredStatement], pairs: Any, history: Any) -> None:
    """Raise ArchiveError where parts of an archive don't fit each other."""
    stored = {row.key: row.statement for row in statements}
    for a, b, created, comparison in pairs:
        if stored.get(a) != comparison.a or stored.get(b) != comparison.b or a == b:
            raise ArchiveError("a comparison is of other statements")
        if not isinstance(created, str):
            raise ArchiveError("a comparison has no time")
    numbers: dict[str, int] = {}
    for review in history:
        numbers[review.finding] = numbers.get(review.finding, 0) + 1
        if review.number != numbers[review.finding] or len(review.finding) > 16:
            raise ArchiveError(f"the reviews of finding {review.finding[:16]!r} are not in order")
