"""Conditions and scope as they are read, case by case."""

from __future__ import annotations

import pytest

from tests.language.facts_help import facts, values, words

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
    ("They will talk with no preconditions.", "without_preconditions", "with no preconditions"),
    (
        "Aid comes with no conditions attached.",
        "without_preconditions",
        "with no conditions attached",
    ),
    ("We will return after the end of hostilities.", "once", "after the end of hostilities"),
    ("They will go after the talks are completed.", "once", "after the talks are completed"),
    ("It will be repaired once the spare parts arrive.", "once", "once the spare parts arrive"),
    ("The road will open once the snow melts.", "once", "once the snow melts"),
    (
        "After the signing of the treaty, trade will resume.",
        "once",
        "After the signing of the treaty",
    ),
    ("It will be paid upon completion of the review.", "once", "upon completion of the review"),
    ("It will be paid following ratification.", "once", "following ratification"),
    ("They promised to pay after the troops leave.", "once", "after the troops leave"),
    ("Gas was sent in exchange for grain.", "in_exchange", "in exchange for grain"),
    ("The grant is subject to approval.", "provided", "subject to approval"),
    ("Should the truce collapse, the mission will leave.", "if", "Should the truce collapse"),
    ("They will not leave until all prisoners are home.", "until", "until all prisoners are home"),
    ("In the event of a flood, the road closes.", "if", "In the event of a flood"),
    ("Barring a late veto, the law will pass.", "unless", "Barring a late veto"),
    ("Failing an agreement, the strike will go on.", "unless", "Failing an agreement"),
    ("Failing that, the court will decide.", "unless", "Failing that"),
    ("Absent a deal, tariffs will rise.", "unless", "Absent a deal"),
    ("In the absence of a deal, tariffs will rise.", "unless", "In the absence of a deal"),
    ("Without a truce there will be no elections.", "unless", "Without a truce"),
    (
        "Without a loan, he said on Friday, the yard would close.",
        "unless",
        "Without a loan",
    ),
    (
        "Work was suspended pending the outcome of the inquiry.",
        "until",
        "pending the outcome of the inquiry",
    ),
    ("The sale hinges on a vote.", "provided", "hinges on a vote"),
    (
        "We will hand over the men we hold once all of our own people have been returned.",
        "once",
        "once all of our own people have been returned",
    ),
    (
        "We promise to free the men we hold as soon as our people have been returned.",
        "once",
        "as soon as our people have been returned",
    ),
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
        "It was once the largest port in the country and will be so again.",
        "They will return to the town that once belonged to the king.",
        "They will restore what was once the capital of a state that vanished.",
        "They will rebuild the bridge the army once held for weeks.",
        "They will meet once more when the text is ready.",
        "He asked if they would come.",
        "The plant provided power.",
        "The price does not depend on the weather.",
        "They should leave at once.",
        "The two can and should work together.",
        "Barring the firm from bidding was wrong.",
        "Failing the exam, he left.",
        "In the absence of the mayor, his deputy will speak.",
        "In the absence of witnesses, the court closed the case.",
        "Without a word, he left.",
        "Without delay the council will vote.",
        "Without naming him, the mayor will reply.",
        "The talks ended without a result.",
        "The pending case will be heard.",
        "The case is pending before the court.",
        "The sale does not hinge on a vote.",
        "The hinges on the door broke.",
        "After the meeting they dined.",
        "They dined after the talks were completed.",
        "They will meet after the summit.",
        "They will meet after the end of the month.",
        "They will meet after the end of May.",
        "The loan was paid following ratification by the parliament.",
        "They will hold talks on the completion of the dam.",
        "They will insist on the withdrawal of troops.",
        "He will open the wing named after the Queen.",
        "It will be done a month after both have approved.",
    ],
)
def test_no_condition(sentence: str) -> None:
    assert facts(sentence, "condition") == []


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
    ("Schools were closed nationwide.", "all", "school"),
    ("A nationwide strike began.", "all", "strike"),
    ("All but two of the ships left.", "except", "ship"),
    ("The shop is open daily, except in Oslo.", "except", "oslo"),
    ("Apart from the barn, no house was lost.", "except", "barn"),
    ("The better part of the fleet sailed.", "most", "fleet"),
    ("Not all prisoners were freed.", "some", "prisoner"),
    ("Not every village was searched.", "some", "village"),
    ("Everyone left the hall.", "all", "leave"),
    ("The sides released 157 prisoners each.", "each", "prisoner"),
    ("Each firm paid 40 crowns.", "all", "firm"),
]


@pytest.mark.parametrize(("sentence", "value", "noun"), SCOPES)
def test_scope(sentence: str, value: str, noun: str) -> None:
    (fact,) = facts(sentence, "scope")
    assert (fact.value, noun in fact.about) == (value, True)


NEARLY = [
    ("Almost all the pumps run.", "Almost all", "nearly all"),
    ("They repaired nearly every pump.", "nearly every", "nearly all"),
    ("Practically the whole of the coast is open.", "Practically the whole of", "nearly all"),
    ("Not quite all pumps run.", "Not quite all", "nearly all"),
    ("The line is almost fully repaired.", "almost fully", "nearly all"),
    ("Not all pumps run.", "Not all", "some"),
    ("The valley is almost dry, and all pumps run.", "all", "all"),
]


@pytest.mark.parametrize(("sentence", "told", "value"), NEARLY)
def test_nearly_all_is_not_all(sentence: str, told: str, value: str) -> None:
    (fact,) = facts(sentence, "scope")
    assert (words(sentence, "scope"), fact.value) == ([told], value)


EXCEPTIONS = [
    ("All schools except those in the north have reopened.", "All", "except", "north"),
    ("They lost everything apart from the barn.", "everything", "apart from", "barn"),
    ("All members with the exception of Malta agreed.", "All", "with the exception of", "malta"),
    ("Everyone but the minister left.", "Everyone", "but", "minister"),
    ("They closed every office save the one in Oslo.", "every", "save", "one"),
]


@pytest.mark.parametrize(("sentence", "whole", "cue", "noun"), EXCEPTIONS)
def test_exception(sentence: str, whole: str, cue: str, noun: str) -> None:
    found = facts(sentence, "scope")
    assert [fact.value for fact in found] == ["except", "except"]
    assert words(sentence, "scope") == [whole, cue]
    assert noun in found[1].about


@pytest.mark.parametrize(
    "sentence",
    [
        "It is the most important port.",
        "Some 40 people came.",
        "There is no contact at all.",
        "Not only ships left.",
        "They meet every year.",
        "It took the best part of four years.",
        "The office was all but empty.",
        "Apart from grain, they sell oil.",
        "They want to save the school.",
        "They came, except that it rained.",
    ],
)
def test_no_scope(sentence: str) -> None:
    assert facts(sentence, "scope") == []


def test_a_length_of_nothing_divides_nothing() -> None:
    assert facts("It took 1 week 0 weeks.", "duration")
