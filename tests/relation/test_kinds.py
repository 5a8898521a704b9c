"""Why a link diverges: the kinds named, and the words that bear them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from compare import compare, make_statement
from compare.alignment import Match
from compare.embedding import Embedder
from compare.errors import ModelError
from compare.relation import kinds
from compare.relation.kinds import KINDS, KindModel, load_kinds
from compare.relation.lone import contributions, lone_vector

LINK = Match((0,), (0,), 1.0)
PAIRS = [
    ("Both sides agreed to open the bridge.", "The ministry refused to open the bridge."),
    ("It was Norland that proposed the truce.", "The truce was proposed by Sudria."),
    ("All prisoners will be released.", "Some prisoners may be released once the border is open."),
]


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_the_tokens_add_up_to_the_log_odds(embedder: Embedder, a: str, b: str) -> None:
    left, right = embedder.encode([a]), embedder.encode([b])
    rng = np.random.default_rng(1)
    model = rng.normal(size=1 + 4 * 384).astype(np.float32)
    of_a, of_b = contributions(model, LINK, left, right)
    assert of_a.shape == (len(left.tokens[0].ids),)
    assert of_b.shape == (len(right.tokens[0].ids),)
    whole = model[1:] @ lone_vector(LINK, left, right)
    assert of_a.sum() + of_b.sum() == pytest.approx(whole, abs=1e-3)


def test_every_kind_has_a_probability(embedder: Embedder) -> None:
    model = load_kinds()
    names = {name for logistic in model.features.values() for name in logistic.features}
    vector = lone_vector(LINK, *(embedder.encode([text]) for text in PAIRS[0]))
    found = model.probabilities(dict.fromkeys(names, 0.0), vector)
    assert set(found) == set(KINDS)
    assert all(0 < value < 1 for value in found.values())


def test_a_saved_model_is_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = load_kinds()
    model.save(tmp_path, {"task": "test"})
    for name in ("FEATURES_PATH", "LONE_PATH"):
        monkeypatch.setattr(kinds, name, tmp_path / getattr(kinds, name).name)
    load_kinds.cache_clear()
    try:
        copy: KindModel = load_kinds()
        np.testing.assert_array_equal(copy.lone, model.lone)
        for kind in KINDS:
            assert copy.features[kind].weights == model.features[kind].weights
        (tmp_path / kinds.FEATURES_PATH.name).write_text("{}")
        load_kinds.cache_clear()
        with pytest.raises(ModelError, match="kinds.json"):
            load_kinds()
    finally:
        load_kinds.cache_clear()


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_a_divergence_always_points_at_words(a: str, b: str) -> None:
    result = compare(make_statement(a), make_statement(b))
    for link in result.links:
        if link.relation == "divergence":
            first = link.evidence[0]
            assert first.a or first.b
            assert first.note
            for span, text in ((first.a, a), (first.b, b)):
                if span is not None:
                    assert text[span.start : span.end].strip()
