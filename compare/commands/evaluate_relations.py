"""`readouts evaluate relations`: changed facts found, and false divergences."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from compare.commands.shared import Check
from compare.errors import InputError
from compare.output import write_stdout


def evaluate_relations_command(
    folder: Annotated[Path, typer.Argument(help="A folder of fact sets, or one file.")],
    data: Annotated[
        Path | None, typer.Option(help="A folder with the public sets superpal, nli and ists.")
    ] = None,
    most: Annotated[int, typer.Option(min=1, help="Pairs taken of each public set.")] = 400,
    check: Check = False,
) -> None:
    """Judge sentence pairs whose relation is known, each as a link by itself.

    \b
    Examples:
      readouts evaluate relations data/facts/test
      readouts evaluate relations data/facts/test --data ../shared/data
    """
    from compare.evaluation.relations import (
        evaluate_aligned,
        evaluate_chunks,
        evaluate_facts,
        evaluate_snli,
        floors_broken,
        table,
    )
    from compare.settings import Settings

    settings = Settings()
    rows = evaluate_facts(folder, settings)
    broken = floors_broken(rows) if check else []
    if data is not None:
        rows.append(evaluate_aligned(data, settings, most))
        rows += evaluate_snli(data, settings, most)
        rows += evaluate_chunks(data, settings, most)
    write_stdout(table(rows))
    if broken:
        raise InputError("; ".join(broken))
