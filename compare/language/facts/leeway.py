"""How far an act may go: `where the law allows it`, `as far as possible`."""

from __future__ import annotations

import re

from compare.language.facts.parse import Parse
from compare.language.facts.wordlist import words

LEEWAY = r"where(?:ver)?|(?:as|so|in so) far as|insofar as|to the extent(?: that)?"
_POSSIBLE = words("possible appropriate necessary feasible practicable applicable needed required")
_ALLOWS = words("allow permit")
# What goes on behind the word: "where it is necessary to speak Dutch", "as far as possible from".
_GOES_ON = words("to for from that")
_IT_IS = ("", "it is", "this is", "is")
_STOP = re.compile(r"[,;:.!?)]|$")


def gives_leeway(parse: Parse, match: re.Match[str]) -> bool:
    """Say whether a clause tells how far an act may go.

    "Where rain allows two harvests" tells of a place, "as far as we know" of nothing.

    :param match: the cue, one of `LEEWAY`
    """
    last = parse.at(match.end() - 1)
    stop = _STOP.search(parse.text, match.end())
    end = stop.start() if stop is not None else len(parse.text)
    for index in range(last + 1, len(parse.tokens)):
        token = parse.tokens[index]
        if token.start >= end or token.pos == "CCONJ":
            break
        if parse.word(index) in _POSSIBLE:
            before = parse.text[match.end() : token.start].lower().strip()
            ends = index + 1 == len(parse.tokens) or parse.word(index + 1) not in _GOES_ON
            return ends and before in _IT_IS
        if token.pos != "VERB":
            continue
        if token.lemma not in _ALLOWS or token.dep not in ("advcl", "relcl"):
            return False
        thing = parse.child(index, ("dobj",))
        return thing is None or parse.tokens[thing].pos == "PRON"
    return False
