"""The page: what stands around every page, and which of them is drawn."""

from __future__ import annotations

import streamlit as st

from compare.dashboard import cards, compare_page, compose, corrections, session, start
from compare.dashboard.access import admitted
from compare.dashboard.address import Address, query
from compare.dashboard.component import address_bar, asset
from compare.dashboard.faults import said
from compare.dashboard.library import Shown, load
from compare.dashboard.sidebar import settings_form
from compare.errors import CompareError
from compare.report.view import short_name
from compare.report.words import LETTERS
from compare.settings import Settings

_ICON = (
    '<svg viewBox="0 0 32 32"><rect x="3" y="5" width="11" height="22" rx="2" fill="#0b5a97"/>'
    '<rect x="18" y="5" width="11" height="22" rx="2" fill="#7a3b86"/></svg>'
)
_BRAND = (
    '<div class="readouts-brand">Readouts'
    "<span>Two accounts of one event, word for word</span></div>"
)
_VIEWS = {"compare": "Compare", "overview": "Overview"}

_LAST_GOOD = "last_good_settings"


def draw() -> None:
    """Draw the page; what goes wrong is said in a sentence, and its details are in the log."""
    st.set_page_config(page_title="Readouts", page_icon=_ICON, layout="wide")
    st.html(f"<style>{asset('compare.dashboard', 'page.css')}</style>")
    with said(lambda text: st.html(str(cards.message(text)))):
        if admitted():
            _page()


def _page() -> None:
    address = session.begin()
    settings, refused, problem, shown = Settings(), "", "", None
    with st.sidebar:
        st.html(_BRAND)
        _places(address)
        if address.page in ("compare", "overview", "add"):
            try:
                shown = load(address.event)
            except CompareError as error:
                problem = str(error)
        if shown is not None and address.page != "add":
            _views(shown, address)
            corrections.draw(shown)
        # The filters are drawn here once it is known what there is to filter.
        place = st.container(key="filters")
        if address.page in ("compare", "overview"):
            settings, refused = _settings()
    message = session.said()
    if message:
        st.html(str(cards.message(*message)))
    if problem:
        st.html(str(cards.message(problem)))
        address_bar(query(address), session.answer, session.told())
        return
    if refused:
        st.html(str(cards.message(refused)))
    if address.page == "events":
        start.draw(_last_good())
    elif address.page == "new" or shown is None:
        compose.draw()
    elif address.page == "add":
        compose.draw_adding(shown)
    elif address.page == "overview":
        from compare.dashboard import overview_page  # Altair takes half a second

        overview_page.draw(shown, settings)
    else:
        address = compare_page.draw(shown, _fitting(shown, address), settings, place)
    address_bar(query(address), session.answer, session.told())


def _settings() -> tuple[Settings, str]:
    """Draw the settings and return them; where they can't be, the last good ones and why."""
    try:
        settings = settings_form()
    except CompareError as error:
        return _last_good(), f"{error}. What is shown keeps the settings of before."
    st.session_state[_LAST_GOOD] = settings
    return settings, ""


def _last_good() -> Settings:
    """Return the settings with which events are shown."""
    settings: Settings = st.session_state.get(_LAST_GOOD, Settings())
    return settings


def _places(address: Address) -> None:
    st.button(
        "New comparison",
        key="new",
        type="primary",
        icon=":material/add:",
        width="stretch",
        on_click=session.go,
        args=("new",),
    )
    st.button(
        "All events",
        key="events",
        icon=":material/list:",
        width="stretch",
        disabled=address.page == "events",
        on_click=session.go,
        args=("events",),
    )


def _views(shown: Shown, address: Address) -> None:
    """Draw the switch between the pages of an event, and the pair to compare."""
    st.session_state["view"] = address.page
    st.segmented_control(
        "Page",
        list(_VIEWS),
        format_func=lambda name: _VIEWS[name],
        key="view",
        required=True,
        label_visibility="collapsed",
        width="stretch",
        on_change=_turned,
    )
    count = len(shown.event.statements)
    if count > 2:
        places = [(i, j) for i in range(count) for j in range(i + 1, count)]
        st.session_state["pair"] = _fitting(shown, address).pair
        st.selectbox(
            "Pair",
            places,
            format_func=lambda pair: _named(shown, pair),
            key="pair",
            on_change=_paired,
        )
    st.button(
        "Add a statement",
        key="add",
        icon=":material/post_add:",
        width="stretch",
        on_click=session.go,
        args=("add",),
    )


def _turned() -> None:
    session.go("overview" if st.session_state["view"] == "overview" else "compare")


def _paired() -> None:
    session.go("compare", pair=st.session_state["pair"])


def _named(shown: Shown, pair: tuple[int, int]) -> str:
    names = []
    for place in pair:
        name = short_name(shown.event.statements[place].statement, "")
        names.append(f"{LETTERS[place]} {name}".strip())
    return " – ".join(names)


def _fitting(shown: Shown, address: Address) -> Address:
    """Return the address with a pair that the event has."""
    count = len(shown.event.statements)
    if max(address.pair) < count:
        return address
    return Address(address.page, address.event, (0, 1), address.wanted, address.finding)
