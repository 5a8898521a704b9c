"""The window that text reports are drawn in."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Console, ConsoleRenderable

# Below this a column is no column; the window scrolls instead.
NARROWEST = 40


def make_console(width: int, *, colour: bool) -> Console:
    """Return a console that draws into memory.

    :param width: columns of the window; less than `NARROWEST` counts as that
    :param colour: with escape codes
    """
    return Console(
        file=io.StringIO(),
        width=max(width, NARROWEST),
        force_terminal=colour,
        color_system="standard" if colour else None,
        force_jupyter=False,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},  # what is drawn depends on what is given, not on TERM or NO_COLOR
    )


def drawn(console: Console, parts: Iterable[ConsoleRenderable]) -> str:
    """Draw the parts and return the lines, without blanks at their ends.

    :param console: of `make_console`
    """
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    return "\n".join(line.rstrip() for line in captured.get().splitlines()) + "\n"
