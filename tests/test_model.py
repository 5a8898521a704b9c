"""The JSON contract: exact round trip, and everything that doesn't fit is refused."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.contract import from_json, to_json
from compare.errors import FormatError
from compare.model import (
    Comparison,
    Evidence,
    Link,
    Nearest,
    Omission,
    Signature,
    Span,
    Statement,
    rounded,
)

A = Statement("One. Two.", (Span(0, 4), Span(5, 9)), speaker="A side", date="2026-05-01")
B = Statement("Eins 🙂 zwei.", (Span(0, 12),), language="de", source="b.txt", sha256="00")
COMPARISON = Comparison(
    Signature("0.1.0", {"m": "abc"}, {"link_threshold": 0.35}),
    A,
    B,
    (
        Link(
            (0,), (0,), 0.5, 0.75, "divergence", 0.9, 0.8,
            (Evidence("number", Span(0, 3), Span(0, 4), "x"), Evidence("date", None, Span(5, 6), "y")),
        ),
    ),
    (Omission(1, 0.3, Nearest(0, 0.25)),),
    (),
)  # fmt: skip


def test_the_contract_is_written_literally() -> None:
    assert json.loads(to_json(COMPARISON)) == {
        "schema": "readouts/comparison/2",
        "signature": {
            "version": "0.1.0",
            "models": {"m": "abc"},
            "settings": {"link_threshold": 0.35},
        },
        "statements": {
            "a": {
                "title": "", "speaker": "A side", "date": "2026-05-01", "language": "",
                "source": "", "sha256": "", "text": "One. Two.",
                "sentences": [
                    {"index": 0, "start": 0, "end": 4}, {"index": 1, "start": 5, "end": 9},
                ],
            },
            "b": {
                "title": "", "speaker": "", "date": "", "language": "de", "source": "b.txt",
                "sha256": "00", "text": "Eins 🙂 zwei.",
                "sentences": [{"index": 0, "start": 0, "end": 12}],
            },
        },
        "links": [
            {
                "a": [0], "b": [0], "similarity": 0.5, "probability": 0.75,
                "relation": "divergence", "confidence": 0.9, "severity": 0.8,
                "evidence": [
                    {"kind": "number", "a": {"start": 0, "end": 3}, "b": {"start": 0, "end": 4},
                     "note": "x"},
                    {"kind": "date", "a": None, "b": {"start": 5, "end": 6}, "note": "y"},
                ],
            },
        ],
        "only_a": [
            {"sentence": 1, "severity": 0.3, "nearest": {"sentence": 0, "probability": 0.25}},
        ],
        "only_b": [],
        "summary": {"agreement": 0, "partial": 0, "divergence": 1, "only_a": 1, "only_b": 0},
    }  # fmt: skip


def test_the_round_trip_is_exact() -> None:
    text = to_json(COMPARISON)
    assert from_json(text) == COMPARISON
    assert to_json(from_json(text)) == text


def test_what_an_earlier_version_wrote_is_read() -> None:
    data = json.loads(to_json(COMPARISON))
    data["schema"] = "readouts/comparison/1"
    del data["only_a"][0]["nearest"]
    assert from_json(json.dumps(data)).only_a == (Omission(1, 0.3),)


@given(st.text(min_size=1).filter(str.strip), st.floats(0, 1), st.text())
def test_any_text_survives_the_round_trip(text: str, value: float, note: str) -> None:
    side = Statement(text, (Span(0, len(text)),), speaker=note)
    link = Link((0,), (0,), rounded(value), rounded(value), "agreement", 0.5, 0.0)
    comparison = Comparison(Signature("1", {}, {}), side, side, (link,), (), ())
    assert from_json(to_json(comparison)) == comparison


def changed(**at: Any) -> str:
    """Return the sample's JSON with some values changed: `links__0__a=[5]`."""
    data = copy.deepcopy(json.loads(to_json(COMPARISON)))
    for path, value in at.items():
        keys = [int(key) if key.isdigit() else key for key in path.split("__")]
        target = data
        for key in keys[:-1]:
            target = target[key]
        if value is None:
            del target[keys[-1]]
        else:
            target[keys[-1]] = value
    return json.dumps(data)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "not JSON at line 1, column 2"),
        ("[]", "schema is None"),
        (changed(schema="readouts/comparison/9"), "schema is 'readouts/comparison/9', expected"),
        (changed(links=None), "not a comparison: KeyError"),
        (changed(links__0__relation="same"), "relation 'same'"),
        (changed(links__0__evidence__0__kind="mood"), "evidence kind 'mood'"),
        (
            changed(only_a__0__nearest__sentence=1),
            "only_a: sentence 1's nearest is 1; expected one",
        ),
        (changed(only_a__0__nearest={}), "not a comparison: KeyError"),
        (changed(links__0__a=[7]), "every sentence must stand in a link"),
        (changed(only_a=[]), "every sentence must stand in a link"),
        (changed(only_a=[{"sentence": 0, "severity": 0.1}]), "every sentence must stand"),
        (changed(statements__a__sentences__1__end=99), "doesn't fit its text"),
        (changed(statements__a__sentences__1__start=2), "doesn't fit its text"),
        (changed(links__0__evidence__0__a={"start": 5, "end": 50}), "points outside the text"),
    ],
)
def test_what_breaks_the_contract_is_refused(text: str, says: str) -> None:
    with pytest.raises(FormatError) as error:
        from_json(text)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(("value", "stored"), [(0.123456, 0.1235), (-0.00001, 0.0), (1, 1.0)])
def test_numbers_are_rounded_once(value: float, stored: float) -> None:
    assert repr(rounded(value)) == repr(stored)
