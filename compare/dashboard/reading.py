"""Both statements side by side, each whole and in its own order, as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.model import Side, Statement
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


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a long side that is shown: sentences from `start` up to `end`, 0-based."""

    start: int
    end: int


# Sentences of a side up to which it is shown whole, and how many of a longer one are.
WHOLE, PART = 400, 200


def window(sentences: int, at: int) -> Window:
    """Return the part of a side that holds a sentence; a side of `WHOLE` sentences is whole."""
    if sentences <= WHOLE:
        return Window(0, sentences)
    start = min(max(at, 0), sentences - 1) // PART * PART
    return Window(start, min(start + PART, sentences))


def reading(view: View, a: Sequence[Place], b: Sequence[Place], at: tuple[int, int]) -> Markup:
    """Return both columns, and for every point what is said of it when its sentence is lit.

    :param a: what `places` gives for each side
    :param at: a sentence of each side that is to be shown, for sides too long to be shown whole
    """
    windows = (window(len(a), at[0]), window(len(b), at[1]))
    shown_a, shown_b = a[windows[0].start : windows[0].end], b[windows[1].start : windows[1].end]
    details = (_detail(point) for point in within(a, b, at))
    hint = (
        "Point at a sentence, or move to its number with the Tab and arrow keys, to light up what "
        "the other side says to it. Click or Enter keeps it lit, Escape lets go."
    )
    return element(
        "div",
        element(
            "div",
            _pane(view.a, shown_a, windows[0], len(a)),
            _pane(view.b, shown_b, windows[1], len(b)),
            class_="panes",
        ),
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


def within(a: Sequence[Place], b: Sequence[Place], at: tuple[int, int]) -> list[Point]:
    """Return the points of which a sentence is shown, in the order of the reading."""
    found: dict[int, Point] = {}
    for side, index in ((a, at[0]), (b, at[1])):
        part = window(len(side), index)
        for place in side[part.start : part.end]:
            found.update((point.row, point) for point in place.points)
    return [point for _, point in sorted(found.items())]


def starts(view: View) -> dict[str, str]:
    """Return the first sentence of each row, for rows that lie outside the windows."""
    return {str(point.row): (point.a + point.b)[0].anchor for point in view.rows}


def _pane(about: SideView, rows: Sequence[Place], part: Window, total: int) -> Markup:
    code = about.language_code
    which = None
    if part != Window(0, total):
        words = f"{part.start + 1:,}–{part.end:,} of {total:,}"
        which = element("span", words, class_="which")
    return element(
        "section",
        element(
            "h3",
            element("span", about.letter, class_="chip"),
            " ",
            element("bdi", about.name if about.name != about.letter else "Statement"),
            " ",
            which,
        ),
        _more("earlier", about, part.start - PART, total) if part.start else None,
        element("ol", *(_line(place, code) for place in rows), class_="lines"),
        _more("later", about, part.end, total) if part.end < total else None,
        class_=f"pane {about.side}",
        aria_label=f"Statement {about.heading}",
    )


def _more(way: str, about: SideView, at: int, total: int) -> Markup:
    part = window(total, at)
    words = f"Show {way} sentences, {about.letter}{part.start + 1} to {about.letter}{part.end}"
    goto = f"{about.side}{part.start + 1}"
    return element("button", words, type="button", class_="more", data_goto=goto)


def _line(place: Place, code: str) -> Markup:
    point = place.points[0]
    words = KINDS[point.kind]
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
        class_=" ".join(kinds),
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
        parts.append(element("span", point.sureness))
    if point.rank is not None:
        parts.append(element("a", f"finding {point.rank}", href=f"#finding-{point.rank}"))
    if not point.reasons:
        meaning = words.meaning
        parts.append(element("span", meaning[:1].upper() + meaning[1:] + ".", class_="why"))
    if point.perhaps:
        parts.append(
            element("span", f"Closest: {point.perhaps.quote.label}, {point.perhaps.likely}.")
        )
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
