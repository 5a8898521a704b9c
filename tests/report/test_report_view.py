"""The rows that every format draws: order, ranks, repeats, marked words, notes."""

from __future__ import annotations

import pytest

from compare.model import Comparison, Evidence, Link, Omission
from compare.report import notes, render
from compare.report.points import Point, Quote
from compare.report.view import make_view
from compare.report.words import counted, language_name, level

from .sample import SIGNATURE, find, identical, pair, realistic, small, statement


def labels(quotes: tuple[Quote, ...]) -> str:
    return " ".join(quote.label + ("*" if quote.repeated else "") for quote in quotes)


def row(point: Point) -> tuple[str, str, str, int | None]:
    return (point.kind, labels(point.a), labels(point.b), point.rank)


def test_the_reading_follows_a_and_puts_what_only_b_says_where_b_says_it() -> None:
    assert [row(point) for point in make_view(realistic()).rows] == [
        ("agreement", "A1", "B1", None),
        ("divergence", "A2", "B2", 6),
        ("partial", "A2*", "B3", 8),
        ("divergence", "A3", "B5", 1),
        ("only_a", "A4", "", 9),
        ("divergence", "A5", "B4", 3),
        ("divergence", "A6", "B6 B8", 2),
        ("only_b", "", "B7", 7),
        ("divergence", "A7", "B3*", 5),
        ("only_a", "A8", "", 4),
        ("agreement", "A9", "B9", None),
    ]


def test_what_b_says_first_and_alone_comes_first() -> None:
    a, b = statement(["One."]), statement(["Zero.", "Also.", "One.", "Two.", "Three."])
    link = Link((0,), (2,), 1.0, 1.0, "agreement", 1.0, 0.0)
    alone = tuple(Omission(index, 0.1) for index in (0, 1, 3, 4))
    view = make_view(Comparison(SIGNATURE, a, b, (link,), (), alone))
    assert [labels(point.b) for point in view.rows] == ["B1", "B2", "B3", "B4", "B5"]


def test_findings_stand_by_severity_then_kind_then_place() -> None:
    a, b = statement(["P.", "Q.", "R.", "S."]), statement(["P.", "Q.", "R."])
    links = (
        Link((0,), (0,), 0.5, 0.9, "partial", 0.7, 0.5),
        Link((1,), (1,), 0.5, 0.9, "divergence", 0.7, 0.5),
        Link((2,), (2,), 0.5, 0.9, "divergence", 0.7, 0.9),
    )
    view = make_view(Comparison(SIGNATURE, a, b, links, (Omission(3, 0.6),), ()))
    assert [(point.rank, point.kind, point.row) for point in view.findings] == [
        (1, "divergence", 3),
        (2, "only_a", 4),
        (3, "divergence", 2),
        (4, "partial", 1),
    ]


def test_a_sentence_is_cut_where_marked_words_begin_and_end() -> None:
    a, b = statement(["Before. ", "We met for two long hours."]), statement(["They met."])
    evidence = (
        Evidence("duration", find(a, "two long hours"), None, ""),
        Evidence("framing", find(a, "long"), find(b, "met"), ""),
        Evidence("actor", find(a, "Before."), find(b, "They"), ""),  # in another sentence of A
    )
    link = Link((1,), (0,), 0.5, 0.9, "divergence", 0.7, 0.5, evidence)
    view = make_view(Comparison(SIGNATURE, a, b, (link,), (Omission(0, 0.1),), ()))
    finding = view.findings[0]
    assert [(segment.text, segment.kinds) for segment in finding.a[0].segments] == [
        ("We met for ", ()),
        ("two ", ("duration",)),
        ("long", ("duration", "framing")),
        (" hours", ("duration",)),
        (".", ()),
    ]
    assert [(reason.kind, reason.a, reason.b) for reason in finding.reasons] == [
        ("duration", "two long hours", None),
        ("framing", "long", "met"),
        ("actor", "Before.", "They"),
    ]


def test_each_side_alone_stands_in_its_own_order() -> None:
    view = make_view(realistic())
    assert [labels(point.a) for point in view.alone("a")] == ["A4", "A8"]
    assert [labels(point.b) for point in view.alone("b")] == ["B7"]


