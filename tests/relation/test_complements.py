"""Shares of opposite things: how much of the one leaves room for how much of the other."""

from __future__ import annotations

import pytest

from compare.relation.comparers.quantities import compare_numbers
from tests.relation.links_help import context_of

SHARES = [
    ("Nine out of ten trains were cancelled.", "More than half of the trains ran.", False),
    ("Nine out of ten trains were cancelled.", "Less than a fifth of the trains ran.", True),
    ("Nine out of ten trains did not run.", "More than half of the trains ran.", False),
    ("Nine out of ten trains did not run.", "A tenth of the trains ran.", True),
    ("Two thirds of members were absent.", "Half of the members were present.", False),
    ("Two thirds of members were absent.", "A third of the members were present.", True),
    ("Two thirds of members were absent.", "Two thirds of the members were present.", False),
    ("A third of the bills were paid.", "Half of the bills were unpaid.", False),
    ("A third of the bills are paid.", "Two thirds of the bills are unpaid.", True),
    ("Sixty per cent of members supported it.", "Thirty per cent of members opposed it.", True),
    ("Sixty per cent of members supported it.", "Half of the members opposed it.", False),
    ("Sixty per cent of members supported it.", "Forty per cent of members supported it.", False),
    ("Half of the schools were open.", "Half of the schools were closed.", True),
    ("Half of the members voted.", "Half of the members abstained.", True),
]


@pytest.mark.parametrize(("a", "b", "fits"), SHARES)
def test_shares_of_opposites(a: str, b: str, fits: bool) -> None:
    for pair in ((a, b), (b, a)):
        found = compare_numbers(context_of(*pair))
        assert (not any(item.conflict for item in found)) == fits
