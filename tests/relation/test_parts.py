"""A part with its whole, amounts by the period, shares that make a hundred, figures elsewhere."""

from __future__ import annotations

import pytest

from compare.relation.comparers import differences
from compare.relation.comparers.quantities import (
    answered,
    compare_dates,
    compare_durations,
    compare_numbers,
)
from compare.relation.context import LinkContext
from tests.relation.links_help import context_of, said


def conflicts(context: LinkContext) -> list[tuple[str, str]]:
    """Return the words of the figures that differ."""
    found = compare_numbers(context) + compare_durations(context) + compare_dates(context)
    return said(context, [item for item in found if item.conflict])


PARTS: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("Two barns were hit.", "Of the nine sheds, a couple were hit.", []),
    ("Two sailors were hurt.", "A pair of the eight sailors were hurt.", []),
    ("Two of them had light injuries.", "Of the eight sailors aboard, a pair were hurt.", []),
    ("Twelve barns were hit.", "Out of forty barns, a dozen were hit.", []),
    ("A couple of barns burned.", "Two barns burned.", []),
    ("At least two barns burned.", "A couple of barns burned.", []),
    ("Two barns and one mill were hit.", "Of the nine barns, two were hit.", []),
    ("Two barns were hit.", "Of the nine barns, most were hit.", []),
    ("Two sailors were hurt.", "Five of the eight sailors were hurt.", [("Two", "Five")]),
    ("Eight sailors were hurt.", "Two of the eight sailors were hurt.", [("Eight", "Two")]),
    ("Three barns were hit.", "Of the nine barns, a couple were hit.", [("Three", "a couple")]),
    ("Four barns burned.", "Of the 40 barns, seven burned.", [("Four", "seven")]),
    ("A couple of barns burned.", "Three barns burned.", [("A couple", "Three")]),
    ("Two of the nine barns burned.", "Two of the eight barns burned.", [("nine", "eight")]),
    ("Two ships sank.", "A force of 40 ships sank.", [("Two", "40")]),
]


@pytest.mark.parametrize(("a", "b", "differ"), PARTS)
def test_a_part_answers_to_a_part(a: str, b: str, differ: list[tuple[str, str]]) -> None:
    assert conflicts(context_of(a, b)) == differ
    assert conflicts(context_of(b, a)) == [pair[::-1] for pair in differ]


RATES = [
    ("Fees rise by 6.5 per cent over two years.", "Fees rise by 3.25 per cent a year.", True),
    ("Fees rise by 6.5 per cent over two years.", "Fees rise by 5 per cent a year.", False),
    ("Fees rose by 20 per cent over four years.", "Fees rose by 4.7 per cent annually.", True),
    ("Fees rose by one per cent a month.", "Fees rose by twelve per cent a year.", True),
    ("Fees were 5 per cent.", "Fees were 6 per cent a year ago.", False),
    ("The fund grows by 600 million crowns over three years.",
     "The fund gets 200 million more in each of the next three years.", True),
    ("The fund grows by 600 million crowns over three years.",
     "The fund gets 300 million more in each of the next three years.", False),
    ("The fund grows by 600 million crowns over three years.",
     "The fund gets 600 million crowns in each of the next three years.", False),
    ("The mill takes 90 tonnes a month.", "The mill takes three tonnes a day.", True),
    ("The mill takes 90 tonnes a month.", "The mill takes nine tonnes a day.", False),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "same"), RATES)
def test_a_rate_makes_up_what_is_given_in_all(a: str, b: str, same: bool) -> None:
    for context in (context_of(a, b), context_of(b, a)):
        assert (conflicts(context) == []) == same


def test_amounts_of_two_periods_are_answered_with_their_periods() -> None:
    a, b = "The mill takes 90 tonnes a month.", "The mill takes three tonnes a day."
    told = answered(context_of(a, b), "number")
    for text, period, spans in zip((a, b), ("a month", "a day"), told, strict=True):
        assert any(period in text[span.start : span.end] for span in spans)


