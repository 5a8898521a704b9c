"""Reviews by key in a real Chromium: nothing moves under the hand, and every key answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.journey import TALKS, drawn, needs_chromium, new_comparison, ready
from tests.dashboard.server import Server, free_port, serve

pytestmark = needs_chromium
FRENCH = "Les deux présidents se sont entretenus hier du barrage et de la réouverture du port."


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """The findings of an event that nobody has reviewed."""
    with serve(free_port()) as server, browser.new_context() as context:
        page = context.new_page()
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(f"{server.url}?event={TALKS}")
        ready(page)
        yield page


def said(page: Page, number: int, text: str) -> None:
    told = re.compile(rf"^Finding {number}, [AB][^:]*: {re.escape(text)}$")
    expect(page.locator(".readouts-status.shown")).to_have_text(told)


def ids(page: Page) -> list[str | None]:
    return [card.get_attribute("data-finding") for card in page.locator(".finding").all()]


def finding(page: Page, number: int) -> Locator:
    return page.locator(f"#finding-{number}")


def number_of(page: Page, badge: str) -> int:
    """Return the number of the first finding of a kind."""
    card = page.locator(".finding", has=page.locator(".badge", has_text=badge)).first
    return int(str(card.get_attribute("id")).rpartition("-")[2])


def test_verdicts_move_nothing_until_the_reader_ranks_again(desk: Page) -> None:
    before = ids(desk)
    expect(finding(desk, 1).locator(".badge")).to_contain_text("Divergence")
    finding(desk, 1).focus()
    # The key of what it is anyway accepts it.
    desk.keyboard.press("3")
    said(desk, 1, "a divergence already, so it is accepted.")
    expect(finding(desk, 1).locator(".standing")).to_have_text("✓ Accepted")
    expect(finding(desk, 2)).to_be_focused()
    desk.keyboard.press("1")
    said(desk, 2, "changed to agreement.")
    expect(finding(desk, 3)).to_be_focused()
    other = number_of(desk, "Agreement")
    rejected = str(finding(desk, other).get_attribute("data-finding"))
    finding(desk, other).focus()
    desk.keyboard.press("r")
    said(desk, other, "rejected.")
    expect(finding(desk, other).locator(".standing")).to_have_text("✕ Rejected")
    assert ids(desk)[: len(before)] == before
    desk.get_by_role("button", name="Rank again").click()
    expect(desk.locator(".gone .finding")).to_have_attribute("data-finding", rejected)
    assert ids(desk)[: len(before)] != before
    expect(desk.get_by_role("button", name="Rank again")).to_have_count(0)


def test_what_is_reviewed_is_passed_over(desk: Page) -> None:
    finding(desk, 2).focus()
    desk.keyboard.press("a")
    expect(finding(desk, 2).locator(".standing")).to_have_text("✓ Accepted")
    expect(finding(desk, 3)).to_be_focused()
    finding(desk, 1).focus()
    desk.keyboard.press("a")
    expect(finding(desk, 1).locator(".standing")).to_have_text("✓ Accepted")
    expect(finding(desk, 3)).to_be_focused()
    desk.locator(".readouts-head .headline").click()
    desk.keyboard.press("j")
    expect(finding(desk, 3)).to_be_focused()


def test_a_note_lands_where_it_was_begun_however_fast_it_is_typed(desk: Page) -> None:
    finding(desk, 1).focus()
    # The page is drawn anew for the verdict while the note is being typed.
    desk.keyboard.press("r")
    desk.keyboard.press("n")
    desk.keyboard.type("Are all ships right? 123", delay=60)
    expect(finding(desk, 1).locator(".standing")).to_have_text("✕ Rejected")
    expect(finding(desk, 2).locator("textarea")).to_have_value("Are all ships right? 123")
    expect(finding(desk, 2).locator("textarea")).to_be_focused()
    expect(finding(desk, 2).locator(".notes")).to_contain_text("Note on finding 2, ")
    desk.keyboard.press("Control+Enter")
    said(desk, 2, "note written.")
    expect(finding(desk, 2).locator(".decision")).to_contain_text("Are all ships right? 123")
    expect(finding(desk, 2).locator(".standing")).to_have_text("Not reviewed")
    # Shift and N write on the one that was just reviewed.
    desk.keyboard.press("Shift+N")
    expect(finding(desk, 1).locator("textarea")).to_be_focused()


def test_keys_work_after_a_click_beside_everything_and_after_a_link_by_hand(desk: Page) -> None:
    desk.locator(".readouts-head .headline").click()
    desk.keyboard.press("j")
    expect(finding(desk, 1)).to_be_focused()
    lone = number_of(desk, "Only in A")
    finding(desk, lone).focus()
    desk.keyboard.press("l")
    desk.locator(".pane.b .line .tag").last.click()
    desk.keyboard.press("3")
    status = desk.locator(".readouts-status.shown")
    expect(status).to_contain_text("linked by hand, divergence")
    desk.keyboard.press("Shift+N")
    desk.keyboard.type("undo this?")
    expect(desk.locator(".notes textarea")).to_have_value("undo this?")
    expect(desk.locator(".findings .finding:has(textarea)")).to_contain_text("linked by hand")


def test_a_half_written_note_waits_while_a_filter_hides_its_finding(desk: Page) -> None:
    finding(desk, 1).focus()
    desk.keyboard.press("n")
    desk.keyboard.type("Half a note")
    tile = desk.locator(".st-key-tile_only_a button")
    tile.click()
    expect(desk.locator(".finding.divergence")).to_have_count(0)
    expect(desk.locator(".notes")).to_have_count(0)
    tile.click()
    expect(finding(desk, 1).locator("textarea")).to_have_value("Half a note")


def test_keys_that_can_do_nothing_say_so(desk: Page) -> None:
    lone = number_of(desk, "Only in A")
    finding(desk, lone).focus()
    desk.keyboard.press("2")
    said(
        desk,
        lone,
        "it stands alone and has no relation; L links it with its counterpart.",
    )
    desk.keyboard.press("o")
    said(desk, lone, "not reviewed, so there is nothing to reopen.")
    desk.keyboard.press("a")
    said(desk, lone, "accepted.")
    finding(desk, lone).focus()
    desk.keyboard.press("a")
    said(desk, lone, "accepted already; nothing changed.")
    expect(finding(desk, lone).locator(".review.saving")).to_have_count(0)
    desk.keyboard.press("u")
    said(desk, lone, "taken back (accepted).")


def test_what_is_refused_is_said_where_the_reader_is_and_can_be_tried_again(desk: Page) -> None:
    name = desk.get_by_role("textbox", name="Your name")
    name.fill("")
    name.press("Enter")
    drawn(desk)
    finding(desk, 6).focus()
    desk.keyboard.press("a")
    alert = desk.get_by_role("alert")
    expect(alert).to_contain_text("your name is missing")
    expect(alert).to_be_in_viewport()
    expect(finding(desk, 6)).to_be_focused()  # not the next one
    drawn(desk)
    desk.keyboard.press("n")
    desk.keyboard.type("Why so?")
    desk.keyboard.press("Control+Enter")
    note = finding(desk, 6).locator("textarea")
    expect(note).to_have_value("Why so?")
    expect(note).to_be_focused()
    name.fill("Ines")
    name.press("Enter")
    drawn(desk)
    note.press("Control+Enter")
    said(desk, 6, "note written.")
    desk.keyboard.press("a")
    said(desk, 6, "accepted.")
    expect(finding(desk, 7)).to_be_focused()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (900, 600), (400, 850)])
def test_the_line_at_the_foot_covers_nothing(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    finding(page, 1).focus()
    page.keyboard.press("o")
    line = page.locator(".readouts-status.shown")
    expect(line).to_contain_text("not reviewed, so there is nothing to reopen.")
    top, bottom = line.evaluate(
        "e => [e.getBoundingClientRect().top, e.getBoundingClientRect().bottom]"
    )
    assert bottom == height
    for part in (".stMain", ".stSidebar"):
        assert page.locator(part).evaluate("e => e.getBoundingClientRect().bottom") <= top
    expect(line).to_have_count(0)  # and the page has the place back
    assert page.locator(".stMain").evaluate("e => e.getBoundingClientRect().bottom") == height


def test_the_finding_in_focus_stays_where_it_is_on_the_screen(desk: Page) -> None:
    finding(desk, 6).focus()
    drawn(desk)
    top = finding(desk, 6).evaluate("e => e.getBoundingClientRect().top")
    finding(desk, 5).locator('button[data-key="a"]').evaluate("button => button.click()")
    expect(finding(desk, 5).locator(".decision")).to_be_visible()  # it has grown by a line
    drawn(desk)
    assert abs(finding(desk, 6).evaluate("e => e.getBoundingClientRect().top") - top) <= 2


def test_a_reviewed_divergence_shows_the_words_that_differ(desk: Page) -> None:
    desk.locator(".st-key-tile_agreement button").click()
    card = desk.locator(".finding.agreement").first
    name = card.get_attribute("data-finding")
    card.focus()
    desk.keyboard.press("3")
    changed = desk.locator(f'.finding.divergence[data-finding="{name}"]')
    expect(changed.locator(".reasons li").first).to_contain_text("wording")
    expect(changed.locator("mark").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_pressed_tile_can_be_read_under_the_pointer(
    server: Server, browser: Browser, scheme: str
) -> None:
    with browser.new_context(color_scheme="dark" if scheme == "dark" else "light") as context:
        page = context.new_page()
        page.goto(f"{server.url}?event={TALKS}")
        ready(page)
        tile = page.locator(".st-key-tile_divergence button")
        tile.click()
        expect(page.get_by_text("The filters list")).to_be_visible()
        drawn(page)
        tile.hover()
        expect(page.get_by_role("tooltip")).to_have_count(0)
        ink, paper = tile.evaluate(
            "async e => { await Promise.all(e.getAnimations().map(a => a.finished));"
            "return [getComputedStyle(e.querySelector('p')).color, getComputedStyle(e).backgroundColor]; }"
        )
        assert contrast(ink, paper) >= 4.5


def test_a_pasted_text_is_read_and_warned_of_at_once(page: Page) -> None:
    new_comparison(page)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("text => navigator.clipboard.writeText(text)", FRENCH)
    page.get_by_label("Text of B").focus()
    page.keyboard.press("Control+V")
    expect(page.get_by_text("B is in French. The comparison is made for English")).to_be_visible()
    expect(page.get_by_label("Text of B")).to_have_value(FRENCH)


def contrast(ink: str, paper: str) -> float:
    """Return the contrast of two colours by WCAG 2."""

    def light(colour: str) -> float:
        parts = [float(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(", ")[:3]]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(ink), light(paper)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_a_comparison_under_way_says_how_far_it_is(page: Page) -> None:
    """Each side long enough to take some seconds, and nothing of the form left below."""
    new_comparison(page)
    for side, verb in (("A", "opened"), ("B", "closed")):
        text = " ".join(f"Norland {verb} harbour {n} in Veld on 3 May." for n in range(250))
        page.get_by_label(f"Text of {side}").fill(text)
    page.get_by_role("button", name="Compare", exact=True).click()
    bar = page.get_by_role("progressbar")
    expect(bar).to_be_visible(timeout=30_000)
    expect(page.get_by_text(re.compile(r"Comparing the two statements: \d+% – "))).to_be_visible()
    expect(page.get_by_role("button", name="Compare", exact=True)).to_be_hidden()
    # The reader may go elsewhere, and finds it done later.
    page.get_by_role("button", name="All events").click()
    expect(page.get_by_role("heading", level=1, name="Events")).to_be_visible()
    page.get_by_role("link", name="Statement A and statement B").click()
    ready(page)
    expect(page.locator(".pane.a .line")).to_have_count(250)
