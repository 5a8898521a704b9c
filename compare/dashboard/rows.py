"""The list of events, as markup."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.dashboard.address import Address, query
from compare.report.markup import Markup, Node, element
from compare.report.safe import one_line
from compare.report.view import written_date
from compare.report.words import counted
from compare.store.records import EventSummary, Hit

_HITS = 3  # sentences shown of one event
_LONGEST = 220  # characters of one of them
_KINDS = {"statement": "", "review": "note by ", "event": ""}


def summary_line(number: int, text: str, tag: str) -> str:
    """Return how many events are listed, and why these."""
    parts = [counted(number, "event")]
    if text:
        parts.append(f"with {text}")
    if tag:
        parts.append(f"tagged {tag}")
    return " ".join(parts) + "."


def event_list(rows: Sequence[EventSummary], hits: Mapping[str, Sequence[Hit]]) -> Markup:
    """Return one item an event, with the sentences that a search has found in it."""
    if not rows:
        words = "No event holds all of these words." if hits or rows == [] else ""
        return element("div", element("p", words, class_="empty"), class_="readouts")
    items = (_item(row, hits.get(row.id, ())) for row in rows)
    return element("div", element("ul", *items, class_="events"), class_="readouts")


def _item(row: EventSummary, hits: Sequence[Hit]) -> Markup:
    where = f"?{query(Address(event=row.id))}"
    link = element("a", element("bdi", row.title), href=where, data_event=row.id)
    state = "Not compared yet"
    bar: Node = None
    if row.findings:
        state = f"{row.reviewed:,} of {row.findings:,} reviewed"
        bar = element(
            "progress", max=str(row.findings), value=str(row.reviewed), aria_hidden="true"
        )
    elif not row.created:
        state = "Comes with the product"
    tags = [element("span", element("bdi", tag), class_="event-tag") for tag in row.tags]
    found = [
        element(
            "li",
            element("b", f"{_KINDS[hit.kind]}{one_line(hit.where)}: ") if hit.where else None,
            element("bdi", _short(hit.text)),
        )
        for hit in hits[:_HITS]
        if hit.kind != "event"
    ]
    more = len(hits[_HITS:])
    return element(
        "li",
        element(
            "div",
            element("h2", link),
            element("p", bar, element("span", state), class_="state"),
            class_="event-head",
        ),
        element(
            "p",
            element("span", written_date(row.date), class_="day") if row.date else None,
            *(element("span", element("bdi", name), class_="who") for name in row.speakers),
            *tags,
            class_="event-facts",
        ),
        element("ul", *found, class_="hits") if found else None,
        element("p", f"and {counted(more, 'more place')}", class_="hint") if more else None,
    )


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + " …"
