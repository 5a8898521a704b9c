"""The dashboard in a real Chromium: open, read, filter, paste, and see a counterpart light up."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from compare.model import Comparison
from compare.sources.samples import BUILT_IN, load_sample
from tests.dashboard.server import Server, free_port, serve

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no chromium on this machine: apt-get install chromium"
)
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]
CONSTRUCTED = "Call about the harbour of Veld (constructed)"
HOSTILE = '<img src=x onerror="document.title=1"> **bold** :smile: $x$ [a](http://a.example)'
# Set to a folder to keep what the tests saw.
SHOTS = os.environ.get("READOUTS_SHOTS")


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


def ready(page: Page) -> None:
    """Wait until both statements are shown and the server has nothing more to say."""
    expect(page.locator(".pane.b .line").first).to_be_visible(timeout=60_000)
    expect(page.locator('.stApp[data-test-script-state="notRunning"]')).to_be_attached()


def choose(page: Page, title: str) -> None:
    page.get_by_role("combobox", name="Event").click()
    page.get_by_role("option", name=title).click()
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    ready(page)


def compose(page: Page, a: str, b: str, speaker: str = "") -> None:
    page.get_by_role("button", name="New comparison").click()
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


def test_it_opens_on_findings_with_both_sides_words(page: Page) -> None:
    event = load_sample(BUILT_IN)
    expect(page.get_by_role("heading", level=1, name=event.title)).to_be_visible()
    expect(page.locator(".finding").first).to_be_in_viewport()
    for statement, side in zip(event.statements, "ab", strict=True):
        lines = page.locator(f".pane.{side} .line p bdi")
        assert lines.all_inner_texts() == [
            " ".join(statement.sentence(index).split()) for index in range(len(statement.sentences))
        ]


def test_pointing_at_a_sentence_lights_its_counterpart(page: Page) -> None:
    choose(page, CONSTRUCTED)
    line = page.locator(f'.line[data-name="{linked(page)}"]')
    partners = (line.get_attribute("data-partners") or "").split()
    expect(page.locator(".line.lit")).to_have_count(0)
    line.locator("p").hover()
    expect(page.locator(".line.lit")).to_have_count(len(partners))
    for partner in partners:
        lit = page.locator(f'.pane.b .line[data-name="{partner}"]')
        assert "lit" in (lit.get_attribute("class") or "").split()
    page.get_by_role("heading", name="How it was made").hover()
    expect(page.locator(".line.lit")).to_have_count(0)


def test_a_click_keeps_it_lit_and_says_why(page: Page) -> None:
    choose(page, CONSTRUCTED)
    line = page.locator(f'.line[data-name="{linked(page)}"]')
    line.locator("p").click()
    page.get_by_role("heading", name="How it was made").hover()
    expect(page.locator(".line.lit").first).to_be_visible()
    expect(page.locator(".detail:visible").first).to_contain_text("↔")
    expect(line.locator(".tag")).to_have_attribute("aria-pressed", "true")
    line.locator("p").click()
    page.get_by_role("heading", name="How it was made").hover()
    expect(page.locator(".line.lit")).to_have_count(0)


def test_the_keyboard_is_enough(page: Page) -> None:
    choose(page, CONSTRUCTED)
    name = linked(page)
    line = page.locator(f'.line[data-name="{name}"]')
    partner = (line.get_attribute("data-partners") or "").split()[0]
    line.locator(".tag").focus()
    expect(page.locator(f'.line.lit[data-name="{partner}"]')).to_be_visible()
    page.keyboard.press("Enter")
    expect(line.locator(".tag")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("ArrowRight")
    expect(page.locator(f'.line[data-name="{partner}"] .tag')).to_be_focused()
    page.keyboard.press("Escape")
    expect(line.locator(".tag")).to_have_attribute("aria-pressed", "false")


def test_a_finding_leads_to_its_sentences_and_back(page: Page) -> None:
    first = page.locator(".finding").first
    first.get_by_role("link", name="see in context").click()
    expect(page.locator('.tag[aria-pressed="true"]')).to_be_in_viewport()
    back = page.locator(".detail:visible").get_by_role("link", name="finding 1")
    back.click()
    expect(page.locator("#finding-1")).to_be_focused()
    expect(page.locator("#finding-1")).to_be_in_viewport()
    assert page.url.count("#") == 0


def test_tiles_and_search_filter_and_clearing_undoes_it(page: Page) -> None:
    number = page.locator(".finding").count()
    assert number
    page.get_by_role("textbox", name="Search").fill("nobody says this")
    expect(page.get_by_text("Nothing matches.")).to_be_visible()
    expect(page.locator(".line:not(.muted)")).to_have_count(0)
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator(".finding")).to_have_count(number)
    expect(page.get_by_role("textbox", name="Search")).to_have_value("")
    page.locator(".st-key-tiles button:enabled").first.click()
    expect(page.get_by_text("pass the filters")).to_be_visible()
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator(".finding")).to_have_count(number)


def test_two_pasted_texts_are_compared(page: Page) -> None:
    compose(page, "We met in Oslo. All 40 men go home.", "The talks took place in Oslo.", "Envoy")
    expect(page.get_by_role("heading", level=1, name="Envoy and statement B")).to_be_visible()
    ready(page)
    expect(page.locator(".pane.a .line")).to_have_count(2)
    expect(page.locator(".pane.b .line")).to_have_count(1)


def test_two_files_are_compared(page: Page) -> None:
    page.get_by_role("button", name="New comparison").click()
    for place, text in enumerate((b"We met in Oslo.", b"They met in Oslo.")):
        page.get_by_role("radio", name="Upload a file").nth(place).click()
        page.locator('input[type="file"]').nth(place).set_input_files(
            {"name": f"side{place}.txt", "mimeType": "text/plain", "buffer": text}
        )
        expect(page.get_by_text("It says “").nth(place)).to_be_visible()
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Side0.txt and side1.txt")).to_be_visible()


def test_an_empty_text_is_refused_in_a_sentence(page: Page) -> None:
    compose(page, "We met.", "")
    expect(page.get_by_role("alert").filter(has_text="Statement B is empty")).to_be_visible()
    expect(page.get_by_label("Text of A")).to_have_value("We met.")


def test_markup_in_a_text_is_shown_as_text(page: Page) -> None:
    compose(page, f"We met in Oslo. {HOSTILE}", f"They met. {HOSTILE}", HOSTILE)
    ready(page)
    expect(page.locator(".pane.a .line").filter(has_text="<img src=x onerror=")).to_be_visible()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("**bold** :smile: $x$ [a](http://a.example)")
    assert page.locator('img[src="x"]').count() == 0
    assert page.locator('a[href^="http://a.example"]').count() == 0
    assert page.title() == "Readouts"


def test_reports_can_be_taken_along(page: Page, tmp_path: Path) -> None:
    page.get_by_role("button", name="JSON").scroll_into_view_if_needed()
    for name, start in (
        *(("JSON", "{"), ("HTML page", "<!doctype html>")),
        *(("Markdown", "#"), ("Plain text", "US President")),
    ):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        file = tmp_path / download.value.suggested_filename
        download.value.save_as(file)
        text = file.read_text("utf-8")
        assert text.lstrip().startswith(start), name
        if name == "JSON":
            assert Comparison.from_json(text).to_json() == text
            assert json.loads(text)["statements"]["a"]["speaker"] == "US President"


def test_two_sessions_have_their_own_comparisons(page: Page, server: Server) -> None:
    compose(page, "Only here.", "Nowhere else.", "Secret speaker")
    ready(page)
    browser = page.context.browser
    assert browser
    with browser.new_context() as context:
        other = context.new_page()
        other.goto(server.url)
        ready(other)
        other.get_by_role("combobox", name="Event").click()
        expect(other.get_by_role("option").first).to_be_visible()
        assert other.get_by_role("option").filter(has_text="Secret").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 820])
def test_nothing_is_cut_off(server: Server, browser: Browser, width: int, scheme: str) -> None:
    height = 900 if width == 1440 else 1180
    with browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
    ) as context:
        page = context.new_page()
        page.goto(server.url)
        ready(page)
        wide = page.evaluate(
            "[...document.querySelectorAll('.stMain, .stMainBlockContainer')]"
            ".some(e => e.scrollWidth > e.clientWidth)"
        )
        assert not wide
        for tile in page.locator(".st-key-tiles button").all():
            assert tile.evaluate("e => e.scrollWidth <= e.clientWidth")
        ink, paper = page.locator(".readouts-head h1").evaluate(
            "e => [getComputedStyle(e).color, "
            "getComputedStyle(document.querySelector('.stApp')).backgroundColor]"
        )
        assert (brightness(ink) > brightness(paper)) is (scheme == "dark")
        if SHOTS:
            page.screenshot(path=str(Path(SHOTS) / f"dashboard-{width}-{scheme}.png"))


def brightness(colour: str) -> int:
    return sum(int(part) for part in colour.strip("rgb()").split(", ")[:3])
