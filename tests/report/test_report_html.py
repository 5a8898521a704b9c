"""The page: valid, whole in one file, and with links that lead somewhere."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from compare.model import Comparison, Evidence, Link
from compare.report import render

from .pages import Page
from .sample import SIGNATURE, find, identical, pair, realistic, small, statement

SAMPLES = [realistic(), identical(), small()]


@pytest.mark.parametrize("comparison", SAMPLES)
def test_every_tag_is_closed(comparison: Comparison) -> None:
    assert Page(render(comparison, "html")).faults == []


@pytest.mark.parametrize("comparison", SAMPLES)
def test_nothing_is_fetched(comparison: Comparison) -> None:
    html = render(comparison, "html")
    for sign in ("src=", "href=http", 'href="http', "url(", "@import", "<link", "<img"):
        assert sign not in html
    assert "default-src &#x27;none&#x27;" in html


def test_the_policy_allows_this_style_sheet_and_script_and_no_other() -> None:
    html = render(small(), "html")
    digests = {}
    for tag in ("style", "script"):
        found = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert len(found) == html.count(f"<{tag}") == 1
        digest = hashlib.sha256(found[0].encode()).digest()
        digests[tag] = base64.b64encode(digest).decode()
    page = Page(html)
    policy = next(value for value in page.values("content") if "default-src" in value)
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digests['style']}'; "
        f"script-src 'sha256-{digests['script']}'; base-uri 'none'; form-action 'none'"
    )
    assert page.values("style") == []  # the policy would forbid it


@pytest.mark.parametrize("comparison", SAMPLES)
def test_every_link_leads_to_one_place(comparison: Comparison) -> None:
    page = Page(render(comparison, "html"))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    targets = page.values("href") + [f"#{name}" for name in page.values("aria-labelledby")]
    assert {target.removeprefix("#") for target in targets} <= set(ids)
    assert all(target.startswith("#") for target in targets)


def test_a_finding_leads_to_its_sentences_and_back() -> None:
    html = render(realistic(), "html")
    finding = html.split('id="finding-2"')[1].split('id="finding-3"')[0]
    assert [f'href="#{name}"' in finding for name in ("a6", "b6", "b8", "row-7")] == [True] * 4
    row = html.split('id="row-7"')[1].split('id="row-8"')[0]
    assert 'href="#finding-2"' in row


def test_the_page_has_landmarks_headings_and_a_language() -> None:
    page = Page(render(realistic(), "html"))
    assert {"header", "nav", "main", "footer", "h1", "h2", "h3", "title", "mark"} <= page.tags
    assert ("html", "lang", "en") in page.attributes
    assert ("a", "class", "skip") in page.attributes


def test_marked_words_name_their_kind() -> None:
    html = render(small(), "html")
    assert '<mark>2 hours<span class="kind">\N{NO-BREAK SPACE}(duration)</span></mark>' in html


def test_a_relation_is_a_word_and_a_sign_beside_its_colour() -> None:
    badge = '<span class="badge"><span class="mark" aria-hidden="true">≠</span>Divergence</span>'
    assert badge in render(small(), "html")


def test_text_that_runs_right_to_left_is_isolated() -> None:
    a = statement(["اتفق الطرفان."], speaker="الوزارة", language="ar")
    html = render(pair(a, statement(["They agreed."])), "html")
    assert '<bdi lang="ar"><mark>اتفق الطرفان.<span' in html
    assert "<bdi>الوزارة</bdi>" in html


@pytest.mark.parametrize("code", ['en" onload="x', "english", "e", "en-"])
def test_a_code_that_is_no_language_is_left_out(code: str) -> None:
    page = Page(render(pair(statement(["One."], language=code), statement(["Two."])), "html"))
    assert page.values("lang") == ["en"]


def test_a_kind_is_named_where_its_words_end() -> None:
    a, b = statement(["Two long hours."]), statement(["They met."])
    evidence = (
        Evidence("duration", find(a, "Two long hours"), None, ""),
        Evidence("framing", find(a, "long"), find(b, "met"), ""),
    )
    link = Link((0,), (0,), 0.5, 0.9, "divergence", 0.7, 0.5, evidence)
    comparison = Comparison(SIGNATURE, a, b, (link,), (), ())
    html = render(comparison, "html")
    kind = '<span class="kind">\N{NO-BREAK SPACE}(%s)</span>'
    marks = (
        "<mark>Two </mark>",
        f"<mark>long{kind % 'framing'}</mark>",
        f"<mark> hours{kind % 'duration'}</mark>.",
    )
    assert "".join(marks) in html
    assert "**Two long hours**." in render(comparison, "markdown")
    assert "[Two long hours]." in render(comparison, "text")
