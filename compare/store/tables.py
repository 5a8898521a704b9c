"""The tables as the newest migration leaves them; compare/store/migrations makes them."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Integer, MetaData, String, Table, Text

metadata = MetaData()

events = Table(
    "events",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("about", Text, nullable=False),  # JSON: title, date, note, attribution
    Column("created", String(32), nullable=False),
)
tags = Table(
    "tags",
    metadata,
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("tag", String(400), primary_key=True),  # JSON
)
# Immutable: a trigger refuses every update.
statements = Table(
    "statements",
    metadata,
    Column("key", String(64), primary_key=True),  # SHA-256 of `payload`
    Column("payload", Text, nullable=False),  # JSON: text, sentences and all that is said of it
)
event_statements = Table(
    "event_statements",
    metadata,
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("statement_key", ForeignKey("statements.key"), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("added", String(32), nullable=False),
)
comparisons = Table(
    "comparisons",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    Column("a_key", String(64), nullable=False),
    Column("b_key", String(64), nullable=False),
    Column("signature_key", String(64), nullable=False),  # SHA-256 of the signature
    Column("payload", Text, nullable=False),  # JSON: the contract without its statements
    Column("created", String(32), nullable=False),
)
findings = Table(
    "findings",
    metadata,
    Column("comparison_id", ForeignKey("comparisons.id", ondelete="CASCADE"), primary_key=True),
    Column("finding_id", String(16), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("severity", Float, nullable=False),
)
# Append-only: a trigger refuses every update.
reviews = Table(
    "reviews",
    metadata,
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("finding_id", String(16), primary_key=True),
    Column("number", Integer, primary_key=True),  # 1, 2, 3 … of the finding
    Column("payload", Text, nullable=False),  # JSON: verdict, relation, note, author, time …
)
# The index of words: an FTS5 table on SQLite, a table with a tsvector on PostgreSQL.
search = Table(
    "search",
    metadata,
    Column("event_id", String(80)),
    Column("kind", String(16)),
    Column("ref", String(160)),
    Column("words", Text),
)
