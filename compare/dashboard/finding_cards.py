"""The list of findings, as markup and as what the script needs for their reviews."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.dashboard.reviewing import RowState
from compare.dashboard.selection import is_unsure
from compare.report.html_parts import decision, finding, pair
from compare.report.markup import Markup, Node, element, join
from compare.report.points import Point, Segment
from compare.report.view import View
from compare.report.words import KINDS


def findings(view: View, states: Sequence[RowState], rejected: Sequence[RowState] = ()) -> Markup:
    """Return findings with both quotations and their evidence, and agreements without a number.

    :param rejected: links that were rejected before, which stand behind the others
    """
    if not states and not rejected:
        return element(
            "div",
            element("p", "Nothing matches. Loosen a filter to see more.", class_="empty"),
            class_="readouts",
        )
    items = [_card(view, state) for state in states]
    gone = [_plain(view, state) for state in rejected]
    behind: list[Node] = []
    if gone:
        behind = [
            element("h3", "Rejected", class_="gone-title"),
            element("p", "They count no more. Reopen brings one back.", class_="hint"),
            element("ol", *gone, class_="findings gone"),
        ]
    return element("div", element("ol", *items, class_="findings"), *behind, class_="readouts")


def _card(view: View, state: RowState) -> Markup:
    point = state.point
    if point.rank is None or point.kind == "agreement" or state.standing == "rejected":
        return _plain(view, state)
    return finding(
        view,
        point,
        data_row=_row(state),
        data_finding=state.finding.id,
        tabindex="0",
    )


def unmarked(point: Point) -> Point:
    """Return a point without reasons and with no words marked."""
    a, b = (
        tuple(
            replace(quote, segments=(Segment("".join(part.text for part in quote.segments)),))
            for quote in side
        )
        for side in (point.a, point.b)
    )
    return replace(point, a=a, b=b, reasons=())


def _row(state: RowState) -> str:
    """Return the name of a card's row; a rejected link has none of the reading's."""
    gone = state.standing == "rejected" and state.point.a and state.point.b
    return f"r{state.finding.id}" if gone else str(state.point.row)


def _plain(view: View, state: RowState) -> Markup:
    """Return an agreement, or what was rejected, without reasons and so without marks."""
    point, row = unmarked(state.point), _row(state)
    words = KINDS[point.kind]
    mark = element("span", words.mark, class_="mark", aria_hidden="true")
    unsure = is_unsure(point, state.standing)
    sure = element("span", point.sureness) if point.sureness else None
    in_context = element("a", "see in context", href=f"#row-{point.row}")
    return element(
        "li",
        element(
            "article",
            element(
                "header",
                element(
                    "h3",
                    join(element("span", f"{point.rank}", class_="rank"), " ")
                    if point.rank
                    else None,
                    element("span", mark, words.label, class_="badge"),
                    join(" ", element("span", "? unsure", class_="unsure")) if unsure else None,
                ),
                element(
                    "p",
                    sure,
                    None if row.startswith("r") else in_context,
                    class_="meta",
                ),
            ),
            pair(view, point),
            decision(view, point),
        ),
        id=f"finding-{point.rank}" if point.rank else None,
        class_=f"finding {point.kind}" + (" out" if state.standing == "rejected" else ""),
        data_row=row,
        data_finding=state.finding.id,
        tabindex="0",
    )


def bars(states: Sequence[RowState]) -> list[dict[str, object]]:
    """Return what the script needs for the review bar of each row."""
    return [_bar(state) for state in states]


def _bar(state: RowState) -> dict[str, object]:
    point = state.point
    # What lies nearest to a lone sentence is chosen too, for a link by hand.
    quotes = (*point.a, *point.b, *((point.perhaps.quote,) if point.perhaps else ()))
    called = f"finding {point.rank}" if point.rank else KINDS[point.kind].label.lower()
    return {
        "row": _row(state),
        "finding": state.finding.id,
        "name": f"{called}, {state.places}",
        "state": state.standing,
        "kind": point.kind,
        "lone": not (point.a and point.b),
        "seen": state.seen,
        "note": state.last.note if state.last else "",
        "sentences": [quote.anchor for quote in quotes],
    }
