"""Signing in by OpenID Connect: whether Streamlit's secrets set it up, read without Streamlit."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from compare.errors import SettingError

SECRETS = "READOUTS_SECRETS"  # the file that `readouts dashboard --secrets` names
_SHARED = ("redirect_uri", "cookie_secret")
_PROVIDER = ("client_id", "client_secret", "server_metadata_url")
_LEAST = 32  # characters of a cookie secret: whoever guesses it can sign in as anyone


def secrets_files() -> tuple[Path, ...]:
    """Return where the secrets may lie: the named file, else where Streamlit looks for them."""
    if named := os.environ.get(SECRETS):
        return (Path(named),)
    return tuple(folder / ".streamlit" / "secrets.toml" for folder in (Path.home(), Path.cwd()))


@cache
def sign_in_settings() -> tuple[str, ...] | None:
    """Return the names of the providers that can be signed in with; None: nobody is asked to.

    :raises SettingError: the settings are there, but can't work
    """
    table = _auth()
    if table is None:
        return None
    missing = [f"auth.{name}" for name in _SHARED if not _text(table, name)]
    named = {name: part for name, part in table.items() if isinstance(part, Mapping)}
    providers = {name: part for name, part in named.items() if name != "client_kwargs"}
    found = providers or {"default": table}
    for provider, part in found.items():
        of = "auth" if provider == "default" else f"auth.{provider}"
        missing += [f"{of}.{name}" for name in _PROVIDER if not _text(part, name)]
    if missing:
        raise SettingError(
            f"signing in isn't set up whole: {', '.join(missing)} missing; expected what "
            "docs/dashboard.md lists under [auth] in secrets.toml"
        )
    if len(_text(table, "cookie_secret")) < _LEAST:
        raise SettingError(
            f"auth.cookie_secret is shorter than {_LEAST} characters; expected a random one; make "
            "it with: python -c 'import secrets; print(secrets.token_urlsafe(32))'"
        )
    if not urlsplit(_text(table, "redirect_uri")).path.endswith("/oauth2callback"):
        raise SettingError(
            f"auth.redirect_uri is {_text(table, 'redirect_uri')!r}; expected the dashboard's own "
            "address with /oauth2callback behind it"
        )
    if find_spec("authlib") is None:
        raise SettingError(
            "signing in needs Authlib, which isn't installed; install it with: "
            "pip install 'readout-compare[team]'"
        )
    return tuple(found)


def public_host() -> str:
    """Return the name under which others reach the dashboard, as its redirect address has it."""
    table = _auth()
    return urlsplit(_text(table or {}, "redirect_uri")).hostname or ""


def _auth() -> Mapping[str, Any] | None:
    for path in secrets_files():
        try:
            data = tomllib.loads(path.read_text("utf-8"))
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            raise SettingError(
                f"{path} can't be read ({type(error).__name__}); expected TOML; mend or remove it"
            ) from None
        if isinstance(table := data.get("auth"), Mapping):
            return table
    return None


def _text(table: Mapping[str, Any], name: str) -> str:
    value = table.get(name)
    return value.strip() if isinstance(value, str) else ""
