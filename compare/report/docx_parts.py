"""Parts of a Word file: headings, tables, quotations; the same content gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from compare.report.points import Quote
from compare.report.safe import one_line

# As in the HTML report, on paper.
TINTS = {
    "divergence": "FFE3D8",
    "partial": "FFECBE",
    "agreement": "D5F0E6",
    "head": "EDEBE4",
}
INKS = {
    "divergence": "AB3413",
    "partial": "835400",
    "agreement": "08654F",
    "only_a": "0B5A97",
    "only_b": "7A3B86",
    "soft": "565D66",
}
_SIGNS = "DejaVu Sans"  # has every sign; Word takes another face that has them where it is missing
_MARKS = re.compile("([≠≈◧◨◑◔] )")
_MADE = datetime(2000, 1, 1, tzinfo=UTC)  # a report says when by its statements, not by its clock


def new_document(title: str, *, wide: bool = False) -> Any:
    """Return an empty document on A4 with our type.

    :param wide: on its side, for a table with many columns
    """
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = (Mm(297), Mm(210)) if wide else (Mm(210), Mm(297))
    page.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    for name in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(page, name, Mm(18))
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(10.5)
    style.paragraph_format.space_after = Pt(4)
    for level, size in ((1, 15), (2, 12)):
        heading = document.styles[f"Heading {level}"]
        heading.font.name, heading.font.size = "Calibri", Pt(size)
        heading.font.color.rgb = RGBColor.from_string("1A1D21")
        heading.paragraph_format.space_before = Pt(14 if level == 1 else 10)
        heading.paragraph_format.space_after = Pt(3)
        heading.paragraph_format.keep_with_next = True
    about = document.core_properties
    about.title, about.author, about.last_modified_by = (
        one_line(title)[:255],
        "readouts",
        "readouts",
    )
    about.comments, about.created, about.modified = "", _MADE, _MADE
    top = document.add_paragraph()
    run = top.add_run(one_line(title))
    run.bold, run.font.size = True, Pt(20)
    top.paragraph_format.space_after = Pt(6)
    return document


def finish(document: Any) -> bytes:
    """Return the document's bytes, without the time at which they were written."""
    first = io.BytesIO()
    document.save(first)
    second = io.BytesIO()
    with zipfile.ZipFile(first) as made, zipfile.ZipFile(second, "w") as target:
        for item in made.infolist():
            info = zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, made.read(item))
    return second.getvalue()


def text(paragraph: Any, words: str, *, bold: bool = False, ink: str = "", size: float = 0) -> Any:
    """Add a run of text and return it."""
    run = paragraph.add_run(one_line(words))
    run.bold = bold or None
    if ink:
        run.font.color.rgb = RGBColor.from_string(INKS[ink])
    if size:
        run.font.size = Pt(size)
    return run


def signed(paragraph: Any, words: str, **how: Any) -> None:
    """Add text in which signs such as ≠ may stand, each sign as `sign` adds it."""
    for part in _MARKS.split(words):
        if _MARKS.fullmatch(part):
            sign(paragraph, part.strip(), how.get("ink", ""))
        elif part:
            text(paragraph, part, **how)


def sign(paragraph: Any, mark: str, ink: str = "") -> None:
    """Add a sign such as ≠ in a face that has it, and a blank at which no line ends."""
    run = text(paragraph, f"{mark}\N{NO-BREAK SPACE}", ink=ink)
    run.font.name = _SIGNS
    # Else a program that takes the sign for an East Asian one draws it in another face, and breaks
    # the line behind it.
    fonts = run._r.rPr.rFonts
    for kind in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), _SIGNS)


def line(document: Any, words: str, **how: Any) -> Any:
    """Add a paragraph of one run and return it."""
    paragraph = document.add_paragraph()
    text(paragraph, words, **how)
    return paragraph


def lead(document: Any, words: str, size: float = 0) -> Any:
    """Add what stands under a heading, on the page of what comes behind it."""
    paragraph = line(document, words, ink="soft", size=size)
    paragraph.paragraph_format.keep_with_next = True
    return paragraph


def shade(element: Any, tint: str) -> None:
    """Give a run or a cell a background."""
    properties = (
        element._r.get_or_add_rPr() if hasattr(element, "_r") else element._tc.get_or_add_tcPr()
    )
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", TINTS[tint])):
        shading.set(qn(f"w:{name}"), value)
    properties.append(shading)


def quotations(cell: Any, quotes: Iterable[Quote], kind: str, nothing: str, ink: str = "") -> None:
    """Write sentences into a cell, each behind its number, marked words shaded and underlined."""
    paragraph, used = cell.paragraphs[-1], bool(cell.paragraphs[-1].text)
    empty = True
    for quote in quotes:
        if used:
            paragraph = cell.add_paragraph()
        used, empty = True, False
        text(paragraph, f"{quote.label}  ", bold=True, ink=f"only_{quote.side}", size=9)
        for words, marked in quote.runs:
            run = text(paragraph, words, ink=ink)
            if marked:
                shade(run, kind if kind in TINTS else "head")
                run.underline = True
    if empty:
        if used:
            paragraph = cell.add_paragraph()
        text(paragraph, nothing, ink="soft").italic = True


def table(
    document: Any, head: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[float]
) -> Any:
    """Add a table whose first row is repeated on each page, and return it.

    :param widths: of each column, in millimetres
    """
    made = document.add_table(rows=0, cols=len(head))
    made.style = "Table Grid"
    made.autofit = False
    titles = made.add_row()
    for cell, name in zip(titles.cells, head, strict=True):
        text(cell.paragraphs[0], name, bold=True, size=9.5)
        shade(cell, "head")
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    titles._tr.get_or_add_trPr().append(repeat)
    for row in rows:
        for cell, words in zip(made.add_row().cells, row, strict=True):
            signed(cell.paragraphs[0], words, size=9.5)
    set_widths(made, widths)
    document.add_paragraph().paragraph_format.space_after = Pt(2)
    return made


def set_widths(made: Any, widths: Sequence[float]) -> None:
    """Set a table's columns, in millimetres; a row isn't split between pages."""
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    for row in made.rows:
        keep = OxmlElement("w:cantSplit")
        keep.set(qn("w:val"), "true")
        row._tr.get_or_add_trPr().append(keep)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(2)
