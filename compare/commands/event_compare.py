"""`readouts event compare` and `event gold`: all pairs, the overview, and what reviews teach."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from compare.commands.event_shared import Database, EventId, opened
from compare.commands.extras import extras_for
from compare.commands.shared import (
    CrossEncoder,
    DivergenceThreshold,
    Embedder,
    Format,
    LinkThreshold,
    Output,
    check_output,
    emit,
    format_name,
    note,
    terminal,
)
from compare.errors import InputError
from compare.output import write_file
from compare.report.words import LETTERS, counted
from compare.settings import settings_from

if TYPE_CHECKING:
    from compare.store.records import Review
    from compare.store.work import ComparedEvent


def compare_command(
    event: EventId,
    pair: Annotated[
        str | None,
        typer.Option(
            help="Report on two statements, as A-C. [default: all, or the two that there are]",
            show_default=False,
        ),
    ] = None,
    as_made: Annotated[
        bool, typer.Option("--as-made", help="Leave the reviews out of the report.")
    ] = False,
    format: Format = None,
    output: Output = None,
    embedder: Embedder = None,
    cross_encoder: CrossEncoder = None,
    link_threshold: LinkThreshold = None,
    divergence_threshold: DivergenceThreshold = None,
    database: Database = None,
) -> None:
    """Compare all statements of an event, pair by pair, and report on them.

    What was compared with the same settings and models is taken from the database. With three or
    more statements the report is the overview: each claim, and what each statement says to it.
    Reviews count in it; JSON of a pair is always as the program made it.

    \b
    Examples:
      readouts event compare 2026-05-01-call
      readouts event compare 2026-05-01-call -o overview.html
      readouts event compare 2026-05-01-call --pair A-C -o report.docx
    """
    chosen = format_name(format, output)
    settings = settings_from(
        embedder=embedder,
        cross_encoder=cross_encoder,
        link_threshold=link_threshold,
        divergence_threshold=divergence_threshold,
    )
    from compare.store.work import compared_event

    with opened(database) as store:
        check_output(output, (store.name,))
        count = len(store.event(event).statements)
        places = _places(pair, count)
        if count < 2:
            raise InputError(
                f"{event} holds {count} statement{'s' * (count != 1)}; expected two or more; add "
                f"one with: readouts event add {event} FILE"
            )
        found = compared_event(store, event, settings, _progress)
        history = {} if as_made else store.reviews(event)
    there = len(found.pairs) - found.made
    note(f"{counted(found.made, 'pair')} compared now, {there} taken from the database")
    places = places or ((0, 1) if count == 2 else None)
    width, colour = terminal(output)
    if places is None:
        emit(_overview(found, history, chosen, width, colour), output)
        return
    from compare.report import notes, render_bytes

    comparison = found.pairs[places]
    letters = (LETTERS[places[0]], LETTERS[places[1]])
    for line in notes(comparison, letters):
        note(line)
    extras = extras_for(comparison, chosen, history, letters)
    emit(render_bytes(comparison, chosen, width=width, colour=colour, extras=extras), output)


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        note(f"comparing pair {done + 1} of {total}")


def _places(pair: str | None, count: int) -> tuple[int, int] | None:
    if pair is None:
        return None
    letters = re.fullmatch(r"([A-X])[-+, ]*([A-X])", pair.upper().strip())
    places = sorted({ord(letter) - 65 for letter in letters.groups()}) if letters else []
    if len(places) != 2 or places[1] >= count:
        last = chr(64 + count) if count else "none"
        raise InputError(f"{pair!r} is no pair; expected two letters from A to {last}, as A-B")
    return places[0], places[1]


def _overview(
    found: ComparedEvent,
    history: dict[str, tuple[Review, ...]],
    format: str,
    width: int,
    colour: bool,
) -> bytes:
    from compare.report.board_render import render_board
    from compare.report.whole import event_board

    insights = None
    if format not in ("json", "csv"):
        from compare.insight.tables import insight

        embedder = str(next(iter(found.pairs.values())).signature.settings["embedder"])
        insights = insight([row.statement for row in found.event.statements], embedder)
    board, whole = event_board(found.event, found.pairs, history, insights)
    return render_board(board, format, json=whole, width=width, colour=colour)


def gold_command(
    events: Annotated[list[str], typer.Argument(help="The events' ids.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder for the gold pairs.")
    ] = Path("gold"),
    with_open: Annotated[
        bool,
        typer.Option("--with-open", help="Take what nobody reviewed for right, and say so in it."),
    ] = False,
    database: Database = None,
) -> None:
    """Write reviewed comparisons as gold pairs, for `readouts evaluate pairs` and for retraining.

    A pair is written when each of its findings has been reviewed.

    \b
    Examples:
      readouts event gold 2026-05-01-call -o reviewed
      readouts evaluate pairs reviewed
    """
    from compare.evaluation.reviewed import gold_json, unreviewed

    written: dict[str, str] = {}
    with opened(database) as store:
        for name in events:
            event = store.event(name)
            history = store.reviews(name)
            for a, b in event.pairs():
                newest = store.comparisons(event, a, b)[:1]
                if not newest:
                    note(f"{name}: a pair was not compared yet; readouts event compare {name}")
                    continue
                letters = [chr(97 + event.statements.index(row)) for row in (a, b)]
                pair_id = f"{name}-{''.join(letters)}"
                left = unreviewed(newest[0].comparison, history)
                if left and not with_open:
                    note(f"{pair_id}: {counted(left, 'finding')} open; review, or give --with-open")
                    continue
                written[f"{pair_id}.json"] = gold_json(
                    pair_id, event.title, newest[0].comparison, history
                )
    if not written:
        raise InputError(
            "no pair is reviewed whole, so nothing was written; review the rest with: "
            "readouts event review EVENT --open"
        )
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"{output} can't be made: {error.strerror or error}; expected a folder's name"
        ) from None
    for file_name, content in written.items():
        write_file(content, output / file_name)
    note(f"wrote {counted(len(written), 'gold pair')} to {output}")
