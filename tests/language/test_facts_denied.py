"""Denied conditions, denials by a time, claims called untrue, and how far an act may go."""

from __future__ import annotations

import pytest

from tests.language.facts_help import facts, values, words

FREE = [
    ("The truce is not subject to any conditions.", "not subject to any conditions"),
    ("We took the offer and it is not conditional on anything.", "not conditional on anything"),
    ("The plan does not depend on anything.", "not depend on anything"),
    ("The loan is not tied to any conditions.", "not tied to any conditions"),
    ("The king agreed to a full truce, no conditions!!!", "no conditions"),
    ("No preconditions were set for the talks in Veld.", "No preconditions"),
    ("We have not set any conditions for the talks.", "not set any conditions"),
    ("There are no pre-conditions for a truce.", "no pre-conditions"),
    ("There will be no preconditions for the talks, the king said.", "no preconditions"),
]
UNTIED = [
    "The loan is not conditional on a vote.",
    "The handover is not contingent on the withdrawal of troops.",
    "The loan is not dependent on the vote.",
    "The truce is no longer subject to approval.",
    "The rate no longer depends on oil.",
    "The truce never was subject to the approval of the council.",
    "The truce is not unconditional.",
    "The offer will not be without conditions.",
    "There are no conditions for a truce.",
    "No conditions were met.",
    "We know no conditions in the camp.",
    "In return we handed over 46 men.",
    "In exchange, we handed over 46 men.",
    "We sent Tarn a list, and in return it freed nine sailors.",
    "They sailed to the bay where the ships lie.",
    "They know where the law allows it.",
    "Exports will rise in regions where rain allows two harvests.",
    "They met where it is necessary to speak Dutch.",
    "They live as far as possible from the border.",
    "As far as we know, the law permits it.",
    "We went as far as the river.",
]
TIED = [
    ("The plan will not be approved subject to a vote.", "subject to a vote", "provided"),
    ("The truce is not the end, and is subject to approval.", "subject to approval", "provided"),
    ("The truce depends on conditions.", "depends on conditions", "provided"),
    ("The loan is conditional on a vote.", "conditional on a vote", "provided"),
    ("In return, we will hand over 46 men.", "In return", "in_exchange"),
    ("In exchange, Norland will have the port.", "In exchange", "in_exchange"),
    ("Visits will be granted to prisoners where the court allows it.",
     "where the court allows it", "if"),
    ("Visits will be granted to prisoners as far as the law permits.",
     "as far as the law permits", "if"),
    ("Trade will be resumed where possible.", "where possible", "if"),
    ("Prisoners will be released insofar as the courts allow.",
     "insofar as the courts allow", "if"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "told"), FREE)
def test_conditions_that_are_denied_are_none(sentence: str, told: str) -> None:
    assert words(sentence, "condition") == [told]
    assert values(sentence, "condition") == ["without_preconditions"]


@pytest.mark.parametrize("sentence", UNTIED)
def test_what_is_tied_to_nothing_has_no_condition(sentence: str) -> None:
    assert values(sentence, "condition") == []


@pytest.mark.parametrize(("sentence", "told", "value"), TIED)
def test_what_an_act_is_tied_to(sentence: str, told: str, value: str) -> None:
    assert words(sentence, "condition") == [told]
    assert values(sentence, "condition") == [value]


NEVER = [
    ("At no point was the recall of Consul Tolep discussed.", "no point", ["discuss", "recall"]),
    ("At no time was the loan discussed.", "no time", ["discuss", "loan"]),
    ("At no stage did we discuss the base.", "no stage", ["discuss", "base"]),
    ("At no stage was a deal reached.", "no stage", ["reach", "deal"]),
    ("On no occasion have they raised the matter.", "no occasion", ["raise", "matter"]),
    ("The recall was at no juncture discussed.", "no juncture", ["discuss", "recall"]),
    ("At no moment was the bridge of Veld destroyed.", "no moment", ["destroy", "bridge"]),
]


@pytest.mark.parametrize(("sentence", "cue", "acts"), NEVER)
def test_at_no_point_denies_the_main_verb(sentence: str, cue: str, acts: list[str]) -> None:
    (fact,) = facts(sentence, "negation")
    assert sentence[fact.span.start : fact.span.end] == cue
    assert list(fact.about[:2]) == acts
    assert facts(sentence, "commitment") == []


def test_no_point_by_itself_is_a_thing() -> None:
    (fact,) = facts("There is no point in the plan.", "negation")
    assert "point" in fact.about
    assert values("At one point the loan was discussed.", "commitment") == ["discussed"]
    assert facts("They agreed on a truce in no time.", "negation") == []
    assert values("They agreed on a truce in no time.", "commitment") == ["agreed"]
    assert values("By no means have we agreed to a truce.", "commitment") == ["rejected"]


UNTRUE = [
    ("Claims that a deal was struck are a lie.", "lie", "strike"),
    ("Claims that a deal was struck are nonsense.", "nonsense", "strike"),
    ("Reports that the school in Veld was hit are a fabrication.", "fabrication", "hit"),
    ("Reports that the school in Veld was hit are baseless.", "baseless", "hit"),
    ("Reports that the school in Veld was hit are false.", "false", "hit"),
    ("The allegation that our ships entered the bay is pure invention.", "invention", "enter"),
    ("The claim that they paid the fine is untrue.", "untrue", "pay"),
    ("It is a lie that the bank paid the fine.", "lie", "pay"),
    ("Rumours that the king had died were unfounded.", "unfounded", "die"),
    ("He said it was a lie that the bank had paid.", "lie", "pay"),
    ("Reports that the bank paid the fine are not true.", "not", "pay"),
]
TRUE = [
    "It is no lie that the bank paid the fine.",
    "It is not a lie that the bank paid the fine.",
    "Reports that the bank paid the fine are not false.",
    "Reports that the bank paid the fine are true.",
    "The story is a lie.",
    "It is a lie that he told.",
    "Claims that no deal was struck are false.",
    "Claims that they did not pay are a lie.",
    "The report that he read is a lie.",
    "It is wrong that the bank paid.",
]


@pytest.mark.parametrize(("sentence", "cue", "act"), UNTRUE)
def test_a_claim_called_untrue_is_denied(sentence: str, cue: str, act: str) -> None:
    (fact,) = facts(sentence, "negation")
    assert sentence[fact.span.start : fact.span.end] == cue
    assert fact.about[0] == act
    assert facts(sentence, "commitment") == []


@pytest.mark.parametrize("sentence", TRUE)
def test_a_claim_that_is_not_called_untrue_is_not_denied(sentence: str) -> None:
    assert facts(sentence, "negation") == []


AGREED = [
    ("Claims that they agreed to pay are a lie.", "rejected"),
    ("Claims that they did not agree to pay are a lie.", "agreed"),
    ("The club denied that it had not agreed to sell.", "agreed"),
    ("It is a lie that the bank had agreed to pay.", "rejected"),
]


@pytest.mark.parametrize(("sentence", "rung"), AGREED)
def test_two_denials_of_an_agreement_cancel(sentence: str, rung: str) -> None:
    assert values(sentence, "commitment") == [rung]


def test_who_tries_is_who_does_it() -> None:
    (fact,) = facts("Commanders tried three times to reach the envoy.", "actor")
    assert fact.about[:2] == ("reach", "envoy")
    (fact,) = facts("Commanders tried the new door.", "actor")
    assert fact.about[0] == "try"
