"""Reading HTML, PDF and Word in a process of its own, with a limit on its time and memory.

The libraries for these formats were not written for hostile files: some loop, some recurse until
the interpreter dies, some unpack a gigabyte. A process that can be ended is the one sound bound.
`python -m compare.sources.child` reads a line of JSON (kind, name, address) and then the file from
standard input, and writes an Extract as JSON; it runs nothing out of the file and opens no other.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from compare.errors import InputError
from compare.sources.limits import PARSE_MEMORY, PARSE_SECONDS, PARSE_WAIT
from compare.sources.records import Dropped, Extract

_OUT_OF_TIME = 24  # SIGXCPU, by which the system ends a process that used up its time


def extract_apart(kind: str, data: bytes, shown: str, url: str = "") -> Extract:
    """Return what a file holds, read in a process of its own.

    :param kind: html, pdf or docx
    :param data: the file; HTML in UTF-8
    :param shown: what the caller typed, for the error
    :raises InputError: it is broken, has no text, or takes too long or too much memory
    """
    # -P: a file in the working folder that is named like a library is not imported.
    command = [sys.executable, "-P", "-m", "compare.sources.child"]
    head = json.dumps([kind, shown, url]).encode()
    root = str(Path(__file__).parents[2])
    paths = [root, *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    paths = [path for path in paths if Path(path).is_absolute()]  # a relative one is the folder too
    try:
        done = subprocess.run(
            command,
            input=head + b"\n" + data,
            capture_output=True,
            timeout=PARSE_WAIT,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )
    except subprocess.TimeoutExpired:
        raise _too_slow(shown, PARSE_WAIT) from None
    if done.returncode == -_OUT_OF_TIME:
        raise _too_slow(shown, PARSE_SECONDS)
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise InputError(
            f"{shown} can't be read: it needs over {PARSE_MEMORY // 1_000_000} MB of memory or is "
            "broken; expected one statement; copy it out and save it as .txt"
        ) from None
    if "error" in answer:
        raise InputError(answer["error"])
    answer["dropped"] = tuple(Dropped(**item) for item in answer["dropped"])
    answer["basis"] = tuple((field, where) for field, where in answer["basis"])
    answer["notes"], answer["rows"] = tuple(answer["notes"]), tuple(answer["rows"])
    return Extract(**answer)


def _too_slow(shown: str, seconds: float) -> InputError:
    return InputError(
        f"{shown} took over {seconds:.0f} s to read; expected one statement; "
        "copy the statement out of it and save it as .txt"
    )


def _limit() -> None:
    """Bound this process's memory and processor time, where the system can."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time limit of the parent still holds
        return
    for what, most in (
        (resource.RLIMIT_AS, PARSE_MEMORY),
        (resource.RLIMIT_CPU, int(PARSE_SECONDS)),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            hard = resource.getrlimit(what)[1]
            resource.setrlimit(what, (most, hard))
        except (OSError, ValueError):
            continue


def _read(kind: str, data: bytes, shown: str, url: str) -> Extract:
    if kind == "html":
        from compare.sources.html import read_html

        return read_html(data.decode("utf-8", "replace"), shown, url)
    if kind == "pdf":
        from compare.sources.pdf import read_pdf

        return read_pdf(data, shown)
    from compare.sources.docx import read_docx

    return read_docx(data, shown)


def main() -> None:
    """Read a file from standard input and write its Extract, or the error, as JSON."""
    _limit()
    kind, shown, url = json.loads(sys.stdin.buffer.readline())
    try:
        answer = asdict(_read(kind, sys.stdin.buffer.read(), shown, url))
    except InputError as error:
        answer = {"error": str(error)}
    except (MemoryError, RecursionError):
        answer = {
            "error": f"{shown} is nested too deep or too large to read; expected one statement; "
            "copy it out and save it as .txt"
        }
    except Exception as error:  # the libraries raise anything on a broken file
        answer = {
            "error": f"{shown} can't be read as {kind} ({type(error).__name__}); expected a whole "
            "file; open it where it was made, copy the statement and save it as .txt"
        }
    sys.stdout.buffer.write(json.dumps(answer).encode())


if __name__ == "__main__":
    main()
