"""What the readers of entities share: where names were found, and what they are said of."""

from __future__ import annotations

import re

from compare.language.facts.countries import NAMES, Name
from compare.language.facts.parse import Parse, unique
from compare.language.facts.records import Fact
from compare.language.facts.titles import COMMON
from compare.language.facts.when import MONTHS, WEEKDAYS
from compare.language.facts.wordlist import words
from compare.model import Span

_WRITTEN = "|".join(
    re.escape(name).replace("'", "['’]") for name in sorted(NAMES, key=len, reverse=True)
)
COUNTRY = re.compile(rf"(?<![\w.])(?P<name>{_WRITTEN})(?![\w]|\.\w)")
NOT_NAMES = (
    frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | COMMON
    | words("easter christmas ramadan today yesterday tomorrow")
)


def listed_name(written: str) -> Name | None:
    """Return what a country or body written this way stands for, if it is listed."""
    return NAMES.get(written) or NAMES.get(written.replace("’", "'"))


class Mentions:
    """The entities found so far, and where; none overlap."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self.taken: list[tuple[int, int]] = []

    def free(self, start: int, end: int) -> bool:
        return all(end <= low or start >= high for low, high in self.taken)

    def add(self, start: int, end: int, value: str, about: tuple[str, ...]) -> None:
        if end > start and self.free(start, end):
            self.facts.append(Fact("entity", Span(start, end), value, about))
            self.taken.append((start, end))


def mention_about(parse: Parse, start: int, end: int) -> tuple[str, ...]:
    """Return the noun that the name modifies and the verb that governs it."""
    index = parse.at(max(start, end - 1))
    if parse.word(index) in ("'s", "’s"):
        index = max(0, index - 1)
    top = index
    while (
        parse.tokens[top].head != top and start <= parse.tokens[parse.tokens[top].head].start < end
    ):
        top = parse.tokens[top].head
    head = parse.tokens[top].head
    lemmas = []
    if head != top and parse.tokens[head].pos == "ADP":
        head = parse.tokens[head].head
    if head != top and parse.tokens[head].pos in ("NOUN", "PROPN"):
        lemmas.append(parse.tokens[head].lemma)
    verb = parse.verb_of(head)
    if parse.tokens[verb].pos == "VERB":
        lemmas.append(parse.tokens[verb].lemma)
    return unique(lemmas)
