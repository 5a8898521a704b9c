"""Writing a report whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from compare.errors import OutputError


def write_file(content: str | bytes, path: Path) -> None:
    """Write a file by way of a temporary one beside it, so that it is whole or not there.

    :param content: text is written as UTF-8

    :raises OutputError: it can't be written; an older file of that name is left as it was
    """
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    temporary = ""
    try:
        if path.is_dir():
            raise OutputError(
                f"{path} is a directory; expected a file name, such as {path / 'report.html'}"
            )
        # A device or pipe (/dev/stdout) can't be replaced, only written to.
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        mode = path.stat().st_mode if path.exists() else 0o666 & ~_umask()
        Path(temporary).chmod(mode & 0o777)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise OutputError(
            f"{path} can't be written: {error.strerror or error}; "
            "expected a place with room that you may write to; choose another with -o"
        ) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def write_stdout(content: str | bytes) -> None:
    """Write to standard output, text as UTF-8; a reader that went away is no error.

    :raises OutputError: it can't be written, such as a full disk behind a redirection
    """
    try:
        data = content.encode("utf-8", "replace") if isinstance(content, str) else content
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Keeps the interpreter from trying again, and complaining, at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise OutputError(
            f"standard output can't be written: {error.strerror or error}; "
            "expected room and a reader; use -o with another place"
        ) from None
