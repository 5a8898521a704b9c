"""read_source: from what an analyst has (a file, an address, a paste) to a Source.

What a source is, its content says; names of files are not believed, but for JSON that is broken.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from compare.errors import InputError
from compare.language.detect import detect_language
from compare.sources.boilerplate import find_furniture
from compare.sources.child import extract_apart
from compare.sources.cuts import Cut, cut_out
from compare.sources.guess import guess_speaker
from compare.sources.headline import headed
from compare.sources.json_post import is_json, read_json
from compare.sources.limits import MAX_BYTES, MAX_CHARS, MAX_LINES, MAX_MARKDOWN
from compare.sources.markdown import is_markdown, read_markdown
from compare.sources.posts import read_post
from compare.sources.records import FIELDS, FILE_MADE, Extract, ReadOptions, Source
from compare.sources.subtitles import is_subtitles, read_subtitles
from compare.sources.text import decode

STDIN = "-"
_HTML = re.compile(
    r"\A(?:\s++|<!--.{0,2000}?-->|<\?xml[^>]{0,200}\?>)*+"
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\A\s*<(?:\?xml\b|[a-zA-Z][\w:-]{0,40}[ >])")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)+/|www\.")
_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]{1,20}://")


def read_source(name: str, options: ReadOptions | None = None) -> Source:
    """Read a file, an http(s) address, or standard input for `-`.

    :raises InputError: it can't be had, is too large, is nothing that is read here, or is empty
    """
    options = options or ReadOptions()
    if _ADDRESS.match(name):
        from compare.sources.web import fetch

        page = fetch(name, options)
        source = read_bytes(page.data, page.url, name, options, page.charset, page.url)
        return replace(source, notes=(*page.notes, *source.notes))
    if name == STDIN:
        data = _limited(sys.stdin.buffer.read(MAX_BYTES + 1), STDIN)
        return read_bytes(data, "standard input", "standard input", options)
    if not name.strip():
        raise InputError("no file is named; expected a path, a web address, or - for input")
    file = Path(name).expanduser()
    try:
        if file.is_dir():
            raise InputError(f"{name} is a directory; expected a text file; name a file in it")
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        hint = f"; for a web page, give https://{name}" if _SITE.match(name) else ""
        raise InputError(
            f"{name}: no such file; expected a text file; check the path (here: {Path.cwd()}){hint}"
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            f"{name} can't be read: {reason}; expected a text file that you may read"
        ) from None
    return read_bytes(_limited(data, name), file.name, name, options)


def _limited(data: bytes, shown: str) -> bytes:
    if len(data) > MAX_BYTES:
        raise InputError(
            f"{shown} is over {MAX_BYTES // 1_000_000} MB; expected one statement; "
            "cut out the statement and save it as text"
        )
    return data


def read_bytes(
    data: bytes,
    name: str,
    shown: str = "",
    options: ReadOptions | None = None,
    charset: str = "",
    url: str = "",
) -> Source:
    """Read what a file or an answer holds.

    :param name: what the statement's source will be called
    :param shown: what the caller typed, for errors
    :param charset: what the server said; it goes before what the page says
    :param url: where it came from, if from the web
    :raises InputError: it is nothing that is read here, broken, too large or empty
    """
    shown, options = shown or name, options or ReadOptions()
    _limited(data, shown)
    if b"%PDF-" in data[:1024]:
        return _from_extract(extract_apart("pdf", data, shown), "pdf", name, options)
    if data.startswith(b"PK\x03\x04"):
        from compare.sources.docx import zip_kind

        kind = zip_kind(data, shown)
        return _from_extract(extract_apart(kind, data, shown), kind, name, options)
    source = _decoded(data, name, shown, charset)
    text = source.text.lstrip("\ufeff")
    if not options.pasted and _HTML.match(text):
        extract = extract_apart("html", text.encode("utf-8", "replace"), shown, url)
        return _from_extract(extract, "html", name, options, source)
    _not_long(text, shown)
    if is_json(text, name):
        return _from_extract(read_json(text, shown), "json", name, options, source)
    if is_subtitles(text):
        return _from_extract(read_subtitles(text, shown), "subtitles", name, options, source)
    if not options.pasted and _XML.match(text) and re.search(r"</[\w:-]+>\s*\Z", text):
        raise InputError(
            f"{shown} is XML; expected text, HTML, PDF, Word, JSON or subtitles; "
            "copy the statement out of it and save it as .txt"
        )
    if options.keep_all:
        return source
    if not options.pasted and len(text) <= MAX_MARKDOWN and is_markdown(text):
        return _from_extract(read_markdown(text), "markdown", name, options, source)
    return headed(_from_extract(Extract(source.text), "text", name, options, source))


def _not_long(text: str, shown: str) -> None:
    if len(text) > MAX_CHARS:
        raise InputError(
            f"{shown} is over {MAX_CHARS // 1_000_000} million characters long; expected one "
            "statement; cut out the statement and save it as text"
        )


def _decoded(data: bytes, name: str, shown: str, charset: str) -> Source:
    """Decode by what the server said, then by a mark, by what the page says, or by the content."""
    match = _CHARSET.search(data[:4096])
    for said in (charset, match.group(1).decode("ascii", "replace") if match else ""):
        if not said or said.lower().replace("-", "") in ("utf8", "utf16"):
            continue
        try:
            "".encode(said)
            text = data.decode("cp1252" if said.lower() in ("iso-8859-1", "latin1") else said)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue  # the label is wrong; the content decides
        if text.strip() and "\0" not in text and not _is_utf8(data):
            return Source(text, name, said.lower())
    return decode(data, name, shown)


def _is_utf8(data: bytes) -> bool:
    """Say whether the bytes are UTF-8 beyond doubt: some letters need it, and it fits them all."""
    try:
        return not data.isascii() and bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _from_extract(
    extract: Extract, kind: str, name: str, options: ReadOptions, source: Source | None = None
) -> Source:
    """Return the Source of an extract, with what stands around its text cut out of it."""
    text, dropped = extract.text, extract.dropped
    known = {field: getattr(extract, field) for field in FIELDS}
    basis, rows = dict(extract.basis), frozenset(extract.rows)
    _not_long(text, name)
    if not options.keep_all and text.count("\n") <= MAX_LINES:
        post = read_post(text)
        shorter, left = cut_out(post.text, _but_rows(post.cuts, post.text, rows))
        if post.is_post and shorter.strip():
            kind = "post" if kind == "text" else kind
            text, dropped = shorter, dropped + left
            _fill(known, basis, "speaker", post.speaker, "the post's account")
            _fill(known, basis, "date", post.date, "the post's time stamp")
        found = find_furniture(text, title=known["title"], rows=rows)
        shorter, left = cut_out(text, found.cuts)
        if shorter.strip():  # a text of nothing but furniture is kept as it is
            text, dropped = shorter, dropped + left
            _fill(known, basis, "title", found.title, "the first line")
            if found.title and known["title"].startswith(found.title):
                known["title"] = found.title  # without the site's parts after it
            _fill(known, basis, "date", found.date, "a line of the text")
    who = guess_speaker(known["title"]) or guess_speaker(text[:200])
    if who and basis.get("speaker", "the site's name").startswith("the site"):
        known["speaker"], basis["speaker"] = who, "the title"
    _fill(known, basis, "language", detect_language(text), "its words")
    if not any(letter.isalnum() for letter in text):
        raise InputError(f"{name} holds no words; expected a statement of at least one sentence")
    return Source(
        text=text,
        name=name,
        encoding=source.encoding if source else "",
        kind=kind,
        **known,
        basis=tuple((field, basis[field]) for field in FIELDS if field in basis and known[field]),
        dropped=dropped,
        notes=(*(source.notes if source else ()), *extract.notes),
    )


def _but_rows(cuts: Iterable[Cut], text: str, rows: frozenset[str]) -> list[Cut]:
    return [cut for cut in cuts if text[cut.start : cut.end] not in rows]


def _fill(known: dict[str, str], basis: dict[str, str], field: str, value: str, why: str) -> None:
    if value and (not known[field] or basis.get(field) == FILE_MADE):
        known[field], basis[field] = value, why
