"""Reading the files of public sets."""

from __future__ import annotations

from pathlib import Path

from compare.errors import FormatError


def read_utf8(path: Path) -> str:
    """Return a file's text; a byte order mark is dropped and line ends are made "\\n".

    :raises FormatError: it can't be read or is not UTF-8
    """
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise FormatError(f"{path} can't be read as text ({error}); expected UTF-8") from None
