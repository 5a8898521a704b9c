"""Any sentence-transformers model, from a local folder or from the hub's cache on this machine.

A comparison never downloads: `readouts models prepare NAME` does, when the user asks for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from compare.embedding.base import Encoded, FloatArray, encodable, token_vectors, unit_rows
from compare.errors import ModelError

OWNER = "sentence-transformers"  # of models that are named without one
BATCH = 1  # so that a text has the same vectors in any company, as the cache of vectors needs
# Depths, as shares of all layers, of the packaged model's best layers (5 and 3 of 6).
SENTENCE_DEPTH = 5 / 6
WORD_DEPTH = 1 / 2


def fingerprint(folder: Path) -> str:
    """Return one SHA-256 over the model's safetensors files.

    :raises ModelError: there are none
    """
    files = sorted(folder.rglob("*.safetensors"))
    if not files:
        raise ModelError(
            f"model folder {folder} has no .safetensors file; expected one; pickled weights are "
            "never loaded, so convert the model or choose another"
        )
    digest = hashlib.sha256()
    for file in files:
        with file.open("rb") as stream:
            digest.update(hashlib.file_digest(stream, "sha256").digest())
    return digest.hexdigest()


def check_weights(name: str, folder: Path, needed: Sequence[str]) -> None:
    """Refuse a model whose files lack some of its weights: they would be random numbers.

    :param needed: names of the transformer's parameters; a file may put a prefix before them
    :raises ModelError: one is missing
    """
    from safetensors import safe_open

    stored: set[str] = set()
    for file in sorted(folder.rglob("*.safetensors")):
        with safe_open(str(file), framework="numpy") as weights:
            for key in weights.keys():  # noqa: SIM118  # not a dict
                parts = key.split(".")
                stored |= {".".join(parts[at:]) for at in range(len(parts))}
    missing = [key for key in needed if key not in stored and not key.startswith("pooler.")]
    if missing:
        raise ModelError(
            f"model {name!r} lacks {len(missing)} of its weights, such as {missing[0]}; "
            "expected a whole model; copy or fetch it again"
        )


def find_model(name: str, owner: str = OWNER) -> Path:
    """Return the folder of a model: the folder itself, or the hub's copy on this machine.

    :param owner: whose hub model it is, where the name says no owner
    :raises ModelError: neither is there
    """
    folder = Path(name).expanduser()
    try:
        is_folder = folder.is_dir()
    except (OSError, ValueError):  # a name that no file system takes
        is_folder = False
    if is_folder:
        if not (folder / "modules.json").is_file() and not (folder / "config.json").is_file():
            raise ModelError(
                f"{name} is no model folder: expected modules.json or config.json in it; "
                "save one with SentenceTransformer.save_pretrained"
            )
        return folder
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    builtin, flag = ("all-MiniLM-L6-v2", "") if owner == OWNER else ("none", " --cross-encoder")

    for candidate in (name, f"{owner}/{name}"):
        try:
            return Path(snapshot_download(candidate, local_files_only=True))
        except (LocalEntryNotFoundError, HFValidationError):
            continue
    raise ModelError(
        f"model {name!r} is not on this machine; expected {builtin}, a model folder, or a "
        f"hub name fetched before; run: readouts models prepare {name}{flag}"
    )


def download(name: str, owner: str = OWNER) -> Path:
    """Fetch a model from the hub into its cache and return the folder.

    :raises ModelError: the hub can't be reached or has no such model
    """
    from huggingface_hub import HfApi, snapshot_download
    from huggingface_hub.errors import RepositoryNotFoundError

    wanted = name if "/" in name else f"{owner}/{name}"
    try:
        HfApi().model_info(wanted, timeout=10)
        return Path(
            snapshot_download(wanted, ignore_patterns=["*.bin", "*.pt", "*.onnx", "*.h5", "*.ot"])
        )
    except RepositoryNotFoundError:
        raise ModelError(
            f"the hub has no public model {wanted!r}; check the name, "
            "or give the path of a model folder"
        ) from None
    except Exception as error:  # the hub's HTTP client, which changes, has errors of its own
        raise ModelError(
            f"model {wanted!r} can't be fetched: {_reason(error)}; check the connection, or copy "
            "the model folder to this machine and give its path"
        ) from None


def _reason(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else repr(error)


def load_model(kind: Callable[..., Any], name: str, folder: Path, **more: Any) -> Any:
    """Load a model from its folder, without code of its own and without the network.

    :param kind: a class of sentence-transformers
    :param more: what else it is given
    :raises ModelError: it can't be loaded
    """
    try:
        return kind(
            str(folder),
            device="cpu",
            trust_remote_code=False,
            local_files_only=True,
            model_kwargs={"use_safetensors": True},
            **more,
        )
    except (OSError, ValueError, KeyError, RuntimeError, ImportError) as error:
        raise ModelError(
            f"model {name!r} can't be loaded: {_reason(error)}; "
            "expected a sentence-transformers model in safetensors"
        ) from None


class HubEmbedder:
    """A sentence-transformers model with a transformer and a fast tokenizer.

    :raises ModelError: it isn't on this machine, has no safetensors, or gives no token vectors
    """

    def __init__(self, name: str) -> None:
        self.name = name
        folder = find_model(name)
        self.fingerprint = fingerprint(folder)
        self.files = {name: self.fingerprint}
        import torch
        from sentence_transformers import SentenceTransformer

        self._torch = torch
        self._model: Any = load_model(SentenceTransformer, name, folder)
        self._transformer: Any = getattr(self._model[0], "auto_model", None)
        self._tokenizer: Any = self._model.tokenizer
        if self._transformer is not None:
            check_weights(name, folder, [key for key, _ in self._transformer.named_parameters()])
        if self._transformer is None or not getattr(self._tokenizer, "is_fast", False):
            raise ModelError(
                f"model {name!r} gives no vectors for single tokens; expected a transformer model "
                "with a fast tokenizer, such as sentence-transformers/all-mpnet-base-v2"
            )

    def encode(self, texts: Sequence[str]) -> Encoded:
        """Return unit vectors, shape (n, dim), and the token vectors of each text."""
        texts = encodable(texts)
        pooled: FloatArray = np.asarray(
            self._model.encode(
                list(texts),
                batch_size=BATCH,
                show_progress_bar=False,
                convert_to_numpy=True,
            ),
            dtype=np.float32,
        )
        tokens = []
        for at in range(0, len(texts), BATCH):
            batch = list(texts[at : at + BATCH])
            codes = self._tokenizer(
                batch,
                padding=True,
                truncation=True,
                max_length=self._model.max_seq_length,
                return_offsets_mapping=True,
                return_tensors="pt",
            )
            offsets = codes.pop("offset_mapping").tolist()
            with self._torch.no_grad():
                states = self._transformer(**codes, output_hidden_states=True).hidden_states
            depth = len(states) - 1
            vectors = states[max(1, round(depth * SENTENCE_DEPTH))].float().numpy()
            words = states[max(1, round(depth * WORD_DEPTH))].float().numpy()
            for row in range(len(batch)):
                spans = [(int(start), int(end)) for start, end in offsets[row]]
                tokens.append(
                    token_vectors(codes["input_ids"][row].tolist(), spans, vectors[row], words[row])
                )
        return Encoded(unit_rows(pooled), tuple(tokens))
