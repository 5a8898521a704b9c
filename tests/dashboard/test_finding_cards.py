"""The cards of the findings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.dashboard.finding_cards import bars, findings, unmarked
from compare.dashboard.reviewing import RowState
from compare.event.identity import Finding
from compare.report.points import Near, Point, Quote, Reason, Segment
from compare.store.verdicts import Standing
from tests.dashboard.test_selection import VIEW

REASONS = (Reason("number", "40", "25", "A says “40”, B says “25”."),)
A = Quote("a", 0, (Segment("All "), Segment("40", ("number",)), Segment(" met.")))
B = Quote("b", 0, (Segment("25", ("number",)), Segment(" met.")))
POINT = Point("divergence", 1, 1, 0.5, 0.9, (A,), (B,), REASONS)


def state(standing: Standing) -> RowState:
    found = Finding("0" * 16, "divergence", (0,), (0,), 0.5, 0.9, POINT.kinds)
    return RowState(POINT, found, standing, None, 0)


@pytest.mark.parametrize(("standing", "number"), [("open", 2), ("rejected", 0)])
def test_what_was_rejected_has_no_reasons_and_no_marks(standing: Standing, number: int) -> None:
    page = str(findings(replace(VIEW, rows=(POINT,)), [state(standing)]))
    assert page.count("<mark") == number
    assert ("A says “40”" in page) is bool(number)
    assert "All " in page
    assert " met." in page


def test_words_that_lose_their_marks_stay() -> None:
    plain = unmarked(POINT)
    assert plain.a[0].segments == (Segment("All 40 met."),)
    assert plain.b[0].segments == (Segment("25 met."),)
    assert plain.reasons == ()


@pytest.mark.parametrize(("likely", "chosen"), [(0.3, ["a1", "b1"]), (0.1, ["a1"])])
def test_what_lies_nearest_to_a_lone_sentence_is_chosen_for_a_link(
    likely: float, chosen: list[str]
) -> None:
    point = Point("only_a", 1, 1, 0.5, None, (A,), (), near=Near(B, likely))
    (bar,) = bars([replace(state("open"), point=point)])
    assert (bar["sentences"], bar["lone"]) == (chosen, True)
