"""One page from the web: checked address, redirects, size and time limits, and a cache."""

from __future__ import annotations

import re
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpcore
import httpx

from compare.errors import InputError
from compare.sources import cache
from compare.sources.address import CheckedBackend
from compare.sources.limits import MAX_BYTES
from compare.sources.records import ReadOptions

if TYPE_CHECKING:
    import ssl

MAX_REDIRECTS = 8
MAX_URL = 4000  # characters
_AGENT = "readout-compare/0.1 (reads one page when a person asks for it)"
_HEADERS: dict[bytes | str, bytes | str] = {
    "User-Agent": _AGENT,
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/*;q=0.9,*/*;q=0.5",
    "Accept-Language": "en,*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
_BY_HAND = "open it in a browser and save the page, or copy the statement and paste it into a file"
_REFUSED = {
    401: "asks for a password",
    402: "asks for a payment",
    403: "refuses programs",
    407: "asks for a password",
    429: "has had too many requests",
    451: "is blocked for legal reasons",
    503: "is overloaded or refuses programs",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What a server answered."""

    data: bytes  # with the transfer's compression undone
    url: str  # after redirects
    charset: str  # what the server says, or empty
    notes: tuple[str, ...] = ()


def fetch(address: str, options: ReadOptions) -> Page:
    """Return the page at an http(s) address.

    :raises InputError: the address is none, is not to be fetched from, refuses, fails, takes too
        long or answers too much
    """
    url = _parsed(address, address)
    key = str(url.copy_with(fragment=None))
    kept = None if options.refresh else cache.load(key, options.allow_private)
    if kept is not None:
        note = f"{address} is taken from the cache of {kept.fetched}; --refresh fetches it again"
        return Page(kept.data, kept.url, kept.charset, (note,))
    deadline = time.monotonic() + options.seconds
    backend = CheckedBackend(deadline, options.allow_private)
    page = _follow(address, url, backend, options)
    cache.keep(key, options.allow_private, page.data, page.url, page.charset)
    return page


def _parsed(text: str, shown: str) -> httpx.URL:
    """Return an address that may be fetched.

    :raises InputError: it is none, or not http(s)
    """
    try:
        url = httpx.URL(text.strip()) if len(text) <= MAX_URL else None
    except (httpx.InvalidURL, ValueError, TypeError):
        url = None
    if url is not None and url.scheme not in ("", "http", "https"):
        raise InputError(
            f"{shown} has the scheme {url.scheme!r}; expected http or https; "
            "give a file by its path alone"
        )
    if url is None or not url.host:
        raise InputError(
            f"{shown[:100]} is no web address; expected one such as https://site.example/page"
        )
    if url.userinfo:
        raise InputError(
            f"{url.copy_with(userinfo=b'')} was given with a user name; expected an address "
            f"without one; {_BY_HAND}"
        )
    return url


def _follow(shown: str, url: httpx.URL, backend: CheckedBackend, options: ReadOptions) -> Page:
    """Ask, follow redirects with the same checks on each, and return the page."""
    start = url
    context: ssl.SSLContext = httpx.create_ssl_context()
    for _ in range(MAX_REDIRECTS + 1):
        try:
            with (
                httpcore.ConnectionPool(ssl_context=context, network_backend=backend) as pool,
                pool.stream("GET", str(url), headers=_HEADERS) as answer,
            ):
                headers = {
                    name.decode("latin-1").lower(): value.decode("latin-1")
                    for name, value in answer.headers
                }
                if answer.status in (301, 302, 303, 307, 308) and headers.get("location"):
                    url = _next(url, headers["location"], shown)
                    continue
                if answer.status != 200:
                    raise InputError(_refusal(shown, answer.status))
                data = b"".join(_body(answer.iter_stream(), headers, shown))
        except (httpcore.TimeoutException, TimeoutError):
            raise InputError(
                f"{shown} took over {options.seconds:.0f} s to answer; expected a page sooner; "
                f"try again, or {_BY_HAND}"
            ) from None
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as e:
            reason = str(e).strip() or type(e).__name__
            raise InputError(
                f"{shown} can't be reached: {reason}; expected a web page; check the address and "
                f"the connection, or {_BY_HAND}"
            ) from None
        match = re.search(r"charset=[\"']?([\w.:-]+)", headers.get("content-type", ""), re.I)
        notes = (f"{shown} leads to {url}",) if url.host != start.host else ()
        return Page(data, str(url), match.group(1) if match else "", notes)
    raise InputError(f"{shown} leads on over {MAX_REDIRECTS} times; expected a page; {_BY_HAND}")


def _next(url: httpx.URL, location: str, shown: str) -> httpx.URL:
    try:
        target = str(url.join(location))
    except (httpx.InvalidURL, ValueError):
        target = location
    return _parsed(target, f"{shown} leads to {target[:200]}, which")


def _refusal(shown: str, status: int) -> str:
    if status in (404, 410):
        return f"{shown}: there is no such page ({status}); expected one that exists; check it"
    why = _REFUSED.get(status, "fails")
    return f"{shown} {why} (status {status}); expected a page that is open to all; {_BY_HAND}"


def _body(chunks: Iterator[bytes], headers: dict[str, str], shown: str) -> Iterator[bytes]:
    """Give the answer with its compression undone, and stop where it grows too large."""
    coding = headers.get("content-encoding", "").strip().lower()
    if coding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise InputError(
            f"{shown} is packed in a way that was not asked for ({coding[:40]}); expected gzip; "
            f"{_BY_HAND}"
        )
    plain = coding in ("", "identity")
    unpack = None if plain else zlib.decompressobj(wbits=47)  # reads the heads of gzip and zlib
    total = 0
    for chunk in chunks:
        if coding == "deflate" and not total and chunk and chunk[0] & 0x0F != 8:
            unpack = zlib.decompressobj(wbits=-15)  # some servers send it without a head
        try:
            part = chunk if unpack is None else unpack.decompress(chunk, MAX_BYTES + 1 - total)
        except zlib.error:
            raise InputError(
                f"{shown} is packed wrongly; expected gzip; try again, or {_BY_HAND}"
            ) from None
        total += len(part)
        if total > MAX_BYTES:
            raise InputError(
                f"{shown} is over {MAX_BYTES // 1_000_000} MB; expected one statement; {_BY_HAND}"
            )
        yield part
    if unpack is not None and total and not unpack.eof:
        raise InputError(f"{shown} broke off before its end; expected a whole page; try again")
