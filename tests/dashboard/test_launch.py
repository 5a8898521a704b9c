"""Serving: what is refused, what Streamlit is told, and that a real server starts and stops."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from compare.dashboard.launch import SCRIPT, arguments, is_loopback, launch
from compare.dashboard.options import OPTIONS, flags
from compare.errors import CompareError, SettingError
from tests.dashboard.server import free_port, serve

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("host", "answer"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("localhost", True),
        ("LOCALHOST", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.5", False),
        ("example.com", False),
        ("localhost.example.com", False),
        ("127.0.0.1.example.com", False),
    ],
)
def test_what_only_this_machine_reaches(host: str, answer: bool) -> None:
    assert is_loopback(host) is answer


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.com", "", "  "])
def test_a_host_that_others_reach_is_refused(host: str) -> None:
    with pytest.raises(SettingError, match="expected"):
        launch(host, 8501)


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_a_port_out_of_range_is_refused(port: int) -> None:
    with pytest.raises(SettingError, match=rf"port is {port}; expected 1 to 65535"):
        launch("127.0.0.1", port)


def test_a_port_in_use_is_refused() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CompareError, match=rf"port {port} on 127.0.0.1 can't be had"):
            launch("127.0.0.1", port)


def test_an_unknown_host_is_refused_when_remote_is_allowed() -> None:
    with pytest.raises(SettingError, match="is not known"):
        launch("no.such.host.invalid", 8501, allow_remote=True)


def test_streamlit_is_told_to_ask_nobody() -> None:
    given = arguments("127.0.0.1", 8777)
    for flag in (
        "--browser.gatherUsageStats=false",
        "--server.showEmailPrompt=false",
        "--server.address=127.0.0.1",
        "--server.port=8777",
        "--server.maxUploadSize=20",
        "--server.allowedHosts=127.0.0.1",
    ):
        assert flag in given


def test_no_browser_opens_without_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare.dashboard.launch.sys.platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert "--server.headless=true" in arguments("127.0.0.1", 8501)
    monkeypatch.setenv("DISPLAY", ":0")
    assert "--server.headless=false" in arguments("127.0.0.1", 8501)


def test_only_loopback_keeps_the_list_of_its_own_names() -> None:
    assert not [flag for flag in arguments("0.0.0.0", 8501) if "allowedHosts" in flag]


def test_flags_repeat_an_option_of_many_values() -> None:
    assert flags({"a.b": ("x", "y"), "c": True, "d": 3, "e": ()}) == [
        *("--a.b=x", "--a.b=y", "--c=true", "--d=3")
    ]


def test_the_config_file_says_the_same() -> None:
    def flat(table: dict[str, object], above: str = "") -> dict[str, object]:
        found: dict[str, object] = {}
        for name, value in table.items():
            if isinstance(value, dict):
                found |= flat(value, f"{above}{name}.")
            else:
                found[above + name] = tuple(value) if isinstance(value, list) else value
        return found

    file = ROOT / ".streamlit" / "config.toml"
    assert flat(tomllib.loads(file.read_text("utf-8"))) == OPTIONS


def test_streamlit_knows_every_option() -> None:
    from streamlit import config

    known = config.get_config_options()
    assert not [name for name in OPTIONS if name not in known]


def test_importing_the_dashboard_imports_no_model() -> None:
    code = (
        "import sys, compare.dashboard, compare.dashboard.page, compare.dashboard.launch\n"
        "heavy = {'torch', 'spacy', 'onnxruntime', 'sentence_transformers', 'sklearn'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout == "[]\n"


def test_importing_launch_imports_no_streamlit() -> None:
    code = "import sys, compare.dashboard.launch; sys.exit('streamlit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0


def test_a_server_starts_tells_its_address_and_stops() -> None:
    port = free_port()
    with serve(port) as server:
        assert server.get("/_stcore/health") == (200, "ok")
        # A page elsewhere whose name was pointed at this machine gets no session.
        assert server.handshake("readouts.example.com") != 101
        assert server.handshake(f"127.0.0.1:{port}") == 101
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(30) in (0, -signal.SIGTERM)
        assert f"http://127.0.0.1:{port}" in server.log()


def test_the_script_lies_in_the_package() -> None:
    assert SCRIPT.is_file()
    assert SCRIPT.is_relative_to(ROOT / "compare")
