"""From bytes to text: the encoding is found, and what is no text is refused."""

from __future__ import annotations

import contextlib

from compare.errors import InputError
from compare.sources.records import Source

# The first bytes of what is often taken for a text file, and what to do with it.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"Rar!", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
)
_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# Encodings that documents of today still come in. Left to all that it knows, the detector takes
# short Western texts for DOS code pages.
_ENCODINGS = (
    "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "mac_roman",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
)  # fmt: skip

_NIL = 0.8  # share of the high bytes that are nil in Western text


def decode(data: bytes, name: str, path: str = "") -> Source:
    """Turn bytes into text: a byte order mark, UTF-8, or the encoding that fits best, with a note.

    :param name: what the statement's source will be called
    :param path: what the caller typed, for the error
    :raises InputError: there is nothing in it, or it is no text
    """
    shown = path or name
    for start, what in _SIGNATURES:
        if data.startswith(start):
            raise InputError(
                f"{shown} is {what}, not text; expected a text file; "
                "open it, copy the statement and save it as .txt"
            )
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_decoded(data, encoding, shown), name, encoding, "", shown)
    if b"\x00" in data:
        encoding = _wide(data)
        if not encoding:
            raise _binary(name, shown)
        return _checked(_decoded(data, encoding, shown), name, encoding, "", shown)
    try:
        return _checked(data.decode("utf-8"), name, "utf-8", "", shown)
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(_ENCODINGS)).best()
    if best is None:
        raise InputError(
            f"{shown} is not UTF-8 and fits no known encoding; expected text; save it as UTF-8"
        )
    text, encoding = _decoded(data, best.encoding, shown), best.encoding
    with contextlib.suppress(UnicodeDecodeError):
        # What reads the same in the commonest encoding is in it.
        encoding = "cp1252" if data.decode("cp1252") == text else encoding
    note = f"{shown} is not UTF-8; read as {encoding}; if letters look wrong, save it as UTF-8"
    return _checked(text, name, encoding, note, shown)


def _wide(data: bytes) -> str:
    """Return the UTF-16 that has no mark: every other byte of a text in it is nil, or nearly."""
    half = len(data) // 2
    for encoding, nil, other in (
        ("utf-16-le", data[1::2], data[::2]),
        ("utf-16-be", data[::2], data[1::2]),
    ):
        if nil.count(0) > half * _NIL and not other.count(0) and len(data) % 2 == 0:
            return encoding
    return ""


def _binary(name: str, shown: str) -> InputError:
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if ending in ("pdf", "docx"):
        return InputError(
            f"{shown} is no {ending.upper()} file, though its name says so, and may be damaged; "
            "save it again, or copy the statement and save it as .txt"
        )
    return InputError(
        f"{shown} is a binary file; expected text; "
        "open it where it was made and save the statement as .txt"
    )


def _decoded(data: bytes, encoding: str, shown: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise InputError(
            f"{shown} begins like {encoding} but isn't; expected text; save it as UTF-8"
        ) from None


def _checked(text: str, name: str, encoding: str, note: str, shown: str) -> Source:
    if not text.strip("\ufeff\u200b\u200c\u200d\u2060 \t\r\n\f\v\x85\xa0"):
        raise InputError(f"{shown} is empty; expected a statement of at least one sentence")
    controls = sum(1 for letter in text if ord(letter) < 32 and letter not in "\t\n\r\f\v\x1b")
    if controls > len(text) / 50:
        raise _binary(name, shown)
    return Source(text, name, encoding, notes=(note,) if note else ())
