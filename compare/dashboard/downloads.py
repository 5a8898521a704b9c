"""The formats that a reader can take along, and what their files are called."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.dashboard.selection import Filter
from compare.report.words import KINDS, STANDINGS

_LONGEST = 60  # characters of an event's id in a file name
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Download:
    """One format: what the button says and what the browser is told."""

    key: str
    format: str  # of compare.report.FORMATS
    label: str
    suffix: str
    mime: str
    help: str = ""


DOWNLOADS = (
    Download("html", "html", "HTML page", "html", "text/html", "One file that fetches nothing."),
    Download("docx", "docx", "Word", "docx", _WORD),
    Download("markdown", "markdown", "Markdown", "md", "text/markdown"),
    Download("text", "text", "Plain text", "txt", "text/plain"),
    Download("csv", "csv", "CSV of findings", "csv", "text/csv", "With decisions, for Excel."),
    Download("csv-links", "csv-links", "CSV of links", "links.csv", "text/csv", "Every number."),
    Download("json", "json", "JSON", "json", "application/json", "As the program made it."),
)
OVERVIEWS = tuple(
    Download(f"event_{item.format}", item.format, f"Event: {label}", item.suffix, item.mime)
    for item, label in (
        *((DOWNLOADS[0], "HTML"), (DOWNLOADS[1], "Word"), (DOWNLOADS[2], "Markdown")),
        *((DOWNLOADS[3], "text"), (DOWNLOADS[4], "CSV"), (DOWNLOADS[6], "JSON")),
    )
)
ARCHIVE = Download(
    *("archive", "archive", "Event: archive", "zip", "application/zip"),
    "Texts, comparisons and reviews, for readouts event import.",
)


def file_name(event_id: str, download: Download, *parts: str) -> str:
    """Return a file name that every system takes.

    :param parts: what tells the files of one event apart, such as `overview` and `filtered`
    """
    name = re.sub(r"[^A-Za-z0-9]+", "-", event_id).lower()[:_LONGEST].strip("-") or "comparison"
    return f"{'-'.join(('readouts', name, *parts))}.{download.suffix}"


def described(wanted: Filter) -> str:
    """Return what a filter asks for, in words."""
    parts = [KINDS[kind].many for kind in wanted.kinds]
    parts += ["unsure agreements"] if wanted.unsure else []
    parts += [f"evidence {kind}" for kind in wanted.evidence]
    parts += [STANDINGS[state] for state in wanted.states]
    if wanted.confidence:
        parts.append(f"confidence from {wanted.confidence:.2f}")
    if text := wanted.search.strip():
        parts.append(f"with “{text}”")
    return ", ".join(parts)
