"""The head of the page, the findings and the messages, as markup."""

from __future__ import annotations

from collections.abc import Sequence

from compare.dashboard.reviewing import Desk, RowState
from compare.report.board import LETTERS
from compare.report.html_parts import decision, finding, pair
from compare.report.markup import Markup, Node, element
from compare.report.points import Point
from compare.report.view import SideView, View
from compare.report.words import KINDS
from compare.store.records import StoredEvent


def head(event: StoredEvent, view: View, places: tuple[int, int] = (0, 1)) -> Markup:
    """Return who says what on which occasion, and what to know before trusting the rest.

    :param places: of the two statements in the event
    """
    notes = [element("p", element("b", "Note "), note, class_="note") for note in view.notes]
    about = " ".join(text.rstrip(".") + "." for text in (event.note, event.attribution) if text)
    which = None
    if places != (0, 1):
        a, b = (LETTERS[place] for place in places)
        which = element("p", f"Here A is statement {a} of the event, B is statement {b}.")
    return element(
        "header",
        element("h1", element("bdi", event.title)),
        element("div", _side(view.a), _side(view.b), class_="sides"),
        which,
        element(
            "details", element("summary", "About these texts"), element("p", about), class_="about"
        )
        if about
        else None,
        *notes,
        element("p", view.headline, class_="headline"),
        class_="readouts-head",
    )


def keys() -> Markup:
    """Return the keys of a review, for whoever wants to be quick."""
    said = (
        *(("J", "next"), ("K", "back"), ("A", "accept"), ("R", "reject"), ("1", "agreement")),
        *(("2", "partial"), ("3", "divergence"), ("L", "re-link"), ("N", "note"), ("U", "undo")),
    )
    parts = [element("span", element("kbd", key), f" {what}") for key, what in said]
    return element("p", "Keys: ", *parts, class_="readouts-keys")


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


def findings(desk: Desk, points: Sequence[Point], rejected: Sequence[RowState] = ()) -> Markup:
    """Return findings with both quotations and their evidence, and agreements without a rank.

    :param rejected: links that reviewers took away, which stand behind the others
    """
    if not points and not rejected:
        return element(
            "div",
            element("p", "Nothing matches. Loosen a filter to see more.", class_="empty"),
            class_="readouts",
        )
    items = [_card(desk, desk.rows[point.row]) for point in points]
    gone = [_plain(desk.view, state, f"r{place}") for place, state in enumerate(rejected, 1)]
    behind: list[Node] = []
    if gone:
        behind = [
            element("h3", "Rejected", class_="gone-title"),
            element("p", "They count no more. Reopen brings one back.", class_="hint"),
            element("ol", *gone, class_="findings gone"),
        ]
    return element("div", element("ol", *items, class_="findings"), *behind, class_="readouts")


def _card(desk: Desk, state: RowState) -> Markup:
    if state.point.rank is None:
        return _plain(desk.view, state, str(state.point.row))
    return finding(
        desk.view,
        state.point,
        data_row=str(state.point.row),
        data_finding=state.finding.id,
        tabindex="0",
    )


def _plain(view: View, state: RowState, row: str) -> Markup:
    point = state.point
    words = KINDS[point.kind]
    mark = element("span", words.mark, class_="mark", aria_hidden="true")
    confidence = None
    if point.confidence is not None:
        confidence = element("span", f"confidence {point.confidence:.2f}")
    in_context = element("a", "see in context", href=f"#row-{point.row}")
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
                    None if row.startswith("r") else in_context,
                    class_="meta",
                ),
            ),
            pair(view, point),
            decision(view, point),
        ),
        class_=f"finding {point.kind}",
        data_row=row,
        data_finding=state.finding.id,
        tabindex="0",
    )


def bars(
    desk: Desk, points: Sequence[Point], rejected: Sequence[RowState] = ()
) -> list[dict[str, object]]:
    """Return what the script needs for the review bar of each row."""
    rows = [(str(point.row), desk.rows[point.row]) for point in points]
    rows += [(f"r{place}", state) for place, state in enumerate(rejected, 1)]
    return [_bar(row, state) for row, state in rows]


def _bar(row: str, state: RowState) -> dict[str, object]:
    point = state.point
    labels = [quote.label for quote in point.a + point.b]
    return {
        "row": row,
        "finding": state.finding.id,
        "name": " ↔ ".join(labels),
        "state": state.standing,
        "kind": point.kind,
        "lone": not (point.a and point.b),
        "seen": state.seen,
        "note": state.last.note if state.last else "",
        "sentences": [quote.anchor for quote in point.a + point.b],
    }


def top(view: View, points: Sequence[Point]) -> Markup:
    """Return the findings that matter most, each in a line that leads to it."""
    items = []
    for point in points:
        words = KINDS[point.kind]
        labels = " ↔ ".join(
            ", ".join(quote.label for quote in quotes) for quotes in (point.a, point.b) if quotes
        )
        quote = "".join(text for text, _ in (point.a or point.b)[0].runs)
        why = point.reasons[0].note if point.reasons else f"“{quote}”"
        more = f"and {len(point.reasons) - 1} more" if len(point.reasons) > 1 else ""
        items.append(
            element(
                "li",
                element(
                    "a",
                    element(
                        "span",
                        element("span", words.mark, class_="mark", aria_hidden="true"),
                        f"{words.label} {labels}",
                        class_="what",
                    ),
                    " ",
                    element("span", element("bdi", why), class_="why"),
                    " ",
                    element("span", more, class_="more") if more else None,
                    href=f"#finding-{point.rank}",
                ),
                class_=point.kind,
            )
        )
    return element(
        "div",
        element("ol", *items, class_="matters", aria_label="What matters most"),
        class_="readouts",
    )


def done(desk: Desk) -> Markup:
    """Return how far the reviews are, in words and as a bar."""
    words = f"{desk.done:,} of {desk.total:,} reviewed"
    bar = element(
        "progress", max=str(desk.total or 1), value=str(desk.done), aria_label="Findings reviewed"
    )
    return element("p", bar, element("span", words), class_="readouts-done", role="status")


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
    return "Most severe first. Marked words are where the two sides part."


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
