"""Reports of one comparison: view rows first, then one renderer a format.

Nothing here is loaded before it is asked for: `readouts --help` needs the words alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compare.report.extras import Extras
    from compare.report.html import render_html
    from compare.report.markdown import render_markdown
    from compare.report.rendering import FORMATS, notes, render, render_bytes, render_view
    from compare.report.terminal import render_terminal
    from compare.report.view import View, make_view

__all__ = [
    "FORMATS",
    "Extras",
    "View",
    "make_view",
    "notes",
    "render",
    "render_bytes",
    "render_html",
    "render_markdown",
    "render_terminal",
    "render_view",
]

_HOME = dict.fromkeys(__all__, "compare.report.rendering") | {
    "Extras": "compare.report.extras",
    "View": "compare.report.view",
    "make_view": "compare.report.view",
    "render_html": "compare.report.html",
    "render_markdown": "compare.report.markdown",
    "render_terminal": "compare.report.terminal",
}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'compare.report' has no attribute {name!r}")
