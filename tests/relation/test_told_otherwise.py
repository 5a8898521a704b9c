"""One thing told otherwise: amounts over time, a part against the whole, who called whom."""

from __future__ import annotations

import pytest

from compare.model import EvidenceKind
from compare.relation.comparers import differences
from compare.relation.comparers.formers import is_former
from compare.relation.comparers.offices import same_office
from compare.relation.context import LinkContext
from tests.relation.links_help import context_of, said


def told(context: LinkContext, kind: EvidenceKind, least: float = 0.5) -> list[tuple[str, str]]:
    found = [
        item
        for item in differences(context)
        if item.conflict and item.kind == kind and item.weight >= least
    ]
    return said(context, found)


DIFFER: list[tuple[EvidenceKind, str, str, tuple[str, str]]] = [
    ("number", "Oslo gives $5 billion over three years.", "Oslo gives $5 billion a year.",
     ("$5 billion over three years", "$5 billion a year")),
    ("number", "Oslo gives $5 billion over three years.", "Oslo gives $5 billion annually.",
     ("$5 billion over three years", "$5 billion annually")),
    ("number", "Oslo gives $5 billion a year.", "Oslo gives $5 billion in total.",
     ("$5 billion a year", "$5 billion in total")),
    ("number", "The mine sells 40,000 tonnes a month.", "The mine sells 40,000 tonnes a year.",
     ("40,000 tonnes a month", "40,000 tonnes a year")),
    ("scope", "12 of the 15 prisoners were freed.", "All prisoners were freed.",
     ("12 of the 15", "All")),
    ("number", "12 of the 15 prisoners were freed.", "All 15 prisoners were released.",
     ("12 of the 15", "All 15")),
    ("scope", "All prisoners were freed.", "Half of the prisoners were freed.", ("All", "Half")),
    ("commitment", "A withdrawal is out of the question.", "Oslo agreed to a withdrawal.",
     ("out of the question", "agreed")),
    ("commitment", "A truce is on the table.", "There can be no question of a truce.",
     ("on the table", "no question")),
    ("commitment", "Demands for his release are unacceptable.", "Oslo demands his release.",
     ("are unacceptable", "demands")),
    ("commitment", "The plan to close the depot has been shelved.", "The depot will be closed.",
     ("has been shelved", "will")),
    ("commitment", "The firm did not agree to a shorter week.", "The firm agreed to a shorter week.",
     ("did not agree", "agreed")),
    ("commitment", "Neither side agreed to leave.", "They agreed to leave.",
     ("Neither side agreed", "agreed")),
    ("condition", "We will free the men we hold once all of our own people have been returned.",
     "We will free the men we hold.", ("once all of our own people have been returned", "")),
    ("condition", "They will sell the port after the strike has ended.",
     "They will sell the port.", ("after the strike has ended", "")),
    ("negation", "Tarn will launch strikes.", "Tarn will refrain from strikes.",
     ("will launch strikes", "will refrain from strikes")),
    ("date", "The fees are due to take effect on 1 July.",
     "There will be no new fees before 1 September.", ("1 July", "before 1 September")),
    ("condition", "The ministry said that exports may resume as soon as the protocol is signed.",
     "Exports resume without conditions.",
     ("as soon as the protocol is signed", "without conditions")),
    ("actor", "The President called the Prime Minister.",
     "The conversation took place at the request of the Prime Minister.",
     ("President", "at the request of the Prime Minister")),
    ("actor", "President Mendez called Prime Minister Rossi.",
     "The conversation took place at the request of Prime Minister Rossi.",
     ("President Mendez", "at the request of Prime Minister Rossi")),
    ("commitment", "There is no plan to close the depot.", "Oslo plans to close the depot.",
     ("no plan", "plans")),
    ("commitment", "The truce has yet to be agreed.", "They agreed on a truce.",
     ("has yet to be agreed", "agreed")),
    ("commitment", "They agreed in principle on a truce.", "They agreed on a truce.",
     ("agreed in principle", "agreed")),
    ("number", "Exports fell from 12 million to 9 million tonnes.",
     "Exports fell to 11 million tonnes.", ("9 million tonnes", "11 million tonnes")),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "a", "b", "quoted"), DIFFER)
