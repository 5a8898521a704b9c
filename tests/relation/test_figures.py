"""Figures of two accounts: which the other side gives too, and which belong together."""

from __future__ import annotations

import pytest

from compare.relation.comparers.figures import FigureKind
from compare.relation.comparers.quantities import (
    answered,
    compare_dates,
    compare_durations,
    unanswered,
)
from tests.relation.links_help import context_of


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("About sixty barns were lost.", "In all 58 barns were lost.", True),
        ("The leave lasts 60 days.", "The leave lasts two months.", True),
        ("The quay opens on 12 May.", "The quay opens in the second week of May.", True),
        ("The port took up to 80 ships.", "The pilots met 12 envoys.", False),  # two things
        ("The port lost 80 ships.", "The port lost 60 ships.", False),
    ],
)
def test_figures_that_can_be_one_are_answered(a: str, b: str, same: bool) -> None:
    context = context_of(a, b)
    for side in answered(context, "number", "duration", "date"):
        assert bool(side) == same


@pytest.mark.parametrize(
    ("kind", "a", "b", "words"),
    [
        ("number", "The port lost 80 ships.", "The port lost 60 ships.", ("80", "60")),
        ("number", "It cost 8 dollars.", "They paid 9 dollars.", ("8 dollars", "9 dollars")),
        ("number", "27 women came.", "The men, many of whom are ill, left.", (None, None)),
        ("number", "27 women came.", "The men, of whom 9 per cent are ill, left.", (None, None)),
        ("number", "They sank 80 ships, 3 of them old.", "He met 12 envoys.", ("80", "12")),
        (
            "number",
            "He met 12 envoys and sank 80 ships.",
            "He sank 60 ships, and saw 9 men.",
            ("80", "60"),
        ),
        ("number", "The port lost 80 ships.", "The port lost ships.", ("80", None)),
        ("number", "The port lost 80 ships.", "The port lost 80 ships and 3 boats.", (None, "3")),
        ("date", "It opens on 3 May.", "It opens on 9 June.", ("3 May", "9 June")),
        ("date", "It opens on 3 May.", "It opens at 11:40.", (None, None)),
        ("duration", "We met for an hour.", "We met for ten hours.", ("an hour", "ten hours")),
        ("duration", "They left two days later.", "They met for an hour.", (None, None)),
    ],
)
def test_unanswered_figures_are_paired_where_they_can_be_compared(
    kind: FigureKind, a: str, b: str, words: tuple[str | None, str | None]
) -> None:
    spans = unanswered(context_of(a, b), kind)
    told = tuple(
        text[span.start : span.end] if span is not None else None
        for text, span in zip((a, b), spans, strict=True)
    )
    assert told == words


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("The drill runs from 4 to 15 September.", "The drill lasts twelve days.", True),
        ("The drill runs from 4 to 15 September.", "The drill lasts eleven days.", True),
        ("The drill runs from 4 to 15 September.", "The drill lasts twenty days.", False),
        ("The drill runs in September.", "The drill lasts thirty days.", False),
    ],
)
def test_dates_from_and_to_are_a_length_of_time(a: str, b: str, same: bool) -> None:
    for context in (context_of(a, b), context_of(b, a), context_of(a, b, date="")):
        assert len(compare_dates(context) + compare_durations(context)) == (0 if same else 2)
