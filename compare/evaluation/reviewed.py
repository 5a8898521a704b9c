"""Reviewed comparisons as gold pairs: what analysts decided, in the form that training reads."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from compare.event.identity import finding_id
from compare.model import Comparison, Link
from compare.store.records import Review
from compare.store.verdicts import corrected, standings

History = Mapping[str, Sequence[Review]]


def unreviewed(comparison: Comparison, history: History) -> int:
    """Return how many of a comparison's findings nobody has decided on."""
    return sum(row.standing == "open" for row in standings(comparison, history))


def gold_json(name: str, title: str, comparison: Comparison, history: History) -> str:
    """Return a comparison, as its reviews leave it, as a gold pair (data/README.md).

    Kinds are those that the analyst gave; where none were given, those of the program's evidence.
    An agreement has none.
    """
    left = unreviewed(comparison, history)
    states = standings(comparison, history)
    authors = sorted({row.last.author for row in states if row.last is not None})
    note = f"{title}; reviewed by {', '.join(authors) or 'nobody'}"
    if left:
        note += f"; {left} findings were not reviewed and are as the program made them"
    right = corrected(comparison, history)
    data = {
        "id": name,
        "note": note,
        "a": _side(right, "a"),
        "b": _side(right, "b"),
        "gold": [
            {
                "a": list(link.a),
                "b": list(link.b),
                "relation": link.relation,
                "kinds": _kinds(right, link, history),
            }
            for link in right.links
        ],
        "only_a": [item.sentence for item in right.only_a],
        "only_b": [item.sentence for item in right.only_b],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _side(comparison: Comparison, side: str) -> dict[str, object]:
    statement = comparison.a if side == "a" else comparison.b
    return {
        "speaker": statement.speaker,
        "date": statement.date,
        "sentences": [statement.sentence(i) for i in range(len(statement.sentences))],
    }


def _kinds(comparison: Comparison, link: Link, history: History) -> list[str]:
    if link.relation == "agreement":
        return []
    name = finding_id(comparison.a, comparison.b, link.a, link.b)
    rows = history.get(name, ())
    given = rows[-1].kinds if rows and rows[-1].verdict != "accept" else ()
    return list(given or dict.fromkeys(item.kind for item in link.evidence))
