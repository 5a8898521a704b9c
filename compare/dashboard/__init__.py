"""The dashboard: Streamlit pages and their parts; what can be told apart from Streamlit is."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Draw the page once, as Streamlit asks for after every act of the reader."""
    from compare.dashboard.page import draw

    draw()
