"""Units in this process, or shared out to several on this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from compare.batch.manifest import Unit
from compare.batch.work import do_unit, failed, keep
from compare.settings import Settings
from compare.sources import ReadOptions

Task = tuple[Unit, str]
TRIES = 3  # a unit in whose company a process died so often is listed as failed
# What tells the libraries how many threads to take.
THREADS = ("READOUTS_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def run_here(
    todo: list[Task], folder: Path, settings: Settings, options: ReadOptions
) -> Iterator[bool]:
    """Do the units one after another, and yield after each whether it was compared."""
    for unit, key in todo:
        yield do_unit(unit, key, folder, settings, options)


def run_in_processes(
    todo: list[Task], folder: Path, settings: Settings, options: ReadOptions, jobs: int
) -> Iterator[bool]:
    """Do the units in `jobs` processes; one that dies is replaced and its units tried again."""
    threads = str(max(1, (os.cpu_count() or 1) // jobs))
    before = {name: os.environ.get(name) for name in THREADS}
    os.environ.update(dict.fromkeys(THREADS, threads))  # the processes start with these
    tries: Counter[str] = Counter()
    try:
        while todo:
            todo = yield from _until_broken(todo, folder, settings, options, jobs)
            for unit, key in todo[: 2 * jobs]:
                tries[unit.id] += 1
                if tries[unit.id] >= TRIES:
                    reason = "the process died while at work on it; compare it alone to see why"
                    yield keep(failed(unit, key, reason), folder)
            todo = [task for task in todo if tries[task[0].id] < TRIES]
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _until_broken(
    todo: list[Task], folder: Path, settings: Settings, options: ReadOptions, jobs: int
) -> Generator[bool, None, list[Task]]:
    """Do units until none is left or a process dies; return what is left, those in work first."""
    pool = ProcessPoolExecutor(
        jobs, multiprocessing.get_context("spawn"), _start_worker, (os.getpid(),)
    )
    waiting = list(reversed(todo))
    working: dict[Future[bool], Task] = {}
    try:
        while waiting or working:
            while waiting and len(working) < 2 * jobs:
                unit, key = waiting[-1]
                future = pool.submit(do_unit, unit, key, folder, settings, options)
                working[future] = waiting.pop()
            for future in wait(working, return_when=FIRST_COMPLETED).done:
                result = future.result()
                del working[future]
                yield result
    except BrokenProcessPool:
        return [*working.values(), *reversed(waiting)]
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return []


def _start_worker(parent: int) -> None:
    """End this process when the one that started it is gone, even by kill -9."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent; it ends this one
    threading.Thread(target=watch, daemon=True).start()
