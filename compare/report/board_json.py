"""An event's overview as JSON (`readouts/overview/1`): claims by statement and sentence."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from compare.event.overview import Claim, Overview, Said, Status
from compare.model import Comparison, Statement

SCHEMA = "readouts/overview/1"

# This schema has fewer words than the reports: whoever differs on a tie says otherwise there, and
# whoever says a part of a claim makes it.
_SAID: dict[Said, Said] = {"says in part": "says", "differs": "says otherwise"}


def _status(claim: Claim, overview: Overview) -> Status:
    """Return a claim's status in the words of this schema, which knows no overlap."""
    if claim.status != "partial":
        return claim.status
    silent = {at for at, cell in enumerate(claim.cells) if cell.said == "silent"}
    all_make_it = not any(silent.issuperset(side.statements) for side in overview.sides)
    return "all" if all_make_it else "some"


def render_board_json(
    event: Mapping[str, str],
    statements: Sequence[Statement],
    comparisons: Mapping[tuple[int, int], Comparison],
    overview: Overview,
) -> str:
    """Return the overview; statements and sentences are numbered from 0, claims from 1.

    :param event: what is said of it: id, title, date
    """
    first = next((item for _, item in sorted(comparisons.items())), None)
    data = {
        "schema": SCHEMA,
        "event": dict(event),
        "signature": None
        if first is None
        else {
            "version": first.signature.version,
            "models": dict(sorted(first.signature.models.items())),
            "settings": dict(sorted(first.signature.settings.items())),
        },
        "statements": [
            {
                "title": item.title,
                "speaker": item.speaker,
                "date": item.date,
                "language": item.language,
                "source": item.source,
                "sha256": item.sha256,
                "text": item.text,
                "sentences": [
                    {"index": index, "start": span.start, "end": span.end}
                    for index, span in enumerate(item.sentences)
                ],
            }
            for item in statements
        ],
        "sides": [
            {"name": side.name, "statements": list(side.statements)} for side in overview.sides
        ],
        "claims": [
            {
                "number": claim.number,
                "status": _status(claim, overview),
                "cells": [
                    {"said": _SAID.get(cell.said, cell.said), "sentences": list(cell.sentences)}
                    for cell in claim.cells
                ],
                "see": list(claim.see),
                "changes": [
                    {"side": side, "change": change}
                    for side, change in sorted(claim.changes.items())
                ],
            }
            for claim in overview.claims
        ],
        "pairs": [
            {"a": i, "b": j, "summary": item.summary()}
            for (i, j), item in sorted(comparisons.items())
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
