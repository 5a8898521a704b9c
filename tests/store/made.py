"""An event with three statements, their comparisons and some reviews, made without any model."""

from __future__ import annotations

from dataclasses import replace

from compare.event import finding_id, findings
from compare.model import Comparison, Evidence, Link, Omission, Signature, Statement
from compare.store import Store
from compare.store.verdicts import draft, new_link
from tests.report.sample import SIGNATURE, find, statement

A = statement(
    ("We met for two hours.", "All 40 fishermen go home.", "It was a great day."),
    speaker="Governor",
    title="Post",
    date="2026-05-01",
    language="en",
    source="a.txt",
)
B = statement(
    ("The talks took two hours.", "25 fishermen will be released.", "The dam stays shut."),
    speaker="Presidency",
    language="en",
)
C = statement(
    ("Both sides met for two hours.", "The dam stays closed, Norland says."), speaker="UN"
)


def _comparison(a: Statement, b: Statement, *links: Link) -> Comparison:
    alone = [
        tuple(
            Omission(i, 0.3)
            for i in range(len(side.sentences))
            if not any(i in getattr(link, name) for link in links)
        )
        for name, side in (("a", a), ("b", b))
    ]
    return Comparison(SIGNATURE, a, b, links, alone[0], alone[1])


def pairs() -> dict[tuple[int, int], Comparison]:
    numbers = Evidence("number", find(A, "40"), find(B, "25"), "A says 40, B says 25.")
    return {
        (0, 1): _comparison(
            A,
            B,
            Link((0,), (0,), 0.8, 0.95, "agreement", 0.9, 0.0),
            Link((1,), (1,), 0.7, 0.9, "divergence", 0.8, 0.9, (numbers,)),
        ),
        (0, 2): _comparison(A, C, Link((0,), (0,), 0.8, 0.9, "agreement", 0.9, 0.0)),
        (1, 2): _comparison(
            B,
            C,
            Link((0,), (0,), 0.8, 0.9, "agreement", 0.9, 0.0),
            Link((2,), (1,), 0.7, 0.8, "partial", 0.7, 0.3),
        ),
    }


def fill(store: Store, title: str = "Talks about the dam") -> str:
    """Put the event into a store and return its id."""
    event_id = store.new_event(
        title, date="2026-05-01", note="Constructed.", tags=("Veld", "fish & ships")
    )
    for item in (A, B, C):
        store.add_statement(event_id, item)
    event = store.event(event_id)
    for (i, j), comparison in pairs().items():
        store.save_comparison(event_id, event.statements[i], event.statements[j], comparison)
    newer = replace(
        pairs()[0, 1], signature=Signature("2.0.0", {"m": "x"}, {"link_threshold": 0.2})
    )
    store.save_comparison(event_id, event.statements[0], event.statements[1], newer)
    first = findings(pairs()[0, 1])[0]
    store.add_review(
        event_id, draft(pairs()[0, 1], first, "reject", "Ada", note="Not the same men.")
    )
    store.add_review(event_id, draft(pairs()[0, 1], first, "open", "Ben", note="I doubt it.\x00"))
    store.add_review(
        event_id,
        draft(pairs()[0, 1], first, "relation", "Ada", relation="partial", kinds=("number",)),
    )
    store.add_review(event_id, new_link(pairs()[0, 1], [2], [2], "divergence", "Ada"))
    return event_id


FIRST = finding_id(A, B, (1,), (1,))
