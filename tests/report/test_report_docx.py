"""Word: whole, the same bytes each time, and only text whatever the statements hold."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from compare.model import Comparison, Evidence, Link
from compare.report import render_bytes
from compare.report.board_render import render_board
from compare.report.safe import one_line

from .board_sample import extras, whole
from .pages import squeeze
from .sample import SIGNATURE, find, realistic, small, statement
from .test_report_hostile import CORPUS, everywhere

# What a Word file may hold; a field (fldSimple, instrText) or an object would act.
ACTING = re.compile(r"<w:(fldSimple|instrText|fldChar|object|hyperlink|sdt|altChunk|pict)\b")


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def words(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return squeeze("".join([*(paragraph.text for paragraph in document.paragraphs), *cells]))


def test_it_quotes_every_sentence_of_both_sides() -> None:
    comparison = realistic()
    shown = words(render_bytes(comparison, "docx"))
    for side in (comparison.a, comparison.b):
        for index in range(len(side.sentences)):
            assert squeeze(side.sentence(index)) in shown


def test_marked_words_are_shaded_and_underlined() -> None:
    document = Document(io.BytesIO(render_bytes(small(), "docx")))
    runs = [
        run
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
    ]
    assert {run.text for run in runs if run.underline} == {"2 hours", "3 hours"}


def test_headings_make_an_outline() -> None:
    document = Document(io.BytesIO(render_bytes(small(), "docx", extras=extras(small(), ""))))
    outline = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert outline == [
        "Findings",
        "Agreements",
        "Side by side",
        "Reviews",
        "What they dwell on",
        "How it was made",
    ]


def test_the_same_view_gives_the_same_bytes() -> None:
    assert render_bytes(realistic(), "docx") == render_bytes(realistic(), "docx")
    assert b"readouts" in parts(render_bytes(small(), "docx"))["docProps/core.xml"].encode()


@pytest.mark.parametrize("text", CORPUS)
def test_any_text_is_only_text(text: str) -> None:
    comparison = everywhere(text)
    board, json = whole(text)
    for data in (
        render_bytes(comparison, "docx", extras=extras(comparison, text)),
        render_board(board, "docx", json=json),
    ):
        files = parts(data)
        assert ACTING.search(files["word/document.xml"]) is None
        assert all(
            "TargetMode" not in file for name, file in files.items() if name.endswith(".rels")
        )
    shown = words(render_bytes(comparison, "docx"))
    assert squeeze(one_line(comparison.a.sentence(1))) in shown


def test_libreoffice_opens_both(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice isn't installed; apt-get install libreoffice-writer-nogui")
    board, json = whole()
    (tmp_path / "pair.docx").write_bytes(render_bytes(realistic(), "docx"))
    (tmp_path / "board.docx").write_bytes(render_board(board, "docx", json=json))
    subprocess.run(
        [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf", "pair.docx", "board.docx"],
        cwd=tmp_path, check=True, capture_output=True,
    )  # fmt: skip
    for name in ("pair.pdf", "board.pdf"):
        assert (tmp_path / name).read_bytes().startswith(b"%PDF")


def test_a_sign_has_a_face_for_every_program_and_no_line_ends_behind_it() -> None:
    document = Document(io.BytesIO(render_bytes(realistic(), "docx")))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)]
    runs = [run for p in paragraphs for run in p.runs if "≠" in run.text]
    assert len(runs) > 3
    for run in runs:
        assert run.text == "≠\N{NO-BREAK SPACE}"
        fonts = run._r.rPr.rFonts
        assert {fonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "eastAsia", "cs")} == {
            "DejaVu Sans"
        }


def test_no_column_is_empty_and_no_table_head_holds_on_to_what_follows() -> None:
    board, everything = whole()
    document = Document(io.BytesIO(render_board(board, "docx", json=everything)))
    head = [cell.text for cell in document.tables[0].rows[0].cells]
    assert head == ["", "Statement", "Length"]
    for table in document.tables:
        for cell in table.rows[0].cells:
            assert not cell.paragraphs[0].paragraph_format.keep_with_next


def test_a_finding_lists_its_three_strongest_reasons() -> None:
    a = statement(["one two three four five."], speaker="P")
    b = statement(["Nothing."], speaker="Q")
    evidence = tuple(
        Evidence("wording", find(a, word), None, f"Only A says “{word}”.")
        for word in a.text[:-1].split()
    )
    link = Link((0,), (0,), 0.5, 0.5, "partial", 0.5, 0.5, evidence)
    made = Comparison(SIGNATURE, a, b, (link,), (), ())
    document = Document(io.BytesIO(render_bytes(made, "docx")))
    listed = [p.text for p in document.paragraphs if p.style.name == "List Bullet"]
    assert listed == [f"wording: Only A says “{word}”." for word in ("one", "two", "three")]
