"""What lone words say: the vector of a link, and the models that read it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from compare.alignment import Match
from compare.embedding import Embedder
from compare.errors import ModelError
from compare.relation import lone
from compare.relation.lone import LoneWords, load_lone_words, lone_vector

LINK = Match((0,), (0,), 1.0)


def vector(embedder: Embedder, a: str, b: str) -> np.ndarray:
    return lone_vector(LINK, embedder.encode([a]), embedder.encode([b]))


def test_equal_sentences_have_hardly_a_lone_word(embedder: Embedder) -> None:
    same = vector(embedder, "The talks ended on Monday.", "The talks ended on Monday.")
    other = vector(embedder, "The talks ended on Monday.", "No ship may enter the port.")
    extremes = slice(0, 2 * 384)
    assert np.abs(same[extremes]).max() < 0.02
    assert np.abs(other[extremes]).max() > 0.1


def test_the_sides_can_be_swapped(embedder: Embedder) -> None:
    a, b = "Both agreed to meet in May.", "They will not meet before June."
    np.testing.assert_allclose(vector(embedder, a, b), vector(embedder, b, a), atol=1e-6)


def test_a_sentence_of_signs_alone_gives_finite_numbers(embedder: Embedder) -> None:
    assert np.isfinite(vector(embedder, "", "The talks ended.")).all()


def test_both_readings_are_within_the_limit(embedder: Embedder) -> None:
    reader = load_lone_words()
    read = reader.read(100 * vector(embedder, "They agreed.", "They refused."))
    assert set(read) == {"lone_divergence", "lone_agreement"}
    assert all(abs(value) <= lone.LIMIT for value in read.values())


def test_a_saved_model_is_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = LoneWords(np.array([0.5, 1.0, -2.0]), np.array([0.0, 0.25, 0.0]))
    model.save(tmp_path / "lone.safetensors")
    monkeypatch.setattr(lone, "PATH", tmp_path / "lone.safetensors")
    load_lone_words.cache_clear()
    try:
        copy = load_lone_words()
        assert copy.read(np.array([1.0, 0.5])) == {"lone_divergence": 0.5, "lone_agreement": 0.25}
        (tmp_path / "lone.safetensors").write_bytes(b"no tensors")
        load_lone_words.cache_clear()
        with pytest.raises(ModelError, match="lone.safetensors can't be read"):
            load_lone_words()
    finally:
        load_lone_words.cache_clear()
