"""Negation, commitment and actor."""

from __future__ import annotations

import pytest

from tests.language.facts_help import facts, values

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
    ("Nor did they sign the treaty.", "Nor", "sign"),
    ("The army denied that it had shelled the town.", "denied", "shell"),
    ("The firm rejected claims that it had hidden the report.", "rejected", "hide"),
    ("Reports that the bank had paid were denied.", "denied", "pay"),
    ("It is not true that the bank paid the fine.", "not", "pay"),
    ("It is false that the bank paid the fine.", "false", "pay"),
    ("It is not clear whether the bank paid the fine.", "not", "clear"),
    ("The firm declined to comment.", "declined", "comment"),
    ("Norway declined the offer.", "declined", "offer"),
    ("She declined.", "declined", "decline"),
    ("The court dismissed the appeal.", "dismissed", "appeal"),
    ("The minister excluded a tax rise.", "excluded", "rise"),
    ("Failing the exam, he left.", "Failing", "exam"),
    ("Failing to agree, they left.", "Failing", "agree"),
    ("The envoy stopped short of recalling the consul.", "stopped short of", "recall"),
    ("The town has yet to receive aid.", "has yet to", "receive"),
    ("The war is far from over.", "far from", "war"),
    ("The deal is far from certain.", "far from", "certain"),
    ("The firm is far from reaching a deal.", "far from", "reach"),
    ("The report hardly touched the matter.", "hardly", "touch"),
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


NOR = [
    ("The deal does not cover ore, nor does it touch farms.", ["not cover ore", "nor touch farm"]),
    ("They do not lend to miners, nor to oil firms.", ["not lend miner", "nor lend firm oil"]),
    (
        "Norway will neither send troops nor fund the mission.",
        ["neither send troop", "nor fund mission"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), NOR)
def test_nor_denies_the_act_behind_it(sentence: str, expected: list[str]) -> None:
    found = facts(sentence, "negation")
    assert expected == [
        " ".join([sentence[fact.span.start : fact.span.end], *fact.about]) for fact in found
    ]


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
    "Exports declined 4.2 percent.",
    "Oil output declined.",
    "Prices declined to 30 crowns.",
    "The prime minister dismissed three ministers.",
    "The dismissed teachers returned.",
    "The council excluded two members.",
    "The club was excluded from the league.",
    "Nobody denied that the bank had paid.",
    "Barring a late veto, the law will pass.",
    "Failing an agreement, the strike will go on.",
    "They stopped short of the border.",
    "The town is far from the border.",
    "They live far from big towns.",
    "They had hardly left when the roof fell.",
    "They have yet another plan.",
    "The figures are false.",
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
    ("They failed to agree on the terms.", "rejected", "term"),
    ("Cairo is not ready to negotiate.", "rejected", "negotiate"),
    ("Cairo did not rule out direct talks.", "considered", "talk"),
    ("The levy will be raised.", "will", "raise"),
    ("They raised the matter of visas.", "discussed", "matter"),
    ("They raised the levy.", "done", "levy"),
    ("Landings shall be weighed.", "will", "weigh"),
    ("The march was called off last night.", "done", "call off"),
    ("He called on both sides to disarm.", "called_for", "disarm"),
    ("The army called up its reservists.", "done", "reservist"),
    ("Nobody denied that the bank had paid.", "done", "pay"),
    ("The club denied that it had agreed to sell.", "rejected", "sell"),
    ("The minister confirmed that troops had crossed the river.", "done", "cross"),
    ("It is true that we have agreed to pay.", "agreed", "pay"),
    ("It is not true that we have agreed to pay.", "rejected", "pay"),
    ("The ministry dismissed reports that Peru had sent aid.", "rejected", "report"),
    ("Oil output declined.", "done", "decline"),
    ("The firm declined to comment.", "rejected", "comment"),
    ("The prime minister dismissed three ministers.", "done", "minister"),
    ("The court dismissed the appeal.", "rejected", "appeal"),
    ("The council excluded two members.", "done", "member"),
    ("They exchanged 157 prisoners.", "done", "prisoner"),
    ("The two sides exchanged fire.", "done", "fire"),
    ("They exchanged views on trade.", "discussed", "view"),
    ("The army committed war crimes.", "done", "crime"),
    ("They committed to a truce.", "will", "truce"),
    ("The navy ordered 40 boats.", "done", "boat"),
    ("The court ordered two inspections.", "ordered", "inspection"),
    ("The tower ordered two planes to hold.", "ordered", "hold"),
    ("The minister suggested a pause.", "proposed", "pause"),
    ("The firm appealed the ruling.", "done", "ruling"),
    ("He appealed to the court.", "done", "court"),
    ("The envoy appealed for calm.", "called_for", "calm"),
    ("The town accepted 300 refugees.", "done", "refugee"),
    ("The town accepted the plan.", "agreed", "plan"),
    ("They reached agreement on grain.", "agreed", "grain"),
    ("A deal was reached.", "agreed", "deal"),
    ("They reached the border.", "done", "border"),
    ("They came to an understanding.", "agreed", "understanding"),
    ("The council gave the green light to the plan.", "agreed", "plan"),
    ("He gave a green coat to the child.", "done", "coat"),
    ("The president signed off on the plan.", "agreed", "plan"),
    ("The crew signed off.", "done", "sign off"),
    ("He gave his word to pay.", "will", "pay"),
    ("He gave his assurance that the bridge is safe.", "will", "safe"),
    ("The crews were told to suspend work.", "ordered", "suspend"),
    ("The rebels threatened to resume the strikes.", "will", "resume"),
    ("The rebels threatened the crew.", "done", "crew"),
    ("The talks failed.", "done", "fail"),
    ("There is no plan to remove the troops.", "rejected", "remove"),
    ("The army has no plans to leave.", "rejected", "leave"),
    ("The army has plans to leave.", "plans", "leave"),
    ("The ministry has no intention of withdrawing.", "rejected", "withdraw"),
    ("They made no promise to leave.", "rejected", "leave"),
    ("The text has yet to be agreed.", "considered", "text"),
    ("The text remains to be agreed.", "considered", "text"),
    ("The terms are still to be agreed.", "considered", "term"),
    ("The treaty still has to be ratified.", "considered", "treaty"),
    ("The parliament has yet to ratify the treaty.", "considered", "treaty"),
    ("The treaty was ratified.", "agreed", "treaty"),
    ("The treaty is to be ratified in June.", "will", "ratify"),
    ("The prisoners are to be released in May.", "will", "release"),
    ("The two sides agreed in principle on a truce.", "ready", "truce"),
    ("They tentatively agreed to meet.", "ready", "meet"),
    ("They reached a preliminary agreement on grain.", "ready", "grain"),
    ("They agreed in open court to meet.", "agreed", "meet"),
    ("The cabinet will consider the request.", "considered", "request"),
    ("The cabinet will look into the matter.", "considered", "matter"),
    ("The cabinet will grant the request.", "will", "request"),
    ("The cabinet will discuss the request.", "will", "request"),
]

