"""Serve the dashboard: what `readouts dashboard` calls."""

from __future__ import annotations

import os
import socket
import sys
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path

from compare.dashboard.options import LOOPBACK_NAMES, OPTIONS, flags
from compare.dashboard.signin import SECRETS, public_host, sign_in_settings
from compare.errors import CompareError, SettingError
from compare.store.variable import VARIABLE

REMOTE = "READOUTS_ALLOW_REMOTE"  # "1": others may reach the page without signing in
SCRIPT = Path(__file__).parent / "entry" / "readouts_page.py"


def launch(
    host: str,
    port: int,
    *,
    allow_remote: bool = False,
    database: str | None = None,
    secrets: str | None = None,
) -> int:
    """Serve the dashboard until it is stopped, and return the exit code.

    :param host: a loopback name or address, unless people sign in or `allow_remote`
    :param port: 1 to 65535
    :param allow_remote: listen where others can reach it though nobody is asked who they are
    :param database: a file's path or a URL; None: READOUTS_DATABASE, else the user's data folder
    :param secrets: the file that sets up signing in; None: where Streamlit looks for it
    :raises SettingError: a host that others can reach, a port out of its range, or signing in is
        set up in part
    :raises StoreError: the database can't be opened
    :raises CompareError: Streamlit isn't installed, or the port is in use or can't be had
    """
    if secrets:
        if not Path(secrets).is_file():
            raise SettingError(f"{secrets}: no such file; expected TOML with a table [auth]")
        os.environ[SECRETS] = str(Path(secrets).resolve())
    signs_in = sign_in_settings() is not None
    if secrets and not signs_in:
        raise SettingError(f"{secrets} has no table [auth]; expected what docs/dashboard.md lists")
    check_host(host, allow_remote=allow_remote or signs_in)
    os.environ[REMOTE] = "1" if allow_remote else "0"
    if find_spec("streamlit") is None:
        raise CompareError(
            "the dashboard needs Streamlit, which is not installed; "
            "install it with: pip install 'readout-compare[dashboard]'"
        )
    # A database that can't be opened is said here, before anyone has a page open.
    from compare.store.store import open_store

    with open_store(database):
        pass
    if database:
        os.environ[VARIABLE] = database if "://" in database else str(Path(database).resolve())
    check_port(host, port)
    shown = f"[{host}]" if ":" in host else host
    print(f"readouts: the dashboard is at http://{shown}:{port} (Ctrl-C stops it)", file=sys.stderr)
    from streamlit.web.cli import main as streamlit

    try:
        streamlit.main(
            args=["run", str(SCRIPT), *arguments(host, port)],
            prog_name="streamlit",
            standalone_mode=False,
        )
    except KeyboardInterrupt:
        return 130
    except SystemExit as stop:  # Streamlit's own way out, such as for a port taken meanwhile
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    return 0


def arguments(host: str, port: int) -> list[str]:
    """Return the options of `streamlit run` for this host and port."""
    options = {
        **OPTIONS,
        "server.address": host,
        "server.port": port,
        "server.headless": not can_open_browser(),
        "server.fileWatcherType": "none",
        "logger.hideWelcomeMessage": True,
    }
    if not is_loopback(host):
        # The names under which others reach this machine are theirs to know, unless the address
        # to which they come back from signing in says it.
        name = public_host()
        if name:
            options["server.allowedHosts"] = (*LOOPBACK_NAMES, name)
        else:
            del options["server.allowedHosts"]
    if named := os.environ.get(SECRETS):
        options["secrets.files"] = (named,)
    return flags(options)


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach a host of that name."""
    if host.lower() in LOOPBACK_NAMES:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def check_host(host: str, *, allow_remote: bool) -> None:
    """Refuse a host that other machines can reach, unless that is wanted.

    :raises SettingError: it is refused, or empty
    """
    if not host.strip():
        raise SettingError(
            "the host is empty; expected a name or an address; the default is 127.0.0.1"
        )
    if not allow_remote and not is_loopback(host):
        raise SettingError(
            f"host {host!r} can be reached from other machines, and the dashboard asks nobody who "
            "they are; expected 127.0.0.1 or localhost; set up signing in (docs/dashboard.md), "
            "or give --allow-remote if all who reach it may see and change everything"
        )


def check_port(host: str, port: int) -> None:
    """Refuse a port that can't be listened on.

    :raises SettingError: it is out of range, or the host is no address of this machine
    :raises CompareError: it is in use, or not ours to use
    """
    if not 1 <= port <= 65535:
        raise SettingError(f"port is {port}; expected 1 to 65535; the default is 8501")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except OSError as error:
        raise SettingError(
            f"host {host!r} is not known ({error.strerror}); expected 127.0.0.1 or localhost"
        ) from None
    with socket.socket(family, kind, protocol) as probe:
        # As a server does: a port whose last connections are still closing is free.
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as error:
            raise CompareError(
                f"port {port} on {host} can't be had ({error.strerror}); expected a free port; "
                "stop what uses it, or choose another"
            ) from None


def can_open_browser() -> bool:
    """Return whether there is a screen for a browser to open on."""
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True
