"""Amounts by the period, matters that are out of the question, and nouns that commit to nothing."""

from __future__ import annotations

import pytest

from compare.language.facts.records import FactKind
from tests.language.facts_help import facts, values, words

SPREAD: list[tuple[str, str, str, float | None]] = [
    ("We give $5 billion a year.", "$5 billion a year", "year", None),
    ("We give $5 billion annually.", "$5 billion annually", "year", None),
    ("We give an annual $5 billion.", "annual $5 billion", "year", None),
    ("We give annual aid of $5 billion.", "annual aid of $5 billion", "year", None),
    ("We send 5 million barrels of oil per day.", "5 million barrels of oil per day", "day", None),
    ("We give $5 billion over three years.", "$5 billion over three years", "", 3.0),
    ("We give $5 billion a year for three years.", "$5 billion a year for three years",
     "year", 3.0),
    ("We give $5 billion in total.", "$5 billion in total", "", 0.0),
]  # fmt: skip
_YEAR = 365.25 * 1440


@pytest.mark.parametrize(("sentence", "told", "per", "years"), SPREAD)
def test_how_an_amount_is_spread(sentence: str, told: str, per: str, years: float | None) -> None:
    (fact,) = facts(sentence, "number")
    assert fact.spread is not None
    assert sentence[fact.spread.span.start : fact.spread.span.end] == told
    assert fact.spread.per == per
    assert fact.value.endswith(f"/{per}") == bool(per)
    if years is None:
        assert fact.spread.over is None
    else:
        assert fact.spread.over == pytest.approx(years * _YEAR, rel=0.02)


@pytest.mark.parametrize(
    "sentence",
    [
        "The rate rose by 5 per cent a year.",
        "We gave $5 billion a year ago.",
        "The 12 ministers met for a year.",
        "We gave 500 buses for three years.",
        "He led two annual meetings.",
        "Over three years, the war cost lives; $5 billion was found.",
    ],
)
def test_what_is_not_spread(sentence: str) -> None:
    assert all(fact.spread is None for fact in facts(sentence, "number"))


STANDING = [
    ("A withdrawal is out of the question.", "rejected", ["out of the question"], "withdrawal"),
    ("A withdrawal is off the table.", "rejected", ["off the table"], "withdrawal"),
    ("There can be no question of a withdrawal.", "rejected", ["no question"], "withdrawal"),
    ("There is no question of leaving.", "rejected", ["no question"], "leave"),
    ("It is out of the question for us to leave.", "rejected", ["out of the question"], "leave"),
    ("The offer was taken off the table.", "rejected", ["off the table"], "offer"),
    ("A withdrawal is not out of the question.", "considered", [], "withdrawal"),
    ("A withdrawal is no longer off the table.", "considered", ["no longer"], "withdrawal"),
    ("All options remain on the table.", "considered", [], "option"),
    ("A withdrawal is not on the table.", "rejected", ["not"], "withdrawal"),
    ("They put new offers on the table.", "proposed", [], "offer"),
    ("Calls for a new election are out of the question.", "rejected", ["out of the question"],
     "election"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "rung", "denials", "act"), STANDING)
def test_where_a_matter_stands(sentence: str, rung: str, denials: list[str], act: str) -> None:
    (fact,) = facts(sentence, "commitment")
    assert (fact.value, fact.about[0]) == (rung, act)
    assert [word for word in words(sentence, "negation") if word != "no longer"] == [
        word for word in denials if word != "no longer"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no question that they paid.",
        "There is no question about the result.",
        "The book on the table is red.",
    ],
)
def test_what_is_not_open_to_talk(sentence: str) -> None:
    assert values(sentence, "negation") == []
    assert "rejected" not in values(sentence, "commitment")


NOUNS = [
    ("Losses are on the order of 40 per cent.", []),
    ("The order of the speakers was kept.", ["done"]),
    ("The firm won an order for 40 trains.", ["done"]),
    ("They cut prices in order to win.", ["done"]),
    ("Domestic demand for gas rose by a fifth.", ["done"]),
    ("Half of the demand comes from abroad.", []),
    ("The offer price is low.", []),
    ("The planned route is long.", []),
    ("The demand for an apology stands.", ["demanded"]),
    ("Demands for higher pay are rising.", ["demanded"]),
    ("The order to leave stands.", ["ordered"]),
    ("The order for the evacuation stands.", ["ordered"]),
    ("The proposal of the union to cut hours stands.", ["proposed"]),
    ("Demands for his release are unacceptable.", ["rejected"]),
    ("A call for talks is not acceptable.", ["rejected"]),
    ("The demand for talks is not an option.", ["rejected"]),
    ("Plans to close the depot are on hold.", ["rejected"]),
    ("Demands for his release are acceptable.", ["demanded"]),
    ("The plan to close the depot has not been shelved.", ["plans"]),
    ("The call to the king was long.", []),
    ("The claims are groundless.", []),
]


@pytest.mark.parametrize(("sentence", "rungs"), NOUNS)
def test_nouns_that_commit_and_that_do_not(sentence: str, rungs: list[str]) -> None:
    assert values(sentence, "commitment") == rungs


READ: list[tuple[FactKind, str, list[str]]] = [
    ("condition", "He said that ships may sail as soon as the ice has gone.",
     ["as soon as the ice has gone"]),
    ("condition", "He said ships might sail once a pilot is found.", ["once a pilot is found"]),
    ("condition", "He said that aid will flow once approved.", ["once approved"]),
    ("condition", "He said that talks could begin provided the shelling stopped.",
     ["provided the shelling stopped"]),
    ("condition", "Ships may sail as soon as possible.", []),
    ("condition", "The council meets once a year.", []),
    ("condition", "He once said that ships may sail.", []),
    ("condition", "The ministry provided the list that was asked for.", []),
    ("commitment", "Demands for his release are unacceptable.", ["are unacceptable"]),
    ("commitment", "The plan to close the depot has been shelved.",
     ["has been shelved", "shelved"]),
    ("commitment", "They dropped the plan to build.", ["dropped", "dropped the plan"]),
    ("actor", "At about 16:30 a group of some 200 masked persons broke through a cordon.",
     ["a group"]),
    ("actor", "The road was shut by order of the governor.", ["by order of the governor"]),
    ("actor", "The row was settled by the proposal of the board.", ["the proposal"]),
    ("actor", "It was late on the order of a few weeks.", []),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "sentence", "expected"), READ)
def test_exact_words(kind: FactKind, sentence: str, expected: list[str]) -> None:
    assert words(sentence, kind) == expected


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("The fees are due to take effect on 1 July.", "fee"),
        ("The fees are set to rise on 1 July.", "fee"),
        ("The fees are scheduled to rise on 1 July.", "fee"),
        ("The fees are expected to rise on 1 July.", "fee"),
        ("The fees are to rise on 1 July.", "fee"),
        ("The fees, which are due to rise on 1 July, were cut.", "fee"),
        ("The union asked the firm to leave by 1 July.", "firm"),
    ],
)
def test_a_date_is_of_the_subject_above_an_infinitive(sentence: str, subject: str) -> None:
    (fact,) = facts(sentence, "date")
    assert fact.about[1] == subject


def test_a_former_figure_has_the_unit_of_the_one_before_it() -> None:
    assert values("Exports fell to 9 million tonnes from 12 million.", "number") == [
        "9000000000 kg",
        "12000000000 kg",
    ]
    assert values("Staff moved to 9 tons of paper from 12 offices.", "number") == ["9000 kg", "12"]
