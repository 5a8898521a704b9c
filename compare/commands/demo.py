"""`readouts demo`: the built-in events, a pair or more accounts of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from compare.commands.extras import extras_for
from compare.commands.shared import Format, Output, emit, format_name, note, terminal
from compare.output import write_stdout
from compare.report.words import counted

if TYPE_CHECKING:
    from compare.sources.samples import Event


def demo_command(
    event: Annotated[
        str | None,
        typer.Option(
            help="The built-in event; see --list. [default: the call of 12 February 2025]"
        ),
    ] = None,
    list_events: Annotated[
        bool, typer.Option("--list", help="List the built-in events and stop.")
    ] = False,
    format: Format = None,
    output: Output = None,
) -> None:
    """Compare the statements of a built-in event; of three, claim by claim.

    \b
    Examples:
      readouts demo
      readouts demo --event constructed-harbour-talks
      readouts demo --event constructed-three-way-call -o overview.html
    """
    from compare.sources.samples import BUILT_IN, load_sample, sample_ids

    if list_events:
        for name in sample_ids():
            one = load_sample(name)
            many = counted(len(one.statements), "statement")
            write_stdout(f"{name}  {one.title}, {many}\n")
        return
    chosen = format_name(format, output)
    sample = load_sample(event or BUILT_IN)
    note(f"{sample.title}. {sample.note} {sample.attribution}.")
    width, colour = terminal(output)
    draw = _pair if len(sample.statements) == 2 else _overview
    emit(draw(sample, chosen, width, colour), output)
    others = [name for name in sample_ids() if name != sample.id]
    note(f"other built-in events: {', '.join(others)} (readouts demo --event NAME)")


def _pair(sample: Event, format: str, width: int, colour: bool) -> bytes:
    from compare.pipeline import compare
    from compare.report import render_bytes

    a, b = sample.statements
    comparison = compare(a, b)
    extras = extras_for(comparison, format)
    return render_bytes(comparison, format, width=width, colour=colour, extras=extras)


def _overview(sample: Event, format: str, width: int, colour: bool) -> bytes:
    from compare.insight.tables import insight
    from compare.pipeline import compare
    from compare.report.board_render import render_board
    from compare.report.whole import event_board
    from compare.settings import Settings
    from compare.store.samples import sample_event

    sides = sample.statements
    pairs = {
        (i, j): compare(sides[i], sides[j])
        for i in range(len(sides))
        for j in range(i + 1, len(sides))
    }
    dwelt_on = insight(sides, Settings().embedder)
    board, whole = event_board(sample_event(sample), pairs, {}, dwelt_on)
    return render_board(board, format, json=whole, width=width, colour=colour)
