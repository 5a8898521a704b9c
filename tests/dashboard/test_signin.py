"""Signing in: what is asked of the settings, and that a server for others asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from compare.dashboard.launch import REMOTE, arguments, launch
from compare.dashboard.signin import SECRETS, public_host, sign_in_settings
from compare.errors import SettingError

WHOLE = """
[auth]
redirect_uri = "https://readouts.example.org/oauth2callback"
cookie_secret = "0123456789012345678901234567890123456789"
client_id = "readouts"
client_secret = "s"
server_metadata_url = "https://id.example.org/.well-known/openid-configuration"
"""


@pytest.fixture
def secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "secrets.toml"
    monkeypatch.setenv(SECRETS, str(path))
    return path


def test_without_settings_nobody_is_asked(secrets: Path) -> None:
    assert sign_in_settings() is None
    secrets.write_text("[connections]\nx = 1\n")
    assert sign_in_settings() is None
    assert public_host() == ""


def test_whole_settings_are_taken(secrets: Path) -> None:
    secrets.write_text(WHOLE)
    assert sign_in_settings() == ("default",)
    assert public_host() == "readouts.example.org"
    given = arguments("0.0.0.0", 8501)
    assert "--server.allowedHosts=readouts.example.org" in given
    assert f"--secrets.files={secrets}" in given


def test_several_providers_are_named(secrets: Path) -> None:
    shared = WHOLE.split("client_id")[0]
    one = 'client_id = "a"\nclient_secret = "b"\nserver_metadata_url = "https://x.example/"\n'
    secrets.write_text(f"{shared}[auth.work]\n{one}[auth.client_kwargs]\nprompt = 'login'\n")
    assert sign_in_settings() == ("work",)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('client_id = "readouts"', "", "auth.client_id missing"),
        ('cookie_secret = "0123456789012345678901234567890123456789"', "", "cookie_secret missing"),
        ("0123456789012345678901234567890123456789", "short", "shorter than 32 characters"),
        ("/oauth2callback", "/", "with /oauth2callback behind it"),
        ("[auth]", "[auth", "can't be read"),
    ],
)
def test_settings_that_can_not_work_are_refused(
    secrets: Path, old: str, new: str, message: str
) -> None:
    secrets.write_text(WHOLE.replace(old, new))
    with pytest.raises(SettingError, match=message) as caught:
        launch("127.0.0.1", 8501)
    assert "0123456789012345678901234567890123456789" not in str(caught.value)
    assert "expected" in str(caught.value)


def test_a_named_file_has_to_be_there_and_to_set_it_up(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="no such file"):
        launch("0.0.0.0", 8501, secrets=str(tmp_path / "x.toml"))
    (tmp_path / "y.toml").write_text("a = 1\n")
    with pytest.raises(SettingError, match="has no table"):
        launch("0.0.0.0", 8501, secrets=str(tmp_path / "y.toml"))


def test_the_page_shows_nothing_beyond_this_machine_unless_wanted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("compare.dashboard.access.st.get_option", lambda _: "0.0.0.0")
    root = Path(__file__).parents[2]
    app = AppTest.from_file(str(root / "app.py"), default_timeout=120).run()
    body = "".join(item.proto.body for item in app.get("html"))
    assert "asks nobody who they are" in body
    assert "Telephone call" not in body
    monkeypatch.setenv(REMOTE, "1")
    body = "".join(item.proto.body for item in app.run().get("html"))
    assert "Telephone call" in body
    # Nobody's name is the server's own user.
    assert app.text_input(key="author").value == ""


def test_the_page_asks_to_sign_in(secrets: Path) -> None:
    secrets.write_text(WHOLE)
    root = Path(__file__).parents[2]
    app = AppTest.from_file(str(root / "app.py"), default_timeout=120).run()
    assert not app.exception
    body = "".join(item.proto.body for item in app.get("html"))
    assert "Telephone call" not in body
    assert app.button(key="sign_in_default").label == "Sign in"
