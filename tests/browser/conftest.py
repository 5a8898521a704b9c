"""A served dashboard, a Chromium, and a page on which nothing may go wrong or go out."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.journey import ARGUMENTS, CHROMIUM, ready
from tests.dashboard.server import Server, free_port, serve


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serve(free_port()) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def page(server: Server, browser: Browser) -> Iterator[Page]:
    """The page as it opens; at the end nothing may have gone wrong or gone out."""
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        opened = context.new_page()
        asked: list[str] = []
        faults: list[str] = []
        opened.on("request", lambda request: asked.append(request.url))
        opened.on("websocket", lambda stream: asked.append(stream.url))
        opened.on("pageerror", lambda error: faults.append(str(error)))
        opened.goto(server.url)
        ready(opened)
        yield opened
        assert not faults
        hosts = {
            urlsplit(url).hostname for url in asked if urlsplit(url).scheme not in ("data", "blob")
        }
        assert hosts == {"127.0.0.1"}
