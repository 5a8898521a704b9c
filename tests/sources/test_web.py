"""Pages from a real server on loopback: redirects, slow, huge, packed, refused, private."""

from __future__ import annotations

import contextlib
import gzip
import socket
import threading
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from compare.errors import InputError
from compare.sources import ReadOptions, address, cache, read_source
from compare.sources.address import is_public
from compare.sources.limits import MAX_BYTES

TEXT = "Президент России Владимир Путин провёл телефонный разговор с Президентом США."
PAGE = "<html><head><title>Readout</title></head><body><article><p>{}</p></article></body></html>"
HERE = ReadOptions(allow_private=True, seconds=5)


class Handler(BaseHTTPRequestHandler):
    """Answers by path; `asked` counts the questions."""

    asked: list[str] = []  # noqa: RUF012 - one server, one list

    def log_message(self, *_: object) -> None:
        """Keep the tests' output clean."""

    def do_GET(self) -> None:
        Handler.asked.append(self.path)
        name = self.path.partition("?")[0].strip("/").replace("-", "_")
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            getattr(self, name, self.missing)()

    def answer(self, data: bytes, kind: str = "text/html", status: int = 200, **more: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for key, value in more.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def missing(self) -> None:
        self.answer(b"no", status=404)

    def page(self) -> None:
        agent = self.headers["User-Agent"]
        self.answer(
            PAGE.format(f"We agreed to meet again in the spring, {agent.split('/')[0]}.").encode()
        )

    def moved(self) -> None:
        self.answer(b"", status=302, Location="/page")

    def loop(self) -> None:
        self.answer(b"", status=301, Location="/loop")

    def to_file(self) -> None:
        self.answer(b"", status=302, Location="file:///etc/passwd")

    def to_private(self) -> None:
        self.answer(b"", status=302, Location="http://10.0.0.1/secret")

    def charset(self) -> None:
        self.answer(PAGE.format(TEXT).encode("cp1251"), "text/html; charset=windows-1251")

    def wrong_charset(self) -> None:
        self.answer(PAGE.format(TEXT).encode(), "text/html; charset=iso-8859-1")

    def forbidden(self) -> None:
        self.answer(b"go away", status=403)

    def packed(self) -> None:
        self.answer(
            gzip.compress(PAGE.format("We agreed, packed.").encode()), Content_Encoding="gzip"
        )

    def deflated(self) -> None:
        bare = zlib.compressobj(wbits=-15)
        data = bare.compress(PAGE.format("We agreed, bare.").encode()) + bare.flush()
        self.answer(data, Content_Encoding="deflate")

    def bomb(self) -> None:
        self.answer(gzip.compress(b"a" * (50 * MAX_BYTES // 10)), Content_Encoding="gzip")

    def strange(self) -> None:
        self.answer(b"xx", Content_Encoding="br")

    def broken(self) -> None:
        self.answer(
            gzip.compress(PAGE.format("We agreed.").encode())[:-12], Content_Encoding="gzip"
        )

    def huge(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"a" * 1_000_000)

    def drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        while not self.server.stopping.wait(0.05):  # type: ignore[attr-defined]
            self.wfile.write(b"a")
            self.wfile.flush()

    def script(self) -> None:
        self.answer(
            b"<html><body><noscript>Please enable JavaScript.</noscript><p>Just a moment...</p></body></html>"
        )


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The server's address."""
    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.daemon_threads = True
    made.stopping = threading.Event()  # type: ignore[attr-defined]
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{made.server_address[1]}"
    made.stopping.set()  # type: ignore[attr-defined]
    made.shutdown()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own."""
    monkeypatch.setenv(cache.FOLDER, str(tmp_path / "cache"))
    Handler.asked.clear()
    return tmp_path / "cache"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("page", "We agreed to meet again in the spring, readout-compare."),
        ("moved", "We agreed to meet again in the spring, readout-compare."),
        ("charset", TEXT),
        ("wrong-charset", TEXT),
        ("packed", "We agreed, packed."),
        ("deflated", "We agreed, bare."),
    ],
)
def test_a_page_is_read(server: str, path: str, text: str) -> None:
    source = read_source(f"{server}/{path}", HERE)
    assert source.text == text
    assert source.title == "Readout"
    assert source.name.startswith(server)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("loop", "leads on over 8 times"),
        ("to-file", "has the scheme 'file'; expected http or https"),
        (
            "forbidden",
            "refuses programs (status 403); expected a page that is open to all; open it",
        ),
        ("gone", "there is no such page (404)"),
        ("bomb", "is over 20 MB"),
        ("huge", "is over 20 MB"),
        ("strange", "is packed in a way that was not asked for (br)"),
        ("broken", "broke off before its end"),
        ("script", "shows its text only in a browser"),
    ],
)
def test_what_can_not_be_had_is_said_in_a_line(server: str, path: str, says: str) -> None:
    with pytest.raises(InputError) as error:
        read_source(f"{server}/{path}", HERE)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_a_server_that_drips_is_left(server: str) -> None:
    with pytest.raises(InputError, match=r"took over 0 s to answer; expected a page sooner"):
        read_source(f"{server}/drip", ReadOptions(allow_private=True, seconds=0.4))


def test_a_page_is_asked_for_once_and_again_on_refresh(server: str, folder: Path) -> None:
    first = read_source(f"{server}/page", HERE)
    second = read_source(f"{server}/page#part", HERE)
    assert Handler.asked == ["/page"]
    assert second.text == first.text
    assert "is taken from the cache of" in second.note
    read_source(f"{server}/page", ReadOptions(allow_private=True, refresh=True))
    assert Handler.asked == ["/page", "/page"]
    for kept in (folder / "pages").iterdir():
        kept.write_bytes(kept.read_bytes()[:-1] + b"?")  # a spoilt page is fetched again
    read_source(f"{server}/page", HERE)
    assert len(Handler.asked) == 3


def test_private_pages_in_the_cache_are_for_those_who_may_ask(server: str) -> None:
    read_source(f"{server}/page", HERE)
    with pytest.raises(InputError, match="an address inside your own network"):
        read_source(f"{server}/page")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://2130706433/", "http://0/",
        "http://[::ffff:127.0.0.1]/", "http://10.1.2.3/", "http://192.168.0.1/", "http://172.16.0.1/",
        "http://169.254.169.254/latest/meta-data/", "http://100.64.0.1/", "http://[fe80::1]/",
        "http://[fd00::1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://0x7f.1/",
    ],
)  # fmt: skip
def test_addresses_inside_are_refused(url: str) -> None:
    with pytest.raises(InputError, match="inside your own network|no such host"):
        read_source(url, ReadOptions(seconds=3))


def test_a_redirect_inside_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "is_public", lambda at: at == "127.0.0.1" or is_public(at))
    with pytest.raises(InputError, match="10.0.0.1 is an address inside your own network"):
        read_source(f"{server}/to-private")


def test_a_name_is_resolved_once_and_every_address_counts(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [["93.184.216.34", "127.0.0.1"], ["127.0.0.1"]]

    def rebinding(*_: object, **__: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in answers.pop(0)]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    with pytest.raises(InputError, match="rebind.example is 127.0.0.1, an address inside"):
        read_source("http://rebind.example/")
    assert len(answers) == 1


def test_public_addresses() -> None:
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1:248:1893:25c8:1946")
    assert is_public("::ffff:93.184.216.34")
    for inside in ("224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "ff02::1", "fec0::1", "x"):
        assert not is_public(inside)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("ftp://site.example/a", "has the scheme 'ftp'; expected http or https"),
        ("file:///etc/passwd", "is no web address|has the scheme"),
        ("http://", "is no web address"),
        ("http://a:b@site.example/", "was given with a user name"),
        ("http://nowhere.invalid/", "no such host"),
        ("http://127.0.0.1:1/", "can't be reached"),
    ],
)
def test_what_is_no_address_is_refused(url: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read_source(url, HERE)
