"""CSV for spreadsheets: findings, links, or an event's claims; no cell can start a formula.

Excel takes a file for UTF-8 only when it begins with a byte order mark, so ours do.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from compare.event.identity import finding_id
from compare.model import Comparison
from compare.report.board import Board
from compare.report.points import Point, Quote
from compare.report.safe import one_line
from compare.report.view import View
from compare.report.words import sureness

BOM = "\ufeff"
# What makes a formula in Excel, LibreOffice or Google Sheets, also in its full-width form; a tab or
# line end in front of it is dropped by `one_line` (OWASP, CSV Injection).
_FORMULA = tuple("=+-@|%\uff1d\uff0b\uff0d\uff20")
_UNSEEN = (
    "\u00a0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff "  # what a program may skip in front of it
)


def cell(value: object) -> str:
    """Return a value as a cell that shows it and does nothing.

    A text that could be read as a formula stands behind an apostrophe, which spreadsheets take
    for "this is text". Numbers stay numbers.
    """
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else str(value)
    text = one_line(str(value)).strip()
    return f"'{text}" if text.lstrip(_UNSEEN).startswith(_FORMULA) else text


def render_findings_csv(view: View) -> str:
    """Return one row a finding, the most severe first, then agreements, the least sure first."""
    head = (
        *("rank", "kind", "severity", "confidence", "sureness", "a_sentences", "a_text"),
        *("b_sentences", "b_text", "evidence_kinds", "evidence"),
        *("decision", "decided_by", "decided_at", "note"),
        *("nearest_sentence", "nearest_probability", "nearest_text"),
    )
    return _written(head, (_finding(view, point) for point in _ranked(view)))


def _ranked(view: View) -> list[Point]:
    agreements = {point.row: point for point in view.agreements}
    others = (point for point in view.rows if point.rank is None and point.row not in agreements)
    return [*view.findings, *others, *agreements.values()]


def _finding(view: View, point: Point) -> Iterable[object]:
    decision = view.decision(point)
    return (
        "" if point.rank is None else point.rank,
        point.kind,
        point.severity,
        "" if point.confidence is None else point.confidence,
        point.sureness,
        _labels(point.a),
        _words(point.a),
        _labels(point.b),
        _words(point.b),
        ", ".join(point.kinds),
        " ".join(dict.fromkeys(reason.note for reason in point.reasons)),
        *(
            (decision.outcome, decision.author, decision.time, decision.note)
            if decision
            else ("", "", "", "")
        ),
        *(
            (near.quote.label, near.probability, _words((near.quote,)))
            if (near := point.near)
            else ("", "", "")
        ),
    )


def _labels(quotes: Sequence[Quote]) -> str:
    return " ".join(quote.label for quote in quotes)


def _words(quotes: Sequence[Quote]) -> str:
    return " ".join("".join(segment.text for segment in quote.segments) for quote in quotes)


def render_links_csv(comparison: Comparison, letters: tuple[str, str] = ("A", "B")) -> str:
    """Return one row a link and, behind them, one a lone sentence, with every number there is.

    :param letters: what the statements are called
    """
    head = (
        *("finding", "relation", "a_sentences", "b_sentences", "similarity", "probability"),
        *("confidence", "sureness", "severity", "evidence_kinds", "a_text", "b_text"),
        *("nearest_sentence", "nearest_probability"),
    )
    a, b = comparison.a, comparison.b
    one, other = letters
    rows: list[Iterable[object]] = [
        (
            finding_id(a, b, link.a, link.b),
            link.relation,
            " ".join(f"{one}{i + 1}" for i in link.a),
            " ".join(f"{other}{j + 1}" for j in link.b),
            link.similarity,
            link.probability,
            link.confidence,
            sureness(link.confidence),
            link.severity,
            ", ".join(dict.fromkeys(item.kind for item in link.evidence)),
            " ".join(a.sentence(i) for i in link.a),
            " ".join(b.sentence(j) for j in link.b),
            *("", ""),
        )
        for link in comparison.links
    ]
    for at, (side, of, opposite, items) in enumerate(
        ((a, one, other, comparison.only_a), (b, other, one, comparison.only_b))
    ):
        for lone in items:
            i, first = lone.sentence, at == 0
            name = finding_id(a, b, (i,) if first else (), () if first else (i,))
            places = (f"{of}{i + 1}", "") if first else ("", f"{of}{i + 1}")
            words = (side.sentence(i), "") if first else ("", side.sentence(i))
            kind = "only_a" if first else "only_b"
            near = lone.nearest
            close = (f"{opposite}{near.sentence + 1}", near.probability) if near else ("", "")
            rows.append((name, kind, *places, *[""] * 4, lone.severity, "", *words, *close))
    return _written(head, rows)


def render_claims_csv(board: Board) -> str:
    """Return one row a claim: what each statement says to it, with its sentences and words."""
    head = ["claim", "status"]
    for column in board.columns:
        name = column.letter.lower()
        head += [f"{name}_said", f"{name}_sentences", f"{name}_text"]
    head += ["notes", "reasons"]
    rows = []
    for _, claims in board.groups:
        for claim in claims:
            row: list[object] = [claim.number, claim.status]
            for item in claim.cells:
                row += [
                    item.said,
                    " ".join(label for label, _ in item.quotes),
                    " ".join(words for _, words in item.quotes),
                ]
            reasons = " ".join(part.sentence for part in (*claim.parts, *claim.others))
            rows.append([*row, " ".join(claim.notes), reasons])
    return _written(head, rows)


def _written(head: Iterable[object], rows: Iterable[Iterable[object]]) -> str:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")  # RFC 4180
    writer.writerow(list(head))
    for row in rows:
        writer.writerow([cell(value) for value in row])
    return BOM + stream.getvalue()
