"""HTML built from parts: text is escaped here and nowhere else, because it can't be otherwise."""

from __future__ import annotations

import html

from compare.report.safe import one_line


class Markup(str):
    """HTML that is safe to stand in a page; only this module makes it."""

    __slots__ = ()


# What a part of a page is given: markup stays, text is escaped, None is nothing.
Node = Markup | str | None

_VOID = frozenset({"meta", "col"})
# Elements that begin a line, so that the page's source can be read.
_BLOCKS = frozenset(
    {
        *("html", "head", "meta", "title", "body", "header", "nav", "main", "footer", "section"),
        *("article", "div", "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "dt", "dd"),
        *("blockquote", "table", "caption", "colgroup", "thead", "tbody", "tr"),
    }
)


def escape(text: str) -> Markup:
    """Return text as HTML that shows exactly it, in an element or a quoted attribute."""
    return Markup(html.escape(one_line(text), quote=True))


def join(*nodes: Node) -> Markup:
    """Return parts one behind the other."""
    parts = [node if isinstance(node, Markup) else escape(node) for node in nodes if node]
    return Markup("".join(parts))


def element(name: str, /, *nodes: Node, **attributes: str | None) -> Markup:
    """Return an element with its parts inside.

    `class_` is written `class`, `aria_label` is written `aria-label`, an attribute of None is
    left out.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    start = "\n" if name in _BLOCKS else ""
    if name in _VOID:
        return Markup(f"{start}<{name}{written}>")
    return Markup(f"{start}<{name}{written}>{join(*nodes)}</{name}>")


def style(sheet: str) -> Markup:
    """Return this package's own style sheet, which is no text of a source, as an element."""
    return Markup(f"\n<style>{sheet}</style>")


def script(code: str) -> Markup:
    """Return this package's own script, which is no text of a source, as an element."""
    return Markup(f"\n<script>{code}</script>")
