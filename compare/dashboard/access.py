"""Who may see the page: whoever can reach this machine only, or whoever has signed in."""

from __future__ import annotations

import os

import streamlit as st

from compare.dashboard import cards
from compare.dashboard.launch import REMOTE, is_loopback
from compare.dashboard.signin import sign_in_settings


def admitted() -> bool:
    """Return whether the page may be drawn; where it may not, draw what there is to do instead."""
    if sign_in_settings() is not None:
        return _signed_in()
    if only_this_machine() or os.environ.get(REMOTE) == "1":
        return True
    text = (
        "This server can be reached from other machines and asks nobody who they are, so it shows "
        "nothing. Set up signing in (docs/dashboard.md), or start it with: readouts dashboard "
        "--allow-remote"
    )
    st.html(str(cards.message(text)))
    return False


def only_this_machine() -> bool:
    """Return whether the server listens where only this machine can reach it."""
    address = st.get_option("server.address")
    return bool(address) and is_loopback(str(address))


def signed_in_name() -> str:
    """Return the name of whoever has signed in; empty where nobody is asked to."""
    if sign_in_settings() is None or not _is_signed_in():
        return ""
    for field in ("name", "email", "preferred_username", "sub"):
        if value := str(st.user.get(field) or "").strip():
            return " ".join(value.split())
    return ""


def _signed_in() -> bool:
    if _is_signed_in():
        with st.sidebar:
            st.button("Sign out", key="sign_out", icon=":material/logout:", on_click=st.logout)
        return True
    lead = "This dashboard is open to those who sign in with your organisation’s account."
    st.html(str(cards.section("Readouts", lead, "sign-in", "h1")))
    providers = sign_in_settings() or ()
    for name in providers:
        label = "Sign in" if name == "default" else f"Sign in with {name}"
        st.button(
            label,
            key=f"sign_in_{name}",
            type="primary",
            on_click=st.login,
            args=() if name == "default" else (name,),
        )
    return False


def _is_signed_in() -> bool:
    # Where Streamlit itself found no settings there is no such attribute: then nobody is.
    return getattr(st.user, "is_logged_in", False) is True
