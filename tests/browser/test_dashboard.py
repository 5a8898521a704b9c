"""The dashboard in a real Chromium: open, read, filter, paste, and see a counterpart light up."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

from docx import Document
from playwright.sync_api import Browser, Page, expect

from compare.contract import from_json, to_json
from compare.model import Comparison, Link, Omission, Signature
from compare.pipeline import signature
from compare.settings import Settings
from compare.sources import make_statement
from compare.sources.samples import BUILT_IN, load_sample
from compare.store import open_store
from tests.browser.journey import (
    Answers,
    choose,
    compose,
    drawn,
    linked,
    needs_chromium,
    new_comparison,
    ready,
)
from tests.dashboard.bench import ARTICLE
from tests.dashboard.server import Server

pytestmark = needs_chromium
CONSTRUCTED = "Call about the harbour of Veld (constructed)"
HOSTILE = '<img src=x onerror="document.title=1"> **bold** :smile: $x$ [a](http://a.example)'


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
    expect(page.get_by_text("The filters list")).to_be_visible()
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator(".finding")).to_have_count(number)


def test_two_pasted_texts_are_compared(page: Page) -> None:
    compose(page, "We met in Oslo. All 40 men go home.", "The talks took place in Oslo.", "Envoy")
    expect(page.get_by_role("heading", level=1, name="Envoy and statement B")).to_be_visible()
    ready(page)
    expect(page.locator(".pane.a .line")).to_have_count(2)
    expect(page.locator(".pane.b .line")).to_have_count(1)


def test_two_files_are_compared(page: Page) -> None:
    new_comparison(page)
    for place, text in enumerate((b"We met in Oslo.", b"They met in Oslo.")):
        page.get_by_role("radio", name="Upload a file").nth(place).click()
        drawn(page)
        page.locator('input[type="file"]').nth(place).set_input_files(
            {"name": ("side0.txt", "side1")[place], "mimeType": "text/plain", "buffer": text}
        )
        expect(page.get_by_text("It says “").nth(place)).to_be_visible()
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Side0 and Side1")).to_be_visible()


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
    page.get_by_role("button", name="JSON", exact=True).scroll_into_view_if_needed()
    for name, start in (
        *(("JSON", "{"), ("HTML page", "<!doctype html>")),
        *(("Markdown", "#"), ("Plain text", "US President")),
        *(("CSV of findings", "\ufeffrank"), ("Event: CSV", "\ufeffclaim")),
    ):
        with page.expect_download() as download:
            page.get_by_role("button", name=name, exact=True).click()
        file = tmp_path / download.value.suggested_filename
        download.value.save_as(file)
        text = file.read_text("utf-8")
        assert text.lstrip().startswith(start), name
        if name == "JSON":
            assert to_json(from_json(text)) == text
            assert json.loads(text)["statements"]["a"]["speaker"] == "US President"

    with page.expect_download() as download:
        page.get_by_role("button", name="Word", exact=True).click()
    document = Document(str(download.value.path()))
    assert "Telephone call" in document.paragraphs[0].text or document.paragraphs
    # The HTML that was taken along opens by itself, with what the page shows.
    browser = page.context.browser
    assert browser
    with browser.new_context() as context:
        report = context.new_page()
        report.goto(next(tmp_path.glob("*.html")).as_uri())
        expect(report.get_by_role("heading", name="Findings")).to_be_visible()


def standings(page: Page) -> list[str]:
    return page.locator(".finding .standing").all_inner_texts()


def test_reviews_by_keyboard_are_there_after_a_reload(server: Server, browser: Browser) -> None:
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.goto(server.url + "?event=constructed-harbour-talks")
        ready(page)
        first = page.locator(".finding").first
        first.focus()
        page.keyboard.press("a")
        expect(page.get_by_text("1 of 12 reviewed")).to_be_visible()
        expect(first.locator(".standing")).to_have_text("✓ Accepted")
        expect(page.locator(".finding").nth(1)).to_be_focused()
        page.keyboard.press("2")
        expect(page.get_by_text("2 of 12 reviewed")).to_be_visible()
        page.keyboard.press("u")
        expect(page.get_by_text("1 of 12 reviewed")).to_be_visible()
        first.focus()
        page.keyboard.press("n")
        page.keyboard.type("Ask <b>Tarn</b> about 3 May.")
        page.keyboard.press("Control+Enter")
        expect(first.locator(".decision")).to_contain_text("accepted by Ines")
        expect(first.locator(".decision")).to_contain_text("Ask <b>Tarn</b> about 3 May.")
        assert page.locator(".decision b b").count() == 0
        assert "finding=" in page.url
        link = page.url
        page.reload()
        ready(page)
        expect(page.get_by_text("1 of 12 reviewed")).to_be_visible()

        # Another browser, by the link: the finding that was open, and the review of the first one.
        with browser.new_context(viewport={"width": 1440, "height": 900}) as elsewhere:
            other = elsewhere.new_page()
            other.goto(link)
            ready(other)
            expect(other.locator("#finding-1")).to_be_focused()
            expect(other.locator("#finding-1 .standing")).to_have_text("✓ Accepted")
            name = other.get_by_role("textbox", name="Your name")
            name.fill("Omar")
            name.press("Enter")
            second = other.locator(".finding").nth(1)
            second.get_by_role("button", name="Reject").click()
            expect(other.get_by_text("2 of 12 reviewed")).to_be_visible()
            # The first browser hasn't seen that: what it decides now is refused, and it is told.
            page.locator(".finding").nth(1).get_by_role("button", name="Accept").click()
            alert = page.get_by_role("alert")
            expect(alert).to_contain_text("was reviewed meanwhile by Omar: reject")
            expect(page.get_by_text("2 of 12 reviewed")).to_be_visible()
            rejected = page.locator(".finding.out")
            expect(rejected.locator(".standing")).to_have_text("✕ Rejected")
            rejected.get_by_role("button", name="Reopen").click()
            expect(page.get_by_text("1 of 12 reviewed")).to_be_visible()


def test_sentences_are_linked_by_hand_in_the_reading(server: Server, browser: Browser) -> None:
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.goto(server.url)
        ready(page)
        alone = page.locator(".finding.only_a").first
        name = (alone.get_attribute("data-finding")) or ""
        alone.get_by_role("button", name="Link").click()
        expect(page.get_by_text("Click sentences on both sides")).to_be_visible()
        page.locator(".pane.b .line").first.locator("p").click()
        page.keyboard.press("1")
        expect(page.locator(".finding", has_text="linked by hand")).to_have_count(0)
        expect(page.locator(f'.finding[data-finding="{name}"]')).to_have_count(0)
        expect(page.locator(".st-key-tile_agreement")).to_contain_text("1")
        page.get_by_role("button", name="Undo").click()
        expect(page.locator(f'.finding[data-finding="{name}"]')).to_have_count(1)


def test_back_leads_to_what_was_shown_before(page: Page) -> None:
    choose(page, CONSTRUCTED)
    expect(page).to_have_url(re.compile("event=constructed-harbour-talks$"))
    page.get_by_role("radio", name="Overview").click()
    expect(page.get_by_role("heading", name="Similarity")).to_be_visible(timeout=30_000)
    expect(page.locator(".stVegaLiteChart canvas, .stVegaLiteChart svg").first).to_be_visible()
    expect(page).to_have_url(re.compile("page=overview"))
    page.go_back()
    expect(page.get_by_role("heading", name="Side by side")).to_be_visible()
    expect(page).to_have_url(re.compile("[?]event=constructed-harbour-talks$"))


def test_a_new_comparison_is_there_for_every_session(page: Page, server: Server) -> None:
    compose(page, "Only here.", "Nowhere else.", "First speaker")
    ready(page)
    browser = page.context.browser
    assert browser
    with browser.new_context() as context:
        other = context.new_page()
        other.goto(page.url)
        ready(other)
        expect(other.get_by_role("heading", level=1)).to_contain_text("First speaker")
        other.goto(server.url + "?page=events")
        found = other.get_by_role("textbox", name="Search events")
        found.fill("nowhere")
        expect(other.get_by_role("link", name="First speaker and statement B")).to_be_visible()
        expect(other.locator(".events > li")).to_have_count(1)


def test_what_is_typed_before_the_server_has_answered_stays(
    server: Server, browser: Browser
) -> None:
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        answers = Answers(page)
        page.goto(server.url)
        ready(page)
        new_comparison(page)
        answers.hold()
        page.get_by_label("Text of A").fill("Only here.")
        page.get_by_label("Speaker of A").fill("First speaker")  # the server is told of the text
        first = answers.wait()
        page.get_by_label("Text of B").fill("Nowhere else.")  # and now of the speaker
        answers.release(first)
        expect(page.get_by_text("1 sentence").first).to_be_visible()
        page.get_by_role("button", name="Compare", exact=True).click()
        answers.release()
        ready(page)
        expect(page.get_by_role("heading", level=1)).to_contain_text("First speaker")


def test_what_was_typed_is_there_when_one_comes_back(page: Page) -> None:
    new_comparison(page)
    page.get_by_label("Text of A").fill("The ferry sails on Monday.")
    page.get_by_label("Speaker of A").fill("Harbour office")
    page.get_by_label("Text of B").click()
    page.get_by_role("button", name="All events").click()
    expect(page.get_by_role("heading", level=1, name="Events")).to_be_visible()
    drawn(page)
    page.get_by_role("textbox", name="Search events").fill("ferry")
    expect(page.get_by_text("1 sentence")).to_have_count(0)
    new_comparison(page)
    expect(page.get_by_label("Speaker of A")).to_have_value("Harbour office")
    expect(page.get_by_label("Text of A")).to_have_value("The ferry sails on Monday.")
    page.get_by_role("button", name="Cancel").click()
    ready(page)
    new_comparison(page)
    expect(page.get_by_label("Text of A")).to_have_value("")


def test_a_bad_upload_is_refused_in_a_sentence(page: Page) -> None:
    new_comparison(page)
    page.get_by_role("radio", name="Upload a file").first.click()
    drawn(page)
    page.locator('input[type="file"]').first.set_input_files(
        {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 nothing"}
    )
    expect(page.get_by_text("scan.pdf can't be read as pdf")).to_be_visible()


def test_an_article_gives_both_sides(page: Page) -> None:
    new_comparison(page)
    page.get_by_role("radio", name="One news article").click()
    page.get_by_label("Text of the article").fill(ARTICLE)
    page.get_by_label("Text of the article").press("Control+Enter")
    expect(page.get_by_role("rowheader", name="Anna Weiss")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Compare", exact=True).click()
    ready(page)
    expect(page.locator(".pane.a")).to_contain_text("We will free all 40 sailors by Friday")


def test_three_thousand_sentences_a_side_can_be_read(server: Server, browser: Browser) -> None:
    with (
        open_store(str(server.database)) as store,
        browser.new_context(viewport={"width": 1440, "height": 900}) as context,
    ):
        long = long_pair(3_000)
        event = store.new_event("Long", statements=(long.a, long.b))
        stored = store.event(event)
        comparison = replace(long, signature=signature(Settings()))
        store.save_comparison(event, stored.statements[0], stored.statements[1], comparison)
        page = context.new_page()
        page.goto(f"{server.url}?event={event}")
        ready(page)
        expect(page.locator(".pane.a .line")).to_have_count(200)
        page.get_by_role("button", name="Show later sentences, A201 to A400").click()
        expect(page.locator('.line[data-name="a201"]')).to_be_attached()
        page.locator(".finding").nth(5).get_by_role("link", name="see in context").click()
        expect(page.locator('.tag[aria-pressed="true"]')).to_be_in_viewport()


def long_pair(sentences: int) -> Comparison:
    """Return two long statements, every third sentence of which is linked."""
    a = make_statement(" ".join(f"Clause {n} was agreed." for n in range(sentences)), speaker="A")
    b = make_statement(" ".join(f"Clause {n} was refused." for n in range(sentences)), speaker="B")
    linked = range(0, sentences, 3)
    links = tuple(Link((n,), (n,), 0.8, 0.9, "divergence", 0.8, 0.5) for n in linked)
    alone = tuple(Omission(n, 0.3) for n in range(sentences) if n % 3)
    return Comparison(Signature("", {}, {}), a, b, links, alone, alone)
