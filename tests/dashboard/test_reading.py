"""The reading: both statements whole, in their own order, and nothing in them acts."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.dashboard.cards import head, message
from compare.dashboard.finding_cards import bars, findings
from compare.dashboard.reading import PART, WHOLE, Window, places, reading, window
from compare.dashboard.reviewing import make_desk
from compare.model import (
    Comparison,
    Evidence,
    Link,
    Nearest,
    Omission,
    Signature,
    Span,
    Statement,
)
from compare.report import make_view
from compare.report.safe import one_line
from compare.report.view import View
from compare.store.records import StoredEvent
from tests.report.pages import Page, squeeze


def statement(*sentences: str, gap: str = " ") -> Statement:
    spans, place = [], 0
    for text in sentences:
        spans.append(Span(place, place + len(text)))
        place += len(text) + len(gap)
    text = gap.join(sentences)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Statement(text, tuple(spans), language="en", sha256=sha256)


def comparison(a: Statement, b: Statement, *links: Link) -> Comparison:
    linked_a = {index for link in links for index in link.a}
    linked_b = {index for link in links for index in link.b}
    return Comparison(
        Signature("1", {}, {}),
        *(a, b, links),
        tuple(Omission(i, 0.4) for i in range(len(a.sentences)) if i not in linked_a),
        tuple(Omission(i, 0.6) for i in range(len(b.sentences)) if i not in linked_b),
    )


def shown(made: Comparison, view: View, at: tuple[int, int] = (0, 0)) -> str:
    return str(reading(view, places(view, made.a, "a"), places(view, made.b, "b"), at))


A = statement("We met.", "Forty men go home.", "It rained.", gap="\n\n")
B = statement("Some men may go.", "They met.")
CROSSED = comparison(
    A,
    B,
    Link((0,), (1,), 0.8, 0.9, "agreement", 0.9, 0.1),
    Link(
        *((1,), (0,), 0.7, 0.9, "divergence", 0.8, 0.9),
        (Evidence("scope", Span(9, 14), Span(0, 4), "A says “Forty”, B says “Some”."),),
    ),
)


def test_each_side_keeps_its_own_order_and_knows_its_counterparts() -> None:
    view = make_view(CROSSED)
    a, b = places(view, CROSSED.a, "a"), places(view, CROSSED.b, "b")
    assert [place.quote.anchor for place in a] == ["a1", "a2", "a3"]
    assert [place.partners for place in a] == [("b2",), ("b1",), ()]
    assert [place.quote.anchor for place in b] == ["b1", "b2"]
    assert [place.partners for place in b] == [("a2",), ("a1",)]
    assert [place.paragraph for place in a] == [False, True, True]
    assert [place.paragraph for place in b] == [False, False]


def test_a_sentence_in_two_links_shows_the_weightier_and_leads_to_both() -> None:
    shared = comparison(
        A,
        B,
        Link((0,), (1,), 0.8, 0.9, "agreement", 0.9, 0.1),
        Link((0, 1), (0,), 0.7, 0.9, "divergence", 0.8, 0.9),
    )
    place = places(make_view(shared), shared.a, "a")[0]
    assert [point.kind for point in place.points] == ["divergence", "agreement"]
    assert place.partners == ("b1", "b2")


def test_each_sentence_is_a_button_with_a_mark_and_a_name() -> None:
    page = Page(shown(CROSSED, make_view(CROSSED)))
    assert not page.faults
    words = squeeze("".join(page.shown))
    assert "≠A2,DivergencewithB1" in words
    assert "=B2,AgreementwithA1" in words
    assert "◧A3,OnlyinA" in words
    assert page.values("aria-pressed") == ["false"] * 5
    assert "A says “Forty”, B says “Some”." in page.shown


def test_a_lone_sentence_names_the_closest_where_it_may_match() -> None:
    for likely, told in ((0.3, True), (0.1, False)):
        lone = tuple(replace(one, nearest=Nearest(0, likely)) for one in CROSSED.only_a)
        made = replace(CROSSED, only_a=lone)
        words = "".join(Page(shown(made, make_view(made))).shown)
        assert ("No sentence of B matches. Closest: B1, probability 0.30." in words) is told


def test_a_long_side_is_shown_in_parts_with_ways_on() -> None:
    assert window(WHOLE, 350) == Window(0, WHOLE)
    assert window(WHOLE + 1, 0) == Window(0, PART)
    assert window(3_000, 2_999) == Window(2_800, 3_000)
    assert window(3_000, 250) == Window(200, 400)
    assert window(3_000, 10**6) == Window(2_800, 3_000)
    long = statement(*(f"Sentence {n}." for n in range(1_000)))
    made = comparison(long, B, Link((700,), (1,), 0.8, 0.9, "agreement", 0.9, 0.1))
    view = make_view(made)
    page = Page(shown(made, view, (650, 0)))
    assert page.values("data-goto") == ["a401", "a801"]
    assert page.values("data-name") == [*(f"a{n}" for n in range(601, 801)), "b1", "b2"]
    # The counterpart of b2 is known though it may lie elsewhere.
    assert "a701" in page.values("data-partners")
    words = "".join(page.shown)
    assert "601–800 of 1,000" in words
    assert "Show later sentences, A801 to A1000" in words


def test_each_row_tells_the_script_what_its_review_needs() -> None:
    desk = make_desk(CROSSED, {})
    told = {
        str(bar["name"]): bar for bar in bars([desk.rows[point.row] for point in desk.view.rows])
    }
    assert set(told) == {"finding 1, A2 ↔ B1", "agreement, A1 ↔ B2", "finding 2, A3"}
    assert told["finding 2, A3"]["lone"] is True
    assert told["finding 1, A2 ↔ B1"]["sentences"] == ["a2", "b1"]
    assert {bar["state"] for bar in told.values()} == {"open"}
    assert (desk.done, desk.total) == (0, 3)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@given(a=st.lists(TEXT, min_size=1, max_size=4), b=st.lists(TEXT, min_size=1, max_size=4), who=TEXT)
def test_any_text_is_shown_and_never_acts(a: list[str], b: list[str], who: str) -> None:
    first, second = statement(*a), statement(*b)
    link = Link((0,), (0,), 0.5, 0.5, "partial", 0.5, 0.5)
    evidence = (Evidence("wording", first.sentences[0], None, f"A says {who}."),)
    made = comparison(first, second, Link(*_fields(link), evidence))
    view = make_view(made)
    event = StoredEvent("x", who, "", who, who, "", (), ())
    desk = make_desk(made, {})
    pages = [
        Page(shown(made, view)),
        Page(str(findings(desk.view, list(desk.rows.values())))),
        Page(str(head(event, view))),
        Page(str(message(who))),
    ]
    allowed = {
        *("div", "section", "header", "article", "h1", "h2", "h3", "p", "ul", "ol", "li", "b"),
        *("span", "bdi", "mark", "button", "a", "blockquote", "details", "summary"),
    }
    for page in pages:
        assert not page.faults
        assert page.tags <= allowed
        assert not [name for _, name, _ in page.attributes if name.startswith("on")]
        assert all(value.startswith("#") for value in page.values("href"))
    assert one_line(who) in "".join(pages[3].shown)
    for text in (*a, *b):
        assert squeeze(one_line(text)) in squeeze("".join(pages[0].shown))


def _fields(link: Link) -> tuple[object, ...]:
    return (
        *(link.a, link.b, link.similarity, link.probability),
        *(link.relation, link.confidence, link.severity),
    )


@pytest.mark.parametrize("kind", ["error", "note"])
def test_a_message_is_announced(kind: str) -> None:
    assert Page(str(message("x", kind))).values("role") == [
        "alert" if kind == "error" else "status"
    ]
