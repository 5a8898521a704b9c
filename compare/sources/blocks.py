"""The visible blocks of a page, each with the kind of place that it stands in.

The walk is a loop over the parser's events, not a recursion, so a page nested without end costs
no stack.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from compare.sources.tables import row_line

_NOT_SHOWN = """
script style noscript template svg head iframe object embed select option textarea input canvas
audio video math
"""
_OWN_LINES = """
p h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote td th tr table pre div section article main nav
header footer aside form figure figcaption address button dialog details summary body center hr
"""
_CELLS = frozenset({"td", "th"})
_SILENT = frozenset(_NOT_SHOWN.split())
_BLOCKS = frozenset(_OWN_LINES.split())
_PLACES = {
    "nav": "menu",
    "header": "page head",
    "footer": "page foot",
    "aside": "side box",
    "form": "form",
    "button": "button",
    "dialog": "pop-up",
    "figcaption": "caption",
    "figure": "caption",
}


def _named(names: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[-_ ])(?:{names})(?:$|[-_ ])")


# Class names and ids of what surrounds a text on pages of every kind.
_CLASSES = (
    ("menu", _named("nav|navbar|menu|breadcrumbs?|skip-?link|toolbar")),
    ("caption", _named("caption|credits?|photo-?info")),
    ("share buttons", _named("share|sharing|social")),
    ("related links", _named("related|read-?more|also-?read|recommended|trending")),
    ("advertisement", _named("ad|ads|advert|advertisement|promo|sponsored")),
    ("sign-up box", _named("newsletter|subscribe|subscription|paywall")),
    ("cookie notice", _named("cookie|cookies|consent|gdpr")),
    ("comments", _named("comments?|disqus")),
    ("byline", _named("byline|author|dateline")),
)
_MAIN = frozenset({"html", "body", "main", "article"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A paragraph, heading, list item or row of a table on a page."""

    text: str  # white space as a browser shows it
    tag: str
    place: str  # "" in the open, else what it stands in: "menu", "caption", "hidden"
    main: bool  # inside an <article> or <main>


def page_blocks(tree: Any) -> list[PageBlock]:
    """Return the blocks of a parsed page in reading order; scripts and styles give none."""
    found: list[PageBlock] = []
    words: list[str] = []
    places: list[str] = []  # of the open elements that have one
    opened: list[tuple[bool, bool, bool]] = []  # per open element: silent, placed, main
    tags: list[str] = []
    rows: list[int] = []  # per open row of a table: the number of blocks before it
    silent = mains = 0

    def flush() -> None:
        lines = [" ".join(line.split()) for line in "".join(words).split("\0")]
        text = "\n".join(line for line in lines if line)
        words.clear()
        if text:
            tag = tags[-1] if tags else "body"
            found.append(PageBlock(text, tag, places[0] if places else "", mains > 0))

    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi") or not isinstance(element.tag, str):
            if not silent and element.tail:
                words.append(element.tail)
            continue
        tag = element.tag.lower()
        if event == "start":
            if tag in _BLOCKS:
                flush()
                tags.append(tag)
            if tag == "tr":
                rows.append(len(found))
            place = _place(element, tag)
            marks = (tag in _SILENT, bool(place), tag in ("article", "main"))
            opened.append(marks)
            silent, mains = silent + marks[0], mains + marks[2]
            if place:
                places.append(place)
            if not silent and element.text:
                words.append(element.text)
            continue
        if tag == "br":
            words.append("\0")
        if tag in _BLOCKS:
            flush()
            tags.pop()
        if tag == "tr":
            at = rows.pop()
            found[at:] = _row(element, found[at:])
        marks = opened.pop()
        silent, mains = silent - marks[0], mains - marks[2]
        if marks[1]:
            places.pop()
        if not silent and element.tail:
            words.append(element.tail)
    flush()
    return found


def _row(element: Any, blocks: list[PageBlock]) -> list[PageBlock]:
    """Return the cells of a row as one block; a row that holds more than plain cells stays so."""
    cells = sum(str(child.tag).lower() in _CELLS for child in element)
    alike = len({(block.place, block.main) for block in blocks}) == 1
    plain = len(blocks) <= cells and all(block.tag in _CELLS for block in blocks)
    if cells < 2 or not alike or not plain:
        return blocks
    return [replace(blocks[0], text=row_line(block.text for block in blocks), tag="tr")]


def _place(element: Any, tag: str) -> str:
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return "hidden"
    if tag in _PLACES:
        return _PLACES[tag]
    if tag in _MAIN:
        return ""
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    if names == " ":
        return ""
    return next((place for place, pattern in _CLASSES if pattern.search(names)), "")
