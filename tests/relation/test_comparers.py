"""What the comparers find between two sentences, and on which words a kind may be told."""

from __future__ import annotations

import pytest

from compare.model import EvidenceKind, Span
from compare.relation.comparers import differences
from compare.relation.comparers.denials import compare_negations
from compare.relation.comparers.extents import compare_scopes
from compare.relation.comparers.names import compare_entities
from compare.relation.comparers.opposites import compare_opposites
from compare.relation.comparers.quantities import compare_numbers
from compare.relation.context import Difference
from compare.relation.fitting import can_bear
from compare.relation.guessing import covers, guess
from tests.relation.links_help import context_of, said


def span_in(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_a_vague_figure_answers_to_the_one_about_its_own_thing() -> None:
    context = context_of(
        "Twelve people were hurt, and seven officers were taken to hospital.",
        "At least 40 people were hurt, and several officers were taken to hospital.",
    )
    found = [item for item in compare_numbers(context) if item.conflict]
    assert said(context, found) == [("Twelve", "At least 40")]


def test_who_says_without_conditions_makes_none() -> None:
    context = context_of("Inspectors may enter, without conditions.", "Inspectors may enter.")
    notes = [item.note for item in differences(context) if item.kind == "condition"]
    assert notes == ["Only A says that there is no condition: “without conditions”."]


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
    fired = span_in(A, "fired only after three clear warnings")
    assert (told.kind, told.a, told.b) == (
        "negation", fired, span_in(B, "fired without any warning")
    )  # fmt: skip
    assert guess(context, ["date"], plain, likely) is None  # A alone gives one
    both = context_of(A, B.replace("without", "on Sunday without"))
    told = guess(both, ["date"], plain, likely)
    assert told is not None
    assert [words.removeprefix("on ") for words in said(both, [told])[0]] == ["Monday", "Sunday"]
    assert guess(context, ["duration"], plain, {"duration": 0.9}) is None  # nobody gives any


def test_all_of_one_thing_stands_against_a_part_of_another() -> None:
    context = context_of(
        "All heavy weapons have been pulled back from the line.",
        "Some of the army's tanks have been withdrawn.",
    )
    (found,) = compare_scopes(context)
    assert said(context, [found]) == [("All heavy weapons", "Some of the army's tanks")]
    assert found.conflict
    context = context_of("All weapons have been withdrawn.", "Some of the tanks burned.")
    assert compare_scopes(context) == []


def test_a_guess_on_the_words_of_a_finding_says_nothing_new() -> None:
    one, two = Span(0, 10), Span(5, 9)
    item = Difference("negation", one, one, "", conflict=True)
    assert covers(item, Difference("scope", two, two, "", conflict=True))
    assert covers(item, Difference("scope", None, two, "", conflict=True))
    assert not covers(item, Difference("scope", Span(10, 12), two, "", conflict=True))
    half = Difference("negation", one, None, "", conflict=True)
    assert not covers(half, Difference("scope", one, one, "", conflict=True))


def conflicts(
    a: str, b: str, kind: EvidenceKind, speakers: tuple[str, str] = ("", "")
) -> list[tuple[str, str]]:
    """Return the words on which two sentences of 12 March 2031 differ in a kind."""
    context = context_of(a, b, speakers, "2031-03-12")
    found = [item for item in differences(context) if item.conflict and item.kind == kind]
    return said(context, found)


TURNED = [  # of the US President and of the Kremlin
    ("President Petrov called me.", "The talk was held on the initiative of the American side.",
     ("President Petrov", "on the initiative of the American side")),
    ("President Petrov called me.", "The talk was held on the initiative of the Russian side.",
     None),
    ("I called President Petrov.", "The talk was held on the initiative of the Russian side.",
     ("I", "on the initiative of the Russian side")),
    ("I called President Petrov.", "The talk was held on the initiative of the American side.",
     None),
    ("I called him.", "The call took place at our initiative.", ("I", "at our initiative")),
    ("He called me.", "The call took place at our initiative.", None),
    ("She called me.", "The call took place at his request.", ("She", "at his request")),
    ("He called me.", "The call took place at his request.", None),
    ("I received a call from President Petrov.", "The US President phoned President Petrov.",
     ("President Petrov", "The US President")),
    ("I received a call from President Petrov.", "President Petrov phoned the US President.",
     None),
    ("It was President Petrov who called me.", "The call was initiated by the White House.",
     ("President Petrov", "White House")),
    ("They asked for this call!", "The call was requested by the American side.", None),
    ("They asked us for this call!", "The call was requested by the American side.",
     ("They", "the American side")),
    ("I called President Petrov, and then President Lind called me.",
     "President Lind called the US President.", None),
    ("I will call President Petrov.", "President Petrov called the US President.", None),
    ("President Petrov called me.", "The American President proposed a meeting.", None),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "words"), TURNED)
