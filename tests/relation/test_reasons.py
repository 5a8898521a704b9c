"""Which differences are shown as the reasons of a link."""

from __future__ import annotations

import numpy as np
import pytest

from compare.alignment.words import align_words
from compare.embedding import Embedder
from compare.language.facts import read_sentences
from compare.model import EvidenceKind, Span
from compare.reading.entailment import KINDS, Reading
from compare.relation.context import Difference, LinkContext, link_contexts
from compare.relation.guessing import guess as guess_of
from compare.relation.reasons import MAX_EVIDENCE, reasons_of_divergence, reasons_of_partial
from compare.sources.statement import make_statement
from tests.relation.links_help import context_of

A = "We discussed grain."
B = "The delegations discussed the grain corridor at length."


def reading(kinds: dict[str, float] | None = None, adds: dict[str, float] | None = None) -> Reading:
    none = np.zeros(0)
    told = [np.array([(said or {}).get(kind, 0.0) for kind in KINDS]) for said in (kinds, adds)]
    return Reading(np.full(4, 0.25), *told, none, none)


def item(
    kind: EvidenceKind, *, conflict: bool = False, at: int = 0, weight: float = 1.0
) -> Difference:
    return Difference(kind, Span(2 * at, 2 * at + 2), None, kind, conflict=conflict, weight=weight)


@pytest.fixture
def context(embedder: Embedder) -> LinkContext:
    a, b = make_statement(A), make_statement(B)
    tokens = (embedder.encode([text]).tokens for text in (A, B))
    words = align_words(a, b, (0,), (0,), *tokens)
    (found,) = link_contexts(a, b, read_sentences(a), read_sentences(b), [((0,), (0,))], [words])
    return found


def test_beside_the_conflicts_stand_the_additions_of_likely_kinds_alone() -> None:
    pointed = [item("negation", conflict=True)]
    found = [*pointed, item("date"), item("number"), item("entity"), item("wording")]
    told = reading({"negation": 0.9, "date": 0.2, "number": 0.5, "entity": 0.05})
    shown = reasons_of_divergence(found, pointed, told)
    assert [one.kind for one in shown] == ["negation", "number", "date"]
    plain = reasons_of_divergence(found, pointed, None)
    assert [one.kind for one in plain] == ["negation", "date", "number"]


def test_a_partial_shows_what_is_likely_added_the_likeliest_first(context: LinkContext) -> None:
    found = [item("entity"), item("date"), item("wording"), item("commitment", conflict=True)]
    told = reading(adds={"entity": 0.1, "date": 0.6, "scope": 0.2})
    assert [one.kind for one in reasons_of_partial(context, found, [], told)] == ["date"]
    clear = [item("number", conflict=True)]
    shown = reasons_of_partial(context, [*found, *clear], clear, reading(adds={"number": 0.7}))
    assert [one.kind for one in shown] == ["number"]


def test_a_side_that_no_reason_quotes_is_shown_by_its_longest_phrase(context: LinkContext) -> None:
    one, two = B.index("at length"), B.index("delegations")
    words = [
        Difference("wording", None, Span(one, one + 9), "Only B says “at length”.", conflict=False),
        Difference("wording", None, Span(two, two + 11), "Only B says more.", conflict=False),
    ]
    told = reading(adds={"date": 0.6})
    shown = reasons_of_partial(context, [item("date"), *words], [], told)
    assert [one.note for one in shown] == ["date", "Only B says “at length”."]
    shown = reasons_of_partial(context, [item("date"), words[1]], [], told)
    assert [one.note for one in shown] == ["date"]


def test_a_likely_kind_that_no_comparer_found_is_told_on_lone_words(context: LinkContext) -> None:
    words = [
        Difference("wording", Span(0, 2), None, "Only A says “We”.", conflict=False),
        Difference("wording", None, Span(45, 54), "Only B says “at length”.", conflict=False),
    ]
    told = reading(adds={"framing": 0.5, "date": 0.3})
    *_, guess = reasons_of_partial(context, [item("date"), *words], [], told)
    assert (guess.kind, guess.a, guess.b) == ("framing", None, Span(45, 54))
    assert "looks like in what light it is put: B “" in guess.note
    assert reasons_of_partial(context, [item("date")], [], told) == [item("date")]  # no words
    told = reading(adds={"number": 0.9, "scope": 0.8, "framing": 0.3})
    guess, *_ = reasons_of_partial(context, words, [], told)
    assert guess.kind == "framing"  # neither side gives a number, and no word is of extent


