"""Models once a process, comparisons once a pair of statements and settings: for all sessions."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from contextlib import suppress
from itertools import combinations

from compare.dashboard.caching import shared
from compare.dashboard.gauge import Gauge
from compare.dashboard.jobs import Job, Jobs
from compare.dashboard.library import History, Shown, store
from compare.dashboard.reviewing import Desk, make_desk
from compare.dashboard.turns import Turn
from compare.errors import StoreError
from compare.event.overview import Overview
from compare.insight.records import Heat, Insight
from compare.model import Comparison, Statement
from compare.settings import Settings
from compare.store.records import StoredStatement

_KEPT = 64  # comparisons in memory; a long one is a few MB
Version = tuple[tuple[str, int], ...]  # reviews as they are: of each finding, how many


@shared(kept=1)
def turn() -> Turn:
    """Return the turn with the models, one for all sessions."""
    return Turn()


@shared(kept=1)
def _jobs() -> Jobs:
    return Jobs(_KEPT)


def job(shown: Shown, pair: tuple[int, int], settings: Settings) -> Job:
    """Return the work on a comparison, begun if it isn't yet.

    :param pair: places in the event; the first one is A
    """
    a, b = (shown.event.statements[place] for place in pair)
    kept = store() if shown.stored else None

    def make(gauge: Gauge) -> Comparison:
        from compare.pipeline import compare, signature

        def progress(what: str, done: int, total: int) -> None:
            gauge(what, done, total)
            turn_.lend()

        with turn_:
            gauge.begin()
            found = kept.comparison(shown.event, a, b, signature(settings)) if kept else None
            found = found or compare(a.statement, b.statement, settings, progress)
        if kept is not None:  # at once: whoever asked for it may have gone elsewhere
            with suppress(StoreError):  # deleted meanwhile
                kept.save_comparison(shown.event.id, a, b, found)
        return found

    turn_ = turn()
    sentences = len(a.statement.sentences) + len(b.statement.sentences)
    return _jobs().get((a.key, b.key, settings), sentences, make)


def comparison(shown: Shown, pair: tuple[int, int], settings: Settings) -> Comparison:
    """Return the comparison of two statements of an event, as the program made it.

    It is made once for these statements and settings, and kept in the store with its event.

    :param pair: places in the event; the first one is A
    :raises CompareError: it can't be done
    """
    found = job(shown, pair, settings).result()
    _settled(settings.embedder)
    if shown.stored:
        a, b = (shown.event.statements[place] for place in pair)
        _kept(shown.event.id, shown.event.created, a.key, b.key, settings, found)
    return found


def pairs(shown: Shown, settings: Settings) -> dict[tuple[int, int], Comparison]:
    """Return the comparison of every two statements of an event.

    :raises CompareError: it can't be done
    """
    return {pair: comparison(shown, pair, settings) for pair in places(shown)}


def places(shown: Shown) -> list[tuple[int, int]]:
    """Return every two statements of an event, by their places in it."""
    return list(combinations(range(len(shown.event.statements)), 2))


@shared(kept=8)
def _settled(embedder: str) -> bool:
    """Leave what is loaded by now out of garbage collections, and return True.

    Streamlit collects after every run. Going through the models' objects took two thirds of a
    rerun's processor time (`python -m benchmarks.dashboard_load --sessions 1`); they stay anyway.
    """
    gc.collect()
    gc.freeze()
    return True


@shared(kept=_KEPT * 4)
def _kept(
    event: str, created: str, a_key: str, b_key: str, settings: Settings, _found: Comparison
) -> bool:
    rows = [StoredStatement(key, side, "") for key, side in ((a_key, _found.a), (b_key, _found.b))]
    try:
        return store().save_comparison(event, rows[0], rows[1], _found)
    except StoreError:
        return False  # deleted meanwhile; whoever asks for the event next is told


def version(history: History) -> Version:
    """Return what changes whenever a review is added."""
    return tuple((finding, len(rows)) for finding, rows in sorted(history.items()))


def desk(shown: Shown, pair: tuple[int, int], settings: Settings) -> Desk:
    """Return a comparison with its reviews, as the page shows it.

    :raises CompareError: it can't be done
    """
    made = comparison(shown, pair, settings)
    a, b = (shown.event.statements[place].key for place in pair)
    # An event that is deleted and comes back begins anew: so the time is in the key.
    key = (shown.event.id, shown.event.created, a, b)
    return _desk(key, settings, version(shown.history), made, shown.history)


@shared(kept=32)
def _desk(
    key: tuple[str, ...],
    settings: Settings,
    reviews: Version,
    _made: Comparison,
    _history: History,
) -> Desk:
    return make_desk(_made, _history)


def dwelt_on(statements: Sequence[StoredStatement], settings: Settings) -> Insight:
    """Return what the statements dwell on.

    :raises ModelError: a model can't be had
    """
    keys = tuple(row.key for row in statements)
    return _insight(keys, settings.embedder, [row.statement for row in statements])


@shared(kept=16)
def _insight(keys: tuple[str, ...], embedder: str, _statements: list[Statement]) -> Insight:
    from compare.insight.tables import insight

    with turn():
        return insight(_statements, embedder)


def similarities(a: StoredStatement, b: StoredStatement, settings: Settings) -> Heat | None:
    """Return the similarity of every two sentences; None where there are too many for a picture.

    :raises ModelError: the model can't be had
    """
    return _heat(a.key, b.key, settings.embedder, a.statement, b.statement)


@shared(kept=_KEPT)
def _heat(a_key: str, b_key: str, embedder: str, _a: Statement, _b: Statement) -> Heat | None:
    from compare.insight.heat import heat

    with turn():
        return heat(_a, _b, embedder)


def claims(shown: Shown, made: dict[tuple[int, int], Comparison], settings: Settings) -> Overview:
    """Return what all statements of an event say, claim by claim, reviews counted."""
    key = tuple(row.key for row in shown.event.statements)
    return _claims(key, settings, version(shown.history), shown, made)


@shared(kept=16)
def _claims(
    keys: tuple[str, ...],
    settings: Settings,
    reviews: Version,
    _shown: Shown,
    _made: dict[tuple[int, int], Comparison],
) -> Overview:
    from compare.event.overview import overview
    from compare.store.verdicts import corrected

    statements = [row.statement for row in _shown.event.statements]
    return overview(statements, {at: corrected(one, _shown.history) for at, one in _made.items()})
