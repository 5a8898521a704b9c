"""Who asked by a pronoun, who left the talks, and what an act is done with or without."""

from __future__ import annotations

import pytest

from compare.relation.comparers.acts import compare_actors
from compare.relation.comparers.clauses import compare_conditions
from compare.relation.comparers.extents import compare_scopes
from compare.relation.comparers.leavers import who_left
from compare.relation.phrases import whole_phrase
from tests.relation.links_help import context_of, said
from tests.relation.test_comparers import span_in

ASKED = [
    # "His" is the one whom the sentence names; the other side is another's.
    ("I just had a very good call with Chancellor Idris Vane of Merrow, close to two hours, and at "
     "HIS request!",
     "Chancellor Idris Vane held a telephone conversation with the President of Ostravia, Martin "
     "Hale, which was initiated by the Ostravian side.", True),
    ("I spoke with Chancellor Idris Vane of Merrow today, at his suggestion.",
     "The conversation took place at the initiative of the Merrovian side.", False),
    ("I had a long call with Chancellor Idris Vane of Merrow at his request.",
     "The call, held at the request of Chancellor Idris Vane, lasted an hour.", False),
    ("The mayor and the bishop talked by telephone at his request.",
     "The telephone conversation took place at the request of the bishop.", False),
    ("We spoke by telephone with Minister of Justice Ada Crane today at her request.",
     "The telephone conversation with Minister of Justice Ada Crane was held at the initiative of "
     "the Ostravian side.", False),
    # Who put forward the proposal; not who conveyed or turned down another's.
    ("The two ministers spoke by telephone at the request of the Oruzi side, which was conveyed "
     "through the mission in Geneva.",
     "The telephone conversation between the two ministers took place following a proposal put "
     "forward by Tavland.", True),
    ("The two ministers spoke by telephone at the request of the Oruzi side.",
     "The telephone conversation between the two ministers took place after an appeal from "
     "Tavland.", True),
    ("The conversation took place following a proposal rejected by Tavland.",
     "The conversation took place at the request of Oruz.", False),
    ("The conversation took place following a proposal made by Tavland.",
     "The two sides talked at the suggestion of the Tavland delegation.", False),
    ("The two spoke by telephone after a request from Norland for humanitarian aid.",
     "The two spoke by telephone at the request of Tavland.", False),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "told"), ASKED)
def test_who_asked(a: str, b: str, told: bool) -> None:
    for sides in ((a, b), (b, a)):
        found = [item for item in compare_actors(context_of(*sides)) if item.opposite]
        assert [item.note.startswith("Who sought the talks") for item in found] == [True] * told


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ("The ministry walked out of the talks on Thursday.",
         "The negotiations were abandoned by the representatives of the union on Thursday.", True),
        ("The union had no choice after the ministry walked out of the talks.",
         "The talks were abandoned by the union.", True),
        ("The rebels left the conference.", "The army delegation quit the conference.", True),
        ("The workers quit the meeting.", "The employees walked out of the meeting.", False),
        ("The company left the talks.", "The airline abandoned the talks.", False),
        ("The ministry left the talks.", "The union did not leave the talks.", False),
        ("The ministry left the city.", "The union left the city.", False),
        ("The union left the meeting.", "The union's delegates walked out of the meeting.", False),
    ],
)  # fmt: skip
def test_who_left_the_talks(a: str, b: str, told: bool) -> None:
    assert len(who_left(context_of(a, b))) == len(who_left(context_of(b, a))) == told


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("The fee may be raised after consultations with the residents.",
         "The fee may be raised without prior consultation with the residents.",
         ("after consultations", "without prior consultation")),
        ("The army may resume operations should the Front fail to pay.",
         "Operations will not be resumed under any pretext.",
         ("should the Front fail to pay", "under any pretext")),
        ("The band may play should the weather hold.",
         "Operations will not be resumed under any pretext.",
         ("should the weather hold", "")),
        ("The fee was raised after a vote.", "The fee was not raised without a vote.", None),
        ("The firm left with a profit.", "The team returned without a profit.", None),
        ("He spoke after the vote.", "He spoke without a microphone.", None),
    ],
)  # fmt: skip
def test_what_an_act_is_tied_to(a: str, b: str, words: tuple[str, str] | None) -> None:
    context = context_of(a, b)
    found = [i for i in compare_conditions(context) if not context.of_kind("b", "condition")]
    assert said(context, found[:1]) == ([] if words is None else [words])


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ("The firm paid the fine.", "The firm paid the fine in full.", ["in full"]),
        ("Members voted.", "All members voted.", ["All"]),
        ("The firm paid.", "The firm paid, and its owners, all of whom left, sued.", []),
        ("Crews called the tower.", "Crews saw several ships and called the tower.", []),
    ],
)
def test_an_extra_detail_has_no_extent(a: str, b: str, told: list[str]) -> None:
    context = context_of(a, b)
    assert [words for _, words in said(context, compare_scopes(context))] == told


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("The Minister of Justice has decided to open an inquiry.", "Justice has decided",
         "The Minister of Justice has decided to open an inquiry"),
        ("At 16:00 sporadic fire was still continuing.", "16:00 sporadic fire was still continuing",
         "At 16:00 sporadic fire was still continuing"),
        ("Aid under the law is being provided in full.", "law is being provided in full",
         "Aid under the law is being provided in full"),
        ("They say a phased reduction of the Merrovian contingent could be considered.",
         "contingent could be considered",
         "a phased reduction of the Merrovian contingent could be considered"),
        ("They left because the price of bread rose.", "bread rose", "the price of bread rose"),
        ("It is admissible in respect of the charge of theft only.",
         "is admissible in respect of the charge of theft",
         "is admissible in respect of the charge of theft only"),
        ("The head of the union of teachers and the mayor of the old town by the river resigned.",
         "river resigned", "resigned"),
    ],
)  # fmt: skip
def test_words_do_not_begin_within_a_noun(text: str, words: str, whole: str) -> None:
    context = context_of(text, text)
    span = whole_phrase(context, "a", span_in(text, words))
    assert context.a.slice(span) == whole
