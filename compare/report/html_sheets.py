"""Tables for the page: what the statements dwell on, and the similarity of every two sentences."""

from __future__ import annotations

from collections.abc import Sequence

from compare.insight.records import Heat
from compare.report.html_page import section
from compare.report.markup import Markup, Node, element
from compare.report.points import Point
from compare.report.sheets import Sheet, SheetCell
from compare.report.view import View
from compare.report.words import KINDS

# Cosines from which a cell is darker. Below 0.2 two sentences of all-MiniLM-L6-v2 have as good as
# nothing in common; few that aren't copies pass 0.8.
_STEPS = (0.2, 0.35, 0.5, 0.65, 0.8)


def scrolled(table: Markup, label: str) -> Markup:
    """Return a table that scrolls by itself where it is wider than the window, by keyboard too."""
    return element("div", table, class_="scroll", role="region", aria_label=label, tabindex="0")


def insight_section(sheets: Sequence[Sheet]) -> Node:
    """Return all tables of what the statements dwell on, or nothing."""
    if not sheets:
        return None
    return section(
        "insight",
        "What they dwell on",
        "Counted from the words of each statement; every number names its sentences.",
        *(sheet_section(sheet) for sheet in sheets),
    )


def sheet_section(sheet: Sheet) -> Markup:
    """Return one table with its title."""
    head = element("tr", *(element("th", element("bdi", name), scope="col") for name in sheet.head))
    rows = (
        element(
            "tr",
            element("th", element("bdi", row[0].text), scope="row"),
            *(_cell(cell, name) for cell, name in zip(row[1:], sheet.head[1:], strict=True)),
        )
        for row in sheet.rows
    )
    table = element("table", element("thead", head), element("tbody", *rows))
    return element(
        "section",
        element("h3", sheet.title, id=f"{sheet.name}-title"),
        element("p", sheet.lead, class_="lead"),
        scrolled(table, sheet.title),
        class_="sheet",
        id=sheet.name,
        aria_labelledby=f"{sheet.name}-title",
    )


def _cell(cell: SheetCell, name: str) -> Markup:
    if not cell.text and not cell.labels:
        return element("td", "–", class_="none", data_side=name)
    links = [
        part
        for label in cell.labels
        for part in (element("a", label, href=f"#{label.lower()}"), " ")
    ]
    bar = None
    if cell.share is not None:
        share = f"{round(cell.share * 100)}"
        bar = element(
            "meter", f"{share}%", class_="bar", min="0", max="100", value=share, aria_hidden="true"
        )
    return element(
        "td",
        element("bdi", cell.text) if cell.text else None,
        bar,
        element("div", *links, class_="where") if links else None,
        data_side=name,
    )


def heat_section(view: View) -> Node:
    """Return the similarity of every two sentences as a table in shades, or nothing."""
    if view.heat is None:
        return None
    return section(
        "similarity",
        "Similarity",
        f"How close each sentence of {view.a.letter} is to each of {view.b.letter}: "
        "100 means the same, 0 has nothing in common. The darker, the closer; "
        "a ring where the program links them.",
        heat_table(view, view.heat),
    )


def heat_table(view: View, heat: Heat) -> Markup:
    """Return the similarities as a table in shades, links ringed."""
    return scrolled(_heat(view, heat), "Similarity of sentences")


def _heat(view: View, heat: Heat) -> Markup:
    linked: dict[tuple[int, int], Point] = {
        (one.index, other.index): point
        for point in view.rows
        for one in point.a
        for other in point.b
    }
    a, b = view.a.letter, view.b.letter
    columns = range(len(heat.cosine[0]))
    head = element(
        "tr",
        element("td"),
        *(
            element("th", element("a", f"{b}{j + 1}", href=f"#{b.lower()}{j + 1}"), scope="col")
            for j in columns
        ),
    )
    rows = []
    for i, row in enumerate(heat.cosine):
        cells = []
        for j, value in enumerate(row):
            point = linked.get((i, j))
            step = sum(value >= floor for floor in _STEPS)
            kinds = [f"h{step}"] if step else []
            said = f", {KINDS[point.kind].label}" if point else ""
            cells.append(
                element(
                    "td",
                    f"{round(max(value, 0.0) * 100)}",
                    class_=" ".join([*kinds, *(["linked"] if point else [])]) or None,
                    title=f"{a}{i + 1} and {b}{j + 1}: {value:.2f}{said}",
                )
            )
        name = element("a", f"{a}{i + 1}", href=f"#{a.lower()}{i + 1}")
        rows.append(element("tr", element("th", name, scope="row"), *cells))
    return element("table", element("thead", head), element("tbody", *rows), class_="heat")
