"""Work is done side by side, in order, on as many threads as may run."""

from __future__ import annotations

import threading

import pytest

from compare.embedding.sessions import side_by_side, threads


def test_the_environment_says_how_many_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUTS_THREADS", "3")
    assert threads() == 3
    for other in ("0", "", "many"):
        monkeypatch.setenv("READOUTS_THREADS", other)
        assert threads() >= 1


def test_results_keep_their_order_and_two_run_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUTS_THREADS", "2")
    both = threading.Barrier(2, timeout=20)

    def meet(item: int) -> int:
        both.wait()  # passes only if another thread is here too
        return item * item

    assert side_by_side(meet, [3, 1, 2, 5]) == [9, 1, 4, 25]


def test_one_thread_works_where_it_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUTS_THREADS", "1")
    here = threading.get_ident()
    assert side_by_side(lambda _: threading.get_ident() == here, [1, 2]) == [True, True]


def test_what_fails_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUTS_THREADS", "2")
    with pytest.raises(ZeroDivisionError):
        side_by_side(lambda item: 1 // item, [1, 0, 2])
