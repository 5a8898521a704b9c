"""Search: the same hits on both databases."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import SettingError
from compare.store import Store, open_store
from compare.store.search import parse_query, words_of
from tests.report.sample import statement

from .made import fill

HITS = [
    ("fishermen", ["All 40 fishermen go home.", "25 fishermen will be released."]),
    ("fisher", ["All 40 fishermen go home.", "25 fishermen will be released."]),
    ('"fisher"', []),
    ("dam stays", ["The dam stays shut.", "The dam stays closed, Norland says."]),
    ('"dam stays shut"', ["The dam stays shut."]),
    ('"stays dam"', []),
    ("shut dam", ["The dam stays shut."]),
    ("not same men", ["Not the same men."]),
    ("ben", ["I doubt it.\x00"]),
    ("GOVERNOR", ["Post"]),
    ("veld", ["Talks about the dam Veld fish & ships"]),
    ("40", ["All 40 fishermen go home."]),
    ("nowhere", []),
    ("dam' OR 1=1 --", []),
    ('dam AND "', []),
    ("NEAR(dam stays)", []),
    (
        "* :* & | !dam",
        [
            "Talks about the dam Veld fish & ships",
            "The dam stays shut.",
            "The dam stays closed, Norland says.",
        ],
    ),
]


@pytest.mark.parametrize(("query", "texts"), HITS)
def test_it_finds_exactly(store: Store, query: str, texts: list[str]) -> None:
    fill(store)
    assert sorted(hit.text for hit in store.search(query)) == sorted(texts)


def test_letters_of_every_script_are_found(store: Store) -> None:
    event_id = store.new_event("Gespräch in Kyjiw")
    sentences = (
        "Переговоры прошли в Киеве.",
        "両国は会談した。",
        "اتفق الطرفان على الاجتماع.",
        "Ça a duré ﬁve hours ½.",
    )
    store.add_statement(event_id, statement(sentences))
    for query, index in [
        ("переговор", 0),
        ("会談", 1),
        ("会", 1),
        ("الطرفان", 2),
        ("ca dure", 3),
        ("five", 3),
    ]:
        assert [hit.text for hit in store.search(query)] == [sentences[index]]
    assert store.search("gesprach")[0].kind == "event"
    assert store.search("談会") == ()  # letters behind each other are a phrase


def test_a_new_title_is_found_and_the_old_one_is_not(store: Store) -> None:
    event_id = fill(store)
    store.change_event(event_id, title="Harbour")
    assert store.search("talks about") == ()
    assert len(store.search("harbour")) == 1


def test_a_query_without_words_is_refused(store: Store) -> None:
    for query in ("", "  ", '""', "!?"):
        with pytest.raises(SettingError, match="nothing to search for"):
            store.search(query)


def test_the_longest_text_is_indexed(store: Store) -> None:
    event_id = store.new_event("Long")
    store.add_statement(event_id, statement(["x" * 50_000 + " " + "word " * 30_000]))
    assert len(store.search("word")) == 1


def test_any_text_and_any_query_are_taken(
    postgres_server: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    import psycopg

    with psycopg.connect(postgres_server + "postgres", autocommit=True) as connection:
        connection.execute("CREATE DATABASE anything")
    lite = str(tmp_path_factory.mktemp("any") / "any.sqlite")
    # Two surrogates side by side are one character to JSON; `make_statement` joins them.
    text = st.text(st.characters(exclude_categories=()), min_size=1, max_size=20).filter(
        lambda words: json.loads(json.dumps(words)) == words
    )
    with open_store(lite) as one, open_store(postgres_server + "anything") as other:

        @settings(deadline=None, max_examples=60)
        @given(st.lists(text, min_size=1, max_size=3), st.integers(0, 10))
        def check(sentences: list[str], cut: int) -> None:
            for store in (one, other):
                event_id = store.new_event("t")
                store.add_statement(event_id, statement(sentences, speaker="s"))
            try:
                query = sentences[0][:cut]
                parse_query(query)
            except SettingError:
                pass
            else:
                hits = [sorted(hit.text for hit in store.search(query)) for store in (one, other)]
                assert hits[0] == hits[1]
            for store in (one, other):
                store.delete_event(store.events()[0].id)

        check()


@given(st.text(st.characters(exclude_categories=())))
def test_words_hold_nothing_that_a_query_language_reads(text: str) -> None:
    for word in words_of(text):
        assert word.isalnum() or any(not letter.isascii() for letter in word)
        assert not set(word) & set("'\"*:&|!()<>\\ ")
