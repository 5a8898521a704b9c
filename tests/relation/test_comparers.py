"""What the comparers find between two sentences, and on which words a kind may be told."""

from __future__ import annotations

import pytest

from compare.alignment.words import align_words
from compare.embedding import load_embedder
from compare.language.facts import read_sentences
from compare.model import EvidenceKind, Span
from compare.relation.comparers.denials import compare_negations
from compare.relation.comparers.names import compare_entities
from compare.relation.comparers.opposites import compare_opposites
from compare.relation.comparers.quantities import compare_numbers
from compare.relation.context import Difference, LinkContext, link_contexts
from compare.relation.guessing import can_bear, covers, guess
from compare.sources.statement import make_statement


def context_of(text_a: str, text_b: str, speakers: tuple[str, str] = ("", "")) -> LinkContext:
    a, b = (
        make_statement(text, date="2026-05-01", speaker=speaker)
        for text, speaker in zip((text_a, text_b), speakers, strict=True)
    )
    tokens = (load_embedder().encode([text]).tokens for text in (text_a, text_b))
    words = align_words(a, b, (0,), (0,), *tokens)
    (found,) = link_contexts(a, b, read_sentences(a), read_sentences(b), [((0,), (0,))], [words])
    return found


def span_in(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def said(context: LinkContext, found: list[Difference]) -> list[tuple[str, str]]:
    return [
        (context.a.slice(item.a) if item.a else "", context.b.slice(item.b) if item.b else "")
        for item in found
    ]


def test_a_vague_figure_answers_to_the_one_about_its_own_thing() -> None:
    context = context_of(
        "Twelve people were hurt, and seven officers were taken to hospital.",
        "At least 40 people were hurt, and several officers were taken to hospital.",
    )
    found = [item for item in compare_numbers(context) if item.conflict]
    assert said(context, found) == [("Twelve", "At least 40")]


def test_a_number_for_an_act_is_not_of_it() -> None:
    context = context_of("Exports fell by 12 percent.", "Exports fell by 15 percent.")
    (found,) = compare_numbers(context)
    assert found.note in (
        "Both give the number for “fell”: A says “12 percent”, B says “15 percent”.",
        "Both give the number of “Exports”: A says “12 percent”, B says “15 percent”.",
    )


def test_no_compound_is_cut() -> None:
    context = context_of(
        "They met in a north-eastern district.", "They met in a south-eastern district."
    )
    found = compare_opposites(context)
    assert said(context, found) in ([], [("north-eastern", "south-eastern")])
    assert context.as_written("north") == "north-eastern"
    assert context.as_written("district") == "district"
    told = context_of("The cease-fire lasted.", "It ended.")
    assert told.as_written("fire") == "cease-fire"


def test_the_words_of_a_date_are_no_opposites() -> None:
    context = context_of(
        "The strike was called off last night.", "The strike was called off after eleven days."
    )
    assert compare_opposites(context) == []


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("The boarding was in accordance with the treaty.",
         "The boarding was in breach of the treaty.", ("accordance", "breach")),
        ("It was a routine meeting of the council.",
         "It was an emergency meeting of the council.", ("routine", "emergency")),
    ],
)  # fmt: skip
def test_keeping_and_breaking_a_rule_are_opposites(a: str, b: str, words: tuple[str, str]) -> None:
    context = context_of(a, b)
    assert said(context, compare_opposites(context)) == [words]


def test_what_is_told_without_a_denial_is_an_act() -> None:
    context = context_of(
        "The minister did not raise the weapons.",
        "The minister and the envoy discussed the weapons at length.",
    )
    found = compare_negations(context)
    assert [words for _, words in said(context, found)] == ["discussed the weapons"]


def test_a_side_that_speaks_of_itself_needs_no_name() -> None:
    a, b = "We will open the port.", "Norland and the Harbour Union will open the port of Veld."
    named = compare_entities(context_of(a, b, ("Norland", "Tarn")))
    assert "Only B names “Norland” here." not in [item.note for item in named]
    named = compare_entities(context_of(a, b, ("Kesten", "Tarn")))
    assert "Only B names “Norland” here." in [item.note for item in named]


A = "The police fired only after three clear warnings on Monday."
B = "The police fired without any warning from Colonel Harrow."


def test_a_kind_is_told_on_words_that_can_bear_it_alone() -> None:
    context = context_of(A, B)
    plain = span_in(A, "three clear warnings"), span_in(B, "without any warning")
    assert not can_bear(context, "actor", plain)
    assert can_bear(context, "actor", (None, span_in(B, "from Colonel Harrow")))
    half = span_in(A, "three clear warnings"), span_in(B, "from Colonel Harrow")
    assert not can_bear(context, "actor", half)
    assert can_bear(context, "actor", (span_in(A, "The police"), half[1]))
    assert can_bear(context, "scope", plain)
    assert can_bear(context, "number", plain)
    assert not can_bear(context, "date", plain)
    likely: dict[EvidenceKind, float] = {"actor": 0.6, "date": 0.4, "negation": 0.3}
    told = guess(context, ["actor", "negation"], plain, likely)
    assert told is not None
    assert (told.kind, told.a, told.b) == ("negation", *plain)
    assert guess(context, ["date"], plain, likely) is None  # A alone gives one
    both = context_of(A, B.replace("without", "on Sunday without"))
    told = guess(both, ["date"], plain, likely)
    assert told is not None
    assert [words.removeprefix("on ") for words in said(both, [told])[0]] == ["Monday", "Sunday"]
    assert guess(context, ["duration"], plain, {"duration": 0.9}) is None  # nobody gives any


def test_a_guess_on_the_words_of_a_finding_says_nothing_new() -> None:
    one, two = Span(0, 10), Span(5, 12)
    item = Difference("negation", one, one, "", conflict=True)
    assert covers(item, Difference("scope", two, two, "", conflict=True))
    assert covers(item, Difference("scope", None, two, "", conflict=True))
    assert not covers(item, Difference("scope", Span(10, 12), two, "", conflict=True))
    half = Difference("negation", one, None, "", conflict=True)
    assert not covers(half, Difference("scope", one, one, "", conflict=True))
