"""The page for a new comparison: two texts in, a statement of what was read, an event out."""

from __future__ import annotations

from datetime import date

import streamlit as st

from compare.dashboard import cards
from compare.dashboard.caching import copied
from compare.dashboard.events import add, leave_composing
from compare.dashboard.intake import Draft, Reading, preview, read_draft
from compare.errors import CompareError
from compare.model import Side

_PASTE, _UPLOAD, _LINK = "Paste text", "Upload a file", "Give a link"
_TYPES = ("txt", "md", "text", "html", "htm", "docx", "pdf", "json", "srt", "vtt")
_SHOWN = 300  # characters of a stretch that was left out
_FIRST, _LAST = date(1800, 1, 1), date(2199, 12, 31)


def draw() -> None:
    """Draw the form; on Compare, make the event and go to it, or say why it can't be done."""
    lead = "Two accounts of the same event. They stay on the machine that runs this page."
    st.html(str(cards.section("New comparison", lead, "new", "h1")))
    drafts: list[Draft] = []
    sides: tuple[Side, Side] = ("a", "b")
    for side, column in zip(sides, st.columns(2, gap="medium"), strict=True):
        with column, st.container(border=True):
            drafts.append(_draft(side))
    with st.container(horizontal=True, key="actions"):
        wanted = st.button("Compare", type="primary", key="compare")
        st.button("Cancel", key="cancel", on_click=leave_composing)
    if wanted:
        _compare(drafts[0], drafts[1])


def _draft(side: Side) -> Draft:
    letter = side.upper()
    way = st.segmented_control(
        f"Statement {letter}",
        (_PASTE, _UPLOAD, _LINK),
        default=_PASTE,
        required=True,
        key=f"{side}_way",
    )
    text, file, link = "", None, ""
    if way == _PASTE:
        text = st.text_area(
            f"Text of {letter}",
            height=260,
            key=f"{side}_text",
            placeholder="Paste the whole statement here.",
        )
    elif way == _LINK:
        link = st.text_input(
            f"Link of {letter}", key=f"{side}_link", placeholder="https://site.example/readout"
        )
    else:
        file = st.file_uploader(f"File of {letter}", type=_TYPES, key=f"{side}_file")
    place = st.empty()
    speaker = st.text_input(
        f"Speaker of {letter}", key=f"{side}_speaker", placeholder="Who says it: Kremlin"
    )
    left, right = st.columns((3, 2))
    with left:
        title = st.text_input(
            f"Title of {letter}", key=f"{side}_title", placeholder="Readout of the call"
        )
    with right:
        day = st.date_input(
            f"Date of {letter}",
            value=None,
            min_value=_FIRST,
            max_value=_LAST,
            format="YYYY-MM-DD",
            key=f"{side}_date",
        )
    draft = Draft(
        text=text or "",
        data=None if file is None else file.getvalue(),
        file="" if file is None else file.name,
        link=link or "",
        speaker=speaker or "",
        title=title or "",
        date=day,
    )
    # The line keeps its height, so that Compare doesn't move away under a reader's click.
    try:
        reading = None if draft.empty else _read(draft, side)
    except CompareError as error:
        place.html(str(cards.line(str(error), "error")))
        return draft
    if reading is None:
        place.html(str(cards.line("Nothing here yet.", "preview")))
    else:
        text = f"{preview(reading.statement)} {reading.note}"
        place.html(str(cards.line(text, "preview")))
        _left_out(reading, letter)
    return draft


def _left_out(reading: Reading, letter: str) -> None:
    """List what is no part of the statement, so that nothing goes unseen."""
    if reading.dropped:
        with st.expander(f"Left out of {letter}: {len(reading.dropped)}", key=f"dropped_{letter}"):
            for item in reading.dropped:
                st.html(str(cards.line(f"{item.reason}: {item.text[:_SHOWN]}", "preview")))


@copied(kept=32)
def _read(draft: Draft, side: Side) -> Reading:
    return read_draft(draft, side)


def _compare(a: Draft, b: Draft) -> None:
    statements = []
    for draft, side in ((a, "a"), (b, "b")):
        try:
            statements.append(_read(draft, "a" if side == "a" else "b").statement)
        except CompareError as error:
            st.html(str(cards.message(str(error))))
    if len(statements) == 2:
        add(statements[0], statements[1])
        st.rerun()
