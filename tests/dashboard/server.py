"""A dashboard on a free loopback port, as a process of its own, for the tests."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]
_LIMIT = 60  # seconds in which the server has to answer
_CODE = (
    "import sys; from compare.dashboard.launch import launch; "
    "sys.exit(launch('127.0.0.1', {}, database={!r}))"
)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Server:
    """A running dashboard."""

    port: int
    process: subprocess.Popen[bytes]
    output: IO[bytes]
    database: str

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def get(self, path: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()

    def handshake(self, host: str) -> int:
        """Return the status with which a WebSocket for this Host is answered."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.putrequest("GET", "/_stcore/stream", skip_host=True)
        for name, value in (
            ("Host", host),
            ("Origin", f"http://{host}"),
            ("Upgrade", "websocket"),
            ("Connection", "Upgrade"),
            ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
            ("Sec-WebSocket-Version", "13"),
        ):
            connection.putheader(name, value)
        connection.endheaders()
        return connection.getresponse().status

    def log(self) -> str:
        """Return what the server has written so far."""
        self.output.seek(0)
        return self.output.read().decode("utf-8", "replace")


@contextmanager
def serve(port: int, database: str = "", **environment: str) -> Iterator[Server]:
    """Start a dashboard, wait until it answers, and end it, and only it, at the end."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryDirectory() as folder:
        database = database or f"{folder}/events.sqlite"
        process = subprocess.Popen(
            [sys.executable, "-c", _CODE.format(port, database)],
            cwd=ROOT,
            env={**os.environ, "READOUTS_AUTHOR": "Ines", **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
        server = Server(port, process, output, database)
        try:
            deadline = time.monotonic() + _LIMIT
            while True:
                try:
                    if server.get("/_stcore/health")[0] == 200:
                        break
                except OSError:
                    pass
                if process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError(f"the dashboard doesn't answer: {server.log()}")
                time.sleep(0.1)
            yield server
        finally:
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
