"""Events, statements and comparisons: kept as they are, found again, gone when deleted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text

from compare.contract import to_json
from compare.errors import StoreError
from compare.store import Store, open_store
from compare.store.engine import writing
from compare.store.events import MAX_STATEMENTS
from tests.report.sample import SIGNATURE, statement

from .made import A, B, C, fill, pairs

ODD = "\x00 \x1b[31m ' \" ; DROP TABLE events; -- <script> é 中文 👩‍👩‍👧 \ud800 \u202e"


def test_an_event_is_kept_as_it_is(store: Store) -> None:
    event = store.event(fill(store))
    assert event.id == "2026-05-01-talks-about-the-dam"
    assert (event.title, event.date, event.note) == (
        "Talks about the dam",
        "2026-05-01",
        "Constructed.",
    )
    assert event.tags == ("Veld", "fish & ships")
    assert [row.statement for row in event.statements] == [A, B, C]


def test_any_text_comes_back_as_it_was(store: Store) -> None:
    odd = statement([ODD, "x"], speaker=ODD, title=ODD, date=ODD, source=ODD, language=ODD)
    odd = replace(
        odd,
        sha256=__import__("hashlib").sha256(odd.text.encode("utf-8", "surrogatepass")).hexdigest(),
    )
    event_id = store.new_event(ODD, note=ODD, tags=[ODD])
    store.add_statement(event_id, odd)
    event = store.event(event_id)
    assert event.statements[0].statement == odd
    assert (event.title, event.note) == (ODD, ODD)


def test_it_is_there_after_closing(database: str) -> None:
    with open_store(database) as store:
        event = store.event(fill(store))
        history = store.reviews(event.id)
    with open_store(database) as store:
        assert store.event(event.id) == event
        assert store.reviews(event.id) == history


def test_ids_are_plain_and_free(store: Store) -> None:
    names = [store.new_event("Überraschung! Talks/../etc", date="2025-01-02") for _ in range(3)]
    assert names == [f"2025-01-02-uberraschung-talks-etc{end}" for end in ("", "-2", "-3")]
    assert store.new_event("中文") == "event"
    with pytest.raises(StoreError, match="is there already"):
        store.new_event("x", id="event")
    with pytest.raises(StoreError, match="can't be an event's id"):
        store.new_event("x", id="../etc")
    with pytest.raises(StoreError, match="no title"):
        store.new_event("  ")


def test_the_same_statement_stands_once_and_many_are_refused(store: Store) -> None:
    event_id = fill(store)
    with pytest.raises(StoreError, match="already; expected another text"):
        store.add_statement(event_id, A)
    for number in range(MAX_STATEMENTS - 3):
        store.add_statement(event_id, replace(A, speaker=f"s{number}"))
    with pytest.raises(StoreError, match=f"at most {MAX_STATEMENTS}"):
        store.add_statement(event_id, replace(A, speaker="one more"))


def test_two_events_may_hold_one_statement(store: Store) -> None:
    first, second = fill(store), fill(store, "Again")
    store.delete_event(first)
    assert [row.statement for row in store.event(second).statements] == [A, B, C]


def test_a_statement_and_a_review_can_not_be_changed(store: Store) -> None:
    fill(store)
    for table in ("statements", "reviews"):
        with (
            pytest.raises(StoreError, match=f"{table} are never changed"),
            writing(store.engine) as connection,
        ):
            connection.execute(text(f"UPDATE {table} SET payload = 'x'"))


def test_a_comparison_comes_back_byte_for_byte(store: Store) -> None:
    event = store.event(fill(store))
    for (i, j), comparison in pairs().items():
        found = store.comparison(event, event.statements[i], event.statements[j], SIGNATURE)
        assert found is not None
        assert to_json(found) == to_json(comparison)


def test_another_signature_stands_beside_the_old(store: Store) -> None:
    event = store.event(fill(store))
    a, b = event.statements[:2]
    rows = store.comparisons(event, a, b)
    assert [row.comparison.signature.version for row in rows] == ["2.0.0", "1.0.0"]
    assert not store.save_comparison(event.id, a, b, pairs()[0, 1])
    assert len(store.comparisons(event, a, b)) == 2


def test_the_list_says_how_far_the_review_is(store: Store) -> None:
    fill(store)
    old = store.new_event("Older", date="2020-01-01", tags=["x"])
    rows = store.events()
    assert [(row.title, row.findings, row.reviewed) for row in rows] == [
        ("Talks about the dam", 11, 1),
        ("Older", 0, 0),
    ]
    assert rows[0].speakers == ("Governor", "Presidency", "UN")
    assert [row.id for row in store.events("x")] == [old]


def test_title_and_tags_can_be_changed(store: Store) -> None:
    event_id = fill(store)
    store.change_event(event_id, title="Dam talks")
    store.set_tags(event_id, ["b", "a", "a", " "])
    event = store.event(event_id)
    assert (event.title, event.note, event.tags) == ("Dam talks", "Constructed.", ("a", "b"))


def test_what_is_deleted_is_gone(store: Store) -> None:
    event_id = fill(store)
    store.delete_event(event_id)
    assert store.events() == ()
    with writing(store.engine) as connection:
        for table in (
            "events",
            "tags",
            "statements",
            "event_statements",
            "comparisons",
            "findings",
            "reviews",
            "search",
        ):
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() == 0
    with pytest.raises(StoreError, match="no event"):
        store.delete_event(event_id)


@pytest.mark.parametrize("call", ["event", "delete_event", "set_tags", "add_statement"])
def test_an_unknown_event_is_said(store: Store, call: str) -> None:
    more: dict[str, tuple[object, ...]] = {"set_tags": ([],), "add_statement": (A,)}
    with pytest.raises(StoreError, match="no event 'gone' in this database"):
        getattr(store, call)("gone", *more.get(call, ()))


def test_two_that_add_and_delete_one_statement_do_not_meet(store: Store, database: str) -> None:
    """Threads of one store, as a dashboard's sessions are."""
    from concurrent.futures import ThreadPoolExecutor

    def session(number: int) -> int:
        event_id = store.new_event("Same")
        store.add_statement(event_id, A)
        store.add_statement(event_id, B)
        count = len(store.event(event_id).statements)
        store.delete_event(event_id)
        return count

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(session, range(24))) == [2] * 24
    assert store.events() == ()


