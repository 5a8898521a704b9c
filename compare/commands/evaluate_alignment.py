"""The command `readouts evaluate alignment`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from compare.commands.shared import Check
from compare.errors import InputError
from compare.output import write_stdout


def evaluate_alignment(
    folder: Annotated[
        Path, typer.Argument(help="A folder with superpal, ists, multimwa or xparade in it.")
    ],
    sets: Annotated[
        str | None,
        typer.Option(
            help="Sets or single files, by commas: superpal,multimwa/mtref-dev. "
            "[default: all that are there]",
            show_default=False,
        ),
    ] = None,
    check: Check = False,
    embedder: Annotated[
        str | None,
        typer.Option(help="Model for the vectors. [default: all-MiniLM-L6-v2]", show_default=False),
    ] = None,
) -> None:
    """Score matched sentences, chunks and words on public sets, beside simple peers.

    \b
    Examples:
      readouts evaluate alignment ../shared/data
      readouts evaluate alignment ../shared/data --sets superpal,ists --check
    """
    from compare.embedding import PACKAGED, load_embedder
    from compare.evaluation.alignment import chosen_files, floors_broken
    from compare.evaluation.alignment import evaluate_alignment as evaluate
    from compare.evaluation.scores import tables

    wanted = sets.split(",") if sets is not None else []
    chosen_files(folder, wanted)  # says what is missing before the model is loaded
    results = evaluate(folder, load_embedder(embedder or PACKAGED), wanted)
    write_stdout(tables(results))
    if check:
        broken = floors_broken(results)
        if broken:
            raise InputError("; ".join(broken))