ANSWERED = [
    ("He rejected the proposal to stop the raids.", ["rejected", "rejected"]),
    ("The demand to withdraw was rejected.", ["rejected", "rejected"]),
    ("They accepted the proposal to withdraw.", ["agreed", "agreed"]),
    ("They did not accept the proposal to withdraw.", ["rejected", "rejected"]),
    ("They repeated the proposal to withdraw.", ["proposed"]),
    ("They discussed the proposal to withdraw.", ["discussed", "proposed"]),
]


@pytest.mark.parametrize(("sentence", "rungs"), ANSWERED)
def test_what_becomes_of_a_proposal_is_how_firm_it_is(sentence: str, rungs: list[str]) -> None:
    assert sorted(values(sentence, "commitment")) == sorted(rungs)


@pytest.mark.parametrize(("sentence", "rung", "act"), RUNGS)
def test_rung(sentence: str, rung: str, act: str) -> None:
    (fact,) = facts(sentence, "commitment")
    assert (fact.value, act in fact.about) == (rung, True)


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


NOT_DONE = [
    "The army denied that it had shelled the town.",
    "It is not true that the bank paid the fine.",
    "It is false that the bank paid the fine.",
    "The firm failed to notify the ministry.",
    "The minister denied the report.",
    "The envoy stopped short of recalling the consul.",
    "They neither signed the treaty nor paid the dues.",
    "The board hardly met.",
    "The pipeline is yet to open.",
    "The data suggest a slowdown.",
    "Polls suggested a close race.",
    "They have not reached an agreement.",
    "There is no demand to leave.",
    "There is no obligation to pay.",
    "The plan has to be approved.",
    "The bridge remains to be built.",
]


@pytest.mark.parametrize("sentence", NOT_DONE)
def test_what_is_denied_or_failed_is_not_done(sentence: str) -> None:
    assert facts(sentence, "commitment") == []


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
    ("It was held at the request of the minister.", [("noun:minister", "request")]),
    ("It was held on the initiative of the Polish side.", [("country:PL", "initiative")]),
    ("It was held at our invitation.", [("speaker", "invitation")]),
    ("It was held at my own request.", [("speaker", "request")]),
    ("It was held at the invitation of both leaders.", [("both", "invitation")]),
    (
        "It was held at the request of Norway and Chile.",
        [("country:NO", "request"), ("country:CL", "request")],
    ),
    ("It was held at Polish request.", [("country:PL", "request")]),
    (
        "In response to a request from the minister, we sent doctors.",
        [("noun:minister", "request"), ("speaker", "send")],
    ),
    ("It was held at his request.", []),
    ("They voted on the proposal of the commission.", []),
    ("He acted on request.", []),
    ("The panel looked at the proposal of the commission.", [("noun:panel", "look")]),
    ("It was held not at our request.", []),
    ("The losses were on the order of 40 per cent.", [("noun:loss", "be")]),
    ("The union wants peace, and so do I.", [("noun:union", "want"), ("speaker", "do")]),
    ("The union said: “So do I.”", [("noun:union", "say"), ("speaker", "do")]),
    (
        "The union said that the company had closed the plant.",
        [("noun:union", "say"), ("noun:company", "close")],
    ),
    ("It was our delegation that asked for the data.", [("speaker", "ask")]),
    ("It was we who proposed a truce.", [("speaker", "propose")]),
    ("It was Norway that proposed a truce.", [("country:NO", "propose")]),
    ("It was the guards who fired first.", [("noun:guard", "fire")]),
    ("It was not Norway that proposed a truce.", []),
    ("It was a man who fired first.", []),
    ("It was the first time that they met.", []),
    ("It was the deal that they had signed.", []),
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
