"""An event's overview as one HTML file: the matrix of claims, and every statement in full."""

from __future__ import annotations

from collections.abc import Iterator

from compare.event.overview import Status
from compare.report.board import Board, BoardCell, BoardClaim, Column
from compare.report.board_parts import BoardPart
from compare.report.html_page import contents, page, section, side_card
from compare.report.html_sheets import insight_section, scrolled
from compare.report.markup import Markup, Node, element, join
from compare.report.words import KINDS, SAID, SIGNS, STATUSES

_SAID_CLASS = {
    "says": "says",
    "says more": "more",
    "says in part": "more",
    "may differ": "more",
    "says otherwise": "otherwise",
    "differs": "otherwise",
    "silent": "silent",
}


def render_board_html(board: Board) -> str:
    """Return the overview as one HTML file, with the same policy as the report of a pair."""
    places = [("claims", "Claims"), ("pairs", "Pair by pair")] if board.pairs else []
    places += [("insight", "What they dwell on")] if board.sheets else []
    places += [("statements", "Statements in full"), ("signature", "How it was made")]
    return page(
        board.title,
        element("a", "Skip to the claims", class_="skip", href="#claims"),
        _header(board),
        contents(tuple(places)),
        element(
            "main",
            claims_section(board),
            pairs_section(board),
            insight_section(board.sheets),
            texts_section(board),
            _signature(board),
        ),
        element(
            "footer",
            element(
                "p",
                "Quotations are the exact words of the statements, in full sentences. "
                "Which sentences make one claim is judged by the program.",
            ),
        ),
        class_="board",
    )


def _header(board: Board) -> Markup:
    tiles = [
        element(
            "li",
            element(
                "a",
                element("span", STATUSES[status].mark, class_="mark", aria_hidden="true"),
                element("span", f"{len(claims):,}", class_="number"),
                " ",
                element("span", STATUSES[status].label, class_="tally"),
                " ",
                element("span", STATUSES[status].meaning, class_="meaning"),
                href=f"#{status}" if claims else "#claims",
            ),
            class_=status,
        )
        for status, claims in board.groups
    ]
    return element(
        "header",
        element("p", "Accounts of one event", class_="kicker"),
        element("h1", element("bdi", board.title)),
        element("p", board.date, class_="lead") if board.date else None,
        element("div", *(_side(column) for column in board.columns), class_="statements"),
        *(element("p", element("bdi", line), class_="lead") for line in board.about),
        element("p", board.headline, class_="headline"),
        element("ul", *tiles, class_="counts"),
        element("p", board.trust, class_="lead") if board.trust else None,
        class_="top",
    )


def _side(column: Column) -> Markup:
    rows = (
        ("Title", column.title if column.title != column.name else ""),
        ("Date", column.date),
        ("Source", column.source),
        ("Length", column.length),
    )
    name = column.name if column.name != column.letter else ""
    return side_card(column.letter, name, rows, class_="side")


def claims_section(board: Board) -> Markup:
    """Return the matrix of claims, a table a status."""
    signs = join(
        *(
            join(
                ", " if place else None,
                element("span", mark, class_="mark", aria_hidden="true"),
                f" {said}",
            )
            for place, (mark, said) in enumerate(SIGNS)
        )
    )
    return section(
        "claims",
        "Claims",
        join(
            *("One row a claim, one column a statement: ", signs, "."),
            " Each number leads to the sentence.",
        ),
        *(_group(board, status, claims) for status, claims in board.groups if claims),
    )


def _group(board: Board, status: Status, claims: tuple[BoardClaim, ...]) -> Markup:
    words = STATUSES[status]
    columns = element(
        "colgroup", element("col", class_="number"), *(element("col") for _ in board.columns)
    )
    head = element(
        "tr",
        element("th", "Claim", scope="col"),
        *(element("th", element("bdi", column.heading), scope="col") for column in board.columns),
    )
    rows = (row for claim in claims for row in _rows(board, claim))
    table = element("table", columns, element("thead", head), element("tbody", *rows))
    return element(
        "section",
        element(
            "h3",
            element("span", words.mark, class_="mark", aria_hidden="true"),
            words.label,
            id=f"{status}-title",
        ),
        element("p", f"{words.meaning[:1].upper()}{words.meaning[1:]}.", class_="lead"),
        scrolled(table, words.label),
        class_=f"claims {status}",
        id=status,
        aria_labelledby=f"{status}-title",
    )


