"""The cache of vectors: the same to the last bit, bounded, safe for several processes and kills."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from compare.cli import app
from compare.contract import to_json
from compare.embedding import Embedder, Encoded, load_embedder
from compare.embedding.cache import CachedEmbedder, VectorCache, packed, unpacked
from compare.pipeline import compare
from compare.sources import make_statement

TEXTS = ["The talks lasted two hours.", "Norland returns the men.", "", "🙂 été"]


class Counting:
    """The model, and which texts it was asked for."""

    def __init__(self, inner: Embedder) -> None:
        self.inner, self.asked = inner, [""][:0]
        self.name, self.fingerprint, self.files = inner.name, inner.fingerprint, inner.files
        self.adapted = getattr(inner, "adapted", False)

    def encode(self, texts: list[str]) -> Encoded:
        self.asked += texts
        return self.inner.encode(texts)


def same(one: Encoded, other: Encoded) -> bool:
    return (
        np.array_equal(one.sentences, other.sentences)
        and one.adapted == other.adapted
        and all(
            np.array_equal(getattr(x, field), getattr(y, field))
            for x, y in zip(one.tokens, other.tokens, strict=True)
            for field in ("ids", "starts", "ends", "vectors", "words")
        )
    )


def test_what_was_embedded_once_is_not_embedded_again(embedder: Embedder, tmp_path: Path) -> None:
    model = Counting(embedder)
    cached = CachedEmbedder(model, VectorCache(tmp_path / "v.sqlite", 10**8))
    plain = embedder.encode([*TEXTS, TEXTS[0]])
    assert same(cached.encode([*TEXTS, TEXTS[0]]), plain)
    assert model.asked == TEXTS
    again = CachedEmbedder(model, VectorCache(tmp_path / "v.sqlite", 10**8))
    assert same(again.encode([*TEXTS, TEXTS[0]]), plain)
    assert model.asked == TEXTS
    assert again.encode([]).sentences.shape == (0, 384)


def test_another_model_has_vectors_of_its_own(embedder: Embedder, tmp_path: Path) -> None:
    cache = VectorCache(tmp_path / "v.sqlite", 10**8)
    CachedEmbedder(embedder, cache).encode(TEXTS)
    other = Counting(embedder)
    other.fingerprint = "another"
    CachedEmbedder(other, cache).encode(TEXTS)
    assert other.asked == TEXTS


def test_the_file_stays_under_its_limit(embedder: Embedder, tmp_path: Path) -> None:
    cache = VectorCache(tmp_path / "v.sqlite", 200_000)
    cached = CachedEmbedder(embedder, cache)
    for number in range(40):
        cached.encode([f"Ship {number} returns."])
        assert cache.state().bytes <= 200_000
    assert cache.state().texts > 5
    assert len(cache.get([cached._key("Ship 39 returns.")])) == 1


def test_damage_is_found_and_made_again(embedder: Embedder, tmp_path: Path) -> None:
    cache = VectorCache(tmp_path / "v.sqlite", 10**8)
    cached = CachedEmbedder(embedder, cache)
    whole = cached.encode(TEXTS[:1])
    data = packed(whole.sentences[0], whole.tokens[0])
    assert np.array_equal(unpacked(data)[0], whole.sentences[0])
    cache.put({cached._key(TEXTS[0]): data[:-3] + b"\0\1\2"})
    assert same(cached.encode(TEXTS[:1]), whole)
    for broken in (b"", b"x" * 11, data[:40]):
        with pytest.raises(ValueError, match="not whole"):
            unpacked(broken)


@pytest.mark.parametrize("kind", ["garbage", "directory"])
def test_a_file_that_is_none_does_not_matter(kind: str, embedder: Embedder, tmp_path: Path) -> None:
    path = tmp_path / "v.sqlite"
    if kind == "directory":
        path.mkdir()
    else:
        path.write_bytes(b"garbage " * 1000)
    cached = CachedEmbedder(embedder, VectorCache(path, 10**8))
    assert same(cached.encode(TEXTS), embedder.encode(TEXTS))


WRITER = """
import sys
from compare.embedding.cache import VectorCache
cache = VectorCache(__import__("pathlib").Path(sys.argv[1]), 10**8)
print("ready", flush=True)
for number in range(int(sys.argv[3])):
    cache.put({f"{sys.argv[2]}-{number}".encode(): bytes([number % 251]) * 20_000})
"""


def test_several_processes_write_at_once_and_one_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "v.sqlite"
    start = [sys.executable, "-c", WRITER, str(path)]
    killed = subprocess.Popen([*start, "k", "1000000"], stdout=subprocess.PIPE)
    assert killed.stdout is not None
    killed.stdout.readline()
    others = [subprocess.Popen([*start, name, "60"]) for name in ("x", "y")]
    cache = VectorCache(path, 10**8)
    while not cache.get([b"k-20"]):
        pass
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait()
    assert [other.wait() for other in others] == [0, 0]
    keys = [f"{name}-{number}".encode() for name in ("x", "y") for number in range(60)]
    found = cache.get([*keys, b"k-20"])
    assert all(found[key] == bytes([int(key[2:]) % 251]) * 20_000 for key in (*keys, b"k-20"))
    cache.put({b"after": b"1"})
    assert cache.get([b"after"]) == {b"after": b"1"}


def test_a_comparison_is_the_same_with_and_without_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a = make_statement("The talks lasted two hours. Norland will return 40 men by Friday.")
    b = make_statement("Norland returns 25 men. They spoke for 120 minutes.")
    without = to_json(compare(a, b))
    monkeypatch.setenv("READOUTS_CACHE", str(tmp_path))
    monkeypatch.setenv("READOUTS_VECTORS_MB", "10")
    assert isinstance(load_embedder(), CachedEmbedder)
    assert [to_json(compare(a, b)) for _ in range(2)] == [without, without]
    shown = CliRunner().invoke(app, ["models", "cache"]).output
    assert "4 texts" in shown
    assert "at most 10 MB" in shown
    assert "0 texts" in CliRunner().invoke(app, ["models", "cache", "--clear"]).output
    assert to_json(compare(a, b)) == without
