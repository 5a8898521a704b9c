"""A real PostgreSQL for the tests: started in a temporary folder, stopped and removed in the end."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def binaries() -> Path | None:
    """Return the folder with initdb and postgres, as Debian or anyone else installs them."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "postgres").is_file()), None)


def _as_other_user() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: return who runs it then."""
    if os.getuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise RuntimeError("no user but root; expected the user postgres or nobody")


@contextmanager
def server() -> Iterator[str]:
    """Give the URL of a server that listens on a free port of this machine only."""
    folder = binaries()
    assert folder is not None
    runner = _as_other_user()
    home = Path(tempfile.mkdtemp(prefix="readouts-pg-"))
    try:
        if runner:
            os.chown(home, runner["user"], runner["group"])
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        quiet = {"check": True, "stdout": subprocess.DEVNULL, "cwd": home, **runner}
        data = home / "data"
        subprocess.run(
            [folder / "initdb", "-D", data, "-A", "trust", "-U", "readouts", "-E", "UTF8", "-N"],
            **quiet,
        )
        options = (
            f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        )
        control = [folder / "pg_ctl", "-D", data, "-w", "-l", home / "log"]
        subprocess.run([*control, "-o", options, "start"], **quiet)
        try:
            yield f"postgresql://readouts@127.0.0.1:{port}/"
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], **quiet)
    finally:
        shutil.rmtree(home, ignore_errors=True)
