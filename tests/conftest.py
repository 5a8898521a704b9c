"""What the tests share: the real packaged model, loaded once a session."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from compare.embedding import Embedder, load_embedder

# The tests are of the model, and leave the user's cache alone; those of the cache turn it on.
os.environ["READOUTS_VECTORS_MB"] = "0"
# How long an example takes is the machine's affair: a busy one must not fail a test.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The packaged model."""
    return load_embedder()
