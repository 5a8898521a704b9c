"""What a statement is called after its source, where nothing better is known of it."""

from __future__ import annotations

import re
from pathlib import PurePath
from urllib.parse import urlsplit

_ENDING = re.compile(r"(?<=.)\.[A-Za-z][A-Za-z0-9]{0,4}$")


def source_name(source: str) -> str:
    """Return a file's name without folder and ending, the host of an address, else the source."""
    if "://" in source:
        try:
            return urlsplit(source).hostname or ""
        except ValueError:  # not the address that it looks like
            return source
    return _ENDING.sub("", PurePath(source).name)
