"""Conditions without "if", and those of what may be done only with something."""

from __future__ import annotations

import pytest

from tests.language.facts_help import facts

CLAUSES = [
    ("Should the truce collapse, the mission will leave.", "Should the truce collapse"),
    ("We reserve the right to resume operations at any moment should the Front fail to pay.",
     "should the Front fail to pay"),
    ("The bank will cut rates again should inflation fall below two per cent.",
     "should inflation fall below two per cent"),
    ("He said that, should the strike continue, the plant would be sold.",
     "should the strike continue"),
    ("Were the ministers to resign, elections would be held.", "Were the ministers to resign"),
    ("Were it not for the dam, the valley would have been flooded.", "Were it not for the dam"),
    ("Had the pilots been warned, they would have turned back.", "Had the pilots been warned"),
    ("The crew would have survived had the doors not been locked.",
     "had the doors not been locked"),
    ("The border may be closed only with ninety days' notice and after consultations.",
     "only with ninety days' notice and after consultations"),
    ("The data can be shared only with the consent of the patient.",
     "only with the consent of the patient"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "clause"), CLAUSES)
def test_a_condition_without_if(sentence: str, clause: str) -> None:
    (fact,) = facts(sentence, "condition")
    assert sentence[fact.span.start : fact.span.end] == clause


@pytest.mark.parametrize(
    "sentence",
    [
        "Nor should the government pay.",
        "Only then had the minister agreed.",
        "Hardly had the doors opened when they would all leave.",
        "The council asked why should it pay.",
        "The two can and should work together.",
        "They should leave at once.",
        "The troops were to leave on Monday.",
        "The doors were to be opened, which would help.",
        "The men had the right to leave, and they would.",
        "The bridge was repaired only with difficulty.",
        "The minister spoke only with the ambassador.",
        "Visitors may bring dogs only on Sundays.",
        "The rent may be raised only by the owner.",
    ],
)
def test_no_condition(sentence: str) -> None:
    assert facts(sentence, "condition") == []
