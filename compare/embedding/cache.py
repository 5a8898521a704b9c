"""Vectors that were made before, by model and text, in one SQLite file for all processes.

A text has the same vectors in whatever company (embedding/packaged.py), so what comes out of the
cache is what the model would give, to the last bit. A cache that can't be read or written is no
reason to fail: the vectors are then made.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import threading
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from compare.embedding.base import Embedder, Encoded, FloatArray, TokenVectors

FOLDER = "READOUTS_CACHE"  # environment variable that names another folder; pages lie there too
LIMIT = "READOUTS_VECTORS_MB"  # environment variable: megabytes kept; 0 keeps nothing
DEFAULT_MB = 500  # some 12,000 sentences
_HOUR = 3600  # when a vector was last used is known to the hour, so that reading seldom writes
_AT_ONCE = 400  # keys in one question
_SCHEMA = """
CREATE TABLE IF NOT EXISTS vectors (
    key BLOB NOT NULL UNIQUE, used INTEGER NOT NULL, size INTEGER NOT NULL, data BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS by_use ON vectors (used, size);
"""


@dataclass(frozen=True, slots=True)
class CacheState:
    """What lies in the cache."""

    path: Path
    texts: int
    bytes: int
    limit: int  # bytes kept at most


def cache_file() -> Path:
    """Return where vectors are kept; it need not exist."""
    folder = os.environ.get(FOLDER)
    if not folder:
        from platformdirs import user_cache_dir

        folder = user_cache_dir("readout-compare", False)
    return Path(folder) / "vectors.sqlite"


def cache_limit() -> int:
    """Return how many bytes are kept at most; 0 for no cache. A value that is none counts as 0."""
    try:
        return max(0, int(float(os.environ.get(LIMIT, DEFAULT_MB)) * 1_000_000))
    except (ValueError, OverflowError):
        return 0


def packed(sentence: FloatArray, tokens: TokenVectors) -> bytes:
    """Return the vectors of one text as bytes with their checksum."""
    counts = np.array([len(tokens.ids), len(sentence)], dtype="<i4")
    places = np.stack([tokens.ids, tokens.starts, tokens.ends]).astype("<i4")
    parts = (counts, sentence.astype("<f4"), places, tokens.vectors, tokens.words)
    body = b"".join(np.ascontiguousarray(part).tobytes() for part in parts)
    return zlib.crc32(body).to_bytes(4, "little") + body


def unpacked(data: bytes) -> tuple[FloatArray, TokenVectors]:
    """Return what `packed` was given.

    :raises ValueError: the bytes aren't whole
    """
    body = data[4:]
    if len(body) < 8 or zlib.crc32(body) != int.from_bytes(data[:4], "little"):
        raise ValueError("not whole")
    count, dim = (int(value) for value in np.frombuffer(body, "<i4", 2))
    at = 8
    sentence = np.frombuffer(body, "<f4", dim, at)
    at += 4 * dim
    places = np.frombuffer(body, "<i4", 3 * count, at).reshape(3, count).astype(np.int64)
    at += 12 * count
    vectors = np.frombuffer(body, "<f2", count * dim, at).reshape(count, dim)
    words = np.frombuffer(body, "<f2", count * dim, at + 2 * count * dim).reshape(count, dim)
    return sentence, TokenVectors(places[0], places[1], places[2], vectors, words)


class VectorCache:
    """The file, opened in each process that uses it; every method takes broken files for none."""

    def __init__(self, path: Path, limit: int) -> None:
        self.path, self.limit = path, limit
        self._lock = threading.Lock()
        self._open: sqlite3.Connection | None = None
        self._owner = 0

    def _connection(self) -> sqlite3.Connection:
        if self._open is None or self._owner != os.getpid():  # a fork must not share it
            self.path.parent.mkdir(parents=True, exist_ok=True)
            found = sqlite3.connect(self.path, timeout=5, check_same_thread=False)
            found.execute(
                "PRAGMA journal_mode = WAL"
            )  # readers don't wait; kill -9 leaves it whole
            found.execute("PRAGMA synchronous = NORMAL")
            found.executescript(_SCHEMA)
            self._open, self._owner = found, os.getpid()
        return self._open

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return what is kept under the keys, and note that it was used."""
        found: dict[bytes, bytes] = {}
        stale: list[bytes] = []
        now = int(time.time()) // _HOUR
        try:
            with self._lock, self._connection() as connection:
                for at in range(0, len(keys), _AT_ONCE):
                    part = keys[at : at + _AT_ONCE]
                    marks = ",".join("?" * len(part))
                    for key, used, data in connection.execute(
                        f"SELECT key, used, data FROM vectors WHERE key IN ({marks})", part
                    ):
                        found[key] = data
                        if used != now:
                            stale.append(key)
                if stale:
                    connection.executemany(
                        "UPDATE vectors SET used = ? WHERE key = ?", [(now, key) for key in stale]
                    )
        except (sqlite3.Error, OSError):
            return found
        return found

    def put(self, rows: Mapping[bytes, bytes]) -> None:
        """Keep some vectors; what was longest unused goes where there is no room."""
        now = int(time.time()) // _HOUR
        try:
            with self._lock, self._connection() as connection:
                connection.executemany(
                    "INSERT OR REPLACE INTO vectors (key, used, size, data) VALUES (?, ?, ?, ?)",
                    [(key, now, len(data), data) for key, data in rows.items()],
                )
                over = self._bytes(connection) - self.limit
                if over > 0:
                    self._forget(connection, over + self.limit // 10)
        except (sqlite3.Error, OSError):
            return

    @staticmethod
    def _bytes(connection: sqlite3.Connection) -> int:
        return int(connection.execute("SELECT coalesce(sum(size), 0) FROM vectors").fetchone()[0])

    @staticmethod
    def _forget(connection: sqlite3.Connection, wanted: int) -> None:
        gone: list[tuple[int]] = []
        for row, size in connection.execute("SELECT rowid, size FROM vectors ORDER BY used, rowid"):
            gone.append((row,))
            wanted -= size
            if wanted <= 0:
                break
        connection.executemany("DELETE FROM vectors WHERE rowid = ?", gone)

    def state(self) -> CacheState:
        """Return what lies in the cache."""
        texts = size = 0
        try:
            if self.path.exists():
                with self._lock, self._connection() as connection:
                    size = self._bytes(connection)
                    texts = int(connection.execute("SELECT count(*) FROM vectors").fetchone()[0])
        except (sqlite3.Error, OSError):
            texts = size = 0
        return CacheState(self.path, texts, size, self.limit)

    def clear(self) -> None:
        """Forget everything; the file goes."""
        with self._lock:
            if self._open is not None:
                self._open.close()
                self._open = None
            for ending in ("", "-wal", "-shm"):
                self.path.with_name(self.path.name + ending).unlink(missing_ok=True)


class CachedEmbedder:
    """An embedder that asks the cache first; a text given twice is embedded once."""

    def __init__(self, inner: Embedder, cache: VectorCache) -> None:
        self.inner, self._cache = inner, cache
        self.name, self.fingerprint, self.files = inner.name, inner.fingerprint, inner.files
        self.adapted = bool(getattr(inner, "adapted", False))

    def _key(self, text: str) -> bytes:
        whole = f"{self.fingerprint}\0{text}".encode("utf-8", "surrogatepass")
        return hashlib.sha256(whole).digest()

    def _kept(
        self, keys: Sequence[bytes]
    ) -> Iterator[tuple[bytes, tuple[FloatArray, TokenVectors]]]:
        for key, data in self._cache.get(keys).items():
            try:
                yield key, unpacked(data)
            except ValueError:
                continue

    def encode(self, texts: Sequence[str]) -> Encoded:
        """Return vectors for each text, in the order given."""
        keys = [self._key(text) for text in texts]
        found = dict(self._kept(list(dict.fromkeys(keys))))
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in found}
        if missing or not texts:
            made = self.inner.encode(list(missing.values()))
            if not texts:
                return made
            fresh = dict(zip(missing, zip(made.sentences, made.tokens, strict=True), strict=True))
            self._cache.put({key: packed(*row) for key, row in fresh.items()})
            found |= fresh
        rows = [found[key] for key in keys]
        return Encoded(np.stack([row[0] for row in rows]), [row[1] for row in rows], self.adapted)


def without_cache(embedder: Embedder) -> Embedder:
    """Return the model itself: a large statement would only push everything else out."""
    return embedder.inner if isinstance(embedder, CachedEmbedder) else embedder
