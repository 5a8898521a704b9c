"""Events, statements, comparisons, findings, reviews and tags."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_FROZEN = ("statements", "reviews")


def upgrade() -> None:
    """Make the tables; a statement and a review can't be changed from then on."""
    op.create_table(
        "events",
        sa.Column("id", sa.String(80), primary_key=True),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("created", sa.String(32), nullable=False),
    )
    op.create_table(
        "tags",
        sa.Column("event_id", sa.String(80), _event(), primary_key=True),
        sa.Column("tag", sa.String(400), primary_key=True),
    )
    op.create_table(
        "statements",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_table(
        "event_statements",
        sa.Column("event_id", sa.String(80), _event(), primary_key=True),
        sa.Column(
            "statement_key", sa.String(64), sa.ForeignKey("statements.key"), primary_key=True
        ),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("added", sa.String(32), nullable=False),
        sa.UniqueConstraint("event_id", "position"),
    )
    op.create_index("statement_events", "event_statements", ["statement_key"])
    op.create_table(
        "comparisons",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("event_id", sa.String(80), _event(), nullable=False),
        sa.Column("a_key", sa.String(64), nullable=False),
        sa.Column("b_key", sa.String(64), nullable=False),
        sa.Column("signature_key", sa.String(64), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("created", sa.String(32), nullable=False),
        sa.UniqueConstraint("event_id", "a_key", "b_key", "signature_key"),
    )
    op.create_table(
        "findings",
        sa.Column(
            "comparison_id",
            sa.Integer,
            sa.ForeignKey("comparisons.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("finding_id", sa.String(16), primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("severity", sa.Float, nullable=False),
    )
    op.create_table(
        "reviews",
        sa.Column("event_id", sa.String(80), _event(), primary_key=True),
        sa.Column("finding_id", sa.String(16), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("payload", sa.Text, nullable=False),
    )
    for table in _FROZEN:
        _freeze(table)


def _event() -> sa.ForeignKey:
    return sa.ForeignKey("events.id", ondelete="CASCADE")


def _freeze(table: str) -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} are never changed'); END"
        )
        return
    op.execute(
        f"CREATE FUNCTION {table}_frozen() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{table} are never changed'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_frozen()"
    )
