"""The window that text reports are drawn in."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

from rich.box import Box
from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderResult
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

# Below this a column is no column; the window scrolls instead.
NARROWEST = 40
# What divides two columns; nothing around them.
DIVIDED = Box("\n".join(["  │ "] * 2 + [" ─┼─"] + ["  │ "] * 5) + "\n")


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


@dataclass(frozen=True, slots=True)
class Labelled:
    """Lines of text with a label before the first: a grid of two columns in a tenth of its time."""

    label: Text
    text: Text
    width: int  # of the column of labels

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        room = max(1, options.max_width - self.width - 1)
        before = self.label.copy()
        before.align("left", self.width)
        lines = []
        for line in self.text.wrap(console, room, overflow="fold"):
            line.align("left", room)
            lines.append(Text.assemble(before, " ", line))
            before = Text(" " * self.width)
        yield from Text("\n").join(lines).render(console, end="\n")

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        own = self.text.__rich_measure__(console, options)
        least, most = own.minimum + self.width + 1, own.maximum + self.width + 1
        return Measurement(least, most).clamp(max_width=options.max_width)


def drawn(console: Console, parts: Iterable[ConsoleRenderable]) -> str:
    """Draw the parts and return the lines, without blanks at their ends.

    :param console: of `make_console`
    """
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    return "\n".join(line.rstrip() for line in captured.get().splitlines()) + "\n"


def two_columns() -> Table:
    """Return an empty table of two columns as wide as each other."""
    table = Table(box=DIVIDED, show_header=False, show_edge=False, expand=True, pad_edge=False)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    return table
