"""What is left out of a whole: `all but two`, `everyone except Malta`, `apart from the capital`."""

from __future__ import annotations

import re

from compare.language.facts.parse import Parse, unique
from compare.language.facts.records import Fact
from compare.language.facts.wordlist import words
from compare.model import Span

_EXCEPT = re.compile(
    r"\b(?P<sure>except(?:ing)?(?: for)?(?! that\b)|with the exceptions? of)\b"
    r"|\b(?P<of_whole>(?:apart|aside) from|save for|save(?= (?:the one|those)\b)|(?<=, )save)\b"
    r"|\b(?:everyone|everybody|nobody|none|no one|everything) (?P<but>but)\b"
    r"|\b(?P<all_but>all but)\b",
    re.IGNORECASE,
)
_WHOLES = words(
    "all every each everyone everybody everything no none nobody nothing any entire whole"
)
_NOUNS = frozenset({"NOUN", "PROPN"})
# "all but two", "all but the oldest"; "all but empty" is nearly.
_LEFT_OUT = frozenset({"NUM", "DET", "PRON", "NOUN", "PROPN"})
_REACH = 8  # tokens between a whole and what is left out of it


def read_exceptions(parse: Parse) -> tuple[list[Fact], frozenset[int]]:
    """Return the exceptions of a sentence, and the tokens of the wholes that they are made of.

    `about` is what is left out, or the whole where only its number is told.
    """
    facts: list[Fact] = []
    wholes: set[int] = set()
    for match in _EXCEPT.finditer(parse.text):
        name = str(match.lastgroup)
        first, after = parse.at(match.start(name)), parse.at(match.end() - 1) + 1
        whole = _whole(parse, first)
        if after >= len(parse.tokens) or parse.tokens[first].tag == "TO":
            continue
        if name == "of_whole" and whole is None and not (first == 0 and _any_whole(parse)):
            continue
        if name in ("but", "all_but") and parse.tokens[after].pos not in _LEFT_OUT:
            continue
        wholes |= set() if whole is None else {whole}
        span = Span(match.start(name), match.end(name))
        facts.append(Fact("scope", span, "except", unique(_next_noun(parse, after))))
    return facts, frozenset(wholes)


def _whole(parse: Parse, index: int) -> int | None:
    """Return the last `all` or `everyone` shortly before a token."""
    near = range(index - 1, max(-1, index - 1 - _REACH), -1)
    return next((i for i in near if parse.word(i) in _WHOLES), None)


def _any_whole(parse: Parse) -> bool:
    return any(parse.word(i) in _WHOLES for i in range(len(parse.tokens)))


def _next_noun(parse: Parse, index: int) -> list[str]:
    for i in range(index, min(index + _REACH, len(parse.tokens))):
        token = parse.tokens[i]
        if token.pos in _NOUNS and token.dep not in ("compound", "nmod"):
            return parse.noun_lemmas(i)
    return []
