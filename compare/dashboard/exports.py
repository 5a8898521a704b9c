"""What a reader can take along: reports of the pair, of the event, and the event itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from compare.dashboard import cards, work
from compare.dashboard.address import Address
from compare.dashboard.downloads import (
    ARCHIVE,
    DOWNLOADS,
    OVERVIEWS,
    Download,
    described,
    file_name,
)
from compare.dashboard.library import Shown, store
from compare.dashboard.reviewing import Desk
from compare.dashboard.selection import Filter
from compare.report import Extras, View, make_view, render_bytes, render_view
from compare.report.board_render import render_board
from compare.report.narrow import narrowed
from compare.report.points import Point
from compare.report.whole import event_board
from compare.report.words import LETTERS
from compare.settings import Settings

_FULL, _SHOWN, _MADE = "In full", "As filtered", "Without reviews"
_AS_MADE = ("json", "csv-links")  # these are never filtered
_ROOMY = ("html", "docx")  # these have room for similarities and what the statements dwell on


def draw(
    shown: Shown,
    address: Address,
    settings: Settings,
    desk: Desk,
    wanted: Filter,
    points: Sequence[Point],
) -> None:
    """Draw a button for every format."""
    lead = "Reports of this pair, the same as the command line writes."
    st.html(str(cards.section("Take it along", lead, "downloads")))
    what = st.segmented_control(
        "What the reports hold",
        (_FULL, _SHOWN, _MADE),
        default=_FULL,
        required=True,
        key="export_what",
        help="In full: everything, reviews counted. As filtered: the findings that the filters let "
        "in. Without reviews: as the program made it. JSON and CSV of links are always that.",
    )
    narrow = what == _SHOWN and wanted.active
    with st.container(horizontal=True, key="exports"):
        for item in DOWNLOADS:
            make = partial(
                _pair, shown, address, settings, desk, item.format, what == _MADE,
                (wanted, points) if narrow else None,
            )  # fmt: skip
            parts = _parts(shown, address, narrow and item.format not in _AS_MADE, what == _MADE)
            _button(item, file_name(shown.event.id, item, *parts), make)
    st.html(str(cards.line("The whole event, all statements and pairs:", "brief")))
    with st.container(horizontal=True, key="event-exports"):
        for item in OVERVIEWS:
            make = partial(_event, shown, settings, item.format)
            _button(item, file_name(shown.event.id, item, "overview"), make)
        if shown.stored:
            _button(ARCHIVE, f"{shown.event.id}.readouts.zip", partial(_archive, shown.event.id))


def _button(item: Download, name: str, make: partial[bytes]) -> None:
    st.download_button(
        item.label,
        data=make,
        file_name=name,
        mime=item.mime,
        key=f"download_{item.key}",
        icon=":material/download:",
        on_click="ignore",
        help=item.help or None,
    )


def _parts(shown: Shown, address: Address, narrow: bool, as_made: bool) -> list[str]:
    """Return what tells a report's file from others of the event: its pair, and what it holds."""
    several = len(shown.event.statements) > 2
    parts = [LETTERS[place].lower() for place in address.pair] if several else []
    return [*parts, *(["filtered"] if narrow else []), *(["without-reviews"] if as_made else [])]


def _pair(
    shown: Shown,
    address: Address,
    settings: Settings,
    desk: Desk,
    format: str,
    as_made: bool,
    filtered: tuple[Filter, Sequence[Point]] | None,
) -> bytes:
    extras = Extras({} if as_made else shown.history)
    if format in _ROOMY:
        a, b = (shown.event.statements[place] for place in address.pair)
        insight = work.dwelt_on([a, b], settings)
        extras = Extras(extras.history, insight, work.similarities(a, b, settings))
    if filtered is None or format in _AS_MADE:
        return render_bytes(desk.made, format, extras=extras)
    wanted, points = filtered
    view: View = make_view(desk.made, extras)
    return render_view(narrowed(view, [point.row for point in points], described(wanted)), format)


def _event(shown: Shown, settings: Settings, format: str) -> bytes:
    made = work.pairs(shown, settings)
    insight = (
        work.dwelt_on(shown.event.statements, settings) if format not in ("json", "csv") else None
    )
    board, whole = event_board(shown.event, made, shown.history, insight)
    return render_board(board, format, json=whole)


def _archive(event: str) -> bytes:
    from compare.store.archive import export_event

    return export_event(store(), event)
