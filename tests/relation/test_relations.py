"""Relations end to end on sentences of our own: figures that clash, figures that are equal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare import compare, make_statement
from compare.alignment.words import align_words
from compare.embedding import load_embedder
from compare.language.facts import read_sentences
from compare.model import UNSURE, Link
from compare.relation import severity
from compare.relation.classifier import (
    CERTAIN_LINK,
    FIGURE_CONFIDENCE,
    LONE_FIGURE_CONFIDENCE,
    SURE_LINK,
    UNSUPPORTED_CONFIDENCE,
    clear_conflict,
    decide,
)
from compare.relation.comparers.acts import compare_commitments
from compare.relation.comparers.quantities import UNRELATED
from compare.relation.context import Difference, link_contexts
from compare.relation.severity import link_severity
from compare.settings import Settings

NO_FIGURES = dict.fromkeys(
    ("conflict_number", "conflict_duration", "conflict_date", "tight_date", "conflict_opposite"),
    0.0,
) | {"probability": 0.9}


def only_link(a: str, b: str) -> Link:
    result = compare(make_statement(a, date="2026-05-01"), make_statement(b, date="2026-05-01"))
    assert len(result.links) == 1, result.links
    return result.links[0]


@pytest.mark.parametrize(
    ("a", "b", "kind", "words"),
    [
        ("Norland will return all 40 fishermen.", "Norland will return 25 fishermen.",
         "number", ("40", "25")),
        ("Norland will buy twelve tugs.", "Norland will buy 15 tugs.", "number", ("twelve", "15")),
        ("The talks lasted more than an hour.", "The conversation lasted 45 minutes.",
         "duration", ("more than an hour", "45 minutes")),
        ("The harbour will be reopened on 3 May.", "The harbour will be reopened on 10 May.",
         "date", ("on 3 May", "on 10 May")),
    ],
)  # fmt: skip
def test_clashing_figures_are_a_divergence_on_their_words(
    a: str, b: str, kind: str, words: tuple[str, str]
) -> None:
    link = only_link(a, b)
    assert link.relation == "divergence"
    evidence = next(item for item in link.evidence if item.kind == kind)
    assert evidence.a is not None
    assert evidence.b is not None
    said = a[evidence.a.start : evidence.a.end], b[evidence.b.start : evidence.b.end]
    assert said[0] in (words[0], words[0].removeprefix("on "))
    assert said[1] in (words[1], words[1].removeprefix("on "))
    assert said[0] in evidence.note
    assert said[1] in evidence.note


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The talks lasted ninety minutes.", "The conversation lasted an hour and a half."),
        ("The talks lasted more than an hour.", "The conversation lasted 80 minutes."),
        ("Norland will buy a dozen tugs.", "Norland will buy 12 tugs."),
        ("The harbour will be reopened on 3 May.", "The harbour will be reopened on May 3rd."),
        (
            "Some seventy roofs in Veld are gone, the mayor said.",
            "The count by the insurers has 69 roofs in Veld beyond repair.",
        ),
    ],
)
def test_equal_figures_in_other_words_are_no_divergence(a: str, b: str) -> None:
    assert only_link(a, b).relation != "divergence"


def difference(kind: str, weight: float, conflict: bool = True) -> Difference:
    return Difference(kind, None, None, "", conflict, weight)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("Output grew in the second quarter.", "Output shrank in the second quarter.", "shrank"),
        ("The senate approved the budget.", "The senate rejected the budget.", "rejected"),
    ],
)
def test_an_opposite_in_sentences_else_alike_is_a_divergence(a: str, b: str, words: str) -> None:
    link = only_link(a, b)
    assert link.relation == "divergence"
    assert any(words in item.note for item in link.evidence)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (
            "We signed a preliminary agreement on copper and on electric lorries, a big one.",
            "The two ministers signed the final agreement on trade in copper.",
            "divergence",
        ),
        (
            "There will be a permanent truce, the President told reporters in Veld.",
            "Both sides committed themselves to an interim truce along the river.",
            "divergence",
        ),
        (
            "The northern bridge will reopen in May, the ministry announced.",
            "The southern bridge will reopen in May, according to the ministry.",
            "partial",
        ),
    ],
)
def test_how_a_thing_stands_is_told_from_which_it_is(a: str, b: str, relation: str) -> None:
    assert only_link(a, b).relation == relation


def test_opposites_of_two_other_things_are_not_told_as_the_reason() -> None:
    link = only_link(
        "We agreed that our engineers start work on the canal, and we will begin by inviting the "
        "mayor of Tolm.",
        "The two sides spoke about the canal, and peaceful work on ending the quarrel over it was "
        "called possible by the minister.",
    )
    assert "commitment" in {item.kind for item in link.evidence}
    assert not any("opposite" in item.note for item in link.evidence)


def test_where_figures_differ_no_reason_is_guessed() -> None:
    link = only_link(
        "Norland will send back all 40 fishermen by Friday.",
        "Norland will return 25 of the fishermen who are held in Veld.",
    )
    assert link.relation == "divergence"
    assert link.evidence[0].kind == "number"
    assert not any("looks like" in item.note for item in link.evidence)


def test_an_opposite_that_is_denied_says_the_same() -> None:
    link = only_link("The road is closed to lorries.", "The road is not open to lorries.")
    assert link.relation != "divergence"


def test_a_divergence_needs_something_to_point_at() -> None:
    weak, addition = difference("scope", 0.2), difference("scope", 1, False)
    assert decide(0.9, 0.1, [], [], NO_FIGURES, 0.4)[0] == "partial"
    assert decide(0.9, 0.1, [weak], [], NO_FIGURES, 0.4)[0] == "partial"
    assert decide(0.9, 0.1, [weak], [weak], NO_FIGURES, 0.4)[0] == "divergence"
    assert decide(0.9, 0.1, [addition], [addition], NO_FIGURES, 0.4)[0] == "partial"


def test_a_figure_makes_a_divergence_where_the_link_is_sure() -> None:
    figure = difference("number", 1.0)
    told = NO_FIGURES | {"conflict_number": 1.0}
    assert decide(0.3, 0.1, [figure], [figure], told, 0.4) == ("divergence", FIGURE_CONFIDENCE)
    lone = NO_FIGURES | {"conflict_date": UNRELATED}
    said = decide(0.3, 0.1, [figure], [figure], lone, 0.4)
    assert said == ("divergence", LONE_FIGURE_CONFIDENCE)
    unsure = lone | {"probability": CERTAIN_LINK - 0.01}
    assert decide(0.3, 0.1, [figure], [figure], unsure, 0.4)[0] == "partial"
    unsure = told | {"probability": SURE_LINK - 0.01}
    assert decide(0.3, 0.1, [figure], [figure], unsure, 0.4)[0] == "partial"


def test_a_figure_that_the_models_do_not_bear_out_is_told_as_unsure() -> None:
    figure = difference("number", 1.0)
    told = NO_FIGURES | {"conflict_number": 1.0}
    default = Settings().divergence_threshold
    said = decide(0.1, 0.1, [figure], [figure], told, default)
    assert said == ("divergence", UNSUPPORTED_CONFIDENCE)
    assert UNSUPPORTED_CONFIDENCE < UNSURE
    assert decide(0.1, 0.1, [figure], [figure], told, 0.4)[0] == "partial"


def test_a_partial_overlap_is_as_unsure_as_its_link() -> None:
    likely, unlikely = (
        decide(0.1, 0.2, [], [], NO_FIGURES | {"probability": value}, 0.4) for value in (0.9, 0.45)
    )
    assert likely == ("partial", pytest.approx(0.9 * 0.8 * 0.9))
    assert unlikely == ("partial", pytest.approx(0.9 * 0.8 * 0.45))


def test_no_agreement_is_claimed_over_a_clear_conflict() -> None:
    clear, faint = difference("commitment", 0.85), difference("commitment", 0.3)
    assert decide(0.1, 0.9, [], [faint], NO_FIGURES, 0.4)[0] == "agreement"
    assert decide(0.1, 0.9, [clear], [clear], NO_FIGURES, 0.4)[0] == "partial"
    assert clear_conflict(clear)
    assert not clear_conflict(faint)
    assert not clear_conflict(difference("negation", 0.8))
    assert clear_conflict(difference("date", UNRELATED))
    assert not clear_conflict(difference("date", UNRELATED, conflict=False))


def test_a_figure_outranks_a_commitment_outranks_framing() -> None:
    by_kind = [
        link_severity("divergence", 0.7, [difference(kind, 1.0)])
        for kind in ("negation", "number", "commitment", "framing")
    ]
    assert by_kind == sorted(by_kind, reverse=True)
    assert len(set(by_kind)) == 4
    assert link_severity("agreement", 1.0, [difference("number", 1.0)]) == 0


def test_a_statement_agrees_with_itself() -> None:
    told = make_statement(
        "President Orr of Tarn called President Vale. Tarn and Norland will not send ships to the "
        "strait before 3 May.\nNext steps\nForty fishermen are to return once the dredging ends."
    )
    again = make_statement(told.text.replace("Next steps", "NEXT STEPS"))
    result = compare(told, again)
    assert {link.relation for link in result.links} == {"agreement"}
    assert {link.confidence for link in result.links} == {1.0}
    assert not any(link.evidence for link in result.links)
    assert len(result.links) == 4
    assert not result.only_a
    assert not result.only_b


def test_who_acts_is_the_same_in_whatever_order() -> None:
    link = only_link(
        "Tarn and Norland will exchange prisoners on Sunday.",
        "Norland and Tarn will swap prisoners on Sunday.",
    )
    assert not any(item.kind == "actor" for item in link.evidence)


@pytest.mark.parametrize(
    ("a", "b", "start"),
    [
        ("The company refused to show the figures.", "The figures were shown by the company.",
         "A tells of a refusal"),
        ("The company will show the figures.", "The company considered showing the figures.",
         "A is firmer on"),
        ("The mayor insisted on a vote.", "The council has prepared a vote.",
         "How firmly it is put differs"),
    ],
)  # fmt: skip
def test_a_side_is_firmer_only_where_one_act_is_told_by_both(a: str, b: str, start: str) -> None:
    sides = make_statement(a), make_statement(b)
    vectors = [load_embedder().encode([text]) for text in (a, b)]
    words = align_words(*sides, (0,), (0,), vectors[0].tokens, vectors[1].tokens)
    words = replace(words, pairs=())  # so that only the same word is the same act
    facts = [read_sentences(side) for side in sides]
    (context,) = link_contexts(*sides, facts[0], facts[1], [((0,), (0,))], [words])
    (found,) = compare_commitments(context)
    assert found.note.startswith(start)


def test_a_heading_asserts_nothing_and_ranks_last() -> None:
    text = "Water releases from the dam\n\nThank you all.\n\nThe dam lets 45 tonnes through."
    told = make_statement(text)
    heading, thanks, claim = severity.substance(read_sentences(told)).tolist()
    assert heading == 0 < thanks < claim


def test_hopes_rank_behind_what_can_be_checked() -> None:
    told = make_statement("I believe it will end well, and soon, I hope. Oslo will pay 4 million.")
    hope, claim = severity.substance(read_sentences(told)).tolist()
    assert hope < claim


def test_the_number_of_an_item_is_no_figure() -> None:
    (item,) = read_sentences(make_statement("1. Water releases of 45 tonnes"))
    assert [fact.value for fact in item.facts if fact.kind == "number"] == ["45000 kg"]


def test_a_divergence_is_told_from_the_threshold_on_with_its_probability() -> None:
    weak = difference("scope", 0.2)
    assert decide(0.4, 0.1, [], [weak], NO_FIGURES, 0.4) == ("divergence", 0.4)
    assert decide(0.39, 0.1, [], [weak], NO_FIGURES, 0.4)[0] == "partial"


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("France and Germany signed.", "Germany and France signed.", "agreement"),
        ("France told Germany to pay.", "Germany was told by France to pay.", "agreement"),
        ("France told Germany to pay.", "Germany told France to pay.", "divergence"),
        ("Norland attacked Tarn.", "Tarn attacked Norland.", "divergence"),
        # Names and figures that are near each other are no others in another order.
        (
            "The leaders will meet in Geneva in May.",
            "The leaders will meet in Vienna in May.",
            "divergence",
        ),
        ("Tarn must pay Veld 75 million.", "Tarn must pay Veld 7,500.", "divergence"),
    ],
)
def test_names_turned_round_differ_only_where_somebody_else_acts(
    a: str, b: str, relation: str
) -> None:
    assert only_link(a, b).relation == relation
