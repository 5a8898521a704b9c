"""How far a comparison is, in a share of the whole and in words."""

from __future__ import annotations

import time
from collections.abc import Callable

# Seconds a sentence on two cores, to begin with; then the pace is what it was so far.
_SENTENCE = 0.03
# Where each step of `compare()` begins, as a share of the time that all take with large statements
# (`python -m benchmarks.large 2500`). Of others the engine tells nothing.
_STEPS: dict[str, tuple[float, str]] = {
    "embedding A": (0.0, "reading the sentences of A"),
    "embedding B": (0.075, "reading the sentences of B"),
    "counting words": (0.135, "looking for counterparts"),
    "nearest to A": (0.135, "looking for counterparts"),
    "nearest to B": (0.14, "looking for counterparts"),
    "sharing words": (0.14, "looking for counterparts"),
    "sampling A": (0.145, "looking for counterparts"),
    "sampling B": (0.16, "looking for counterparts"),
    "matching tokens": (0.18, "looking for counterparts"),
    "comparing spelling": (0.205, "looking for counterparts"),
    "reading pairs": (0.22, "reading likely counterparts together"),
    "reading facts": (0.57, "reading names, numbers and dates of A"),
    "reading facts of B": (0.695, "reading names, numbers and dates of B"),
    "judging": (0.82, "judging what each pair of sentences says"),
}
_STARTS = [*sorted({start for start, _ in _STEPS.values()}), 1.0]
_MOST = 0.99  # shown before it is done


class Gauge:
    """Call it with what is done, how far, and out of how much; ask it from another thread."""

    def __init__(self, sentences: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Expect a comparison of so many sentences, both sides together."""
        self._expected = max(1.0, sentences * _SENTENCE)
        self._clock = clock
        self._began: float | None = None  # None: it waits for its turn
        self._at, self._since, self._ceiling = 0.0, 0.0, 0.0
        self._pace = 1 / self._expected  # share a second
        self._what, self._of_b, self._done = "", False, 0

    def begin(self) -> None:
        """Say that work has begun."""
        self._began = self._since = self._clock()
        self._ceiling = _MOST
        self._what = "comparing"

    def __call__(self, what: str, done: int, total: int) -> None:
        """Note a step of the engine; of one that isn't known, nothing is noted."""
        if what == "reading facts":
            self._of_b = self._of_b or done < self._done
            self._done = done
            what = "reading facts of B" if self._of_b else what
        if what not in _STEPS:
            return
        start, words = _STEPS[what]
        end = next(at for at in _STARTS if at > start)
        # What has been shown is never taken back.
        self._at = max(self.share, start + (end - start) * done / max(1, total))
        self._since, self._what, self._ceiling = self._clock(), words, end
        spent = self._since - (self._began or self._since)
        if self._at > 0.05 and spent > 1:
            self._pace = self._at / spent

    @property
    def share(self) -> float:
        """How much of the work is done, [0, 1]; between reports it grows at the pace so far."""
        if self._began is None:
            return 0.0
        here = self._at + (self._clock() - self._since) * self._pace
        return min(_MOST, max(self._at, min(self._ceiling, here)))

    @property
    def text(self) -> str:
        """What is being done and how far it is: `35 % – reading facts, about 2 min left`."""
        if self._began is None:
            return "waiting until another comparison makes room"
        share = self.share
        spent = self._clock() - self._began
        left = spent / share - spent if share > 0.1 and spent > 5 else 0.0
        return f"{share:.0%} – {self._what}" + (f", about {said(left)} left" if left >= 5 else "")


def said(seconds: float) -> str:
    """Return a length of time as a person says it: `40 s`, `3 min`."""
    if seconds < 90:
        return f"{5 * round(seconds / 5):.0f} s"
    return f"{round(seconds / 60)} min"
