"""What was read of a source, and the head of an event, as markup."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Statement
from compare.report.board import Board
from compare.report.markup import Markup, element
from compare.report.sheets import Sheet
from compare.report.words import STATUSES, counted
from compare.sources.article import Voice


def sentences(
    statement: Statement, letter: str, most: int | None = None, manners: Sequence[str] = ()
) -> Markup:
    """Return what was read of a statement, sentence by sentence.

    :param most: sentences that are shown
    :param manners: how each is given in an article: `quoted` or `reported`
    """
    total = len(statement.sentences)
    items = [
        element(
            "li",
            element("b", f"{letter}{index + 1}"),
            " ",
            element("bdi", statement.sentence(index)),
            " ",
            element("span", manners[index], class_="manner") if manners else None,
        )
        for index in range(min(total, most or total))
    ]
    rest = len(statement.sentences[len(items) :])
    last = element("p", f"and {counted(rest, 'sentence')} more") if rest else None
    return element("div", element("ol", *items), last, class_="readouts-read")


def voices(found: Sequence[Voice], called: int) -> Markup:
    """Return who is quoted or reported in an article, a voice a row.

    :param called: other names of a voice that are shown
    """
    names = ("Voice", "quoted", "reported", "also called")
    head = element("tr", *(element("th", name, scope="col") for name in names))
    rows = []
    for voice in found:
        others = [alias for alias in voice.aliases if alias != voice.name][:called]
        rows.append(
            element(
                "tr",
                element("th", element("bdi", voice.name), scope="row"),
                element("td", str(voice.direct)),
                element("td", str(voice.reported)),
                element("td", element("bdi", ", ".join(others))),
            )
        )
    return element(
        "table", element("thead", head), element("tbody", *rows), class_="readouts-voices"
    )


def board_head(board: Board) -> Markup:
    """Return who says something on an event, and how many claims there are of each status."""
    tiles = [
        element(
            "li",
            element("strong", f"{len(claims):,}"),
            " ",
            element("span", STATUSES[status].mark, class_="mark", aria_hidden="true"),
            " ",
            element("span", STATUSES[status].label),
            class_=status,
            title=STATUSES[status].meaning,
        )
        for status, claims in board.groups
    ]
    about = " ".join(text.rstrip(".") + "." for text in board.about if text)
    return element(
        "header",
        element("h1", element("bdi", board.title)),
        element(
            "details", element("summary", "About these texts"), element("p", about), class_="about"
        )
        if about
        else None,
        element("p", board.headline, class_="headline"),
        element("p", board.trust, class_="trust") if board.trust else None,
        element("ul", *tiles, class_="statuses") if len(board.columns) > 2 else None,
        class_="readouts-head",
    )


def few_words(sheet: Sheet, headings: Sequence[str], enough: int) -> Markup | None:
    """Return the distinctive words of statements that have too few for a picture, a line each.

    :param enough: words from which there is a picture
    """
    lines = []
    for heading in headings:
        rows = [row for row in sheet.rows if row[0].text == heading]
        if not 0 < len(rows) < enough:
            continue
        words = [
            f"“{row[1].text}” ({row[2].text} here, {row[3].text} elsewhere: "
            f"{', '.join(row[5].labels)})"
            for row in rows
        ]
        lines.append(element("p", element("b", element("bdi", heading)), ": ", ", ".join(words)))
    return element("div", *lines, class_="readouts-few") if lines else None


def columns(board: Board) -> Markup:
    """Return the statements of an event as a table."""
    names = ("Statement", "Date", "Title", "Length", "Source")
    head = element("tr", *(element("th", name, scope="col") for name in names))
    rows = (
        element(
            "tr",
            element("th", element("bdi", item.heading), scope="row"),
            *(
                element("td", element("bdi", text) if text else "–")
                for text in (item.date, item.title, item.length, item.source)
            ),
        )
        for item in board.columns
    )
    return element("table", element("thead", head), element("tbody", *rows))
