"""Comparisons under way: whose turn it is, how far they are, and each made once."""

from __future__ import annotations

from threading import Event, Thread

import pytest

from compare.dashboard.gauge import Gauge, said
from compare.dashboard.jobs import Jobs
from compare.dashboard.turns import Turn
from compare.errors import InputError
from compare.model import Comparison
from tests.dashboard.test_reading import CROSSED


class Clock:
    """A clock that only moves when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


# What the engine tells of two long statements, in its order.
REPORTS = [
    *(("embedding A", 256, 3_000), ("embedding A", 3_000, 3_000), ("embedding B", 3_000, 3_000)),
    *(("counting words", 0, 1), ("sampling A", 512, 3_000), ("matching tokens", 0, 3_000)),
    *(("comparing spelling", 2_900, 3_000), ("reading pairs", 64, 9_000)),
    ("reading facts", 0, 3_000),
    *(
        ("reading facts", 2_900, 3_000),
        ("reading facts", 0, 3_000),
        ("reading facts", 2_900, 3_000),
        ("judging", 128, 2_000),
    ),
]


def test_the_share_only_grows_and_is_never_all_before_it_is_done() -> None:
    clock = Clock()
    gauge = Gauge(6_000, clock)
    assert (gauge.share, "waiting" in gauge.text) == (0.0, True)
    gauge.begin()
    shares = []
    for number, report in enumerate(REPORTS):
        gauge(*report)
        for _ in range(50 if number % 2 else 5):
            shares.append(gauge.share)
            clock.now += 1
    assert shares == sorted(shares)
    assert shares[0] < 0.02
    assert 0.5 < shares[-1] < 0.95
    clock.now += 10_000
    assert 0.95 < gauge.share < 1.0


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (("embedding B", 1_500, 3_000), "11% – reading the sentences of B"),
        (("reading facts", 0, 3_000), "57% – reading names, numbers and dates of A"),
        (("something new", 1, 2), "0% – comparing"),
    ],
)
def test_it_says_what_is_done(report: tuple[str, int, int], words: str) -> None:
    gauge = Gauge(6_000, Clock())
    gauge.begin()
    gauge(*report)
    assert gauge.text == words


def test_between_reports_it_goes_on_at_the_pace_so_far() -> None:
    clock = Clock()
    gauge = Gauge(6_000, clock)
    gauge.begin()
    clock.now += 50
    gauge("reading pairs", 0, 10_000)
    assert gauge.text.startswith("28% – reading likely counterparts together, about")
    clock.now += 20
    assert gauge.text.startswith("39% – reading likely counterparts together, about")
    clock.now += 500  # not beyond where the next step begins
    assert gauge.text.startswith("57% – reading likely counterparts together")
    gauge("judging", 500, 1_000)
    assert gauge.text.startswith("91% – judging what each pair of sentences says")


def test_a_comparison_without_reports_goes_on_to_the_end() -> None:
    clock = Clock()
    gauge = Gauge(600, clock)
    gauge.begin()
    for seconds, share in ((9, "50% – comparing"), (100, "99% – comparing")):
        clock.now += seconds
        assert gauge.text.startswith(share)


def test_a_time_left_is_said_as_people_say_it() -> None:
    assert [said(12.4), said(61), said(200)] == ["10 s", "60 s", "3 min"]


def test_a_comparison_is_made_once_and_a_failed_one_again() -> None:
    jobs, made = Jobs(kept=2), []

    def make(gauge: Gauge) -> Comparison:
        made.append(gauge)
        return CROSSED

    assert jobs.get("one", 2, make).result() is CROSSED
    assert jobs.get("one", 2, make).result() is CROSSED
    assert len(made) == 1
    for name in ("two", "three"):
        jobs.get(name, 2, make).result()
    jobs.get("one", 2, make).result()
    assert len(made) == 4  # it was asked for longest ago

    def fail(gauge: Gauge) -> Comparison:
        raise InputError("no such model")

    job = jobs.get("bad", 2, fail)
    assert job.wait(10)
    assert jobs.get("bad", 2, make) is job  # nobody has been told yet
    with pytest.raises(InputError, match="no such model"):
        job.result()
    assert jobs.get("bad", 2, make).result() is CROSSED


def test_a_long_piece_of_work_lends_its_turn_to_whoever_waits() -> None:
    turn, said_, waiting = Turn(), [], Event()

    def short() -> None:
        waiting.set()
        with turn:
            said_.append("short")

    with turn:
        turn.lend()  # nobody waits
        said_.append("long")
        thread = Thread(target=short)
        thread.start()
        assert waiting.wait(10)
        while len(said_) == 1:
            turn.lend()
        said_.append("long again")
    thread.join(10)
    assert said_ == ["long", "short", "long again"]
