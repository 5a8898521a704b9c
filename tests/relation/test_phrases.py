"""Words that are shown are whole phrases, and of kinds that they can bear."""

from __future__ import annotations

import pytest

from compare.model import EvidenceKind, Span
from compare.relation.comparers import differences
from compare.relation.comparers.denials import compare_negations
from compare.relation.comparers.names import compare_entities
from compare.relation.comparers.wording import compare_wording
from compare.relation.fitting import bearing_words, fitted
from compare.relation.phrases import act_phrase, denial_phrase, whole_phrase
from tests.relation.links_help import context_of, said
from tests.relation.test_comparers import span_in

WHOLE = [
    ("They oppose the creation of two Harbours.", "Harbours", "two Harbours"),
    ("It is a 12-year loan.", "-year", "a 12-year loan"),
    ("The Executive Board has closed it.", "Executive", "The Executive Board"),
    ("The visit took place at the invitation of President Lind.", "place at the invitation",
     "took place at the invitation of President Lind"),
    ("They will send it to the senate by the end of the year.", "it to the senate by the end",
     "will send it to the senate by the end of the year"),
    ("Norland wants the deal very badly.", "deal very badly", "wants the deal very badly"),
    ("The talks marked a step forward in resolving their long-lasting and bitter "
     "fishing-grounds quarrel.", "marked a step forward in resolving",
     "marked a step forward"),
    ("It is good for bills and good for jobs.", "good for bills and good",
     "good for bills and good for jobs"),
    ("The aid will continue as long as the valley needs it.", "continue as long",
     "will continue as long as the valley needs it"),
    ("Norland has not violated the treaty.", "not violated", "has not violated the treaty"),
    ("They carried out the plan.", "carried", "carried out the plan"),
    ("It's precisely the bottling that they want.", "'s precisely the bottling",
     "It's precisely the bottling"),
    ("The posts won't be closed.", "n't be closed", "won't be closed"),
    ("Our ships are faster than Norland's.", "faster than Norland's", "faster than Norland's"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "whole"), WHOLE)
def test_words_are_made_whole(text: str, words: str, whole: str) -> None:
    context = context_of(text, text)
    assert context.a.slice(whole_phrase(context, "a", span_in(text, words))) == whole


@pytest.mark.parametrize(
    ("text", "words", "act"),
    [
        ("The minister raised the case of the jailed reporters.", "reporters",
         "raised the case of the jailed reporters"),
        ("The two sides held talks in Oslo.", "talks", "held talks"),
        ("The agencies contributed nothing.", "nothing", "contributed nothing"),
        ("The harbour is not part of it.", "not", "is not part of it"),
        ("A pleasant evening.", "evening", None),
    ],
)  # fmt: skip
def test_words_are_shown_with_their_verb(text: str, words: str, act: str | None) -> None:
    context = context_of(text, text)
    found = act_phrase(context, "a", span_in(text, words))
    assert (found and context.a.slice(found)) == act


KINDS: list[tuple[EvidenceKind, str, str, str | None]] = [
    ("condition", "They won the backing of Norland.", "the backing of Norland", None),
    ("condition", "They will meet after the vote.", "meet after the vote",
     "will meet after the vote"),
    ("commitment", "Good evening, Norland.", "Norland", None),
    ("commitment", "Norland has closed the port.", "port", "has closed the port"),
    ("actor", "It marked a step forward in trade.", "marked a step forward", None),
    ("actor", "The plan was made by Norland.", "by Norland", "by Norland"),
    ("entity", "It is good for bills.", "good for bills", None),
    ("scope", "They met in Oslo.", "met", None),
    ("scope", "They met all envoys.", "all envoys", "all envoys"),
    ("negation", "They met in Oslo.", "Oslo", None),
    ("framing", "They met in Oslo.", "Oslo", None),
    ("wording", "They met in Oslo.", "Oslo", "Oslo"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "words", "shown"), KINDS)
def test_a_kind_stands_on_words_that_bear_it(
    kind: EvidenceKind, text: str, words: str, shown: str | None
) -> None:
    context = context_of(text, "Nothing is known.")
    found = fitted(context, kind, (span_in(text, words), None))
    assert (found and found[0] and context.a.slice(found[0])) == shown


def test_a_condition_is_looked_for_beside_the_words() -> None:
    text = "They won the backing of Norland for what comes next, if the talks fail."
    context = context_of(text, "Nothing is known.")
    found = bearing_words(context, "condition", (span_in(text, "the backing of Norland"), None))
    assert found is not None
    assert found[0] == span_in(text, "if the talks fail")
    assert bearing_words(context, "condition", (None, None)) is None


DENIED = [
    ("Norland ruled out talks on the border.", "The sides held talks on the border.",
     ("ruled out talks", "held talks")),
    ("The treaty does not cover fish.", "The treaty covers fish and timber.",
     ("does not cover fish", "covers fish")),
    ("The envoy did not raise the jailed reporters.", "He raised the jailed reporters.",
     ("did not raise the jailed reporters", "raised the jailed reporters")),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "words"), DENIED)
