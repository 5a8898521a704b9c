"""What a link's company says: nothing where it is alone, more the more links there are."""

from __future__ import annotations

import math

import pytest

from compare.relation.company import FROM, ORDINARY, company


def read(divergence: float, agreement: float = 0.0) -> dict[str, float]:
    return {"read_divergence": divergence, "read_agreement": agreement}


def share(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def test_a_link_alone_has_ordinary_company() -> None:
    (alone,) = company([read(5.0)], [0.9])
    for name, ordinary in ORDINARY.items():
        assert share(alone[f"others_{name}"]) == pytest.approx(ordinary)


def test_the_others_count_and_the_link_itself_does_not() -> None:
    for count in (2, 6):
        quarrel = company([read(-5.0), *[read(5.0)] * count], [0.9] * (count + 1))
        assert share(quarrel[0]["others_divergence"]) > ORDINARY["divergence"]
        assert quarrel[0]["others_divergence"] > quarrel[1]["others_divergence"]
    few, many = (
        company([read(0.0), *[read(-5.0)] * count], [0.9] * (count + 1))[0] for count in (1, 9)
    )
    assert many["others_divergence"] < few["others_divergence"]


def test_what_is_hardly_a_link_is_no_company() -> None:
    alone, beside = company([read(5.0)], [0.9]), company([read(5.0)] * 2, [0.9, FROM / 2])
    assert beside[0] == alone[0]


def test_no_link_has_no_company() -> None:
    assert company([], []) == []
