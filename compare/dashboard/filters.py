"""The filters: the headline strip as buttons, and the fields in the sidebar."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from compare.dashboard.cards import KINDS_TOLD
from compare.dashboard.reviewing import Desk
from compare.dashboard.selection import STATES, Filter, evidence_kinds, is_unsure, toggled
from compare.report.view import View
from compare.report.words import KINDS, STANDINGS, PointKind

_FIELDS = {"search": "", "evidence": [], "confidence": 0.0, "states": []}


def key(event: str, name: str) -> str:
    """Return the widget key of a filter; each event keeps its own."""
    return f"{name}_{event}"


def kinds(event: str) -> tuple[PointKind, ...]:
    """Return the kinds of point that the strip is set to; none means all."""
    chosen: tuple[PointKind, ...] = st.session_state.get(key(event, "kinds"), ())
    return chosen


def toggle(event: str, kind: PointKind) -> None:
    """Set a tile of the strip, or unset it."""
    st.session_state[key(event, "kinds")] = toggled(kinds(event), kind)


def toggle_unsure(event: str) -> None:
    """Set the tile of the unsure agreements, or unset it."""
    st.session_state[key(event, "unsure")] = not st.session_state.get(key(event, "unsure"), False)


def clear(event: str) -> None:
    """Take every filter of an event away."""
    st.session_state[key(event, "kinds")] = ()
    st.session_state[key(event, "unsure")] = False
    for name, value in _FIELDS.items():
        st.session_state[key(event, name)] = value


def restore(event: str, wanted: Filter) -> None:
    """Set every filter of an event, as a link asks for."""
    st.session_state[key(event, "kinds")] = wanted.kinds
    st.session_state[key(event, "unsure")] = wanted.unsure
    st.session_state[key(event, "search")] = wanted.search
    st.session_state[key(event, "evidence")] = list(wanted.evidence)
    st.session_state[key(event, "confidence")] = wanted.confidence
    st.session_state[key(event, "states")] = list(wanted.states)


def tiles(event: str, desk: Desk) -> None:
    """Draw the headline strip: a button a kind, with its count."""
    unsure = sum(is_unsure(state.point, state.standing) for state in desk.rows.values())
    with st.container(horizontal=True, gap="small", key="tiles"):
        for kind, number in desk.view.counts:
            words = KINDS[kind]
            _tile(
                kind,
                f"**{number:,}** {words.mark} {words.tally(number)}",
                number,
                kind in kinds(event),
                (toggle, event, kind),
            )
            chosen = bool(st.session_state.get(key(event, "unsure")))
            if kind == "agreement" and (unsure or chosen):
                label = f"**{unsure:,}** ? of them unsure"
                _tile("unsure", label, unsure, chosen, (toggle_unsure, event))


def _tile(
    name: str,
    label: str,
    number: int,
    chosen: bool,
    act: tuple[Callable[..., None], *tuple[str, ...]],
) -> None:
    # No help: it would open over the headline above, which says what the words mean.
    st.button(
        f"{label}{' ✓' if chosen else ''}",
        key=f"tile_{name}",
        type="primary" if chosen else "secondary",
        disabled=not number and not chosen,
        on_click=act[0],
        args=act[1:],
        width="stretch",
    )


def fields(event: str, view: View) -> Filter:
    """Draw the fields and return what the reader wants to see."""
    text = st.text_input(
        "Search",
        key=key(event, "search"),
        placeholder="Words in a quotation",
        live=True,
        persist_state="session",
    )
    there = evidence_kinds(view)
    chosen = st.session_state.get(key(event, "evidence"), [])
    if set(chosen) - set(there):  # from a link, or of another pair
        st.session_state[key(event, "evidence")] = [kind for kind in chosen if kind in there]
    evidence = st.multiselect(
        "Evidence",
        there,
        key=key(event, "evidence"),
        placeholder="Any kind",
        help=f"In what the two sides part. {KINDS_TOLD}",
        persist_state="session",
    )
    states = st.multiselect(
        "Review",
        STATES,
        format_func=lambda state: STANDINGS[state].capitalize(),
        key=key(event, "states"),
        placeholder="Any state",
        persist_state="session",
    )
    least = st.slider(
        "Least confidence",
        min_value=0.0,
        max_value=1.0,
        step=0.05,
        key=key(event, "confidence"),
        help="Of the relation between two sentences. Sentences that only one side has carry none, "
        "and stay.",
        persist_state="session",
    )
    unsure = bool(st.session_state.get(key(event, "unsure")))
    return Filter(kinds(event), tuple(evidence), least, text or "", tuple(states), unsure)
