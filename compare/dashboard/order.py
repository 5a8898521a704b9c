"""The order and the numbers of the findings, which stay as they are under a reader's hand.

A review changes severities and relations, and with them every rank. So a session keeps the order
that it has seen: what is new comes behind, and what was rejected stays where it was.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from compare.dashboard.reviewing import Desk, RowState
from compare.dashboard.selection import Filter, is_unsure, passes
from compare.report.points import Point


@dataclass(frozen=True, slots=True)
class Order:
    """The findings of a comparison as a session has come to know them."""

    names: tuple[str, ...]  # ids in the order of the list, agreements too
    numbers: Mapping[str, int]  # from 1; an agreement has one once it has been a finding


def ranked(desk: Desk) -> Order:
    """Return the order by severity.

    Agreements that the program is unsure of stand before the findings of low severity: a wrong one
    hides a divergence. The other agreements stand last.
    """
    states = list(desk.rows.values())
    found = sorted(
        (state for state in states if state.point.rank is not None),
        key=lambda state: state.point.rank or 0,
    )
    agreed = [state for state in states if state.point.rank is None]
    unsure = [state for state in agreed if is_unsure(state.point, state.standing)]
    sure = [state for state in agreed if not is_unsure(state.point, state.standing)]
    grave = [state for state in found if state.point.level != "low"]
    names = [state.finding.id for state in (*grave, *unsure, *found[len(grave) :], *sure)]
    numbers = {state.finding.id: number for number, state in enumerate(found, 1)}
    return Order(tuple(dict.fromkeys(names)), numbers)


def followed(order: Order, desk: Desk) -> Order:
    """Return the same order with what is new behind it, and new findings numbered on."""
    fresh = ranked(desk)
    known = set(order.names)
    numbers = dict(order.numbers)
    for name in fresh.names:
        if name in fresh.numbers and name not in numbers:
            numbers[name] = max(numbers.values(), default=0) + 1
    new = tuple(name for name in fresh.names if name not in known)
    return Order(order.names + new, numbers)


def moved(order: Order, desk: Desk) -> bool:
    """Say whether ranking anew would change what stands where."""
    fresh = ranked(desk)
    return (fresh.names, fresh.numbers) != (order.names, order.numbers)


def arranged(desk: Desk, order: Order) -> Desk:
    """Return a desk on which every finding has its number of this order."""

    def numbered(state: RowState) -> RowState:
        number = order.numbers.get(state.finding.id)
        if number == state.point.rank:
            return state
        return replace(state, point=replace(state.point, rank=number))

    rows = {row: numbered(state) for row, state in desk.rows.items()}
    places = {name: place for place, name in enumerate(order.names)}
    found = [state for state in rows.values() if state.point.kind != "agreement"]
    found.sort(key=lambda state: places[state.finding.id])
    view = replace(
        desk.view,
        rows=tuple(rows[point.row].point for point in desk.view.rows),
        findings=tuple(state.point for state in found),
    )
    rejected = tuple(numbered(state) for state in desk.rejected)
    return replace(desk, view=view, rows=rows, rejected=rejected)


def passing(desk: Desk, wanted: Filter) -> tuple[Point, ...]:
    """Return the points that have what a filter asks for, in the order of the reading."""
    return tuple(
        state.point for state in desk.rows.values() if passes(state.point, wanted, state.standing)
    )


def listing(
    desk: Desk, order: Order, wanted: Filter, held: Collection[str] = ()
) -> tuple[RowState, ...]:
    """Return what the list of findings shows, in its order.

    Agreements are in it when a filter lets them in, or nobody can be sure of them.

    :param held: ids that stay, because a reader has them before them, though a review may have
        made them something else than the filter asks for
    """
    states = {state.finding.id: state for state in (*desk.rejected, *desk.rows.values())}
    shown = []
    for name in order.names:
        state = states.get(name)
        if state is None:  # a link that was taken back
            continue
        quiet = (
            not wanted.active
            and state.point.kind == "agreement"
            and name not in order.numbers
            and not is_unsure(state.point, state.standing)
        )
        if name in held or (not quiet and passes(state.point, wanted, state.standing)):
            shown.append(state)
    return tuple(shown)


def apart(desk: Desk, order: Order, wanted: Filter) -> tuple[RowState, ...]:
    """Return the rejected links that have no place in the order: they stand behind the list."""
    known = set(order.names)
    return tuple(
        state
        for state in desk.rejected
        if state.finding.id not in known and passes(state.point, wanted, "rejected")
    )


def leading(desk: Desk, order: Order, count: int) -> tuple[RowState, ...]:
    """Return the first findings by number, whatever reviews have made of them."""
    states = {state.finding.id: state for state in (*desk.rejected, *desk.rows.values())}
    first = sorted(order.numbers, key=lambda name: order.numbers[name])
    return tuple(states[name] for name in first if name in states)[:count]
