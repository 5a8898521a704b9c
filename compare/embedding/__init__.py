"""Vectors for sentences and for the tokens inside them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from compare.embedding.base import Embedder, Encoded, TokenVectors
from compare.embedding.packaged import NAME as PACKAGED

__all__ = ["PACKAGED", "Embedder", "Encoded", "TokenVectors", "load_embedder"]


def load_embedder(name: str = PACKAGED) -> Embedder:
    """Return the embedder of that name, loaded once per process; vectors made before are kept.

    :param name: `all-MiniLM-L6-v2` (built in), the path of a sentence-transformers folder, or the
        name of a hub model that is on this machine
    :raises ModelError: it can't be had
    """
    from compare.embedding.cache import cache_file, cache_limit

    limit = cache_limit()
    return _cached(name, str(cache_file()), limit) if limit else _load(name)


@lru_cache(maxsize=2)
def _cached(name: str, path: str, limit: int) -> Embedder:
    from compare.embedding.cache import CachedEmbedder, VectorCache

    return CachedEmbedder(_load(name), VectorCache(Path(path), limit))


@lru_cache(maxsize=2)
def _load(name: str) -> Embedder:
    if name == PACKAGED:
        from compare.embedding.adapter import PATH, Adapter
        from compare.embedding.packaged import PackagedEmbedder

        return PackagedEmbedder(Adapter.load(PATH))
    from compare.embedding.hub import HubEmbedder

    return HubEmbedder(name)
