"""Which one of a row both sides say it is."""

from __future__ import annotations

import pytest

from compare.relation.comparers.ordinals import compare_ordinals
from tests.relation.links_help import context_of, said


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (
            "The third round of talks was held in Veld.",
            "It was the fourth round of the talks.",
            ("third round", "fourth round"),
        ),
        (
            "This was the twenty-fifth convoy since June.",
            "It was only the 24th such transport this summer.",
            ("twenty-fifth convoy", "24th such transport"),
        ),
        (
            "The envoys met for the fourth time.",
            "It was the third meeting of the envoys.",
            ("fourth time", "third meeting"),
        ),
        (
            "The judges visited the camp for the second time this year.",
            "This was the third time this year that they visited it.",
            ("second time", "third time"),
        ),
        ("The envoys met for the fourth time.", "It was their third meeting this year.", None),
        ("The envoys met for the fourth time.", "It was their fourth meeting.", None),
        ("We met for the first time since the flood.", "It was our fifth meeting.", None),
        ("The envoys did not meet for a fourth time.", "It was their third meeting.", None),
        ("The envoys will meet for the fourth time.", "It was their third meeting.", None),
        ("The envoys spoke for the fourth time.", "It was their third meeting.", None),
        ("The first time they met, it rained.", "Their third meeting was short.", None),
        ("The third round was held in Veld.", "It was the 3rd round of the talks.", None),
        ("The twenty-fifth convoy left.", "The 25th convoy left on Monday.", None),
        ("The first ship left before the second ship.", "The second ship left.", None),
        ("We met in the first half of May.", "We met in the second half of the month.", None),
        ("A third party will mediate.", "A second party is to be heard.", None),
        ("The first lorry came at noon.", "We talked over the third bottle.", None),
        ("Prices fell in the third quarter.", "Prices fell in the second quarter.", None),
    ],
)
def test_places_in_a_row(a: str, b: str, words: tuple[str, str] | None) -> None:
    context = context_of(a, b)
    found = compare_ordinals(context)
    assert said(context, found) == ([words] if words else [])
    assert all(item.conflict and item.kind == "number" for item in found)
