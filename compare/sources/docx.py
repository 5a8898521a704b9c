"""A Word file: its paragraphs in order, read straight from the zip with a limit on each part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from compare.errors import InputError
from compare.sources.limits import MAX_XML_BYTES
from compare.sources.records import FILE_MADE, Dropped, Extract
from compare.sources.tables import row_line

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What Word keeps but doesn't show as text: deletions still tracked, fields' code, older renderings.
_UNSEEN = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", _CHOICE})
_CORE = "docProps/core.xml"
_OTHERS = (
    ("xl/", "a spreadsheet"),
    ("ppt/", "a slide show"),
    ("content.xml", "an OpenDocument file"),
)


def zip_kind(data: bytes, shown: str) -> str:
    """Return "docx" for a Word file.

    :raises InputError: the zip is broken or something else
    """
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise InputError(
            f"{shown} is a broken zip or office document; expected a whole .docx; fetch it again"
        ) from None
    if "word/document.xml" in names:
        return "docx"
    what = next((what for start, what in _OTHERS if any(n.startswith(start) for n in names)), "")
    raise InputError(
        f"{shown} is {what or 'a zip archive'}, not a Word file; expected .docx, .pdf, .html or "
        "text; open it, copy the statement and save it as .txt"
    )


def read_docx(data: bytes, shown: str) -> Extract:
    """Return the text of a Word file, as it shows with all changes accepted.

    :raises InputError: a part of it is too large, or it has no text
    """
    archive = zipfile.ZipFile(io.BytesIO(data))
    rows: list[str] = []
    kept = list(_lines(_part(archive, "word/document.xml", shown), rows))
    dropped = []
    for name in sorted(archive.namelist()):
        for start, reason in (
            ("word/header", "running head"),
            ("word/footer", "running foot"),
            ("word/footnotes", "footnote"),
            ("word/endnotes", "endnote"),
            ("word/comments.xml", "comment"),
        ):
            if name.startswith(start) and name.endswith(".xml"):
                texts = dict.fromkeys(_lines(_part(archive, name, shown)))
                dropped += [Dropped(text, reason) for text in texts]
    if not kept:
        raise InputError(
            f"{shown} has no text; expected a Word file with a statement; "
            "if it holds a picture of the text, type or scan the text into a file"
        )
    title, date = "", ""
    if _CORE in archive.namelist():
        for element in _part(archive, _CORE, shown).iter():
            name = str(element.tag).rpartition("}")[2]
            value = (element.text or "").strip()
            if name == "title":
                title = " ".join(value.split())
            elif name == "created":
                date = value[:10]
    basis = [("title", "the file's properties")] if title else []
    basis += [("date", FILE_MADE)] if date else []
    return Extract(
        "\n\n".join(kept),
        title=title,
        date=date,
        basis=tuple(basis),
        dropped=tuple(dropped),
        rows=tuple(rows),
    )


def _part(archive: zipfile.ZipFile, name: str, shown: str) -> Any:
    """Return a part's parsed XML; what it says of its own size is not believed."""
    from lxml import etree

    with archive.open(name) as stream:
        data = stream.read(MAX_XML_BYTES + 1)
    if len(data) > MAX_XML_BYTES:
        raise InputError(
            f"{shown} unpacks to over {MAX_XML_BYTES // 1_000_000} MB; expected one statement; "
            "copy it out and save it as .txt"
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    return etree.fromstring(data, parser)


def _lines(root: Any, rows: list[str] | None = None) -> Iterator[str]:
    """Give each paragraph with a visible letter and each row of a table, in reading order.

    :param rows: gets the lines of rows; a row whose cells have several paragraphs gives all of them
    """
    open_rows: list[list[list[str]]] = []  # rows, for a table in a cell; cells; paragraphs
    for kind, text in _events(root):
        lines = [text] if kind == "text" else []
        if kind == "row":
            open_rows.append([])
        elif kind == "cell" and open_rows:
            open_rows[-1].append([])
        elif kind == "end of row" and open_rows:
            cells = open_rows.pop()
            lines = _row(cells)
            if len(cells) > 1 and rows is not None:
                rows += [part.strip() for line in lines for part in line.splitlines()]
        if open_rows and open_rows[-1]:
            open_rows[-1][-1].extend(lines)
        else:
            yield from lines


def _row(cells: list[list[str]]) -> list[str]:
    if any(len(cell) > 1 for cell in cells):
        return [line for cell in cells for line in cell]
    return [line for line in [row_line(line for cell in cells for line in cell)] if line]


def _events(root: Any) -> Iterator[tuple[str, str]]:
    """Give the text of each paragraph that has a visible letter, and where rows and cells begin."""
    from lxml import etree

    unseen = 0
    stack: list[list[str]] = []  # a text box has paragraphs inside a paragraph
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if event == "start":
            unseen += tag in _UNSEEN
            if tag in (f"{_W}tr", f"{_W}tc"):
                yield ("row" if tag == f"{_W}tr" else "cell"), ""
            elif tag == f"{_W}p":
                stack.append([])
            elif unseen or not stack:
                continue
            elif tag == f"{_W}t":
                stack[-1].append(element.text or "")
            elif tag == f"{_W}tab":
                stack[-1].append("\t")
            elif tag in (f"{_W}br", f"{_W}cr"):
                stack[-1].append("\n")
            elif tag == f"{_W}noBreakHyphen":
                stack[-1].append("\u2011")
            continue
        unseen -= tag in _UNSEEN
        if tag == f"{_W}tr":
            yield "end of row", ""
        elif tag == f"{_W}p":
            text = "".join(stack.pop()).strip()
            if text and not unseen:
                yield "text", text
