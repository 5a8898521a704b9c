"""The page for a new comparison: two texts or one article in, an event in the store out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from compare.dashboard import cards, session
from compare.dashboard.article_form import draw_article
from compare.dashboard.draft_form import draw_draft, reading_of, wrong_date
from compare.dashboard.intake import Draft, dated, title_of
from compare.dashboard.library import Shown, create, keep, store
from compare.errors import CompareError, InputError
from compare.model import Side, Statement
from compare.report.words import LETTERS

_TWO, _ARTICLE = "Two statements", "One news article"
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
    problems = st.empty()
    wanted = _actions("Compare", disabled=way == _ARTICLE and sides is None)
    title, day = _event_fields(sides)
    if wanted and drafts:
        statements = _statements(drafts, "AB", problems)
        sides = (statements[0], statements[1]) if len(statements) == 2 else None
    if wanted and sides is not None:
        _create(title, day, sides, problems)


def draw_adding(shown: Shown) -> None:
    """Draw the form for one more statement of an event."""
    letter = LETTERS[min(len(shown.event.statements), len(LETTERS) - 1)]
    lead = (
        f"It becomes statement {letter}, is compared with each of the others, and stays as it is."
    )
    st.html(str(cards.section(f"Add to: {shown.event.title}", lead, "add", "h1")))
    with st.container(border=True, width=720):
        draft = draw_draft(_ADDED, letter)
    problems = st.empty()
    if not _actions("Add"):
        return
    statements = _statements([draft], letter, problems)
    if not statements:
        return
    try:
        keep(shown.event.id)
        store().add_statement(shown.event.id, _dated(statements[0], shown.event.date))
    except CompareError as error:
        _refuse(problems, error)
        return
    _forget()
    session.go("overview" if len(shown.event.statements) > 1 else "compare")
    st.rerun()


def _event_fields(sides: tuple[Statement, Statement] | None) -> tuple[str, date | None]:
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
                min_value=date.min,
                max_value=date.max,
                format="YYYY-MM-DD",
                key="event_date",
                persist_state="session",
            )
        meant = day if isinstance(day, date) else None
        wrong_date(meant, "The event")
    return (title or "").strip(), meant


def _actions(label: str, *, disabled: bool = False) -> bool:
    with st.container(horizontal=True, key="actions"):
        wanted = st.button(label, type="primary", key="compare", disabled=disabled)
        st.button("Cancel", key="cancel", on_click=_leave)
    return bool(wanted)


def _statements(drafts: list[Draft], letters: str, problems: DeltaGenerator) -> list[Statement]:
    """Return the statements of the drafts; of one that can't be read, say why."""
    read, errors = [], []
    for draft, letter in zip(drafts, letters, strict=True):
        try:
            read.append(reading_of(draft, letter).statement)
        except CompareError as error:
            errors.append(error)
    _refuse(problems, *errors)
    return read


def _refuse(problems: DeltaGenerator, *errors: CompareError) -> None:
    """Say above the buttons, where whoever presses one looks, why it can't be done."""
    if errors:
        problems.html("".join(cards.message(str(error)) for error in errors))


def _dated(side: Statement, day: str) -> Statement:
    """Return a statement with the event's date where it has none of its own."""
    return side if side.date else replace(side, date=day)


def _create(
    title: str, day: date | None, sides: tuple[Statement, Statement], problems: DeltaGenerator
) -> None:
    title = title or title_of(*sides)
    a, b = ((side.text, side.speaker, side.title, side.date) for side in sides)
    if a == b:
        said = "Statements A and B are the same text by the same speaker; expected two accounts; "
        _refuse(problems, InputError(f"{said}paste another, or name another speaker"))
        return
    try:
        given = dated(day, "The event")
        sides = (_dated(sides[0], given), _dated(sides[1], given))
        written = given or max(item.date for item in sides)
        with st.spinner("Keeping both statements …"):
            event_id = create(title, written, sides)
    except CompareError as error:
        _refuse(problems, error)
        return
    _forget()
    session.go("compare", event_id)
    st.rerun()