def test_words_of_one_side_are_not_guessed_to_name_somebody(context: LinkContext) -> None:
    words = [Difference("wording", None, Span(4, 15), "Only B says more.", conflict=False)]
    for kind in ("entity", "commitment", "scope"):
        assert reasons_of_partial(context, words, [], reading(adds={kind: 0.9})) == words


def test_the_contradiction_that_made_a_partial_stands_first(context: LinkContext) -> None:
    against = Difference("negation", Span(0, 2), Span(4, 15), "B denies", conflict=True)
    lone = Difference("scope", None, Span(16, 25), "Only B limits", conflict=True)
    found = [item("date", at=4), against, lone]
    told = reading(adds={"date": 0.9, "negation": 0.01})
    shown = reasons_of_partial(context, found, [against, lone], told)
    assert [one.note for one in shown] == ["B denies", "date"]


def test_what_a_reason_says_already_is_not_told_again(context: LinkContext) -> None:
    spring, none = Span(0, 2), Span(45, 54)
    told = [
        Difference("date", spring, none, "B has none", conflict=True),
        Difference("date", spring, None, "Only A", conflict=False),
        Difference("negation", None, none, "Only B denies", conflict=True),
        Difference("scope", None, none, "Only B limits", conflict=True),
    ]
    shown = reasons_of_divergence(told, told, None)
    assert [one.note for one in shown] == ["B has none", "Only B limits"]


def test_what_the_other_side_says_elsewhere_stands_behind(context: LinkContext) -> None:
    found = [item("entity", weight=0.35), item("date", at=1)]
    told = reading(adds={"entity": 0.6, "date": 0.5})
    shown = reasons_of_partial(context, found, [], told)
    assert [one.kind for one in shown] == ["date", "entity"]
    told = reading(adds={"entity": 0.5, "date": 0.5})
    assert [one.kind for one in reasons_of_partial(context, found, [], told)] == ["date"]
    hidden = Difference("entity", Span(0, 2), None, "War", conflict=False, told=False)
    told = reading({"entity": 0.9}, {"entity": 0.9})
    assert reasons_of_divergence([hidden], [], told) == []
    assert hidden not in reasons_of_partial(context, [hidden], [], told)


def test_where_nothing_is_likely_something_is_shown_and_never_too_much(
    context: LinkContext,
) -> None:
    found = [item("wording", at=at) for at in range(6)]
    assert len(reasons_of_partial(context, found, [], reading())) == 2
    many = [item("date", at=at) for at in range(6)]
    told = reading({"date": 0.9}, {"date": 0.9})
    assert len(reasons_of_partial(context, many, [], told)) == MAX_EVIDENCE
    assert len(reasons_of_divergence(many, [], told)) == MAX_EVIDENCE
    assert len(reasons_of_partial(context, many, [], None)) == MAX_EVIDENCE


def test_figures_of_one_side_are_not_told_beside_a_finding_of_both() -> None:
    both = Difference("negation", Span(0, 2), Span(4, 15), "B denies", conflict=True)
    found = [both, item("date", at=4), item("condition", at=5), item("number", at=6)]
    told = reading({"negation": 0.9, "date": 0.5, "number": 0.5, "condition": 0.4})
    assert [one.kind for one in reasons_of_divergence(found, [both], told)] == [
        "negation",
        "condition",
    ]
    guessed = Difference("framing", Span(0, 2), Span(4, 15), "looks like", conflict=True)
    shown = reasons_of_divergence(found[1:], [guessed], told)
    assert [one.kind for one in shown] == ["framing", "date", "number", "condition"]


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ("They censured the raid.", "They denounced the incursion.", False),
        ("The envoys welcomed the plan.", "The envoys lauded the scheme.", False),
        ("They welcomed the plan and asked for time.", "They hailed it and asked for time.", False),
        ("They welcomed the plan.", "They denounced the scheme.", True),
        ("They denounced the vile raid.", "They criticised the incursion.", True),
        ("They did not welcome the plan.", "They hailed the scheme.", True),
        ("They described the plan.", "They praised the scheme.", True),
    ],
)
def test_one_stance_by_two_verbs_is_no_other_light(a: str, b: str, told: bool) -> None:
    context = context_of(a, b)
    spans = Span(a.index(" ") + 1, len(a) - 1), Span(b.index(" ") + 1, len(b) - 1)
    for kinds, likely in ((["framing"], 0.9), (["framing"], 0.1)):
        found = guess_of(context, kinds, spans, {"framing": likely})
        assert (found is not None) == told
