"""The claims of an event: what belongs in one row, what each side says to it, and over time."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.event import Overview, overview
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
    assert drawn(event((1, 1), [(0, 0, 1, 0, OTHER, 0.9)])) == ["0= 0! contested"]


def test_a_sentence_alone_is_a_claim_of_one() -> None:
    found = event((2, 1), [(0, 1, 1, 0, SAME, 0.9)])
    assert drawn(found) == ["0= - one", "1= 0= all"]
    assert [claim.number for claim in found.of_status("one")] == [1]


def test_who_adds_words_says_more() -> None:
    a, b = statement(["They met in Veld."], speaker="A"), statement(["They met."], speaker="B")
    link = Link(
        (0,), (0,), 0.5, 0.9, "partial", 0.9, 0.3, (Evidence("entity", Span(12, 16), None, ""),)
    )
    found = overview([a, b], {(0, 1): Comparison(SIGNATURE, a, b, (link,), (), ())})
    assert drawn(found) == ["0+ 0= all"]


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
        "2= 3= 2! all",  # at odds with itself: a change of mind, not a dispute
        "3= - - one",
        "- 2= 1= all",
    ]
    assert [dict(claim.changes) for claim in found.claims] == [
        {0: "kept"}, {0: "dropped"}, {0: "changed"}, {0: "dropped"}, {0: "added"},
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
