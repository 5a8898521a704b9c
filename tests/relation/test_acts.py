"""By whom an act is told to be done."""

from __future__ import annotations

import pytest

from compare.relation.comparers.acts import compare_actors
from tests.relation.links_help import context_of


@pytest.mark.parametrize(
    ("speakers", "b", "weight"),
    [
        (("Governor of Tarn", "Presidency of Norland"), "The President proposed a patrol.", 0.7),
        (("Donald Trump", "Kremlin"), "The Russian President proposed a patrol.", 0.7),
        (("Governor of Tarn", "President of Norland"), "I proposed a patrol.", 0.7),
        (("Governor of Tarn", "President of Norland"), "I proposed a treaty.", None),
        (("Governor of Tarn", "Presidency of Norland"), "The Governor proposed a patrol.", None),
        (("Donald Trump", "Kremlin"), "President Trump proposed a patrol.", None),
        (("White House", "Kremlin"), "The American side proposed a patrol.", None),
        (("Governor of Tarn", "Kremlin"), "Mr Lund and the Governor proposed a patrol.", None),
        (("", ""), "The President proposed a patrol.", 0.3),  # who "I" is is not known
    ],
)
def test_the_speaker_is_who_says_i(speakers: tuple[str, str], b: str, weight: float | None) -> None:
    found = compare_actors(context_of("I proposed a patrol.", b, speakers=speakers))
    assert [item.weight for item in found] == ([] if weight is None else [weight])
    swapped = context_of(b, "I proposed a patrol.", speakers=(speakers[1], speakers[0]))
    assert [item.weight for item in compare_actors(swapped)] == [item.weight for item in found]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Minister Lund thanked the crew.", "General Reyl thanked the crew."),
        ("Minister Lund met the families.", "Chairman Derbek met the families."),
        ("Ms Ode told reporters of the deal.", "Mr Tarn told reporters of the deal."),
    ],
)
def test_what_each_does_for_himself_is_no_act_of_others(a: str, b: str) -> None:
    assert compare_actors(context_of(a, b)) == []
    given = [side.replace("thanked", "freed").replace("met", "freed") for side in (a, b)]
    given = [side.replace("told reporters of", "broke") for side in given]
    assert len(compare_actors(context_of(*given))) == 1


def test_we_may_agree_together_with_whom_the_other_side_names() -> None:
    said = "President Lund agreed to start at once."
    assert compare_actors(context_of("We have agreed to start at once.", said)) == []
    assert len(compare_actors(context_of("I have agreed to start at once.", said))) == 1
    given = "We proposed a patrol.", "President Lund proposed a patrol."
    assert len(compare_actors(context_of(*given))) == 1
