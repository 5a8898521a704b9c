"""The ending of -o and the format agree, or nothing is written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from compare.cli import app
from compare.commands.shared import format_name
from compare.errors import CompareError, OutputError, SettingError
from compare.output import write_file


@pytest.mark.parametrize(
    ("name", "output", "meant"),
    [
        (None, None, "text"),
        (None, "x.txt", "text"),
        (None, "x.md", "markdown"),
        (None, "x.markdown", "markdown"),
        (None, "x.HTM", "html"),
        (None, "x.html", "html"),
        (None, "x.json", "json"),
        (None, "x.csv", "csv"),
        (None, "x.docx", "docx"),
        (None, os.devnull, "text"),
        ("csv-links", "x.csv", "csv-links"),
        ("html", "x.html", "html"),
        ("text", "x.log", "text"),
        ("json", "x", "json"),
    ],
)
def test_the_ending_means_the_format(name: str | None, output: str | None, meant: str) -> None:
    assert format_name(name, output) == meant


@pytest.mark.parametrize(
    ("name", "output", "says"),
    [
        (None, "x.pdf", "write -o FILE.html and print it to PDF from a browser"),
        (None, "x.xyz", "nothing is written as .xyz; expected .txt, .md, .markdown, .html, .htm"),
        (None, "report", "report has no ending; expected .txt"),
        ("csv", "x.html", "x.html ends like html but the format is csv; expected the ending .csv"),
        ("text", "x.docx", "expected the ending .txt, or no -f"),
        ("odt", "x.odt", "no format 'odt'; choose one of: text"),
    ],
)
def test_what_contradicts_or_means_nothing_is_refused(
    name: str | None, output: str, says: str
) -> None:
    with pytest.raises(SettingError) as error:
        format_name(name, output)
    assert says in str(error.value)


@pytest.mark.parametrize("name", [None, "html"])
def test_a_folder_is_no_file(name: str | None, tmp_path: Path) -> None:
    for output in (str(tmp_path), f"{tmp_path}/"):
        with pytest.raises(OutputError) as error:
            format_name(name, output)
        assert str(error.value) == (
            f"{output} is a directory; expected a file name, such as {tmp_path}/report.html"
        )


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    target = tmp_path / f"{'x' * 300}.html"
    assert format_name(None, str(target)) == "html"
    with pytest.raises(OutputError, match="can't be written: File name too long"):
        write_file("x", target)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "arguments",
    [
        ("demo", "-o", "{x}.pdf"),
        ("demo", "-f", "csv", "-o", "{x}.html"),
        ("compare", "{x}", "{x}", "-o", "{x}.xyz"),
        ("article", "{x}", "-o", "{x}.xyz"),
        ("article", "{x}", "--list", "-o", "{x}.html"),
        ("event", "compare", "none", "-o", "{x}.pdf"),
        ("event", "export", "none", "-o", "{x}.json"),
        ("event", "export", "none", "-o", ""),
        ("demo", "-o", ""),
        ("demo", "-f", "html", "-o", ""),
    ],
)
def test_each_command_refuses_and_writes_nothing(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    name = str(tmp_path / "x")
    found = CliRunner().invoke(app, [part.format(x=name) for part in arguments])
    assert isinstance(found.exception, CompareError)
    assert " expected " in str(found.exception) or "PDF" in str(found.exception)
    assert not list(tmp_path.iterdir())
