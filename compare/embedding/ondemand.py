"""Token vectors of a large statement, made again when they are asked for.

20,000 sentences have almost a gigabyte of token vectors, and only those of linked ones are looked
at twice. A text has the same vectors in whatever company, whenever they are made.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import overload

from compare.embedding.base import Embedder, Encoded, TokenVectors

CHUNK = 256  # texts encoded at once, some 10 MB of token vectors
KEPT = 512  # sentences whose token vectors are kept


def chunks(embedder: Embedder, texts: Sequence[str]) -> Iterator[Encoded]:
    """Yield the vectors of `CHUNK` texts after another, in their order."""
    for at in range(0, len(texts), CHUNK):
        yield embedder.encode(texts[at : at + CHUNK])


def encode_ahead(encoded: Encoded, indices: Iterable[int]) -> None:
    """Make token vectors that will be asked for next, where they are made on demand."""
    if isinstance(encoded.tokens, OnDemand):
        encoded.tokens.ahead(set(indices))


class OnDemand(Sequence[TokenVectors]):
    """The token vectors of some texts, by their place."""

    def __init__(self, embedder: Embedder, texts: Sequence[str]) -> None:
        self._embedder = embedder
        self._texts = texts
        self._kept: OrderedDict[int, TokenVectors] = OrderedDict()

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, index: int) -> TokenVectors: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[TokenVectors]: ...

    def __getitem__(self, index: int | slice) -> TokenVectors | Sequence[TokenVectors]:
        """Return the token vectors of one text, or of a few."""
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        if index in self._kept:
            self._kept.move_to_end(index)
            return self._kept[index]
        self.ahead([index])
        return self._kept[index]

    def ahead(self, indices: Collection[int]) -> None:
        """Make together what will be asked for next; at most `KEPT` are kept."""
        for index in self._kept.keys() & set(indices):
            self._kept.move_to_end(index)
        new = sorted(set(indices) - self._kept.keys())
        if not new:
            return
        found = self._embedder.encode([self._texts[index] for index in new]).tokens
        self._kept.update(zip(new, found, strict=True))
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def __iter__(self) -> Iterator[TokenVectors]:
        for part in chunks(self._embedder, self._texts):
            yield from part.tokens
