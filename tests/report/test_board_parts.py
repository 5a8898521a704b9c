"""In what the statements of a claim part: pair by pair, with reasons, in every format."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from compare.event import overview
from compare.model import Evidence, Link, Relation, Span
from compare.report.board import Board, make_board
from compare.report.board_render import Whole, render_board
from compare.report.decisions import Decision
from tests.event.test_overview import comparisons

from .sample import statement

TEXTS = ("We met for forty minutes.", "It took fifty.", "A meeting of forty minutes.")
NOTE = "Both give the length of time: A says “forty minutes”, B says “fifty”."
Row = tuple[int, int, int, int, Relation, float]


def board(confidence: float = 0.9, decided: Sequence[Decision] = ()) -> tuple[Board, Whole]:
    """Return three statements: A and B differ by a length of time, C says what A says."""
    made = [statement([text], speaker=f"S{at}") for at, text in enumerate(TEXTS)]
    rows: list[Row] = [
        (0, 0, 1, 0, "divergence", 0.9),
        (0, 0, 2, 0, "agreement", 0.8),
        (1, 0, 2, 0, "divergence", 0.7),
    ]
    pairs = comparisons(made, rows)
    spans = {(0, 1): (Span(11, 24), Span(8, 13)), (1, 2): (Span(8, 13), Span(13, 26))}
    for pair, (a, b) in spans.items():
        link = replace(
            pairs[pair].links[0],
            confidence=confidence,
            evidence=(Evidence("duration", a, b, NOTE),),
        )
        pairs[pair] = replace(pairs[pair], links=(link,))
    found = overview(made, pairs)
    return make_board("Talks", made, pairs, found, decided={(0, 1): decided}), (
        {"id": "x"},
        made,
        pairs,
        found,
        {(0, 1): decided},
    )


@pytest.mark.parametrize("format", ["text", "markdown", "html", "csv", "json"])
def test_every_format_says_in_what_they_part(format: str) -> None:
    made, everything = board()
    text = " ".join(render_board(made, format, json=everything, width=120).decode("utf-8").split())
    assert "Both give the length of time: A says “forty minutes”, B says “fifty”." in text
    if format != "json":
        assert "A1 ↔ B1" in text
        assert "sure: 0.90" in text
        # B and C are called so, and not A and B of their pair.
        assert "Both give the length of time: B says “forty minutes”, C says “fifty”." in text


def test_word_says_in_what_they_part() -> None:
    import io

    from docx import Document

    made, everything = board()
    document = Document(io.BytesIO(render_board(made, "docx", json=everything)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any("A1 ↔ B1" in text and NOTE in text for text in cells)


def test_agreements_are_no_main_parts() -> None:
    made, _ = board()
    parts = [part.places for _, claims in made.groups for claim in claims for part in claim.parts]
    assert parts == ["A1 ↔ B1", "B1 ↔ C1"]


def test_a_claim_that_may_be_contested_is_counted_as_unsure() -> None:
    assert "1 contested claim." in board(0.6)[0].headline
    assert "1 contested claim (unsure)." in board(0.4)[0].headline


DECIDED = Decision("x", "A1 ↔ B1", "Divergence", "accepted", "Ada", "", "so it was", ())


def test_a_decision_stands_in_the_place_of_how_sure_it_is() -> None:
    made, everything = board(decided=[DECIDED])
    text = render_board(made, "text", json=everything, width=120).decode("utf-8")
    assert "A1 ↔ B1 ≠ duration (accepted by Ada: so it was)" in text
    taken_back = replace(DECIDED, open=True)
    assert "accepted by Ada" not in render_board(
        board(decided=[taken_back])[0], "text", json=everything
    ).decode("utf-8")


def test_the_reasons_are_those_of_the_kinds_that_a_reviewer_gave() -> None:
    made, everything = board(decided=[replace(DECIDED, kinds=("number",))])
    text = render_board(made, "text", json=everything, width=120).decode("utf-8")
    assert "A1 ↔ B1 ≠ number (accepted by Ada: so it was)\n    B1 ↔ C1 ≠ duration" in text


def test_json_has_the_decision() -> None:
    made, everything = board(decided=[replace(DECIDED, kinds=("number",))])
    links = json.loads(render_board(made, "json", json=everything))["claims"][0]["links"]
    assert [link["decision"] and link["decision"]["author"] for link in links] == [
        *("Ada", None, None),
    ]
    assert links[0]["decision"]["kinds"] == ["number"]


def test_the_other_links_stand_behind_in_a_line() -> None:
    made, everything = board()
    text = render_board(made, "text", json=everything, width=120).decode("utf-8")
    assert "    Also: A1 ↔ C1 = (sure: 0.90).\n" in text


def test_links_of_a_claim_are_in_the_overview() -> None:
    _, (_, _, pairs, found, _) = board()
    links: list[tuple[int, int, Link]] = [
        (i, j, link) for (i, j), item in sorted(pairs.items()) for link in item.links
    ]
    assert list(found.claims[0].links) == links
