"""An event's overview in GitHub Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from compare.report.board import Board, BoardCell, BoardClaim
from compare.report.markdown import escape, table
from compare.report.sheets import Sheet
from compare.report.words import SAID, SIGNS, STATUSES


def render_board_markdown(board: Board) -> str:
    """Return the overview as GitHub Markdown: a table a group of claims."""
    return "\n\n".join(_blocks(board)) + "\n"


def _blocks(board: Board) -> Iterator[str]:
    yield f"# {escape(board.title)}"
    for line in (board.date, *board.about):
        if line:
            yield escape(line)
    yield table(
        ("", "Statement", "Title", "Date", "Length"),
        (
            (c.letter, escape(c.name), escape(c.title) or "–", escape(c.date) or "–", c.length)
            for c in board.columns
        ),
    )
    yield escape(board.headline)
    if board.trust:
        yield escape(board.trust)
    yield "Signs: " + ", ".join(f"{mark} {said}" for mark, said in SIGNS) + "."
    for status, claims in board.groups:
        if not claims:
            continue
        yield f"## {STATUSES[status].mark} {STATUSES[status].label}"
        yield f"{STATUSES[status].meaning[:1].upper()}{STATUSES[status].meaning[1:]}."
        yield table(
            ("Claim", *(escape(column.heading) for column in board.columns)),
            (_row(claim) for claim in claims),
        )
        if parts := [
            f"- Claim {claim.number}: {escape(part.sentence)}"
            for claim in claims
            for part in (*claim.parts, *claim.others)
        ]:
            yield "\n".join(parts)
    if board.pairs:
        yield "## Pair by pair"
        yield table(
            (
                "Pair",
                "≠ divergences",
                "≈ partial",
                "= agreements",
                "only first",
                "only second",
                "reviewed",
            ),
            (
                (
                    " – ".join(pair.letters),
                    *(f"{number:,}" for number in pair.counts),
                    f"{pair.reviewed} of {pair.findings}",
                )
                for pair in board.pairs
            ),
        )
    for sheet in board.sheets:
        yield from sheet_blocks(sheet)
    yield "## How it was made"
    yield "\n".join(f"- {escape(name)}: {escape(value)}" for name, value in board.made())


def sheet_blocks(sheet: Sheet) -> Iterator[str]:
    """Yield one table of what the statements dwell on."""
    yield f"## {escape(sheet.title)}"
    yield escape(sheet.lead)
    yield table(
        tuple(escape(name) for name in sheet.head),
        (tuple(escape(cell.plain) for cell in row) for row in sheet.rows),
    )


def _row(claim: BoardClaim) -> tuple[str, ...]:
    notes = "".join(f"<br>*{escape(note)}*" for note in claim.notes)
    return (f"{claim.number}{notes}", *(_cell(cell) for cell in claim.cells))


def _cell(cell: BoardCell) -> str:
    if not cell.quotes:
        return f"{SAID['silent']} *silent*"
    quotes = "<br>".join(f"`{label}` {escape(words)}" for label, words in cell.quotes)
    return f"{SAID[cell.said]} {quotes}"
