"""The adapter: what it changes, what it leaves, and that another file is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from compare.embedding import Embedder
from compare.embedding.adapter import PATH, Adapter
from compare.embedding.packaged import PackagedEmbedder
from compare.errors import ModelError

TEXT = ["The ministers agreed to reopen the crossing on Monday.", "No date was named."]


def test_up_times_down_is_added_and_the_given_weights_stay() -> None:
    weights = {"w": np.ones((2, 3), dtype=np.float32), "v": np.zeros(2, dtype=np.float32)}
    down = {"w": np.array([[1.0, 0.0, 2.0]], dtype=np.float32)}
    up = {"w": np.array([[1.0], [-1.0]], dtype=np.float32)}
    changed = Adapter(down, up).applied(weights)
    np.testing.assert_array_equal(changed["w"], [[2, 1, 3], [0, 1, -1]])
    np.testing.assert_array_equal(weights["w"], np.ones((2, 3)))
    assert changed["v"] is weights["v"]


def test_a_saved_adapter_is_read_back(tmp_path: Path) -> None:
    adapter = Adapter.load(PATH)
    adapter.save(tmp_path / "copy.safetensors")
    copy = Adapter.load(tmp_path / "copy.safetensors")
    assert copy.up.keys() == adapter.up.keys()
    for name in adapter.up:
        np.testing.assert_array_equal(copy.up[name], adapter.up[name])
        np.testing.assert_array_equal(copy.down[name], adapter.down[name])


def test_it_moves_sentences_and_leaves_the_vectors_that_match_words(embedder: Embedder) -> None:
    plain, adapted = PackagedEmbedder().encode(TEXT), embedder.encode(TEXT)
    assert adapted.adapted
    assert not plain.adapted
    assert np.abs(plain.sentences - adapted.sentences).max() > 0.01
    for one, other in zip(plain.tokens, adapted.tokens, strict=True):
        np.testing.assert_array_equal(one.words, other.words)
        assert np.abs(one.vectors - other.vectors).max() > 0.01


def test_an_adapter_of_nothing_changes_nothing() -> None:
    real = Adapter.load(PATH)
    nothing = Adapter(real.down, {name: up * 0 for name, up in real.up.items()})
    np.testing.assert_array_equal(
        PackagedEmbedder(nothing).encode(TEXT).sentences, PackagedEmbedder().encode(TEXT).sentences
    )


@pytest.mark.parametrize("content", [b"", b"\x00" * 40, b"{}"], ids=["empty", "zeros", "json"])
def test_a_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "adapter.safetensors"
    path.write_bytes(content)
    with pytest.raises(ModelError, match="adapter.safetensors .*reinstall"):
        Adapter.load(path)


def test_half_a_pair_of_matrices_is_refused(tmp_path: Path) -> None:
    from safetensors.numpy import save_file

    path = tmp_path / "half.safetensors"
    save_file({"w.up": np.zeros((2, 1), dtype=np.float16)}, path)
    with pytest.raises(ModelError, match="no whole adapter"):
        Adapter.load(path)


def test_an_adapter_for_other_weights_is_refused() -> None:
    down, up = {"w": np.zeros((1, 3), np.float32)}, {"w": np.zeros((2, 1), np.float32)}
    for weights in ({}, {"w": np.zeros((3, 3), dtype=np.float32)}):
        with pytest.raises(ModelError, match="changes 'w'"):
            Adapter(down, up).applied(weights)
