"""What the statements dwell on: the numbers, and the sentences that they lead to."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from compare.embedding import PACKAGED
from compare.insight.certainty import certainty
from compare.insight.distinctive import PRIOR_WEIGHT, distinctive, log_odds_z
from compare.insight.heat import MOST, heat
from compare.insight.named import named
from compare.insight.records import Insight
from compare.insight.tables import insight
from compare.insight.text import Term, sentence_lengths, sentence_words
from compare.insight.topics import topics
from compare.language.facts import read_sentences
from compare.model import Statement
from compare.sources.samples import load_sample
from compare.sources.statement import make_statement


def test_log_odds_is_the_formula() -> None:
    """Worked by hand for "tax" (8 here, 2 elsewhere) beside 40 and 50 other words."""
    prior, total = PRIOR_WEIGHT * 10, PRIOR_WEIGHT * 100
    here, elsewhere = 8 + prior, 2 + prior
    n_here, n_elsewhere = 48 + total, 52 + total
    delta = math.log(here / (n_here - here)) - math.log(elsewhere / (n_elsewhere - elsewhere))
    expected = delta / math.sqrt(1 / here + 1 / elsewhere)
    z = log_odds_z(np.array([8, 40]), np.array([2, 50]))
    assert z[0] == pytest.approx(expected)
    assert z[0] == pytest.approx(1.926, abs=0.001)


COUNTS = hnp.arrays(np.int64, 5, elements=st.integers(0, 50))


@given(COUNTS, COUNTS)
def test_what_one_side_uses_more_the_other_uses_less(
    here: np.ndarray, elsewhere: np.ndarray
) -> None:
    both = (here + elsewhere) > 0
    here, elsewhere = here[both], elsewhere[both]
    if len(here) < 2:
        return
    z = log_odds_z(here, elsewhere)
    assert np.all(np.isfinite(z))
    assert np.allclose(z, -log_odds_z(elsewhere, here))


def words(*texts: str) -> list[list[list[str]]]:
    return [sentence_words(make_statement(text)) for text in texts]


def test_distinctive_words_name_their_sentences() -> None:
    found = distinctive(
        words(
            "The dam opens. The dam is great. Great dam! Great.",
            "Talks went on. They spoke of grain. More grain talks. The talks end at noon.",
        )
    )
    assert [
        (item.statement, item.word, item.here, item.elsewhere, item.sentences) for item in found
    ] == [
        (0, "dam", 3, 0, (0, 1, 2)),
        (0, "great", 3, 0, (1, 2, 3)),
        (1, "talks", 3, 0, (0, 2, 3)),  # "grain" was said twice: that may be chance
    ]
    assert found == tuple(sorted(found, key=lambda item: (item.statement, -item.z, item.word)))


@pytest.mark.parametrize("texts", [("The.", "And."), ("One word.",), ("Same dam.", "Same dam.")])
def test_where_nothing_stands_out_there_is_nothing(texts: tuple[str, ...]) -> None:
    assert distinctive(words(*texts)) == ()


ONE, OTHER = np.array([1.0, 0.0]), np.array([0.0, 1.0])


def terms(*sentences: str) -> list[list[Term]]:
    """Words that can name a topic; the ones that end in an exclamation mark are no nouns."""
    return [
        [Term(word.strip("!").lower(), word.strip("!"), "!" not in word) for word in text.split()]
        for text in sentences
    ]


def test_topics_are_groups_of_the_vectors() -> None:
    found = topics(
        [[4, 3], [4, 2]],
        [np.stack([ONE, OTHER]), np.stack([ONE, -ONE])],
        [terms("DAM opens!", "grain sold!"), terms("dam stays!", "ferry lost!")],
    )
    assert [(topic.sentences, topic.spent) for topic in found] == [(((0,), (0,)), (4, 4))]
    assert found[0].words == ("dam",)


@pytest.mark.parametrize(
    ("sentences", "names"),
    [
        # What several sentences share, nouns before verbs, one lemma once.
        (("left! dam troops", "left! dam spring"), ("dam",)),
        (("left! troops", "left! soldiers"), ("left",)),
        (("vote", "talk"), ("talk", "vote")),
        (("cable cable pipe", "cable pipe ferry"), ("cable", "pipe")),
        (("", ""), ()),
    ],
)
def test_a_topic_is_named_by_what_its_sentences_share(
    sentences: tuple[str, str], names: tuple[str, ...]
) -> None:
    one, other = terms(*sentences)
    found = topics([[1], [1]], [np.stack([ONE]), np.stack([ONE])], [[one], [other]])
    assert [topic.words for topic in found] == [names]


def test_too_few_and_too_many_sentences_have_no_topics() -> None:
    assert topics([[1]], [np.ones((1, 2))], [terms("Alone")]) == ()
    assert topics([[1] * 3_000], [np.ones((3_000, 2))], [[[]] * 3_000]) == ()


def test_words_are_counted_as_at_the_head_of_a_report(
    found: Insight, statements: tuple[Statement, ...]
) -> None:
    assert found.words == tuple(len(item.text.split()) for item in statements)
    assert sentence_lengths(make_statement("It cost $2.5bn on 3rd May – a lot.")) == [9]


@pytest.fixture(scope="module")
def statements() -> tuple[Statement, ...]:
    return load_sample("constructed-harbour-talks").statements


@pytest.fixture(scope="module")
def found(statements: tuple[Statement, ...]) -> Insight:
    return insight(statements, PACKAGED)


def test_the_same_statements_give_the_same(
    found: Insight, statements: tuple[Statement, ...]
) -> None:
    assert insight(statements, PACKAGED) == found


def test_every_sentence_that_is_named_is_there(
    found: Insight, statements: tuple[Statement, ...]
) -> None:
    counts = [len(item.sentences) for item in statements]
    named = [topic.sentences for topic in found.topics] + [row.sentences for row in found.named]
    for sentences in named:
        assert len(sentences) == 2
        for of, count in zip(sentences, counts, strict=True):
            assert all(0 <= i < count for i in of)
    for topic in found.topics:
        for place, of in enumerate(topic.sentences):
            length = sentence_lengths(statements[place])
            assert topic.spent[place] == sum(length[i] for i in of)


def test_values_that_mean_the_same_stand_in_one_row(found: Insight) -> None:
    rows = {(row.kind, row.value, row.about): row.sentences for row in found.named}
    assert rows["duration", "ninety minutes · an hour and a half", ""] == ((1,), (1,))
    assert rows["number", "40", "fisherman"] == ((4,), ())
    assert rows["number", "25", "fisherman"] == ((), (4,))
    assert rows["date", "next month · June", ""] == ((8,), (10,))


@pytest.mark.parametrize(
    ("a", "b", "rows"),
    [
        ("112 persons died.", "112 people died.", [("112", "people", ((0,), (0,)))]),
        (
            "Forty ships sailed.",
            "40 fishermen left.",
            [("40", "fisherman", ((), (0,))), ("Forty", "ship", ((0,), ()))],
        ),
        (
            "It lasted 90 minutes.",
            "It took 1.5 hours.",
            [("90 minutes · 1.5 hours", "", ((0,), (0,)))],
        ),
        (
            "It lasted about ninety minutes.",
            "It took an hour and a half.",
            [("about ninety minutes · an hour and a half", "", ((0,), (0,)))],
        ),
        (
            "They paid $5 million.",
            "Norland owes 5,000,000 dollars.",
            [("$5 million · 5,000,000 dollars", "", ((0,), (0,)))],
        ),
        (
            "It opens in two weeks.",
            "It opens within 14 days.",
            [("two weeks", "", ((0,), ())), ("within 14 days", "", ((), (0,)))],
        ),
    ],
)
def test_equal_values_stand_in_one_row(
    a: str, b: str, rows: list[tuple[str, str, tuple[tuple[int, ...], ...]]]
) -> None:
    made = [make_statement(a), make_statement(b)]
    found = named(made, [read_sentences(item) for item in made])
    assert [(r.value, r.about, r.sentences) for r in found if r.kind != "entity"] == rows


def test_certainty_counts_acts_the_firmest_first(found: Insight) -> None:
    assert next(iter(found.certainty[0].rungs)) == "done"
    assert found.certainty[0].rungs["will"] == (2, 4, 6, 8)
    assert found.certainty[1].rungs["considered"] == (3, 5)
    assert found.certainty[1].total == sum(len(of) for of in found.certainty[1].rungs.values())


def test_names_that_are_written_alike_stand_in_one_row() -> None:
    """The reader can't tell two rows that look the same, whatever the program takes them for."""
    made = [make_statement("Oslo agreed."), make_statement("They met in Oslo.")]
    facts = [read_sentences(item) for item in made]
    (mine,) = (fact for fact in facts[0][0].facts if fact.kind == "entity")
    other = replace(facts[0][0], facts=(replace(mine, value="city:oslo"),))
    rows = named(made, [[other], facts[1]])
    assert [(row.value, row.sentences) for row in rows] == [("Oslo", ((0,), (0,)))]


