"""A small OpenID Connect provider on loopback, which signs everyone in as the same person."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

NAME = "Omar <b>Haddad</b>"
CLIENT = "readouts"


class _Answers(BaseHTTPRequestHandler):
    key = RSAKey.generate_key(2048, {"kid": "k", "use": "sig", "alg": "RS256"})
    nonces: dict[str, str]
    base: str

    def do_GET(self) -> None:
        path, query = urlsplit(self.path).path, parse_qs(urlsplit(self.path).query)
        if path == "/.well-known/openid-configuration":
            self._json(
                {
                    "issuer": self.base,
                    "authorization_endpoint": f"{self.base}/authorize",
                    "token_endpoint": f"{self.base}/token",
                    "jwks_uri": f"{self.base}/keys",
                    "response_types_supported": ["code"],
                    "subject_types_supported": ["public"],
                    "id_token_signing_alg_values_supported": ["RS256"],
                }
            )
        elif path == "/keys":
            self._json({"keys": [self.key.as_dict(private=False)]})
        elif path == "/authorize":
            code = f"code{len(self.nonces)}"
            self.nonces[code] = query["nonce"][0]
            back = urlencode({"code": code, "state": query["state"][0]})
            self.send_response(302)
            self.send_header("Location", f"{query['redirect_uri'][0]}?{back}")
            self.end_headers()
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        code = parse_qs(body)["code"][0]
        now = int(time.time())
        claims = {
            "iss": self.base,
            "sub": "42",
            "aud": CLIENT,
            "iat": now,
            "exp": now + 3600,
            "nonce": self.nonces.pop(code),
            "name": NAME,
            "email": "omar@example.org",
        }
        token = jwt.encode({"alg": "RS256", "kid": "k"}, claims, self.key)
        self._json({"access_token": "x", "token_type": "Bearer", "id_token": token})

    def _json(self, data: Any) -> None:
        body = json.dumps(data).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def provider() -> Iterator[str]:
    """Run the provider and give its address."""
    answers = type("Answers", (_Answers,), {"nonces": {}})
    server = ThreadingHTTPServer(("127.0.0.1", 0), answers)
    answers.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield answers.base
    finally:
        server.shutdown()
        server.server_close()
