"""Made tests/store/old/0001.sqlite: a database as the first version left it.

Run with `python -m tests.store.make_old` at the version that it is to be of; kept to show how.
"""

from __future__ import annotations

from pathlib import Path

from compare.store import Store, search
from compare.store.engine import database_url, make_engine
from compare.store.migrate import upgrade_to

from .made import fill


def make(path: Path) -> None:
    engine = make_engine(database_url(str(path)))
    upgrade_to(engine, "0001")
    search.index = lambda *_: None  # type: ignore[assignment]  # that version had no index
    search.forget = lambda *_: None  # type: ignore[assignment]
    store = Store.__new__(Store)
    store.engine = engine
    fill(store)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA journal_mode = DELETE")
    engine.dispose()


if __name__ == "__main__":
    make(Path(__file__).parent / "old" / "0001.sqlite")
