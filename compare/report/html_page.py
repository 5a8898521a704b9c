"""What every HTML report shares: a head whose policy allows its own style and script only."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from compare.report.markup import Markup, Node, element, script, style


@cache
def _asset(name: str) -> str:
    return files("compare.report").joinpath(name).read_text("utf-8")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


def head(title: str) -> Markup:
    """Return the head of a page.

    The Content-Security-Policy allows the page's own style sheet and script, each by its hash, and
    nothing else: a script that came in with a text could not run, and nothing is fetched.
    """
    sheet, code = _asset("style.css") + _asset("more.css"), _asset("light.js")
    policy = (
        f"default-src 'none'; style-src 'sha256-{_digest(sheet)}'; "
        f"script-src 'sha256-{_digest(code)}'; base-uri 'none'; form-action 'none'"
    )
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", title),
        style(sheet),
    )


def page(title: str, *nodes: Node, class_: str | None = None) -> str:
    """Return a whole page."""
    body = element("body", *nodes, script(_asset("light.js")), class_=class_)
    return f"<!doctype html>{element('html', head(title), body, lang='en')}\n"


def section(name: str, title: Node, lead: Node, *nodes: Node) -> Markup:
    """Return a section with its title, which the contents can link to."""
    return element(
        "section",
        element("h2", title, id=f"{name}-title"),
        element("p", lead, class_="lead"),
        *nodes,
        id=name,
        aria_labelledby=f"{name}-title",
    )


def contents(places: tuple[tuple[str, str], ...]) -> Markup:
    """Return the page's contents: a link to each place."""
    items = (element("li", element("a", text, href=f"#{name}")) for name, text in places)
    return element("nav", element("ul", *items), aria_label="Contents")


def side_card(letter: str, name: str, rows: Sequence[tuple[str, str]], *, class_: str) -> Markup:
    """Return what is known of one statement: who speaks, and the rows that have a text.

    :param rows: names and texts
    """
    return element(
        "section",
        element("h2", element("span", letter, class_="chip"), " ", element("bdi", name)),
        element(
            "dl",
            *(
                element("div", element("dt", label), element("dd", element("bdi", text)))
                for label, text in rows
                if text
            ),
        ),
        class_=class_,
        aria_label=f"Statement {letter}",
    )
