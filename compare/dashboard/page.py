"""The page: choose an event on the left, read its comparison on the right."""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from compare.dashboard import cards, compose, events, filters
from compare.dashboard.component import asset, show
from compare.dashboard.downloads import DOWNLOADS, file_name
from compare.dashboard.reading import reading
from compare.dashboard.selection import Filter, shown
from compare.dashboard.sidebar import settings_form
from compare.dashboard.work import compared
from compare.errors import CompareError
from compare.model import Comparison
from compare.report import View, render
from compare.report.points import Point
from compare.settings import Settings
from compare.sources.samples import Event

_ICON = (
    '<svg viewBox="0 0 32 32"><rect x="3" y="5" width="11" height="22" rx="2" fill="#0b5a97"/>'
    '<rect x="18" y="5" width="11" height="22" rx="2" fill="#7a3b86"/></svg>'
)
_BRAND = (
    '<div class="readouts-brand">Readouts'
    "<span>Two accounts of one event, word for word</span></div>"
)
_LISTED = 10  # findings listed at first, and added by each wish for more


def draw() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Readouts", page_icon=_ICON, layout="wide")
    st.html(f"<style>{asset('compare.dashboard', 'page.css')}</style>")
    settings, problem = Settings(), ""
    with st.sidebar:
        st.html(_BRAND)
        event = events.pick()
        # The filters are drawn here once it is known what there is to filter.
        place = st.container(key="filters")
        try:
            settings = settings_form()
        except CompareError as error:
            problem = str(error)
    if problem:
        st.html(str(cards.message(problem)))
    if events.composing():
        compose.draw()
    elif not problem:
        _event(event, settings, place)


def _event(event: Event, settings: Settings, place: DeltaGenerator) -> None:
    try:
        with st.spinner("Comparing the two statements …", show_time=True):
            comparison, view = compared(event.statements[0], event.statements[1], settings)
    except CompareError as error:
        st.html(str(cards.message(str(error))))
        return
    st.html(str(cards.head(event, view)))
    filters.tiles(event.id, view)
    with place:
        wanted = filters.fields(event.id, view)
    points = shown(view, wanted)
    _findings(event, view, points, wanted)
    rows = {point.row for point in points} if wanted.active else None
    lead = "Both statements whole, each in its own order."
    if wanted.active:
        lead += " What the filters leave out is faint."
    st.html(str(cards.section("Side by side", lead, "reading")))
    show(reading(comparison, view, rows), f"reading-{event.id}")
    _made(event, comparison, view)


def _findings(event: Event, view: View, points: tuple[Point, ...], wanted: Filter) -> None:
    lead = cards.counted_findings(len(points), view, wanted.active)
    title = str(cards.section("Findings", lead, "findings"))
    if not wanted.active:
        st.html(title)
    else:
        left, action = st.columns((4, 1), vertical_alignment="bottom")
        left.html(title)
        action.button(
            "Clear filters",
            key="clear",
            width="stretch",
            on_click=filters.clear,
            args=(event.id,),
        )
    limit_key = f"limit_{event.id}"
    limit: int = st.session_state.get(limit_key, _LISTED)
    if points or wanted.active:
        show(cards.findings(view, points[:limit]), f"findings-{event.id}")

    def more() -> None:
        st.session_state[limit_key] = limit + _LISTED

    if rest := len(points[limit:]):
        st.button(f"Show more ({rest:,} left)", key="more", on_click=more)


def _made(event: Event, comparison: Comparison, view: View) -> None:
    lead = "The same statements with the same signature give the same result."
    st.html(str(cards.section("How it was made", lead, "made")))
    st.code(view.signature.short(), language=None, wrap_lines=True)
    with st.expander("Sources, models, settings and hashes"):
        st.html(str(cards.made(view)))
    st.html(str(cards.section("Take it along", "The whole comparison, unfiltered.", "downloads")))
    with st.container(horizontal=True, key="downloads"):
        for item in DOWNLOADS:
            st.download_button(
                item.label,
                data=partial(render, comparison, item.format),
                file_name=file_name(event.id, item),
                mime=item.mime,
                key=f"download_{item.format}",
                icon=":material/download:",
                on_click="ignore",
            )
