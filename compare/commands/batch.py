"""`readouts batch`: many pairs in, tables out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from compare.commands.progress import ProgressLine
from compare.commands.reading import AllowPrivate, KeepAll, Refresh
from compare.commands.shared import (
    CrossEncoder,
    DivergenceThreshold,
    Embedder,
    LinkThreshold,
    note,
)
from compare.settings import settings_from


def batch_command(
    manifest: Annotated[
        Path,
        typer.Argument(
            help="A CSV or JSONL file with the columns a and b, or a folder of folders."
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder for the results; made where missing.")
    ],
    jobs: Annotated[int, typer.Option(min=1, help="Processes on this machine.")] = 1,
    ray: Annotated[
        str | None,
        typer.Option(
            help="Address of a Ray cluster, or local; needs the extra ray.", show_default=False
        ),
    ] = None,
    retry: Annotated[bool, typer.Option("--retry", help="Try again what failed before.")] = False,
    keep_all: KeepAll = False,
    allow_private: AllowPrivate = False,
    refresh: Refresh = False,
    embedder: Embedder = None,
    cross_encoder: CrossEncoder = None,
    link_threshold: LinkThreshold = None,
    divergence_threshold: DivergenceThreshold = None,
) -> None:
    """Compare many pairs, each once; the same command takes up a run that was stopped.

    Needs the extra batch. What can't be compared is listed in failures.jsonl and stops nothing.

    \b
    Examples:
      readouts batch calls.csv -o calls
      readouts batch calls.jsonl -o calls --jobs 4
      readouts batch archive/ -o archive.out --ray ray://head:10001
    """
    from compare.batch import read_manifest, run_batch
    from compare.sources import ReadOptions

    settings = settings_from(
        embedder=embedder,
        cross_encoder=cross_encoder,
        link_threshold=link_threshold,
        divergence_threshold=divergence_threshold,
    )
    options = ReadOptions(allow_private=allow_private, refresh=refresh, keep_all=keep_all)
    units = read_manifest(manifest, without=output)
    line = ProgressLine()
    try:
        done = run_batch(
            units,
            output,
            settings,
            options,
            jobs=jobs,
            ray=ray,
            retry=retry,
            report=lambda count, total: line("comparing pairs", count, total),
        )
    finally:
        line.close()
    note(
        f"{output}: {done.units - done.failed} of {done.units} pairs compared"
        + (f", {done.failed} failed (see failures.jsonl)" if done.failed else "")
        + f"; {done.made} done now, {done.units - done.made} were there"
    )
