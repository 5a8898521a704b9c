"""Comparisons that are being made: each once, in a thread of its own, for all sessions."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Event, Lock, Thread

from compare.dashboard.gauge import Gauge
from compare.model import Comparison


class Job:
    """One comparison, under way or done."""

    def __init__(self, gauge: Gauge) -> None:
        self.gauge = gauge
        self._done = Event()
        self._made: Comparison | None = None
        self._error: BaseException | None = None
        self._told = False

    def run(self, make: Callable[[Gauge], Comparison]) -> None:
        """Make it; what goes wrong is kept for whoever asks for the result."""
        try:
            self._made = make(self.gauge)
        except BaseException as error:
            self._error = error
        finally:
            self._done.set()

    def wait(self, seconds: float) -> bool:
        """Wait at most so long; return whether it is done, well or not."""
        return self._done.wait(seconds)

    @property
    def stale(self) -> bool:
        """Whether something went wrong, and someone has been told."""
        return self._told

    def result(self) -> Comparison:
        """Return the comparison once it is made.

        :raises CompareError: it can't be
        """
        self._done.wait()
        if self._made is None:
            self._told = True
            raise self._error or RuntimeError("a comparison came to nothing")
        return self._made


class Jobs:
    """Jobs by key; the ones that were asked for last are kept, and none that failed."""

    def __init__(self, kept: int) -> None:
        self._kept, self._lock = kept, Lock()
        self._jobs: OrderedDict[Hashable, Job] = OrderedDict()

    def get(self, key: Hashable, sentences: int, make: Callable[[Gauge], Comparison]) -> Job:
        """Return the job of a key, begun if there is none.

        :param sentences: of both statements together
        """
        with self._lock:
            job = self._jobs.get(key)
            if job is not None and not job.stale:
                self._jobs.move_to_end(key)
                return job
            job = self._jobs[key] = Job(Gauge(sentences))
            self._jobs.move_to_end(key)
            done = [name for name, other in self._jobs.items() if other.wait(0)]
            for name in done[: max(0, len(self._jobs) - self._kept)]:
                del self._jobs[name]
        # A daemon: stopping the server doesn't wait for it.
        Thread(target=job.run, args=(make,), name="comparison", daemon=True).start()
        return job
