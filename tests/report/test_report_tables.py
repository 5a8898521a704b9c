"""CSV: what stands in it, and that no cell starts a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.report import render
from compare.report.board_render import render_board
from compare.report.tables import cell

from .board_sample import extras, whole
from .sample import realistic, small
from .test_report_hostile import CORPUS, everywhere

FORMULAS = [
    "=1+1",
    "+1",
    "-1+2",
    "@SUM(A1)",
    "|calc",
    "%0A=1",
    "\t=1",
    "\r\n=1",
    " =1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x.example","y")',
    "\uff1d1+1",
    "\u200b=1",
]


def rows(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline="")))


def test_findings_are_literally() -> None:
    assert rows(render(small(), "csv"))[1:] == [
        ["1", "divergence", "0.8", "0.9", "sure: 0.90", "A1", "We spoke for 2 hours.", "B1", "The talks took 3 hours.", "duration", "The two sides give different lengths.", *[""] * 7],
        ["2", "only_b", "0.4", "", "", "", "", "B2", "No date was set.", *[""] * 9],
        ["3", "only_a", "0.2", "", "", "A2", "It was great.", *[""] * 11],
    ]  # fmt: skip


def test_links_have_every_number() -> None:
    found = rows(render(realistic(), "csv-links"))
    head, first = found[0], found[1]
    assert dict(zip(head[1:], first[1:], strict=True)) == {
        "relation": "agreement",
        "a_sentences": "A1",
        "b_sentences": "B1",
        "similarity": "0.62",
        "probability": "0.91",
        "confidence": "0.83",
        "sureness": "sure: 0.83",
        "severity": "0.1",
        "evidence_kinds": "",
        "a_text": realistic().a.sentence(0),
        "b_text": realistic().b.sentence(0),
        "nearest_sentence": "",
        "nearest_probability": "",
    }
    assert len(found) == 1 + len(realistic().links) + 3
    assert all(len(row) == len(head) for row in found)


def test_decisions_stand_beside_their_findings() -> None:
    found = rows(render(small(), "csv", extras=extras(small(), "note")))
    assert found[1][11:15] == ["accepted", "note", "2026-11-24 11:40 UTC", "note"]


def test_claims_have_three_columns_a_statement() -> None:
    board, json = whole()
    found = rows(render_board(board, "csv", json=json).decode("utf-8"))
    assert found[0][:8] == [
        "claim",
        "status",
        "a_said",
        "a_sentences",
        "a_text",
        "b_said",
        "b_sentences",
        "b_text",
    ]
    assert found[1][:6] == ["1", "contested", "says otherwise", "A1", "The dam opens.", "says"]


@pytest.mark.parametrize("text", [*FORMULAS, *CORPUS])
def test_no_cell_starts_a_formula_or_breaks_a_row(text: str) -> None:
    board, json = whole(text)
    for made in (
        render(everywhere(text), "csv", extras=extras(everywhere(text), text)),
        render(everywhere(text), "csv-links"),
        render_board(board, "csv", json=json).decode("utf-8"),
    ):
        found = rows(made)
        assert len({len(row) for row in found}) == 1
        for row in found:
            for value in row:
                assert value.lstrip("\u200b \t\r\n")[:1] not in tuple("=+@|%") or value.startswith(
                    "'"
                )
                assert "\n" not in value
                assert "\x1b" not in value


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_makes_a_harmless_cell(text: str) -> None:
    value = cell(text)
    assert not value.startswith(("=", "+", "-", "@", "|", "%", "\t", "\r"))
    assert "\n" not in value


def test_numbers_stay_numbers() -> None:
    assert [cell(value) for value in (-1, 0.25, 3, -0.5)] == ["-1", "0.25", "3", "-0.5"]
