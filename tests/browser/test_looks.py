"""The dashboard's pages as pictures and for assistive technology, light and dark, wide and narrow."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.journey import TALKS, drawn, needs_chromium
from tests.dashboard.server import Server

pytestmark = needs_chromium
_AXE = Path(os.environ.get("READOUTS_AXE", "node_modules/axe-core")) / "axe.min.js"
AXE = _AXE.read_text("utf-8") if _AXE.is_file() else None
# Set to a folder to keep what the tests saw.
SHOTS = os.environ.get("READOUTS_SHOTS")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 820)])
def test_no_page_has_a_serious_fault_for_assistive_technology(
    server: Server, browser: Browser, scheme: Literal["light", "dark"], width: int
) -> None:
    if AXE is None:
        pytest.skip("no axe-core: npm install axe-core, and name its folder in READOUTS_AXE")
    event = "event=constructed-harbour-talks"
    with browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme
    ) as context:
        page = context.new_page()
        for query, sign in (
            (f"?{event}", ".pane.b .line"),
            (f"?{event}&show=divergence", ".pane.b .line"),
            (f"?page=overview&{event}", ".stVegaLiteChart"),
            ("?page=events", ".events"),
            ("?page=new", "textarea"),
            (f"?page=add&{event}", "textarea"),
        ):
            page.goto(server.url + query)
            expect(page.locator(sign).first).to_be_visible(timeout=60_000)
            drawn(page)
            page.evaluate(AXE)
            found = page.evaluate("axe.run()")["violations"]
            serious = [
                (item["id"], item["nodes"][0]["html"][:200])
                for item in found
                if item["impact"] in ("serious", "critical")
            ]
            assert not serious, (query, serious)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 820])
def test_nothing_is_cut_off(server: Server, browser: Browser, width: int, scheme: str) -> None:
    height = 900 if width == 1440 else 1180
    with browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
    ) as context:
        page = context.new_page()
        for name, query, sign in (
            ("overview", f"?page=overview&event={TALKS}", ".stVegaLiteChart"),
            ("new", "?page=new", "textarea"),
            ("events", "?page=events", ".events"),
            ("compare", f"?event={TALKS}", ".pane.b .line"),
        ):
            page.goto(server.url + query)
            expect(page.locator(sign).first).to_be_visible(timeout=60_000)
            drawn(page)
            wide = page.evaluate(
                "[...document.querySelectorAll('.stMain, .stMainBlockContainer')]"
                ".some(e => e.scrollWidth > e.clientWidth)"
            )
            assert not wide, name
            ink, paper = page.locator("h1").evaluate(
                "e => [getComputedStyle(e).color, "
                "getComputedStyle(document.querySelector('.stApp')).backgroundColor]"
            )
            assert (brightness(ink) > brightness(paper)) is (scheme == "dark")
            if SHOTS:
                page.screenshot(path=str(Path(SHOTS) / f"{name}-{width}-{scheme}.png"))
        for tile in page.locator(".st-key-tiles button").all():
            assert tile.evaluate("e => e.scrollWidth <= e.clientWidth")
        # A reason that quotes the words itself has the width of its finding.
        share = page.locator(".reasons .told .why").first.evaluate(
            "e => e.getBoundingClientRect().width / e.closest('li').clientWidth"
        )
        assert share > 0.7
        # The three things that matter are seen without scrolling.
        for line in page.locator(".matters a").all():
            expect(line).to_be_in_viewport(ratio=1)
        button = page.get_by_role("button", name="New comparison")
        button.click()
        expect(page.get_by_role("button", name="Compare", exact=True)).to_be_in_viewport()


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (400, 850)])
def test_what_a_form_refuses_is_said_in_view(
    server: Server, browser: Browser, width: int, height: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": height}) as context:
        page = context.new_page()
        page.goto(f"{server.url}?page=new")
        expect(page.get_by_label("Text of A")).to_be_visible()
        drawn(page)
        page.get_by_role("button", name="Compare", exact=True).click()
        expect(page.get_by_role("alert")).to_have_count(2)
        for alert, letter in zip(page.get_by_role("alert").all(), "AB", strict=True):
            expect(alert).to_contain_text(f"Statement {letter} is empty")
            expect(alert).to_be_in_viewport(ratio=1)


def brightness(colour: str) -> int:
    return sum(int(part) for part in colour.strip("rgb()").split(", ")[:3])
