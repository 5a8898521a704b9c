"""The page for a new comparison: two texts or one article in, an event in the store out."""

from __future__ import annotations

from datetime import date

import streamlit as st

from compare.dashboard import cards, session
from compare.dashboard.article_form import draw_article
from compare.dashboard.draft_form import draw_draft, reading_of
from compare.dashboard.intake import Draft, title_of
from compare.dashboard.library import Shown, create, keep, store
from compare.errors import CompareError
from compare.model import Side, Statement
from compare.report.words import LETTERS

_TWO, _ARTICLE = "Two statements", "One news article"
_FIRST, _LAST = date(1800, 1, 1), date(2199, 12, 31)
_SIDES: tuple[Side, Side] = ("a", "b")
_ADDED = "added"  # beginning of the keys of one more statement
_FIELDS = ("way", "text", "link", "speaker", "title", "date")
_TYPED = (
    *(f"{name}_{field}" for name in (*_SIDES, _ADDED, "article") for field in _FIELDS),
    "event_title",
    "event_date",
    "compose_way",
)


def _leave() -> None:
    """Forget what was typed, and go back."""
    _forget()
    session.go("compare")


def _forget() -> None:
    for name in _TYPED:
        st.session_state.pop(name, None)


def draw() -> None:
    """Draw the form; on Compare, keep the event and go to it, or say why it can't be done."""
    lead = (
        "Two accounts of the same event. They stay on the machine that runs this page, in its "
        "database, and are seen by all who use it."
    )
    st.html(str(cards.section("New comparison", lead, "new", "h1")))
    way = st.segmented_control(
        "What you have",
        (_TWO, _ARTICLE),
        default=_TWO,
        required=True,
        key="compose_way",
        persist_state="session",
    )
    sides: tuple[Statement, Statement] | None = None
    drafts: list[Draft] = []
    if way == _ARTICLE:
        sides = draw_article()
    else:
        for side, column in zip(_SIDES, st.columns(2, gap="medium"), strict=True):
            with column, st.container(border=True):
                drafts.append(draw_draft(side, side.upper()))
    wanted = _actions(disabled=way == _ARTICLE and sides is None)
    title, day = _event_fields(sides)
    if wanted and drafts:
        statements = _statements(drafts)
        sides = (statements[0], statements[1]) if len(statements) == 2 else None
    if wanted and sides is not None:
        _create(title, day, sides)


def draw_adding(shown: Shown) -> None:
    """Draw the form for one more statement of an event."""
    letter = LETTERS[min(len(shown.event.statements), len(LETTERS) - 1)]
    lead = (
        f"It becomes statement {letter}, is compared with each of the others, and stays as it is."
    )
    st.html(str(cards.section(f"Add to: {shown.event.title}", lead, "add", "h1")))
    with st.container(border=True, width=720):
        draft = draw_draft(_ADDED, letter)
    with st.container(horizontal=True, key="actions"):
        wanted = st.button("Add", type="primary", key="compare")
        st.button("Cancel", key="cancel", on_click=_leave)
    if not wanted:
        return
    statements = _statements([draft], letter)
    if not statements:
        return
    try:
        keep(shown.event.id)
        store().add_statement(shown.event.id, statements[0])
    except CompareError as error:
        st.html(str(cards.message(str(error))))
        return
    _forget()
    session.go("overview" if len(shown.event.statements) > 1 else "compare")
    st.rerun()


def _event_fields(sides: tuple[Statement, Statement] | None) -> tuple[str, str]:
    with st.expander("Name and date of the event (taken from the statements unless given)"):
        left, right = st.columns((3, 1))
        with left:
            title = st.text_input(
                "Title of the event",
                key="event_title",
                max_chars=200,
                placeholder=title_of(*sides) if sides else "Call about the dam",
                persist_state="session",
            )
        with right:
            day = st.date_input(
                "Date of the event",
                value=None,
                min_value=_FIRST,
                max_value=_LAST,
                format="YYYY-MM-DD",
                key="event_date",
                persist_state="session",
            )
    return (title or "").strip(), day.isoformat() if isinstance(day, date) else ""


def _actions(*, disabled: bool = False) -> bool:
    with st.container(horizontal=True, key="actions"):
        wanted = st.button("Compare", type="primary", key="compare", disabled=disabled)
        st.button("Cancel", key="cancel", on_click=_leave)
    return bool(wanted)


def _statements(drafts: list[Draft], letter: str = "") -> list[Statement]:
    """Return the statements of the drafts; of one that can't be read, say why."""
    read = []
    for place, draft in enumerate(drafts):
        try:
            read.append(reading_of(draft, letter or LETTERS[place]).statement)
        except CompareError as error:
            st.html(str(cards.message(str(error))))
    return read


def _create(title: str, day: str, sides: tuple[Statement, Statement]) -> None:
    title = title or title_of(*sides)
    try:
        with st.spinner("Keeping both statements …"):
            event_id = create(title, day or max(item.date for item in sides), sides)
    except CompareError as error:
        st.html(str(cards.message(str(error))))
        return
    _forget()
    session.go("compare", event_id)
    st.rerun()
