"""Qualities that one side says and the other denies by the shape of a word."""

from __future__ import annotations

import pytest

from compare.relation.comparers.announced import acts_apart
from compare.relation.comparers.denials import compare_negations
from compare.relation.comparers.opposites import compare_opposites
from compare.relation.comparers.parity import contrary_denials
from compare.relation.comparers.qualities import compare_qualities
from compare.relation.comparers.reserved import compare_reserved
from tests.relation.links_help import context_of, said

APART: list[tuple[str, str, tuple[str, str]]] = [
    ("The police seized illegally felled timber.", "The timber had been lawfully felled.",
     ("illegally felled", "lawfully felled")),
    ("Untrained guards watched the prison.", "The guards were fully trained.",
     ("Untrained guards", "trained")),
    ("The complaint is groundless.", "The complaint was not without merit.",
     ("groundless", "not without merit")),
    ("The claim was unjustified.", "The claim was well founded.", ("unjustified", "founded")),
    ("An unauthorised march crossed the city.", "The march had been approved by the mayor.",
     ("unauthorised march", "approved")),
    ("The figures in the audit are inaccurate.", "The audit gave correct figures.",
     ("inaccurate", "correct figures")),
    ("The drug is unsafe.", "The regulator found that the drug is perfectly safe.",
     ("unsafe", "safe")),
    ("The verdict was unjust.", "The court passed a fair verdict.", ("unjust", "fair verdict")),
    ("The tower was lawfully built.", "The tower was illegally built.",
     ("lawfully built", "illegally built")),
    ("The dismissal was unlawful.", "The dismissal was not unlawful.",
     ("unlawful", "unlawful")),
]  # fmt: skip
TOGETHER: list[tuple[str, str]] = [
    ("The police seized illegally felled timber.", "The furniture was made from lawful goods."),
    ("The timber was illegally felled.", "The timber had not been lawfully felled."),
    ("The complaint is groundless.", "The complaint was without merit."),
    ("Untrained guards watched the prison.", "The prison was watched by trained dogs."),
    ("Some untrained guards watched the prison.", "Other guards were fully trained."),
    ("The verdict may be unjust.", "The verdict is fair."),
    ("If the drug is unsafe, it will be withdrawn.", "The drug is safe."),
    ("Both legal and illegal migrants were counted.", "The illegal migrants were counted."),
    ("The vote was unanimous.", "The vote was held on Monday."),
    ("The report was incomplete.", "The report was late."),
    ("An immediate ceasefire was agreed.", "A mediated ceasefire was agreed."),
    ("The jewels are invaluable.", "The jewels are valuable."),
    ("The union called the dismissal unlawful.", "The dismissal was lawful."),
    ("The drug isn't unsafe.", "The drug is safe."),
]
IDIOMS: list[tuple[str, str]] = [
    ("The crew had no choice but to abandon the ship.", "The ship was abandoned by the crew."),
    ("The firm was left with no option but to close the plant.", "The firm closed the plant."),
    ("It was no small victory for the club.", "It was a victory for the club."),
    ("The mayor made no secret of his anger.", "The mayor showed his anger."),
    ("The tunnel was nothing less than a triumph.", "The tunnel was a triumph."),
]


@pytest.mark.parametrize(("a", "b", "quoted"), APART)
def test_a_quality_is_set_against_its_denial(a: str, b: str, quoted: tuple[str, str]) -> None:
    for context, own in ((context_of(a, b), quoted), (context_of(b, a), quoted[::-1])):
        found = [
            (context.a.slice(one), context.b.slice(other))
            for one, other, _ in compare_qualities(context)
        ]
        assert found == [own]
        assert own in [
            (context.a.slice(item.a), context.b.slice(item.b))
            for item in compare_opposites(context)
            if item.a and item.b
        ]


@pytest.mark.parametrize(("a", "b"), TOGETHER)
def test_qualities_that_can_both_be(a: str, b: str) -> None:
    assert compare_qualities(context_of(a, b)) == []
    assert compare_qualities(context_of(b, a)) == []


@pytest.mark.parametrize(("a", "b"), IDIOMS)
def test_idioms_that_deny_nothing(a: str, b: str) -> None:
    assert compare_negations(context_of(a, b)) == []
    assert compare_negations(context_of(b, a)) == []


