"""The form for one statement: paste, file or link, who says it, and what was read of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from compare.dashboard import cards, previews
from compare.dashboard.caching import copied
from compare.dashboard.intake import Draft, Reading, dated, preview, read_draft
from compare.errors import CompareError
from compare.report.words import counted
from compare.sources import Dropped

PASTE, UPLOAD, LINK = "Paste text", "Upload a file", "Give a link"
_KINDS = "Text, Markdown, HTML, PDF, Word, JSON exports of posts, or subtitles, up to 20 MB."
_SHOWN = 300  # characters of a stretch that was left out
_SENTENCES = 200  # of a preview


def draw_source(name: str, letter: str, placeholder: str) -> Draft:
    """Draw the ways to give a text, and return what was given.

    :param name: beginning of the widget keys
    :param letter: what the fields are called after
    """
    way = st.segmented_control(
        f"Statement {letter}" if len(letter) == 1 else letter.capitalize(),
        (PASTE, UPLOAD, LINK),
        default=PASTE,
        required=True,
        key=f"{name}_way",
        persist_state="session",
    )
    if way == PASTE:
        text = st.text_area(
            f"Text of {letter}",
            height=150,
            key=f"{name}_text",
            placeholder=placeholder,
            persist_state="session",
        )
        return Draft(text=text or "")
    if way == LINK:
        link = st.text_input(
            f"Link of {letter}",
            key=f"{name}_link",
            placeholder="https://site.example/readout",
            persist_state="session",
        )
        return Draft(link=link or "")
    # Of any name: what a file is, is read from what it holds.
    file = st.file_uploader(f"File of {letter}", key=f"{name}_file", help=_KINDS)
    return Draft() if file is None else Draft(data=file.getvalue(), file=file.name)


def draw_draft(name: str, letter: str) -> Draft:
    """Draw the form of one statement, with a preview of what was read and what was dropped.

    :param name: beginning of the widget keys
    """
    given = draw_source(name, letter, "Paste the whole statement here.")
    place = st.empty()
    speaker = st.text_input(
        f"Speaker of {letter}",
        key=f"{name}_speaker",
        placeholder="Who says it: Kremlin",
        persist_state="session",
    )
    with st.container(horizontal=True, gap="small"):
        title = st.text_input(
            f"Title of {letter}",
            key=f"{name}_title",
            placeholder="Readout of the call",
            persist_state="session",
        )
        day = st.date_input(
            f"Date of {letter}",
            value=None,
            min_value=date.min,
            max_value=date.max,
            format="YYYY-MM-DD",
            key=f"{name}_date",
            width=170,
            persist_state="session",
        )
    meant = day if isinstance(day, date) else None
    draft = Draft(
        *(given.text, given.data, given.file, given.link, speaker or "", title or ""), date=meant
    )
    wrong = wrong_date(meant, f"Statement {letter}")
    _read_out(replace(draft, date=None) if wrong else draft, letter, place)
    return draft


def wrong_date(day: date | None, called: str) -> bool:
    """Say under a date field why nobody can mean what it holds; return whether that is so."""
    try:
        dated(day, called)
    except CompareError as error:
        st.html(str(cards.line(str(error), "error date")))
        return True
    return False


def _read_out(draft: Draft, letter: str, place: DeltaGenerator) -> None:
    """Show what was read of a draft, or why it can't be."""
    pressed = bool(st.session_state.get("compare"))  # then what is missing is said here too
    # The line keeps its height, so that Compare doesn't move away under a reader's click.
    try:
        reading = reading_of(draft, letter) if pressed or not draft.empty else None
    except CompareError as error:
        place.html(str(cards.line(str(error), "error")))
        return
    if reading is None:
        place.html(str(cards.line("Nothing here yet.", "preview")))
        return
    text = f"{preview(reading.statement)} {reading.note}"
    warning = cards.message(reading.warning, "note") if reading.warning else ""
    place.html(f"{cards.line(text, 'preview')}{warning}")
    read = counted(len(reading.statement.sentences), "sentence")
    with st.expander(f"What was read of {letter}: {read}", key=f"read_{letter}"):
        st.html(str(previews.sentences(reading.statement, letter, _SENTENCES)))
    left_out(reading.dropped, letter)


def left_out(dropped: tuple[Dropped, ...], letter: str) -> None:
    """List what is no part of the statement, so that nothing goes unseen."""
    if dropped:
        with st.expander(f"Left out of {letter}: {len(dropped)}", key=f"dropped_{letter}"):
            for item in dropped:
                st.html(str(cards.line(f"{item.reason}: {item.text[:_SHOWN]}", "preview")))


@copied(kept=32)
def reading_of(draft: Draft, letter: str) -> Reading:
    """Read a draft once, however often the page is drawn.

    :raises InputError: it can't be read
    """
    return read_draft(draft, letter)
