"""Single words in capitals, "a TOTAL win": told from acronyms, which are names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from compare.language.facts.countries import NAMES
from compare.language.facts.wordlist import words
from compare.language.pipeline import load_pipeline

_LOUD = re.compile(r"(?<![\w.-])[A-Z]{3,}(?![\w-]|\.\w)")
# Acronyms and names of things that are words too.
_NAMES = words("aids care start salt swift seal seals quad act aim lend grad mint may march august")
_FUNCTION = words(
    "all and any anybody anyone anything both but can ever every everybody everyone everything for "
    "from has have her herself himself his into its itself more most myself never no nobody none "
    "not nothing now only our ourselves out over she some somebody someone something such than "
    "that the their them themselves then there these they this those too until very was were what "
    "whatever when where which who whoever why will with would you your yourself yourselves"
)


def calmed(text: str) -> str:
    """Return a text with its emphasised words in small letters; every length stays the same.

    A word in capitals is taken for an emphasised one if it is a function word, a verb, an adjective
    or an adverb of spaCy's word list (WordNet's), or a form of a noun ("TRAINS"). A noun as it
    stands there could be an acronym as well ("PEACE", "NATO"), and keeps its capitals.
    """
    return _LOUD.sub(lambda match: _put(match, text), text)


def _put(match: re.Match[str], text: str) -> str:
    word = match.group()
    if word not in NAMES and word.capitalize() in NAMES:  # "AMERICA"
        return word.capitalize()
    if not _is_word(word.lower()):
        return word
    first = re.search(r"(?:^|[.!?]\s+)\W*$", text[: match.start()]) is not None
    return word.capitalize() if first else word.lower()


@lru_cache(maxsize=4096)
def _is_word(word: str) -> bool:
    if word in _FUNCTION:
        return True
    if word in _NAMES or word.upper() in NAMES:
        return False
    lemmatizer: Any = load_pipeline().get_pipe("lemmatizer")  # spaCy types it as any callable
    index, rules, exceptions = (
        lemmatizer.lookups.get_table(f"lemma_{name}") for name in ("index", "rules", "exc")
    )
    for kind in ("verb", "adj", "adv"):
        stems = [word, *exceptions.get(kind, {}).get(word, ())]
        stems += [
            word[: len(word) - len(old)] + new
            for old, new in rules.get(kind, ())
            if word.endswith(old)
        ]
        if any(stem in index[kind] for stem in stems):
            return True
    if word in index["noun"]:
        return False
    return any(
        word[: len(word) - len(old)] + new in index["noun"]
        for old, new in rules.get("noun", ())
        if word.endswith(old)
    )