RESERVED: list[tuple[str, str]] = [
    ("The club reserves the right to appeal.", "The club will not appeal."),
    ("The firm reserved the right to raise the rent.", "The rent will not be raised."),
    ("The board retains the option to close the pool.",
     "The board promised that it will not close the pool."),
]  # fmt: skip
NOT_RESERVED: list[tuple[str, str]] = [
    ("The club reserves the right to appeal.", "The player will not appeal."),
    ("The firm reserved the right to raise the rent.", "The firm will not raise wages."),
    ("The firm reserved the right to raise the rent.", "The rent will be raised."),
    ("The firm does not reserve the right to raise the rent.", "The rent will not be raised."),
    ("The firm reserved the right to raise the rent.", "If all agree, the rent won't be raised."),
]


@pytest.mark.parametrize(("a", "b"), RESERVED)
def test_what_is_kept_open_is_set_against_what_will_not_be(a: str, b: str) -> None:
    assert len(compare_reserved(context_of(a, b))) == 1
    assert len(compare_reserved(context_of(b, a))) == 1


@pytest.mark.parametrize(("a", "b"), NOT_RESERVED)
def test_what_is_kept_open_goes_with_other_acts(a: str, b: str) -> None:
    assert compare_reserved(context_of(a, b)) == []
    assert compare_reserved(context_of(b, a)) == []


NOUNS: list[tuple[str, str]] = [
    ("The army announced the withdrawal of its troops.", "The troops will remain in the valley."),
    ("The airline confirmed the resumption of flights.", "The airline will not resume flights."),
    ("The owner ordered the closure of the mine.", "The mine will not close."),
    ("The firm confirmed the closure of the plant.", "The plant will remain open."),
    ("The council approved the demolition of the tower.", "The tower won't be demolished."),
]
NOT_NOUNS: list[tuple[str, str]] = [
    ("The mayor demanded the withdrawal of the troops.", "The troops will remain in the valley."),
    ("The army announced the withdrawal of some troops.", "Other troops will remain there."),
    ("The owner ordered the closure of the mine.", "The mill will not close."),
    ("The owner ordered the closure of the mine.", "The mine will close."),
    ("The owner didn't order the closure of the mine.", "The mine will not close."),
    ("The owner ordered the closure of the mine.", "The mine may not close."),
    ("The owner ordered the closure of the mine.", "If the strike ends, the mine will not close."),
]


@pytest.mark.parametrize(("a", "b"), NOUNS)
def test_an_act_told_by_a_noun_is_set_against_its_contrary(a: str, b: str) -> None:
    assert acts_apart(context_of(a, b))
    assert acts_apart(context_of(b, a))


@pytest.mark.parametrize(("a", "b"), NOT_NOUNS)
def test_an_act_told_by_a_noun_goes_with_other_acts(a: str, b: str) -> None:
    assert acts_apart(context_of(a, b)) is None
    assert acts_apart(context_of(b, a)) is None


JOINED: list[tuple[str, str, tuple[str, str]]] = [
    ("The driver admitted speeding.", "The driver has a clean record and denies any offence.",
     ("admitted", "denies")),
    ("The nurse accepted the offer.", "The nurse met the board and rejected the offer.",
     ("accepted", "rejected")),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "quoted"), JOINED)
def test_a_joined_verb_has_the_subject_of_the_first(
    a: str, b: str, quoted: tuple[str, str]
) -> None:
    context = context_of(a, b)
    assert quoted in said(context, compare_opposites(context))


def test_a_denial_is_not_set_against_another_act() -> None:
    context = context_of(
        "The hall was hit by bullets, but luckily no visitors were hurt.",
        "The shots were aimed only at guards, and not a single bullet was fired at the hall.",
    )
    for item in compare_negations(context):
        assert "aimed" not in item.note


LAPSED: list[tuple[str, str, bool]] = [
    ("Deliveries to the islands will not be delayed.",
     "Deliveries to the islands can no longer be guaranteed.", True),
    ("The service will not be interrupted.", "The service can no longer be maintained.", True),
    ("The lessons will not be cancelled because of the strike.",
     "The lessons can no longer be given because of the strike.", True),
    ("The port will not be closed.", "Sailors can no longer use the old harbour.", False),
    ("The strike will not be stopped.", "The strike can no longer be held.", False),
    ("The service will not be interrupted.", "The service can still be maintained.", False),
    ("The service will not be extended.", "The service can no longer be guaranteed.", False),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "apart"), LAPSED)
def test_what_is_promised_can_no_longer_be(a: str, b: str, apart: bool) -> None:
    assert bool(contrary_denials(context_of(a, b))) == apart
    assert bool(contrary_denials(context_of(b, a))) == apart
