"""Streamlit's caches with their types, which are lost because Streamlit's own aren't followed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

import streamlit as st

P = ParamSpec("P")
R = TypeVar("R")


def shared(kept: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep what a function returns as it is, for all sessions; errors are never kept.

    :param kept: how many results
    """
    keep = st.cache_resource(show_spinner=False, max_entries=kept)
    return cast("Callable[[Callable[P, R]], Callable[P, R]]", keep)


def copied(kept: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep what a function returns by its arguments' values; each caller gets a copy of its own.

    :param kept: how many results
    """
    keep = st.cache_data(show_spinner=False, max_entries=kept)
    return cast("Callable[[Callable[P, R]], Callable[P, R]]", keep)
