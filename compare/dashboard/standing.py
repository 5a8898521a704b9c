"""The order of the findings and what is listed, kept over the runs of a session."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from compare.dashboard.order import Order, followed, listing, moved, ranked
from compare.dashboard.reviewing import Desk, RowState
from compare.dashboard.selection import Filter


@dataclass(frozen=True, slots=True)
class _Kept:
    made: str  # signature of the comparison: another one has other findings
    order: Order
    wanted: Filter = field(default_factory=Filter)
    held: frozenset[str] = frozenset()  # ids that were listed under this filter


def order_of(key: str, desk: Desk) -> Order:
    """Return the order that a session has of the findings; the first time, by severity.

    :param key: of the event and pair
    """
    made = desk.view.signature.short()
    kept: _Kept | None = st.session_state.get(_name(key))
    if kept is None or kept.made != made:
        kept = _Kept(made, ranked(desk))
    else:
        kept = _Kept(made, followed(kept.order, desk), kept.wanted, kept.held)
    st.session_state[_name(key)] = kept
    return kept.order


def listed(key: str, desk: Desk, order: Order, wanted: Filter) -> tuple[RowState, ...]:
    """Return what is listed; what was listed under the same filter before stays."""
    kept: _Kept = st.session_state[_name(key)]
    held = kept.held if kept.wanted == wanted else frozenset()
    states = listing(desk, order, wanted, held)
    names = held | {state.finding.id for state in states}
    st.session_state[_name(key)] = _Kept(kept.made, order, wanted, names)
    return states


def rank_again(key: str) -> None:
    """Have the findings ranked and numbered anew."""
    st.session_state.pop(_name(key), None)


def name_of(key: str, finding: str, desk: Desk) -> str:
    """Return what a finding is called in a message: `Finding 3, A3 ↔ B4`."""
    kept: _Kept | None = st.session_state.get(_name(key))
    number = kept.order.numbers.get(finding) if kept else None
    state = next(
        (one for one in (*desk.rows.values(), *desk.rejected) if one.finding.id == finding), None
    )
    called = f"Finding {number}" if number else "Agreement" if state else "The new link"
    return f"{called}, {state.places}" if state else called


def out_of_order(order: Order, desk: Desk) -> bool:
    """Say whether reviews have made another ranking than the one that is shown."""
    return moved(order, desk)


def _name(key: str) -> str:
    return f"order_{key}"
