"""An event's overview made by hand, and the same with a given text in every field."""

from __future__ import annotations

from compare.event import overview
from compare.insight.records import Certainty, Distinctive, Heat, Insight, Named, Topic
from compare.report.board import Board, make_board
from compare.report.board_render import Whole
from compare.report.extras import Extras
from compare.store.records import Review
from compare.store.verdicts import place
from tests.event.test_overview import comparisons

from .sample import statement


def insight(text: str = "dam", sides: int = 3) -> Insight:
    """Return an insight that names the first sentence of each side."""
    first = tuple((0,) for _ in range(sides))
    return Insight(
        words=(10,) * sides,
        topics=(Topic((text, "Veld"), first, (4,) * sides),),
        distinctive=(Distinctive(text, 0, 1.5, 2, 0, (0,)),),
        named=(
            Named("entity", text, "", first),
            Named("number", text, text, ((0,), *((),) * (sides - 1))),
        ),
        certainty=tuple(Certainty(n, {"will": (0, 0), "done": (0,)}) for n in range(sides)),
    )


def whole(text: str = "") -> tuple[Board, Whole]:
    """Return a board of three statements: contested, by all, by one; two are of one speaker."""
    about = dict.fromkeys(("title", "speaker", "date", "source", "language"), text)
    made = [
        statement([f"The dam opens. {text}", f"They met. {text}", f"Alone. {text}"], **about),
        statement([f"The dam stays shut. {text}", f"A meeting took place. {text}"], **about),
        statement(
            [f"Shut it stays. {text}", f"We met. {text}"], **{**about, "speaker": f"UN{text}"}
        ),
    ]
    pairs = comparisons(
        made,
        [
            (0, 0, 2, 0, "divergence", 0.9),
            (0, 0, 1, 0, "divergence", 0.9),
            (1, 0, 2, 0, "agreement", 0.8),
            (0, 1, 1, 1, "agreement", 0.7),
            (0, 1, 2, 1, "agreement", 0.7),
            (1, 1, 2, 1, "agreement", 0.7),
        ],
    )
    found = overview(made, pairs)
    title = text or "Talks about the dam"
    board = make_board(
        title,
        made,
        pairs,
        found,
        date=text,
        about=[text],
        reviewed={(0, 1): (1, 3)},
        insight=insight(text or "dam"),
    )
    return board, ({"id": "x", "title": title, "date": text}, made, pairs, found, {})


def extras(comparison: object, text: str) -> Extras:
    """Return reviews with a text in every field, an insight and similarities for a comparison."""
    from compare.event import findings
    from compare.model import Comparison

    assert isinstance(comparison, Comparison)
    history = {}
    for item in findings(comparison):
        rows = [
            Review(
                finding=item.id,
                verdict=verdict,
                author=text or "Ada",
                a=place(comparison.a, item.a),
                b=place(comparison.b, item.b),
                said=item.kind,
                note=text,
                number=number,
                time="2026-11-24T11:40:00.000000+00:00",
            )
            for number, verdict in ((1, "reject"), (2, "accept"))
        ]
        history[item.id] = tuple(rows)
    rows_of, columns = len(comparison.a.sentences), len(comparison.b.sentences)
    heat = Heat(tuple(tuple(0.1 * ((i + j) % 11) for j in range(columns)) for i in range(rows_of)))
    return Extras(history, insight(text or "dam", 2), heat)
