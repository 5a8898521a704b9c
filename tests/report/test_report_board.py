"""An event's overview in every format: literally, whole, and harmless whatever the texts hold."""

from __future__ import annotations

import json
import re

import pytest
from rich.cells import cell_len

from compare.errors import SettingError
from compare.event import overview
from compare.report.board import Board, _differ, make_board
from compare.report.board_render import BOARD_FORMATS, Whole, render_board
from compare.report.markdown import escape
from tests.event.test_overview import comparisons

from .board_sample import whole
from .pages import Page, squeeze
from .sample import statement
from .test_report_hostile import ATTRIBUTES, CONTROLS, CORPUS, GITHUB, MARKDOWN_TAGS, TAGS


def made(format: str, text: str = "", **how: int) -> str:
    board, everything = whole(text)
    return render_board(board, format, json=everything, **how).decode("utf-8")  # type: ignore[arg-type]


def test_the_terminal_shows_a_matrix_where_it_fits() -> None:
    text = made("text", width=120)
    claims = text.split("ASSERTED BY ALL")[0].split("CONTESTED")[1].split("\n\n")
    assert claims[1:3] == [
        "    A                                      B                                      C · UN",
        "  1 ≠ A1 The dam opens.                    = B1 The dam stays shut.               = C1 Shut it stays.\n"
        "    A1 ↔ B1 ≠ (sure: 0.90)\n"
        "    A1 ↔ C1 ≠ (sure: 0.90)\n"
        "    Also: B1 ↔ C1 = (sure: 0.90).",
    ]


def test_a_narrow_window_shows_claim_by_claim() -> None:
    text = made("text", width=60)
    assert "Claim 3\n  = A3 Alone.\n  · silent: B, C\n" in text
    assert "  = UN: C1 Shut it stays.\n" in text
    assert max(map(cell_len, text.splitlines())) <= 60


def test_the_headline_counts() -> None:
    assert "3 statements make 3 claims: 1 contested claim, 1 claim by all, 1 claim by one." in made(
        "text"
    )


def test_two_statements_of_one_speaker_are_one_side() -> None:
    board, _ = whole("EU")  # A and B speak as EU, C as UNEU
    assert board.headline.startswith("3 statements by 2 sides make")
    notes = [note for _, claims in board.groups for claim in claims for note in claim.notes]
    assert notes == [
        "EU tells it differently later.",
        "EU says it in each statement.",
        "EU no longer says it later.",
    ]


def test_json_is_the_contract() -> None:
    data = json.loads(made("json"))
    assert data["schema"] == "readouts/overview/2"
    assert list(data) == ["schema", "event", "signature", "statements", "sides", "claims", "pairs"]
    links = data["claims"][0].pop("links")
    assert [link["statements"] for link in links] == [[0, 1], [0, 2], [1, 2]]
    assert links[0].keys() >= {"a", "b", "relation", "confidence", "evidence"}
    assert data["claims"][0] == {
        "number": 1,
        "status": "contested",
        "cells": [
            {"said": "says otherwise", "sentences": [0]},
            {"said": "says", "sentences": [0]},
            {"said": "says", "sentences": [0]},
        ],
        "differ": [],
        "see": [],
        "changes": [],
    }
    statement = data["statements"][0]
    span = statement["sentences"][1]
    assert statement["text"][span["start"] : span["end"]].startswith("They met.")


def test_every_format_is_the_same_twice() -> None:
    for format in BOARD_FORMATS:
        board, everything = whole("x")
        again, _ = whole("x")
        assert render_board(board, format, json=everything) == render_board(
            again, format, json=everything
        )


def test_a_format_that_an_overview_lacks_is_said() -> None:
    with pytest.raises(SettingError, match="an overview has no format 'csv-links'"):
        made("csv-links")


@pytest.mark.parametrize("text", ["", *CORPUS])
def test_the_page_is_valid_and_harmless(text: str) -> None:
    html = made("html", text)
    page = Page(html)
    assert page.faults == []
    assert page.tags <= set(TAGS.split())
    assert {name for _, name, _ in page.attributes} <= set(ATTRIBUTES.split())
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    targets = page.values("href") + [f"#{name}" for name in page.values("aria-labelledby")]
    assert {target.removeprefix("#") for target in targets} <= set(ids)
    assert html.count("<script>") == 1
    assert set(page.values("data-name")) == {"a1", "a2", "a3", "b1", "b2", "c1", "c2"}
    shown = squeeze("".join(page.shown))
    _, (_, statements, *_) = whole(text)
    for item in statements:
        for index in range(len(item.sentences)):
            assert (
                squeeze(
                    re.sub(
                        r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\uffff].*",
                        "",
                        item.sentence(index),
                        flags=re.DOTALL,
                    )
                )
                in shown
            )


@pytest.mark.parametrize("text", CORPUS)
def test_markdown_and_terminal_are_harmless(text: str) -> None:
    page = Page(re.sub(r"<(br|hr) />", r"<\1>", GITHUB.render(made("markdown", text))))
    assert page.faults == []
    assert page.tags <= set(MARKDOWN_TAGS.split())
    assert CONTROLS.search(made("text", text, width=120)) is None


def test_markdown_has_a_table_a_group() -> None:
    text = made("markdown")
    assert "| Claim | A | B | C · UN |" in text
    assert (
        f"| 1 | ≠ `A1` {escape('The dam opens.')} | = `B1` {escape('The dam stays shut.')} |"
        in text
    )


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        (((0,), (1,)), "A and B differ."),
        (((0,), (1,), (2,)), "A, B and C differ."),
        (((0, 1), (2,)), "A and B differ from C."),
        (((0,), (1, 2)), "A differs from B and C."),
        (((0, 1), (2, 3)), "A and B differ from C and D."),
        (((0, 1), (2, 3), (4,)), "A and B, C and D, E differ from each other."),
    ],
)
def test_on_a_tie_a_note_names_who_differs(groups: tuple[tuple[int, ...], ...], said: str) -> None:
    assert _differ(groups) == said


def tied() -> tuple[Board, Whole]:
    """Return a board of two statements that differ on one claim and overlap on another."""
    made = [statement(["Shut.", "Met."], speaker=name) for name in ("EU", "UN")]
    pairs = comparisons(made, [(0, 0, 1, 0, "divergence", 0.9), (0, 1, 1, 1, "partial", 0.8)])
    found = overview(made, pairs)
    return make_board("Talks", made, pairs, found), ({"id": "x"}, made, pairs, found, {})


def test_a_tie_names_nobody_and_an_overlap_has_its_own_count() -> None:
    board, everything = tied()
    shown = {name: render_board(board, name, json=everything) for name in BOARD_FORMATS}
    for format in ("text", "markdown", "html"):
        text = shown[format].decode("utf-8")
        assert "A and B differ." in text
        assert "make 2 claims: 1 contested claim, 1 claim told in part." in text
        assert "≈" in text
    assert "differs" in shown["csv"].decode("utf-8")


def test_json_has_the_words_of_the_reports() -> None:
    board, everything = tied()
    data = json.loads(render_board(board, "json", json=everything))
    assert [claim["status"] for claim in data["claims"]] == ["contested", "partial"]
    assert [claim["differ"] for claim in data["claims"]] == [[[0], [1]], []]
    assert [cell["said"] for claim in data["claims"] for cell in claim["cells"]] == [
        *("differs", "differs", "says in part", "says in part"),
    ]
