"""One page that holds everything: no font, no picture, nothing fetched from anywhere."""

from __future__ import annotations

from compare.model import Side
from compare.report.decisions import LEAD
from compare.report.html_page import contents, page, section, side_card
from compare.report.html_parts import agreement, decided, finding, lone, reading_row
from compare.report.html_sheets import heat_section, insight_section
from compare.report.markup import Markup, Node, element, join
from compare.report.view import SideView, View
from compare.report.words import counted


def render_html(view: View) -> str:
    """Return the report as one HTML file.

    Every text of a source goes through `markup.escape`; the page's policy (html_page) allows its
    own style sheet and script and nothing else.
    """
    return page(
        view.title,
        element("a", "Skip to the findings", class_="skip", href="#findings"),
        _header(view),
        _contents(view),
        element(
            "main",
            _findings(view),
            _both(view),
            _reading(view),
            _alone(view, "a"),
            _alone(view, "b"),
            _decisions(view),
            insight_section(view.sheets),
            heat_section(view),
            _signature(view),
        ),
        element(
            "footer",
            element(
                "p",
                "Quotations are the exact words of the statements, in full sentences. "
                "Labels, notes and severities are made by the program.",
            ),
        ),
    )


def _header(view: View) -> Markup:
    tiles = [
        element(
            "li",
            element(
                "a",
                element("span", words.mark, class_="mark", aria_hidden="true"),
                element("span", f"{number:,}", class_="number"),
                " ",
                element("span", words.tally(number), class_="tally"),
                " ",
                element("span", words.meaning, class_="meaning"),
                href=_TARGETS[kind],
            ),
            class_=kind,
        )
        for kind, number in view.counts
        for words in (view.kinds[kind],)
    ]
    return element(
        "header",
        element("p", "Readout comparison", class_="kicker"),
        element("h1", view.title, dir="ltr"),  # its own words are English, whatever the names are
        element("div", _side(view.a), _side(view.b), class_="sides"),
        *(element("p", element("b", "Note "), note, class_="note") for note in view.notes),
        element("p", view.headline, class_="headline"),
        element("p", view.doubts, class_="doubts") if view.doubts else None,
        element("ul", *tiles, class_="counts"),
        element("p", view.trust, class_="trust") if view.trust else None,
        class_="top",
    )


_TARGETS = {
    "divergence": "#findings",
    "partial": "#findings",
    "agreement": "#both",
    "only_a": "#only-a",
    "only_b": "#only-b",
}


def _side(side: SideView) -> Markup:
    rows = (
        ("Title", side.title),
        ("Date", side.date),
        ("Source", side.source),
        ("Language", side.language),
        ("Length", side.length),
    )
    name = side.speaker or (side.name if side.name != side.letter else "")
    return side_card(side.letter, name, rows, class_=f"side {side.side}")


def _contents(view: View) -> Markup:
    places = [
        ("findings", "Findings"),
        ("both", "Agreements"),
        ("reading", "Side by side"),
        ("only-a", view.kinds["only_a"].label),
        ("only-b", view.kinds["only_b"].label),
    ]
    places += [("reviews", "Reviews")] if view.decisions else []
    places += [("insight", "What they dwell on")] if view.sheets else []
    places += [("similarity", "Similarity")] if view.heat else []
    return contents((*places, ("signature", "How it was made")))


def _decisions(view: View) -> Node:
    if not view.decisions:
        return None
    return section(
        "reviews",
        "Reviews",
        LEAD,
        element("ul", *(decided(item) for item in view.decisions), class_="decisions"),
    )


def _findings(view: View) -> Markup:
    if not view.findings:
        return section("findings", "Findings", "None: each sentence says what its match says.")
    return section(
        "findings",
        "Findings",
        "What deserves a look, most severe first. Marked words are where the two sides part.",
        element("ol", *(finding(view, point) for point in view.findings), class_="findings"),
    )


def _reading(view: View) -> Markup:
    columns = element(
        "div",
        element("span", element("bdi", view.a.heading), class_="chip-a"),
        element("span"),
        element("span", element("bdi", view.b.heading), class_="chip-b"),
        class_="columns",
        aria_hidden="true",
    )
    return section(
        "reading",
        "Side by side",
        f"{view.order} Point at a sentence, or move to its number with "
        "the Tab key, to light up its match wherever it stands.",
        columns,
        element("ol", *(reading_row(view, point) for point in view.rows), class_="rows"),
    )


def _alone(view: View, side: Side) -> Markup:
    this, other = (view.a, view.b) if side == "a" else (view.b, view.a)
    points = view.alone(side)
    lead = (
        f"{counted(len(points), 'sentence')} without a match in {other.heading}."
        if points
        else f"Every sentence has a match in {other.heading}."
    )
    return section(
        f"only-{side}",
        join("Only in ", element("bdi", this.heading)),
        lead,
        element("ul", *(lone(view, point) for point in points), class_="lone") if points else None,
    )


def _both(view: View) -> Markup:
    points = view.agreements
    return section(
        "both",
        "Agreements",
        "The same claim on both sides, the least sure first."
        if points
        else "No sentence makes the same claim.",
        element(
            "ul",
            *(agreement(view, point) for point in points),
            class_="both",
        )
        if points
        else None,
    )


def _signature(view: View) -> Markup:
    return section(
        "signature",
        "How it was made",
        "The same statements with the same signature give the same report.",
        element(
            "dl",
            *(
                element("div", element("dt", name), element("dd", element("code", text)))
                for name, text in view.made()
            ),
        ),
        element("p", element("code", view.signature.short()), class_="short"),
    )
