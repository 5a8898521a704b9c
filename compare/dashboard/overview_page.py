"""The overview: all claims, and what the statements dwell on; a table behind each picture."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from compare.dashboard import cards, charts, previews, work
from compare.dashboard.component import show_board
from compare.dashboard.library import Shown
from compare.dashboard.session import here
from compare.dashboard.waiting import show_progress
from compare.report.board import Board
from compare.report.board_html import claims_section, pairs_section, texts_section
from compare.report.html_sheets import heat_table, sheet_section
from compare.report.markup import Markup, element
from compare.report.sheets import Sheet
from compare.report.view import short_name
from compare.report.whole import event_board
from compare.report.words import LETTERS
from compare.settings import Settings

_MATRIX = 3  # statements from which claims are worth a matrix
_NAMED = {
    "named-entity": "Names",
    "named-number": "Numbers",
    "named-date": "Dates",
    "named-duration": "Lengths of time",
}


def draw(shown: Shown, settings: Settings) -> None:
    """Draw the page."""
    event = shown.event
    count = len(event.statements)
    if not count:
        st.html(str(cards.message(f"{event.title} holds no statement yet.", "note")))
        return
    places = work.places(shown)
    for number, pair in enumerate(places, 1):
        show_progress(work.job(shown, pair, settings), f"Comparing pair {number} of {len(places)}")
    made = work.pairs(shown, settings)
    with st.spinner("Putting the claims together …", show_time=True):
        claims = work.claims(shown, made, settings)
    with st.spinner("Counting what they dwell on …", show_time=True):
        insight = work.dwelt_on(event.statements, settings)
    board, _ = event_board(event, made, shown.history, insight, claims)
    st.html(str(previews.board_head(board)))
    sheets = {sheet.name: sheet for sheet in board.sheets}
    letters = [column.letter for column in board.columns]
    if count >= _MATRIX:
        parts = element("div", claims_section(board), pairs_section(board), class_="board")
        show_board(parts, f"claims-{event.id}")
    _timeline(board)
    if count > 1:
        _heat(shown, settings)
    _topics(sheets.get("topics"), letters)
    _words(sheets.get("distinctive"), board)
    _named([sheets[name] for name in _NAMED if name in sheets])
    _table(sheets.get("certainty"))
    show_board(element("div", texts_section(board), class_="board"), f"texts-{event.id}")


def _section(title: str, lead: str, name: str) -> None:
    st.html(str(cards.section(title, lead, name)))


def _picture(chart: object, key: str) -> None:
    st.altair_chart(chart, key=key, width="stretch")


def _behind(table: Markup, key: str) -> None:
    with st.expander("The numbers as a table", key=f"table-{key}"):
        show_board(element("div", table, class_="board"), f"numbers-{key}")


def _timeline(board: Board) -> None:
    """Draw when each statement is dated; nothing where there is nothing to tell apart."""
    chart = charts.timeline(board, [item.date for item in board.statements])
    if chart is None:
        return
    _section("Timeline", "When each statement is dated.", "timeline")
    _picture(chart, "timeline-chart")
    _behind(previews.columns(board), "timeline")


def _heat(shown: Shown, settings: Settings) -> None:
    pair = here().pair if max(here().pair) < len(shown.event.statements) else (0, 1)
    a, b = (shown.event.statements[place] for place in pair)
    names = [
        f"{letter} is {short_name(row.statement, f'statement {LETTERS[place]}')}"
        + (f" ({LETTERS[place]} of the event)" if letter != LETTERS[place] else "")
        for letter, place, row in zip("AB", pair, (a, b), strict=True)
    ]
    lead = (
        "How close each sentence of A is to each of B; an outline and a sign where they are linked."
    )
    if len(shown.event.statements) > 2:
        lead += f" Here {names[0]}, {names[1]}; choose another pair on the left."
    _section("Similarity", lead, "similarity")
    heat = work.similarities(a, b, settings)
    if heat is None:
        text = "A side has too many sentences for a picture that can be read, or none."
        st.html(str(cards.line(text, "preview")))
        return
    view = work.desk(shown, pair, settings).view
    _picture(charts.heat_map(heat, view.rows), "heat-chart")
    _behind(heat_table(view, heat), "heat")


def _topics(sheet: Sheet | None, letters: Sequence[str]) -> None:
    if sheet is None:
        return
    _section(sheet.title, sheet.lead, "topics")
    _picture(charts.topic_bars(sheet, letters), "topics-chart")
    _behind(sheet_section(sheet), "topics")


def _words(sheet: Sheet | None, board: Board) -> None:
    if sheet is None:
        return
    _section(sheet.title, sheet.lead, "distinctive")
    headings = {column.heading: column.letter for column in board.columns}
    pictures = charts.word_bars(sheet, headings)
    places = st.columns(min(len(pictures), 2)) if pictures else []
    for number, chart in enumerate(pictures):
        with places[number % len(places)]:
            _picture(chart, f"words-chart-{number}")
    if lines := previews.few_words(sheet, list(headings), charts.LEAST_WORDS):
        st.html(str(lines))
    _behind(sheet_section(sheet), "words")


def _named(sheets: Sequence[Sheet]) -> None:
    if not sheets:
        return
    lead = "Who gives which, and in which sentence; values that mean the same stand in one row."
    _section("Names, numbers and dates", lead, "named")
    for tab, sheet in zip(st.tabs([sheet.title for sheet in sheets]), sheets, strict=True):
        with tab:
            show_board(element("div", sheet_section(sheet), class_="board"), f"tab-{sheet.name}")


def _table(sheet: Sheet | None) -> None:
    if sheet is None:
        return
    _section(sheet.title, sheet.lead, sheet.name)
    show_board(element("div", sheet_section(sheet), class_="board"), f"sheet-{sheet.name}")
