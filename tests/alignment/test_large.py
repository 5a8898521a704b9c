"""Large statements: candidates only, and what the full computation gives."""

from __future__ import annotations

import json

import numpy as np
import pytest

import compare.alignment as alignment
from compare.alignment import candidates
from compare.alignment.compact import compact, ranges
from compare.alignment.features import pair_features
from compare.alignment.large import candidate_features
from compare.alignment.pairs import Pairs, PairValues, nearest
from compare.contract import to_json
from compare.embedding import Embedder
from compare.embedding.ondemand import OnDemand
from compare.pipeline import compare
from compare.sources import make_statement
from tests.conftest import ROOT


def gold_sides(count: int) -> tuple[list[str], list[str]]:
    """Return as many sentences of each side of the gold pairs, one pair after another."""
    sides: tuple[list[str], list[str]] = ([], [])
    for path in sorted((ROOT / "data" / "gold" / "train").glob("*.json")):
        pair = json.loads(path.read_text("utf-8"))
        for side, name in zip(sides, "ab", strict=True):
            side += pair[name]["sentences"]
    return sides[0][:count], sides[1][:count]


@pytest.mark.parametrize("sizes", [(1, 1), (1, 9), (5, 2), (30, 40)])
def test_features_of_all_pairs_equal_the_matrices(
    sizes: tuple[int, int], embedder: Embedder
) -> None:
    a, b = gold_sides(40)
    a, b = a[: sizes[0]], b[: sizes[1]]
    one, other = embedder.encode(a), embedder.encode(b)
    full = pair_features(a, b, one, other)
    rows, columns = np.nonzero(np.ones(sizes))
    pairs, found = candidate_features(
        a,
        b,
        (one.sentences, other.sentences),
        (compact(a, one.tokens), compact(b, other.tokens)),
        pairs=Pairs.of(rows, columns, sizes),
    )
    assert list(found) == list(full)
    for name, matrix in full.items():
        np.testing.assert_allclose(
            found[name], matrix[pairs.rows, pairs.columns], atol=2e-5, err_msg=name
        )


def test_candidates_alone_give_the_same_comparison(monkeypatch: pytest.MonkeyPatch) -> None:
    a, b = (make_statement("\n\n".join(side)) for side in gold_sides(120))
    whole = compare(a, b)
    monkeypatch.setattr(alignment, "ORDINARY_PAIRS", 0)
    monkeypatch.setattr(candidates, "BLOCK_CELLS", 1000)
    heard: list[str] = []
    parts = compare(a, b, progress=lambda what, done, total: heard.append(what))
    assert [(link.a, link.b, link.relation) for link in parts.links] == [
        (link.a, link.b, link.relation) for link in whole.links
    ]
    for one, other in zip(parts.links, whole.links, strict=True):
        assert one.probability == pytest.approx(other.probability, abs=2e-4)
    assert {"embedding A", "nearest to A", "matching tokens", "reading facts"} <= set(heard)


def test_values_of_some_pairs_are_those_of_all() -> None:
    pairs = Pairs.of(np.array([0, 0, 2, 3]), np.array([1, 4, 0, 2]), (4, 5))
    values = PairValues(pairs, np.array([0.1, 0.2, 0.3, 0.4], dtype=np.float32))
    some = values.only(Pairs.of(np.array([3, 0]), np.array([2, 4]), (4, 5)))
    assert some.values.tolist() == pytest.approx([0.2, 0.4])
    assert not len(values.only(Pairs.of(np.array([], int), np.array([], int), (4, 5))).values)
    with pytest.raises(IndexError, match="not looked at"):
        values.only(Pairs.of(np.array([1]), np.array([1]), (4, 5)))


def test_a_large_comparison_is_the_same_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    a, b = (make_statement("\n\n".join(side)) for side in gold_sides(20))
    monkeypatch.setattr(alignment, "ORDINARY_PAIRS", 0)
    assert to_json(compare(a, b)) == to_json(compare(a, b))


def test_pair_values_answer_as_a_matrix() -> None:
    rng = np.random.default_rng(3)
    matrix = rng.random((5, 7)).astype(np.float32)
    rows, columns = np.nonzero(matrix > 0.3)
    pairs = Pairs.of(rows, columns, (5, 7))
    values = PairValues(pairs, matrix[pairs.rows, pairs.columns])
    kept = np.where(matrix > 0.3, matrix, 0)
    for axis in (0, 1):
        for mine, whole in zip(nearest(values, axis), nearest(kept, axis), strict=True):
            np.testing.assert_array_equal(mine, whole)
    cells = np.ix_([int(rows[0])], [int(columns[0])])
    np.testing.assert_array_equal(values[cells], matrix[cells])
    gap = np.argwhere(matrix <= 0.3)[0]
    with pytest.raises(IndexError, match="not looked at"):
        values[np.ix_([int(gap[0])], [int(gap[1])])]


def test_a_sentence_without_a_pair_has_no_nearest() -> None:
    pairs = Pairs.of(np.array([1, 1]), np.array([2, 0]), (2, 3))
    values = PairValues(pairs, np.array([0.25, 0.25], dtype=np.float32))  # A2 with B1 and B3
    assert [part.tolist() for part in nearest(values, axis=1)] == [[-1, 0], [0.0, 0.25]]
    assert [part.tolist() for part in nearest(values, axis=0)] == [[1, -1, 1], [0.25, 0.0, 0.25]]
    empty = np.zeros((2, 0), dtype=np.float32)
    assert [part.tolist() for part in nearest(empty, axis=1)] == [[-1, -1], [0.0, 0.0]]
    assert [part.tolist() for part in nearest(empty, axis=0)] == [[], []]


def test_ranges_by_hand() -> None:
    assert ranges(np.array([5, 0, 9]), np.array([2, 0, 3])).tolist() == [5, 6, 9, 10, 11]
    assert ranges(np.array([], dtype=np.int64), np.array([], dtype=np.int64)).tolist() == []


def test_tokens_on_demand_are_those_of_the_whole(embedder: Embedder) -> None:
    texts = gold_sides(9)[0]
    whole, later = embedder.encode(texts).tokens, OnDemand(embedder, texts)
    assert len(later) == len(whole)
    for item in (later[4], later[4:5][0], list(later)[4]):
        np.testing.assert_array_equal(item.vectors, whole[4].vectors)
        np.testing.assert_array_equal(item.words, whole[4].words)
