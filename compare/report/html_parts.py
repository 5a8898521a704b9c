"""The parts of the page that repeat: quotations, badges, findings, rows of the reading."""

from __future__ import annotations

import re
from itertools import zip_longest

from compare.model import Side
from compare.report.decisions import Decision
from compare.report.markup import Markup, Node, element, join
from compare.report.points import Point, Quote, Reason
from compare.report.view import SideView, View
from compare.report.words import DOTS

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def finding(view: View, point: Point, **attributes: str) -> Markup:
    """Return one finding: both sides in full, then why.

    :param attributes: of the list item, for a page that does more with it
    """
    name = f"finding-{point.rank}"
    return element(
        "li",
        element(
            "article",
            element(
                "header",
                element(
                    "h3",
                    element("span", f"{point.rank}", class_="rank"),
                    " ",
                    _badge(view, point),
                    " ",
                    element("span", ", ".join(point.topics), class_="topic")
                    if point.topics
                    else None,
                    id=f"{name}-title",
                ),
                element("p", *_weights(point), " ", _to_row(point), class_="meta"),
            ),
            pair(view, point),
            decision(view, point),
            _reasons(view, point),
            aria_labelledby=f"{name}-title",
        ),
        id=name,
        class_=f"finding {point.kind}",
        **attributes,
    )


def decision(view: View, point: Point) -> Node:
    """Return what reviewers decided on a row, or nothing."""
    found = view.decision(point)
    if found is None:
        return None
    return element(
        "p", element("b", "Review"), " ", element("bdi", found.sentence), class_="decision"
    )


def decided(item: Decision) -> Markup:
    """Return one finding's reviews, the ones that no longer count below."""
    return element(
        "li",
        element("p", element("b", item.places), " ", item.said),
        element("p", element("bdi", item.sentence), class_="decision"),
        *(element("p", "before: ", element("bdi", line), class_="before") for line in item.earlier),
    )


def pair(view: View, point: Point) -> Markup:
    """Return A's words and B's words beside each other, under their names."""
    return element("div", _cell(view, point, "a"), _cell(view, point, "b"), class_="pair")


def agreement(view: View, point: Point) -> Markup:
    """Return one agreement: how sure it is, and both sides in full."""
    return element(
        "li",
        element(
            "p",
            _badge(view, point),
            " ",
            element("span", point.sureness, class_="sure"),
            " ",
            _to_row(point),
            class_="meta",
        ),
        pair(view, point),
        decision(view, point),
        class_=point.kind,
    )


def reading_row(view: View, point: Point) -> Markup:
    """Return one row of the reading; its sentences are what the rest of the page links to."""
    link = (
        element("a", f"finding {point.rank}", href=f"#finding-{point.rank}")
        if point.rank is not None
        else None
    )
    return element(
        "li",
        _place(view, point, "a"),
        element("div", _badge(view, point), " ", link, class_="between"),
        _place(view, point, "b"),
        id=f"row-{point.row}",
        class_=f"row {point.kind}",
    )


def lone(view: View, point: Point) -> Markup:
    """Return a sentence that only one side has."""
    quotes = point.a or point.b
    return element(
        "li",
        *(_sentence(view, quote, linked=True) for quote in quotes),
        decision(view, point),
        element("p", *_weights(point), *_perhaps(point), " ", _to_row(point), class_="meta"),
        class_=point.kind,
    )


def _perhaps(point: Point) -> list[Node]:
    """Return where a lone sentence may have its match all the same."""
    near = point.perhaps
    if near is None:
        return []
    there = element("a", near.quote.label, href=f"#{near.quote.anchor}")
    return [" ", element("span", "closest: ", there, f", {near.likely}")]


def _badge(view: View, point: Point) -> Markup:
    words = view.kinds[point.kind]
    mark = element("span", words.mark, class_="mark", aria_hidden="true")
    return element("span", mark, words.label, class_="badge")


def _weights(point: Point) -> list[Node]:
    dots = element("span", DOTS[point.level], class_="dots", aria_hidden="true")
    parts: list[Node] = [element("span", dots, f" severity {point.level}")]
    if point.sureness:
        parts += [" ", element("span", point.sureness, class_="sure")]
    return parts


