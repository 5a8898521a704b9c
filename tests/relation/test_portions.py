"""Shares in figures against shares in words, wholes against their parts, and `one`."""

from __future__ import annotations

import pytest

from compare.relation.comparers.extents import compare_scopes
from compare.relation.comparers.portions import told_in_words
from compare.relation.comparers.quantities import compare_durations, compare_numbers
from compare.relation.comparers.wording import compare_wording
from tests.relation.links_help import context_of, said

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


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("The notice period stays at 30 days.", "The notice period drops to 20.", ["30 days", "20"]),
        ("Lessons remain at 40 minutes.", "Minutes per lesson rise to 50.", ["40 minutes", "50"]),
        ("The rent cap stands at 12 percent.", "The rent cap was raised to 18.", ["12 percent", "18"]),
        ("The fine is kept at 90 dollars.", "They lifted the fine to 150.", ["90 dollars", "150"]),
        ("The lease was cut to 6.", "The lease remains at 12 months.", ["6", "12 months"]),
        ("The notice period stays at 30 days.", "The notice period stays at 30.", None),
        # Of what is counted, of two things, and of what has no level.
        ("The rent cap stands at 12 percent.", "The number of barns fell to 18.", None),
        ("The rent cap stands at 12 percent.", "Visits fell to 18.", None),
        ("The rent cap stands at 12 percent.", "The cap was the work of 18 clerks.", None),
        ("The talks lasted 3 hours.", "The fine was raised to 18.", None),
    ],
)  # fmt: skip
def test_a_bare_figure_has_the_unit_of_the_other_side(
    a: str, b: str, found: list[str] | None
) -> None:
    for one, other in ((a, b), (b, a)):
        context = context_of(one, other)
        items = [x for x in compare_numbers(context) + compare_durations(context) if x.conflict]
        words = [sorted(both) for both in said(context, items)]
        assert words == ([] if found is None else [sorted(found)])


def test_what_a_bare_figure_has_fallen_from_has_the_unit_too() -> None:
    context = context_of(
        "The week falls from 40 to 35.", "The week falls from 40 hours to 35 hours."
    )
    assert compare_numbers(context) + compare_durations(context) == []


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("The rebels let 35 persons go.", "The camp gave up 50 hostages.", True),
        ("Fire made 800 islanders homeless.", "Some 300 people slept in tents.", True),
        ("The mine sent home 70 persons.", "At the pit 90 labourers were told to leave.", True),
        ("The rebels let 35 persons go.", "In all 50 hostages were given up.", False),
        ("The rebels let 35 persons go.", "The camp gave up 50 more hostages.", False),
        ("The rebels let 35 persons go.", "The camp gave up 50 hostages, 9 of them ill.", False),
        ("We let 35 persons go.", "We gave up 50 hostages.", False),
        ("The rebels let 35 persons go.", "They took 50 of their hostages along.", False),
        ("The town hired 70 employees.", "The ferry brought 90 tourists.", False),
        ("The rebels let 35 persons go.", "Nurses saw to 50 women.", False),
    ],
)
def test_people_are_the_same_by_whatever_noun(a: str, b: str, same: bool) -> None:
    for one, other in ((a, b), (b, a)):
        found = [item for item in compare_numbers(context_of(one, other)) if item.conflict]
        assert any("a number of people: " in item.note for item in found) == same
        assert not same or max(item.weight for item in found) >= 1


@pytest.mark.parametrize(
    ("a", "b", "note"),
    [
        ("Grain for 8 million euros was sold.", "They sold grain for 5 million euros.",
         "Both give the amount for “Grain”"),
        ("They agreed on a lease of 6 years.", "A lease of 9 years was agreed.",
         "Both give the length of time of “lease”"),
        ("Our crew were given 4 days of rest.", "The crew were given 7 days of rest.", "“rest”"),
    ],
)  # fmt: skip
def test_a_note_names_the_thing_that_has_the_figure(a: str, b: str, note: str) -> None:
    context = context_of(a, b)
    (found,) = [x for x in compare_numbers(context) + compare_durations(context) if x.conflict]
    assert note in found.note


@pytest.mark.parametrize(
    ("a", "told"),
    [
        ("Both sides signed the pact in the old customs house.", False),
        ("The Coast Guard signed the pact in the old customs house.", False),
        ("Fishermen signed the pact in the old customs house.", True),
    ],
)
def test_who_speaks_is_no_addition_beside_others(a: str, told: bool) -> None:
    context = context_of(a, "It was signed.", ("Coast Guard of Tarn", ""))
    notes = " ".join(item.note for item in compare_wording(context))
    assert "customs house" in notes
    assert any(word in notes for word in ("sides", "Guard", "Fishermen")) == told