def _rows(board: Board, claim: BoardClaim) -> Iterator[Markup]:
    yield element(
        "tr",
        element("th", str(claim.number), scope="row", id=f"claim-{claim.number}"),
        *(_cell(cell, column) for cell, column in zip(claim.cells, board.columns, strict=True)),
    )
    below = [_part(part) for part in claim.parts]
    if claim.also:
        below.append(element("div", element("bdi", claim.also), class_="part"))
    if claim.notes:
        below.append(element("div", element("bdi", " ".join(claim.notes))))
    if below:
        across = element("td", *below, colspan=str(len(board.columns)))
        yield element("tr", element("td"), across, class_="notes")


def _part(part: BoardPart) -> Markup:
    words = KINDS[part.relation]
    kinds = f" {', '.join(part.kinds)}" if part.kinds else ""
    return element(
        "div",
        element("b", f"{part.places} "),
        element("span", words.mark, class_="mark", aria_hidden="true"),
        element("b", kinds),
        f" ({part.weight})",
        element("ul", *(element("li", element("bdi", reason)) for reason in part.reasons))
        if part.reasons
        else None,
        class_="part",
    )


def _cell(cell: BoardCell, column: Column) -> Markup:
    said = element(
        "span",
        element("span", SAID[cell.said], class_="mark", aria_hidden="true"),
        cell.said,
        class_="said",
    )
    quotes = (
        element(
            "p",
            element("a", label, class_="label", href=f"#{label.lower()}"),
            " ",
            element("bdi", words),
        )
        for label, words in cell.quotes
    )
    return element("td", said, *quotes, class_=_SAID_CLASS[cell.said], data_side=column.heading)


def pairs_section(board: Board) -> Node:
    """Return how every two statements compare, or nothing where there is one only."""
    if not board.pairs:
        return None
    names = (
        *("Pair", "divergences", "partial overlaps", "agreements"),
        *("only the first", "only the second", "reviewed"),
    )
    head = element("tr", *(element("th", name, scope="col") for name in names))
    rows = (
        element(
            "tr",
            element("th", " – ".join(pair.letters), scope="row"),
            *(
                element("td", text, data_side=name)
                for text, name in zip(
                    (*map(str, pair.counts), f"{pair.reviewed} of {pair.findings}"),
                    names[1:],
                    strict=True,
                )
            ),
        )
        for pair in board.pairs
    )
    table = element("table", element("thead", head), element("tbody", *rows))
    lead = "How every two statements compare; each pair has a report of its own."
    return section(
        "pairs",
        "Pair by pair",
        lead,
        element("div", scrolled(table, "Pair by pair"), class_="sheet"),
    )


def texts_section(board: Board) -> Markup:
    """Return every statement in full; its sentences are what the numbers lead to."""
    mates: dict[str, dict[str, None]] = {}
    status: dict[str, Status] = {}
    for group, claims in board.groups:
        for claim in claims:
            labels = [label for cell in claim.cells for label, _ in cell.quotes]
            for label in labels:
                mates.setdefault(label, {}).update(dict.fromkeys(labels))
                status.setdefault(label, group)
    sections = []
    for column, statement in zip(board.columns, board.statements, strict=True):
        lines = []
        for index in range(len(statement.sentences)):
            label = f"{column.letter}{index + 1}"
            others = [name.lower() for name in mates.get(label, {}) if name != label]
            target = others[0] if others else label.lower()
            spoken = f"{label}, with {', '.join(others).upper()}" if others else label
            lines.append(
                element(
                    "li",
                    element("a", label, class_="label", href=f"#{target}", aria_label=spoken),
                    element("p", element("bdi", statement.sentence(index))),
                    id=label.lower(),
                    class_=f"line {status.get(label, 'one')}",
                    data_name=label.lower(),
                    data_with=" ".join((label.lower(), *others)),
                )
            )
        sections.append(
            element(
                "section",
                element(
                    "h3",
                    element("span", column.letter, class_="chip"),
                    " ",
                    element("bdi", column.name if column.name != column.letter else "Statement"),
                ),
                element("ol", *lines),
                aria_label=f"Statement {column.letter}",
            )
        )
    return section(
        "statements",
        "Statements in full",
        "Point at a sentence, or move to its number with the Tab key, to light up what the others "
        "say to it.",
        element("div", *sections, class_="texts"),
    )


def _signature(board: Board) -> Markup:
    rows = (
        element("div", element("dt", name), element("dd", element("code", text)))
        for name, text in board.made()
    )
    short = board.signature.short() if board.signature else ""
    return section(
        "signature",
        "How it was made",
        join("The same statements with the same signature and reviews give the same overview."),
        element("dl", *rows),
        element("p", element("code", short), class_="short") if short else None,
    )
