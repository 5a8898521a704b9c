"""The parts of the page that answer at once, without asking the server: one Streamlit component."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import streamlit as st

from compare.dashboard.acts import Act, act_of
from compare.dashboard.faults import said
from compare.report.markup import Markup

_SCRIPTS = ("findings.js", "reading.js", "linking.js", "board.js", "parts.js")
Answer = Callable[[Act], None]


@cache
def asset(package: str, name: str) -> str:
    """Return the text of a file that comes with the package."""
    return files(package).joinpath(name).read_text("utf-8")


def show(
    markup: Markup,
    key: str,
    *,
    answer: Answer | None = None,
    refused: Callable[[str], None],
    data: Mapping[str, object] | None = None,
) -> None:
    """Show markup with the script that lights up sentences and takes reviews.

    Everything in it that comes from a source was escaped by `compare.report.markup`; the script
    gets it as data and sets it as HTML, in which no script of its own would run.

    :param answer: called with what the reader asked for; errors go to `refused`
    :param data: what else the script needs, as JSON
    """

    def asked() -> None:
        given = st.session_state.get(key)
        act = given.get("act") if given is not None else None
        if act is None or answer is None:
            return
        with said(refused):
            answer(act_of(act))

    _component()(data={"html": str(markup), **(data or {})}, key=key, on_act_change=asked)


@cache
def _component() -> Any:  # Streamlit's types are not followed
    # The report's sheets style the parts that the report makes; ours comes after them.
    return st.components.v2.component(
        "readouts_parts",
        css=asset("compare.report", "style.css") + asset("compare.dashboard", "parts.css"),
        js="\n".join(asset("compare.dashboard", name) for name in _SCRIPTS),
    )


def show_board(markup: Markup, key: str) -> None:
    """Show tables and claims as the reports have them; their numbers lead to sentences."""
    _board()(data={"html": str(markup)}, key=key, on_act_change=lambda: None)


@cache
def _board() -> Any:
    sheets = (("report", "style.css"), ("report", "more.css"), ("dashboard", "board.css"))
    return st.components.v2.component(
        "readouts_board",
        css="\n".join(asset(f"compare.{package}", name) for package, name in sheets),
        js="\n".join(asset("compare.dashboard", name) for name in _SCRIPTS),
    )


def address_bar(query: str, answer: Answer, told: tuple[int, str]) -> None:
    """Have the browser's address say what the page shows, and follow its Back button.

    :param told: what was done last, and its number: each is said once
    """
    data = {"query": query, "told": {"number": told[0], "text": told[1]}}
    show(Markup(""), "address-bar", answer=answer, refused=lambda _: None, data=data)
