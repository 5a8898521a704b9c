"""Conditions of what is allowed: `may be closed only with ninety days' notice`."""

from __future__ import annotations

from collections.abc import Iterator

from compare.language.facts.parse import Parse
from compare.language.facts.wordlist import words

_ONLY = words("only solely")
_LINKS = words("with upon after following under")
_MAY = words("may can could shall must might")
_ALLOWED = words("allow permit entitle authorise authorize admit")


def only_with(parse: Parse) -> Iterator[tuple[int, int, int]]:
    """Yield where each such condition begins, its preposition ends, and the condition ends.

    What was done "only with difficulty" was not tied to anything, so the act must be one that may
    be done.
    """
    for at, token in enumerate(parse.tokens[:-1]):
        link = at + 1
        if parse.word(at) not in _ONLY or parse.word(link) not in _LINKS:
            continue
        noun = parse.child(link, ("pobj",))
        if noun is None or parse.tokens[noun].entity in ("DATE", "TIME"):
            continue
        verb = parse.verb_of(parse.tokens[link].head)
        if not _is_allowed(parse, verb):
            continue
        under = [i for i in parse.subtree(link) if i > link]
        end = parse.tokens[max(under)].end
        yield token.start, parse.tokens[link].end, end


def _is_allowed(parse: Parse, verb: int) -> bool:
    tokens = parse.tokens
    helped = any(parse.word(c) in _MAY for c in parse.children[verb] if tokens[c].dep == "aux")
    return helped or tokens[verb].lemma in _ALLOWED
