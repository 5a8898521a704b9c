"""Denials that are none, conditions that are denied, refusals as quoted, and light verbs."""

from __future__ import annotations

import pytest

from compare.model import EvidenceKind
from compare.relation.comparers import differences
from tests.relation.links_help import context_of, said


def told(a: str, b: str, kind: EvidenceKind) -> list[tuple[str, str]]:
    context = context_of(a, b)
    found = [item for item in differences(context) if item.conflict and item.kind == kind]
    return said(context, found)


ALIKE: list[tuple[EvidenceKind, str, str]] = [
    ("negation", "The two kings last met six years ago.", "The two kings have not met since 2020."),
    ("negation", "The two kings have not met for six years.", "The two kings last met in 2020."),
    ("negation", "The two kings have not met since 2020.",
     "The two kings will meet again in Veld, after a break of six years."),
    ("negation", "The truce is not subject to any conditions.", "The truce is unconditional."),
    ("condition", "The truce is not subject to any conditions.", "The truce is unconditional."),
    ("negation", "It is no lie that the bank paid the fine.", "The bank paid the fine."),
    ("actor", "Commanders tried three times to reach the other side on the hotline.",
     "The duty officer used the hotline between the staffs."),
    ("negation", "They agreed not to break off the survey.", "They agreed to continue the survey."),
    ("negation", "The council will not drop the survey.", "The council will keep the survey."),
    ("number", "Tarn will buy 30 boats.", "The volume of trade in boats was not discussed."),
    ("actor", "Norland took the town.", "Tarn used the port."),
    ("actor", "Norland gave a concert in the camp.", "Tarn gave warning to the crew."),
    ("commitment", "Norland will NOT admit observers to the area.", "Tarn discussed the wheat."),
]  # fmt: skip
DIFFER: list[tuple[EvidenceKind, str, str, tuple[str, str]]] = [
    ("negation", "The two kings have not met since 2020.", "The two kings met two weeks ago.",
     ("have not met since 2020", "met")),
    ("negation", "The two kings have not met.", "The two kings last met in 2020.",
     ("have not met", "last met in 2020")),
    ("negation", "At no point was the bridge of Veld destroyed.",
     "The bridge of Veld was destroyed.",
     ("At no point was the bridge of Veld destroyed", "was destroyed")),
    ("negation", "Reports that the school in Veld was hit are a fabrication.",
     "The school in Veld was hit by shells.", ("are a fabrication", "was hit")),
    ("condition", "No preconditions were set for the talks in Veld.",
     "Tarn will come to the talks in Veld provided that the blockade ends.",
     ("No preconditions", "provided that the blockade ends")),
    ("condition", "The handover is not contingent on a vote.",
     "The handover is contingent on a vote.", ("", "contingent on a vote")),
    ("condition", "Tarn will open the port only if the strike ends.",
     "Tarn will open the port regardless of the strike.",
     ("only if the strike ends", "regardless of the strike")),
    ("condition", "Tarn will pay once the bridge is built.",
     "The payment is not tied to progress on the bridge.",
     ("once the bridge is built", "not tied to progress on the bridge")),
    ("condition", "Tarn will hire pilots once the school opens.",
     "Tarn will hire pilots regardless of age.", ("once the school opens", "")),
    ("number", "Tarn will buy 30 boats.", "Tarn will buy boats, no amounts were set.",
     ("30", "no amounts")),
    ("actor", "Norland gave aid to the camp.", "Tarn gave aid to the camp.", ("Norland", "Tarn")),
    ("actor", "Norland tried to sell the mine.", "Tarn sold the mine.", ("Norland", "Tarn")),
    ("commitment", "European rules on data were not on the table.",
     "The Union agreed to change its rules on data.", ("were not on the table", "agreed")),
    ("commitment", "European rules on data were not put on the table.",
     "The Union agreed to change its rules on data.", ("were not put on the table", "agreed")),
    ("commitment", "Norland will NOT admit observers to the area.",
     "Tarn may admit observers to the area.", ("will NOT admit", "may")),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "a", "b"), ALIKE)
def test_what_does_not_differ(kind: EvidenceKind, a: str, b: str) -> None:
    assert told(a, b, kind) == []
    assert told(b, a, kind) == []


@pytest.mark.parametrize(("kind", "a", "b", "quoted"), DIFFER)
def test_what_differs(kind: EvidenceKind, a: str, b: str, quoted: tuple[str, str]) -> None:
    assert quoted in told(a, b, kind)
    assert quoted[::-1] in told(b, a, kind)


def test_no_refusal_is_told_without_a_shared_act() -> None:
    context = context_of("They rejected the treaty.", "We built a bridge.")
    assert not [item for item in differences(context) if item.kind == "commitment"]
    context = context_of("They rejected the treaty.", "We printed the treaty.")
    (found,) = (item for item in differences(context) if item.kind == "commitment")
    assert found.note.startswith("How firmly it is put differs: ")
    context = context_of("They rejected the treaty.", "They accepted the treaty.")
    (found,) = (item for item in differences(context) if item.kind == "commitment")
    assert found.note.startswith("A tells of a refusal on “treaty”: ")