def _to_row(point: Point) -> Markup:
    return element("a", "see in context", href=f"#row-{point.row}")


def _cell(view: View, point: Point, side: Side) -> Markup:
    about, quotes = (view.a, point.a) if side == "a" else (view.b, point.b)
    nothing = element("p", "No matching sentence.", class_="nothing")
    near: Node = None
    if not quotes and point.perhaps:
        nothing = element("p", point.perhaps.lead, class_="nothing")
        found = (_sentence(view, quote, linked=True) for quote in point.perhaps.quotes)
        near = element("div", *found, class_="near") if point.perhaps.quotes else None
    return element(
        "div",
        element("p", _who(about), class_="who"),
        *(_sentence(view, quote, linked=True) for quote in quotes),
        None if quotes else nothing,
        near,
        class_=f"cell {side}",
    )


def _place(view: View, point: Point, side: Side) -> Markup:
    about, quotes = (view.a, point.a) if side == "a" else (view.b, point.b)
    return element(
        "div",
        *(_sentence(view, quote, linked=False) for quote in quotes),
        None
        if quotes
        else element("p", f"no match in {about.letter}", *_perhaps(point), class_="nothing"),
        class_=f"cell {side}",
    )


def _who(about: SideView) -> Markup:
    name = about.name if about.name != about.letter else ""
    return join(element("span", about.letter, class_="chip"), " ", element("bdi", name))


def _sentence(view: View, quote: Quote, *, linked: bool) -> Markup:
    """Return a sentence with its number; the reading holds the place, the rest links to it."""
    code = (view.a if quote.side == "a" else view.b).language_code
    place = None if linked or quote.repeated else quote.anchor
    partners = () if linked else view.partners.get(quote.anchor, ())
    target = quote.anchor if linked or quote.repeated else next(iter(partners), None)
    spoken = f"{quote.label}, matches {', '.join(partners).upper()}" if partners else None
    number = None
    if target is not None:
        number = element("a", quote.label, class_="label", href=f"#{target}", aria_label=spoken)
    return element(
        "blockquote",
        number or element("span", quote.label, class_="label"),
        element(
            "p",
            element(
                "bdi",
                *_words(quote),
                lang=code if _LANGUAGE_TAG.fullmatch(code) else None,
            ),
            element("span", " (repeated)", class_="again")
            if quote.repeated and not linked
            else None,
        ),
        id=place,
        class_=f"sentence {quote.side}" + (" repeated" if quote.repeated and not linked else ""),
        data_name=None if linked else quote.anchor,
        data_with=None if linked else " ".join((quote.anchor, *partners)),
    )


def _words(quote: Quote) -> list[Node]:
    """Return a sentence's words; each kind of evidence is named where its words end."""
    parts: list[Node] = []
    for segment, after in zip_longest(quote.segments, quote.segments[1:]):
        if not segment.kinds:
            parts.append(segment.text)
            continue
        ending = [kind for kind in segment.kinds if not after or kind not in after.kinds]
        label = f"\N{NO-BREAK SPACE}({', '.join(ending)})"
        named = element("span", label, class_="kind") if ending else None
        parts.append(element("mark", segment.text, named))
    return parts


def _reasons(view: View, point: Point) -> Node:
    if not point.reasons:
        return None
    return element(
        "ul",
        *(_reason(view, reason) for reason in point.strongest),
        class_="reasons",
        aria_label="Evidence",
    )


def _reason(view: View, reason: Reason) -> Markup:
    words: list[Node] = []
    if not reason.quoted:
        words = [" ", _said(view.a, reason.a), " ", _said(view.b, reason.b)]
    return element(
        "li",
        element("span", reason.kind, class_="kind"),
        " ",
        element("span", element("bdi", reason.note), class_="why"),
        *words,
        class_=None if words else "told",
    )


def _said(about: SideView, text: str | None) -> Markup:
    said: Node = element("span", "not here", class_="nothing")
    if text is not None:
        said = join("“", element("bdi", text), "”")
    letter = element("span", about.letter, class_="letter")
    return element("span", letter, " ", said, class_=f"words {about.side}")
