"""An event's overview as a Word file: the matrix of claims on a wide page."""

from __future__ import annotations

from typing import Any

from docx.shared import Mm

from compare.report.board import Board, BoardCell, BoardClaim
from compare.report.docx import draw_sheets
from compare.report.docx_parts import (
    finish,
    lead,
    line,
    new_document,
    set_widths,
    shade,
    sign,
    signed,
    table,
    text,
)
from compare.report.words import SAID, SIGNS, STATUSES

_WIDTH = 261.0  # millimetres of an A4 page on its side between its margins


def render_board_docx(board: Board) -> bytes:
    """Return the overview as a Word file; the same board gives the same bytes."""
    document = new_document(board.title, wide=True)
    for words in (board.date, *board.about):
        if words:
            line(document, words, ink="soft")
    _statements(document, board)
    line(document, board.headline)
    if board.trust:
        line(document, board.trust, ink="soft")
    signs = ", ".join(f"{mark} {said}" for mark, said in SIGNS)
    signed(document.add_paragraph(), f"Signs: {signs}.", ink="soft")
    for status, claims in board.groups:
        if claims:
            heading = document.add_heading(level=1)
            sign(heading, STATUSES[status].mark)
            text(heading, STATUSES[status].label)
            meaning = STATUSES[status].meaning
            lead(document, f"{meaning[:1].upper()}{meaning[1:]}.")
            _claims(document, board, claims)
    if board.pairs:
        document.add_heading("Pair by pair", 1)
        table(
            document,
            (
                "Pair",
                "divergences",
                "partial overlaps",
                "agreements",
                "only the first",
                "only the second",
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
            [_WIDTH / 7] * 7,
        )
    draw_sheets(document, board.sheets, _WIDTH)
    document.add_heading("How it was made", 1)
    table(document, ("Name", "Value"), board.made(), (60, _WIDTH - 60))
    return finish(document)


def _statements(document: Any, board: Board) -> None:
    """Draw who says something; a column that nobody fills is left out."""
    columns = [
        ("", 11.0, [c.letter for c in board.columns]),
        ("Statement", 55.0, [c.name for c in board.columns]),
        ("Title", 65.0, [c.title for c in board.columns]),
        ("Date", 40.0, [c.date for c in board.columns]),
        ("Source", 45.0, [c.source for c in board.columns]),
        ("Length", 45.0, [c.length for c in board.columns]),
    ]
    filled = [column for column in columns if any(column[2])]
    share = _WIDTH / sum(width for _, width, _ in filled)
    table(
        document,
        [name for name, _, _ in filled],
        zip(*(texts for _, _, texts in filled), strict=True),
        [width * share for _, width, _ in filled],
    )


def _claims(document: Any, board: Board, claims: tuple[BoardClaim, ...]) -> None:
    width = (_WIDTH - 24) / len(board.columns)
    widths = [24.0] + [width] * len(board.columns)
    made = table(document, ("Claim", *(c.heading for c in board.columns)), (), widths)
    below = []
    for claim in claims:
        cells = made.add_row().cells
        text(cells[0].paragraphs[0], str(claim.number), bold=True)
        for cell, item in zip(cells[1:], claim.cells, strict=True):
            _cell(cell, item)
        if claim.parts or claim.notes:
            for paragraph in (one for cell in cells for one in cell.paragraphs):
                paragraph.paragraph_format.keep_with_next = True  # on the page of its reasons
            below.append((made.add_row().cells, claim))
    set_widths(made, widths)
    for cells, claim in below:
        across = cells[1].merge(cells[-1])
        across.width = Mm(_WIDTH - 24)
        _parts(across, claim)


def _parts(cell: Any, claim: BoardClaim) -> None:
    """Write in what the statements part, and the notes."""
    lines: list[tuple[str, dict[str, Any]]] = []
    for part in claim.parts:
        lines.append((part.head, {"bold": True, "size": 8.5}))
        lines += [(reason, {"size": 9}) for reason in part.reasons]
    lines += [(claim.also, {"size": 9})] if claim.also else []
    lines += [(note, {"size": 8.5, "ink": "soft"}) for note in claim.notes]
    for number, (words, how) in enumerate(lines):
        signed(cell.add_paragraph() if number else cell.paragraphs[0], words, **how)


def _cell(cell: Any, item: BoardCell) -> None:
    first = cell.paragraphs[0]
    sign(first, SAID[item.said], "soft")
    text(first, item.said, ink="soft", size=8.5)
    if item.said in ("says otherwise", "differs"):
        shade(cell, "divergence")
    elif item.said in ("says more", "says in part", "may differ"):
        shade(cell, "partial")
    for label, words in item.quotes:
        paragraph = cell.add_paragraph()
        text(paragraph, f"{label}  ", bold=True, size=9)
        text(paragraph, words)
