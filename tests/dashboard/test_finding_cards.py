"""The cards of the findings: no word is marked with a kind that no reason beside it explains."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from compare.dashboard.finding_cards import explained, findings
from compare.dashboard.reviewing import RowState
from compare.event.identity import Finding
from compare.model import EvidenceKind
from compare.report.points import Point, Quote, Reason, Segment
from compare.store.verdicts import Standing
from tests.dashboard.test_selection import VIEW

# Five reasons, of which a card lists three; two of them share words.
REASONS: tuple[Reason, ...] = (
    Reason("number", "40", "25", "A says “40”, B says “25”."),
    Reason("entity", "Oslo", None, "Only A names “Oslo”."),
    Reason("entity", "Veld", None, "Only A names “Veld”."),
    Reason("date", "on 3 May", None, "Only A gives “on 3 May”."),
    Reason("wording", "on", None, "Only A says “on”."),
)
WORDS: tuple[tuple[str, tuple[EvidenceKind, ...]], ...] = (
    *(("All ", ()), ("40", ("number",)), (" met in ", ()), ("Oslo", ("entity",)), (" near ", ())),
    *(("Veld", ("entity",)), (" ", ()), ("on", ("date", "wording")), (" 3 May", ("date",))),
)
A = Quote("a", 0, tuple(Segment(*word) for word in WORDS))
B = Quote("b", 0, (Segment("25", ("number",)), Segment(" met.")))
POINT = Point("divergence", 1, 1, 0.5, 0.9, (A,), (B,), REASONS)


def state(standing: Standing) -> RowState:
    found = Finding("0" * 16, "divergence", (0,), (0,), 0.5, 0.9, POINT.kinds)
    return RowState(POINT, found, standing, None, 0)


def test_only_words_of_the_reasons_that_are_listed_are_marked() -> None:
    listed = [(reason.kind, reason.a) for reason in POINT.strongest]
    assert listed == [("number", "40"), ("entity", "Oslo"), ("date", "on 3 May")]
    card = explained(POINT, POINT.strongest)
    (quote,) = card.a
    marked = [(part.text, part.kinds) for part in quote.segments if part.kinds]
    assert marked == [("40", ("number",)), ("Oslo", ("entity",)), ("on 3 May", ("date",))]
    assert "".join(part.text for part in quote.segments) == "".join(text for text, _ in WORDS)
    assert all(one.kinds != other.kinds for one, other in pairwise(quote.segments))
    assert card.b == (B,)


@pytest.mark.parametrize(("standing", "number"), [("open", 1), ("rejected", 0)])
def test_a_card_names_no_kind_that_it_does_not_explain(standing: Standing, number: int) -> None:
    page = str(findings(replace(VIEW, rows=(POINT,)), [state(standing)]))
    assert "(wording)" not in page
    assert page.count("(date)") == number
    assert page.count("“on 3 May”") == number
    assert ("<mark" in page) is bool(number)
