"""What lies nearest to a lone sentence is shown where it is worth a second look."""

from __future__ import annotations

import csv
import io

import pytest
from docx import Document

from compare.model import Comparison, Nearest, Omission
from compare.report import Extras, render, render_bytes
from compare.report.view import make_view

from .sample import SIGNATURE, statement

LEAD = "No matching sentence. Closest, probability 0.31:"


def apart(*, likely: float) -> Comparison:
    """Return two statements of which A's second sentence comes near to B's third."""
    a = statement(["The dam holds.", "Water ran over it.", "We thank you."], speaker="Dam")
    b = statement(
        ["Boats are ready.", "No road is shut.", "The wall was overtopped."], speaker="Town"
    )
    alone_a = (Omission(0, 0.2), Omission(1, 0.4, Nearest(2, likely)), Omission(2, 0.1, None))
    alone_b = tuple(Omission(i, 0.1, Nearest(1, 0.05)) for i in range(3))
    return Comparison(SIGNATURE, a, b, (), alone_a, alone_b)


def words_of(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(cells)


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_a_finding_shows_the_closest_in_the_empty_column(format: str) -> None:
    shown = render(apart(likely=0.3199), format, width=200)
    assert LEAD in shown
    assert shown.index(LEAD) < shown.index("The wall was overtopped.")
    assert LEAD not in render(apart(likely=0.19), format, width=200)


def test_word_shows_it_too() -> None:
    shown = words_of(render_bytes(apart(likely=0.31), "docx"))
    assert f"{LEAD}\nB3 The wall was overtopped." in shown
    assert LEAD not in words_of(render_bytes(apart(likely=0.19), "docx"))


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_the_list_of_one_side_names_its_number(format: str) -> None:
    shown = render(apart(likely=0.31), format, width=200)
    where = '<a href="#b3">B3</a>' if format == "html" else "B3"
    assert shown.count(f"closest: {where}, probability 0.31") == 1


def test_tables_hold_every_nearest_however_unlikely() -> None:
    found = list(csv.DictReader(io.StringIO(render(apart(likely=0.05), "csv").lstrip("\ufeff"))))
    near = {row["a_sentences"]: row for row in found if row["kind"] == "only_a"}
    columns = ("nearest_sentence", "nearest_probability", "nearest_text")
    assert [near["A2"][name] for name in columns] == ["B3", "0.05", "The wall was overtopped."]
    assert [near["A1"][name] for name in columns] == ["", "", ""]
    links = list(
        csv.DictReader(io.StringIO(render(apart(likely=0.05), "csv-links").lstrip("\ufeff")))
    )
    assert [(row["nearest_sentence"], row["nearest_probability"]) for row in links] == [
        *(("", ""), ("B3", "0.05"), ("", "")),
        *[("A2", "0.05")] * 3,
    ]


def test_in_an_event_it_is_called_as_its_statement_is() -> None:
    view = make_view(apart(likely=0.31), Extras(letters=("C", "A")))
    near = next(point.perhaps for point in view.findings if point.perhaps)
    assert near.brief == "closest: A3, probability 0.31"
