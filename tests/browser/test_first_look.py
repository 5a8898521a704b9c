"""What puzzled an analyst who saw the dashboard for the first time, in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.journey import TALKS, compose, drawn, needs_chromium, new_comparison, ready
from tests.dashboard.server import Server, free_port, serve

pytestmark = needs_chromium


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """The findings of an event that nobody has reviewed."""
    with serve(free_port()) as server, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{server.url}?event={TALKS}")
        ready(page)
        yield page


def type_date(page: Page, field: str, year: str, month: str, day: str) -> None:
    for part, digits in (("year", year), ("month", month), ("day", day)):
        page.get_by_role("spinbutton", name=f"{part}, {field}").click()
        page.keyboard.type(digits)
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")


def below(upper: Locator, lower: Locator) -> float:
    """Return how far under one thing another begins, in pixels."""
    first, second = upper.bounding_box(), lower.bounding_box()
    assert first
    assert second
    return second["y"] - (first["y"] + first["height"])


def test_the_filters_and_the_reviews_count_the_same_findings(desk: Page) -> None:
    expect(desk.get_by_text("0 of 12 reviewed")).to_be_visible()
    desk.locator("#finding-1").focus()
    desk.keyboard.press("r")
    expect(desk.get_by_text("1 of 12 reviewed")).to_be_visible()
    drawn(desk)
    desk.locator(".st-key-tile_divergence button").click()
    told = desk.get_by_text("The filters list 3 of 12 findings, 1 of them rejected.")
    expect(told).to_be_visible()
    expect(desk.locator(".finding")).to_have_count(3)
    drawn(desk)
    desk.locator(".st-key-tile_divergence button").click()
    desk.locator(".st-key-tile_only_b button").click()
    told = desk.get_by_text("The filters list 2 of 12 findings, and 1 that came of reviews.")
    expect(told).to_be_visible()
    expect(desk.locator(".finding")).to_have_count(3)


def test_a_link_by_hand_is_undone_by_key_with_nothing_in_focus(desk: Page) -> None:
    desk.locator(".finding.only_a").first.focus()
    desk.keyboard.press("l")
    expect(desk.locator(".linking")).to_be_visible()
    desk.locator('.pane.b .line[data-name="b10"] p').click()
    desk.keyboard.press("2")
    line = desk.locator(".readouts-status.shown")
    expect(line).to_contain_text("linked by hand, partial overlap.")
    drawn(desk)
    desk.evaluate("document.activeElement.blur()")
    desk.keyboard.press("u")
    expect(line).to_contain_text("taken back")
    expect(desk.locator("#finding-1")).to_be_visible()


def test_statements_without_a_speaker_are_called_by_their_letters(page: Page) -> None:
    compose(page, "We met in Bergen. It rained.", "They met in Bergen.")
    ready(page)
    page.get_by_role("button", name="All events").click()
    event = page.locator(".events > li", has_text="Statement A and statement B")
    expect(event.locator(".who")).to_have_text(["Statement A", "Statement B"])
    drawn(page)
    page.get_by_role("textbox", name="Search events").fill("rained")
    expect(event.locator(".hits")).to_have_text("Statement A: It rained.")


def test_a_link_needs_no_scheme_and_nonsense_is_told_apart(page: Page) -> None:
    new_comparison(page)
    page.get_by_role("radio", name="Give a link").first.click()
    field = page.get_by_label("Link of A")
    field.fill("no-such-host.invalid/page")
    field.press("Enter")
    expect(page.get_by_text("no-such-host.invalid: no such host")).to_be_visible()
    field.fill("nonsense")
    field.press("Enter")
    expect(page.get_by_text("nonsense is no web address; expected one that")).to_be_visible()


@pytest.mark.parametrize("width", [400, 1280])
def test_a_wrong_date_is_told_at_its_field(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(page.url.split("?")[0] + "?page=new")
    expect(page.get_by_role("heading", level=1, name="New comparison")).to_be_visible()
    drawn(page)
    page.get_by_label("Text of A").fill("We met in Oslo.")
    type_date(page, "Date of A", "1700", "01", "01")
    error = page.get_by_text("Statement A has the date 1700-01-01")
    expect(error).to_have_count(1)
    expect(page.get_by_text("It says “We met in Oslo.”")).to_be_visible()
    assert 0 <= below(page.get_by_role("group", name="Date of A"), error) < 30


def test_a_title_above_a_short_text_is_no_sentence(page: Page) -> None:
    new_comparison(page)
    page.get_by_label("Text of A").fill("Readout of the call\n\nWe met in Oslo.")
    page.get_by_label("Speaker of A").focus()
    said = page.get_by_text("It says “We met in Oslo.” Title, from the first line: Readout of")
    expect(said).to_be_visible()
    expect(page.get_by_text("Left out of A: 1")).to_be_visible()


@pytest.mark.parametrize("width", [400, 900])
@pytest.mark.parametrize("where", [f"event={TALKS}", f"event={TALKS}&page=overview", "page=new"])
def test_the_title_of_a_page_lies_clear_of_the_buttons_above(
    server: Server, browser: Browser, width: int, where: str
) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{server.url}?{where}")
        title = page.get_by_role("heading", level=1)
        expect(title).to_be_visible(timeout=60_000)
        assert below(page.locator(".stAppHeader"), title) >= 0


def test_a_number_in_the_overview_leads_to_its_sentence_whatever_is_under_the_pointer(
    page: Page, server: Server
) -> None:
    page.goto(f"{server.url}?event={TALKS}&page=overview")
    link = page.locator(".board a[href='#a3']:visible").first
    link.click(timeout=60_000)
    lit = page.locator("[data-with].from")
    expect(lit).to_have_attribute("data-name", "a3")
    # A page that scrolls under a pointer at rest sends such events.
    page.locator("[data-with][data-name='a5']").dispatch_event("pointerover")
    expect(lit).to_have_attribute("data-name", "a3")
    page.locator("[data-with][data-name='a5']").hover()
    expect(lit).to_have_attribute("data-name", "a5")
