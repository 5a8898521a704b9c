"""Full-text search, the same on both databases: words are cut here, the database only looks up."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence

from sqlalchemy import Connection, select, text

from compare.errors import SettingError
from compare.model import Statement
from compare.store import tables
from compare.store.codec import statement_in

# A letter of a script without blanks between words is a word of its own.
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[{_CJK}]|[^\W_{_CJK}]+")
_TERM = re.compile(r'"([^"]*)"|(\S+)')
_LONGEST = 100  # letters of a word that count; no word is longer
_MOST = 10_000  # words of one entry that are indexed; PostgreSQL counts places up to 16,383


def words_of(body: str) -> list[str]:
    """Return the words of a text: lower case, without accents, at most `_MOST`."""
    # A lone surrogate has no form that a database could hold.
    plain = unicodedata.normalize("NFKD", body.encode("utf-8", "ignore").decode("utf-8"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [word[:_LONGEST] for word in _WORD.findall(plain.casefold())][:_MOST]


def parse_query(query: str) -> list[tuple[list[str], bool]]:
    """Return the terms of a query: their words in order, and whether the last one is a beginning.

    `peace talks` asks for both words, each also as the beginning of a longer one; `"peace talks"`
    asks for exactly these words in this order.

    :raises SettingError: there is no word in it
    """
    terms = []
    for exact, loose in _TERM.findall(query):
        words = words_of(exact or loose)
        if words:
            terms.append((words, not exact))
    if not terms:
        raise SettingError(
            f"nothing to search for in {query!r}; expected words, or a phrase in quotation marks"
        )
    return terms


def _sqlite_query(terms: Sequence[tuple[list[str], bool]]) -> str:
    return " AND ".join(
        '"' + " ".join(words) + '"' + ("*" if open_ else "") for words, open_ in terms
    )


def _postgres_query(terms: Sequence[tuple[list[str], bool]]) -> str:
    # Words hold letters and digits only, so nothing in them can end the quotation.
    return " & ".join(
        "("
        + " <-> ".join(
            f"'{word}'" + (":*" if open_ and at == len(words) else "")
            for at, word in enumerate(words, 1)
        )
        + ")"
        for words, open_ in terms
    )


def find(connection: Connection, query: str, limit: int) -> list[tuple[str, str, str]]:
    """Return (event, kind, reference) of what holds all terms, by event and place.

    :raises SettingError: there is no word in the query
    """
    terms = parse_query(query)
    if connection.dialect.name == "sqlite":
        sql = "SELECT event_id, kind, ref FROM search WHERE words MATCH :query"
        asked = _sqlite_query(terms)
    else:
        sql = "SELECT event_id, kind, ref FROM search WHERE words @@ CAST(:query AS tsquery)"
        asked = _postgres_query(terms)
    rows = connection.execute(text(sql), {"query": asked})
    found = sorted((str(event), str(kind), str(ref)) for event, kind, ref in rows)
    return found[:limit]


def index(connection: Connection, event_id: str, entries: Sequence[tuple[str, str, str]]) -> None:
    """Add entries of an event: kind, reference and text of each."""
    rows = []
    for kind, ref, body in entries:
        words = words_of(body)
        if not words:
            continue
        if connection.dialect.name == "sqlite":
            value = " ".join(words)
        else:
            value = " ".join(f"'{word}':{place}" for place, word in enumerate(words, 1))
        rows.append({"event_id": event_id, "kind": kind, "ref": ref, "words": value})
    if rows:
        value = ":words" if connection.dialect.name == "sqlite" else "CAST(:words AS tsvector)"
        connection.execute(
            text(
                "INSERT INTO search (event_id, kind, ref, words) "
                f"VALUES (:event_id, :kind, :ref, {value})"
            ),
            rows,
        )


def forget(connection: Connection, event_id: str, kind: str | None = None) -> None:
    """Take an event's entries out of the index, all or those of one kind."""
    rows = tables.search.delete().where(tables.search.c.event_id == event_id)
    if kind is not None:
        rows = rows.where(tables.search.c.kind == kind)
    connection.execute(rows)


def statement_entries(key: str, statement: Statement) -> list[tuple[str, str, str]]:
    """Return a statement's entries: one a sentence, and one for what is said of it."""
    about = " ".join((statement.title, statement.speaker, statement.source))
    return [
        ("statement", f"{key}:-1", about),
        *(
            ("statement", f"{key}:{at:06}", statement.sentence(at))
            for at in range(len(statement.sentences))
        ),
    ]


def event_entries(about: str, tags: Sequence[str]) -> list[tuple[str, str, str]]:
    """Return an event's own entry.

    :param about: as the table holds it
    :param tags: plain
    """
    return [("event", "", " ".join([*json.loads(about).values(), *tags]))]


def review_entry(finding: str, number: int, payload: str) -> tuple[str, str, str]:
    """Return a review's entry: its note and its author."""
    data = json.loads(payload)
    return ("review", f"{finding}:{number:06}", f"{data['note']} {data['author']}")


def index_all(connection: Connection) -> None:
    """Fill an empty index from the other tables."""
    for event_id, about in connection.execute(select(tables.events.c.id, tables.events.c.about)):
        of_event = tables.tags.c.event_id == event_id
        tags = [
            json.loads(tag)
            for (tag,) in connection.execute(select(tables.tags.c.tag).where(of_event))
        ]
        index(connection, event_id, event_entries(about, tags))
    joined = select(
        tables.event_statements.c.event_id, tables.statements.c.key, tables.statements.c.payload
    ).join(tables.statements, tables.statements.c.key == tables.event_statements.c.statement_key)
    for event_id, key, payload in connection.execute(joined):
        index(connection, event_id, statement_entries(key, statement_in(payload)))
    for event_id, finding, number, payload in connection.execute(select(tables.reviews)):
        index(connection, event_id, [review_entry(finding, number, payload)])
