"""Negation, commitment, condition, scope and actor."""

from __future__ import annotations

import pytest

from tests.language.facts_help import facts, values, words

NEGATED = [
    ("They did not sign the treaty.", "not", "sign"),
    ("They won't sign the treaty.", "won't", "sign"),
    ("The plan cannot be accepted.", "cannot", "accept"),
    ("No troops will be sent.", "No", "troop"),
    ("The talks ended without a result.", "without", "result"),
    ("The minister refused to accept the offer.", "refused", "accept"),
    ("Cairo ruled out direct talks.", "ruled out", "talk"),
    ("They failed to reach a deal.", "failed", "reach"),
    ("The union rejected the offer.", "rejected", "offer"),
    ("The offer was rejected by the union.", "rejected", "offer"),
    ("The army denied shelling the town.", "denied", "shell"),
    ("He never agreed to this.", "never", "agree"),
    ("The plant is no longer open.", "no longer", "be"),
    ("None of the hostages was freed.", "None", "hostage"),
    ("Nothing was signed.", "Nothing", "sign"),
    ("Neither side gave way.", "Neither", "side"),
    ("No one was hurt.", "No one", "person"),
    ("Many questions remain unresolved.", "unresolved", "question"),
    ("The firm is unable to pay.", "unable", "pay"),
    ("At no time did they meet.", "no time", "meet"),
    ("Neither Delhi nor Islamabad confirmed it.", "Neither", "confirm"),
]


def test_who_refuses_is_not_what_is_denied() -> None:
    (fact,) = facts("We asked for beds and the ministry refused.", "negation")
    assert fact.about == ("refuse",)
    (fact,) = facts("The talks failed.", "negation")
    assert "talk" in fact.about


@pytest.mark.parametrize(("sentence", "cue", "act"), NEGATED)
def test_negated(sentence: str, cue: str, act: str) -> None:
    (fact,) = facts(sentence, "negation")
    assert sentence[fact.span.start : fact.span.end] == cue
    assert fact.value == "negated"
    assert act in fact.about


NOT_NEGATED = [
    "Not only the ministers but also the presidents met.",
    "There is no doubt that they met.",
    "No fewer than 12 ships left.",
    "They met no later than Friday.",
    "Cairo did not rule out direct talks.",
    "They did not refuse to pay.",
    "Sanctions are not excluded.",
    "The united front held.",
    "It wasn't until Friday that they met.",
    "They signed the treaty.",
]


@pytest.mark.parametrize("sentence", NOT_NEGATED)
def test_not_negated(sentence: str) -> None:
    assert facts(sentence, "negation") == []


RUNGS = [
    ("The two countries signed a treaty.", "done", "sign"),
    ("The village has been evacuated.", "done", "evacuate"),
    ("The general ordered his troops to withdraw.", "ordered", "withdraw"),
    ("They agreed to meet again.", "agreed", "meet"),
    ("They agreed on a truce.", "agreed", "truce"),
    ("Chile will send observers.", "will", "send"),
    ("Chile pledged to send observers.", "will", "send"),
    ("Talks are to open on Friday.", "will", "open"),
    ("The bank plans to open an office.", "plans", "open"),
    ("The bank intends to open an office.", "plans", "open"),
    ("The bank hopes to open an office.", "plans", "open"),
    ("Peru is ready to negotiate a truce.", "ready", "negotiate"),
    ("She voiced readiness to mediate.", "ready", "mediate"),
    ("The minister proposed a joint patrol.", "proposed", "patrol"),
    ("He offered to mediate.", "proposed", "mediate"),
    ("The envoy called for an end to the blockade.", "called_for", "end"),
    ("He urged the rebels to disarm.", "called_for", "disarm"),
    ("The union demanded higher pay.", "demanded", "pay"),
    ("The parliament must ratify the deal.", "demanded", "ratify"),
    ("They discussed the release of prisoners.", "discussed", "release"),
    ("The dam was discussed at length.", "discussed", "dam"),
    ("The cabinet is considering new sanctions.", "considered", "sanction"),
    ("It may lift the ban.", "considered", "lift"),
    ("Cairo rejected the plan.", "rejected", "plan"),
    ("They did not agree to the terms.", "rejected", "term"),
    ("Cairo is not ready to negotiate.", "rejected", "negotiate"),
    ("Cairo did not rule out direct talks.", "considered", "talk"),
    ("The levy will be raised.", "will", "raise"),
    ("They raised the matter of visas.", "discussed", "matter"),
    ("They raised the levy.", "done", "levy"),
    ("Landings shall be weighed.", "will", "weigh"),
    ("The march was called off last night.", "done", "call off"),
    ("He called on both sides to disarm.", "called_for", "disarm"),
    ("The army called up its reservists.", "done", "reservist"),
]