def test_one_call_is_told_from_either_end(a: str, b: str, words: tuple[str, str] | None) -> None:
    found = conflicts(a, b, "actor", ("US President", "Kremlin"))
    assert found == ([words] if words else [])


ASKED = [
    ("Norway invited Chile.", "Chile was invited by Norway.", None),
    ("Norway invited Chile.", "Chile invited Norway.", ("Norway", "Chile")),
    ("Norway invited Chile.", "Chile received an invitation from Norway.", None),
    ("Norway invited Chile.", "Norway received an invitation from Chile.", ("Norway", "Chile")),
    ("Norway invited Chile to Oslo.", "Chile invited Norway to Santiago.", None),
    ("Chile accepted an invitation from Norway.", "Norway invited Chile to Oslo.", None),
    ("Norway asked Chile for help.", "Chile received a request for help from Norway.", None),
    ("Norway asked Chile for a list of prisoners.",
     "Chile asked Norway for the release of prisoners.", None),
    ("Norway called Chile.", "Norway received a call from Chile.", ("Norway", "Chile")),
    ("Norway called Chile.", "Chile took a call from Norway.", None),
    ("The call took place at Norway's request.", "Norway asked for the call.", None),
    ("The call took place at Norway's request.", "Chile asked for the call.",
     ("at Norway's request", "Chile")),
    ("Norway requested a meeting of the council.",
     "A meeting of the council was convened at the request of Chile.",
     ("Norway", "at the request of Chile")),
    ("Norway's invitation was accepted by Chile.", "Norway invited Chile.", None),
    ("Norway's invitation was accepted by Chile.", "Chile invited Norway.", ("Norway", "Chile")),
    ("Chile received no request for help from Norway.", "Chile asked Norway for help.", None),
    ("The call was held not at Norway's request.", "Chile asked for the call.", None),
    ("We asked Chile for help.", "We asked Chile for help.", None),
    ("We proposed a truce.", "We proposed a truce.", None),
    ("I proposed a truce.", "I proposed a truce.", ("I", "I")),
    ("We agreed to meet.", "The two sides agreed to meet.", None),
    ("Norway and Chile agreed to meet.", "The two sides agreed to meet.", None),
    ("Norway agreed to meet.", "The two sides agreed to meet.", ("Norway", "The two sides")),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "words"), ASKED)
def test_who_asked_whom(a: str, b: str, words: tuple[str, str] | None) -> None:
    assert conflicts(a, b, "actor") == ([words] if words else [])


def test_people_are_known_by_the_name_of_their_country() -> None:
    a, b = "She called me.", "The talk was held on the initiative of the Drevlian side."
    assert conflicts(a, b, "actor", ("President of Drevlia", "Vostrana"))
    assert conflicts(a, b, "actor", ("President of Vostrana", "Drevlia")) == []


def test_a_first_name_is_no_adjective_of_another() -> None:
    a, b = "I called Julian Moreau.", "Julian Moreau called President Brandt."
    assert conflicts(a, b, "actor", ("Julia Brandt", "Julian Moreau")) == [("I", "Julian Moreau")]


