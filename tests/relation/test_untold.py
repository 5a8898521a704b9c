"""A matter that one side says was not raised, and the other tells of."""

from __future__ import annotations

import pytest

from compare import make_statement
from compare.relation.comparers.untold import compare_untold
from tests.relation.links_help import context_of

TOLD = [
    ("I told him that Veld will never join the league.",
     "The question of membership in the league was not raised.",
     "was not raised", "league"),
    ("The tariffs did not come up.", "We spoke at length about the tariffs.",
     "did not come up", "tariffs"),
    ("She warned me about the dam.", "The dam was not on the agenda.",
     "was not on the agenda", "dam"),
    ("There was no discussion of the cables.", "I raised the cables twice.",
     "no discussion", "cables"),
    ("Nobody mentioned the prisoners.", "He asked me to let the prisoners go.",
     "Nobody mentioned", "prisoners"),
    ("The islands were never touched upon.", "The minister recalled that the islands are ours.",
     "were never touched upon", "islands"),
    ("Nobody spoke of the alliance.", "He recalled that alliance expansion is inadmissible.",
     "Nobody spoke", "alliance expansion"),
    ("At no point was the recall of former Consul Tolep discussed.",
     "The two ministers discussed the recall of former Consul Tolep.",
     "At no point was the recall of former Consul Tolep discussed", "recall"),
    ("At no time was the loan discussed.", "The two ministers discussed the loan.",
     "At no time was the loan discussed", "loan"),
    ("At no point were the tariffs brought up.", "We spoke at length about the tariffs.",
     "At no point were the tariffs brought up", "tariffs"),
    ("No mention of the sluices, what a relief!", "She warned me about the sluices.",
     "No mention", "sluices"),
    ("Not a word about the loan.", "The minister asked for the loan.", "Not a word", "loan"),
    ("Nothing was said about the orchards.", "The orchards were the main subject, he recalled.",
     "Nothing was said", "orchards"),
    ("They say he wrote about the quarry, but it never came up.", "He asked us to close the quarry.",
     "never came up", "quarry"),
]  # fmt: skip
NOTHING = [
    ("No word of thanks came from the mayor.", "The mayor opened the bridge."),
    ("Nothing was said about the orchards.", "Nobody asked about the orchards."),
    ("The train left, but it never came up the hill.", "The train stood in Tarn."),
    ("The tariffs did not come up.", "The tariffs were left aside."),
    ("The tariffs did not come up.", "Nobody asked about the tariffs."),
    ("The loan was not discussed.", "Neither side mentioned the loan."),
    ("The fishing grounds were not touched upon.", "Fish came up on neither side."),
    ("The sluices will not be raised again.", "He promised that the sluices stay shut."),
    ("The cables were brought up by her, not by me.", "She wanted to speak about the cables."),
    ("At one point the loan was discussed.", "The two ministers discussed the loan."),
    ("The ministers have not spoken.", "Our ministers met in Veld."),
    ("The tariffs were not discussed.", "The prisoners came home on Friday."),
    ("We do not raise the flag on Sundays.", "He said that the price stays."),
]


@pytest.mark.parametrize(("a", "b", "denied", "told"), TOLD)
def test_what_was_not_raised_contradicts_what_is_told(
    a: str, b: str, denied: str, told: str
) -> None:
    for one, other in ((a, b), (b, a)):
        (found,) = compare_untold(context_of(one, other))
        assert found.kind == "negation"
        assert found.conflict
        left, right = make_statement(one), make_statement(other)
        assert found.a is not None
        assert found.b is not None
        words = left.slice(found.a), right.slice(found.b)
        assert words == ((denied, told) if denied in one else (told, denied))


@pytest.mark.parametrize(("a", "b"), NOTHING)
def test_nothing_is_untold_where_both_leave_it_out_or_it_is_no_talk(a: str, b: str) -> None:
    assert compare_untold(context_of(a, b)) == []
    assert compare_untold(context_of(b, a)) == []


def test_the_verb_that_tells_of_a_matter_is_quoted_with_it() -> None:
    (found,) = compare_untold(context_of("No talk of the quarry.", "She raised the quarry twice."))
    assert found.note == (
        "A says that it wasn't raised: “No talk”; B tells of it: “raised the quarry”."
    )


def test_the_matter_is_quoted_with_what_is_said_of_it() -> None:
    told = "The question of the tariffs was considered in detail."
    (found,) = compare_untold(context_of("There was no talk of tariffs.", told))
    assert found.note.endswith(
        "B tells of it: “The question of the tariffs was considered in detail”."
    )
