"""Denials that answer the other side's main clause in other words, and two that differ."""

from __future__ import annotations

import pytest

from compare.relation.classifier import CERTAIN_LINK, clear_conflict, is_clear_figure
from compare.relation.comparers import differences
from compare.relation.context import Difference
from tests.relation.links_help import context_of

AGAINST: list[tuple[str, str]] = [
    ("The envoy arrived in the capital.", "The ambassador has not come."),
    ("The labourers have not received their wages.", "The workers were paid."),
    ("The detainees were set free.", "The prisoners have not been released."),
    ("The remains of the crew were handed over.", "The bodies of the sailors were not returned."),
    ("The troops left the town.", "No soldier went home."),
]
TWO: list[tuple[str, str]] = [
    ("The ferries were not halted.", "No ferry sailed all week."),
    ("The road was never blocked.", "Nobody could use the road."),
    ("No lawyer was barred from the court.", "Not a single lawyer was let in."),
    ("There is no exception.", "Pensioners are exempt."),
]
ALIKE: list[tuple[str, str]] = [
    ("The envoy arrived in the capital.", "The ambassador has come."),
    ("The detainees were set free.", "The prisoners are no longer held."),
    ("The workers kept their jobs.", "No labourer was dismissed."),
    ("The pumps will go on running.", "The pumps will not stop."),
    ("All sailors are unhurt.", "None of the crew was scratched."),
    ("The road was never blocked.", "Nobody was stopped on the road."),
    ("The shop did not close.", "Nobody entered the shop."),
    ("No lawyer was barred from the court.", "Not a single lawyer was turned away."),
    ("The raids were not stopped.", "No raid could take place."),
    ("There is no exception.", "No pensioner is exempt."),
    ("The matter is complicated.", "The question is not easy."),
    ("The matter is complicated.", "This is no easy question."),
    ("Most sailors have landed.", "Not all of the crew came ashore."),
    ("The day of the vote will be announced.", "No date has been fixed."),
    ("The rally is not over.", "The protest goes on."),
    ("The rents did not go up.", "The rents held steady."),
    ("The tourists did not arrive late.", "The visitors came on time."),
    ("We are free to print the letters.", "No conditions were set."),
]


def denials(a: str, b: str) -> list[Difference]:
    return [item for item in differences(context_of(a, b)) if item.denies]


@pytest.mark.parametrize(("a", "b"), AGAINST)
def test_a_denial_of_the_main_clause_forbids_an_agreement(a: str, b: str) -> None:
    for found in (denials(a, b), denials(b, a)):
        assert [(item.kind, item.conflict, item.opposite) for item in found] == [
            ("negation", True, False)
        ]
        assert found[0].a
        assert found[0].b
        assert clear_conflict(found[0], CERTAIN_LINK)
        assert not clear_conflict(found[0], CERTAIN_LINK - 0.01)


@pytest.mark.parametrize(("a", "b"), TWO)
def test_main_clauses_can_mean_the_opposite_whatever_they_deny(a: str, b: str) -> None:
    for found in (denials(a, b), denials(b, a)):
        assert [item.opposite for item in found] == [True]
        assert clear_conflict(found[0], 0.6)


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_what_may_say_the_same_is_no_denial(a: str, b: str) -> None:
    assert denials(a, b) == []
    assert denials(b, a) == []


def test_one_act_that_is_told_and_denied_is_a_divergence() -> None:
    (found,) = denials("The troops have gone home.", "The soldiers have not left.")
    assert is_clear_figure(found)
    assert found.alone
    (found,) = denials("The captives were fed.", "The captives have not been released.")
    assert not found.alone
    (found,) = denials("The king spoke to the press.", "The monarch did not speak of the war.")
    assert not found.alone
