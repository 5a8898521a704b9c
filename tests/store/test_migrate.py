"""Opening: a new database, an old one, a newer one, and what is no database of ours."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from compare.errors import StoreError
from compare.store import migrate, open_store
from compare.store.engine import database_url, make_engine, reading, shown, writing
from compare.store.migrate import HEAD, ensure_schema, revision, upgrade_to
from compare.store.tables import metadata

from .made import FIRST, A, B, C, fill, pairs

ROOT = Path(__file__).parents[2]
OLD = Path(__file__).parent / "old"


def test_head_is_the_last_file() -> None:
    versions = Path(migrate.__file__).parent / "migrations" / "versions"
    assert max(path.name for path in versions.glob("0*.py")).split("_")[0] == HEAD


def test_the_tables_are_those_that_the_migrations_make(database: str) -> None:
    from sqlalchemy import inspect

    with open_store(database) as store:
        made = inspect(store.engine)
        for table in metadata.sorted_tables:
            columns = {column["name"] for column in made.get_columns(table.name)}
            assert columns == {column.name for column in table.columns}


def test_a_second_opening_changes_nothing(database: str) -> None:
    engine = make_engine(database_url(database))
    assert [ensure_schema(engine) for _ in range(3)] == [True, False, False]
    engine.dispose()


@pytest.mark.parametrize("name", sorted(path.name for path in OLD.glob("*.sqlite")))
def test_a_database_of_an_old_version_is_upgraded(name: str, tmp_path: Path) -> None:
    path = tmp_path / "readouts.sqlite"
    shutil.copy(OLD / name, path)
    with open_store(str(path)) as store:
        (listed,) = store.events()
        event = store.event(listed.id)
        assert [row.statement for row in event.statements] == [A, B, C]
        assert store.comparisons(event, *event.statements[1:])[0].comparison == pairs()[1, 2]
        assert len(store.reviews(event.id)[FIRST]) == 3
        assert len(store.search("fishermen")) == 2
        assert len(store.search("same men")) == 1
        with reading(store.engine) as connection:
            assert revision(connection) == HEAD


def test_an_old_postgresql_is_upgraded_too(postgres_server: str) -> None:
    import psycopg

    with psycopg.connect(postgres_server + "postgres", autocommit=True) as connection:
        connection.execute("CREATE DATABASE old")
    engine = make_engine(database_url(postgres_server + "old"))
    upgrade_to(engine, "0001")
    with writing(engine) as connection:
        connection.execute(text("INSERT INTO events VALUES ('x', '{\"title\": \"Kept\"}', 'then')"))
    assert ensure_schema(engine)
    with open_store(postgres_server + "old") as store, reading(store.engine) as connection:
        assert connection.execute(text("SELECT count(*) FROM search")).scalar_one() == 1
    engine.dispose()


def test_a_newer_one_is_refused_and_left_as_it_is(database: str) -> None:
    with open_store(database) as store:
        fill(store)
        with writing(store.engine) as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9001'"))
        with pytest.raises(StoreError) as caught, open_store(database):
            pass
        assert "was written by a newer version of readout-compare (its form is '9001'" in str(
            caught.value
        )
        assert "pip install --upgrade" in str(caught.value)
        with reading(store.engine) as connection:
            assert revision(connection) == "9001"


def test_someone_elses_tables_are_left_alone(database: str) -> None:
    engine = make_engine(database_url(database))
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE events (mine integer)"))
    with pytest.raises(StoreError, match="a table 'events' that isn't ours"):
        ensure_schema(engine)
    with reading(engine) as connection:
        connection.execute(text("SELECT mine FROM events"))
    engine.dispose()


def test_a_migration_that_fails_leaves_everything_as_it_was(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = make_engine(database_url(database))
    upgrade_to(engine, "0001")

    def broken(_: object) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr("compare.store.search.index_all", broken)
    with pytest.raises(RuntimeError):
        ensure_schema(engine)
    monkeypatch.undo()
    with reading(engine) as connection:
        assert revision(connection) == "0001"
    assert ensure_schema(engine)
    engine.dispose()


def test_eight_first_users_at_once_make_one_database(database: str) -> None:
    code = (
        "import sys\nfrom compare.store import open_store\nprint('ready', flush=True)\n"
        "sys.stdin.readline()\nwith open_store(sys.argv[1]) as store:\n"
        "    store.new_event('Same title')"
    )
    users = [
        subprocess.Popen(
            [sys.executable, "-c", code, database],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
        )
        for _ in range(8)
    ]  # fmt: skip
    for user in users:
        assert user.stdout is not None
        user.stdout.readline()
    for user in users:
        user.communicate("go\n")
    assert [user.returncode for user in users] == [0] * 8
    with open_store(database) as store:
        assert sorted(row.id for row in store.events()) == sorted(
            ["same-title", *(f"same-title-{number}" for number in range(2, 9))]
        )


def test_sqlite_has_its_safeguards_on(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "s.sqlite"
    with open_store(str(path)) as store, reading(store.engine) as connection:
        for pragma, value in {
            "foreign_keys": 1,
            "journal_mode": "wal",
            "busy_timeout": 60_000,
            "synchronous": 2,
        }.items():
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value
    assert stat.S_IMODE(path.parent.stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("mysql://x@y/z", "no database of the kind 'mysql'; expected a file's path"),
        ("sqlite://", "no database of the kind 'sqlite'"),
        ("://", "can't be read; expected a file's path"),
        ("{tmp}", "is a directory; expected a file"),
        ("{tmp}/text.txt", "is not a database; expected a database of readouts"),
        ("{tmp}/text.txt/x/y.sqlite", "can't be made"),
        ("{tmp}/" + "x" * 300, "can't be made: File name too long"),
        ("postgresql://u:secret@127.0.0.1:1/x", "expected a running server"),
    ],
)
def test_what_can_not_be_opened_is_said_in_one_line(given: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("This is no database at all, only text. " * 50)
    with pytest.raises(StoreError) as caught, open_store(given.format(tmp=tmp_path)):
        pass
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_damaged_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    with open_store(str(path)) as store:
        fill(store)
    data = bytearray(path.read_bytes())
    data[4096 : len(data) : 3] = b"\x55" * len(data[4096 : len(data) : 3])
    path.write_bytes(data)
    with pytest.raises(StoreError), open_store(str(path)) as store:
        store.events()


def test_the_environment_names_the_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READOUTS_DATABASE", str(tmp_path / "env.sqlite"))
    assert shown(database_url()) == str(tmp_path / "env.sqlite")
    assert shown(database_url(str(tmp_path / "other"))) == str(tmp_path / "other")
    monkeypatch.delenv("READOUTS_DATABASE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert shown(database_url()) == str(tmp_path / "readouts" / "readouts.sqlite")
    assert (
        shown(database_url("postgres://u:secret@h:5/n?sslmode=require"))
        == "postgresql://u:***@h:5/n"
    )
