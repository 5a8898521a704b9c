"""A PDF with a text layer: columns, running heads, page numbers and hyphenated line ends."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from compare.errors import InputError
from compare.sources.limits import MAX_PAGES
from compare.sources.pdf_layout import Line, join_paragraphs, reading_order, running_lines
from compare.sources.records import FILE_MADE, Dropped, Extract

_DATE = re.compile(r"D?:?(\d{4})(\d{2})(\d{2})")
_CID = re.compile(r"\(cid:\d+\)")
_OCR = "recognise its text first (for example with ocrmypdf), or type the statement into a file"


def read_pdf(data: bytes, shown: str) -> Extract:
    """Return the text of a PDF in reading order.

    :raises InputError: it is a scan, locked, has too many pages, or its letters can't be read
    """
    from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect, PDFTextExtractionNotAllowed
    from pdfminer.pdfparser import PDFParser

    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
    except (PDFPasswordIncorrect, PDFTextExtractionNotAllowed):
        raise InputError(
            f"{shown} is locked with a password; expected a PDF that opens without one; "
            "open it, copy the statement and save it as .txt"
        ) from None
    pages = list(_pages(document, shown))
    lines = [line for page in pages for line in page]
    letters = "".join(line.text for line in lines)
    if not any(c.isalpha() for c in letters):
        raise InputError(
            f"{shown} is a scan or a picture without a text layer; expected a PDF whose text can "
            f"be selected; {_OCR}"
        )
    if len("".join(_CID.findall(letters))) > len(letters) / 5:
        raise InputError(
            f"{shown} doesn't say which letters its signs stand for; expected a PDF whose text can "
            f"be copied; {_OCR}"
        )
    running = running_lines(pages)
    # Running lines cross the white between columns, so they go first.
    ordered = [reading_order([line for line in page if id(line) not in running]) for page in pages]
    dropped = [
        Dropped(line.text, running[id(line)])
        for page in pages
        for line in page
        if id(line) in running
    ]
    title, date = _metadata(document)
    basis = [("title", "the file's properties")] if title else []
    basis += [("date", FILE_MADE)] if date else []
    return Extract(
        text="\n\n".join(join_paragraphs(ordered)),
        title=title,
        date=date,
        basis=tuple(basis),
        dropped=tuple(dropped),
    )


def _pages(document: Any, shown: str) -> Iterator[list[Line]]:
    """Give the lines of each page; the parser's tree of pages may loop, so pages are counted."""
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LAParams, LTTextContainer, LTTextLine
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    manager = PDFResourceManager()
    device = PDFPageAggregator(manager, laparams=LAParams(boxes_flow=None, all_texts=True))
    interpreter = PDFPageInterpreter(manager, device)
    pages = []
    for page in PDFPage.create_pages(document):
        pages.append(page)
        if len(pages) > MAX_PAGES:
            raise InputError(
                f"{shown} has over {MAX_PAGES} pages; expected one statement; "
                "save the pages that it stands on as a PDF of their own"
            )
    for page in pages:
        interpreter.process_page(page)
        found: list[Line] = []
        todo: list[Any] = [device.get_result()]
        while todo:
            item = todo.pop()
            if isinstance(item, LTTextLine):
                text = " ".join(item.get_text().split())
                if text:
                    found.append(Line(text, item.x0, item.x1, item.y0, item.y1))
            elif isinstance(item, LTTextContainer) or hasattr(item, "__iter__"):
                todo += list(item)
        yield sorted(found, key=lambda line: (-line.y1, line.x0))


def _metadata(document: Any) -> tuple[str, str]:
    """Return title and date of the file's properties; names of files and programs are no title."""
    info: dict[str, Any] = document.info[0] if document.info else {}
    title = _text(info.get("Title"))
    if re.search(r"\.(?:docx?|pdf|indd|tex|rtf)\b|^untitled|^microsoft word", title, re.IGNORECASE):
        title = ""
    match = _DATE.match(_text(info.get("CreationDate")))
    return ("" if title == "anonymous" else title), "-".join(match.groups()) if match else ""


def _text(value: Any) -> str:
    from pdfminer.utils import decode_text

    return " ".join(decode_text(value).split()) if isinstance(value, bytes) else ""
