"""What reports say of findings: how sure, the agreements too, and the strongest reasons only."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx import Document

from compare.contract import to_json
from compare.model import Comparison, Evidence, EvidenceKind, Link
from compare.report import Extras, make_view, render, render_bytes
from compare.report.points import Point, Reason
from compare.report.rows import reading
from compare.report.words import sureness

from .sample import SIGNATURE, find, realistic, statement

TEXTS = ("text", "markdown", "html", "csv", "csv-links")


@pytest.mark.parametrize(
    ("confidence", "said"),
    [
        (0.93, "sure: 0.93"),
        (0.75, "sure: 0.75"),
        (0.7499, "fairly sure: 0.74"),
        (0.4996, "unsure: 0.49"),
        (0.5, "fairly sure: 0.50"),
        (0.3, "unsure: 0.30"),
        (0.0, "unsure: 0.00"),
    ],
)
def test_confidence_is_said_in_words_and_a_number(confidence: float, said: str) -> None:
    assert sureness(confidence) == said


def agreeing(*confidences: float) -> Comparison:
    """Return statements that agree in each sentence, as sure as given."""
    sides = [statement([f"Point {n}." for n in range(len(confidences))], speaker=s) for s in "PQ"]
    links = tuple(
        Link((n,), (n,), 0.9, 0.9, "agreement", value, 0.0) for n, value in enumerate(confidences)
    )
    return Comparison(SIGNATURE, sides[0], sides[1], links, (), ())


@pytest.mark.parametrize(
    ("confidences", "said"),
    [
        ((), ""),
        ((0.9,), ""),
        ((0.1,), "The agreement is unsure (confidence under 0.50)."),
        ((0.9, 0.8), ""),
        ((0.9, 0.3, 0.8), "1 of 3 agreements is unsure (confidence under 0.50)."),
        ((0.1, 0.3, 0.8), "2 of 3 agreements are unsure (confidence under 0.50)."),
    ],
)
def test_a_line_says_how_many_agreements_are_unsure(
    confidences: tuple[float, ...], said: str
) -> None:
    made = agreeing(*confidences)
    assert make_view(made).doubts == said
    for format in ("text", "markdown", "html"):
        assert said in render(made, format)


@pytest.mark.parametrize(
    ("confidences", "said", "doubt"),
    [
        ((0.9,), "differ on 1 point", ""),
        ((0.5, 0.9), "differ on 2 points", ""),
        ((0.3, 0.9), "differ on 1 point and may differ on 1", "1 of 2 divergences is unsure"),
        (
            (0.3, 0.4, 0.9, 0.9),
            "differ on 2 points and may differ on 2",
            "2 of 4 divergences are unsure",
        ),
        ((0.49, 0.2), "may differ on 2 points", "2 of 2 divergences are unsure"),
        ((0.1,), "may differ on 1 point", "The divergence is unsure"),
    ],
)
def test_accounts_may_differ_where_a_divergence_is_unsure(
    confidences: tuple[float, ...], said: str, doubt: str
) -> None:
    made = agreeing(*confidences)
    made = replace(
        made, links=tuple(replace(one, relation="divergence", severity=0.7) for one in made.links)
    )
    headline = f"The accounts {said}. Neither side has a sentence of its own."
    assert make_view(made).headline == headline
    for format in ("text", "markdown", "html"):
        assert headline in render(made, format)
        assert doubt in render(made, format)


def test_both_kinds_of_doubt_stand_in_one_sentence() -> None:
    made = agreeing(0.1, 0.3, 0.9)
    first, *rest = made.links
    made = replace(made, links=(replace(first, relation="divergence", severity=0.7), *rest))
    said = "The divergence and 1 of 2 agreements are unsure (confidence under 0.50)."
    assert make_view(made).doubts == said


def test_agreements_are_listed_the_least_sure_first() -> None:
    made = agreeing(0.9, 0.3, 0.6)
    assert [point.a[0].label for point in make_view(made).agreements] == ["A2", "A3", "A1"]
    for format in TEXTS[:4]:
        shown = render(made, format)
        places = [shown.index(said) for said in ("unsure: 0.30", "fairly sure: 0.60", "sure: 0.90")]
        assert places == sorted(places), format


@pytest.mark.parametrize("format", TEXTS)
def test_every_relation_is_shown_with_its_sureness(format: str) -> None:
    shown = render(realistic(), format)
    for link in realistic().links:
        assert sureness(link.confidence) in shown


def test_word_shows_every_sureness() -> None:
    document = Document(io.BytesIO(render_bytes(realistic(), "docx")))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    shown = "\n".join([*(p.text for p in document.paragraphs), *cells])
    for link in realistic().links:
        assert sureness(link.confidence) in shown


def test_a_longer_reason_of_another_kind_is_no_repeat() -> None:
    reasons = (
        Reason("entity", None, "Norland", ""),
        Reason("actor", None, "at the request of Norland", ""),
        Reason("entity", None, "the request", ""),
    )
    point = Point("partial", 1, 1, 0.5, 0.9, (), (), reasons)
    assert list(point.strongest) == list(reasons[:2])


def reason(a: str | None, b: str | None, note: str = "") -> Reason:
    return Reason("wording", a, b, note)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ([("one", None), ("two", None), ("three", None), ("four", None)], [0, 1, 2]),
        ([("Kesten", None), ("Kesten family", None), (None, "Kesten")], [0, 2]),
        ([("I", "The President"), (None, "President"), (None, "coast")], [0, 2]),
        ([("may", None), ("mayor", None)], [0, 1]),
        ([("will", "may"), ("will", "must")], [0, 1]),
        ([("will", "may"), ("will", "may not")], [0]),
        ([(None, None), (None, None)], [0, 1]),
    ],
)
def test_the_strongest_reasons_say_nothing_twice(
    given: list[tuple[str | None, str | None]], kept: list[int]
) -> None:
    reasons = tuple(reason(a, b) for a, b in given)
    point = Point("divergence", 1, 1, 0.5, 0.9, (), (), reasons)
    assert list(point.strongest) == [reasons[place] for place in kept]


def test_a_kind_that_is_new_goes_before_a_second_of_one() -> None:
    kinds: list[EvidenceKind] = ["number", "number", "condition", "date", "date"]
    reasons = tuple(Reason(kind, str(n), None, "") for n, kind in enumerate(kinds))
    point = Point("divergence", 1, 1, 0.5, 0.9, (), (), reasons)
    assert [reason.a for reason in point.strongest] == ["0", "2", "3"]
    assert point.topics == ("number", "condition", "date")


def test_the_figure_of_the_other_side_goes_before_a_second_of_one_side() -> None:
    told = [("10", None), ("25", None), (None, "5"), (None, "6")]
    reasons = tuple(Reason("number", a, b, "") for a, b in told)
    point = Point("partial", 1, 1, 0.5, 0.9, (), (), reasons)
    assert [one.a or one.b for one in point.strongest] == ["10", "25", "5"]
    more = Reason("duration", None, "three years", "")
    point = Point("partial", 1, 1, 0.5, 0.9, (), (), (*reasons, more))
    assert [one.a or one.b for one in point.strongest] == ["10", "5", "three years"]


def test_only_words_of_the_reasons_that_are_listed_are_marked() -> None:
    a = statement(["All 40 met in Oslo near Veld on 3 May."], speaker="P")
    b = statement(["25 met."], speaker="Q")
    told: tuple[tuple[EvidenceKind, str, str], ...] = (
        *(("number", "40", "25"), ("entity", "Oslo", ""), ("entity", "Veld", "")),
        *(("date", "on 3 May", ""), ("wording", "on", "")),
    )
    evidence = tuple(
        Evidence(kind, find(a, one), find(b, other) if other else None, f"{kind}: {one}")
        for kind, one, other in told
    )
    link = Link((0,), (0,), 0.5, 0.5, "divergence", 0.5, 0.5, evidence)
    (point,) = reading(Comparison(SIGNATURE, a, b, (link,), (), ()))
    assert [one.a for one in point.strongest] == ["40", "Oslo", "on 3 May"]
    marks = [(part.text, part.kinds) for part in point.a[0].segments if part.kinds]
    assert marks == [("40", ("number",)), ("Oslo", ("entity",)), ("on 3 May", ("date",))]
    assert "".join(part.text for part in point.a[0].segments) == a.text
    assert [part.text for part in point.b[0].segments if part.kinds] == ["25"]
    assert len(point.reasons) == 5


def test_words_that_the_note_holds_stand_once() -> None:
    assert reason("3 May", None, "Only A gives this date: “3 May”.").quoted
    assert not reason("3 May", "4 May", "Only A gives this date: “3 May”.").quoted
    text = render(realistic(), "text")
    assert "A “more than two hours”" in text  # its note holds no words


def test_an_event_gives_its_letters_to_a_report() -> None:
    made = realistic()
    note = "Only A says “A and B”, and B says “almost an hour and a half”."
    first = replace(made.links[1].evidence[0], note=note)
    links = (made.links[0], replace(made.links[1], evidence=(first,)), *made.links[2:])
    made = replace(made, links=links)
    extras = Extras(letters=("B", "D"))
    view = make_view(made, extras)
    assert (view.a.heading, view.b.heading) == ("B · US President", "D · Kremlin")
    assert "B has 2 sentences of its own, D has 1 sentence." in view.headline
    assert view.rows[1].reasons[0].note == (
        "Only B says “A and B”, and D says “almost an hour and a half”."
    )
    for format in TEXTS:
        shown = render(made, format, extras=extras)
        assert "D9" in shown
        assert "A9" not in shown
    text = render(made, "text", extras=extras)
    assert "ONLY IN D" in text
    assert "no match in A" not in text
    html = render(made, "html", extras=extras)
    assert 'id="d9"' in html
    assert 'href="#d9"' in html
    assert render(made, "json", extras=extras) == to_json(made)
