"""From a paste or an upload to a statement."""

from __future__ import annotations

from datetime import date

import pytest

from compare.dashboard.downloads import DOWNLOADS, OVERVIEWS, file_name
from compare.dashboard.intake import Draft, name_in, preview, read_draft, title_of
from compare.errors import InputError
from compare.model import Statement
from compare.report import FORMATS
from compare.report.board_render import BOARD_FORMATS
from compare.sources.limits import MAX_BYTES


def read(draft: Draft, side: str) -> tuple[Statement, str]:
    reading = read_draft(draft, side.upper())
    return reading.statement, reading.note


def test_a_paste_is_kept_as_it_is() -> None:
    text = "  We met.\r\nWe agreed — “fully”. "
    draft = Draft(text=text, speaker=" Kremlin ", title="Readout", date=date(2025, 2, 12))
    statement, note = read(draft, "a")
    assert statement.text == text
    assert (statement.speaker, statement.title, statement.date) == (
        *("Kremlin", "Readout", "2025-02-12"),
    )
    assert (statement.source, note) == ("", "")


def test_an_upload_in_another_encoding_says_so() -> None:
    text = "Мы встретились в Осло. Мы договорились обо всём, что было важно для обеих сторон."
    statement, note = read(Draft(data=text.encode("cp1251"), file="r.txt"), "b")
    assert statement.text == text
    assert statement.source == "r.txt"
    assert "r.txt is not UTF-8" in note


@pytest.mark.parametrize(
    ("draft", "message"),
    [
        (Draft(), "Statement B is empty"),
        (Draft(text=" \n"), "Statement B is empty"),
        (Draft(text="\u200b\ufeff"), "Statement B is empty"),
        (Draft(data=b"", file="e.txt"), "e.txt is empty"),
        (Draft(data=b"%PDF-1.7 x", file="p.txt"), "p.txt can't be read as pdf"),
        (Draft(data=b"a\x00b", file="b.txt"), "b.txt is a binary file"),
        (Draft(text="a" * (MAX_BYTES + 1)), "Statement B is over 20 MB"),
    ],
)
def test_what_is_no_statement_is_refused_in_one_sentence(draft: Draft, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        read(draft, "b")
    assert "\n" not in str(caught.value)
    assert "expected" in str(caught.value)


def test_the_preview_counts_and_quotes_both_ends() -> None:
    statement, _ = read(Draft(text="We met in Oslo. It rained.\n\nWe agreed."), "a")
    line = preview(statement)
    assert line.startswith("3 sentences · 8 words")
    assert "Begins “We met in Oslo.”, ends with “We agreed.”" in line
    one, _ = read(Draft(text="We met " + "often " * 30 + "."), "a")
    assert "It says “We met often" in preview(one)
    assert "…”" in preview(one)


def test_an_event_is_named_after_its_sides() -> None:
    a, _ = read(Draft(text="We met.", speaker="Kremlin"), "a")
    b, _ = read(Draft(text="They met.", date=date(2025, 2, 12)), "b")
    assert title_of(a, b) == "Kremlin and statement B"
    assert title_of(b, a) == "Statement A and Kremlin"


def test_every_format_can_be_taken_along() -> None:
    assert {item.format for item in DOWNLOADS} == set(FORMATS)
    assert {item.format for item in OVERVIEWS} == set(BOARD_FORMATS)
    assert file_name("2025-02-12 Ü/../x", DOWNLOADS[0]) == "readouts-2025-02-12-x.html"
    assert file_name("…", DOWNLOADS[-1]) == "readouts-comparison.json"
    long = file_name("2026-06-03-" + "president-and-prime-minister-" * 4, DOWNLOADS[0], "overview")
    assert long.endswith("-overview.html")


def test_a_page_is_read_as_on_the_command_line_and_says_what_it_left_out() -> None:
    page = (
        b"<html><nav>Home</nav><h1>Readout of the call</h1><p>We agreed to meet again.</p></html>"
    )
    reading = read_draft(Draft(data=page, file="r.html"), "a")
    assert (reading.statement.text, reading.statement.title) == (
        *("We agreed to meet again.", "Readout of the call"),
    )
    assert "Title, from the page's title: Readout of the call." in reading.note
    assert [(item.text, item.reason) for item in reading.dropped] == [("Home", "menu")]
    own = read_draft(Draft(data=page, file="r.html", title="Mine"), "a")
    assert own.statement.title == "Mine"
    assert "Title" not in own.note


@pytest.mark.parametrize("link", ["/etc/passwd", "file:///etc/passwd", "-", "r.html"])
def test_a_link_is_never_a_file_of_the_server(link: str) -> None:
    with pytest.raises(InputError, match="is no web address; expected one that begins with https"):
        read(Draft(link=link), "a")


def test_a_link_into_the_servers_network_is_refused() -> None:
    with pytest.raises(InputError, match="an address inside your own network"):
        read(Draft(link="http://127.0.0.1:8501/"), "a")


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        (
            "Les deux présidents se sont entretenus hier du barrage et de la réouverture du port.",
            "B is in French. The comparison is made for English: its results are unreliable here.",
        ),
        ("Президенты обсудили вчера открытие порта и судьбу рыбаков.", "B is in Russian."),
        ("The presidents talked about the dam and the harbour yesterday.", ""),
        ("12.", ""),
        ("OK.", ""),
        ("会谈在奥斯陆举行。", "B is in another script than English. The comparison is made for"),
    ],
)
def test_another_language_is_warned_of_before_anything_is_compared(text: str, warning: str) -> None:
    said = read_draft(Draft(text=text), "B").warning
    assert said.startswith(warning)
    assert bool(said) is bool(warning)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("kremlin.txt", "Kremlin"),
        ("white_house  readout.final.docx", "White house readout.final"),
        ("folder/Kremlin.pdf", "Kremlin"),
        ("2025-02-12.txt", ""),
        ("_.txt", ""),
        ("", ""),
    ],
)
def test_a_file_proposes_who_speaks(file: str, name: str) -> None:
    assert name_in(file) == name
    statement, note = read(Draft(data=b"We met.", file=file or "1.txt"), "a")
    assert statement.speaker == name
    assert (f"Speaker, from the file’s name: {name}." in note) is bool(name)
    assert read(Draft(data=b"We met.", file="x.txt", speaker="Me"), "a")[0].speaker == "Me"
    assert read(Draft(data=b"We met.", file="x.txt", title="T"), "a")[0].speaker == ""
