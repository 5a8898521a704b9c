"""How far a long piece of work is: one line on a terminal, with the time left."""

from __future__ import annotations

import sys
import time

_EVERY = 0.2  # seconds between two drawings


def clock(seconds: float) -> str:
    """Return a duration as a person says it: "12 s", "3 min", "2 h 5 min"."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


class ProgressLine:
    """Call it with what is done, how far, and out of how much; silent where nobody watches."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._what, self._began, self._first, self._drawn = "", 0.0, 0, 0.0

    def __call__(self, what: str, done: int, total: int) -> None:
        """Draw the line anew, if it is time."""
        if not self._shown:
            return
        now = time.monotonic()
        if what != self._what:
            self._what, self._began, self._first, self._drawn = what, now, done, 0.0
        if now - self._drawn < _EVERY and done < total:
            return
        self._drawn = now
        line = f"readouts: {what}, {100 * done // max(1, total)} %"
        if done > self._first and now - self._began > 1:
            left = (now - self._began) / (done - self._first) * (total - done)
            line += f", {clock(left)} left"
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        """Take the line away."""
        if self._shown and self._what:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._what = ""
