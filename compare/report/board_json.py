"""An event's overview as JSON (`readouts/overview/2`): claims by statement and sentence."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from compare.contract import link_out
from compare.event.overview import Overview
from compare.model import Comparison, Link, Statement
from compare.report.decisions import Decision
from compare.report.words import LETTERS

SCHEMA = "readouts/overview/2"


def _decision(decided: Sequence[Decision], i: int, j: int, link: Link) -> dict[str, Any] | None:
    labels = (
        ", ".join(f"{LETTERS[place]}{at + 1}" for at in indices)
        for place, indices in ((i, link.a), (j, link.b))
    )
    places = " ↔ ".join(labels)
    for item in decided:
        if item.places == places and not item.open:
            return {
                "decision": item.decision,
                "author": item.author,
                "time": item.time,
                "kinds": list(item.kinds),
                "note": item.note,
            }
    return None


def render_board_json(
    event: Mapping[str, str],
    statements: Sequence[Statement],
    comparisons: Mapping[tuple[int, int], Comparison],
    overview: Overview,
    decided: Mapping[tuple[int, int], Sequence[Decision]],
) -> str:
    """Return the overview; statements and sentences are numbered from 0, claims from 1.

    A and B of a link, in its notes too, are the two statements that it names.

    :param event: what is said of it: id, title, date
    :param decided: of each pair of places, what reviewers decided; on what is open there is nothing
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
                "status": claim.status,
                "cells": [
                    {"said": cell.said, "sentences": list(cell.sentences)} for cell in claim.cells
                ],
                "differ": [list(group) for group in claim.differ],
                "links": [
                    {
                        "statements": [i, j],
                        **link_out(link),
                        "decision": _decision(decided.get((i, j), ()), i, j, link),
                    }
                    for i, j, link in claim.links
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
