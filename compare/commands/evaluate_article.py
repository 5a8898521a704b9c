"""`readouts evaluate article`: who said what in news articles, against hand-marked ones."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from compare.commands.shared import Check
from compare.errors import InputError
from compare.output import write_stdout


def evaluate_article_command(
    folder: Annotated[Path, typer.Argument(help="A folder of marked articles, or one file.")],
    check: Check = False,
) -> None:
    """Score the attribution of quotations and reported statements against marked articles.

    \b
    Examples:
      readouts evaluate article data/gold/articles
      readouts evaluate article data/gold/articles --check
    """
    from compare.evaluation.articles import evaluate, floors_broken, table

    scores = evaluate(folder)
    write_stdout(table(scores))
    broken = floors_broken(scores) if check else []
    if broken:
        raise InputError("; ".join(broken))
