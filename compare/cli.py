"""The command `readouts`: reads arguments, calls the library, prints. No arithmetic here."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from compare.commands.article import article_command
from compare.commands.batch import batch_command
from compare.commands.demo import demo_command
from compare.commands.evaluate_alignment import evaluate_alignment
from compare.commands.evaluate_article import evaluate_article_command
from compare.commands.evaluate_facts import evaluate_facts_command
from compare.commands.evaluate_relations import evaluate_relations_command
from compare.commands.event import event_app
from compare.commands.event_shared import Database
from compare.commands.models import models_list, models_prepare
from compare.commands.models_cache import models_cache
from compare.commands.pair import compare_command
from compare.commands.shared import (
    Check,
    CrossEncoder,
    DivergenceThreshold,
    Embedder,
    LinkThreshold,
)
from compare.errors import CompareError, InputError, OutputError
from compare.output import write_stdout
from compare.settings import settings_from

app = typer.Typer(
    name="readouts",
    help="Compare two accounts of the same event: what both assert, where they differ and in "
    "what, and what only one says.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
models_app = typer.Typer(
    help="The models that a comparison uses.", no_args_is_help=True, rich_markup_mode=None
)
evaluate_app = typer.Typer(
    help="Measure against hand-marked pairs.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(models_app, name="models")
app.add_typer(evaluate_app, name="evaluate")
app.add_typer(event_app, name="event")


def _show_version(wanted: bool) -> None:
    if wanted:
        from compare.pipeline import product_version

        write_stdout(f"readouts {product_version()}\n")
        raise typer.Exit


@app.callback()
def main_options(
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """Compare two accounts of the same event: what both assert, where they differ, and in what."""


app.command("demo")(demo_command)
app.command("compare")(compare_command)
app.command("article")(article_command)
app.command("batch")(batch_command)
evaluate_app.command("article")(evaluate_article_command)
evaluate_app.command("facts")(evaluate_facts_command)
evaluate_app.command("relations")(evaluate_relations_command)


models_app.command("list")(models_list)
models_app.command("cache")(models_cache)
models_app.command("prepare")(models_prepare)


@evaluate_app.command("pairs")
def evaluate_pairs(
    folder: Annotated[Path, typer.Argument(help="A folder of gold pairs, or one file.")],
    baseline: Annotated[
        bool, typer.Option(help="Also score what a user would script without us.")
    ] = True,
    check: Check = False,
    embedder: Embedder = None,
    cross_encoder: CrossEncoder = None,
    link_threshold: LinkThreshold = None,
    divergence_threshold: DivergenceThreshold = None,
) -> None:
    """Score links, relations, omissions and evidence kinds against gold pairs.

    \b
    Examples:
      readouts evaluate pairs data/gold/test
      readouts evaluate pairs data/gold/test --check
    """
    from compare.evaluation.pairs import evaluate, floors_broken, table

    settings = settings_from(
        embedder=embedder,
        cross_encoder=cross_encoder,
        link_threshold=link_threshold,
        divergence_threshold=divergence_threshold,
    )
    rows = evaluate(folder, settings, with_baseline=baseline)
    write_stdout(table(rows))
    if check:
        broken = floors_broken(rows)
        if broken:
            raise InputError("; ".join(broken))


evaluate_app.command("alignment")(evaluate_alignment)


@app.command()
def dashboard(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8501,
    database: Database = None,
    secrets: Annotated[
        str | None,
        typer.Option(
            help="A file that sets up signing in (docs/dashboard.md). "
            "[default: .streamlit/secrets.toml here or at home, if it has a table [auth]]",
            show_default=False,
        ),
    ] = None,
    allow_remote: Annotated[
        bool,
        typer.Option(
            "--allow-remote",
            help="Listen beyond this machine without signing in; all who reach it can then see "
            "and change everything.",
        ),
    ] = False,
) -> None:
    """Serve the dashboard in a browser, opened with the built-in event.

    Beyond this machine it listens only where people sign in, or with --allow-remote.

    \b
    Examples:
      readouts dashboard
      readouts dashboard --port 8600 --database talks.sqlite
      readouts dashboard --host 0.0.0.0 --database postgresql://readouts@db/readouts
    """
    from compare.dashboard.launch import launch

    raise typer.Exit(
        launch(host, port, allow_remote=allow_remote, database=database, secrets=secrets)
    )


def _fail(message: str) -> NoReturn:
    print(f"readouts: {' '.join(message.split())}", file=sys.stderr)
    sys.exit(2)


# typer carries its own copy of click, so its errors are found by way of the one that it exports.
_UsageError: Any = typer.BadParameter.__base__
_ClickError: Any = _UsageError.__base__


def _usage_line(error: Any) -> str:
    """Return what is wrong with an argument, with its value, as a sentence."""
    text: str = error.format_message()
    # typer has numbers read by pydantic, whose error knows the value; the message leaves it out.
    faults: list[Any] = getattr(error.__cause__, "errors", list)()
    told = re.fullmatch(r"Invalid value for '?(.+?)'?: Input should be (.+?)(, unable .*)?", text)
    if faults and told:
        text = f"{told[1]} is {faults[0]['input']!r}; it should be {told[2]}"
    return text if text.endswith((".", "?", "!")) else f"{text}."


def main() -> None:
    """Run the command line: exit 0 when done, 2 with one line when it can't be done."""
    try:
        result = app(standalone_mode=False)
    except _UsageError as error:
        usage = error.ctx.command_path if error.ctx else "readouts"
        _fail(f"{_usage_line(error)} See: {usage} --help")
    except _ClickError as error:
        _fail(error.format_message())
    except CompareError as error:
        _fail(str(error))
    except (typer.Abort, KeyboardInterrupt):
        print("readouts: stopped", file=sys.stderr)
        sys.exit(130)
    except MemoryError:
        _fail("out of memory; expected shorter statements; compare them in parts")
    sys.exit(result if isinstance(result, int) else 0)


__all__ = ["OutputError", "app", "main"]
