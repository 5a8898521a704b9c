"""Bringing a database to this version's form: under a lock, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from compare.errors import StoreError
from compare.store.engine import reading, said, shown, writing

# The newest migration; a test holds it against the files.
HEAD = "0002"


def ensure_schema(engine: Engine) -> bool:
    """Migrate a database to `HEAD` if it isn't there; return whether anything was done.

    Two that come at once take turns: the lock of `writing` is held until the migration is
    committed. A killed migration leaves the database as it was.

    :raises StoreError: it is newer than this program, holds something else, or can't be opened
    """
    with reading(engine) as connection:
        if revision(connection) == HEAD:
            return False
    with writing(engine) as connection:
        found = revision(connection)
        if found == HEAD:
            return False
        _check(connection, found, shown(engine.url))
        _upgrade(connection, HEAD)
    return True


def revision(connection: Connection) -> str | None:
    """Return the migration that a database stands at; None for a database without one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return None if row is None else str(row[0])


def upgrade_to(engine: Engine, target: str) -> None:
    """Migrate a database to a given migration; only tests stop before `HEAD`."""
    with said(engine.url), writing(engine) as connection:
        _upgrade(connection, target)


def _check(connection: Connection, found: str | None, name: str) -> None:
    known = {
        path.name.split("_")[0]
        for path in (Path(__file__).parent / "migrations" / "versions").glob("[0-9]*.py")
    }
    if found is not None and found not in known:
        raise StoreError(
            f"{name} was written by a newer version of readout-compare (its form is {found!r}, "
            f"this version knows {HEAD!r}); upgrade with: pip install --upgrade readout-compare"
        )
    if found is None and inspect(connection).has_table("events"):
        raise StoreError(
            f"{name} holds a table 'events' that isn't ours; expected an empty database or one "
            "of readouts; choose another with --database"
        )


def _upgrade(connection: Connection, target: str) -> None:
    # Takes as long to import as all the rest, and is needed once a version.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, target)
