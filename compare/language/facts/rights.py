"""What ends on a day, and what it gave a right to: `the lease on the base expires in 2031`."""

from __future__ import annotations

from compare.language.facts.parse import Parse
from compare.language.facts.wordlist import words

ENDINGS = words("expire end lapse terminate finish cease")
RIGHTS = words("lease contract licence license permit mandate concession treaty agreement term")
_LINKS = words("on of for over")


def held_by(parse: Parse, noun: int, verb: int) -> list[str]:
    """Return the lemmas of what a right that ends is to: the base of `the lease on the base`."""
    if parse.tokens[verb].lemma not in ENDINGS or parse.tokens[noun].lemma not in RIGHTS:
        return []
    lemmas: list[str] = []
    for link in parse.children[noun]:
        thing = parse.child(link, ("pobj",)) if parse.word(link) in _LINKS else None
        if thing is not None:
            lemmas += parse.noun_lemmas(thing)
    return lemmas