def test_what_differs(kind: EvidenceKind, a: str, b: str, quoted: tuple[str, str]) -> None:
    assert told(context_of(a, b), kind) == [quoted]
    assert told(context_of(b, a), kind) == [quoted[::-1]]


ALIKE: list[tuple[EvidenceKind, str, str]] = [
    ("number", "Oslo gives $5 billion a year for three years.",
     "Oslo gives $15 billion over three years."),
    ("number", "Oslo gives $5 billion a year.", "Oslo gives $15 billion over three years."),
    ("number", "Oslo gives $5 billion each year.", "Oslo gives $5 billion annually."),
    ("number", "Oslo gives $5 billion a year.", "Oslo gives $5 billion."),
    ("number", "Oslo gives $5 billion a year.", "Oslo gives $15 billion in total."),
    ("number", "The mine sells 40,000 tonnes a month.", "The mine sells 480,000 tonnes a year."),
    ("number", "Wages rise by 5 per cent a year.", "Wages rise by 5 per cent over three years."),
    ("scope", "All 15 prisoners were freed.", "The 15 prisoners were freed."),
    ("number", "12 of the 15 prisoners were freed.", "All 12 prisoners were freed."),
    ("scope", "12 of the 15 prisoners were freed.", "Twelve prisoners were freed."),
    ("number", "12 of the 15 prisoners were freed.", "All 15 prisoners were examined."),
    ("negation", "A withdrawal is out of the question.", "The minister ruled out a withdrawal."),
    ("negation", "Tarn agreed to stop strikes.", "Tarn agreed to refrain from strikes."),
    ("negation", "Tarn will halt attacks.", "Tarn will refrain from attacks."),
    ("negation", "Cars enter with no tests.", "Cars enter without tests."),
    ("condition", "Aid comes with no strings attached.", "Aid comes without conditions."),
    ("condition", "We will return once the war is over.",
     "We will return after the end of hostilities."),
    ("negation", "A withdrawal is not out of the question.", "A withdrawal is possible."),
    ("commitment", "A withdrawal is off the table.", "There is no question of a withdrawal."),
    ("date", "The fees are to take effect on 1 July.", "There will be no new fees before 1 July."),
    ("number", "Exports fell to 9 million tonnes from 12 million.",
     "Exports fell by 3 million tonnes."),
    ("commitment", "Demands for his release are unacceptable.", "Oslo rejects his release."),
    ("commitment", "Oslo has no plans to close it.", "Oslo does not plan to close it."),
    ("commitment", "They agreed in principle to leave.", "They tentatively agreed to leave."),
    ("commitment", "The fees are to be raised.", "Oslo will raise the fees."),
    ("actor", "It was the Norwegian side that called for a truce.", "Norway called for a truce."),
    ("actor", "The President called the Prime Minister.",
     "The conversation took place at the President's request."),
    ("actor", "The Foreign Minister called the minister.",
     "The call took place at the request of the minister."),
    ("actor", "Prime Minister Mendez called Prime Minister Rossi.",
     "The call took place at the request of the Prime Minister."),
    ("actor", "The Premier called the President.",
     "The call took place at the request of the Prime Minister."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("A withdrawal is off the table.", "A withdrawal is possible."),
        ("A truce is out of the question.", "A truce remains possible."),
        ("There is no question of sending troops.", "Troops may be sent."),
    ],
)
def test_what_is_out_of_the_question_is_denied(a: str, b: str) -> None:
    assert len(told(context_of(a, b), "negation")) == 1
    assert len(told(context_of(b, a), "negation")) == 1


