"""Shares in figures against shares in words, wholes against their parts, and `one`."""

from __future__ import annotations

import pytest

from compare.relation.comparers.extents import compare_scopes
from compare.relation.comparers.portions import told_in_words
from compare.relation.comparers.quantities import compare_numbers
from tests.relation.links_help import context_of

SHARES = [
    ("Eleven of the twelve pumps run.", "Nearly all the pumps run.", True),
    ("Of the nine sailors, eight swam ashore.", "The great majority of the sailors swam ashore.", True),
    ("They checked 96 per cent of the barns.", "They checked almost all of the barns.", True),
    ("Six of the nine barns burned.", "Most of the barns burned.", True),
    ("The flood ruined 30 barns, 24 of them in the valley.",
     "The flood ruined 30 barns, mainly in the valley.", True),
    ("Ships were stopped nine times, eight times by pirates.",
     "Ships were stopped again and again, mostly by pirates.", True),
    ("They hold 46 per cent of the shares.", "They hold half of the shares.", True),
    ("They hold 42 per cent of the shares.", "They hold just under half of the shares.", True),
    ("They hold 38 per cent of the shares.", "They hold half of the shares.", False),
    ("They hold 53 per cent of the shares.", "They hold just under half of the shares.", False),
    ("Six of the nine barns burned.", "All the barns burned.", False),
    ("Four of the nine barns burned.", "Most of the barns burned.", False),
    ("They checked 40 per cent of the barns.", "They checked almost all of the barns.", False),
    ("The flood ruined 30 barns, six of them in the valley.",
     "The flood ruined 30 barns, mainly in the valley.", False),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "fits"), SHARES)
def test_a_share_in_figures_against_one_in_words(a: str, b: str, fits: bool) -> None:
    for pair in ((a, b), (b, a)):
        context = context_of(*pair)
        found = compare_scopes(context) + compare_numbers(context)
        assert (not any(item.conflict for item in found)) == fits
        assert told_in_words(context) == fits


SUMS = [
    ("The storm killed seven people and injured 18.",
     "Twenty-five people were killed or injured by the storm, seven of them at sea.", True),
    ("The storm killed 30 people and injured 168.", "Nearly 200 people were killed or injured.", True),
    ("They freed 90 sailors, among them ten officers.", "They freed 80 boys and ten officers.", True),
    ("The storm broke 23 masts, nine of them beyond repair.",
     "Fourteen masts can be repaired, and nine must be replaced.", True),
    ("They counted 60 raids, 41 of them on the coast.",
     "There were 60 raids, 19 of them in the hills.", True),
    ("They counted 60 raids, 41 of them on the coast.",
     "There were 60 raids, 19 of them on the coast.", False),
    ("They counted 60 raids, 41 of them on the coast.",
     "There were 60 raids, 29 of them in the hills.", False),
    ("The storm killed seven people and injured 18.",
     "Thirty people were killed or injured by the storm.", False),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "fits"), SUMS)
def test_a_whole_is_told_in_parts(a: str, b: str, fits: bool) -> None:
    for pair in ((a, b), (b, a)):
        found = compare_numbers(context_of(*pair))
        assert (not any(item.conflict for item in found)) == fits


ONES = [
    ("They set up a bank with 12 offices.", "They set up one bank.", 0, False),
    ("They set up one school under a council of nine elders.", "They set up a school.", 0, False),
    ("They set up two banks.", "They set up one bank.", 1, True),
    ("They lost one boat.", "They lost boats.", 0, True),
]


@pytest.mark.parametrize(("a", "b", "conflicts", "told"), ONES)
def test_one_may_be_an_article(a: str, b: str, conflicts: int, told: bool) -> None:
    context = context_of(a, b)
    found = compare_numbers(context)
    assert sum(item.conflict for item in found) == conflicts
    ones = [
        item
        for item in found
        if "one"
        in ((item.a and a[item.a.start : item.a.end]), (item.b and b[item.b.start : item.b.end]))
    ]
    assert [item.told for item in ones] == [told]


APART = [
    ("A third of the crew left.", "Half of their sales go to miners.", True),
    ("A third of the crew left.", "Half of the crew left.", False),
    ("We pay for half of the patrol.", "We pay no more than a fifth of the total.", False),
    ("Norway sent 40 nurses to the camp.", "Portugal sent nine vans to the camp.", True),
    ("Norway sent 40 nurses to the camp.", "Norway sent nine nurses to the camp.", False),
]


@pytest.mark.parametrize(("a", "b", "apart"), APART)
def test_figures_of_two_things_are_not_compared(a: str, b: str, apart: bool) -> None:
    found = compare_numbers(context_of(a, b))
    assert (not any(item.conflict for item in found)) == apart
