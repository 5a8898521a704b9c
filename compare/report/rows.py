"""The rows of the reading: links and lone sentences, cut into marked words and put in order."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from compare.model import (
    EVIDENCE_KINDS,
    Comparison,
    Evidence,
    EvidenceKind,
    Omission,
    Side,
    Span,
    Statement,
)
from compare.report.points import Near, Point, Quote, Reason, Segment, plain, strongest
from compare.report.words import KINDS


def reading(comparison: Comparison, letters: tuple[str, str] = ("A", "B")) -> tuple[Point, ...]:
    """Return one point a link or lone sentence: in A's order, with repeats and ranks marked.

    A sentence that only B has stands behind the one that B says before it. Findings rank by
    severity, then divergence before partial before omission, then by place.

    :param letters: what the statements are called
    """
    rows = _without_repeats(_in_order(_points(comparison)))
    if letters != ("A", "B"):
        rows = [_called(point, letters) for point in rows]
    found = [point for point in rows if point.kind != "agreement"]
    order = list(KINDS)
    found.sort(key=lambda point: (-point.severity, order.index(point.kind), point.row))
    ranks = {point.row: rank for rank, point in enumerate(found, 1)}
    return tuple(replace(point, rank=ranks.get(point.row)) for point in rows)


def _points(comparison: Comparison) -> list[Point]:
    """Return links and lone sentences as points that have no place yet."""
    a, b = comparison.a, comparison.b
    points = []
    for link in comparison.links:
        reasons = tuple(_reason(comparison, item) for item in link.evidence)
        listed = tuple(link.evidence[at] for at in strongest(reasons))
        points.append(
            Point(
                kind=link.relation,
                row=0,
                rank=None,
                severity=link.severity,
                confidence=link.confidence,
                a=tuple(_quote("a", a, index, listed) for index in link.a),
                b=tuple(_quote("b", b, index, listed) for index in link.b),
                reasons=reasons,
            )
        )
    for lone in comparison.only_a:
        quote, near = _quote("a", a, lone.sentence), _near("b", b, lone)
        points.append(Point("only_a", 0, None, lone.severity, None, (quote,), (), near=near))
    for lone in comparison.only_b:
        quote, near = _quote("b", b, lone.sentence), _near("a", a, lone)
        points.append(Point("only_b", 0, None, lone.severity, None, (), (quote,), near=near))
    return points


def _near(side: Side, statement: Statement, lone: Omission) -> Near | None:
    if lone.nearest is None:
        return None
    return Near(_quote(side, statement, lone.nearest.sentence), lone.nearest.probability)


def _called(point: Point, letters: tuple[str, str]) -> Point:
    """Return a point with its statements called otherwise than A and B."""
    a, b = letters
    near = point.near
    if near:
        called = a if near.quote.side == "a" else b
        near = replace(near, quote=replace(near.quote, called=called))
    return replace(
        point,
        a=tuple(replace(quote, called=a) for quote in point.a),
        b=tuple(replace(quote, called=b) for quote in point.b),
        near=near,
        reasons=tuple(
            replace(reason, note=_note_called(reason, letters)) for reason in point.reasons
        ),
    )


def _note_called(reason: Reason, letters: tuple[str, str]) -> str:
    """Return a note with other letters outside its quotation marks."""
    kept = [re.escape(f"“{plain(words)}”") for words in (reason.a, reason.b) if words]
    pattern = re.compile("|".join([*kept, "“[^”]*”", r"\b[AB]\b"]))
    named = dict(zip("AB", letters, strict=True))
    return pattern.sub(lambda match: named.get(match[0], match[0]), reason.note)


def _reason(comparison: Comparison, item: Evidence) -> Reason:
    return Reason(
        kind=item.kind,
        a=comparison.a.slice(item.a) if item.a else None,
        b=comparison.b.slice(item.b) if item.b else None,
        note=item.note,
    )


def _quote(
    side: Side, statement: Statement, index: int, evidence: tuple[Evidence, ...] = ()
) -> Quote:
    """Cut a sentence where marked words begin and end."""
    sentence = statement.sentences[index]
    marks: list[tuple[Span, EvidenceKind]] = []
    for item in evidence:
        span = item.a if side == "a" else item.b
        if span is not None and span.start < sentence.end and span.end > sentence.start:
            marks.append((span, item.kind))
    inside = {edge for span, _ in marks for edge in (span.start, span.end)}
    cuts = sorted({sentence.start, sentence.end, *inside})
    cuts = [cut for cut in cuts if sentence.start <= cut <= sentence.end]
    segments = []
    for start, end in pairwise(cuts):
        here = {kind for span, kind in marks if span.start <= start and end <= span.end}
        kinds = tuple(kind for kind in EVIDENCE_KINDS if kind in here)
        segments.append(Segment(statement.text[start:end], kinds))
    return Quote(side, index, tuple(segments))


def _in_order(points: list[Point]) -> list[Point]:
    """Put points in A's order, and each sentence of B alone behind the one B says before it."""
    with_a = [point for point in points if point.a]
    with_a.sort(key=lambda point: (point.a[0].index, point.b[0].index if point.b else -1))
    alone = sorted((p for p in points if p.b and not p.a), key=lambda p: p.b[0].index)
    # A chain from place to the place behind it, from -1, so that thousands of sentences don't
    # shift each other.
    chain = [*with_a, *alone]
    behind: dict[int, int | None] = {place - 1: place for place in range(len(with_a))}
    behind[len(with_a) - 1] = None
    holder: dict[int, int] = {}  # sentence of B -> the first row with it
    for place, point in enumerate(chain):
        for quote in point.b:
            holder.setdefault(quote.index, place)
    known = sorted(holder)
    for place, point in enumerate(alone, len(with_a)):
        at = bisect_left(known, point.b[0].index)
        before = holder[known[at - 1]] if at else -1
        behind[place], behind[before] = behind[before], place
    placed, here = [], behind[-1]
    while here is not None:
        placed.append(chain[here])
        here = behind[here]
    return [replace(point, row=row) for row, point in enumerate(placed, 1)]


def _without_repeats(rows: list[Point]) -> list[Point]:
    """Mark every sentence that an earlier row shows already."""
    seen: set[str] = set()
    marked = []
    for point in rows:
        a = tuple(replace(quote, repeated=quote.anchor in seen) for quote in point.a)
        b = tuple(replace(quote, repeated=quote.anchor in seen) for quote in point.b)
        seen.update(quote.anchor for quote in a + b)
        marked.append(replace(point, a=a, b=b))
    return marked