@pytest.mark.parametrize(("kind", "a", "b"), ALIKE)
def test_one_thing_in_other_words(kind: EvidenceKind, a: str, b: str) -> None:
    assert told(context_of(a, b), kind, 0.0) == []
    assert told(context_of(b, a), kind, 0.0) == []


@pytest.mark.parametrize(
    ("a", "b", "quoted"),
    [
        ("I called him.", "The conversation took place at the request of the Prime Minister.",
         [("I", "at the request of the Prime Minister")]),
        ("I called him.", "The conversation took place at the request of the President.", []),
        ("I called the Prime Minister.", "The call took place at the Prime Minister's request.",
         [("I", "at the Prime Minister's request")]),
        ("He called me.", "The call took place at the request of the Prime Minister.", []),
    ],
)  # fmt: skip
def test_who_called_by_office(a: str, b: str, quoted: list[tuple[str, str]]) -> None:
    speakers = ("President of Norland", "Office of the Prime Minister of Tarn")
    assert told(context_of(a, b, speakers), "actor") == quoted


def test_who_asked_is_read_in_groups_of_sentences() -> None:
    a = "They spoke about the truce. The call was held at the request of Chile."
    b = "The call was held at the request of Peru. It was short."
    context = context_of(a, b, groups=True)
    assert told(context, "actor") == [("at the request of Chile", "at the request of Peru")]
    same = context_of(a, b.replace("Peru", "Chile"), groups=True)
    assert told(same, "actor", 0.0) == []
    assert all(token.head < len(context.tokens_a) for token in context.tokens_a)
    heads = [context.tokens_a[token.head] for token in context.tokens_a]
    assert [head.lemma for head in heads if head.lemma == "hold"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("president", "president", True),
        ("president", "prime minister", False),
        ("foreign minister", "prime minister", False),
        ("minister", "foreign minister", None),
        ("premier", "prime minister", None),
        ("chairman", "president", None),
        ("president", "", None),
    ],
)
def test_same_office(one: str, other: str, same: bool | None) -> None:
    assert same_office(one, other) is same
    assert same_office(other, one) is same


@pytest.mark.parametrize(
    ("sentence", "former"),
    [
        ("The rate rose from 5 to 7 per cent.", ["5"]),
        ("The rate was cut from 25 per cent in May to 15 per cent.", ["25 per cent"]),
        ("The rate fell to 7 per cent from 9 per cent.", ["9 per cent"]),
        ("The rate is 7 per cent, down from 9 per cent.", ["9 per cent"]),
        ("There were 9 deaths, compared with 12 deaths in May.", ["12"]),
        ("The port took 40 million tonnes, from 35 million in 2024.", ["35 million"]),
        ("The price is 7 dollars, from 9 dollars in May.", ["9 dollars"]),
        ("Inspectors from 12 countries came.", []),
        ("It has 40 million tonnes, from 35 mines.", []),
        ("12 ships from 3 ports came.", []),
        ("Aid went from 4 ports to 9 towns.", []),
        ("Exports rose from $5 million to 7 per cent of the whole.", []),
    ],
)
def test_a_figure_of_before(sentence: str, former: list[str]) -> None:
    context = context_of(sentence, sentence)
    numbers = context.of_kind("a", "number")
    found = [fact for fact in numbers if is_former(context.a, fact, numbers)]
    assert [context.a.slice(fact.span) for fact in found] == former


def test_who_asked_for_a_call_is_read_behind_which() -> None:
    post = "A very good call with Prime Minister Brenn of Sorrin, which he asked for! I liked it."
    speakers = ("President of Marrow", "Sorrin government")
    ours = "At the request of the President of Marrow, Prime Minister Brenn held a conversation."
    theirs = "At the request of Prime Minister Brenn, a conversation was held with the President."
    assert told(context_of(post, ours, speakers), "actor") == [
        ("he", "At the request of the President")
    ]
    assert told(context_of(post, theirs, speakers), "actor") == []
