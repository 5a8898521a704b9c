"""What one does on every visit to the dashboard, and how one waits for it."""

from __future__ import annotations

import shutil

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

expect.set_options(timeout=20_000)  # a shared machine can be slow
CHROMIUM = shutil.which("chromium")
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="no chromium on this machine: apt-get install chromium"
)
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]
TALKS = "constructed-harbour-talks"


def drawn(page: Page) -> None:
    """Wait until the page is drawn: a click before may go to a part that is put in anew."""
    expect(page.locator('.stApp[data-test-script-state="notRunning"]')).to_be_attached()


def new_comparison(page: Page) -> None:
    """Open the page for a new comparison."""
    drawn(page)
    page.get_by_role("button", name="New comparison").click()
    expect(page.get_by_role("heading", level=1, name="New comparison")).to_be_visible()
    drawn(page)


def ready(page: Page) -> None:
    """Wait until both statements are shown and the server has nothing more to say."""
    expect(page.locator(".pane.b .line").first).to_be_visible(timeout=60_000)
    drawn(page)


def choose(page: Page, title: str) -> None:
    page.get_by_role("button", name="All events").click()
    page.get_by_role("link", name=title).click()
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    ready(page)


def compose(page: Page, a: str, b: str, speaker: str = "") -> None:
    new_comparison(page)
    page.get_by_label("Text of A").fill(a)
    if speaker:
        page.get_by_label("Speaker of A").fill(speaker)
    page.get_by_label("Text of B").fill(b)
    page.get_by_role("button", name="Compare", exact=True).click()


def linked(page: Page) -> str:
    """Return the name of a sentence of A that has a counterpart."""
    name = page.locator('.pane.a .line:not([data-partners=""])').first.get_attribute("data-name")
    assert name
    return name


class Answers:
    """What the server tells a page, which can be held back as a slow network does."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._held: list[str | bytes] = []
        self._holding = False
        page.route_web_socket(lambda _: True, self._connect)

    def _connect(self, socket: WebSocketRoute) -> None:
        self._socket = socket
        server = socket.connect_to_server()
        socket.on_message(server.send)
        server.on_message(self._take)

    def _take(self, message: str | bytes) -> None:
        if self._holding:
            self._held.append(message)
        else:
            self._socket.send(message)

    def hold(self) -> None:
        self._holding = True

    def wait(self) -> int:
        """Wait until the server has said something and then nothing for a second.

        :return: how many messages are held
        """
        number = -1
        while not self._held or len(self._held) != number:
            number = len(self._held)
            self._page.wait_for_timeout(1_000)
        return number

    def release(self, first: int | None = None) -> None:
        """Let the first messages through and hold the rest; without a number, let all through."""
        self._holding = first is not None
        for message in self._held[:first]:
            self._socket.send(message)
        del self._held[:first]