@pytest.mark.parametrize(
    ("text", "rungs"),
    [
        ("We agreed to reopen the harbour.", {"agreed": (0,)}),
        ("We did not agree to reopen the harbour.", {"rejected": (0,)}),
        ("The Kremlin denied that it had agreed to a truce.", {"rejected": (0,)}),
        ("The sides failed to agree on prices.", {"rejected": (0,)}),
        ("The minister will not sign the treaty.", {"rejected": (0,)}),
        ("We will never sign it.", {"rejected": (0,)}),
        ("The President did not promise aid.", {"rejected": (0,)}),
        ("The sides agreed not to attack.", {"agreed": (0,)}),
        ("The harbour may not reopen.", {}),
        ("Both refused to agree.", {"rejected": (0,)}),
    ],
)
def test_an_act_that_is_denied_is_not_asserted(
    text: str, rungs: dict[str, tuple[int, ...]]
) -> None:
    assert certainty(0, read_sentences(make_statement(text))).rungs == rungs


def test_four_statements_stand_in_four_columns() -> None:
    made = [make_statement(f"Norland met Tarn in Veld. {n} ships sailed.") for n in (2, 3, 4, 5)]
    found = insight(made, PACKAGED)
    assert all(len(row.sentences) == 4 for row in found.named)
    assert next(row for row in found.named if row.value == "Norland").sentences == ((0,),) * 4


def test_similarities_are_cosines_and_long_texts_have_no_picture() -> None:
    a = make_statement("The dam opens. They met.")
    found = heat(a, make_statement("The dam opens."), PACKAGED)
    assert found is not None
    assert found.cosine[0][0] == pytest.approx(1.0)
    assert [len(row) for row in found.cosine] == [1, 1]
    assert heat(make_statement("It rains. " * (MOST + 1)), a, PACKAGED) is None
