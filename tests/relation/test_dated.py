"""Dates that only name a thing: what they are compared with, and what they are not."""

from __future__ import annotations

import pytest

from compare.relation.comparers.denials import compare_negations
from compare.relation.comparers.quantities import compare_dates
from compare.relation.guessing import guess
from tests.language.facts_help import facts, words
from tests.relation.links_help import context_of, said

NAMED = [
    ("They quote last year's report.", "last year", ("report",)),
    ("They adopted the 2027 budget.", "2027", ("budget",)),
    ("They adopted the 2027 army budget.", "2027", ("budget", "army")),
    ("They left after the 2014 accord.", "2014", ("accord",)),
    ("They left under the May 2014 accord.", "May 2014", ("accord",)),
    ("They left by Monday's vote.", "Monday", ("vote",)),
    ("They will pay before the summer recess.", "before the summer recess", ("recess",)),
    ("They attended the spring session.", "the spring session", ("session",)),
    ("They revised the accord of 2014.", "2014", ("accord",)),
    ("Supplies under the contract of 14 June 2019 will stop.", "14 June 2019", ("contract",)),
    ("They cite the arms treaty of 3 May.", "3 May", ("treaty", "arm")),
    ("In her letter dated 3 May she asked for help.", "3 May", ("letter",)),
    ("The decision of the court of 4 June was overturned.", "4 June", ("decision",)),
    ("Under Law No. 58 of 3 May 2021 a fee is due.", "3 May 2021", ("law",)),
    ("Resolution 2231 of 20 July 2015 was cited.", "20 July 2015", ("resolution",)),
]
# These tell when something is done.
TOLD = [
    "They will pay before the summer.",
    "They will pay in the summer season.",
    "They will pay by Friday's deadline.",
    "They met last year.",
    "At Monday's meeting they agreed a truce.",
    "Monday's attack killed five.",
    "At the summit of 3 May they agreed a truce.",
    "The attack of 3 May killed five.",
    "They will pay by the end of May.",
    "The price of March 2024 was higher.",
    "The accord was signed on 3 May.",
    "They signed the accord in the middle of May.",
]
ALIKE = [
    ("They answer the concerns of last year's report.", "The rules passed in February are new."),
    ("The 2027 budget was presented.", "The budget was laid before the house on Monday."),
    ("The 2027 budget was presented.", "They presented the budget on Monday."),
    ("The panel set up after the 2014 accord will meet.", "The panel will meet from October."),
    ("Under the 2019 treaty the border is open.", "The treaty was signed in May."),
    ("Monday's attack was condemned.", "The attack was condemned on Wednesday."),
    ("The bridge was shut after last week's flood.", "The bridge was shut on Monday."),
    ("A law will come before the summer recess.", "A law will come once they rest in July."),
    ("They will sign before the summer recess.", "They will sign in July."),
    ("They will sign before the summer.", "They will sign by July."),
    ("The 2027 school budget rose.", "The 2028 army budget rose."),
    (
        "Supplies under the contract of 14 June 2019 will stop on 9 May.",
        "The ministry says it will halt the supplies as of 9 May.",
    ),
    ("Under Law No. 58 of 3 May 2021 the fee is due.", "The fee is due on 5 June."),
    ("In her letter dated 3 April she asked for help.", "She asked for help on 6 April."),
    ("The decision of 14 June 2019 was overturned.", "The decision was overturned on 2 March."),
    ("The accord of 2015 remains in force.", "The accord remains in force since 2018."),
]
DIFFER = [
    ("The 2027 budget was presented.", "The 2028 budget was presented.", ("2027", "2028")),
    ("Monday's meeting was short.", "The meeting on Tuesday was short.", ("Monday", "Tuesday")),
    ("Monday's meeting was short.", "They met on Tuesday.", ("Monday", "Tuesday")),
    ("Monday's talks were short.", "Tuesday's meeting was short.", ("Monday", "Tuesday")),
    ("At Monday's meeting they agreed a truce.", "They agreed a truce on Wednesday.",
     ("Monday", "Wednesday")),
    ("Monday's attack killed five.", "Five people were killed on Tuesday.", ("Monday", "Tuesday")),
    ("The 2015 accord will be revised.", "The accord of 2014 will be revised.", ("2015", "2014")),
    ("The 2027 vote will be free.", "The vote will be held in 2028.", ("2027", "2028")),
    ("Tuesday's visit was short.", "The visit was on Friday.", ("Tuesday", "Friday")),
    ("They cite the treaty of 3 May 2020.", "They cite the treaty of 9 June 2021.",
     ("3 May 2020", "9 June 2021")),
    ("The treaty of 3 May 2020 was cited.", "The treaty was signed on 9 June 2020.",
     ("3 May 2020", "9 June 2020")),
    ("The meeting of 3 April was short.", "They met on 20 April.", ("3 April", "20 April")),
    ("The attack of 3 April killed five.", "Five people were killed on 20 April.",
     ("3 April", "20 April")),
    ("The border opens on 9 May and trade resumes on 9 May.",
     "The border opens on 9 May and trade resumes on 14 May.", ("9 May", "14 May")),
    ("They return after the summer break.", "They return after the winter break.",
     ("after the summer break", "after the winter break")),
    ("They will sign before the summer.", "They will sign in October.",
     ("before the summer", "October")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "quoted", "names"), NAMED)
