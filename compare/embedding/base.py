"""What an embedder gives: a vector for each sentence and one for each of its tokens."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.floating[Any]]
HalfArray = npt.NDArray[np.float16]
IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class TokenVectors:
    """The tokens of one text, without the model's own markers such as [CLS]."""

    ids: IntArray  # shape (n_tokens,), the model's vocabulary
    starts: IntArray  # shape (n_tokens,), code points into the text
    ends: IntArray  # shape (n_tokens,), exclusive
    vectors: HalfArray  # shape (n_tokens, dim), unit rows, for matching sentences
    words: HalfArray  # shape (n_tokens, dim), unit rows of a lower layer, for matching words


@dataclass(frozen=True, slots=True)
class Encoded:
    """What `Embedder.encode` returns."""

    sentences: FloatArray  # shape (n, dim), unit rows
    tokens: Sequence[TokenVectors]  # one per text
    adapted: bool = False  # whether the model was adapted to links (embedding/adapter.py)


class Embedder(Protocol):
    """Turns texts into vectors; the same texts give the same vectors."""

    @property
    def name(self) -> str:
        """What the user calls it."""
        ...

    @property
    def fingerprint(self) -> str:
        """Hash of the weights, hexadecimal: two embedders with one fingerprint are one model."""
        ...

    @property
    def files(self) -> Mapping[str, str]:
        """SHA-256 of each file of weights, by a name for it; the signature shows them."""
        ...

    def encode(self, texts: Sequence[str]) -> Encoded:
        """Return vectors for each text, in the order given."""
        ...


_SURROGATE = re.compile("[\ud800-\udfff]")


def encodable(texts: Sequence[str]) -> list[str]:
    """Return the texts with U+FFFD for each lone surrogate, which no tokenizer takes.

    JSON input can hold one. The length stays, so offsets hold for the text as it was.
    """
    return [_SURROGATE.sub("\ufffd", text) for text in texts]


def unit_rows(matrix: FloatArray) -> FloatArray:
    """Return the rows scaled to length 1; a zero row stays zero.

    :param matrix: shape (n, dim)
    """
    length = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.divide(matrix, length, out=np.zeros_like(matrix), where=length > 0)


def token_vectors(
    ids: Sequence[int],
    offsets: Sequence[tuple[int, int]],
    vectors: FloatArray,
    words: FloatArray,
) -> TokenVectors:
    """Make a TokenVectors, leaving out the tokens that stand on no character.

    :param vectors: shape (n_tokens, dim), as the model gives them
    :param words: shape (n_tokens, dim), the lower layer
    """
    spans = np.array(offsets, dtype=np.int64).reshape(-1, 2)
    keep = spans[:, 1] > spans[:, 0]
    return TokenVectors(
        ids=np.array(ids, dtype=np.int64)[keep],
        starts=spans[keep, 0],
        ends=spans[keep, 1],
        vectors=unit_rows(vectors[keep]).astype(np.float16),
        words=unit_rows(words[keep]).astype(np.float16),
    )
