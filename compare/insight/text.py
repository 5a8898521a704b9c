"""Words of a statement, as insight counts them."""

from __future__ import annotations

import re

from compare.model import Statement

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+(?:[.,]\d+)*")


def sentence_words(statement: Statement) -> list[list[str]]:
    """Return the words of each sentence, as they are written; numbers count as words."""
    return [_WORD.findall(statement.sentence(index)) for index in range(len(statement.sentences))]
