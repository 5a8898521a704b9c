"""Reviews: appended, never overwritten, and found again after a recomputation."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from compare.contract import from_json, to_json
from compare.errors import ConflictError, StoreError
from compare.event import finding_id, findings
from compare.model import Link, Omission
from compare.store import Store
from compare.store.verdicts import corrected, draft, new_link, progress, standings
from tests.report.sample import realistic

from .made import FIRST, A, B, fill, pairs

WRITER = """
import sys
from compare.store import open_store
from compare.store.verdicts import draft
from compare.event import findings
from tests.store.made import pairs
database, event_id, name = sys.argv[1:]
comparison = pairs()[0, 1]
finding = findings(comparison)[0]
print("ready", flush=True)
sys.stdin.readline()
with open_store(database) as store:
    for number in range(12):
        store.add_review(event_id, draft(comparison, finding, "accept", name, note=str(number)))
"""


def test_eight_writers_at_once_lose_nothing(store: Store, database: str) -> None:
    event_id = fill(store)
    root = Path(__file__).parents[2]
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, database, event_id, f"w{number}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=root,
        )
        for number in range(8)
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    assert [writer.wait() for writer in writers] == [0] * 8
    for writer in writers:
        writer.stdout.close()  # type: ignore[union-attr]
        writer.stdin.close()  # type: ignore[union-attr]
    history = store.reviews(event_id)[FIRST]
    assert [row.number for row in history] == list(range(1, 3 + 96 + 1))
    written = [(row.author, row.note) for row in history[3:]]
    assert sorted(written) == sorted((f"w{w}", str(n)) for w in range(8) for n in range(12))
    assert [n for w, n in written if w == "w3"] == [str(n) for n in range(12)]


def test_who_saw_less_than_there_is_is_refused(store: Store) -> None:
    event_id = fill(store)
    review = draft(pairs()[0, 1], findings(pairs()[0, 1])[0], "accept", "Cleo")
    with pytest.raises(
        ConflictError, match="reviewed meanwhile by Ada: partial; you saw 2 of its 3"
    ):
        store.add_review(event_id, review, expected=2)
    assert store.add_review(event_id, review, expected=3).number == 4
    assert [row.verdict for row in store.reviews(event_id)[FIRST]] == [
        "reject",
        "open",
        "relation",
        "accept",
    ]


def test_the_last_one_counts_and_the_history_stays(store: Store) -> None:
    history = store.reviews(fill(store))
    first = standings(pairs()[0, 1], history)[0]
    assert (first.finding.id, first.standing, first.kind) == (FIRST, "changed", "partial")
    assert [row.note for row in first.history] == ["Not the same men.", "I doubt it.\x00", ""]
    assert [row.standing for row in standings(pairs()[0, 1], history)[1:]] == ["open"] * 3


def test_a_recomputed_finding_keeps_its_reviews(store: Store) -> None:
    """Other settings, another relation, other speakers and the other order change nothing."""
    history = store.reviews(fill(store))
    old = pairs()[0, 1]
    link = replace(old.links[1], relation="agreement", probability=0.5, evidence=())
    again = replace(old, a=replace(A, speaker="G."), links=(link, old.links[0]))
    assert {row.finding.id for row in standings(again, history)} == {
        item.id for item in findings(old)
    }
    found = next(row for row in standings(again, history) if row.finding.id == FIRST)
    assert (found.standing, found.kind) == ("changed", "partial")
    turned = replace(
        old, a=B, b=A, only_a=old.only_b, only_b=old.only_a,
        links=tuple(replace(item, a=item.b, b=item.a, evidence=()) for item in old.links),
    )  # fmt: skip
    assert {item.id for item in findings(turned)} == {item.id for item in findings(old)}


def test_other_sentences_are_another_finding() -> None:
    names = [
        finding_id(A, B, of_a, of_b)
        for of_a, of_b in [((0,), (0,)), ((0,), (1,)), ((0, 1), (0,)), ((0,), ()), ((), (0,))]
    ]
    assert len(set(names)) == 5
    assert finding_id(A, B, (1, 0), (0,)) == names[2]


def test_what_was_accepted_stays_what_it_was(store: Store) -> None:
    event_id = store.new_event("x")
    old = pairs()[0, 1]
    store.add_review(event_id, draft(old, findings(old)[0], "accept", "Ada"))
    now = replace(old, links=(old.links[0], replace(old.links[1], relation="agreement")))
    found = next(row for row in standings(now, store.reviews(event_id)) if row.finding.id == FIRST)
    assert (found.standing, found.kind) == ("accepted", "divergence")
    assert corrected(now, store.reviews(event_id)).links[1].relation == "divergence"


def test_what_was_accepted_is_sure(store: Store) -> None:
    event_id = store.new_event("x")
    made = pairs()[0, 1]
    store.add_review(event_id, draft(made, findings(made)[0], "accept", "Ada"))
    at = next(at for at, link in enumerate(made.links) if link.a == findings(made)[0].a)
    assert made.links[at].confidence < 1.0
    assert corrected(made, store.reviews(event_id)).links[at].confidence == 1.0


def test_an_accepted_link_stays_when_the_program_no_longer_makes_it(store: Store) -> None:
    event_id = store.new_event("x")
    old = pairs()[0, 1]
    store.add_review(event_id, draft(old, findings(old)[0], "accept", "Ada"))
    now = replace(
        old,
        links=old.links[:1],
        only_a=(Omission(1, 0.4), *old.only_a),
        only_b=(Omission(1, 0.4), *old.only_b),
    )
    new = corrected(now, store.reviews(event_id))
    assert [(link.a, link.b, link.relation) for link in new.links][1] == ((1,), (1,), "divergence")
    assert from_json(to_json(new)) == new


def test_reviews_correct_a_comparison(store: Store) -> None:
    event_id = fill(store)
    old = pairs()[0, 1]
    store.add_review(event_id, draft(old, findings(old)[-1], "reject", "Ada"))  # the agreement
    new = corrected(old, store.reviews(event_id))
    assert [(link.a, link.b, link.relation) for link in new.links] == [
        ((1,), (1,), "partial"),
        ((2,), (2,), "divergence"),
    ]
    assert [item.sentence for item in new.only_a] == [0]
    assert [item.sentence for item in new.only_b] == [0]
    assert from_json(to_json(new)) == new


def test_nothing_reviewed_changes_nothing() -> None:
    assert corrected(realistic(), {}) == realistic()


def test_sentences_that_an_analyst_linked_count_as_reviewed(store: Store) -> None:
    event_id = store.new_event("x")
    made = pairs()[0, 1]
    lone = [item for item in findings(made) if item.relation is None]
    assert [(item.a, item.b) for item in lone] == [((2,), ()), ((), (2,))]
    assert progress(made, store.reviews(event_id)) == (0, 4)
    mine = new_link(made, [2], [2], "agreement", "Ada")
    store.add_review(event_id, mine)
    assert progress(made, store.reviews(event_id)) == (2, 4)
    store.add_review(event_id, replace(mine, verdict="open", relation=None), expected=1)
    assert progress(made, store.reviews(event_id)) == (0, 4)


def test_a_link_of_ones_own_can_be_taken_back(store: Store) -> None:
    event_id = store.new_event("x")
    mine = new_link(pairs()[0, 1], [2], [2], "agreement", "Ada")
    store.add_review(event_id, mine)
    assert (
        Link((2,), (2,), 0.0, 1.0, "agreement", 1.0, 0.0)
        in corrected(pairs()[0, 1], store.reviews(event_id)).links
    )
    store.add_review(event_id, replace(mine, verdict="open", relation=None), expected=1)
    assert corrected(pairs()[0, 1], store.reviews(event_id)) == pairs()[0, 1]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"verdict": "maybe"}, "no verdict 'maybe'; expected one of"),
        ({"verdict": "relation"}, "names no relation"),
        ({"author": " "}, "has no author"),
        ({"note": "x" * 10_001}, "10,001 characters; expected at most 10,000"),
    ],
)
def test_a_review_that_says_nothing_is_refused(
    store: Store, change: dict[str, str], says: str
) -> None:
    event_id = store.new_event("x")
    good = replace(draft(pairs()[0, 1], findings(pairs()[0, 1])[0], "reject", "Ada"))
    with pytest.raises(StoreError, match=says):
        store.add_review(event_id, replace(good, **change))  # type: ignore[arg-type]
    assert store.reviews(event_id) == {}


def test_sentences_that_are_not_there_can_not_be_linked() -> None:
    with pytest.raises(StoreError, match="A9 can't be linked; expected sentences A1 to A3"):
        new_link(pairs()[0, 1], [8], [0], "agreement", "Ada")
    with pytest.raises(StoreError, match="no sentence of B"):
        new_link(pairs()[0, 1], [0], [], "agreement", "Ada")
    lone = next(item for item in findings(pairs()[0, 1]) if item.kind == "only_a")
    with pytest.raises(StoreError, match="stands alone"):
        draft(pairs()[0, 1], lone, "relation", "Ada", relation="partial")
