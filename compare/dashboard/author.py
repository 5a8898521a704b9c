"""Who is at work: the name beside every review."""

from __future__ import annotations

import streamlit as st

from compare.dashboard.access import only_this_machine, signed_in_name
from compare.store.author import author_name

_LONGEST = 80


def author_field() -> None:
    """Draw the field for the name; whoever has signed in has theirs already."""
    if name := signed_in_name():
        st.session_state["author"] = name
        st.text_input("Your name", key="author", disabled=True, help="As you signed in.")
        return
    # On a server for others its own user's name is nobody's.
    default = author_name() if only_this_machine() else ""
    st.session_state.setdefault("author", default)
    st.text_input(
        "Your name",
        key="author",
        max_chars=_LONGEST,
        placeholder="Beside your reviews",
        help="It stands beside every review of yours, for everyone who uses this database.",
        persist_state="session",
    )
