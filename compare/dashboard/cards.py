"""The head of the page, the findings and the messages, as markup."""

from __future__ import annotations

from collections.abc import Sequence

from compare.dashboard.reviewing import Desk, RowState
from compare.model import UNSURE
from compare.relation.guessing import ABOUT
from compare.report.markup import Markup, element
from compare.report.view import SideView, View
from compare.report.words import KINDS, LETTERS, STANDINGS
from compare.settings import Settings
from compare.store.records import StoredEvent

# What each kind of evidence is about, for the legend and the filter.
KINDS_TOLD = (
    "; ".join(f"{kind}: {about}" for kind, about in {**ABOUT, "wording": "in other words"}.items())
    + "."
)


def _other(view: View) -> list[str]:
    """Return a note where a comparison was made with other settings than the usual ones."""
    usual, made = Settings().as_dict(), view.signature.settings
    told = [
        f"{name.replace('_', ' ')} {made[name]} instead of {value}"
        for name, value in usual.items()
        if made.get(name, value) != value
    ]
    return [f"Other settings than the usual ones: {', '.join(told)}."] if told else []


def head(event: StoredEvent, view: View, places: tuple[int, int] = (0, 1)) -> Markup:
    """Return who says what on which occasion, and what to know before trusting the rest.

    :param places: of the two statements in the event
    """
    notes = [element("p", element("b", "Note "), note, class_="note") for note in view.notes]
    notes += [element("p", element("b", "Note "), note, class_="note") for note in _other(view)]
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
        element("p", view.trust, class_="trust") if view.trust else None,
        _meanings(),
        class_="readouts-head",
    )


def _meanings() -> Markup:
    """Return what the words of the strip mean, for whoever asks."""
    rows = [
        element(
            "li",
            element("b", f"{words.mark} {words.label}"),
            f": {words.meaning}.",
        )
        for words in KINDS.values()
    ]
    unsure = element(
        "li",
        element("b", "? Unsure agreement"),
        f": an agreement with a confidence under {UNSURE:.2f}; it may hide a difference.",
    )
    marked = element(
        "li", element("b", "Marked words"), f" say in what the sides part. {KINDS_TOLD}"
    )
    return element(
        "details",
        element("summary", "What these words mean"),
        element("ul", *rows, unsure, marked),
        class_="about",
    )


def keys() -> Markup:
    """Return the keys of a review, for whoever wants to be quick."""
    said = (
        *(("J K", "next, back"), ("A", "accept"), ("R", "reject")),
        *(("1 2 3", "agreement, partial, divergence"), ("L", "re-link"), ("N", "note")),
        *(("Shift N", "note on the last"), ("O", "reopen"), ("U", "undo")),
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


def top(states: Sequence[RowState]) -> Markup:
    """Return the findings that matter most, each in a line that leads to it."""
    items = []
    for state in states:
        point = state.point
        words = KINDS[point.kind]
        done = f" · {STANDINGS[state.standing]}" if state.standing != "open" else ""
        quote = "".join(text for text, _ in (point.a or point.b)[0].runs)
        why = point.strongest[0].note if point.strongest else f"“{quote}”"
        rest = len(point.strongest) - 1
        more = f"and {rest} more" if rest > 0 else ""
        items.append(
            element(
                "li",
                element(
                    "a",
                    element(
                        "span",
                        element("span", words.mark, class_="mark", aria_hidden="true"),
                        f"{words.label} {state.places}{done}",
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
    about = "Of what the program found, agreements too; what came of reviews is not counted."
    bar = element(
        "progress", max=str(desk.total or 1), value=str(desk.done), aria_label="Findings reviewed"
    )
    told = element("span", words, title=about)
    return element("p", bar, told, class_="readouts-done", role="status")


def section(title: str, lead: str, name: str, level: str = "h2") -> Markup:
    """Return the title of a section of the page, or with level `h1` of the page."""
    return element(
        "div",
        element(level, title, id=name),
        element("p", lead),
        class_="readouts-section",
    )


def counted_findings(listed: Sequence[RowState], desk: Desk, filtered: bool) -> str:
    """Return what the list of findings holds, in a sentence.

    It counts what the reviews count, the program's findings, and apart from them what reviews made:
    a link by hand, or a sentence that a rejected link left alone.
    """
    if filtered:
        found = [state for state in listed if state.finding.id in desk.known]
        gone = sum(state in desk.rejected for state in found)
        rest = len(listed) - len(found)
        text = f"The filters list {len(found):,} of {desk.total:,} findings"
        text += f", {gone:,} of them rejected" if gone else ""
        return f"{text}, and {rest:,} that came of reviews." if rest else f"{text}."
    if not desk.view.findings:
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
    label = "Can’t do that: " if kind == "error" else ""
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
