"""Reports of one comparison: view rows first, then one renderer a format."""

from __future__ import annotations

from compare.errors import SettingError
from compare.model import Comparison
from compare.report.html import render_html
from compare.report.markdown import render_markdown
from compare.report.terminal import render_terminal
from compare.report.view import View, make_view

__all__ = [
    "FORMATS",
    "View",
    "make_view",
    "notes",
    "render",
    "render_html",
    "render_markdown",
    "render_terminal",
]

FORMATS = ("text", "markdown", "html", "json")


def notes(comparison: Comparison) -> tuple[str, ...]:
    """Return what a reader must know before trusting the rest; every report shows it too."""
    return make_view(comparison).notes


def render(comparison: Comparison, format: str, *, width: int = 100, colour: bool = False) -> str:
    """Return the report of a comparison.

    :param format: one of `FORMATS`
    :param width: columns of the window; only text uses it
    :param colour: whether escape codes for colour are wanted; only text uses it
    :raises SettingError: a format that isn't known
    """
    if format == "text":
        return render_terminal(make_view(comparison), width=width, colour=colour)
    if format == "markdown":
        return render_markdown(make_view(comparison))
    if format == "html":
        return render_html(make_view(comparison))
    if format == "json":
        return comparison.to_json()
    raise SettingError(f"no report format {format!r}; choose one of: {', '.join(FORMATS)}")
