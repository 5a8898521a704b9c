"""The parts of the page that answer at once, without asking the server: one Streamlit component."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import streamlit as st

from compare.report.markup import Markup


@cache
def asset(package: str, name: str) -> str:
    """Return the text of a file that comes with the package."""
    return files(package).joinpath(name).read_text("utf-8")


def show(markup: Markup, key: str) -> None:
    """Show markup with the script that lights up matching sentences.

    Everything in it that comes from a source was escaped by `compare.report.markup`; the script
    gets it as data and sets it as HTML, in which no script of its own would run.
    """
    _component()(data={"html": str(markup)}, key=key)


@cache
def _component():  # type: ignore[no-untyped-def]  # Streamlit's type is not followed
    # The report's sheet styles the parts that the report makes; ours comes after it.
    sheet = asset("compare.report", "style.css") + asset("compare.dashboard", "parts.css")
    return st.components.v2.component(
        "readouts_parts", css=sheet, js=asset("compare.dashboard", "parts.js")
    )