def test_a_number_of_people_is_no_sum_of_money() -> None:
    context = context_of("The fund has 600 million crowns.", "The fund helps 200 million people.")
    assert conflicts(context) == []
    assert len(compare_numbers(context)) == 2


SHARES = [
    ("Turnout was 62 per cent.", "Thirty-eight per cent stayed away.", True),
    ("Turnout was 62.3 per cent.", "Thirty-eight per cent stayed away.", True),
    ("Turnout was 60 per cent.", "Two in five voters stayed at home.", True),
    ("Turnout was 62 per cent.", "Some 38 per cent boycotted the vote.", True),
    ("Of the fees 70 per cent are paid.", "Of the fees 30 per cent are unpaid.", True),
    ("70 per cent of homes have power.", "30 per cent of homes are without power.", True),
    ("Turnout was 60 per cent.", "Thirty-eight per cent stayed away.", False),
    ("Turnout was 62 per cent.", "Turnout was 38 per cent.", False),
    ("Of the fees 70 per cent are unpaid.", "Of the fees 30 per cent are unpaid.", False),
    ("About 60 per cent voted for it.", "Some 40 per cent voted for it.", False),
]


@pytest.mark.parametrize(("a", "b", "same"), SHARES)
def test_those_who_did_leave_those_who_did_not(a: str, b: str, same: bool) -> None:
    for context in (context_of(a, b), context_of(b, a)):
        assert (conflicts(context) == []) == same


ELSEWHERE = [
    ("Some 1,200 million euros come.", "The loan came. It is for 1.2 billion euros.", True),
    ("They sent 1,500 tents.", "They came. One and a half thousand shelters stand.", True),
    ("They met on 8 March.", "They came. They stayed on 8 and 9 March.", True),
    ("They met on 8 and 9 March.", "They came. Men came on 8 March. They left on 9 March.", True),
    ("They met on 8 March.", "They came. They stayed in March.", False),
    ("They met on 1 January 2026.", "They came. It runs in the first half of 2026.", False),
    ("Two trucks came.", "They came. Two men left.", False),
    ("The pact cost 30 per cent.", "They came. A share of 30 per cent was sold.", False),
    ("Some 1,200 million euros come.", "The loan came. It is for 1.3 billion euros.", False),
]


@pytest.mark.parametrize(("a", "b", "elsewhere"), ELSEWHERE)
def test_what_a_neighbour_says_in_another_form_is_no_addition(
    a: str, b: str, elsewhere: bool
) -> None:
    notes = [item.note for item in differences(context_of(a, b)) if item.a and not item.b]
    assert any("does so elsewhere" in note for note in notes) == elsewhere


DAYS = [
    ("The talks took two days.", "They came. They stayed on 8 and 9 March.",
     "A gives the length of time: “two days”; B gives the days elsewhere: “8 and 9 March”."),
    ("They met on 8 and 9 March.", "They came. They talked for two days.",
     "A gives the days: “8 and 9 March”; B gives the length of time elsewhere: “two days”."),
    ("The talks took two days.", "They came. They stayed on 8 and 15 March.",
     "Only A gives this length of time: “two days”."),
    ("The talks took eight days.", "They came. They stayed on 8 and 15 March.",
     "Only A gives this length of time: “eight days”."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "note"), DAYS)
def test_days_elsewhere_make_a_length_of_time(a: str, b: str, note: str) -> None:
    assert note in [item.note for item in differences(context_of(a, b))]


@pytest.mark.parametrize(
    ("day", "same"), [("8 and 9 March", True), ("9 and 10 March", True), ("8 and 15 March", False)]
)
def test_two_days_running_are_two_days(day: str, same: bool) -> None:
    for date in ("2026-05-01", ""):
        context = context_of(f"They met on {day}.", "They met for two days.", date=date)
        assert (compare_dates(context) + compare_durations(context) == []) == same
