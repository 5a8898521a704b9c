"""A wrong speaker, title or date of a statement, put right: its text and its reviews stay."""

from __future__ import annotations

import streamlit as st

from compare.dashboard import cards, session
from compare.dashboard.library import Shown, keep, store
from compare.errors import CompareError
from compare.report.view import short_name
from compare.report.words import LETTERS
from compare.sources.dates import check_date
from compare.store.records import StoredStatement

_LONGEST = 200  # characters of a field
_PLACE = "corrected"  # which statement was corrected last


def draw(shown: Shown) -> None:
    """Draw the form for the statements of an event; once saved, the page is drawn anew."""
    rows = shown.event.statements
    if not rows:
        return
    with st.expander("Names and dates", key="corrections"):
        # Of another key once a name is another: the browser keeps the names that it was given.
        names = [short_name(row.statement, "") for row in rows]
        place = st.selectbox(
            "Statement",
            range(len(rows)),
            index=min(st.session_state.get(_PLACE, 0), len(rows) - 1),
            format_func=lambda at: f"{LETTERS[at]} {names[at]}".strip(),
            key=f"correct_{shown.event.id}_{names}",
        )
        row = rows[place]
        name = f"correct_{row.key}"
        with st.form(name, border=False):
            speaker = st.text_input(
                "Speaker", row.statement.speaker, max_chars=_LONGEST, key=f"{name}_speaker"
            )
            title = st.text_input(
                "Title", row.statement.title, max_chars=_LONGEST, key=f"{name}_title"
            )
            day = st.text_input(
                "Date", row.statement.date, placeholder="2025-02-12", key=f"{name}_date"
            )
            wanted = st.form_submit_button("Save", width="stretch")
        if wanted:
            st.session_state[_PLACE] = place
            _save(shown, row, speaker, title, day)


def _save(shown: Shown, row: StoredStatement, speaker: str, title: str, day: str) -> None:
    try:
        changes = {
            "speaker": speaker.strip(),
            "title": title.strip(),
            "date": check_date(day.strip()),
        }
        keep(shown.event.id)
        store().relabel_statement(shown.event.id, row.key, **changes)
    except CompareError as error:
        st.html(str(cards.message(str(error))))
        return
    session.tell("Saved. What it is compared with is compared again; reviews stay.")
    st.rerun()
