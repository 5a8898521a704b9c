"""A link that a reader gives: what is one, and the page behind it."""

from __future__ import annotations

import re
from dataclasses import replace

from compare.errors import InputError
from compare.sources import ReadOptions, Source, read_source

_SCHEME = re.compile(r"https?://", re.IGNORECASE)
# As it is read out or stands in a mail: "kremlin.ru", "www.site.example:8080/page?id=1".
_BARE = re.compile(
    r"(?:[\w-]{1,63}\.)+(?:xn--[\w-]{1,59}|[^\W\d_]{2,63})(?::\d{1,5})?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
# Endings that files have and no domain: "readout.html" is a file of someone, not a site.
_FILE = re.compile(r"[^/?#]+\.(?:html?|txt|text|pdf|docx?|odt|rtf|json|srt|vtt)", re.IGNORECASE)
_SHOWN = 100  # characters of what is no address
_FLAG = re.compile(r"; [^;]*(?<!\S)--[a-z][^;]*")  # advice for the command line


def web_address(text: str) -> str:
    """Return a link as an address with its scheme; without one, https is meant.

    A path would read the files of the machine that serves the page, so it is refused here.

    >>> web_address("kremlin.ru/news/1")
    'https://kremlin.ru/news/1'

    :raises InputError: it is no web address
    """
    link = text.strip()
    if _SCHEME.match(link):
        return link
    if _BARE.fullmatch(link) and not _FILE.fullmatch(link):
        return f"https://{link}"
    raise InputError(
        f"{link[:_SHOWN]} is no web address; expected one that begins with https://, "
        "such as https://site.example/page"
    )


def linked(text: str) -> Source:
    """Return what the page behind a link holds; nothing is said of options that it hasn't here.

    :raises InputError: it is no web address, or can't be had
    """
    try:
        source = read_source(web_address(text), ReadOptions(allow_private=False))
    except InputError as error:
        raise InputError(_FLAG.sub("", str(error))) from error
    return replace(source, notes=tuple(_FLAG.sub("", note) for note in source.notes))


def only_a_link(text: str) -> bool:
    """Say whether a pasted text is nothing but an address."""
    return bool(re.fullmatch(r"https?://\S+", text.strip(), re.IGNORECASE))
