"""The head of the page, the findings and the messages, as markup."""

from __future__ import annotations

from collections.abc import Sequence

from compare.report.html_parts import finding, pair
from compare.report.markup import Markup, element
from compare.report.points import Point
from compare.report.view import SideView, View
from compare.report.words import KINDS
from compare.sources.samples import Event


def head(event: Event, view: View) -> Markup:
    """Return who says what on which occasion, and what to know before trusting the rest."""
    notes = [element("p", element("b", "Note "), note, class_="note") for note in view.notes]
    about = " ".join(text.rstrip(".") + "." for text in (event.note, event.attribution) if text)
    return element(
        "header",
        element("h1", element("bdi", event.title)),
        element("div", _side(view.a), _side(view.b), class_="sides"),
        element("p", about, class_="about") if about else None,
        *notes,
        element("p", view.headline, class_="headline"),
        class_="readouts-head",
    )


def _side(side: SideView) -> Markup:
    facts = [side.title if side.title != side.name else "", side.date, side.length]
    name = side.name if side.name != side.letter else f"Statement {side.letter}"
    return element(
        "section",
        element("span", side.letter, class_="chip"),
        element(
            "div",
            element("h2", element("bdi", name)),
            element("p", *_dotted([fact for fact in facts if fact])),
        ),
        class_=f"side {side.side}",
        aria_label=f"Statement {side.letter}",
    )


def _dotted(texts: Sequence[str]) -> list[Markup]:
    return [
        element(
            "span",
            element("bdi", text),
            element("span", "·", class_="dot", aria_hidden="true") if place < len(texts) else None,
            class_="fact",
        )
        for place, text in enumerate(texts, 1)
    ]


def findings(view: View, points: Sequence[Point]) -> Markup:
    """Return findings with both quotations and their evidence, and agreements without a rank."""
    if not points:
        return element(
            "div",
            element("p", "Nothing matches. Loosen a filter to see more.", class_="empty"),
            class_="readouts",
        )
    items = [
        finding(view, point) if point.rank is not None else _agreement(view, point)
        for point in points
    ]
    return element("div", element("ol", *items, class_="findings"), class_="readouts")


def _agreement(view: View, point: Point) -> Markup:
    words = KINDS[point.kind]
    mark = element("span", words.mark, class_="mark", aria_hidden="true")
    confidence = None
    if point.confidence is not None:
        confidence = element("span", f"confidence {point.confidence:.2f}")
    return element(
        "li",
        element(
            "article",
            element(
                "header",
                element("h3", element("span", mark, words.label, class_="badge")),
                element(
                    "p",
                    confidence,
                    element("a", "see in context", href=f"#row-{point.row}"),
                    class_="meta",
                ),
            ),
            pair(view, point),
        ),
        class_=f"finding {point.kind}",
    )


def section(title: str, lead: str, name: str, level: str = "h2") -> Markup:
    """Return the title of a section of the page, or with level `h1` of the page."""
    return element(
        "div",
        element(level, title, id=name),
        element("p", lead),
        class_="readouts-section",
    )


def counted_findings(listed: int, view: View, filtered: bool) -> str:
    """Return what the list of findings holds, in a sentence."""
    if filtered:
        return f"{listed:,} of {len(view.rows):,} points pass the filters."
    if not view.findings:
        return "None: each sentence says what its match says."
    return "What deserves a look, most severe first. Marked words are where the two sides part."


def made(view: View) -> Markup:
    """Return what the comparison was made with, a name and a value a row."""
    sources = [(f"source of {side.letter}", side.source) for side in (view.a, view.b)]
    rows = (
        element("div", element("dt", name), element("dd", element("code", value)))
        for name, value in (*sources, *view.made())
        if value
    )
    return element("dl", *rows, class_="readouts-made")


def message(text: str, kind: str = "error") -> Markup:
    """Return a message that shows exactly this text.

    :param kind: `error` or `note`
    """
    role = "alert" if kind == "error" else "status"
    label = "Can’t do that. " if kind == "error" else ""
    return element(
        "div",
        element("b", label) if label else None,
        element("bdi", text),
        class_=f"readouts-message {kind}",
        role=role,
    )


def line(text: str, kind: str) -> Markup:
    """Return a small line of text, such as a preview."""
    return element("p", element("bdi", text), class_=f"readouts-line {kind}")
