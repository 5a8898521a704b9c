"""Kills writers with SIGKILL at many points, and looks at what they leave; run by test_kill.

    python -m tests.store.killer DATABASE ACTION POINTS

Each point is a child of its own. It kills itself before its n-th SQL statement, or before the n-th
COMMIT, so that every place in a transaction is met; for some points it is the parent that kills it,
wherever it is by then.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine, event, text

from compare.event import findings
from compare.store import Store, open_store
from compare.store.archive import export_event, import_event, read_archive
from compare.store.engine import database_url, make_engine, reading, writing
from compare.store.migrate import ensure_schema, revision
from compare.store.verdicts import draft

from .made import fill, pairs

KILLED: list[int] = []
OLD = Path(__file__).parent / "old" / "0001.sqlite"


def die_at(point: int) -> None:
    """Let this process kill itself before its n-th statement to the database."""
    left = point

    def count(*_: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)


def child(work: Callable[[], object], point: int) -> bool:
    """Do the work in a child that is killed at a point; return whether it came to its end."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            os.write(writer, b"x")
            if point > 0:
                die_at(point)
            work()
            code = 0
        finally:
            os._exit(code)
    os.read(reader, 1)
    os.close(reader)
    os.close(writer)
    if point < 0:
        # Wherever it is: a busy count of some microseconds, not a place that we know.
        for _ in range(-point):
            pass
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    if os.WIFSIGNALED(status):
        KILLED.append(point)
        assert os.WTERMSIG(status) == signal.SIGKILL
        return False
    assert os.WEXITSTATUS(status) == 0, "the child failed, it wasn't killed"
    return True


def sound(database: str) -> None:
    """Raise unless the database opens and holds together."""
    engine = make_engine(database_url(database))
    with reading(engine) as connection:
        if engine.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
            if revision(connection) == "0002":
                connection.execute(text("INSERT INTO search (search) VALUES ('integrity-check')"))
    engine.dispose()


def points(number: int) -> list[int]:
    rng = random.Random(20250212)
    inside = rng.sample(range(1, 3 * number), 2 * number // 3)
    return inside + [-rng.randrange(1, 2_000_000) for _ in range(number - len(inside))]


def imports(database: str, number: int) -> None:
    with open_store(database) as store:
        data = export_event(store, event_id := fill(store))
        store.delete_event(event_id)

    def work() -> None:
        with open_store(database) as store:
            import_event(store, read_archive(data))

    for point in points(number):
        ended = child(work, point)
        sound(database)
        with open_store(database) as store:
            there = [row.id for row in store.events()]
            assert there in ([], [event_id])
            assert there == [event_id] or not ended
            if there:
                assert export_event(store, event_id) == data
                store.delete_event(event_id)


def compares(database: str, number: int) -> None:
    """What `event compare` does with the database: keep each pair's comparison, then a review."""
    with open_store(database) as store:
        event_id = store.new_event("x")
        for item in (pairs()[0, 1].a, pairs()[0, 1].b, pairs()[0, 2].b):
            store.add_statement(event_id, item)
        before = export_event(store, event_id)

    def work() -> None:
        with open_store(database) as store:
            keep(store, event_id)

    for point in points(number):
        ended = child(work, point)
        sound(database)
        with open_store(database) as store:
            stored = store.event(event_id)
            kept = [
                found.comparison
                for i, j in pairs()
                for found in store.comparisons(stored, stored.statements[i], stored.statements[j])
            ]
            assert kept == list(pairs().values())[: len(kept)]
            assert len(kept) == 3 or not ended
            rows = store.reviews(event_id)
            assert not rows or len(kept) == 3
            assert rows or not ended
            store.delete_event(event_id)
            import_event(store, read_archive(before))


def keep(store: Store, event_id: str) -> None:
    stored = store.event(event_id)
    for (i, j), comparison in pairs().items():
        store.save_comparison(event_id, stored.statements[i], stored.statements[j], comparison)
    store.add_review(event_id, draft(pairs()[0, 1], findings(pairs()[0, 1])[0], "accept", "Ada"))


def migrates(database: str, number: int) -> None:
    def fresh() -> None:
        if "://" not in database:
            for path in Path(database).parent.glob(Path(database).name + "*"):
                path.unlink()
            Path(database).parent.mkdir(exist_ok=True)
            shutil.copy(OLD, database)
            return
        engine = make_engine(database_url(database))
        with writing(engine) as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        engine.dispose()

    def work() -> None:
        engine = make_engine(database_url(database))
        ensure_schema(engine)

    for point in points(number):
        fresh()
        child(work, point)
        sound(database)
        with open_store(database) as store:
            assert len(store.events()) == (0 if "://" in database else 1)
            assert "://" in database or len(store.search("fishermen")) == 2


if __name__ == "__main__":
    _, where, action, count = sys.argv
    {"import": imports, "compare": compares, "migrate": migrates}[action](where, int(count))
    # Most points must have met their child alive, or this shows nothing.
    assert len(KILLED) > int(count) / 3, f"only {len(KILLED)} of {count} children were killed"
    print("sound", count)
