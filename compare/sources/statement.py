"""A Statement out of a text: sentences, language and hash."""

from __future__ import annotations

import hashlib
import re

from compare.errors import InputError
from compare.language.detect import detect_language
from compare.language.sentences import split_sentences
from compare.model import Statement

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def _joined(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def make_statement(
    text: str,
    *,
    speaker: str = "",
    date: str = "",
    title: str = "",
    source: str = "",
    language: str = "",
) -> Statement:
    """Return the statement with its sentences; the text is kept exactly as it is.

    Only two surrogates side by side, which no file holds, become the character they stand for: JSON
    can't tell the two.

    :param date: ISO 8601, or empty
    :param language: ISO 639-1; guessed when empty
    :raises InputError: the text has no sentence
    """
    text = _PAIR.sub(_joined, text)
    spans = split_sentences(text)
    if not spans or not any(letter.isprintable() and not letter.isspace() for letter in text):
        name = source or "the statement"
        raise InputError(f"{name} is empty; expected a statement of at least one sentence")
    return Statement(
        text=text,
        sentences=spans,
        title=title,
        speaker=speaker,
        date=date,
        language=language or detect_language(text),
        source=source,
        # A lone surrogate, which JSON input can hold, has no UTF-8 form of its own.
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )
