"""Each format: literal output for a small comparison, every sentence, and the name of a format."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from compare.contract import to_json
from compare.errors import SettingError
from compare.model import Comparison
from compare.report import FORMATS, make_view, render, render_terminal

from .pages import Page
from .sample import identical, pair, realistic, small, statement

EXPECTED = Path(__file__).parent / "expected"
SGR = re.compile(r"\x1b\[[0-9;]*m")


def bare(html: str) -> str:
    """Return a page without its style sheet and script and their hashes."""
    for tag in ("style", "script"):
        html = re.sub(rf"<{tag}>.*</{tag}>", f"<{tag}></{tag}>", html, flags=re.DOTALL)
    return re.sub(r"sha256-[^&]+&#x27;", "sha256-…&#x27;", html)


@pytest.mark.parametrize(
    ("name", "format", "width"),
    [
        ("small-100.txt", "text", 100),
        ("small-60.txt", "text", 60),
        ("small.md", "markdown", 100),
        ("small.html", "html", 100),
    ],
)
def test_the_output_is_literally(name: str, format: str, width: int) -> None:
    text = render(small(), format, width=width)
    expected = (EXPECTED / name).read_text("utf-8")
    assert (bare(text) if format == "html" else text) == expected


def test_json_is_the_contract() -> None:
    assert render(small(), "json") == to_json(small())


def test_an_unknown_format_says_which_there_are() -> None:
    with pytest.raises(SettingError) as caught:
        render(small(), "pdf")
    assert str(caught.value) == (
        "no report format 'pdf'; choose one of: text, markdown, html, json, csv, csv-links, docx"
    )
    assert FORMATS == ("text", "markdown", "html", "json", "csv", "csv-links", "docx")


@pytest.mark.parametrize("comparison", [realistic(), identical(), small()])
def test_the_page_quotes_every_sentence_of_both_sides(comparison: Comparison) -> None:
    page = Page(render(comparison, "html"))
    for letter, side in (("A", comparison.a), ("B", comparison.b)):
        for index in range(len(side.sentences)):
            assert (f"{letter}{index + 1}", side.sentence(index)) in page.sentences


def test_the_wide_terminal_holds_every_sentence_in_its_column() -> None:
    comparison = realistic()
    text = render(comparison, "text", width=120)
    reading = text.split("SIDE BY SIDE")[1].split("ONLY IN A")[0]
    cells = [line.split("│") for line in reading.splitlines() if line.count("│") == 2]
    for column, side in ((1, comparison.a), (2, comparison.b)):
        words = " ".join(" ".join(row[column] for row in cells).split())
        words = words.replace("[", "").replace("]", "")
        for index in range(len(side.sentences)):
            assert side.sentence(index) in words


@pytest.mark.parametrize("width", [40, 80, 100, 120, 160])
def test_no_line_is_wider_than_the_window(width: int) -> None:
    wide = "彼らは会談した👩‍👩‍👧🇫🇮 " * 12
    for comparison in (realistic(), small(), pair(statement([wide]), statement(["x" * 300]))):
        lines = render(comparison, "text", width=width).splitlines()
        assert max(map(cell_len, lines)) <= width


def test_a_window_too_narrow_for_a_column_scrolls() -> None:
    assert render(small(), "text", width=1) == render(small(), "text", width=40)


def test_colour_changes_the_ink_and_not_the_words() -> None:
    coloured = render(realistic(), "text", width=120, colour=True)
    assert "\x1b[1;4m" in coloured  # marked words: bold and underlined
    words = SGR.sub("", coloured)
    assert "\x1b" not in words
    assert "[agreed to have our teams start negotiations]" not in words
    assert "agreed to have our teams start negotiations on" in words


def test_the_environment_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    view = make_view(realistic())
    plain = render_terminal(view, width=100, colour=False)
    coloured = render_terminal(view, width=100, colour=True)
    for name, value in {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "31"}.items():
        monkeypatch.setenv(name, value)
    assert render_terminal(view, width=100, colour=True) == coloured
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert render_terminal(view, width=100, colour=False) == plain


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        ("Two hours.", "[Two hours.]"),
        ("Two [sic] hours.", "{Two [sic] hours.}"),
        ("Two [sic] {x}.", "⟦Two [sic] {x}.⟧"),
    ],
)
def test_marked_words_stand_in_brackets_that_no_side_uses(sentence: str, marked: str) -> None:
    text = render(pair(statement([sentence]), statement(["Three."])), "text", width=100)
    assert f"A1  {marked}" in text
