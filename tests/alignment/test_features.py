"""The features of sentence pairs: small matrices with known answers, and blocks that don't show."""

from __future__ import annotations

import numpy as np
import pytest

from compare.alignment import soft
from compare.alignment.features import harmonic, margin, pair_features, share, standardised
from compare.embedding import Embedder

A = [
    "The harbour of Veld will be opened again in May.",
    "The two presidents spoke for ninety minutes.",
    "Norland will return forty fishermen.",
]
B = [
    "The conversation of the presidents lasted an hour and a half.",
    "Forty men from the fishing boats will go home.",
    "Schools were another subject.",
    "In May ships can call at the port of Veld once more.",
]
TRUE = [(0, 3), (1, 0), (2, 1)]


def test_margin_by_hand() -> None:
    score = np.full((6, 6), 1.0, dtype=np.float32)
    score[0, 0], score[0, 1], score[1, 0] = 5.0, 3.0, 2.0
    found = margin(score)
    assert found[0, 0] == (5 - 3 + 5 - 2) / 2  # row: over 3; column: over 2
    assert found[0, 1] == (3 - 5 + 3 - 1) / 2
    assert found[5, 5] == 0


def test_a_lone_pair_is_held_against_what_is_ordinary() -> None:
    near = np.array([[3.0]], dtype=np.float32)
    far = np.array([[0.0]], dtype=np.float32)
    assert margin(near)[0, 0] > 0 > margin(far)[0, 0]
    assert -0.1 < share(near, 1)[0, 0] < 0
    assert share(far, 1)[0, 0] < -1.5
    # A cosine of 0.9 is far above the ordinary even where there is nothing to compare it with.
    assert standardised(np.array([[0.9]], dtype=np.float32), "cosine")[0, 0] > 2


def test_harmonic_by_hand() -> None:
    x = np.array([[0.5, 1.0, -0.2, 0.0]], dtype=np.float32)
    y = np.array([[0.5, 0.0, 0.9, 0.0]], dtype=np.float32)
    assert harmonic(x, y).tolist() == [[0.5, 0.0, 0.0, 0.0]]


def test_shares_are_probabilities_along_their_axis() -> None:
    score = standardised(np.random.default_rng(1).random((7, 8), dtype=np.float32), "cosine")
    np.testing.assert_allclose(np.exp(share(score, 1)).sum(axis=1), 1, rtol=1e-5)
    np.testing.assert_allclose(np.exp(share(score, 0)).sum(axis=0), 1, rtol=1e-5)


def test_equal_scores_stay_equal() -> None:
    found = standardised(np.full((20, 20), 0.7, dtype=np.float32), "cosine")
    assert np.ptp(found) == 0


def test_true_pairs_lead_their_row_and_column(embedder: Embedder) -> None:
    features = pair_features(A, B, embedder.encode(A), embedder.encode(B))
    assert {name: matrix.shape for name, matrix in features.items()} == dict.fromkeys(
        features, (3, 4)
    )
    for i, j in TRUE:
        assert features["hybrid"][i].argmax() == j
        assert features["margin"][i, j] > 0
    for name, matrix in features.items():
        assert np.isfinite(matrix).all(), name


@pytest.mark.parametrize(("a", "b"), [(["A."], ["B."]), (["!"], ["?", "..."]), (A, ["!"])])
def test_the_smallest_statements_have_finite_features(
    a: list[str], b: list[str], embedder: Embedder
) -> None:
    features = pair_features(a, b, embedder.encode(a), embedder.encode(b))
    for name, matrix in features.items():
        assert matrix.shape == (len(a), len(b)), name
        assert np.isfinite(matrix).all(), name


def test_blocks_give_what_the_whole_gives(
    embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = embedder.encode(A), embedder.encode(B)
    weights = soft.token_weights([*A, *B], [*a.tokens, *b.tokens])
    whole = soft.coverage(a.tokens, b.tokens, weights[:3], weights[3:])
    monkeypatch.setattr(soft, "BLOCK_TOKENS", 1)
    parts = soft.coverage(a.tokens, b.tokens, weights[:3], weights[3:])
    np.testing.assert_allclose(whole.of_a, parts.of_a, atol=1e-5)
    np.testing.assert_allclose(whole.of_b, parts.of_b, atol=1e-5)
    np.testing.assert_allclose(whole.rare, parts.rare, atol=1e-5)


def test_function_words_and_marks_weigh_nothing(embedder: Embedder) -> None:
    text = "The ships of Veld, and the men."
    tokens = embedder.encode([text, "Ships."]).tokens
    weights = soft.token_weights([text, "Ships."], tokens)
    heavy = {
        text[s:e]
        for s, e, w in zip(tokens[0].starts, tokens[0].ends, weights[0], strict=True)
        if w > 0
    }
    assert {"ships", "men"} <= heavy
    assert not heavy & {"The", "of", "and", "the", ",", "."}
