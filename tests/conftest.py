"""What the tests share: the real packaged model, loaded once a session."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.embedding import Embedder, load_embedder

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The packaged model."""
    return load_embedder()
