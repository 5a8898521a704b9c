"""Units on a Ray cluster: sources are read here, compared there, and written here."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from compare.batch.local import THREADS
from compare.batch.manifest import Unit
from compare.batch.work import Outcome, compared, failed, keep, read_sides
from compare.errors import SettingError
from compare.model import Statement
from compare.settings import Settings
from compare.sources import ReadOptions

Task = tuple[Unit, str]
IN_WORK = 4  # units under way for each processor of the cluster
RETRIES = 5  # of a unit whose worker or node was lost


def run_on_ray(
    todo: list[Task], folder: Path, settings: Settings, options: ReadOptions, address: str
) -> Iterator[bool]:
    """Do the units on a cluster, and yield after each whether it was compared.

    Each worker process of Ray loads the models once and keeps them. A unit whose worker is lost is
    given to another one.

    :param address: of a running cluster, or "local" for one of this machine's own
    :raises SettingError: Ray isn't installed, or there is no cluster
    """
    try:
        library: Any = import_module("ray")
    except ImportError:
        raise SettingError(
            "Ray is not installed, expected the extra 'ray'; "
            "run: pip install 'readout-compare[ray]'"
        ) from None
    ours = not library.is_initialized()
    if ours:
        try:
            environment = {"env_vars": dict.fromkeys(THREADS, "1")}
            library.init(address, runtime_env=environment, log_to_driver=False)
        except (ConnectionError, ValueError, RuntimeError) as error:
            reason = str(error).strip().splitlines()[0]
            raise SettingError(
                f"no Ray cluster at {address!r}: {reason}; expected its address, or 'local'"
            ) from None
    remote: Any = library.remote(num_cpus=1, max_retries=RETRIES)(_compared)
    try:
        working: dict[Any, Task] = {}
        waiting = iter(todo)
        limit = max(2, IN_WORK * int(library.cluster_resources().get("CPU", 1)))
        while True:
            while len(working) < limit and (task := next(waiting, None)) is not None:
                unit, key = task
                try:
                    sides = read_sides(unit, options)
                except Exception as error:
                    yield keep(failed(unit, key, error), folder)
                    continue
                working[remote.remote(unit, key, sides, settings)] = task
            if not working:
                return
            done, _ = library.wait(list(working), num_returns=1)
            unit, key = working.pop(done[0])
            try:
                outcome: Outcome = library.get(done[0])
            except library.exceptions.RayError as error:
                outcome = failed(unit, key, str(error).strip().splitlines()[0])
            yield keep(outcome, folder)
    finally:
        if ours:
            library.shutdown()


def _compared(
    unit: Unit, key: str, sides: tuple[Statement, Statement], settings: Settings
) -> Outcome:
    return compared(unit, key, sides, settings)
