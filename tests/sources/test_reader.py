"""Files of every kind: known by what they hold, whatever they are called."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document

from compare.errors import InputError
from compare.sources import ReadOptions, make_statement, read_bytes, read_source
from tests.sources.documents import HEAD, lines_pdf, picture_pdf, two_column_pdf, word_file

PARAGRAPHS = (
    "The Presidents of Norland and Tarn spoke by telephone for ninety minutes on Tuesday.",
    "They agreed that the negotiations on the harbour of Veld would be resumed without delay.",
    "President Morel underlined that the responsibilities of Norland remain what they were.",
    "He proposed a joint commission of twelve experts, which would report by the third of May.",
    "Tarn welcomed the proposal and asked for long-term arrangements for its fishermen.",
    "The commission will meet in Geneva, with five members from either side and two from abroad.",
    "Both sides recalled the convention that their fathers had signed in the spring of 1971.",
    "The survey ship stays in port while the commission sits, said the minister of Tarn.",
)
PAGE = """<!doctype html><html lang="en"><head><title>Harbour opens | The Veld Courier</title>
<meta property="og:site_name" content="The Veld Courier">
<meta property="article:published_time" content="2026-03-04T10:00:00Z">
<script>var secret = 1</script></head><body><nav><a>Home</a> <a>World</a></nav>
<h1>Harbour opens</h1><article><p class="byline">By Jane Roe</p>
<figure><figcaption>President Morel (File image)</figcaption></figure>
<p>The presidents of Norland and Tarn <b>agreed</b> on Tuesday to reopen the harbour &amp; the pier.</p>
<p>The presidency said that it would stay open to every ship, whatever the flag that it flies.</p>
<aside>Read also: Storm hits the coast</aside></article><footer>© 2026 The Veld Courier</footer>
</body></html>"""


@pytest.mark.parametrize(
    ("data", "kind", "text"),
    [
        (b"We agreed.", "text", "We agreed."),
        (
            b"# Readout\n\nWe **agreed** to [meet](https://x.example).",
            "markdown",
            "We agreed to meet.",
        ),
        (b'{"text": "We agreed.", "author": "Morel"}', "json", "We agreed."),
        (b"1\n00:00:01,000 --> 00:00:02,000\n<i>We</i>\nagreed.\n", "subtitles", "We agreed."),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Morel>We agreed.\n", "subtitles", "We agreed."),
        (b"<html><body><p>We agreed.</p></body></html>", "html", "We agreed."),
        (word_file(["We agreed."]), "docx", "We agreed."),
        (lines_pdf([["We agreed."]]), "pdf", "We agreed."),
    ],
)
def test_a_file_is_known_by_its_content(data: bytes, kind: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "statement.bin"
    path.write_bytes(data)
    source = read_source(str(path))
    assert (source.kind, source.text, source.name) == (kind, text, "statement.bin")


def test_columns_running_heads_and_page_numbers_of_a_pdf() -> None:
    source = read_bytes(two_column_pdf("Readout of the call", PARAGRAPHS * 12), "r.pdf")
    paragraphs = source.text.split("\n\n")
    assert paragraphs[: len(PARAGRAPHS)] == list(PARAGRAPHS)
    assert len(paragraphs) == 12 * len(PARAGRAPHS)
    assert source.title == "Readout of the call"
    reasons = {(item.text, item.reason) for item in source.dropped}
    assert (HEAD, "running head") in reasons
    assert ("Page 1", "page number") in reasons


def test_words_parted_at_line_ends_are_joined() -> None:
    lines = [
        "The negotia-",
        "tions are long-",
        "term and the long-term re-",
        "sult is a cease-",
        "fire.",
    ]
    source = read_bytes(lines_pdf([lines]), "r.pdf")
    assert source.text == "The negotiations are long-term and the long-term result is a ceasefire."


def test_a_paragraph_goes_on_over_the_page() -> None:
    first = ["The two sides agreed to meet again soon in the city of", "Geneva, and to bring with"]
    source = read_bytes(
        lines_pdf([first, ["them all the maps that were drawn in the year 1971."]]), "r.pdf"
    )
    assert source.text == " ".join([*first, "them all the maps that were drawn in the year 1971."])


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (picture_pdf(), "is a scan or a picture without a text layer; expected a PDF whose text"),
        (lines_pdf([["Hello."]], encrypt="secret"), "is locked with a password"),
        (b"%PDF-1.7 nothing more", "can't be read as pdf"),
        (b"PK\x03\x04rest", "is a broken zip or office document"),
        (b"<?xml version='1.0'?><feed><entry>We agreed.</entry></feed>", "is XML; expected text"),
        (b"<html><body><nav>Home</nav></body></html>", "has no text that is not a menu"),
        (
            b"<html><body><p>Please enable JavaScript to go on.</p></body></html>",
            "only in a browser",
        ),
        (b'{"a": 1}', "is JSON without a post's text; expected an object with 'text'"),
        (b'{"text": "We agreed." "x"}', "begins like JSON but isn't"),
        (b'{"schema": "readouts/comparison/2"}', "is a report of this program"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\n[APPLAUSE]\n", "is a transcript without words"),
    ],
)
def test_what_can_not_be_read_is_said_in_a_line(data: bytes, says: str) -> None:
    with pytest.raises(InputError) as error:
        read_bytes(data, "x.bin")
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_a_spreadsheet_is_named_as_one() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(
        InputError, match="x.docx is a spreadsheet, not a Word file; expected .docx"
    ):
        read_bytes(out.getvalue(), "x.docx")


def test_a_word_file_shows_what_word_shows() -> None:
    document = Document()
    document.add_heading("Readout", 1)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "First cell.", "Second cell."
    paragraph = document.add_paragraph("We agreed")
    paragraph.add_run(" to meet.")
    deleted = paragraph._p.makeelement(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}del", {}
    )
    run = paragraph.add_run("never said")._r
    paragraph._p.append(deleted)
    deleted.append(run)
    document.sections[0].footer.paragraphs[0].text = "Page foot"
    out = io.BytesIO()
    document.save(out)
    source = read_bytes(out.getvalue(), "r.docx")
    assert source.text == "Readout\n\nFirst cell. Second cell.\n\nWe agreed to meet."
    assert ("Page foot", "running foot") in {(d.text, d.reason) for d in source.dropped}


def test_a_page_gives_its_text_and_says_what_it_left_out() -> None:
    source = read_bytes(PAGE.encode(), "page.html")
    assert source.text.split("\n\n") == [
        "The presidents of Norland and Tarn agreed on Tuesday to reopen the harbour & the pier.",
        "The presidency said that it would stay open to every ship, whatever the flag that it flies.",
    ]
    assert (source.title, source.date, source.speaker, source.language) == (
        *("Harbour opens", "2026-03-04", "The Veld Courier", "en"),
    )
    reasons = {item.reason for item in source.dropped}
    assert reasons == {"menu", "byline", "caption", "side box", "page foot"}
    assert "secret" not in source.text + str(source.dropped)


@pytest.mark.parametrize("label", ["windows-1251", "utf-8"])
def test_a_page_names_its_encoding_rightly_or_wrongly(label: str) -> None:
    text = "Президент России Владимир Путин провёл телефонный разговор с Президентом США."
    page = f'<html><head><meta charset="{label}"></head><body><p>{text}</p></body></html>'
    assert read_bytes(page.encode("cp1251"), "p.html").text == text
    assert read_bytes(page.encode(), "p.html", charset="iso-8859-1").text == text


def test_an_export_of_posts_is_a_thread_by_date() -> None:
    posts = [
        {
            "created_at": "Wed Feb 12 17:34:00 +0000 2025",
            "full_text": "Second &amp; last.",
            "user": {"name": "M"},
        },
        {
            "created_at": "Wed Feb 12 17:31:00 +0000 2025",
            "full_text": "First.",
            "user": {"name": "M"},
        },
    ]
    source = read_bytes(json.dumps(posts).encode(), "posts.json")
    assert source.text == "First.\n\nSecond & last."
    assert (source.speaker, source.date) == ("M", "2025-02-12")
    script = f"window.YTD.tweets.part0 = {json.dumps([{'tweet': posts[1]}])}"
    assert read_bytes(script.encode(), "tweets.js").text == "First."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('{"text": "broken', "broken.json"),
        ('{"text": "broken', "standard input"),
        ('[\n  {"text": "We agreed.", ', "posts.txt"),
        ('{"text": "We agreed."} and more', "a.txt"),
        ("{text: 1", "a.JSON"),
        ("[", "a.json"),
    ],
)
def test_broken_json_is_refused_with_the_place_where_it_breaks(text: str, name: str) -> None:
    with pytest.raises(InputError) as error:
        read_bytes(text.encode(), name)
    assert f"{name} begins like JSON but isn't (" in str(error.value)
    assert re.search(r"line \d+ column \d+", str(error.value))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('[The call] lasted "an hour": we agreed.', "a.txt"),
        ('[The call] lasted "an hour": we agreed.', "a.json"),
        ('["We agreed," he said: nothing more was to be heard.', "standard input"),
        ("[2/3] of the harbour is open. {All of it}", "a.txt"),
    ],
)
def test_prose_that_begins_with_a_bracket_stays_prose(text: str, name: str) -> None:
    assert read_bytes(text.encode(), name).text == text


def test_a_date_line_goes_before_the_date_when_the_file_was_made() -> None:
    source = read_bytes(
        word_file(["Statement by the Minister of Ports", "2 March 2026", *PARAGRAPHS]), "r.docx"
    )
    assert (source.date, dict(source.basis)["date"]) == ("2026-03-02", "a line of the text")
    source = read_bytes(word_file(PARAGRAPHS), "r.docx")
    assert (source.date, dict(source.basis)["date"]) == ("2013-12-23", "when the file was made")


ROWS = [("Harbour", "Opens"), ("Veld", "10 May"), ("", "12 June 2026"), ("11 May", "12 May")]
LINES = ["Harbour: Opens", "Veld: 10 May", "12 June 2026", "11 May: 12 May"]


def _pipes() -> bytes:
    first, *rest = [f"| {' | '.join(row)} |" for row in ROWS]
    return "\n".join([PARAGRAPHS[0], "", first, "|---|:---:|", *rest]).encode()


def _page_with_table() -> bytes:
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    text = f"<p>{PARAGRAPHS[0]}</p><table>{table}</table>"
    return f"<!doctype html><html><body><main>{text}</main></body></html>".encode()


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("docx", word_file(PARAGRAPHS[:1], rows=ROWS)),
        ("markdown", _pipes()),
        ("html", _page_with_table()),
    ],
)
def test_a_row_of_a_table_is_a_line_and_loses_no_cell(kind: str, data: bytes) -> None:
    source = read_bytes(data, "a.bin")
    assert source.kind == kind
    assert source.text.split("\n\n") == [PARAGRAPHS[0], *LINES]
    assert [make_statement(line).sentence(0) for line in LINES] == LINES
    assert source.dropped == ()


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (("Veld", "10 May"), "Veld: 10 May"),
        (("Veld", "10 May", "open"), "Veld, 10 May, open"),
        (("11:00 AM", "Opening of the talks", "Hall 2"), "11:00 AM, Opening of the talks, Hall 2"),
        (("Pier No.", "4"), "Pier No. 4"),
        (("GENEVA, 3 May 2026 – 5 May 2026", "The talks"), "GENEVA, 3 May 2026 – 5 May 2026: The talks"),
    ],
)  # fmt: skip
def test_the_cells_of_a_row_are_joined(cells: tuple[str, ...], line: str) -> None:
    source = read_bytes(word_file(PARAGRAPHS[:1], rows=[cells]), "a.docx")
    assert source.text == f"{PARAGRAPHS[0]}\n\n{line}"


def test_cells_of_several_paragraphs_keep_them() -> None:
    data = word_file(PARAGRAPHS[:1], rows=[("Veld", "10 May\n12 May")])
    assert read_bytes(data, "a.docx").text.endswith("\n\nVeld: 10 May 12 May")  # a line break
    document = Document()
    cell = document.add_table(1, 2).cell(0, 1)
    cell.text = "10 May"
    cell.add_paragraph("12 May")
    document.add_paragraph("We agreed to meet.")
    out = io.BytesIO()
    document.save(out)
    assert read_bytes(out.getvalue(), "a.docx").text == "10 May\n\n12 May\n\nWe agreed to meet."


def test_a_table_above_all_text_may_hold_the_date() -> None:
    document = Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Date", "2 March 2026"
    document.add_paragraph(PARAGRAPHS[0])
    out = io.BytesIO()
    document.save(out)
    source = read_bytes(out.getvalue(), "a.docx")
    assert (source.date, source.text) == ("2026-03-02", f"Date: 2 March 2026\n\n{PARAGRAPHS[0]}")


def test_everything_is_kept_on_request() -> None:
    text = b"Share\n\nBy Jane Roe\n\nWe agreed to meet again in the spring, said the minister."
    assert read_bytes(text, "a.txt", options=ReadOptions(keep_all=True)).text == text.decode()
    assert read_bytes(text, "a.txt").text.startswith("We agreed")


def test_a_plain_text_costs_no_library(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("We agreed to meet again.")
    code = (
        "import sys\nimport compare.cli\nfrom compare.sources import read_source\n"
        "read_source(sys.argv[1])\nprint(sorted(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.txt")],
        capture_output=True,
        text=True,
        check=True,
    )
    for name in ("lxml", "trafilatura", "pdfminer", "httpcore", "httpx", "spacy", "markdown_it"):
        assert f"'{name}'" not in done.stdout
