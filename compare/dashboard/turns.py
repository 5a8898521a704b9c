"""Whose turn it is with the models: one at a time, first come first served."""

from __future__ import annotations

from threading import Condition
from types import TracebackType


class Turn:
    """A lock that is fair, and that a long piece of work lends to whoever waits.

    spaCy doesn't promise to be safe in threads. Its pipes may well be taken up in turns.
    """

    def __init__(self) -> None:
        self._changed = Condition()
        self._tickets, self._serving = 0, 0

    def __enter__(self) -> Turn:
        with self._changed:
            ticket = self._tickets
            self._tickets += 1
            self._changed.wait_for(lambda: self._serving == ticket)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._changed:
            self._serving += 1
            self._changed.notify_all()

    def lend(self) -> None:
        """Let everyone who waits by now go first; the caller holds the turn before and after."""
        with self._changed:
            if self._tickets == self._serving + 1:
                return
        self.__exit__(None, None, None)
        self.__enter__()
