"""Filters: what passes, and in which order it is listed."""

from __future__ import annotations

import pytest

from compare.dashboard.selection import Filter, evidence_kinds, passes, shown, toggled
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
ROWS = (DIVERGENCE, PARTIAL, AGREEMENT, ALONE)
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
        (Filter(), [2, 1, 4]),
        (Filter(kinds=("divergence",)), [1]),
        (Filter(kinds=("only_a", "divergence")), [1, 4]),
        (Filter(kinds=("agreement",)), [3]),
        (Filter(kinds=("agreement", "partial")), [2, 3]),
        (Filter(evidence=("number",)), [2, 1]),
        (Filter(evidence=("date", "entity")), [2, 1]),
        (Filter(evidence=("negation",)), []),
        (Filter(confidence=0.4), [2, 1, 4, 3]),
        (Filter(confidence=0.41), [1, 4, 3]),
        (Filter(search="forty MEN go"), [1]),
        (Filter(search="straße"), [4]),
        (Filter(search="they"), [2, 3]),
        (Filter(search="only a says number"), [2, 1]),
        (Filter(search="   "), [2, 1, 4]),
        (Filter(search=".*"), []),
        (Filter(kinds=("partial",), search="hands"), []),
    ],
)
def test_what_is_listed(wanted: Filter, rows: list[int]) -> None:
    assert [item.row for item in shown(VIEW, wanted)] == rows


def test_no_filter_lets_everything_pass() -> None:
    assert all(passes(item, Filter()) for item in ROWS)
    assert not Filter(search=" ").active
    assert Filter(confidence=0.1).active


def test_a_kind_is_put_in_and_taken_out() -> None:
    one = toggled((), "partial")
    two = toggled(one, "only_b")
    assert (one, two) == (("partial",), ("partial", "only_b"))
    assert toggled(two, "partial") == ("only_b",)


def test_kinds_of_evidence_come_most_frequent_first() -> None:
    assert evidence_kinds(VIEW) == ("number", "date", "entity")
