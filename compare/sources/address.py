"""Which addresses on the network may be fetched from, and a connection that goes to no other.

A name is resolved once, every address that it stands for is checked, and the connection is made
to one of those very addresses; so neither a name that points inside the user's own network nor
one that changes between the check and the connection gets through.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import ssl
import threading
import time
import typing

import httpcore

from compare.errors import InputError

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# IPv6 networks that carry an IPv4 address in their last 32 bits: translated, and compatible.
_CARRYING = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("::/96"))


def is_public(address: str) -> bool:
    """Say whether an address lies in the open internet and stands for nothing nearer.

    Private, loopback, link-local, shared (CGNAT), multicast, reserved and documentation addresses
    don't; nor do IPv6 addresses that carry one of them (mapped, translated, 6to4, Teredo).
    """
    try:
        parsed: _Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = [parsed.ipv4_mapped, parsed.sixtofour, *(parsed.teredo or ())]
        if any(parsed in network for network in _CARRYING):
            inner.append(ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF))
        if any(item is not None and not is_public(str(item)) for item in inner):
            return False
        if parsed.ipv4_mapped is not None:
            return True
        if parsed.is_site_local:
            return False
    return parsed.is_global and not parsed.is_multicast


def resolve(host: str, port: int, seconds: float) -> list[str]:
    """Return the addresses of a host, in the system's order.

    :raises InputError: there is none, or the name server takes too long
    """
    answers: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put([str(item[4][0]) for item in found])
        except (OSError, UnicodeError) as error:
            answers.put(error if isinstance(error, OSError) else OSError(str(error)))

    threading.Thread(target=ask, daemon=True).start()  # getaddrinfo itself knows no time limit
    try:
        answer = answers.get(timeout=max(0.01, seconds))
    except queue.Empty:
        raise InputError(
            f"{host}: the name server doesn't answer; expected a web address; try again later"
        ) from None
    if isinstance(answer, OSError) or not answer:
        raise InputError(
            f"{host}: no such host; expected a web address that can be reached from here; "
            "check it and the connection"
        )
    return list(dict.fromkeys(answer))


class CheckedBackend(httpcore.NetworkBackend):
    """Connects to checked addresses only, and keeps one deadline over all that it does."""

    def __init__(self, deadline: float, allow_private: bool) -> None:
        self.deadline = deadline  # of time.monotonic
        self.allow_private = allow_private
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: typing.Iterable[typing.Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Resolve, check and connect.

        :raises InputError: one of the host's addresses is not to be fetched from
        """
        addresses = resolve(host, port, self.deadline - time.monotonic())
        if not self.allow_private:
            for address in addresses:
                if not is_public(address):
                    which = "" if address == host else f"{address}, "
                    raise InputError(
                        f"{host} is {which}an address inside your own network; expected one "
                        "in the open internet; give --allow-private if you trust it"
                    )
        failure: Exception = httpcore.ConnectError(f"no address of {host}")
        for address in addresses:
            try:
                left = _left(self.deadline, timeout)
                stream = self._backend.connect_tcp(address, port, left, local_address)
                return _Stream(stream, self.deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: typing.Iterable[typing.Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Refuse: nothing is fetched from a socket of this machine."""
        raise InputError(f"{path} is a local socket; expected a web address")


class _Stream(httpcore.NetworkStream):
    """A connection whose every step ends by the deadline, however slowly the other side drips."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._deadline, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = _left(self._deadline, timeout)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> typing.Any:
        return self._stream.get_extra_info(info)


def _left(deadline: float, timeout: float | None) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time is up")
    return left if timeout is None else min(left, timeout)