@pytest.mark.parametrize(("sentence", "rung", "act"), RUNGS)
def test_rung(sentence: str, rung: str, act: str) -> None:
    (fact,) = facts(sentence, "commitment")
    assert (fact.value, act in fact.about) == (rung, True)


CONDITIONS = [
    (
        "The levy falls once the parliament has ratified the deal.",
        "once",
        "once the parliament has ratified the deal",
    ),
    ("We will attend only if the hostages are freed.", "only_if", "only if the hostages are freed"),
    ("If the strikes stop, talks can begin.", "if", "If the strikes stop"),
    ("The ban stays unless the plant closes.", "unless", "unless the plant closes"),
    ("Fuel will flow provided that the price holds.", "provided", "provided that the price holds"),
    ("They will talk without preconditions.", "without_preconditions", "without preconditions"),
    ("Gas was sent in exchange for grain.", "in_exchange", "in exchange for grain"),
    ("The grant is subject to approval.", "provided", "subject to approval"),
    ("Should the truce collapse, the mission will leave.", "if", "Should the truce collapse"),
    ("They will not leave until all prisoners are home.", "until", "until all prisoners are home"),
    ("In the event of a flood, the road closes.", "if", "In the event of a flood"),
]


@pytest.mark.parametrize(("sentence", "value", "clause"), CONDITIONS)
def test_condition(sentence: str, value: str, clause: str) -> None:
    assert values(sentence, "condition") == [value]
    assert words(sentence, "condition") == [clause]


@pytest.mark.parametrize(
    "sentence",
    [
        "They once again met.",
        "They met once a week.",
        "He asked if they would come.",
        "The plant provided power.",
        "The price does not depend on the weather.",
        "They should leave at once.",
        "The two can and should work together.",
    ],
)
def test_no_condition(sentence: str) -> None:
    assert facts(sentence, "condition") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "I would have liked to stay.",
        "He asked about the dam.",
        "They find the plan important.",
        "He did it in order to help.",
        "They said that the weather was fine.",
    ],
)
def test_no_rung(sentence: str) -> None:
    assert values(sentence, "commitment") in ([], ["done"])


def test_what_nobody_did_is_not_done() -> None:
    assert facts("No agreement was reached.", "commitment") == []
    assert values("No one accepted the terms.", "commitment") == ["rejected"]


SCOPES = [
    ("All prisoners will be freed.", "all", "prisoner"),
    ("Every village was searched.", "all", "village"),
    ("The whole of the north is calm.", "all", "north"),
    ("The entire border is closed.", "all", "border"),
    ("The accord was restored in full.", "all", "restore"),
    ("Some of the ships left.", "some", "ship"),
    ("Part of the fleet sailed.", "part", "fleet"),
    ("A partial truce was reached.", "part", "truce"),
    ("Only humanitarian aid may pass.", "only", "aid"),
    ("Most hospitals were open.", "most", "hospital"),
    ("The majority of hospitals were open.", "most", "hospital"),
    ("Several roads were closed.", "several", "road"),
]


@pytest.mark.parametrize(("sentence", "value", "noun"), SCOPES)
def test_scope(sentence: str, value: str, noun: str) -> None:
    (fact,) = facts(sentence, "scope")
    assert (fact.value, noun in fact.about) == (value, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is the most important port.",
        "Some 40 people came.",
        "There is no contact at all.",
        "Not only ships left.",
        "They meet every year.",
    ],
)
def test_no_scope(sentence: str) -> None:
    assert facts(sentence, "scope") == []


ACTORS = [
    ("Norway proposed a truce.", [("country:NO", "propose")]),
    ("The bridge was destroyed by the Chilean navy.", [("country:CL", "destroy")]),
    ("The union went home.", [("noun:union", "go")]),
    ("The two sides agreed to meet.", [("both", "meet")]),
    ("We met.", [("speaker", "meet")]),
    (
        "Anna Lind and Karl Weiss signed it.",
        [("person:anna lind", "sign"), ("person:karl weiss", "sign")],
    ),
    ("At the request of Japan the talks were moved.", [("country:JP", "request")]),
    ("The call was held on Brazil's initiative.", [("country:BR", "initiative")]),
    (
        "The union said that the company had closed the plant.",
        [("noun:union", "say"), ("noun:company", "close")],
    ),
    ("He left.", []),
    ("The results were sent by telephone.", []),
    ("The bridge was destroyed.", []),
    ("It will be lifted by the summer.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), ACTORS)
def test_actor(sentence: str, expected: list[tuple[str, str]]) -> None:
    found = facts(sentence, "actor")
    assert [fact.value for fact in found] == [value for value, _ in expected]
    assert all(act in fact.about for fact, (_, act) in zip(found, expected, strict=True))
