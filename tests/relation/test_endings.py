"""Denials of going on, and the ends that they are: "no longer in force", "was lifted"."""

from __future__ import annotations

import pytest

from compare.relation.comparers.denials import compare_negations, same_by_end
from tests.relation.links_help import context_of

ALIKE = [
    ("The restrictions were lifted last week.", "The restrictions are no longer in force."),
    ("The law expired in May.", "The law no longer applies."),
    ("Parliament has repealed the law.", "The law is no longer valid."),
    ("The emergency ended on Monday.", "The emergency is not in force any more."),
    ("The tariffs were abolished in May.", "The tariffs are not in place any longer."),
    ("The curfew is over.", "The curfew no longer exists."),
    ("Norland ended its exports of gas.", "Norland no longer exports gas."),
    ("Norland stopped exporting gas.", "Norland no longer exports gas."),
    ("The tariffs will be lifted in May.", "The tariffs will no longer apply."),
]
DIFFER = [
    ("The tariffs will be lifted in May.", "The tariffs no longer apply."),
    ("The tariffs may be lifted.", "The tariffs no longer apply."),
    ("The union called for the tariffs to be lifted.", "The tariffs no longer apply."),
    ("The tariffs were partly lifted.", "The tariffs no longer apply."),
    ("The tariffs apply.", "The tariffs no longer apply."),
    ("The tariffs remain in force.", "The tariffs are no longer in force."),
    ("The ban was lifted in May.", "The tariffs are no longer in force."),
    ("The talks ended on Monday.", "The talks no longer concern the border."),
    ("The restrictions were lifted.", "The restrictions were not lifted."),
]


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_no_longer_is_an_end(a: str, b: str) -> None:
    for context in (context_of(a, b), context_of(b, a)):
        assert compare_negations(context) == []
        assert same_by_end(context)


@pytest.mark.parametrize(("a", "b"), DIFFER)
def test_no_longer_is_not_every_end(a: str, b: str) -> None:
    for context in (context_of(a, b), context_of(b, a)):
        assert compare_negations(context) != []
        assert not same_by_end(context)
