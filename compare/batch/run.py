"""Run a batch: what is done already is left alone, the rest is shared out, then tables are made."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from compare.batch.local import run_here, run_in_processes
from compare.batch.manifest import Unit
from compare.batch.tables import need_parquet, write_tables
from compare.batch.work import read_outcome, unit_file, unit_key
from compare.errors import OutputError
from compare.pipeline import signature
from compare.settings import Settings
from compare.sources import ReadOptions

Report = Callable[[int, int], None]  # how many units are done, out of how many
Task = tuple[Unit, str]  # a unit and its key


@dataclass(frozen=True, slots=True)
class BatchDone:
    """What a run did."""

    units: int
    made: int  # compared or tried in this run; the others were there
    failed: int  # of all units


def run_batch(
    units: tuple[Unit, ...],
    folder: Path,
    settings: Settings | None = None,
    options: ReadOptions | None = None,
    *,
    jobs: int = 1,
    ray: str | None = None,
    retry: bool = False,
    report: Report = lambda done, total: None,
) -> BatchDone:
    """Compare all units and write `units/`, `comparisons.jsonl`, the Parquet tables and the rest.

    A unit that was done with the same sources and settings is not done again, however the run
    before it ended; so a run that was stopped is taken up by the same call.

    :param jobs: processes
    :param ray: address of a Ray cluster, or "local"; goes before `jobs`
    :param retry: try again what failed before
    :raises OutputError: the folder can't be written, or another run is at work in it
    :raises ModelError: a model can't be had
    :raises SettingError: the extra `batch` or `ray` isn't installed
    """
    settings, options = settings or Settings(), options or ReadOptions()
    need_parquet()
    made_by = signature(settings)
    with _locked(folder):
        tasks = [(unit, unit_key(unit, made_by.short())) for unit in units]
        todo = [task for task in tasks if not _is_done(task, folder, retry)]
        before = len(tasks) - len(todo)
        _sweep(folder)
        report(before, len(tasks))
        steps = _steps(todo, folder, settings, options, jobs, ray)
        for count, _ in enumerate(steps, 1):
            report(before + count, len(tasks))
        failures = write_tables(tasks, folder, made_by)
    return BatchDone(len(tasks), len(todo), failures)


def _steps(
    todo: list[Task],
    folder: Path,
    settings: Settings,
    options: ReadOptions,
    jobs: int,
    ray: str | None,
) -> Iterator[bool]:
    if ray is not None:
        from compare.batch.cluster import run_on_ray

        return run_on_ray(todo, folder, settings, options, ray)
    if jobs > 1 and len(todo) > 1:
        return run_in_processes(todo, folder, settings, options, min(jobs, len(todo)))
    return run_here(todo, folder, settings, options)


def _is_done(task: Task, folder: Path, retry: bool) -> bool:
    unit, key = task
    found = read_outcome(unit_file(folder, unit.id))
    return found is not None and found["key"] == key and not (retry and found["error"])


def _sweep(folder: Path) -> None:
    """Take away what a killed run had half-written; the lock says that none is at work."""
    for rest in folder.glob("units/*/.*"):
        rest.unlink(missing_ok=True)
    for rest in folder.glob(".tables.*"):
        shutil.rmtree(rest, ignore_errors=True)


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the folder for this run; a run that is killed lets go of it by itself.

    :raises OutputError: it can't be written, or another run holds it
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stream: IO[Any] = (folder / ".lock").open("w")
    except OSError as error:
        raise OutputError(
            f"{folder} can't be written: {error.strerror}; expected a folder that you may write "
            "to; choose another with -o"
        ) from None
    with stream:
        try:
            import fcntl
        except ImportError:  # Windows: two runs at once are not told apart
            yield
            return
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise OutputError(
                f"another batch is at work in {folder}; expected a folder of its own for each; "
                "wait for it, or choose another with -o"
            ) from None
        yield
