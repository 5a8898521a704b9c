"""The adapter: a small trained change to the upper layers of the built-in model.

Low-rank adaptation (Hu et al. 2021): to each weight matrix W of the upper layers comes the product
of two thin matrices. Trained on the gold pairs by `python -m compare.evaluation.train`, so that
sentences lie close when they share a claim and not when they share names and a subject.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from compare.embedding.base import FloatArray
from compare.errors import ModelError

PATH = Path(__file__).with_name("adapter.safetensors")


@dataclass(frozen=True, slots=True)
class Adapter:
    """What is added to the weights: for each name the matrices `up` @ `down`."""

    down: Mapping[str, FloatArray]  # shape (rank, n_in)
    up: Mapping[str, FloatArray]  # shape (n_out, rank)
    sha256: str = ""  # of the file it came from

    def applied(self, weights: Mapping[str, FloatArray]) -> dict[str, FloatArray]:
        """Return the weights with the change made; those given stay as they are.

        :raises ModelError: the adapter is for other weights
        """
        result = dict(weights)
        for name, up in self.up.items():
            change = up.astype(np.float32) @ self.down[name].astype(np.float32)
            if name not in weights or weights[name].shape != change.shape:
                raise ModelError(
                    f"the adapter changes {name!r}, which the model lacks or has in another "
                    "shape; reinstall readout-compare"
                )
            result[name] = (weights[name] + change).astype(np.float32)
        return result

    def save(self, path: Path) -> None:
        """Write the file, half precision."""
        from safetensors.numpy import save

        parts = {f"{name}.down": self.down[name].astype(np.float16) for name in sorted(self.down)}
        parts |= {f"{name}.up": self.up[name].astype(np.float16) for name in sorted(self.up)}
        path.write_bytes(save(parts))

    @classmethod
    def load(cls, path: Path) -> Adapter:
        """Read a file that `save` wrote.

        :raises ModelError: it is missing or not of that form
        """
        from safetensors import SafetensorError
        from safetensors.numpy import load

        try:
            raw = path.read_bytes()
            parts = load(raw)
            down = {k.removesuffix(".down"): v for k, v in parts.items() if k.endswith(".down")}
            up = {k.removesuffix(".up"): v for k, v in parts.items() if k.endswith(".up")}
        except (OSError, SafetensorError) as error:
            raise ModelError(
                f"{path.name} can't be read as an adapter ({error}); reinstall readout-compare"
            ) from None
        if not up or up.keys() != down.keys():
            raise ModelError(
                f"{path.name} holds no whole adapter; expected pairs of matrices named .down and "
                ".up; reinstall readout-compare"
            )
        return cls(down, up, hashlib.sha256(raw).hexdigest())
