"""The docs name every command, and no other."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from compare.cli import app

DOCS = Path(__file__).parents[1] / "docs"


def commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Yield every command that does something, by its full name."""
    subcommands = getattr(command, "commands", None)
    if subcommands is None:
        yield name, command
        return
    for word, sub in subcommands.items():
        yield from commands(sub, f"{name} {word}")


ALL = dict(commands(typer.main.get_command(app), "readouts"))


def test_the_reference_has_a_row_for_each_command_and_no_other() -> None:
    text = (DOCS / "commands.md").read_text("utf-8")
    rows = [row.split("`")[1] for row in text.splitlines() if row.startswith("| `readouts")]
    names = [re.match(r"[a-z ]+[a-z]", row)[0].strip() for row in rows]  # type: ignore[index]
    assert sorted(names) == sorted(ALL)


def test_every_option_that_the_docs_name_exists() -> None:
    known = {
        option
        for command in ALL.values()
        for parameter in command.params
        for option in (*parameter.opts, *parameter.secondary_opts)
    }
    for page in ("commands.md", "events.md"):
        text = (DOCS / page).read_text("utf-8")
        named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) - {"--help"}
        assert named <= known, page


@pytest.mark.parametrize("event", ["constructed-harbour-talks", "constructed-three-way-call"])
def test_the_samples_in_the_readme_are_what_the_demo_prints(event: str) -> None:
    text = (DOCS.parent / "README.md").read_text("utf-8")
    shown = text.split(f"`readouts demo --event {event}`", 1)[1].split("```")[1]
    command = [sys.executable, "-m", "compare", "demo", "--event", event]
    wide = {**os.environ, "COLUMNS": "100"}
    done = subprocess.run(command, capture_output=True, check=True, env=wide)
    printed = done.stdout.decode("utf-8")
    assert len(shown.strip().splitlines()) > 10
    assert shown.strip() in printed
