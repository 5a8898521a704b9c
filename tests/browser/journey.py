"""What one does on every visit to the dashboard, and how one waits for it."""

from __future__ import annotations

import shutil

import pytest
from playwright.sync_api import Page, expect

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
