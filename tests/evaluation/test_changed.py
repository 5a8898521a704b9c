"""Facts changed by rule: what each rule does, and what the file of them holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compare.evaluation.changed import Change, Changed, changes, evenly
from compare.evaluation.facts import read_fact_sets
from compare.evaluation.gold import read_gold_folder

DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize(
    ("a", "b", "kind", "text"),
    [
        ("All 40 men are back.", "Forty men returned.", "number", "Seventy men returned."),
        (
            "The talks lasted two hours.",
            "They spoke for two hours.",
            "duration",
            "They spoke for five hours.",
        ),
        ("We sign on 3 May.", "It is signed on 3 May.", "date", "It is signed on 3 July."),
        (
            "The road is open again.",
            "Norland opened the road.",
            "negation",
            "Norland did not open the road.",
        ),
        (
            "Norland will open the road.",
            "The road will be open.",
            "negation",
            "The road will not be open.",
        ),
        (
            "Norland will open the road.",
            "The road will be open.",
            "commitment",
            "The road may be open.",
        ),
        (
            "Norland will open the road.",
            "The road will be open.",
            "condition",
            "The road will be open, provided that parliament gives its consent.",
        ),
        ("All men are free.", "They freed all men.", "scope", "They freed some men."),
        (
            "Mr. Orlov thanked Ms. Brandt.",
            "Mr. Orlov thanked Ms. Brandt for it.",
            "actor",
            "Ms. Brandt thanked Mr. Orlov for it.",
        ),
    ],
)
def test_one_fact_is_changed(a: str, b: str, kind: str, text: str) -> None:
    assert text in [change.text for change in changes(a, b) if change.kind == kind]


def test_what_only_one_side_says_is_not_changed() -> None:
    kinds = {change.kind for change in changes("The men are back.", "On 3 May 40 men came back.")}
    assert not kinds & {"number", "date"}


def test_a_denied_claim_is_not_denied_again() -> None:
    assert not [c for c in changes("No one left.", "Nobody left the hall.") if c.kind == "negation"]


def test_of_each_kind_some_are_taken_evenly() -> None:
    items = [Changed("t", "a", "b", Change(str(n), "number", "", "")) for n in range(10)]
    assert [item.change.text for item in evenly(items, 5)] == ["0", "2", "4", "6", "8"]
    assert evenly(items, 20) == items


def test_the_file_holds_what_is_asked_of_it() -> None:
    path = DATA / "facts" / "changed" / "rules.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert len(rows) >= 500
    kinds = {"number", "duration", "date", "negation", "actor", "commitment", "condition", "scope"}
    assert {row["kind"] for row in rows} == kinds
    trained = {
        sentence
        for pair in read_gold_folder(DATA / "gold" / "train")
        for side in (pair.a, pair.b)
        for sentence in side.sentences
        if len(sentence) > 60  # "The talks are to go on." stands in many
    }
    assert not trained & {text for row in rows for text in row["same"]}
    sets = read_fact_sets(path)
    assert [item.ruled for item in sets] == [True] * len(rows)
    assert {pair.outcome for item in sets for pair in item.pairs} == {"agreement", "divergence"}