DIFFERENT: list[tuple[EvidenceKind, str, str, bool]] = [
    ("date", "The withdrawal begins immediately.", "The withdrawal starts on 1 May.", True),
    ("date", "The withdrawal begins immediately.", "The withdrawal starts on Friday.", False),
    ("date", "The withdrawal begins immediately.", "It starts in the coming days.", False),
    ("date", "The withdrawal begins immediately.", "The withdrawal starts this week.", False),
    ("date", "He immediately asked for a pause.", "He asked for a pause on 1 May.", False),
    ("date", "The truce starts on Friday.", "The truce starts on Saturday.", True),
    ("date", "The truce starts today.", "The truce starts on Thursday.", False),
    ("date", "We will meet in two weeks.", "The leaders will meet in June.", True),
    ("date", "We will meet in two weeks.", "The leaders will meet on 26 March.", False),
    ("date", "We will meet for the first time in ten years.", "We will meet in June.", False),
    ("date", "They leave within 30 days of the signing.", "They leave by 1 June.", False),
    ("date", "The bridge can be built in two weeks.", "It is built from 1 June on.", False),
    ("date", "The bridge was built in two weeks.", "The bridge was built in May 2030.", False),
    ("date", "The troops will not leave before May.", "The troops will leave in April.", True),
    ("date", "The troops will not leave before May.", "The troops will leave in May.", False),
    ("duration", "He asked for a pause of six weeks.", "He asked for a pause of six months.", True),
    ("duration", "It was cut from nine years to six.", "It is six years, not nine.", False),
    ("number", "We cut the duty from 25 to 15 percent.", "The duty will be 20 percent.", True),
    ("number", "We cut the duty from 25 to 15 percent.", "The duty will be 15 percent.", False),
    ("negation", "There will be no attacks on ships.", "Attacks on ships will cease.", False),
    ("negation", "There were no attacks on ships.", "Attacks on ships ceased.", True),
    ("negation", "They won't leave before May.", "They will leave in May at the earliest.", False),
    ("negation", "They won't leave before May.", "They will leave.", True),
    ("negation", "They won't leave before May.", "They will leave at 9 a.m.", True),
    ("negation", "They will not leave earlier than in May.", "They will leave in May.", False),
    ("commitment", "He agreed to return the children.",
     "He agreed to discuss the return of the children.", True),
    ("commitment", "He agreed to discuss the return of the children.",
     "They agreed to talk about the return of the children.", False),
    ("commitment", "He rejected the demand to withdraw.", "He agreed to withdraw.", True),
    ("commitment", "He accepted the demand to withdraw.", "He agreed to withdraw.", False),
    ("condition", "Talks follow if the truce holds.", "Talks follow without preconditions.", True),
    ("condition", "Talks follow if the truce holds.", "Talks follow once it is quiet.", False),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "a", "b", "differ"), DIFFERENT)
def test_what_differs(kind: EvidenceKind, a: str, b: str, differ: bool) -> None:
    assert bool(conflicts(a, b, kind)) == differ


def test_what_is_quoted_of_a_difference() -> None:
    a, b = "All prisoners except murderers go free.", "All prisoners go free."
    assert conflicts(a, b, "scope") == [("except", "All")]
    a, b = "He agreed to return the children.", "He agreed to discuss the return of the children."
    assert conflicts(a, b, "commitment") == [("agreed", "agreed to discuss")]


def test_what_a_figure_is_of() -> None:
    for a, b, kind, thing in (
        ("The talks lasted five hours.", "The talks took two hours.", "duration", "talks"),
        ("We cut the duty to 15 percent.", "The duty will be 20 percent.", "number", "duty"),
    ):
        context = context_of(a, b)
        (found,) = (item for item in differences(context) if item.conflict and item.kind == kind)
        assert f" of “{thing}”" in found.note
    context = context_of("Two missiles were launched.", "The three denounced the missiles.")
    assert [item for item in compare_numbers(context) if item.conflict and item.weight == 1] == []
