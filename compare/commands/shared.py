"""What the commands share: options, settings, notes, and where a report goes."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from compare.errors import OutputError, SettingError
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
Check = Annotated[
    bool, typer.Option("--check", help="Exit 2 when a figure is under its pinned floor.")
]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", help="Write the report to this file.", show_default=False),
]
Embedder = Annotated[
    str | None, typer.Option("--embedder", help=HELP["embedder"], show_default=False)
]
CrossEncoder = Annotated[
    str | None, typer.Option("--cross-encoder", help=HELP["cross_encoder"], show_default=False)
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


def format_name(name: str | None, output: str | None, formats: Sequence[str] | None = None) -> str:
    """Return the format asked for, or the one that the output file's ending means.

    :param formats: those that the command writes; None: every format of a report
    :raises SettingError: there is no such format, the ending means none, or it means another one
    :raises OutputError: the output is a folder, or has no name
    """
    from compare.report import FORMATS

    formats = formats or FORMATS
    if name is not None and name not in formats:
        raise SettingError(f"no format {name!r}; choose one of: {', '.join(formats)}")
    if output is None or is_device(output):
        name = name or "text"
    else:
        check_name(output)
        meant = SUFFIXES.get(Path(output).suffix.lower())
        name = name or meant
        if name is None or name not in formats:
            raise SettingError(_no_format(output, formats))
        if meant is not None and meant != name.removesuffix("-links"):
            raise SettingError(
                f"{output} ends like {meant} but the format is {name}; "
                f"expected the ending {_endings((name,))}, or no -f"
            )
    if name == "docx" and output is None and sys.stdout.isatty():
        raise SettingError("a Word file can't be shown here; write it to a file with -o FILE.docx")
    return name


def is_device(output: str) -> bool:
    """Return whether a report goes to something like /dev/stdout, which has no ending."""
    path = Path(output)
    try:
        return path.exists() and not path.is_file() and not path.is_dir()
    except OSError:  # what it is then, writing to it says
        return False


def check_name(output: str, example: str = "report.html") -> None:
    """Check that an output can be a file.

    :raises OutputError: it has no name, or is a folder
    """
    if not output.strip():
        raise OutputError(f"{output!r} is no file's name; expected one with -o, such as {example}")
    try:
        folder = Path(output).is_dir()
    except OSError:
        return
    if folder:
        raise OutputError(
            f"{output} is a directory; expected a file name, such as {Path(output) / example}"
        )


def check_output(output: str | None, sources: Sequence[str]) -> None:
    """Check, before any work, that a report has a place and isn't written over what it is made of.

    :param sources: files, web addresses, or - for standard input
    :raises OutputError: the output is one of them, by whatever path, or its folder isn't there
    """
    if output is not None and not Path(output).parent.is_dir():
        raise OutputError(
            f"{output} can't be written: there is no folder {Path(output).parent}; expected one "
            "that is there; make it, or choose another with -o"
        )
    for source in sources:
        if output is not None and _same_file(Path(output), source):
            raise OutputError(
                f"{output} is one of the inputs; expected another file; choose one with -o"
            )


def _same_file(output: Path, source: str) -> bool:
    path = Path("/dev/stdin") if source == "-" else Path(source)
    try:
        return output.is_file() and path.expanduser().samefile(output)
    except (OSError, ValueError, RuntimeError):  # there is no such file, or no such home
        return False


def _endings(formats: Sequence[str]) -> str:
    kinds = {name.removesuffix("-links") for name in formats}
    return ", ".join(ending for ending, kind in SUFFIXES.items() if kind in kinds)


def _no_format(output: str, formats: Sequence[str]) -> str:
    """Return why a file can't be written without knowing its format, and what to do."""
    ending = Path(output).suffix.lower()
    lead = f"nothing is written as {ending}" if ending else f"{output} has no ending"
    if ending == ".pdf" and "html" in formats:
        return (
            "no report is written as .pdf; write -o FILE.html and print it to PDF from a browser, "
            "or write -o FILE.docx"
        )
    return f"{lead}; expected {_endings(formats)}, or the format with -f"


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
