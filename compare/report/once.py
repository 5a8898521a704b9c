"""Two lone sentences that are the closest to each other: their words stand in one finding only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from compare.model import Side
from compare.report.points import Point, Quote
from compare.report.view import View

_Place = tuple[Side, int]


def once(view: View) -> View:
    """Return a view of which a finding names the one before it that shows the same two."""
    alone = {_place(quote): point for point in view.rows for quote in _lone(point)}
    return replace(view, findings=tuple(_seen(point, alone) for point in view.findings))


def _lone(point: Point) -> tuple[Quote, ...]:
    return point.a + point.b if point.kind in ("only_a", "only_b") else ()


def _place(quote: Quote) -> _Place:
    return quote.side, quote.index


def _seen(point: Point, alone: Mapping[_Place, Point]) -> Point:
    near, mine = point.perhaps, _lone(point)
    mate = alone.get(_place(near.quote)) if near else None
    if not near or not mate or not mate.perhaps or not mate.rank or not point.rank:
        return point
    if _place(mate.perhaps.quote) != _place(mine[0]) or mate.rank > point.rank:
        return point
    return replace(point, near=replace(near, seen=mate.rank))
