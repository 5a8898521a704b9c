"""What a browser asks for is believed only as far as it makes sense."""

from __future__ import annotations

import pytest

from compare.dashboard.acts import Act, act_of
from compare.errors import InputError

ID = "0123456789abcdef"


@pytest.mark.parametrize(
    ("data", "act"),
    [
        ({"do": "open", "event": "talks-2026"}, Act("open", event="talks-2026")),
        ({"do": "visit", "query": "?event=x"}, Act("visit", query="?event=x")),
        ({"do": "undo"}, Act("undo")),
        ({"do": "goto", "sentence": "b12"}, Act("goto", sentence=("b", 11))),
        (
            {"do": "review", "finding": ID, "said": "accept", "seen": 2},
            Act("review", finding=ID, said="accept", seen=2),
        ),
        (
            {"do": "review", "finding": ID, "said": "relation", "relation": "partial", "seen": 0},
            Act("review", finding=ID, said="relation", relation="partial"),
        ),
        (
            {"do": "link", "sentences": ["b3", "a2", "a1"], "relation": "agreement", "finding": ""},
            Act("link", relation="agreement", a=(0, 1), b=(2,)),
        ),
    ],
)
def test_what_makes_sense_is_read(data: object, act: Act) -> None:
    assert act_of(data) == act


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "undo",
        {},
        {"do": "delete"},
        {"do": "open", "event": "../x"},
        {"do": "open", "event": 3},
        {"do": "visit", "query": "x" * 5_000},
        {"do": "goto", "sentence": "c1"},
        {"do": "goto", "sentence": "a0"},
        {"do": "review", "finding": "x", "said": "accept", "seen": 0},
        {"do": "review", "finding": ID, "said": "burn", "seen": 0},
        {"do": "review", "finding": ID, "said": "accept", "seen": -1},
        {"do": "review", "finding": ID, "said": "accept", "seen": True},
        {"do": "review", "finding": ID, "said": "accept", "seen": "1"},
        {"do": "review", "finding": ID, "said": "relation", "relation": "worse", "seen": 0},
        {"do": "review", "finding": ID, "said": "note", "note": "x" * 10_001, "seen": 0},
        {"do": "link", "sentences": "a1", "relation": "agreement"},
        {"do": "link", "sentences": ["a1"] * 41, "relation": "agreement"},
        {"do": "link", "sentences": ["a1", 2], "relation": "agreement"},
    ],
)
def test_what_makes_none_is_refused_in_a_sentence(data: object) -> None:
    with pytest.raises(InputError, match="makes no sense") as caught:
        act_of(data)
    assert "\n" not in str(caught.value)