def test_a_denial_is_of_an_act(a: str, b: str, words: tuple[str, str]) -> None:
    context = context_of(a, b)
    ((of_a, of_b),) = said(context, compare_negations(context))
    assert of_a.startswith(words[0])
    assert of_b.startswith(words[1])


SHORT_OF_ITS_VERB = [
    ("No complaints about the conduct of the harbour police have been received.", "No",
     "No complaints about the conduct of the harbour police"),
    ("The guards drove the crowd off the main square of the town without any warning.", "without",
     "without any warning"),
    ("Norland has not violated the treaty.", "not", "has not violated"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "shown"), SHORT_OF_ITS_VERB)
def test_a_denial_is_not_shown_without_its_denial(text: str, words: str, shown: str) -> None:
    context = context_of(text, text)
    found = denial_phrase(context, "a", span_in(text, words))
    assert found is not None
    assert context.a.slice(found).startswith(shown)


def test_only_what_is_denied_is_told_as_a_denial() -> None:
    a = "The guards drove the crowd off the main square of the town without any warning."
    notes = [item.note for item in compare_negations(context_of(a, "The guards came."))]
    assert notes == ["Only A denies something here: “without any warning”."]


def test_denials_in_a_row_are_shown_together() -> None:
    context = context_of("A flare injured a sailor.", "Nobody was hurt and nothing was damaged.")
    row = "Nobody was hurt and nothing was damaged"
    assert {words for _, words in said(context, compare_negations(context))} == {row}
    context = context_of("They met.", "Nobody came from the islands of Upper Norland, I was told by "
                         "the mayor, and nothing was signed.")  # fmt: skip
    assert row not in [words for _, words in said(context, compare_negations(context))]


ALONE = [
    ("They only met in Oslo.", "They met in Oslo.", "Only A limits this: "),
    ("They freed all prisoners.", "They freed prisoners.", "Only A speaks of all: “all prisoners”."),
    ("They freed some prisoners.", "They freed prisoners.",
     "Only A speaks of some: “some prisoners”."),
    ("They gave the full list.", "They gave the list.",
     "Only A speaks of the whole: “the full list”."),
    ("They had a long talk.", "They had a talk.", "Only A calls it “long”."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "note"), ALONE)
def test_what_one_side_alone_says_is_told_in_english(a: str, b: str, note: str) -> None:
    notes = [item.note for item in differences(context_of(a, b))]
    assert any(told.startswith(note) for told in notes), notes


def test_what_stands_elsewhere_is_not_told_as_missing() -> None:
    context = context_of("Lind went to Tarn on 3 May.", "He went. Tarn paid on 3 May.")
    notes = [item.note for item in differences(context)]
    assert "A names “Tarn” here; B does so elsewhere." in notes
    assert any(told.startswith("A gives this date here: ") for told in notes)
    assert not any(told.startswith("Only A names “Tarn”") for told in notes)
    assert not any(item.told for item in compare_entities(context_of("Tarn paid.", "It. Tarn.")))


ELSEWHERE = [
    ("The search lasted twelve hours.", "It was short. They leave within 150 days.", False),
    ("The search lasted twelve hours.", "It was short. The search took twelve hours.", True),
    ("The search lasted about six weeks.", "It was short. The search took 41 days.", True),
    ("The search lasted about six weeks.", "It was short. The pause took 41 days.", False),
    ("Some 40 trucks came.", "They came. At least 10 trucks left.", False),
    ("At least 40 trucks came.", "They came. At least 40 trucks left.", True),
]


@pytest.mark.parametrize(("a", "b", "elsewhere"), ELSEWHERE)
def test_a_figure_stands_elsewhere_only_where_it_is_given(a: str, b: str, elsewhere: bool) -> None:
    notes = [item.note for item in differences(context_of(a, b)) if item.a and not item.b]
    assert any("does so elsewhere" in note for note in notes) == elsewhere


NAMES = [
    ("She is judge at the Court of Justice.", "She is a judge.", ["Court of Justice"]),
    ("We will make a very good Deal.", "Nothing is known.", []),
    ("We will end the War.", "The war goes on, and no end is near.", []),
    ("They went to Moscow.", "They went to Russia.", []),
]


@pytest.mark.parametrize(("a", "b", "names"), NAMES)
def test_names_are_whole_and_no_common_nouns(a: str, b: str, names: list[str]) -> None:
    context = context_of(a, b)
    found = [item for item in compare_entities(context) if item.a and item.told]
    assert [context.a.slice(item.a or Span(0, 1)) for item in found] == names


def test_who_speaks_is_no_added_name() -> None:
    a, b = "On Monday the Norland Air Force saw a ship.", "A ship was seen."
    context = context_of(a, b, ("Norland Air Force", "Navy"))
    assert not any(item.told for item in compare_entities(context))
    context = context_of(a, b, ("Ministry", "Navy"))
    assert any(item.told for item in compare_entities(context))


def test_one_name_in_two_forms_is_no_wording_of_one_side() -> None:
    context = context_of("The United States paid.", "The US paid.")
    assert compare_wording(context) == []
