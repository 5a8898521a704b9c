"""Pages that were fetched, kept in the user's cache folder until they are asked for afresh."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

MAX_PAGES = 200  # kept; the ones longest unused go first
FOLDER = "READOUTS_CACHE"  # environment variable that names another folder


@dataclass(frozen=True, slots=True)
class CachedPage:
    """A page as it was answered."""

    data: bytes
    url: str  # after redirects
    charset: str
    fetched: str  # ISO 8601 day


def cache_folder() -> Path:
    """Return where pages are kept; it need not exist."""
    from platformdirs import user_cache_dir

    return Path(os.environ.get(FOLDER) or user_cache_dir("readout-compare", False)) / "pages"


def _file(url: str, allow_private: bool) -> Path:
    # Pages from inside the user's network are never served to one who may not ask for them.
    key = f"{'private' if allow_private else 'public'} {url}"
    return cache_folder() / f"{hashlib.sha256(key.encode()).hexdigest()}.page"


def load(url: str, allow_private: bool) -> CachedPage | None:
    """Return a kept page, or None where there is none or it can't be read."""
    try:
        head, _, data = _file(url, allow_private).read_bytes().partition(b"\n")
        row = json.loads(head)
        if row["asked"] != url or row["sha256"] != hashlib.sha256(data).hexdigest():
            return None
        return CachedPage(data, str(row["url"]), str(row["charset"]), str(row["fetched"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(asked: str, allow_private: bool, data: bytes, url: str, charset: str) -> None:
    """Keep a page; a cache that can't be written is no reason to fail, the page was read."""
    row = {
        "asked": asked,
        "url": url,
        "charset": charset,
        "fetched": datetime.now(UTC).date().isoformat(),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    target = _file(asked, allow_private)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".")
        with os.fdopen(handle, "wb") as stream:
            stream.write(json.dumps(row).encode() + b"\n" + data)
        Path(temporary).replace(target)
        pages = sorted(target.parent.glob("*.page"), key=lambda path: path.stat().st_mtime)
        for old in pages[:-MAX_PAGES]:
            old.unlink(missing_ok=True)
    except OSError:
        return