@pytest.mark.parametrize(
    ("about", "name"),
    [
        ({"speaker": "Kremlin", "title": "Call", "source": "x.txt"}, "Kremlin"),
        ({"title": "Call", "source": "x.txt"}, "Call"),
        ({"source": "folder/x.txt"}, "x"),
        ({"source": "note v1.2"}, "note v1.2"),
        ({"source": ".txt"}, ".txt"),
        ({"source": "https://kremlin.example/events/1"}, "kremlin.example"),
        ({"source": "http://[broken"}, "http://[broken"),
        ({"speaker": " \n "}, "A"),
        ({"speaker": "Ministry of Foreign Affairs of the Republic, Press Service"}, None),
    ],
)
def test_a_side_has_a_short_name(about: dict[str, str], name: str | None) -> None:
    view = make_view(pair(statement(["One."], **about), statement(["Two."])))
    assert view.a.name == (name or "Ministry of Foreign Affairs of the…")
    assert view.b.heading == "B"


@pytest.mark.parametrize(
    ("names", "title"),
    [
        (("Kremlin", "Ministry"), "Kremlin and Ministry: two accounts compared"),
        (("Kremlin", "Kremlin"), "Kremlin: two accounts compared"),
        (("", ""), "Two accounts compared"),
    ],
)
def test_the_title_names_the_sides(names: tuple[str, str], title: str) -> None:
    a, b = (statement(["One."], speaker=name) for name in names)
    assert make_view(pair(a, b)).title == title


def test_the_headline_leaves_out_what_is_not_there() -> None:
    assert make_view(realistic()).headline == (
        "The accounts differ on 5 points, overlap in part on 1 and agree on 2. "
        "A has 2 sentences of its own, B has 1 sentence."
    )
    assert make_view(small()).headline == (
        "The accounts differ on 1 point. A has 1 sentence of its own, B has 1 sentence."
    )
    assert make_view(identical()).headline == (
        "The accounts agree on 2 points. Neither side has a sentence of its own."
    )


def test_notes_say_what_weakens_the_result() -> None:
    assert make_view(realistic()).notes == ()
    unreliable = "The comparison is made for English: its results are unreliable here."
    assert make_view(identical()).notes == (
        "The two statements are identical, character for character (same SHA-256).",
        f"A · МИД is in Russian. {unreliable}",
        f"B · МИД is in Russian. {unreliable}",
    )
    a, b = statement(["One."], language="en-GB"), statement([])
    view = make_view(Comparison(SIGNATURE, a, b, (), (Omission(0, 0.1),), ()))
    assert view.notes == ("B holds no sentences.",)
    b = statement(["Two."])
    view = make_view(Comparison(SIGNATURE, a, b, (), (Omission(0, 0.1),), (Omission(0, 0.1),)))
    assert view.notes == (
        "No sentence of A matches one of B. The statements may be about different events.",
    )
    assert view.headline.startswith("The accounts have nothing in common.")


def test_notes_stand_in_every_format() -> None:
    found = notes(identical())
    assert len(found) == 3
    for format in ("text", "markdown", "html"):
        text = render(identical(), format, width=160)
        assert [note for note in found if note not in text] == []
    assert notes(realistic()) == ()


def test_dates_are_written_for_people() -> None:
    dates = {"2025-02-12": "12 February 2025", "February 2025": "February 2025", "": ""}
    for written, read in dates.items():
        assert make_view(pair(statement(["A."], date=written), statement(["B."]))).a.date == read


def test_small_words() -> None:
    assert [level(value) for value in (1.0, 0.67, 0.66, 0.34, 0.33, 0.0)] == [
        *("high", "high", "medium", "medium", "low", "low")
    ]
    assert [counted(number, "word") for number in (0, 1, 1204)] == [
        "0 words",
        "1 word",
        "1,204 words",
    ]
    assert [language_name(code) for code in ("ru", "en-GB", "xx", "")] == [
        *("Russian", "English", "xx", "")
    ]
