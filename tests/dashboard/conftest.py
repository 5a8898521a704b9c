"""Each test of the dashboard has a database of its own, and a name."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from compare.dashboard.launch import REMOTE
from compare.dashboard.signin import SECRETS, sign_in_settings
from compare.store.author import AUTHOR
from compare.store.variable import VARIABLE
from tests.dashboard.bench import opened


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Name an empty database for whoever opens the store, and let nobody be asked to sign in."""
    path = str(tmp_path / "events.sqlite")
    monkeypatch.setenv(VARIABLE, path)
    monkeypatch.setenv(AUTHOR, "Ines")
    monkeypatch.setenv(SECRETS, str(tmp_path / "none.toml"))
    monkeypatch.setenv(REMOTE, "0")
    sign_in_settings.cache_clear()
    return path


@pytest.fixture
def app() -> AppTest:
    """The page as it opens."""
    return opened()
