"""Filters: what passes."""

from __future__ import annotations

import pytest

from compare.dashboard.selection import Filter, evidence_kinds, is_unsure, passes, toggled
from compare.model import EvidenceKind, Signature
from compare.report.points import Point, Quote, Reason, Segment
from compare.report.view import SideView, View
from compare.report.words import PointKind


def point(
    kind: PointKind,
    row: int,
    rank: int | None,
    words: str = "",
    evidence: tuple[EvidenceKind, ...] = (),
    confidence: float | None = None,
) -> Point:
    quote = Quote("a", row, (Segment(words[:3]), Segment(words[3:], evidence)))
    reasons = tuple(Reason(name, words, None, f"Only A says {name}.") for name in evidence)
    return Point(kind, row, rank, 0.5, confidence, (quote,), (), reasons)


DIVERGENCE = point("divergence", 1, 2, "Forty men\ngo home", ("number", "date"), 0.9)
PARTIAL = point("partial", 2, 1, "They met in Oslo", ("entity", "number"), 0.4)
AGREEMENT = point("agreement", 3, None, "They shook hands", (), 0.8)
ALONE = point("only_a", 4, 3, "STRASSE")
UNSURE = point("agreement", 5, None, "Maybe so", (), 0.49)
ROWS = (DIVERGENCE, PARTIAL, AGREEMENT, ALONE, UNSURE)
SIDE = SideView("a", "A", "", "", "", "", "English", "en", 4, 9, "")
VIEW = View(
    *("", "", SIDE, SIDE, (), ()),
    rows=ROWS,
    findings=(PARTIAL, DIVERGENCE, ALONE),
    signature=Signature("1", {}, {}),
)


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [
        (Filter(), [1, 2, 3, 4, 5]),
        (Filter(kinds=("divergence",)), [1]),
        (Filter(kinds=("only_a", "divergence")), [1, 4]),
        (Filter(kinds=("agreement",)), [3, 5]),
        (Filter(kinds=("agreement", "partial")), [2, 3, 5]),
        (Filter(unsure=True), [5]),
        (Filter(kinds=("divergence",), unsure=True), [1, 5]),
        (Filter(evidence=("number",)), [1, 2]),
        (Filter(evidence=("date", "entity")), [1, 2]),
        (Filter(evidence=("negation",)), []),
        (Filter(confidence=0.4), [1, 2, 3, 4, 5]),
        (Filter(confidence=0.5), [1, 3, 4]),
        (Filter(search="forty MEN go"), [1]),
        (Filter(search="straße"), [4]),
        (Filter(search="they"), [2, 3]),
        (Filter(search="only a says number"), [1, 2]),
        (Filter(search="   "), [1, 2, 3, 4, 5]),
        (Filter(search=".*"), []),
        (Filter(kinds=("partial",), search="hands"), []),
    ],
)
def test_what_passes(wanted: Filter, rows: list[int]) -> None:
    assert [item.row for item in ROWS if passes(item, wanted)] == rows


def test_only_an_agreement_that_nobody_has_confirmed_is_unsure() -> None:
    assert [item.row for item in ROWS if is_unsure(item)] == [5]
    assert not is_unsure(UNSURE, "accepted")
    assert not is_unsure(point("agreement", 1, None, confidence=0.5))


def test_a_wish_makes_a_filter_active() -> None:
    assert not Filter(search=" ").active
    assert Filter(unsure=True).active
    assert Filter(confidence=0.1).active


def test_a_kind_is_put_in_and_taken_out() -> None:
    one = toggled((), "partial")
    two = toggled(one, "only_b")
    assert (one, two) == (("partial",), ("partial", "only_b"))
    assert toggled(two, "partial") == ("only_b",)


def test_kinds_of_evidence_come_most_frequent_first() -> None:
    assert evidence_kinds(VIEW) == ("number", "date", "entity")
