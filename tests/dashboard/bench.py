"""Streamlit's own test bench around the page, with the real model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.report.pages import Page

ROOT = Path(__file__).parents[2]
CONSTRUCTED = "constructed-harbour-talks"
MEDIATED = "constructed-three-way-call"
ARTICLE = """Ministers talk about the harbour

Minister Anna Weiss said: "We will free all 40 sailors by Friday." She added that the harbour would
reopen on 3 May.

President Karl Berg said his country would release 25 sailors once the survey ship left. "Nothing
was promised," Berg said.

Reporters noted that the weather was fine.
"""
HOSTILE = (
    '<img src=x onerror="alert(1)"> *bold* :smile: :red[x] $x^2$ [a](http://a.example) </script>'
)


def opened(**link: str) -> AppTest:
    """Return the page as a link opens it."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    for name, value in link.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def html(app: AppTest) -> str:
    """Return everything the page shows as HTML of ours, outside the components."""
    return "".join(item.proto.body for item in app.get("html"))


def parts(app: AppTest) -> dict[str, str]:
    """Return the HTML that the components are given, by the first word of their keys."""
    found = {}
    for data in sent(app):
        text = data.get("html", "")
        for name, sign in (
            *(("reading", 'class="panes"'), ("matters", 'class="matters"')),
            *(("findings", 'class="finding'), ("findings", 'class="empty"')),
            *(("events", 'class="events"'), ("claims", 'id="claims"')),
        ):
            if sign in text:
                found[name] = text
                break
    return found


def sent(app: AppTest) -> list[dict[str, Any]]:
    """Return what the components are given, but for the address bar's."""
    return [json.loads(item.proto.json) for item in app.get("bidi_component")]


def address(app: AppTest) -> str:
    return next(data["query"] for data in sent(app) if "query" in data)


def sentences(text: str) -> Iterator[str]:
    """Return what stands in a reading, with the marks taken off."""
    page = Page(text)
    assert not page.faults
    yield from page.shown


def squeezed(text: str) -> str:
    return " ".join(text.split())


def new(app: AppTest) -> AppTest:
    return app.button(key="new").click().run()
