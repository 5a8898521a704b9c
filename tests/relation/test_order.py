"""Which of two acts comes first, who was first, and what is done against what is to come."""

from __future__ import annotations

import pytest

from compare.relation.comparers import differences
from compare.relation.comparers.firsts import compare_firsts
from compare.relation.comparers.fulfilled import compare_fulfilled
from compare.relation.comparers.opposites import compare_opposites
from compare.relation.comparers.order import compare_orders, same_order
from tests.relation.links_help import context_of


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The mine will close before the pit floods.", "The pit floods before the mine closes."),
        (
            "The prisoners will be freed once the road is opened.",
            "The road will be opened once the prisoners are freed.",
        ),
        (
            "The inspectors will not come until the guards leave.",
            "The guards will not leave until the inspectors come.",
        ),
        (
            "The withdrawal must come before the election.",
            "The election must come before the withdrawal.",
        ),
        ("The census will precede the vote.", "The vote will precede the census."),
        (
            "The hearing will be followed by a strike.",
            "The strike will be followed by a hearing.",
        ),
        (
            "The fines are waived first, and only then are the ships freed.",
            "The ships are freed first, and only then are the fines waived.",
        ),
        (
            "First the rents rise, then the wages fall.",
            "First the wages fall, then the rents rise.",
        ),
        (
            "The loan is approved ahead of the reform of the banks.",
            "The banks reform prior to the loan.",
        ),
    ],
)
def test_two_acts_in_opposite_orders(a: str, b: str) -> None:
    (found,) = compare_orders(context_of(a, b))
    assert (found.kind, found.conflict) == ("date", True)
    assert found.note.startswith("The order differs: A says")
    assert not same_order(context_of(a, b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The mine will close before the pit floods.", "The pit floods after the mine closes."),
        ("The envoy left after the talks failed.", "The talks failed before the envoy left."),
        ("The army left the town before the mob took it.", "The mob took it after the army left."),
        ("The census will precede the vote.", "The vote will follow the census."),
        ("First the rents rise, then the wages fall.", "The wages fall after the rents rise."),
    ],
)
def test_one_order_told_from_either_end(a: str, b: str) -> None:
    context = context_of(a, b)
    assert same_order(context)
    assert not compare_orders(context)
    assert not [item for item in compare_opposites(context) if item.conflict]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The envoy spoke after the talks.", "Before the vote the envoy was silent."),
        ("The mine will close before the pit floods.", "The mine will close before the vote."),
        ("The minister spoke after Monday.", "On Monday, after the minister spoke, it rained."),
        ("He left before dawn.", "They left before the others came."),
    ],
)
def test_other_acts_have_no_order_in_common(a: str, b: str) -> None:
    assert not compare_orders(context_of(a, b))
    assert not same_order(context_of(a, b))


def test_before_and_after_of_the_same_clause_stay_opposites() -> None:
    context = context_of(
        "The hearing came before the strike.", "The hearing came after the strike."
    )
    assert not compare_orders(context)
    assert [item.kind for item in compare_opposites(context)] == ["negation"]


@pytest.mark.parametrize(
    ("a", "b", "sure"),
    [
        (
            "The guards fired on the miners first.",
            "The miners were the first to shoot at the guards.",
            True,
        ),
        (
            "The Norlanders struck the Tarnians first.",
            "The Tarnians attacked the Norlanders first.",
            True,
        ),
        ("The frigate opened fire first.", "The smugglers fired the first shots.", False),
    ],
)
def test_two_are_said_to_have_been_first(a: str, b: str, sure: bool) -> None:
    (found,) = compare_firsts(context_of(a, b))
    assert (found.kind, found.conflict, found.alone > 0) == ("actor", True, sure)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The guards fired first.", "The guards were the first to shoot."),
        ("The miners were attacked first by the guards.", "The guards attacked the miners first."),
        ("The soldiers bombed the fort first.", "The fort was the first to be bombed."),
        ("The guards fired first.", "The miners were not the first to shoot."),
        ("The doctors arrived first.", "The firemen were the first to shoot."),
        ("The guards fired first.", "The miners were shot at, and fired back."),
    ],
)
def test_one_alone_was_first(a: str, b: str) -> None:
    assert not compare_firsts(context_of(a, b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The hostages have been freed.", "The hostages will be freed once a ransom is paid."),
        ("The firm sold its mine.", "Once the court agrees, the firm will sell its mine."),
        ("The bishop will retire only if a heir is named.", "The bishop has retired."),
    ],
)
def test_what_is_done_is_not_to_come(a: str, b: str) -> None:
    (found,) = compare_fulfilled(context_of(a, b))
    assert (found.kind, found.conflict) == ("commitment", True)
    assert "tells as done what" in found.note


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The hostages were freed.", "The hostages were freed after a ransom had been paid."),
        ("The firm sold its mine.", "Once the court agrees, the firm will sell its quarry."),
        ("Ten hostages were freed.", "The other hostages will be freed once a ransom is paid."),
        ("The hostages have been freed.", "The hostages will be freed."),
        ("The hostages have not been freed.", "The hostages will be freed once a ransom is paid."),
        ("The bank raised rates.", "The bank will raise rates if prices rise."),
        ("The bishop has left.", "Once the bishop has left, the choir will sing."),
    ],
)
def test_what_is_done_can_have_followed_or_be_of_others(a: str, b: str) -> None:
    assert not compare_fulfilled(context_of(a, b))


def test_an_order_is_told_with_all_else() -> None:
    found = differences(
        context_of("The rents rise before the wages fall.", "The wages fall before the rents rise.")
    )
    assert [item.kind for item in found if item.conflict][:1] == ["date"]
