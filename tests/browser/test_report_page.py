"""The HTML reports in a real Chromium: lit counterparts, keyboard, no script, and no injection."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from compare.report import render
from compare.report.board_render import render_board
from tests.report.board_sample import extras, whole
from tests.report.sample import realistic
from tests.report.test_report_hostile import CORPUS, everywhere

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no chromium on this machine: apt-get install chromium"
)
# What a browser would run if any of it got through.
ATTACKS = [
    *(text for text in CORPUS if "<" in text or "javascript:" in text),
    "<script>document.title='run'</script>",
    "<img src=x onerror=\"document.title='run'\">",
    "\"><svg onload=document.title='run'>",
    "<iframe srcdoc=\"<script>top.document.title='run'</script>\"></iframe>",
    "<style>*{display:none}</style><base href=//x.example><meta http-equiv=refresh content=0>",
    "<a href=javascript:document.title='run' autofocus onfocus=document.title='run'>x</a>",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield started
        started.close()


def opened(
    browser: Browser, path: Path, html: str | bytes, **how: object
) -> tuple[Page, list[str]]:
    path.write_bytes(html.encode() if isinstance(html, str) else html)
    page = browser.new_page(**how)  # type: ignore[arg-type]
    said: list[str] = []
    page.on("request", lambda request: said.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(path.as_uri())
    return page, said


def lit(page: Page) -> tuple[list[str], list[str]]:
    names = "nodes => nodes.map(node => node.dataset.name)"
    return page.eval_on_selector_all(".from", names), page.eval_on_selector_all(".lit", names)


def test_hovering_and_focusing_lights_the_counterparts(browser: Browser, tmp_path: Path) -> None:
    page, said = opened(browser, tmp_path / "r.html", render(realistic(), "html"))
    page.hover("#a6")
    assert lit(page) == (["a6"], ["b6", "b8"])
    page.hover("h1")
    assert lit(page) == ([], [])
    page.focus("#b8 a.label")
    assert lit(page) == (["b8"], ["a6"])
    page.keyboard.press("Escape")
    assert lit(page) == ([], [])
    page.keyboard.press("Enter")  # the number is a link to the counterpart
    page.wait_for_url("**#a6")
    assert [line for line in said if not line.startswith("file://")] == []


def test_hovering_a_sentence_of_an_event_lights_its_claim(browser: Browser, tmp_path: Path) -> None:
    board, json = whole()
    page, _ = opened(browser, tmp_path / "b.html", render_board(board, "html", json=json))
    page.hover("#b1")
    assert lit(page) == (["b1"], ["a1", "c1"])


def test_it_reads_without_script(browser: Browser, tmp_path: Path) -> None:
    page, _ = opened(
        browser, tmp_path / "r.html", render(realistic(), "html"), java_script_enabled=False
    )
    page.click("#b8 a.label")
    page.wait_for_url("**#a6")
    assert page.locator(".finding").count() > 3


@pytest.mark.parametrize("width", [400, 1024, 1600])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_the_window(
    browser: Browser, tmp_path: Path, width: int, scheme: str
) -> None:
    board, json = whole()
    for html in (
        render(realistic(), "html", extras=extras(realistic(), "")).encode(),
        render_board(board, "html", json=json),
    ):
        page, _ = opened(
            browser,
            tmp_path / "r.html",
            html,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
        )
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.close()


@pytest.mark.parametrize("text", ATTACKS)
def test_an_attack_in_any_field_runs_nothing(browser: Browser, tmp_path: Path, text: str) -> None:
    comparison = everywhere(text)
    board, json = whole(text)
    for html in (
        render(comparison, "html", extras=extras(comparison, text)).encode("utf-8", "replace"),
        render_board(board, "html", json=json),
    ):
        page, said = opened(browser, tmp_path / "r.html", html)
        page.mouse.move(200, 200)
        page.keyboard.press("Tab")
        assert page.title() != "run"
        assert page.locator("script").count() == 1
        assert page.locator("img, svg, iframe, base, object, embed, form, link").count() == 0
        assert said == [(tmp_path / "r.html").as_uri()]
        page.close()


@pytest.mark.parametrize("of", ["pair", "event"])
def test_on_a_phone_tables_stack_and_nothing_is_cut_off(
    browser: Browser, tmp_path: Path, of: str
) -> None:
    board, everything = whole()
    html: str | bytes = render_board(board, "html", json=everything)
    if of == "pair":
        html = render(realistic(), "html", extras=extras(realistic(), ""))
    page, _ = opened(browser, tmp_path / "r.html", html, viewport={"width": 400, "height": 800})
    tables = page.eval_on_selector_all(
        ".scroll:not(:has(.heat))", "all => all.map(one => one.scrollWidth - one.clientWidth)"
    )
    assert len(tables) > 3
    assert set(tables) == {0}
    names = page.eval_on_selector_all(
        ".sheet td[data-side]", "all => all.map(one => getComputedStyle(one, '::before').content)"
    )
    assert all(name not in ("none", '""') for name in names)
    page.close()
