"""Comparisons in the tables: one a pair and signature, the old ones kept beside the new."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, insert, select

from compare.event.identity import findings as findings_of
from compare.model import Comparison, Signature
from compare.store import tables
from compare.store.codec import comparison_in, comparison_out, digest, signature_out
from compare.store.records import StoredComparison, StoredEvent, StoredStatement
from compare.store.tables import comparisons


def signature_key(signature: Signature) -> str:
    """Return the hash by which a signature is found."""
    return digest(signature_out(signature))


def save(
    connection: Connection,
    event_id: str,
    a: StoredStatement,
    b: StoredStatement,
    comparison: Comparison,
    created: str,
) -> bool:
    """Keep a comparison unless there is one of its signature; return whether it was new."""
    key = signature_key(comparison.signature)
    there = select(comparisons.c.id).where(
        comparisons.c.event_id == event_id,
        comparisons.c.a_key == a.key,
        comparisons.c.b_key == b.key,
        comparisons.c.signature_key == key,
    )
    if connection.execute(there).first() is not None:
        return False
    row = insert(comparisons).values(
        event_id=event_id,
        a_key=a.key,
        b_key=b.key,
        signature_key=key,
        payload=comparison_out(comparison),
        created=created,
    )
    number = connection.execute(row.returning(comparisons.c.id)).scalar_one()
    rows = {
        item.id: {
            "comparison_id": number,
            "finding_id": item.id,
            "kind": item.kind,
            "severity": item.severity,
        }
        for item in findings_of(comparison)
    }
    if rows:
        connection.execute(insert(tables.findings), list(rows.values()))
    return True


def read(
    connection: Connection, event: StoredEvent, a: StoredStatement, b: StoredStatement
) -> tuple[StoredComparison, ...]:
    """Return every comparison of a pair, the newest first."""
    return tuple(_stored(row, a, b) for row in _rows(connection, event.id, a.key, b.key))


def newest(
    connection: Connection, event: StoredEvent, a: StoredStatement, b: StoredStatement
) -> StoredComparison | None:
    """Return the newest comparison of a pair, or None."""
    rows = _rows(connection, event.id, a.key, b.key)
    return _stored(rows[0], a, b) if rows else None


def _rows(connection: Connection, event_id: str, a_key: str, b_key: str) -> list[Row[Any]]:
    wanted = (
        select(comparisons)
        .where(
            comparisons.c.event_id == event_id,
            comparisons.c.a_key == a_key,
            comparisons.c.b_key == b_key,
        )
        .order_by(comparisons.c.created.desc(), comparisons.c.id.desc())
    )
    return list(connection.execute(wanted))


def _stored(row: Row[Any], a: StoredStatement, b: StoredStatement) -> StoredComparison:
    comparison = comparison_in(row.payload, a.statement, b.statement)
    return StoredComparison(comparison, row.signature_key, row.created)


def newest_findings(connection: Connection) -> dict[str, set[str]]:
    """Return the finding ids of the newest comparison of every pair, by event."""
    rows = connection.execute(
        select(
            comparisons.c.id, comparisons.c.event_id, comparisons.c.a_key, comparisons.c.b_key
        ).order_by(comparisons.c.created, comparisons.c.id)
    )
    last = {(event, a, b): number for number, event, a, b in rows}
    owner = {number: event for (event, _, _), number in last.items()}
    found: dict[str, set[str]] = {}
    pairs = select(tables.findings.c.comparison_id, tables.findings.c.finding_id)
    for number, finding in connection.execute(pairs):
        if number in owner:
            found.setdefault(owner[number], set()).add(finding)
    return found
