"""Settings: defaults hold, ranges are kept, and the command line shows each one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from compare.cli import app
from compare.errors import SettingError
from compare.settings import Settings, setting_infos


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("link_threshold", -0.1),
        ("link_threshold", 1.1),
        ("link_threshold", float("nan")),
        ("link_threshold", "high"),
        ("link_threshold", True),
        ("divergence_threshold", 2),
        ("embedder", ""),
        ("embedder", "   "),
        ("embedder", 3),
    ],
)
def test_a_value_out_of_range_is_refused_by_name(name: str, value: object) -> None:
    with pytest.raises(SettingError, match=rf"^{name} is .*; expected .*; the default is "):
        Settings(**{name: value})  # type: ignore[arg-type]


def test_every_setting_has_help_and_unit() -> None:
    for info in setting_infos():
        assert info.help.endswith("."), info.name
        assert info.unit, info.name


@pytest.mark.parametrize("command", [["compare"], ["evaluate", "pairs"]])
def test_every_setting_is_an_option(command: list[str]) -> None:
    text = re.sub(r"\s+", " ", CliRunner().invoke(app, [*command, "--help"]).output)
    for info in setting_infos():
        assert f"--{info.name.replace('_', '-')} " in text
        assert f"[default: {info.default}]" in text


def test_every_setting_is_in_the_docs() -> None:
    text = (Path(__file__).parents[1] / "docs" / "commands.md").read_text("utf-8")
    for info in setting_infos():
        assert f"`--{info.name.replace('_', '-')}`" in text, info.name
        assert info.help in text, info.name
