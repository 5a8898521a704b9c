"""What lies nearest to a lone sentence is shown where it is worth a second look."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from docx import Document

from compare.model import Comparison, Nearest, Omission
from compare.report import Extras, render, render_bytes
from compare.report.narrow import narrowed
from compare.report.rendering import render_view
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
def test_reading_and_list_name_its_number(format: str) -> None:
    shown = render(apart(likely=0.31), format, width=200)
    where = '<a href="#b3">B3</a>' if format == "html" else "B3"
    assert shown.count(f"closest: {where}, probability 0.31") == 2  # the reading, and the list


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


def mutual() -> Comparison:
    """Return two lone sentences, each the closest to the other."""
    made = apart(likely=0.31)
    *most, last = made.only_b
    return replace(made, only_b=(*most, replace(last, nearest=Nearest(1, 0.31))))


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_two_that_are_closest_to_each_other_are_quoted_in_one_finding(format: str) -> None:
    shown = render(mutual(), format, width=200)
    assert shown.count("No matching sentence. Closest, probability 0.31:") == 2
    assert "No matching sentence. Closest, probability 0.31: A2, see finding 1." in shown
    alone = render(apart(likely=0.31), format, width=200)
    words = "The wall was overtopped."
    # In its own finding, once more beside the other's, in the reading and in the list of B.
    assert shown.count(words) == alone.count(words)
    assert shown.count("Water ran over it.") == alone.count("Water ran over it.")


def test_word_quotes_them_once_too() -> None:
    shown = words_of(render_bytes(mutual(), "docx"))
    assert "No matching sentence. Closest, probability 0.31: A2, see finding 1." in shown


def test_where_the_first_is_filtered_out_the_second_quotes_both() -> None:
    view = make_view(mutual())
    second = next(point for point in view.findings if point.kind == "only_b" and point.perhaps)
    shown = render_view(narrowed(view, [second.row], "only B"), "markdown").decode("utf-8")
    assert "see finding" not in shown
    assert "No matching sentence. Closest, probability 0.31:" in shown


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_the_reading_names_the_closest(format: str) -> None:
    shown = " ".join(render(apart(likely=0.31), format, width=200).split())
    shown = re.sub("<[^>]*>", "", shown)
    assert re.search(r"no match in B[ (]+closest: B3, probability 0\.31", shown)
