"""Words for what a reviewer calls a divergence, where the program saw an agreement."""

from __future__ import annotations

import pytest

from compare.dashboard.wording import worded
from compare.model import Comparison, Evidence, Link, Relation, Signature, Span
from tests.dashboard.test_reading import statement


def made(a: str, b: str, relation: Relation = "divergence", *evidence: Evidence) -> Comparison:
    link = Link((0,), (0,), 0.8, 0.9, relation, 1.0, 0.7, evidence)
    return Comparison(Signature("1", {}, {}), statement(a), statement(b), (link,), (), ())


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("We agreed on forty ships.", "We agreed on 25 ships.", ["forty", "25"]),
        ("They will not leave.", "They will leave.", ["not"]),
        ("The dam opens on 3 May.", "The dam opens on the tenth of June.", ["3 May", "tenth of June"]),
        ("THE DAM OPENS.", "The dam opens!", []),
        ("We met.", "They met.", ["We", "They"]),
        ("Grain.", "Ships sail; men go home.", ["Grain", "Ships sail; men go home"]),
    ],
)  # fmt: skip
def test_what_only_one_side_says_is_shown(a: str, b: str, words: list[str]) -> None:
    pair = worded(made(a, b))
    evidence = pair.links[0].evidence
    shown = [pair.a.slice(e.a) if e.a else pair.b.slice(e.b) for e in evidence if e.a or e.b]
    assert sorted(shown) == sorted(words)
    assert all(f"“{text}”" in item.note for text, item in zip(shown, evidence, strict=True))
    assert {item.kind for item in evidence} <= {"wording"}


def test_agreements_and_evidence_of_the_program_stay_as_they_are() -> None:
    agreement = made("Forty.", "Fifty.", "agreement")
    assert worded(agreement) is agreement
    proven = made("Forty.", "Fifty.", "partial", Evidence("number", Span(0, 5), None, "x"))
    assert worded(proven) is proven
