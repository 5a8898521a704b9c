"""Reviews on the page: kept behind what was seen, taken back, and never over somebody else's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from compare.dashboard.acts import Act, Said
from compare.dashboard.cards import counted_findings
from compare.dashboard.reviewing import Desk, Step, apply, make_desk, take_back
from compare.errors import ConflictError, InputError, StoreError
from compare.model import Comparison, Relation
from compare.store import Store, open_store
from tests.dashboard.test_reading import CROSSED

EVENT = "talks"


@pytest.fixture
def store() -> Iterator[Store]:
    """A store with the event."""
    with open_store() as opened:
        opened.new_event("Talks", id=EVENT, statements=(CROSSED.a, CROSSED.b))
        yield opened


def desk(store: Store, made: Comparison = CROSSED) -> Desk:
    return make_desk(made, store.reviews(EVENT))


def name(at: Desk, kind: str) -> str:
    return next(row.finding.id for row in at.rows.values() if row.point.kind == kind)


def do(store: Store, act: Act, author: str = "Ines", at: Desk | None = None) -> Step:
    return apply(store, EVENT, at or desk(store), store.reviews(EVENT), act, author)


def test_a_verdict_shows_in_the_row_the_counts_and_the_progress(store: Store) -> None:
    divergence = name(desk(store), "divergence")
    step = do(store, Act("review", finding=divergence, said="accept"))
    after = desk(store)
    assert (after.done, after.total) == (1, 3)
    assert [r.standing for r in after.rows.values() if r.finding.id == divergence] == ["accepted"]
    do(store, Act("review", finding=divergence, said="relation", relation="partial", seen=1))
    assert dict(desk(store).view.counts)["partial"] == 1
    assert dict(desk(store).view.counts)["divergence"] == 0
    with pytest.raises(ConflictError, match="reviewed meanwhile"):
        take_back(store, step, "Ines")


def test_a_rejected_link_is_taken_apart_and_can_come_back(store: Store) -> None:
    divergence = name(desk(store), "divergence")
    do(store, Act("review", finding=divergence, said="reject"))
    after = desk(store)
    assert [state.finding.id for state in after.rejected] == [divergence]
    assert dict(after.view.counts)["only_b"] == 1
    do(store, Act("review", finding=divergence, said="open", seen=1))
    assert desk(store).rejected == ()
    assert desk(store).done == 0


def test_the_filters_and_the_reviews_count_the_same_findings(store: Store) -> None:
    def told(at: Desk) -> str:
        return counted_findings((*at.rows.values(), *at.rejected), at, True)

    assert told(desk(store)) == "The filters list 3 of 3 findings."
    do(store, Act("review", finding=name(desk(store), "divergence"), said="reject"))
    after = desk(store)
    assert (after.done, after.total) == (1, 3)
    # The sentences of the rejected link stand alone now; what was counted is counted on.
    assert told(after) == (
        "The filters list 3 of 3 findings, 1 of them rejected, and 2 that came of reviews."
    )
    assert counted_findings(after.rejected, after, True) == (
        "The filters list 1 of 3 findings, 1 of them rejected."
    )


def test_undo_lets_count_what_counted_before(store: Store) -> None:
    agreement = name(desk(store), "agreement")
    first = do(store, Act("review", finding=agreement, said="accept", note="Yes."))
    second = do(store, Act("review", finding=agreement, said="reject", seen=1))
    take_back(store, second, "Ines")
    last = store.reviews(EVENT)[agreement][-1]
    assert (last.verdict, last.note, last.number) == ("accept", "Yes.", 3)
    with pytest.raises(ConflictError):
        take_back(store, first, "Ines")
    lone = name(desk(store), "only_a")
    take_back(store, do(store, Act("review", finding=lone, said="accept")), "Ines")
    assert store.reviews(EVENT)[lone][-1].verdict == "open"


def test_nobody_decides_over_what_they_have_not_seen(store: Store) -> None:
    seen = desk(store)
    divergence = name(seen, "divergence")
    do(store, Act("review", finding=divergence, said="reject"), "Omar")
    with pytest.raises(ConflictError, match="by Omar: reject; you saw 0 of its 1"):
        do(store, Act("review", finding=divergence, said="accept"), at=seen)
    assert len(store.reviews(EVENT)[divergence]) == 1


def test_a_note_leaves_the_verdict_as_it_is(store: Store) -> None:
    divergence = name(desk(store), "divergence")
    do(store, Act("review", finding=divergence, said="note", note="Ask."))
    assert desk(store).done == 0
    do(store, Act("review", finding=divergence, said="relation", relation="partial", seen=1))
    do(store, Act("review", finding=divergence, said="note", note="Asked.", seen=2), "Omar")
    last = store.reviews(EVENT)[divergence][-1]
    assert (last.verdict, last.relation, last.note) == ("relation", "partial", "Asked.")
    assert last.author == "Omar"


def test_sentences_are_linked_otherwise_and_undo_takes_both_steps_back(store: Store) -> None:
    divergence = name(desk(store), "divergence")
    step = do(
        store, Act("link", finding=divergence, relation="agreement", a=(1, 2), b=(0,), seen=0)
    )
    after = desk(store)
    assert [row.finding.id for row in after.rejected] == [divergence]
    by_hand = next(row for row in after.rows.values() if len(row.point.a) == 2)
    assert (by_hand.point.kind, by_hand.standing) == ("agreement", "changed")
    take_back(store, step, "Ines")
    assert dict(desk(store).view.counts) == dict(make_desk(CROSSED, {}).view.counts)


def test_linking_the_same_sentences_only_changes_the_relation(store: Store) -> None:
    divergence = name(desk(store), "divergence")
    do(store, Act("link", finding=divergence, relation="partial", a=(1,), b=(0,)))
    assert desk(store).rejected == ()
    assert len(store.reviews(EVENT)) == 1


@pytest.mark.parametrize(
    ("act", "author", "error"),
    [
        (Act("review", finding="0" * 16, said="accept"), "Ines", InputError),
        (Act("link", relation="partial", a=(0,), b=()), "Ines", StoreError),
        (Act("link", relation="partial", a=(99,), b=(0,)), "Ines", StoreError),
        (Act("link", a=(0,), b=(0,)), "Ines", InputError),
        (Act("review", finding="0" * 16, said="accept"), "  ", InputError),
    ],
)
def test_what_can_not_be_kept_is_refused(
    store: Store, act: Act, author: str, error: type[Exception]
) -> None:
    with pytest.raises(error, match="expected"):
        do(store, act, author)
    assert store.reviews(EVENT) == {}


def test_a_lone_sentence_takes_no_relation(store: Store) -> None:
    lone = name(desk(store), "only_a")
    with pytest.raises(StoreError, match="stands alone"):
        do(store, Act("review", finding=lone, said="relation", relation="partial"))


@pytest.mark.parametrize(
    ("said", "relation", "what", "standing"),
    [
        ("accept", None, "accepted", "accepted"),
        ("reject", None, "rejected", "rejected"),
        # The key of the relation that it has anyway accepts it.
        ("relation", "divergence", "a divergence already, so it is accepted", "accepted"),
        ("relation", "agreement", "changed to agreement", "changed"),
        ("note", None, "note taken away", "open"),
    ],
)
def test_every_act_says_what_it_did(
    store: Store, said: Said, relation: Relation | None, what: str, standing: str
) -> None:
    divergence = name(desk(store), "divergence")
    step = do(store, Act("review", finding=divergence, said=said, relation=relation))
    assert (step.finding, step.what, len(step.reviews)) == (divergence, what, 1)
    after = desk(store)
    states = (*after.rows.values(), *after.rejected)
    assert [s.standing for s in states if s.finding.id == divergence] == [standing]


@pytest.mark.parametrize(
    ("said", "relation", "what"),
    [
        ("accept", None, "accepted already; nothing changed"),
        ("reject", None, "rejected already; nothing changed"),
        ("relation", "partial", "a partial overlap already; nothing changed"),
        ("relation", "divergence", "a divergence already; nothing changed"),
    ],
)
def test_what_was_said_already_is_not_kept_again(
    store: Store, said: Said, relation: Relation | None, what: str
) -> None:
    divergence = name(desk(store), "divergence")
    act = Act("review", finding=divergence, said=said, relation=relation)
    do(store, act)
    step = do(store, replace(act, seen=1))
    assert (step.what, step.reviews) == (what, ())
    assert len(store.reviews(EVENT)[divergence]) == 1
    # Said by somebody else, it is a second opinion.
    assert do(store, replace(act, seen=1), "Omar").reviews
    assert len(store.reviews(EVENT)[divergence]) == 2


def test_a_divergence_by_hand_shows_the_words_that_differ(store: Store) -> None:
    agreement = name(desk(store), "agreement")
    do(store, Act("review", finding=agreement, said="relation", relation="divergence"))
    found = next(row for row in desk(store).rows.values() if row.finding.id == agreement)
    assert found.point.kind == "divergence"
    assert [(r.a, r.b) for r in found.point.reasons] == [("We", None), (None, "They")]
    by_hand = do(store, Act("link", relation="divergence", a=(2,), b=(0,)))
    linked = next(r for r in desk(store).rows.values() if r.finding.id == by_hand.finding)
    assert [(r.a, r.b) for r in linked.point.reasons] == [("rained", None), (None, "men may go")]
