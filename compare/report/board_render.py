"""Reports of an event's overview: one renderer a format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.errors import SettingError
from compare.event.overview import Overview
from compare.model import Comparison, Statement
from compare.report.board import Board
from compare.report.decisions import Decision

BOARD_FORMATS = ("text", "markdown", "html", "json", "csv", "docx")
Whole = tuple[
    Mapping[str, str],
    Sequence[Statement],
    Mapping[tuple[int, int], Comparison],
    Overview,
    Mapping[tuple[int, int], Sequence[Decision]],
]


def render_board(
    board: Board, format: str, *, json: Whole, width: int = 100, colour: bool = False
) -> bytes:
    """Return the overview as the file that it makes.

    :param format: one of `BOARD_FORMATS`
    :param json: what the JSON is made of: the event's id, title and date, its statements, their
        comparisons, the overview, and of each pair what reviewers decided
    :raises SettingError: a format that an overview doesn't have
    """
    if format == "docx":
        from compare.report.docx_board import render_board_docx

        return render_board_docx(board)
    return _text(board, format, json, width, colour).encode("utf-8", "replace")


def _text(board: Board, format: str, json: Whole, width: int, colour: bool) -> str:
    if format == "text":
        from compare.report.board_text import render_board_text

        return render_board_text(board, width=width, colour=colour)
    if format == "markdown":
        from compare.report.board_markdown import render_board_markdown

        return render_board_markdown(board)
    if format == "html":
        from compare.report.board_html import render_board_html

        return render_board_html(board)
    if format == "json":
        from compare.report.board_json import render_board_json

        return render_board_json(*json)
    if format == "csv":
        from compare.report.tables import render_claims_csv

        return render_claims_csv(board)
    raise SettingError(
        f"an overview has no format {format!r}; choose one of: {', '.join(BOARD_FORMATS)}; "
        "a report on two statements (event compare --pair A-B) has the others"
    )
