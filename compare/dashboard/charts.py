"""The overview's pictures: the tables that stand behind them, drawn by Altair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import altair as alt

from compare.insight.records import Heat
from compare.report.board import Board
from compare.report.points import Point
from compare.report.sheets import Sheet
from compare.report.words import KINDS, LETTERS

# One colour a statement, told apart by colour-blind readers too (Okabe and Ito), in the light and
# the dark; the letter always stands beside it.
_COLOURS = ("#2b7bba", "#a45fb2", "#009e73", "#d55e00", "#b58900", "#56b4e9", "#cc79a7", "#7f7f7f")
_RING = _COLOURS[3]  # round a link
_ROW = 26  # pixels
_CELL = 26
_SIGN = 300  # square pixels of the ground of a sign
_WIDE = 30  # sentences of B beyond which a cell is narrower than its label
_TITLE = 44
LEAST_WORDS = 3  # of a statement that are worth a picture; fewer are said in a sentence
_NAME = 30  # characters of a name in a picture; the table has it whole


def colours(letters: Sequence[str]) -> alt.Scale:
    """Return the colours of statements; there are eight, and then they begin anew."""
    shades = [_COLOURS[LETTERS.index(letter) % len(_COLOURS)] for letter in letters]
    return alt.Scale(domain=list(letters), range=shades)


def heat_map(heat: Heat, points: Sequence[Point]) -> alt.LayerChart:
    """Return the similarity of every two sentences, with the links outlined."""
    linked = {
        (one.index, other.index): point for point in points for one in point.a for other in point.b
    }
    rows = [
        {
            "A": f"A{i + 1}",
            "B": f"B{j + 1}",
            "similarity": value,
            "link": KINDS[linked[i, j].kind].label if (i, j) in linked else "",
            "mark": KINDS[linked[i, j].kind].mark if (i, j) in linked else "",
        }
        for i, row in enumerate(heat.cosine)
        for j, value in enumerate(row)
    ]
    n_a, n_b = len(heat.cosine), len(heat.cosine[0])
    x = alt.X(
        "B:N",
        sort=[f"B{j + 1}" for j in range(n_b)],
        title="Sentence of B",
        axis=_axis(labelAngle=0 if n_b <= _WIDE else -90),
    )
    y = alt.Y("A:N", sort=[f"A{i + 1}" for i in range(n_a)], title="Sentence of A", axis=_axis())
    tips = ["A:N", "B:N", alt.Tooltip("similarity:Q", format=".2f"), "link:N"]
    base = alt.Chart(alt.Data(values=rows)).encode(x=x, y=y, tooltip=tips)
    # What is little alike lets the page through, so that it is faint in the light and the dark.
    cells = base.mark_rect(color=_COLOURS[0]).encode(
        opacity=alt.Opacity(
            "similarity:Q",
            scale=alt.Scale(domain=[0, 1], range=[0.04, 1], clamp=True),
            title="Similarity",
            legend=alt.Legend(orient="top", values=[0, 0.2, 0.4, 0.6, 0.8, 1], symbolType="square"),
        )
    )
    links = base.transform_filter("datum.link != ''")
    rings = links.mark_rect(fillOpacity=0, stroke=_RING, strokeWidth=3)
    # The sign has a ground of its own: cells are pale in the light and dark in the dark.
    grounds = links.mark_square(size=_SIGN if n_b <= _WIDE else _SIGN // 3, opacity=1).encode(
        color=alt.value(_RING)
    )
    marks = links.mark_text(fontSize=15, fontWeight=700).encode(
        text="mark:N", color=alt.value("#ffffff")
    )
    return alt.layer(cells, rings, grounds, marks).properties(
        height={"step": _CELL if n_a > 12 else 36},
        description="Similarity of every sentence of A with every sentence of B, links "
        "outlined; the table below has the numbers.",
    )


def _axis(**more: Any) -> alt.Axis:
    return alt.Axis(labelLimit=260, labelOverlap=False, domain=False, ticks=False, **more)


def topic_bars(sheet: Sheet, letters: Sequence[str]) -> alt.Chart:
    """Return the share of its words that each statement spends on each topic."""
    rows = []
    names = _apart([row[0].text for row in sheet.rows])
    for name, row in zip(names, sheet.rows, strict=True):
        for letter, cell in zip(letters, row[1:], strict=True):
            where = ", ".join(cell.labels)
            rows.append(
                {
                    "topic": name,
                    "statement": letter,
                    "share": cell.share or 0.0,
                    "words": cell.text or "nothing",
                    "sentences": where,
                }
            )
    return (
        alt.Chart(alt.Data(values=rows))
        .mark_bar()
        .encode(
            x=alt.X("share:Q", title="Share of the statement’s words", axis=alt.Axis(format="%")),
            y=alt.Y("topic:N", sort=names, title=None, axis=_axis(labelPadding=10)),
            yOffset=alt.YOffset("statement:N", sort=list(letters)),
            color=alt.Color("statement:N", scale=colours(letters), title="Statement"),
            tooltip=["topic:N", "statement:N", "words:N", "sentences:N"],
        )
        .properties(
            height={"step": 14 if len(letters) < 4 else 9},
            description="Words spent on each topic; the table below has the numbers.",
        )
    )


def _apart(names: Sequence[str]) -> list[str]:
    """Return names that differ though some look the same: a picture would make them one."""
    seen: Counter[str] = Counter()
    apart = []
    for name in names:
        apart.append(name + "\N{ZERO WIDTH SPACE}" * seen[name])
        seen[name] += 1
    return apart


def word_bars(sheet: Sheet, headings: Mapping[str, str]) -> list[alt.Chart]:
    """Return each statement's distinctive words, a picture a statement that has enough of them.

    :param headings: of each statement, and its letter
    """
    charts = []
    for heading, letter in headings.items():
        rows = [
            {
                "word": row[1].text,
                "here": row[2].text,
                "elsewhere": row[3].text,
                "z": float(row[4].text),
                "sentences": ", ".join(row[5].labels),
            }
            for row in sheet.rows
            if row[0].text == heading
        ]
        if len(rows) < LEAST_WORDS:
            continue
        charts.append(
            alt.Chart(alt.Data(values=rows), title=heading[:_TITLE])
            .mark_bar(color=colours([letter]).range[0])
            .encode(
                x=alt.X("z:Q", title="Standard deviations (z)", axis=alt.Axis(tickCount=4)),
                y=alt.Y("word:N", sort="-x", title=None, axis=_axis(labelPadding=8)),
                tooltip=["word:N", "here:N", "elsewhere:N", "z:Q", "sentences:N"],
            )
            .properties(
                height={"step": 22},
                description=f"Distinctive words of {letter}; the table below has the numbers.",
            )
        )
    return charts


def timeline(board: Board, dates: Sequence[str]) -> alt.LayerChart | None:
    """Return the statements by date; None where there are no two days to tell apart.

    :param dates: of each statement; only whole ones in ISO 8601 can be placed
    """
    rows = [
        {
            "date": day,
            "statement": column.letter,
            "name": column.heading[:_NAME],
            "title": column.title,
        }
        for column, day in zip(board.columns, dates, strict=True)
        if _is_day(day)
    ]
    if len({row["date"] for row in rows}) < 2:
        return None
    letters = sorted({str(row["statement"]) for row in rows})
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X(
            "date:T",
            title=None,
            axis=alt.Axis(format="%-d %b %Y", labelOverlap=True, grid=True),
            scale=alt.Scale(padding=60),
        ),
        y=alt.Y(
            "name:N",
            sort=[str(row["name"]) for row in rows],
            title=None,
            axis=_axis(labelPadding=10),
        ),
        color=alt.Color("statement:N", scale=colours(letters), legend=None),
        tooltip=["name:N", "title:N", alt.Tooltip("date:T", format="%-d %B %Y")],
    )
    return alt.layer(
        base.mark_point(filled=True, size=180),
        base.mark_text(dx=14, fontWeight=700, align="left").encode(text="statement:N"),
    ).properties(height={"step": 34}, description="Statements by date.")


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False
