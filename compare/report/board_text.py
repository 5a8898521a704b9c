"""An event's overview for a terminal: a matrix where the columns fit, else claim by claim."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import ConsoleRenderable
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from compare.event.overview import Said, Status
from compare.model import brief_hash
from compare.report.board import Board, BoardCell, BoardClaim
from compare.report.console import drawn, make_console
from compare.report.safe import one_line
from compare.report.sheets import Sheet
from compare.report.words import SAID, SIGNS, STATUSES

_HUES: dict[Status, str] = {
    "contested": "red",
    "partial": "yellow",
    "all": "green",
    "some": "cyan",
    "one": "magenta",
}
_SAID_HUES: dict[Said, str] = {
    "says": "green",
    "says more": "yellow",
    "says in part": "yellow",
    "may differ": "yellow",
    "says otherwise": "red",
    "differs": "red",
    "silent": "dim",
}
_NARROWEST_CELL = 24  # characters in which prose can still be read


def render_board_text(board: Board, *, width: int, colour: bool) -> str:
    """Return the overview as lines that fit the window."""
    console = make_console(width, colour=colour)
    return drawn(console, _parts(board, console.width))


def _parts(board: Board, width: int) -> Iterator[ConsoleRenderable]:
    yield Text(board.title, "bold")
    for line in (board.date, *board.about):
        if line:
            yield Text(line, "dim")
    yield Text()
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    for _ in range(2):
        grid.add_column(overflow="fold")
    for column in board.columns:
        facts = [column.title if column.title != column.name else "", column.date, column.length]
        grid.add_row(column.letter, column.name, " · ".join(fact for fact in facts if fact))
    yield grid
    yield Text()
    yield Text(board.headline)
    if board.trust:
        yield Text(board.trust, "dim")
    yield Text("Signs: " + "  ".join(f"{mark} {said}" for mark, said in SIGNS), "dim")
    matrix = (width - 6) // max(len(board.columns), 1) >= _NARROWEST_CELL
    for status, claims in board.groups:
        if not claims:
            continue
        words = STATUSES[status]
        yield Text()
        yield Rule(Text(words.label.upper(), f"bold {_HUES[status]}"), align="left", style="dim")
        yield Text(f"{words.mark} {words.meaning[:1].upper()}{words.meaning[1:]}.", "dim")
        yield Text()
        yield from _matrix(board, claims) if matrix else _list(board, claims)
    if board.pairs:
        yield from _pairs(board)
    for sheet in board.sheets:
        yield from draw_sheet(sheet)
    yield Text()
    yield Rule(Text("HOW IT WAS MADE", "bold"), align="left", style="dim")
    made = Table.grid(padding=(0, 2))
    made.add_column(style="dim", overflow="fold")
    made.add_column(overflow="fold")
    for name, value in board.made():
        made.add_row(Text(one_line(name)), Text(one_line(brief_hash(value))))
    yield made


def _matrix(board: Board, claims: tuple[BoardClaim, ...]) -> Iterator[ConsoleRenderable]:
    yield _row(Text(), [Text(column.heading, "bold") for column in board.columns])
    for claim in claims:
        yield Text()
        yield _row(Text(str(claim.number)), [_cell(cell) for cell in claim.cells])
        for below in _below(claim):
            yield Padding(below, (0, 0, 0, 4))


def _row(number: Text, cells: list[Text]) -> Table:
    """Return one row; rows are tables of their own, so that what is below one has the width."""
    table = Table.grid(expand=True, padding=(0, 1, 0, 0))
    table.add_column(justify="right", min_width=3, no_wrap=True)
    for _ in cells:
        table.add_column(ratio=1, overflow="fold")
    table.add_row(number, *cells)
    return table


def _below(claim: BoardClaim) -> Iterator[ConsoleRenderable]:
    """Yield in what the statements part, and the notes."""
    for part in claim.parts:
        yield Text(part.head, _HUES[claim.status])
        for reason in part.reasons:
            yield Padding(Text(reason), (0, 0, 0, 2))
    if claim.also:
        yield Text(claim.also)
    if claim.notes:
        yield Text(" ".join(claim.notes), "dim italic")


def _cell(cell: BoardCell, name: str = "") -> Text:
    text = Text(overflow="fold")
    if not cell.quotes:
        return text.append(f"{SAID['silent']} silent", "dim")
    text.append(f"{SAID[cell.said]} ", _SAID_HUES[cell.said])
    if name:
        text.append(f"{name}: ", "dim")
    for place, (label, words) in enumerate(cell.quotes):
        text.append(f"{' ' if place else ''}{label} ", "bold")
        text.append(words)
    return text


def _list(board: Board, claims: tuple[BoardClaim, ...]) -> Iterator[ConsoleRenderable]:
    for claim in claims:
        silent = [
            column.letter
            for column, cell in zip(board.columns, claim.cells, strict=True)
            if not cell.quotes
        ]
        yield Text(f"Claim {claim.number}", "bold")
        for column, cell in zip(board.columns, claim.cells, strict=True):
            if cell.quotes:
                yield Padding(
                    _cell(cell, column.name if column.name != column.letter else ""), (0, 0, 0, 2)
                )
        if silent:
            yield Text(f"  {SAID['silent']} silent: {', '.join(silent)}", "dim")
        for below in _below(claim):
            yield Padding(below, (0, 0, 0, 2))
        yield Text()


def draw_sheet(sheet: Sheet) -> Iterator[ConsoleRenderable]:
    """Draw one table of what the statements dwell on."""
    yield Text()
    yield Rule(Text(sheet.title.upper(), "bold"), align="left", style="dim")
    yield Text(sheet.lead, "dim")
    yield Text()
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for name in sheet.head:
        table.add_column(Text(name), overflow="fold")
    for row in sheet.rows:
        table.add_row(*(Text(cell.plain) for cell in row))
    yield table


def _pairs(board: Board) -> Iterator[ConsoleRenderable]:
    yield Text()
    yield Rule(Text("PAIR BY PAIR", "bold"), align="left", style="dim")
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("pair")
    for name in ("≠ divergences", "≈ partial", "= agreements", "◧ only first", "◨ only second"):
        table.add_column(name, justify="right")
    table.add_column("reviewed", justify="right")
    for pair in board.pairs:
        counts = [f"{number:,}" for number in pair.counts]
        done = f"{pair.reviewed} of {pair.findings}"
        table.add_row(" – ".join(pair.letters), *counts, done)
    yield table
