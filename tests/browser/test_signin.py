"""Signing in with a real provider on loopback, in a real Chromium."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.dashboard.provider import CLIENT, NAME, provider
from tests.dashboard.server import free_port, serve

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no chromium on this machine: apt-get install chromium"
)


def test_only_who_signs_in_sees_the_page_and_reviews_by_their_name(tmp_path: Path) -> None:
    port = free_port()
    secrets = tmp_path / "secrets.toml"
    with provider() as base:
        secrets.write_text(
            f'[auth]\nredirect_uri = "http://127.0.0.1:{port}/oauth2callback"\n'
            f'cookie_secret = "{"x" * 40}"\nclient_id = "{CLIENT}"\nclient_secret = "s"\n'
            f'server_metadata_url = "{base}/.well-known/openid-configuration"\n'
        )
        with serve(port, READOUTS_SECRETS=str(secrets)) as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
            )
            page = browser.new_page()
            page.goto(server.url + "?event=constructed-harbour-talks")
            expect(page.get_by_role("button", name="Sign in")).to_be_visible(timeout=30_000)
            expect(page.get_by_role("heading", level=1)).to_have_text("Readouts")
            assert page.locator(".finding").count() == 0
            page.get_by_role("button", name="Sign in").click()
            expect(page.locator(".finding").first).to_be_visible(timeout=60_000)
            expect(page.get_by_role("textbox", name="Your name")).to_have_value(NAME)
            expect(page.get_by_role("textbox", name="Your name")).to_be_disabled()
            page.locator(".finding").first.get_by_role("button", name="Accept").click()
            expect(page.locator(".decision").first).to_contain_text(f"accepted by {NAME}")
            page.get_by_role("button", name="Sign out").click()
            expect(page.get_by_role("button", name="Sign in")).to_be_visible(timeout=30_000)
            assert page.locator(".finding").count() == 0
            browser.close()
