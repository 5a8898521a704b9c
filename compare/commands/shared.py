"""What the commands share: options, settings, notes, and where a report goes."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from compare.errors import SettingError
from compare.output import write_file, write_stdout
from compare.settings import setting_infos

HELP = {info.name: f"{info.help} [default: {info.default}]" for info in setting_infos()}
SUFFIXES = {
    ".txt": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
    ".json": "json", ".csv": "csv", ".docx": "docx",
}  # fmt: skip

Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        help="text, markdown, html, json, csv (findings), csv-links or docx. "
        "[default: by the ending of -o, else text]",
        show_default=False,
    ),
]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", help="Write the report to this file.", show_default=False),
]
Embedder = Annotated[
    str | None, typer.Option("--embedder", help=HELP["embedder"], show_default=False)
]
LinkThreshold = Annotated[
    float | None, typer.Option("--link-threshold", help=HELP["link_threshold"], show_default=False)
]
DivergenceThreshold = Annotated[
    float | None,
    typer.Option("--divergence-threshold", help=HELP["divergence_threshold"], show_default=False),
]


def note(text: str) -> None:
    """Print a note for the person, apart from the report."""
    print(f"readouts: {text}", file=sys.stderr)


def format_name(name: str | None, output: str | None) -> str:
    """Return the format asked for, or the one that the output file's ending means.

    :raises SettingError: there is no such format
    """
    from compare.report import FORMATS

    if name is None:
        name = SUFFIXES.get(Path(output).suffix.lower(), "text") if output else "text"
    if name not in FORMATS:
        raise SettingError(f"no format {name!r}; choose one of: {', '.join(FORMATS)}")
    if name == "docx" and output is None and sys.stdout.isatty():
        raise SettingError("a Word file can't be shown here; write it to a file with -o FILE.docx")
    return name


def emit(report: str | bytes, output: str | None) -> None:
    """Write a report to standard output or, whole or not at all, to a file.

    :raises OutputError: it can't be written
    """
    if output is None:
        write_stdout(report)
    else:
        write_file(report, Path(output))
        note(f"wrote {output}")


def terminal(output: str | None) -> tuple[int, bool]:
    """Return the width in columns and whether colours can be shown."""
    width = shutil.get_terminal_size((100, 40)).columns
    colour = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return max(width, 40), colour
