"""Phrases that only one side has: figures that the other side gives too are none."""

from __future__ import annotations

import pytest

from compare.relation.comparers.wording import compare_wording
from tests.relation.links_help import context_of

GIVEN: list[tuple[str, str, str, str]] = [
    ("The cutter approached the vessel on 14 March 2026.",
     "On the morning of 14 March the cutter approached the vessel.", "14 March 2026", ""),
    ("The minister met the envoy on 3 May 2026.",
     "The envoy and the minister met on May 3rd.", "3 May 2026", ""),
    ("The minister met the envoy on 3 May 2025.",
     "The envoy and the minister met on May 3rd.", "3 May 2025", "2026-03-04"),
    ("The clinic opened in June 2024.", "The clinic was opened in June.", "June 2024", ""),
    ("The strike lasted for two hours.", "The strike went on for 120 minutes.", "two hours", ""),
    ("Fourteen people were hurt.", "14 persons were injured.", "Fourteen", ""),
]  # fmt: skip
NOT_GIVEN: list[tuple[str, str, str, str]] = [
    ("The talks took place on 12 March 2026.", "The talks took place in March.",
     "12 March 2026", ""),
    ("The talks took place on 12 March 2026.", "The talks took place.", "12 March 2026", ""),
    ("The talks took place on 12 March 2026 in Bern.", "The talks took place on 13 March.",
     "12 March 2026", ""),
    ("The clinic opened on 12 June 2024.", "The clinic opened in summer.",
     "12 June 2024", ""),
]  # fmt: skip


def _told(a: str, b: str, date: str) -> list[str]:
    context = context_of(a, b, date=date)
    return [context.a.slice(item.a) for item in compare_wording(context) if item.a]


@pytest.mark.parametrize(("a", "b", "words", "date"), GIVEN)
def test_a_figure_of_both_sides_is_not_the_wording_of_one(
    a: str, b: str, words: str, date: str
) -> None:
    assert not any(words in told for told in _told(a, b, date))


@pytest.mark.parametrize(("a", "b", "words", "date"), NOT_GIVEN)
def test_a_figure_of_one_side_is_its_wording(a: str, b: str, words: str, date: str) -> None:
    assert any(words in told for told in _told(a, b, date))
