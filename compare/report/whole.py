"""An event with its comparisons and reviews as a board: what the command and the page both show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.event.overview import Overview, overview
from compare.insight.records import Insight
from compare.model import Comparison
from compare.report.board import Board, make_board
from compare.report.board_render import Whole
from compare.report.decisions import decisions
from compare.report.words import LETTERS
from compare.store.records import Review, StoredEvent
from compare.store.verdicts import corrected, progress


def event_board(
    event: StoredEvent,
    made: Mapping[tuple[int, int], Comparison],
    history: Mapping[str, Sequence[Review]],
    insight: Insight | None = None,
    claims: Overview | None = None,
) -> tuple[Board, Whole]:
    """Return an event as a board, reviews counted, and what its JSON is made of.

    :param made: a comparison for every pair of places, as the program made it
    :param claims: the overview, where it is there already
    """
    statements = [row.statement for row in event.statements]
    pairs = {at: corrected(item, history) for at, item in made.items()}
    claims = claims or overview(statements, pairs)
    decided = {
        (i, j): decisions(item, history, (LETTERS[i], LETTERS[j])) for (i, j), item in made.items()
    }
    board = make_board(
        event.title,
        statements,
        pairs,
        claims,
        date=event.date,
        about=[event.note, event.attribution, " ".join(f"#{tag}" for tag in event.tags)],
        decided=decided,
        reviewed={at: progress(item, history) for at, item in made.items()},
        insight=insight,
    )
    of_event = {"id": event.id, "title": event.title, "date": event.date}
    return board, (of_event, statements, pairs, claims, decided)
