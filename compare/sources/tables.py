"""A table's row as one line of text, so that what stands side by side stays together."""

from __future__ import annotations

from collections.abc import Iterable

_STOPS = (".", "!", "?", ":", ";", ",", "…")


def row_line(cells: Iterable[str]) -> str:
    """Return the cells of a row as one line, "Veld: 10 May" or "Veld, 10 May, open"."""
    filled = [words for words in (" ".join(cell.split()) for cell in cells) if words]
    mark = ":" if len(filled) == 2 else ","
    parts = [words if words.endswith(_STOPS) else words + mark for words in filled[:-1]]
    return " ".join([*parts, *filled[-1:]])