def test_a_statement_is_said_to_be_another_s_and_keeps_its_place_and_reviews(store: Store) -> None:
    event_id = fill(store)
    before = store.event(event_id)
    history = store.reviews(event_id)
    assert history
    key = store.relabel_statement(event_id, before.statements[1].key, speaker="Ministry")
    after = store.event(event_id)
    assert [row.statement for row in after.statements] == [A, replace(B, speaker="Ministry"), C]
    assert after.statements[1].key == key
    assert store.reviews(event_id) == history
    # Comparisons of what was said before are gone, the others stay.
    a, b, c = after.statements
    assert store.comparisons(after, a, b) == ()
    assert store.comparisons(after, b, c) == ()
    assert store.comparisons(after, a, c)
    assert [hit.where for hit in store.search("ministry")]
    assert not store.search("presidency")


def test_a_statement_can_not_become_another_one_of_its_event(store: Store) -> None:
    event_id = store.new_event("x", statements=[A, replace(A, speaker="Other")])
    first, second = store.event(event_id).statements
    with pytest.raises(StoreError, match="holds that very statement already"):
        store.relabel_statement(event_id, second.key, speaker=A.speaker)
    assert store.event(event_id).statements == (first, second)
    assert store.relabel_statement(event_id, second.key, speaker="Other") == second.key


def test_a_statement_of_two_events_changes_in_one(store: Store) -> None:
    one, two = (store.new_event(title, statements=[A, B]) for title in ("one", "two"))
    store.relabel_statement(one, store.event(one).statements[0].key, date="2026-06-01")
    assert store.event(one).statements[0].statement.date == "2026-06-01"
    assert store.event(two).statements[0].statement == A