def test_a_date_names_a_thing(sentence: str, quoted: str, names: tuple[str, ...]) -> None:
    assert words(sentence, "date") == [quoted]
    (found,) = facts(sentence, "date")
    assert found.names == names
    assert found.value[:2] not in ("<=", ">=")  # no word before it bounds it


@pytest.mark.parametrize("sentence", TOLD)
def test_a_date_tells_when(sentence: str) -> None:
    assert [fact.names for fact in facts(sentence, "date")] == [()]


def conflicts(a: str, b: str) -> list[tuple[str, str]]:
    context = context_of(a, b)
    return said(context, [item for item in compare_dates(context) if item.conflict])


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_dates_of_two_things_are_no_conflict(a: str, b: str) -> None:
    assert conflicts(a, b) == []
    assert conflicts(b, a) == []


@pytest.mark.parametrize(("a", "b", "quoted"), DIFFER)
def test_dates_of_one_thing_conflict(a: str, b: str, quoted: tuple[str, str]) -> None:
    assert conflicts(a, b) == [quoted]
    assert conflicts(b, a) == [quoted[::-1]]


def test_dates_of_two_things_are_not_guessed_to_differ() -> None:
    context = context_of(*ALIKE[1])
    assert guess(context, ["date"], (None, None), {"date": 0.9}) is None
    context = context_of("The bridge was shut at once.", "The bridge was shut on Monday.")
    assert guess(context, ["date"], (None, None), {"date": 0.9}) is not None


def test_not_before_a_named_day_leaves_room_for_what_comes_later() -> None:
    late, early = "They will leave on Tuesday.", "They will leave on Monday."
    assert compare_negations(context_of(late, "They will not leave before Monday's vote.")) == []
    assert compare_negations(context_of(early, "They will not leave before Tuesday's vote.")) != []


@pytest.mark.parametrize(
    ("a", "b", "weight"),
    [
        ("The march ended on Friday.", "The march was broken off for an hour on Tuesday.", 0.35),
        ("The envoy landed on Monday.", "The envoy arrived on Thursday.", 1.0),
        ("The law was passed on Monday.", "The law was passed on Thursday.", 1.0),
        ("The trial takes place on Monday.", "The trial will be held on Thursday.", 1.0),
    ],
)
def test_dates_of_two_verbs_weigh_less(a: str, b: str, weight: float) -> None:
    found = [item for item in compare_dates(context_of(a, b)) if item.conflict]
    assert [item.weight for item in found] == [weight]
