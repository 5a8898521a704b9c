"""Numbers that are no totals of the same: those besides others, of wholes, of conditions."""

from __future__ import annotations

import pytest

from compare import compare, make_statement
from compare.relation.classifier import SHORT_LENGTHS_CONFIDENCE
from compare.relation.comparers.others import is_of_others
from compare.relation.comparers.quantities import compare_durations, compare_numbers, of_hours
from tests.relation.links_help import context_of, said

OTHERS = [
    ("Norland and four other states signed.", True),
    ("Norland, Tarn and three others signed.", True),
    ("They met Anna Kos and two more officials.", True),
    ("They met two more officials.", False),
    ("Leaders of another five states came.", True),
    ("Three further ships were hit.", True),
    ("The guard was increased by sixty men.", True),
    ("The guard was relieved by sixty men.", False),
    ("Four more ships than last year were hit.", True),
    ("Another hundred ships were hit.", True),
    ("No more than four ships were hit.", False),
    ("More than four ships were hit.", False),
    ("Four ships were hit, and other ships fled.", False),
    ("Four ships of the other side were hit.", False),
]
ALIKE = [
    ("The vote was watched by guests from six states.",
     "Guests from Bray, Ostmark and four other states watched the vote."),
    ("Five states signed the pact.", "Norland, Tarn and three others signed the pact."),
    ("Three officials attended.", "Anna Kos and two more officials attended."),
    ("Three ships were hit.", "Two further ships were hit."),
    ("Nine states signed.", "Norland, its allies and four other states signed."),
    ("Four states signed.", "Norland and four other states signed."),
    ("Six states signed.", "Together with us, four other states signed."),
    ("Another 40 people were hurt.", "Forty people were hurt."),
    ("Two officers suffered minor injuries.", "One of the thirteen crew was struck and is ill."),
    ("Three captives were freed.", "Some of the nine captives were freed."),
    ("All twelve passengers are well.", "One of the thirteen crew is in hospital."),
]  # fmt: skip
DIFFER = [
    ("The vote was watched by guests from nine states.",
     "Guests from Bray, Ostmark and four other states watched the vote.",
     ("nine", "Bray, Ostmark and four other states")),
    ("Four officials attended.", "Anna Kos and two more officials attended.",
     ("Four", "Anna Kos and two more officials")),
    ("Four other ships were hit.", "Three other ships were hit.", ("Four", "Three")),
    ("No more than four ships were hit.", "Six ships were hit.", ("No more than four", "Six")),
    ("All twelve members of the crew are well.", "One of the thirteen crew is in hospital.",
     ("twelve", "thirteen")),
    ("None of the 300 lorries came.", "All 400 lorries came.", ("300", "400")),
    ("Sixty further nurses will come to the clinic.",
     "The staff of the clinic will be increased by thirty nurses.", ("Sixty", "thirty")),
    ("There will be five deputies.", "One of the two deputies is to be ours.", ("five", "two")),
    ("Nine members of the council voted.", "Eight council members voted.", ("Nine", "Eight")),
]  # fmt: skip
LENGTHS = [
    ("The lease may be ended once arrears exceed sixty days.",
     "The lease may be ended only with ninety days' written notice.", True),
    ("If they pay within 30 days they get a rebate.",
     "If they pay within 60 days they get a rebate.", False),
    ("The pause will hold for ten days.", "The pause will hold for six days.", False),
    ("If the fire lasts ten days, the park will be shut.", "The park was built in six years.",
     True),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "of_others"), OTHERS)
def test_a_number_of_others(sentence: str, of_others: bool) -> None:
    context = context_of(sentence, sentence)
    first = context.of_kind("a", "number")[0]
    assert is_of_others(context, "a", first) == of_others


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_numbers_that_are_no_conflict(a: str, b: str) -> None:
    for pair in ((a, b), (b, a)):
        assert not any(item.conflict for item in compare_numbers(context_of(*pair)))


@pytest.mark.parametrize(("a", "b", "words"), DIFFER)
def test_numbers_that_differ(a: str, b: str, words: tuple[str, str]) -> None:
    context = context_of(a, b)
    assert said(context, [x for x in compare_numbers(context) if x.conflict]) == [words]


@pytest.mark.parametrize(("a", "b", "alike"), LENGTHS)
def test_what_a_condition_sets_is_no_other_length(a: str, b: str, alike: bool) -> None:
    for pair in ((a, b), (b, a)):
        found = compare_durations(context_of(*pair))
        assert (not any(item.conflict for item in found)) == alike


SHORT = [
    ("We spoke for over an hour.", "The conversation lasted forty minutes.", True),
    ("The fire was out in two hours.", "It took ten hours to put the fire out.", True),
    ("The pause will hold for ten days.", "The pause will hold for six days.", False),
    ("The talks lasted two hours.", "The talks lasted two days.", False),
]


@pytest.mark.parametrize(("a", "b", "short"), SHORT)
def test_two_lengths_of_hours(a: str, b: str, short: bool) -> None:
    context = context_of(a, b)
    (found,) = (item for item in compare_durations(context) if item.conflict)
    assert of_hours(context, found) == short


def test_lengths_of_talks_are_surer_than_other_figures() -> None:
    a, b = (
        make_statement(text, date="2026-03-04")
        for text in ("We spoke for over an hour.", "The conversation lasted forty minutes.")
    )
    (link,) = compare(a, b).links
    assert link.relation == "divergence"
    assert link.confidence >= SHORT_LENGTHS_CONFIDENCE
