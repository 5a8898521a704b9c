"""The second look at pairs that may be links."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from compare.alignment.logistic import Logistic
from compare.alignment.pairs import Pairs, PairValues
from compare.alignment.second import ALONE, LOOK_FROM, above_rivals, look_again, second_features
from compare.embedding.base import FloatArray
from compare.progress import Progress, silent
from compare.reading.entailment import LIMIT, Pair, Reading, Readings

SCORER = Logistic(("first", "together", "over_row", "over_column"), (0.5, 1.0, 0.25, 0.25), 0.0)
NO_TOKEN = np.zeros(0)
FIRST = np.array([[0.9, 0.09, 0.3], [0.2, 0.0, 0.12]], dtype=np.float32)


class Told(Readings):
    """Readings that are given, and a list of what was asked for."""

    def __init__(self, values: FloatArray) -> None:
        self._values = values
        self.asked: list[tuple[int, int]] = []
        self.ahead: list[Pair] = []

    def read_ahead(self, pairs: Sequence[Pair], progress: Progress = silent) -> None:
        self.ahead = list(pairs)

    def of(self, in_a: tuple[int, ...], in_b: tuple[int, ...]) -> Reading:
        (a,), (b,) = in_a, in_b
        self.asked.append((a, b))
        apart = 1 / (1 + np.exp(self._values[a, b]))
        rest = (1 - apart) / 3
        return Reading(np.array([rest, rest, rest, apart]), *[NO_TOKEN] * 4)


@pytest.fixture
def told() -> Told:
    return Told(np.array([[2.0, 5.0, -1.0], [-3.0, 5.0, 1.0]]))


def test_a_score_is_held_against_the_best_other_of_its_sentence() -> None:
    score = np.array([2.0, 0.5, -1.0, 3.0, -5.0])
    own = np.array([0, 0, 0, 2, 3])
    expected = [1.5, -1.5, -3.0, 3.0 - ALONE, -5.0 - ALONE]
    assert above_rivals(score, own).tolist() == expected


def test_only_open_pairs_are_read_and_the_others_keep_their_probability(told: Told) -> None:
    found = look_again(FIRST, {}, told, SCORER)
    assert sorted(told.asked) == [(0, 0), (0, 2), (1, 0), (1, 2)]
    assert sorted(told.ahead) == [((i,), (j,)) for i, j in sorted(told.asked)]
    shut = FIRST < LOOK_FROM
    assert np.array_equal(found[shut], FIRST[shut])
    # log(9)/2 + 2 + (2 + 1)/4 + (2 + 3)/4 of the first pair
    assert found[0, 0] == pytest.approx(
        1 / (1 + np.exp(-(np.log(9) / 2 + 2 + 3 / 4 + 5 / 4))), abs=1e-5
    )
    assert found[1, 0] < FIRST[1, 0] < found[0, 0]
    assert found[1, 2] > FIRST[1, 2]


def test_nothing_is_read_where_nothing_is_open(told: Told) -> None:
    low = np.full((2, 3), 0.01, dtype=np.float32)
    assert np.array_equal(look_again(low, {}, told, SCORER), low)
    assert told.asked == []


def test_candidates_of_a_large_statement_are_judged_as_the_whole_matrix(told: Told) -> None:
    rows, columns = np.nonzero(FIRST > 0)
    values = PairValues(Pairs.of(rows, columns, (2, 3)), FIRST[rows, columns])
    found = look_again(values, {}, told, SCORER)
    assert np.array_equal(found.values, look_again(FIRST, {}, told, SCORER)[rows, columns])
    assert np.array_equal(values.values, FIRST[rows, columns])


def test_swapped_sides_get_the_same_probabilities(told: Told) -> None:
    other = Told(told._values.T)
    assert np.allclose(
        look_again(FIRST, {}, told, SCORER).T, look_again(FIRST.T, {}, other, SCORER)
    )


def test_features_of_the_first_look_and_the_neighbours_count_too(told: Told) -> None:
    rows, columns = np.nonzero(FIRST >= LOOK_FROM)  # (0, 0), (0, 2), (1, 0), (1, 2)
    cosine = np.array([0.8, 0.1, 0.2, 0.3], dtype=np.float32)
    found = second_features(FIRST[rows, columns], rows, columns, {"cosine": cosine}, told)
    assert found["cosine"] is cosine
    assert found["together"] == pytest.approx([2.0, -1.0, -3.0, 1.0], abs=1e-5)
    assert found["along"].tolist() == [-LIMIT] * 4  # (1, 1) was not read
    assert found["beside"] == pytest.approx([-3.0, 1.0, 2.0, -1.0], abs=1e-5)
    third = (1 / (1 + np.exp(-2.0))) / 3
    assert found["against"][0] == pytest.approx(np.log(third / (1 - third)), abs=1e-5)
    assert found["first_over_column"][0] == pytest.approx(np.log(9) - np.log(0.25), abs=1e-5)


def test_what_was_read_a_step_along_both_sides_counts() -> None:
    rows, columns = np.array([0, 1, 2]), np.array([0, 1, 2])
    told = Told(np.diag([2.0, -1.0, 3.0]))
    found = second_features(np.full(3, 0.5), rows, columns, {}, told)
    assert found["along"] == pytest.approx([-1.0, 3.0, -1.0], abs=1e-5)


def test_features_of_candidates_are_those_of_the_same_pairs(told: Told) -> None:
    rows, columns = np.nonzero(FIRST > 0)
    pairs = Pairs.of(rows, columns, (2, 3))
    cosine = np.array([[0.8, 0.0, 0.1], [0.2, 0.0, 0.3]], dtype=np.float32)
    scorer = Logistic(("cosine", "first"), (2.0, 1.0), 0.0)
    found = look_again(
        PairValues(pairs, FIRST[rows, columns]),
        {"cosine": PairValues(pairs, cosine[rows, columns])},
        told,
        scorer,
    )
    whole = look_again(FIRST, {"cosine": cosine}, told, scorer)
    assert np.array_equal(found.values, whole[rows, columns])
