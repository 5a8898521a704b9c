"""The claims of an event: what belongs in one row, what each side says to it, and over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.event import Overview, overview
from compare.event.camps import camps
from compare.event.overview import sides_of
from compare.model import Comparison, Evidence, Link, Omission, Relation, Span, Statement
from tests.report.sample import SIGNATURE, statement

# statement, sentence, statement, sentence, relation, probability
Row = tuple[int, int, int, int, Relation, float]


def event(
    counts: Sequence[int],
    rows: Sequence[Row],
    speakers: Sequence[str] = (),
    dates: Sequence[str] = (),
) -> Overview:
    """Return the overview of statements of so many sentences, linked as the rows say."""
    made = [
        statement(
            [f"Sentence {i} of {n}." for i in range(count)],
            speaker=speakers[n] if speakers else f"S{n}",
            date=dates[n] if dates else "",
        )
        for n, count in enumerate(counts)
    ]
    return overview(made, comparisons(made, rows))


def comparisons(
    made: Sequence[Statement], rows: Sequence[Row]
) -> dict[tuple[int, int], Comparison]:
    pairs = {}
    for i in range(len(made)):
        for j in range(i + 1, len(made)):
            links = tuple(
                Link((p,), (q,), 0.5, probability, relation, 0.9, 0.5)
                for s, p, t, q, relation, probability in rows
                if (s, t) == (i, j)
            )
            alone = [
                tuple(
                    Omission(k, 0.3)
                    for k in range(len(side.sentences))
                    if not any(k in getattr(link, name) for link in links)
                )
                for name, side in (("a", made[i]), ("b", made[j]))
            ]
            pairs[i, j] = Comparison(SIGNATURE, made[i], made[j], links, *alone)
    return pairs


def drawn(found: Overview) -> list[str]:
    """Return each claim as a line: the cells, and the status."""
    signs = {"says": "=", "says more": "+", "says otherwise": "!", "silent": ""}
    signs |= {"says in part": "~", "differs": "x", "may differ": "?"}
    return [
        " ".join(
            "".join(map(str, cell.sentences)) + signs[cell.said] or "-" for cell in claim.cells
        )
        + f" {claim.status}"
        for claim in found.claims
    ]


SAME: Relation = "agreement"
OTHER: Relation = "divergence"


def test_what_all_are_linked_on_is_one_claim() -> None:
    rows: list[Row] = [(0, 0, 1, 0, SAME, 0.9), (0, 0, 2, 0, SAME, 0.8), (1, 0, 2, 0, SAME, 0.7)]
    assert drawn(event((1, 1, 1), rows)) == ["0= 0= 0= all"]


def test_a_chain_is_two_claims_that_name_each_other() -> None:
    """A1-B1 and B1-C1, but A1 has nothing to do with C1."""
    found = event((1, 1, 1), [(0, 0, 1, 0, SAME, 0.9), (1, 0, 2, 0, SAME, 0.8)])
    assert drawn(found) == ["0= 0= - some", "- 0= 0= some"]
    assert [claim.see for claim in found.claims] == [(2,), (1,)]


def test_a_long_chain_never_becomes_one_claim() -> None:
    rows: list[Row] = [(n, 0, n + 1, 0, SAME, 0.9) for n in range(7)]
    found = event((1,) * 8, rows)
    assert len(found.claims) == 7
    assert all(sum(cell.said != "silent" for cell in claim.cells) == 2 for claim in found.claims)


def test_of_four_one_link_may_be_missing_but_not_two() -> None:
    all_but_one: list[Row] = [
        (i, 0, j, 0, SAME, 0.9 - 0.1 * i)
        for i in range(4)
        for j in range(i + 1, 4)
        if (i, j) != (0, 3)
    ]
    assert drawn(event((1,) * 4, all_but_one)) == ["0= 0= 0= 0= all"]
    but_two = [row for row in all_but_one if (row[0], row[2]) != (0, 2)]
    assert drawn(event((1,) * 4, but_two)) == ["0= 0= - - some", "- 0= 0= 0= some"]


def test_the_side_that_stands_against_the_most_says_otherwise() -> None:
    rows: list[Row] = [(0, 0, 1, 0, OTHER, 0.9), (0, 0, 2, 0, OTHER, 0.8), (1, 0, 2, 0, SAME, 0.7)]
    assert drawn(event((1, 1, 1), rows)) == ["0! 0= 0= contested"]


def test_on_a_tie_nobody_is_the_odd_one_out() -> None:
    """Neither order nor a second statement of the same speaker decides who says otherwise."""
    two = event((1, 1), [(0, 0, 1, 0, OTHER, 0.9)])
    assert drawn(two) == ["0x 0x contested"]
    assert two.claims[0].differ == ((0,), (1,))
    all_differ: list[Row] = [(i, 0, j, 0, OTHER, 0.9) for i, j in ((0, 1), (0, 2), (1, 2))]
    assert drawn(event((1, 1, 1), all_differ)) == ["0x 0x 0x contested"]
    between: list[Row] = [
        (0, 0, 1, 0, OTHER, 0.9),
        (0, 0, 2, 0, SAME, 0.8),
        (1, 0, 2, 0, SAME, 0.8),
    ]
    assert drawn(event((1, 1, 1), between)) == ["0x 0x 0= contested"]
    same: list[Row] = [(0, 0, 1, 0, SAME, 0.9), (0, 0, 2, 0, OTHER, 0.8), (1, 0, 2, 0, OTHER, 0.8)]
    one_speaker = event((1, 1, 1), same, ("EU", "EU", "UN"))
    assert drawn(one_speaker) == ["0x 0x 0x contested"]
    assert one_speaker.claims[0].differ == ((0, 1), (2,))
    assert drawn(event((1, 1, 1), same)) == ["0= 0= 0! contested"]


def test_who_may_differ_is_no_side_where_others_surely_do() -> None:
    """A1 and C1 differ by a guess, B1 differs from both for sure: B is the odd one out."""
    made = [statement(["Said."], speaker=f"S{n}") for n in range(3)]
    rows: list[Row] = [(i, 0, j, 0, OTHER, 0.9) for i, j in ((0, 1), (0, 2), (1, 2))]
    pairs = comparisons(made, rows)
    guess = replace(pairs[0, 2].links[0], confidence=0.4)
    pairs[0, 2] = replace(pairs[0, 2], links=(guess,))
    assert drawn(overview(made, pairs)) == ["0? 0! 0? contested"]
    # Where nothing is sure, what may differ is all there is.
    for pair, item in pairs.items():
        pairs[pair] = replace(item, links=(replace(item.links[0], confidence=0.4),))
    assert drawn(overview(made, pairs)) == ["0x 0x 0x contested"]


@given(st.permutations(range(5)), st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4))))
def test_who_stands_outside_does_not_hang_on_the_order(
    order: list[int], pairs: set[tuple[int, int]]
) -> None:
    against = {(i, j) for i, j in pairs if i != j}
    against |= {(j, i) for i, j in against}
    sides = {0: 0, 1: 1, 2: 2, 3: 3, 4: 3}
    moved = {(order[i], order[j]) for i, j in against}
    found = camps(range(5), against, sides)
    other = camps(range(5), moved, {order[i]: side for i, side in sides.items()})
    assert other.outside == {order[i] for i in found.outside}
    assert set(map(frozenset, other.differ)) == {
        frozenset(order[i] for i in group) for group in found.differ
    }
    if against:
        assert found.outside or found.differ


def test_unsure_claims_stand_behind_the_others_of_their_status() -> None:
    made = [statement(["One.", "Two."], speaker=f"S{n}") for n in range(2)]
    pairs = comparisons(made, [(0, 0, 1, 0, OTHER, 0.9), (0, 1, 1, 1, OTHER, 0.8)])
    first, second = pairs[0, 1].links
    pairs[0, 1] = replace(pairs[0, 1], links=(replace(first, confidence=0.4), second))
    found = overview(made, pairs)
    assert drawn(found) == ["1x 1x contested", "0x 0x contested"]
    assert [claim.unsure for claim in found.claims] == [False, True]


def test_an_overlap_is_no_agreement() -> None:
    rows: list[Row] = [
        *((0, 0, 1, 0, "partial", 0.9), (0, 0, 2, 0, SAME, 0.9), (1, 0, 2, 0, SAME, 0.9)),
        *((0, 1, 1, 1, SAME, 0.8), (0, 1, 2, 1, SAME, 0.8), (1, 1, 2, 1, SAME, 0.8)),
        (1, 2, 2, 2, "partial", 0.7),
    ]
    found = event((2, 3, 3), rows)
    assert drawn(found) == ["0~ 0~ 0= partial", "- 2~ 2~ partial", "1= 1= 1= all"]
    one_side = event((1, 1), [(0, 0, 1, 0, "partial", 0.9)], ("EU", "EU"))
    assert drawn(one_side) == ["0~ 0~ all"]


def test_who_overlaps_with_those_that_differ_says_it_in_part() -> None:
    """A claim with a divergence is read like any other: by all links with those it is at one with."""
    rows: list[Row] = [
        *((0, 0, 1, 0, OTHER, 0.9), (0, 0, 2, 0, "partial", 0.8), (1, 0, 2, 0, "partial", 0.8)),
    ]
    assert drawn(event((1, 1, 1), rows)) == ["0x 0x 0~ contested"]
    one: list[Row] = [rows[0], rows[1], (1, 0, 2, 0, SAME, 0.8)]
    assert drawn(event((1, 1, 1), one)) == ["0x 0x 0~ contested"]
    four: list[Row] = [
        *((0, 0, 1, 0, OTHER, 0.9), (0, 0, 2, 0, "partial", 0.8), (1, 0, 2, 0, "partial", 0.8)),
        *((i, 0, 3, 0, SAME, 0.8) for i in range(3)),
    ]
    assert drawn(event((1,) * 4, four)) == ["0x 0x 0~ 0= contested"]
    # An overlap with the odd one out alone takes nothing from what the others say.
    odd: list[Row] = [
        *((0, 0, 1, 0, SAME, 0.9), (0, 0, 2, 0, "partial", 0.8), (1, 0, 2, 0, OTHER, 0.8)),
        *((0, 0, 3, 0, SAME, 0.8), (1, 0, 3, 0, SAME, 0.8), (2, 0, 3, 0, OTHER, 0.8)),
    ]
    assert drawn(event((1,) * 4, odd)) == ["0= 0= 0! 0= contested"]


def test_a_sentence_alone_is_a_claim_of_one() -> None:
    found = event((2, 1), [(0, 1, 1, 0, SAME, 0.9)])
    assert drawn(found) == ["1= 0= all", "0= - one"]
    assert [claim.number for claim in found.of_status("one")] == [2]


def test_who_adds_words_says_more() -> None:
    a, b = statement(["They met in Veld."], speaker="A"), statement(["They met."], speaker="B")
    link = Link(
        (0,), (0,), 0.5, 0.9, "partial", 0.9, 0.3, (Evidence("entity", Span(12, 16), None, ""),)
    )
    found = overview([a, b], {(0, 1): Comparison(SIGNATURE, a, b, (link,), (), ())})
    assert drawn(found) == ["0+ 0~ partial"]


def test_statements_of_one_speaker_are_one_side_in_the_order_of_dates() -> None:
    made = [
        statement(["x."], speaker=name, date=day)
        for name, day in [
            ("UN", "2025-02-03"),
            ("EU", ""),
            ("un ", "2025-01-01"),
            ("", ""),
            ("", ""),
        ]
    ]
    sides = sides_of(made)
    assert [(side.name, side.statements) for side in sides] == [
        ("UN", (2, 0)),
        ("EU", (1,)),
        ("Statement 4", (3,)),
        ("Statement 5", (4,)),
    ]


def test_what_a_side_says_over_time() -> None:
    speakers, dates = ("EU", "UN", "EU"), ("2025-01-01", "", "2025-02-01")
    rows: list[Row] = [
        *((0, 0, 1, 0, SAME, 0.9), (0, 0, 2, 0, SAME, 0.9), (1, 0, 2, 0, SAME, 0.9)),
        (0, 1, 1, 1, SAME, 0.8),
        (1, 2, 2, 1, SAME, 0.8),
        *((0, 2, 1, 3, SAME, 0.7), (0, 2, 2, 2, OTHER, 0.7), (1, 3, 2, 2, SAME, 0.7)),
    ]
    found = event((4, 4, 3), rows, speakers, dates)
    assert drawn(found) == [
        "0= 0= 0= all",
        "1= 1= - all",
        "2x 3= 2x all",  # at odds with itself: a change of mind, not a dispute
        "- 2= 1= all",
        "3= - - one",
    ]
    assert [dict(claim.changes) for claim in found.claims] == [
        {0: "kept"}, {0: "dropped"}, {0: "changed"}, {0: "added"}, {0: "dropped"},
    ]  # fmt: skip


def test_one_statement_and_none() -> None:
    assert drawn(event((2,), [])) == ["0= all", "1= all"]
    assert overview([], {}).claims == ()


@st.composite
def events(draw: st.DrawFn) -> tuple[list[int], list[Row]]:
    counts = draw(st.lists(st.integers(1, 4), min_size=2, max_size=5))
    rows: list[Row] = []
    for i in range(len(counts)):
        for j in range(i + 1, len(counts)):
            cells = st.tuples(st.integers(0, counts[i] - 1), st.integers(0, counts[j] - 1))
            for p, q in draw(st.sets(cells, max_size=4)):
                relation = draw(st.sampled_from([SAME, OTHER]))
                rows.append((i, p, j, q, relation, draw(st.floats(0, 1))))
    return counts, rows


@settings(deadline=None)
@given(events())
def test_the_rule_holds_for_any_links(drawn_event: tuple[list[int], list[Row]]) -> None:
    counts, rows = drawn_event
    found = event(counts, rows)
    linked = {(i, p, j, q) for i, p, j, q, _, _ in rows} | {
        (j, q, i, p) for i, p, j, q, _, _ in rows
    }
    members = [
        {place: cell.sentences for place, cell in enumerate(claim.cells) if cell.sentences}
        for claim in found.claims
    ]
    for i, count in enumerate(counts):  # every sentence stands somewhere
        for p in range(count):
            assert any(p in row.get(i, ()) for row in members)
    for i, p, j, q, _, _ in rows:  # and so does every link
        assert any(p in row.get(i, ()) and q in row.get(j, ()) for row in members)
    for row in members:  # nobody stands in a row whom most of it don't know
        for i, sentences in row.items():
            near = sum(
                any((i, p, j, q) in linked for p in sentences for q in row[j])
                for j in row
                if j != i
            )
            assert 2 * near > len(row) - 1 or len(row) == 1
    assert event(counts, rows[::-1]) == found
