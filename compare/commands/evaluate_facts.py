"""`readouts evaluate facts`: facts read in sentences, against hand-marked ones."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from compare.commands.shared import Check
from compare.errors import InputError
from compare.output import write_stdout


def evaluate_facts_command(
    path: Annotated[Path, typer.Argument(help="A .jsonl file of marked sentences, or a folder.")],
    check: Check = False,
) -> None:
    """Score how numbers, dates, names, acts and conditions are read in marked sentences.

    \b
    Examples:
      readouts evaluate facts data/facts/marked
      readouts evaluate facts data/facts/marked/second.jsonl --check
    """
    from compare.evaluation.fact_marks import evaluate, floors_broken, table

    scores = evaluate(path)
    write_stdout(table(scores))
    broken = floors_broken(scores) if check else []
    if broken:
        raise InputError("; ".join(broken))
