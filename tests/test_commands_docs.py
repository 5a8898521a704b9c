"""The command reference names every command and every option of those that read sources."""

from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner

from compare.cli import app
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "commands.md").read_text("utf-8")


@pytest.mark.parametrize("command", ["compare", "article"])
def test_every_option_is_in_the_reference(command: str) -> None:
    shown = CliRunner().invoke(app, [command, "--help"]).output
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", shown)) - {"--help"}
    assert "--show-dropped" in options
    for option in options:
        name = option.replace("--b-", "--a-")
        assert f"`{name}`" in TEXT, option


def test_every_command_is_in_the_reference() -> None:
    for line in ("article SOURCE", "evaluate article DIR", "compare A B"):
        assert f"`readouts {line}`" in TEXT


def test_every_limit_is_in_the_page_on_sources() -> None:
    from compare.sources import limits

    page = (ROOT / "docs" / "sources.md").read_text("utf-8")
    for text in (
        f"{limits.MAX_BYTES // 1_000_000} MB",
        f"{limits.MAX_CHARS:,} characters; for `article` {limits.MAX_ARTICLE:,}",
        f"| PDF pages | {limits.MAX_PAGES} |",
        f"{limits.MAX_XML_BYTES // 1_000_000} MB",
        f"{limits.PARSE_SECONDS:.0f} s and {limits.PARSE_MEMORY // 1_000_000} MB",
    ):
        assert text in page
