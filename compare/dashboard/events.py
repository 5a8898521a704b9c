"""Which event is looked at: a built-in one, or one that was made in this session."""

from __future__ import annotations

import streamlit as st

from compare.dashboard.intake import event_of
from compare.model import Statement
from compare.sources.samples import BUILT_IN, Event, load_sample, sample_ids

_OWN, _GOTO, _COMPOSING, _EVENT = "own_events", "goto_event", "composing", "event"


def own() -> list[Event]:
    """Return the events made in this session."""
    events: list[Event] = st.session_state.setdefault(_OWN, [])
    return events


def add(a: Statement, b: Statement) -> None:
    """Keep two statements as an event of this session, and go to it at the next run."""
    event = event_of(a, b, len(own()) + 1)
    own().append(event)
    st.session_state[_GOTO] = event.id
    leave_composing()


def composing() -> bool:
    """Return whether a new comparison is being put together."""
    return bool(st.session_state.get(_COMPOSING, False))


def start_composing() -> None:
    """Go to the page for a new comparison."""
    st.session_state[_COMPOSING] = True


def leave_composing() -> None:
    """Go back to the event."""
    st.session_state[_COMPOSING] = False


def pick() -> Event:
    """Draw the choice of the event and return it."""
    events = {event.id: event for event in own()[::-1]}
    events |= {name: load_sample(name) for name in sample_ids()}
    # A widget's value can be set only before the widget is drawn.
    if (wanted := st.session_state.pop(_GOTO, None)) in events:
        st.session_state[_EVENT] = wanted
    if st.session_state.get(_EVENT) not in events:
        st.session_state[_EVENT] = BUILT_IN
    st.button(
        "New comparison",
        key="new",
        type="primary",
        icon=":material/add:",
        width="stretch",
        on_click=start_composing,
    )
    chosen: str = st.selectbox(
        "Event",
        list(events),
        format_func=lambda name: events[name].title,
        key=_EVENT,
        on_change=leave_composing,
    )
    return events[chosen]
