"""Documents for the tests, made by the tools that people make them with."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, PageTemplate, Paragraph

HEAD = "Ministry of Foreign Affairs of Norland"


def two_column_pdf(title: str, paragraphs: Sequence[str]) -> bytes:
    """Return a PDF with a title across two columns, a running head and page numbers."""

    def deco(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, 810, HEAD)
        canvas.drawCentredString(300, 30, f"Page {canvas.getPageNumber()}")

    out = io.BytesIO()
    template = BaseDocTemplate(out, pagesize=A4, title="Readout of the call")
    frames = [Frame(60, 700, 475, 90), Frame(60, 60, 220, 640), Frame(315, 60, 220, 640)]
    template.addPageTemplates([PageTemplate(frames=frames, onPage=deco)])
    styles = getSampleStyleSheet()
    body = [Paragraph(text, styles["BodyText"]) for text in paragraphs]
    template.build([Paragraph(title, styles["Title"]), FrameBreak(), *body])
    return out.getvalue()


def lines_pdf(pages: Sequence[Sequence[str]], **options: object) -> bytes:
    """Return a PDF with these lines on these pages, as a typewriter would set them."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, **options)
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(72, 770 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def picture_pdf() -> bytes:
    """Return a PDF of a page that is only drawn: what a scanner makes."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.rect(72, 72, 300, 400, fill=1)
    canvas.save()
    return out.getvalue()


def word_file(
    paragraphs: Sequence[str],
    title: str = "",
    footer: str = "",
    rows: Sequence[Sequence[str]] = (),
) -> bytes:
    """Return a .docx with these paragraphs, and below them a table of these rows.

    It was "made" in 2013, as the template was.
    """
    document = Document()
    document.core_properties.title = title
    for text in paragraphs:
        document.add_paragraph(text)
    table = document.add_table(len(rows), len(rows[0])) if rows else None
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    if footer:
        document.sections[0].footer.paragraphs[0].text = footer
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
