"""Reasons of how firmly a thing is meant quote the thing too."""

from __future__ import annotations

import pytest

from compare.relation.comparers import differences
from compare.relation.quoting import with_acts
from tests.relation.links_help import context_of, said

FIRM = [
    ("Norland will pay the debt of 40 million crowns.", "Norland is ready to look at the debt.",
     "will pay the debt of 40 million crowns", "ready to look at the debt"),
    ("They agreed that observers may enter the valley.", "The idea of observers will be studied.",
     "agreed that observers may enter the valley", "The idea of observers will be studied"),
    ("The minister ordered a search of the harbour.", "A search of the harbour was proposed.",
     "ordered a search of the harbour", "A search of the harbour was proposed"),
    ("They agreed to have their teams start talks.", "Talks of the teams were considered.",
     "agreed to have their teams start talks", "Talks of the teams were considered"),
    ("The ship was handed over.", "He proposed that the ship leave in May.",
     "The ship was handed over", "proposed that the ship leave in May"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "of_a", "of_b"), FIRM)
def test_a_commitment_is_quoted_with_what_is_meant(a: str, b: str, of_a: str, of_b: str) -> None:
    context = context_of(a, b)
    found = [item for item in differences(context) if item.kind == "commitment" and item.conflict]
    shown = [with_acts(context, item) for item in found]
    assert said(context, shown) == [(of_a, of_b)]
    assert shown[0].note.endswith(f"A says “{of_a}”, B says “{of_b}”.")


def test_a_phrase_that_would_be_too_long_is_left_as_it_is() -> None:
    text = (
        "Norland agreed that all the observers whom the neighbouring states had sent to the upper "
        "and the lower valley in the course of the long and bitter winter may stay."
    )
    context = context_of(text, "The stay of observers will be discussed.")
    (item,) = [item for item in differences(context) if item.kind == "commitment"]
    assert said(context, [with_acts(context, item)]) == [
        ("agreed", "The stay of observers will be discussed")
    ]


def test_other_reasons_are_quoted_as_they_are() -> None:
    context = context_of("He promised 40 tanks.", "He promised 60 tanks.")
    (number,) = [item for item in differences(context) if item.kind == "number"]
    assert with_acts(context, number) is number
