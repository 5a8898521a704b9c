"""Both statements side by side, each whole and in its own order, as markup."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from compare.model import Comparison, Side, Statement
from compare.report.markup import Markup, Node, element, join
from compare.report.points import Point, Quote
from compare.report.view import SideView, View
from compare.report.words import KINDS

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n|\r\n[^\S\n]*\r\n|\u2029")


@dataclass(frozen=True, slots=True)
class Place:
    """One sentence of a side, and every point that it is part of, the weightiest first."""

    quote: Quote
    points: tuple[Point, ...]
    paragraph: bool  # it begins a new paragraph

    @property
    def partners(self) -> tuple[str, ...]:
        """The sentences of the other side that it is matched with, as anchors."""
        others = (
            other.anchor
            for point in self.points
            for other in (point.b if self.quote.side == "a" else point.a)
        )
        return tuple(dict.fromkeys(others))


def places(view: View, statement: Statement, side: Side) -> tuple[Place, ...]:
    """Return a side's sentences in the statement's order."""
    found: dict[int, list[tuple[Point, Quote]]] = {}
    for point in sorted(view.rows, key=_weight):
        for quote in point.a if side == "a" else point.b:
            found.setdefault(quote.index, []).append((point, quote))
    return tuple(
        Place(rows[0][1], tuple(point for point, _ in rows), _begins_paragraph(statement, index))
        for index, rows in sorted(found.items())
    )


def _weight(point: Point) -> tuple[bool, int]:
    return point.rank is None, point.rank or point.row


def _begins_paragraph(statement: Statement, index: int) -> bool:
    if not index:
        return False
    gap = statement.text[statement.sentences[index - 1].end : statement.sentences[index].start]
    return bool(_PARAGRAPH.search(gap))


def reading(comparison: Comparison, view: View, wanted: Collection[int] | None) -> Markup:
    """Return both columns, and for every point what is said of it when its sentence is lit.

    :param wanted: rows that pass the filters, or None when nothing is filtered; the other
        sentences are muted, never left out
    """
    a = places(view, comparison.a, "a")
    b = places(view, comparison.b, "b")
    details = (_detail(point) for point in view.rows)
    hint = (
        "Point at a sentence, or move to its number with the Tab and arrow keys, to light up what "
        "the other side says to it. Click or Enter keeps it lit, Escape lets go."
    )
    return element(
        "div",
        element("div", _pane(view.a, a, wanted), _pane(view.b, b, wanted), class_="panes"),
        element(
            "div",
            element("p", hint, class_="hint"),
            *details,
            class_="details",
            role="status",
            aria_live="polite",
        ),
        class_="readouts reading",
    )


def _pane(about: SideView, rows: tuple[Place, ...], wanted: Collection[int] | None) -> Markup:
    code = about.language_code
    return element(
        "section",
        element(
            "h3",
            element("span", about.letter, class_="chip"),
            " ",
            element("bdi", about.name if about.name != about.letter else "Statement"),
        ),
        element("ol", *(_line(place, code, wanted) for place in rows), class_="lines"),
        class_=f"pane {about.side}",
        aria_label=f"Statement {about.heading}",
    )


def _line(place: Place, code: str, wanted: Collection[int] | None) -> Markup:
    point = place.points[0]
    words = KINDS[point.kind]
    muted = wanted is not None and not any(other.row in wanted for other in place.points)
    kinds = ["line", point.kind, *(["paragraph"] if place.paragraph else [])]
    partners = ", ".join(name.upper() for name in place.partners)
    spoken = f", {words.label}" + (f" with {partners}" if partners else "")
    return element(
        "li",
        element(
            "button",
            element("span", words.mark, class_="mark", aria_hidden="true"),
            element("span", place.quote.label),
            element("span", spoken, class_="spoken"),
            type="button",
            class_="tag",
            aria_pressed="false",
            title=words.label,
        ),
        element(
            "p",
            element(
                "bdi",
                *_marked(place.quote),
                lang=code if _LANGUAGE_TAG.fullmatch(code) else None,
            ),
        ),
        class_=" ".join(kinds + (["muted"] if muted else [])),
        data_name=place.quote.anchor,
        data_partners=" ".join(place.partners),
        data_rows=" ".join(str(other.row) for other in place.points),
    )


def _marked(quote: Quote) -> Iterator[Node]:
    for words, marked in quote.runs:
        yield element("mark", words) if marked else words


def _detail(point: Point) -> Markup:
    """Return what is said of one point, without its quotations, which are lit above it."""
    words = KINDS[point.kind]
    sides = [", ".join(quote.label for quote in quotes) for quotes in (point.a, point.b) if quotes]
    parts: list[Node] = [
        element(
            "span",
            element("span", words.mark, class_="mark", aria_hidden="true"),
            words.label,
            class_="badge",
        ),
        element("b", " ↔ ".join(sides)),
    ]
    if point.confidence is not None:
        parts.append(element("span", f"confidence {point.confidence:.2f}"))
    if point.rank is not None:
        parts.append(element("a", f"finding {point.rank}", href=f"#finding-{point.rank}"))
    if not point.reasons:
        meaning = words.meaning
        parts.append(element("span", meaning[:1].upper() + meaning[1:] + ".", class_="why"))
    reasons = [
        element(
            "li",
            element("span", reason.kind, class_="kind"),
            " ",
            element("bdi", reason.note),
        )
        for reason in point.reasons
    ]
    return element(
        "div",
        element("p", join(*_spaced(parts)), class_="meta"),
        element("ul", *reasons) if reasons else None,
        class_=f"detail {point.kind}",
        data_row=str(point.row),
        hidden="",
    )


def _spaced(nodes: list[Node]) -> Iterator[Node]:
    for place, node in enumerate(nodes):
        if place:
            yield " "
        yield node
