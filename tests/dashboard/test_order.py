"""The order of the findings: nothing moves under a reader's hand, until they ask for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from compare.dashboard.acts import Act, Said
from compare.dashboard.order import (
    Order,
    apart,
    arranged,
    followed,
    leading,
    listing,
    moved,
    passing,
    ranked,
)
from compare.dashboard.reviewing import Desk, apply, make_desk
from compare.dashboard.selection import Filter
from compare.model import Comparison, Link, Omission, Relation, Signature
from compare.store import Store, open_store
from tests.dashboard.test_reading import statement

EVENT = "talks"
A = statement("We met.", "Forty men go home.", "It rained.", "Grain was sold.", "He left.")
B = statement("They met.", "Some men may go.", "It snowed.", "Wheat was sold.")
MADE = Comparison(
    Signature("1", {}, {}),
    *(A, B),
    (
        Link((0,), (0,), 0.8, 0.9, "agreement", 0.9, 0.0),
        Link((1,), (1,), 0.8, 0.9, "divergence", 0.8, 0.9),
        Link((2,), (2,), 0.8, 0.9, "partial", 0.8, 0.4),
        Link((3,), (3,), 0.8, 0.9, "agreement", 0.4, 0.0),
    ),
    (Omission(4, 0.2),),
    (),
)


@pytest.fixture
def store() -> Iterator[Store]:
    """A store with the event."""
    with open_store() as opened:
        opened.new_event("Talks", id=EVENT, statements=(A, B))
        yield opened


def desk(store: Store) -> Desk:
    return make_desk(MADE, store.reviews(EVENT))


def name(at: Desk, places: str) -> str:
    return next(s.finding.id for s in (*at.rows.values(), *at.rejected) if s.places == places)


def say(store: Store, places: str, said: Said, relation: Relation | None = None, note: str = "") -> None:  # fmt: skip
    at = desk(store)
    finding = name(at, places)
    seen = len(store.reviews(EVENT).get(finding, ()))
    act = Act("review", finding=finding, said=said, relation=relation, note=note, seen=seen)
    apply(store, EVENT, at, store.reviews(EVENT), act, "Ines")


def seen(at: Desk, order: Order, wanted: Filter | None = None, held: frozenset[str] = frozenset()) -> list[tuple[int | None, str]]:  # fmt: skip
    """What a reader sees: number and places."""
    at = arranged(at, order)
    return [(s.point.rank, s.places) for s in listing(at, order, wanted or Filter(), held)]


START = [(1, "A2 ↔ B2"), (2, "A3 ↔ B3"), (None, "A4 ↔ B4"), (3, "A5")]


def test_an_unsure_agreement_stands_among_the_findings_before_the_low_ones(store: Store) -> None:
    at = desk(store)
    assert seen(at, ranked(at)) == START
    assert seen(at, ranked(at), Filter(unsure=True)) == [(None, "A4 ↔ B4")]
    assert seen(at, ranked(at), Filter(kinds=("agreement",))) == [
        (None, "A4 ↔ B4"),
        (None, "A1 ↔ B1"),
    ]


@pytest.mark.parametrize(
    ("places", "said", "relation"),
    [
        ("A2 ↔ B2", "relation", "agreement"),
        ("A2 ↔ B2", "relation", "partial"),
        ("A2 ↔ B2", "accept", None),
        ("A3 ↔ B3", "relation", "divergence"),
        ("A4 ↔ B4", "accept", None),
        ("A5", "reject", None),
    ],
)
def test_a_verdict_moves_and_renumbers_nothing(
    store: Store, places: str, said: str, relation: str | None
) -> None:
    order = ranked(desk(store))
    held = frozenset(order.names[:4])
    say(store, places, said, relation=relation)
    after = desk(store)
    assert seen(after, followed(order, after), held=held) == START


def test_a_rejected_link_stays_and_what_it_leaves_alone_comes_behind(store: Store) -> None:
    order = ranked(desk(store))
    say(store, "A2 ↔ B2", "reject")
    after = desk(store)
    order = followed(order, after)
    assert seen(after, order) == [*START, (4, "A2"), (5, "B2")]
    assert apart(after, order, Filter()) == ()
    assert [s.places for s in leading(after, order, 2)] == ["A2 ↔ B2", "A3 ↔ B3"]
    # Ranked anew, it stands behind the list; taken back, the lone sentences are gone.
    assert moved(order, after)
    assert [s.places for s in apart(after, ranked(after), Filter())] == ["A2 ↔ B2"]
    say(store, "A2 ↔ B2", "open")
    again = desk(store)
    assert seen(again, followed(order, again)) == START


def test_an_agreement_that_becomes_a_finding_is_numbered_where_it_stands(store: Store) -> None:
    order = ranked(desk(store))
    assert not moved(order, desk(store))
    say(store, "A4 ↔ B4", "relation", relation="divergence")
    after = desk(store)
    order = followed(order, after)
    assert seen(after, order) == [*START[:2], (4, "A4 ↔ B4"), START[3]]
    assert [number for number, _ in seen(after, ranked(after))] == [1, 2, 3, 4]


def test_what_a_filter_listed_stays_though_it_fits_no_more(store: Store) -> None:
    order = ranked(desk(store))
    wanted = Filter(states=("open",), kinds=("divergence",))
    held = frozenset({name(desk(store), "A2 ↔ B2")})
    say(store, "A2 ↔ B2", "accept")
    after = desk(store)
    assert seen(after, order, wanted, held) == [(1, "A2 ↔ B2")]
    assert seen(after, order, wanted) == []
    assert passing(after, wanted) == ()


def test_every_part_of_the_page_has_the_same_numbers(store: Store) -> None:
    order = ranked(desk(store))
    say(store, "A2 ↔ B2", "relation", relation="partial")
    at = arranged(desk(store), order)
    by_row = {point.row: point.rank for point in at.view.rows}
    assert [(p.rank, p.row) for p in at.view.findings] == [(1, 2), (2, 3), (3, 5)]
    assert {row: state.point.rank for row, state in at.rows.items()} == by_row
