"""Characters that could act instead of being read, made visible the same way in every format."""

from __future__ import annotations

import re

# What breaks a line or a table cell and means no more than a space.
_SPACES = re.compile(r"[ \t\n\v\f\r\x85\u2028\u2029]+")

# C0 and C1 controls (escape sequences), bidirectional embeddings, overrides and isolates (they
# reorder what stands around them), lone surrogates and non-characters (no encoding holds them).
_ACTING = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)  # Unicode's control pictures: ESC is shown as ␛
    return "␡" if code == 0x7F else f"[U+{code:04X}]"


def one_line(text: str) -> str:
    """Return the text on one line, with every acting character as a sign that only shows.

    Runs of blanks and line breaks become one space; everything else stays as it was.
    """
    return _ACTING.sub(_picture, _SPACES.sub(" ", text))
