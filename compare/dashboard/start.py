"""The list of events, with search in everything that they hold."""

from __future__ import annotations

import streamlit as st

from compare.dashboard import cards, session
from compare.dashboard.acts import Act
from compare.dashboard.component import show
from compare.dashboard.library import listed, search
from compare.dashboard.rows import event_list, summary_line
from compare.dashboard.tally import tallied
from compare.errors import CompareError
from compare.settings import Settings

_PAGE = 25  # events listed at first, and added by each wish for more


def draw(settings: Settings) -> None:
    """Draw the list, or what the search has found.

    :param settings: with which the session looks at events; the counts are theirs
    """
    lead = "Open one to read its comparison, or search in titles, statements and notes."
    st.html(str(cards.section("Events", lead, "list", "h1")))
    with st.container(horizontal=True, vertical_alignment="bottom", key="event-search"):
        asked = st.text_input(
            "Search events",
            key="events_search",
            placeholder="fishermen, or “root causes” as a phrase",
            help="Finds what holds all the words, or longer ones that begin so; quotation marks "
            "ask for exactly these words in this order.",
            live=True,
        )
        everything = listed()
        tags = sorted({tag for row in everything for tag in row.tags})
        tag = st.selectbox(
            "Tag", tags, index=None, key="events_tag", placeholder="Any tag", disabled=not tags
        )
    rows = [row for row in everything if not tag or tag in row.tags]
    hits = {}
    # Typographic quotation marks are what a phone or a word processor makes of plain ones.
    text = (asked or "").strip().replace("“", '"').replace("”", '"')
    if text:
        try:
            hits = search(text)
        except CompareError as error:
            st.html(str(cards.message(str(error), "note")))
            return
        rows = [row for row in rows if row.id in hits]
    limit: int = st.session_state.get("events_limit", _PAGE)
    st.html(str(cards.line(summary_line(len(rows), text, tag or ""), "brief")))
    show(
        event_list(tallied(rows[:limit], settings), hits),
        "event-list",
        answer=_answer,
        refused=session.say,
        data={"turn": st.session_state.get("turn", 0)},
    )

    def more() -> None:
        st.session_state["events_limit"] = limit + _PAGE

    if rest := len(rows[limit:]):
        st.button(f"Show more ({rest:,} left)", key="more_events", on_click=more)


def _answer(act: Act) -> None:
    st.session_state["turn"] = st.session_state.get("turn", 0) + 1
    session.answered(act)
