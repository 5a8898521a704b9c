"""`readouts compare`: two sources in, one report out."""

from __future__ import annotations

from typing import Annotated

import typer

from compare.commands.extras import extras_for
from compare.commands.progress import ProgressLine
from compare.commands.reading import AllowPrivate, Given, KeepAll, Refresh, ShowDropped, read_side
from compare.commands.shared import (
    CrossEncoder,
    DivergenceThreshold,
    Embedder,
    Format,
    LinkThreshold,
    Output,
    check_output,
    emit,
    format_name,
    note,
    terminal,
)
from compare.errors import InputError
from compare.settings import settings_from

_WHAT = (
    "A file (text, Markdown, HTML, PDF, Word, JSON, subtitles), a web address, or - for standard "
    "input."
)


def compare_command(
    a: Annotated[str, typer.Argument(help=_WHAT)],
    b: Annotated[str, typer.Argument(help="The same for B.")],
    format: Format = None,
    output: Output = None,
    a_speaker: Annotated[str, typer.Option(help="Who speaks in A. [default: guessed]")] = "",
    b_speaker: Annotated[str, typer.Option(help="Who speaks in B. [default: guessed]")] = "",
    a_title: Annotated[str, typer.Option(help="Title of A. [default: guessed]")] = "",
    b_title: Annotated[str, typer.Option(help="Title of B. [default: guessed]")] = "",
    a_date: Annotated[str, typer.Option(help="Date of A, as 2025-02-12. [default: guessed]")] = "",
    b_date: Annotated[str, typer.Option(help="Date of B, as 2025-02-12. [default: guessed]")] = "",
    a_language: Annotated[str, typer.Option(help="Language of A, as en. [default: guessed]")] = "",
    b_language: Annotated[str, typer.Option(help="Language of B, as en. [default: guessed]")] = "",
    show_dropped: ShowDropped = False,
    keep_all: KeepAll = False,
    allow_private: AllowPrivate = False,
    refresh: Refresh = False,
    embedder: Embedder = None,
    cross_encoder: CrossEncoder = None,
    link_threshold: LinkThreshold = None,
    divergence_threshold: DivergenceThreshold = None,
) -> None:
    """Compare two statements: what both assert, where they differ, what only one says.

    \b
    Examples:
      readouts compare post.txt readout.pdf
      readouts compare post.txt readout.docx --a-speaker "US President" --b-speaker Kremlin
      readouts compare https://one.example/readout https://two.example/statement -o report.html
      readouts compare page.html post.json --show-dropped
      pbpaste | readouts compare - readout.txt --format json > comparison.json
    """
    from compare.sources import ReadOptions

    if a == "-" and b == "-":
        raise InputError("A and B are both -; expected at least one file; save one of them")
    chosen = format_name(format, output)
    check_output(output, (a, b))
    settings = settings_from(
        embedder=embedder,
        cross_encoder=cross_encoder,
        link_threshold=link_threshold,
        divergence_threshold=divergence_threshold,
    )
    options = ReadOptions(allow_private=allow_private, refresh=refresh, keep_all=keep_all)
    of_a = Given(a_speaker, a_title, a_date, a_language).checked()
    of_b = Given(b_speaker, b_title, b_date, b_language).checked()
    first = read_side("a", a, of_a, options, show_dropped)
    second = read_side("b", b, of_b, options, show_dropped)
    from compare.pipeline import compare
    from compare.report import notes, render_bytes

    progress = ProgressLine()
    try:
        comparison = compare(first, second, settings, progress)
    finally:
        progress.close()
    for line in notes(comparison):
        note(line)
    width, colour = terminal(output)
    extras = extras_for(comparison, chosen)
    emit(render_bytes(comparison, chosen, width=width, colour=colour, extras=extras), output)
