"""The reports that a reader can take along."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Download:
    """One format: what the button says and what the browser is told."""

    format: str  # of compare.report.FORMATS
    label: str
    suffix: str
    mime: str


DOWNLOADS = (
    Download("html", "HTML page", "html", "text/html"),
    Download("markdown", "Markdown", "md", "text/markdown"),
    Download("json", "JSON", "json", "application/json"),
    Download("text", "Plain text", "txt", "text/plain"),
)


def file_name(event_id: str, download: Download) -> str:
    """Return a file name that every system takes."""
    name = re.sub(r"[^A-Za-z0-9]+", "-", event_id).strip("-").lower() or "comparison"
    return f"readouts-{name[:60]}.{download.suffix}"
