"""Which database, and a connection to it: SQLite with its safeguards on, or PostgreSQL."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from compare.errors import StoreError
from compare.store.variable import VARIABLE

# Seconds that a writer waits for another one. A write takes milliseconds; a migration of a large
# database takes seconds.
BUSY_SECONDS = 60
_LOCK = 0x52454144  # "READ", the number of PostgreSQL's lock for us


def default_path() -> Path:
    """Return where the database is when nobody says: the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("readouts", appauthor=False) / "readouts.sqlite"


def database_url(given: str | None = None) -> URL:
    """Return the URL of a database: what is given, else READOUTS_DATABASE, else the default.

    :param given: a file's path, `sqlite:///path` or `postgresql://user@host/name`
    :raises StoreError: a URL of another kind, or none
    """
    name = given or os.environ.get(VARIABLE) or str(default_path())
    if "://" not in name:
        return URL.create("sqlite", database=str(Path(name).expanduser()))
    try:
        url = make_url(name)
    except ArgumentError:
        raise StoreError(
            "the database's URL can't be read; expected a file's path or "
            "postgresql://user@host/name"
        ) from None
    backend = url.get_backend_name()
    if backend == "postgresql" or url.drivername == "postgres":
        return url.set(drivername="postgresql+psycopg")
    if backend == "sqlite" and url.database and url.database != ":memory:":
        return URL.create("sqlite", database=url.database)
    raise StoreError(
        f"no database of the kind {url.drivername!r}; expected a file's path or "
        "postgresql://user@host/name"
    )


def is_named(given: str | None = None) -> bool:
    """Return whether someone says which database: by what is given, or READOUTS_DATABASE."""
    return bool(given or os.environ.get(VARIABLE))


def shown(url: URL) -> str:
    """Return a database's name for people: without its password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return url.set(drivername="postgresql", query={}).render_as_string(hide_password=True)


def make_engine(url: URL, *, make: bool = True) -> Engine:
    """Return the engine of a database.

    :param make: whether a SQLite file may be made, with its folder, when it isn't there
    :raises StoreError: there is no such file, it can't be made, or the driver isn't installed
    """
    if url.get_backend_name() == "sqlite":
        _check_file(Path(str(url.database)), make)
        engine = create_engine(
            url, poolclass=NullPool, connect_args={"timeout": BUSY_SECONDS, "isolation_level": None}
        )
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return engine
    try:
        return create_engine(
            url, pool_pre_ping=True, connect_args={"connect_timeout": 10, "client_encoding": "utf8"}
        )
    except ImportError:
        raise StoreError(
            "PostgreSQL needs a driver that isn't installed; "
            "install it with: pip install 'readout-compare[postgres]'"
        ) from None


def _check_file(path: Path, make: bool) -> None:
    """Make the folder of a database's file, or raise StoreError where the file can't be one."""
    try:
        if path.is_dir():
            raise StoreError(f"{path} is a directory; expected a file, such as {path}/events.db")
        if not make and not path.exists():
            raise StoreError(
                f"there is no database {path}; expected one that is there; check --database or "
                f"{VARIABLE}, or make it with: readouts event new TITLE"
            )
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"{path} can't be made: {error.strerror or error}; "
            f"expected a place that you may write to; choose one with --database or {VARIABLE}"
        ) from None


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    """Set what holds for one connection only, and write-ahead logging for good."""
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA foreign_keys = ON")
    if cursor.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        # SQLite doesn't wait for a lock here, so two first users have to take turns themselves.
        end = time.monotonic() + BUSY_SECONDS
        while True:
            try:
                cursor.execute("PRAGMA journal_mode = WAL")
                break
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > end:
                    raise
                time.sleep(0.02)
    cursor.execute("PRAGMA synchronous = FULL")  # a review that was confirmed survives a power cut
    cursor.close()


def _begin(connection: Connection) -> None:
    # Python's driver begins late and doesn't wait for its turn; a writer takes the lock at once.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection in one transaction that sees one state of the database.

    :raises StoreError: the database can't be read
    """
    with said(engine.url), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection in one transaction that is kept whole or not at all.

    Writers take turns, on PostgreSQL too: a write takes milliseconds, and two events that share a
    statement, or want the same id, can't get in each other's way.

    :raises StoreError: the database can't be written
    """
    with (
        said(engine.url),
        engine.connect().execution_options(writes=True) as connection,
        connection.begin(),
    ):
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        yield connection


@contextmanager
def said(url: URL) -> Iterator[None]:
    """Turn the database's errors into one line that says what to do.

    :raises StoreError: in place of any error of SQLAlchemy or a driver
    """
    try:
        yield
    except DBAPIError as error:
        raise _explained(url, " ".join(str(error.orig).split())) from None
    except sqlite3.Error as error:  # from `_prepare`, outside SQLAlchemy
        raise _explained(url, str(error)) from None
    except SQLAlchemyError as error:
        raise StoreError(
            f"{shown(url)}: {' '.join(str(error).split())[:200]}; expected a database of readouts"
        ) from None


def _explained(url: URL, reason: str) -> StoreError:
    hints = (
        ("locked", "another program is writing to it; try again"),
        ("not a database", "expected a database of readouts; choose another with --database"),
        ("malformed", "the file is damaged; restore a copy, or import your exported events anew"),
        ("readonly", "expected a file that you may write to; choose another with --database"),
        ("unable to open", "expected a file that you may write to; choose another --database"),
        ("disk is full", "expected room on the disk; make some and try again"),
        ("password", "expected the right user and password in the URL"),
        ("onnect", "expected a running server; check host, port and name in the URL"),
    )
    hint = next((told for sign, told in hints if sign in reason), "expected a database of readouts")
    return StoreError(f"{shown(url)}: {reason[:300]}; {hint}")
