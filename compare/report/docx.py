"""The report of a pair as a Word file, from the same view rows as every other format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docx.shared import Pt

from compare.report.decisions import LEAD
from compare.report.docx_parts import (
    finish,
    lead,
    line,
    new_document,
    quotations,
    set_widths,
    shade,
    sign,
    table,
    text,
)
from compare.report.sheets import Sheet
from compare.report.view import View
from compare.report.words import DOTS

_HALVES = (87.0, 87.0)  # millimetres of an A4 page between its margins


def render_docx(view: View) -> bytes:
    """Return the report as a Word file; the same view gives the same bytes."""
    document = new_document(view.title)
    _about(document, view)
    for note in view.notes:
        text(line(document, "Note: ", bold=True), note)
    line(document, view.headline)
    if view.doubts:
        line(document, view.doubts)
    table(
        document,
        ("Number", "What", "That is"),
        (
            (f"{number:,}", f"{words.mark} {words.tally(number)}", words.meaning)
            for kind, number in view.counts
            for words in (view.kinds[kind],)
        ),
        (20, 52, 102),
    )
    if view.trust:
        lead(document, view.trust)
    document.add_heading("Findings", 1)
    _findings(document, view)
    document.add_heading("Agreements", 1)
    _agreements(document, view)
    document.add_heading("Side by side", 1)
    lead(document, view.order)
    _reading(document, view)
    if view.decisions:
        document.add_heading("Reviews", 1)
        lead(document, LEAD)
        table(
            document,
            ("Sentences", "The program", "Decision", "Before"),
            (
                (item.places, item.said, item.sentence, "; ".join(item.earlier) or "–")
                for item in view.decisions
            ),
            (24, 30, 70, 50),
        )
    draw_sheets(document, view.sheets, 174)
    document.add_heading("How it was made", 1)
    lead(document, "The same statements with the same signature give the same report.")
    table(document, ("Name", "Value"), view.made(), (52, 122))
    return finish(document)


def _about(document: Any, view: View) -> None:
    fields = (
        ("Speaker", view.a.speaker, view.b.speaker),
        ("Title", view.a.title, view.b.title),
        ("Date", view.a.date, view.b.date),
        ("Source", view.a.source, view.b.source),
        ("Language", view.a.language, view.b.language),
        ("Length", view.a.length, view.b.length),
    )
    rows = [(name, a or "–", b or "–") for name, a, b in fields if a or b]
    table(document, ("", view.a.letter, view.b.letter), rows, (24, 75, 75))


def _findings(document: Any, view: View) -> None:
    if not view.findings:
        line(document, "None: each sentence says what its match says.")
        return
    lead(
        document,
        "What deserves a look, most severe first. Marked words are where the two sides part.",
    )
    for point in view.findings:
        words = view.kinds[point.kind]
        topic = f": {', '.join(point.topics)}" if point.topics else ""
        heading = document.add_heading(level=2)
        text(heading, f"{point.rank}. ")
        sign(heading, words.mark, point.kind)
        text(heading, words.label, ink=point.kind)
        text(heading, topic)
        sure = f" · {point.sureness}" if point.sureness else ""
        weights = line(
            document, f"{DOTS[point.level]} severity {point.level}{sure}", ink="soft", size=9
        )
        weights.paragraph_format.keep_with_next = True
        made = document.add_table(rows=1, cols=2)
        made.style, made.autofit = "Table Grid", False
        for cell, about, quotes in zip(
            made.rows[0].cells, (view.a, view.b), (point.a, point.b), strict=True
        ):
            text(cell.paragraphs[0], about.heading, bold=True, ink=f"only_{about.side}", size=9)
            near = None if quotes else point.perhaps
            quotations(cell, quotes, point.kind, near.lead if near else "No matching sentence.")
            if near and near.quotes:
                quotations(cell, near.quotes, point.kind, "", ink="soft")
        set_widths(made, _HALVES)
        if decision := view.decision(point):
            text(line(document, "Review  ", bold=True), decision.sentence)
        for place, reason in enumerate(point.strongest):
            row = document.add_paragraph(style="List Bullet")
            row.paragraph_format.space_before = Pt(0 if place else 4)
            text(row, f"{reason.kind}: ", bold=True)
            text(row, reason.note)
            if not reason.quoted:
                for about, told in ((view.a, reason.a), (view.b, reason.b)):
                    said = "not here" if told is None else f"“{told}”"
                    text(row, f" {about.letter}: {said}", ink="soft")


def _agreements(document: Any, view: View) -> None:
    if not view.agreements:
        line(document, "No sentence makes the same claim.")
        return
    lead(document, "The same claim on both sides, the least sure first.")
    head = ("Confidence", view.a.heading, view.b.heading)
    made = table(document, head, (), (32, 71, 71))
    for point in view.agreements:
        cells = made.add_row().cells
        text(cells[0].paragraphs[0], point.sureness, size=9)
        quotations(cells[1], point.a, point.kind, "")
        quotations(cells[2], point.b, point.kind, "")
    set_widths(made, (32, 71, 71))


def _reading(document: Any, view: View) -> None:
    head = (view.a.heading, "Relation", view.b.heading)
    made = table(document, head, (), (72, 30, 72))
    for point in view.rows:
        cells = made.add_row().cells
        quotations(cells[0], point.a, point.kind, f"no match in {view.a.letter}{point.or_closest}")
        quotations(cells[2], point.b, point.kind, f"no match in {view.b.letter}{point.or_closest}")
        words = view.kinds[point.kind]
        sign(cells[1].paragraphs[0], words.mark, point.kind)
        text(cells[1].paragraphs[0], words.label, ink=point.kind, size=9)
        if point.rank is not None:
            text(cells[1].add_paragraph(), f"finding {point.rank}", ink="soft", size=9)
        if point.kind in ("divergence", "partial", "agreement"):
            shade(cells[1], point.kind)
    set_widths(made, (72, 30, 72))


def draw_sheets(document: Any, sheets: Sequence[Sheet], width: float) -> None:
    """Draw the tables of what the statements dwell on.

    :param width: of the page between its margins, in millimetres
    """
    if not sheets:
        return
    document.add_heading("What they dwell on", 1)
    for sheet in sheets:
        document.add_heading(sheet.title, 2)
        lead(document, sheet.lead, size=9.5)
        rows: Iterable[Sequence[str]] = ([cell.plain for cell in row] for row in sheet.rows)
        table(document, sheet.head, rows, [width / len(sheet.head)] * len(sheet.head))
