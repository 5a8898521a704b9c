"""What one browser session is looking at, and how it gets from there to somewhere else."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qsl

import streamlit as st

from compare.dashboard import filters
from compare.dashboard.acts import Act
from compare.dashboard.address import Address, Page, parse

_ADDRESS, _SAID, _TOLD = "address", "said", "told"


def begin() -> Address:
    """Return where the session is; it begins where the link that opened it leads."""
    if _ADDRESS not in st.session_state:
        visit(parse(st.query_params.to_dict()))
    return here()


def here() -> Address:
    """Return where the session is, without its filters, which lie in their own fields."""
    address: Address = st.session_state[_ADDRESS]
    return address


def visit(address: Address) -> None:
    """Go to an address with its filters and its finding."""
    st.session_state[_ADDRESS] = address
    filters.restore(address.event, address.wanted)


def go(page: Page, event: str | None = None, pair: tuple[int, int] | None = None) -> None:
    """Go to a page, of another event or pair if one is named; each event keeps its filters."""
    was = here()
    other = event is not None and event != was.event
    st.session_state[_ADDRESS] = replace(
        was,
        page=page,
        event=event or was.event,
        pair=pair or ((0, 1) if other else was.pair),
        finding="",
    )


def answered(act: Act) -> bool:
    """Go where an act leads, if it leads anywhere; return whether it did."""
    if act.do == "open":
        go("compare", act.event)
    elif act.do == "visit":
        visit(parse(dict(parse_qsl(act.query.lstrip("?")))))
    else:
        return False
    return True


def say(text: str, kind: str = "error") -> None:
    """Have a message shown at the head of the page at its next run, once."""
    st.session_state[_SAID] = (text, kind)


def said() -> tuple[str, str] | None:
    """Return the message that is to be shown now, or None."""
    message: tuple[str, str] | None = st.session_state.pop(_SAID, None)
    return message


def tell(text: str) -> None:
    """Have a line say what was done, at the foot of the window where every reader sees it."""
    number, _ = told()
    st.session_state[_TOLD] = (number + 1, text)


def told() -> tuple[int, str]:
    """Return the last line and its number in the session, from 1; 0 is none."""
    line: tuple[int, str] = st.session_state.get(_TOLD, (0, ""))
    return line


def answer(act: Act) -> None:
    """Answer a part that can only lead elsewhere."""
    answered(act)
