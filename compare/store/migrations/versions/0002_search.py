"""Full-text search over statements, notes, titles and tags."""

from __future__ import annotations

from alembic import op

from compare.store.search import index_all

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index and fill it; it is made of what the other tables hold, so nothing is lost."""
    bind = op.get_bind()
    if bind.dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE search USING fts5("
            "event_id UNINDEXED, kind UNINDEXED, ref UNINDEXED, words, tokenize = 'unicode61')"
        )
    else:
        op.execute(
            "CREATE TABLE search (event_id varchar(80) NOT NULL REFERENCES events (id) "
            "ON DELETE CASCADE, kind varchar(16) NOT NULL, ref varchar(160) NOT NULL, "
            "words tsvector NOT NULL)"
        )
        op.execute("CREATE INDEX search_words ON search USING gin (words)")
        op.execute("CREATE INDEX search_events ON search (event_id)")
    index_all(bind)
