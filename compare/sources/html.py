"""A web page or HTML file: its main text by trafilatura, and a word on all that was left out."""

from __future__ import annotations

import re
from typing import Any

from compare.errors import InputError
from compare.sources.blocks import PageBlock, page_blocks
from compare.sources.records import Dropped, Extract

# Below this share of the words in the page's own <article> or <main>, trafilatura has missed the
# text, and the blocks themselves are taken; it happens on short pages and unusual layouts.
_ENOUGH = 0.6
_NEEDS_BROWSER = re.compile(
    r"(?:enable|turn on|requires?|need)s? (?:java ?script|cookies)|checking your browser"
    r"|verify(?:ing)? (?:that )?you are (?:a )?human|just a moment",
    re.IGNORECASE,
)
_FEW_WORDS = 40  # a page with fewer that also asks for a browser has no text of its own


def read_html(page: str, shown: str, url: str = "") -> Extract:
    """Return the main text of a page, its metadata, and what else stood on it.

    :param shown: what the caller typed, for the error
    :param url: where the page came from, which helps to find its date
    :raises InputError: it has no text, or shows it only in a browser
    """
    from lxml import etree

    # As trafilatura would, but with the parser's own limits on depth and size kept on.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    tree = etree.fromstring(page.replace("\0", "").encode("utf-8", "replace"), parser)
    if tree is None:
        raise InputError(f"{shown} has no text; expected a page with a statement; paste its text")
    language = (tree.get("lang") or "").split("-")[0].lower()
    blocks = page_blocks(tree)
    found = _main_part(page, url)
    kept = _kept(found, blocks)
    words = sum(len(text.split()) for text in kept)
    if words < _FEW_WORDS and _NEEDS_BROWSER.search(" ".join(block.text for block in blocks)):
        raise InputError(
            f"{shown} shows its text only in a browser; expected a page that holds its text; "
            "open it in a browser, copy the statement and paste it, or save the page"
        )
    if words < _FEW_WORDS and any("depth" in entry.message for entry in parser.error_log):
        raise InputError(
            f"{shown} is nested too deep to read; expected a page with a statement; "
            "open it in a browser, copy the statement and paste it"
        )
    if not words:
        raise InputError(
            f"{shown} has no text that is not a menu or a form; expected a page with a statement; "
            "open it in a browser, copy the statement and paste it"
        )
    title = _one_line(getattr(found, "title", None) or _heading(blocks))
    if kept and _plain(kept[0]) == _plain(title):
        kept = kept[1:] or kept
    date = getattr(found, "date", None) or ""
    site, author = getattr(found, "sitename", None) or "", getattr(found, "author", None) or ""
    basis = [("title", "the page's title")] if title else []
    basis += [("date", "the page's date")] if date else []
    if len(language) == 2:
        basis.append(("language", "the page"))
    if site or author:
        basis.append(("speaker", "the site's name" if site else "the page's author"))
    return Extract(
        text="\n\n".join(kept),
        speaker=_one_line(site or author),
        title=title,
        date=date,
        language=language if len(language) == 2 else "",
        basis=tuple(basis),
        dropped=tuple(_left_out(blocks, [*kept, title])),
        rows=tuple(block.text for block in blocks if block.tag == "tr"),
    )


def _main_part(page: str, url: str) -> Any:
    """Return trafilatura's document, or None where it finds none."""
    from trafilatura.core import bare_extraction

    try:
        return bare_extraction(
            page,
            url=url or None,
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            with_metadata=True,
            prune_xpath=["//figcaption", "//nav", "//footer", "//form", "//button"],
        )
    except (ValueError, AttributeError, TypeError, LookupError, RecursionError):
        return None  # it was not made for such a page; the blocks are still there


def _kept(found: Any, blocks: list[PageBlock]) -> list[str]:
    """Return the paragraphs of the text: trafilatura's choice, in the page's own wording."""
    open_blocks = [block for block in blocks if not block.place]
    own = [block for block in open_blocks if block.main] or open_blocks
    text = getattr(found, "text", None) or ""
    body, lines = _plain(text), {_plain(line) for line in text.splitlines()}
    chosen = [block.text for block in open_blocks if _is_in(block.text, body, lines)]
    count = sum(len(text.split()) for text in chosen)
    if count >= _ENOUGH * sum(len(block.text.split()) for block in own if block.main) and count:
        return chosen
    return [block.text for block in own]


def _is_in(text: str, body: str, lines: set[str]) -> bool:
    """Say whether a block is in trafilatura's text; a few words must be a line of their own."""
    plain = _plain(text)
    return bool(plain) and (plain in lines or (len(text.split()) > 4 and plain in body))


def _left_out(blocks: list[PageBlock], kept: list[str]) -> list[Dropped]:
    taken = {_plain(text) for text in kept}
    return [
        Dropped(block.text, block.place or "outside the main text")
        for block in blocks
        if _plain(block.text) not in taken
    ]


def _heading(blocks: list[PageBlock]) -> str:
    return next((block.text for block in blocks if block.tag == "h1"), "")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _plain(text: str) -> str:
    """Return only the letters and figures, so that markup between words makes no difference."""
    return "".join(c for c in text.casefold() if c.isalnum())
