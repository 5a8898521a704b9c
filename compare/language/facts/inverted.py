"""Conditions without "if": `should the truce fail`, `were it to fail`, `had they been warned`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.language.facts.parse import Parse
from compare.language.facts.wordlist import words

_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_REACH = 12  # words from the first one to its verb
# At the beginning of a clause the parser may take the verb for a noun: "should the truce collapse".
_OPENING = re.compile(
    r"(?:^\W*|[,;—–]\s+|\bthat,?\s+|\band,?\s+)(?P<cue>should)\s+(?!be\b|not\b|have\b|also\b)\w"
    r"|(?:^\W*|[,;—–]\s+)(?P<were>were)\s+[^,;.]{1,60}\sto\b",
    re.IGNORECASE,
)
_NOMINAL = frozenset({"DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM"})
_STOP = re.compile(r"[,;:.!?)]|$")
# After these the verb goes before its subject for another reason: "nor should they", "so had he".
_TURNS = words(
    "nor neither so only never not seldom rarely hardly scarcely barely little no than as"
)
_WOULD = words("would could might should 'd ’d")


def inverted(parse: Parse) -> Iterator[tuple[int, int, int]]:
    """Yield where each such clause begins, its verb's word ends, and the clause ends."""
    if parse.text.rstrip().endswith("?"):
        return
    opening = {match.start(str(match.lastgroup)) for match in _OPENING.finditer(parse.text)}
    for at, token in enumerate(parse.tokens[:-1]):
        if parse.word(at) not in ("should", "were", "had") or _turned(parse, at):
            continue
        verb = _verb(parse, at)
        if verb is not None and _is_tie(parse, at, verb):
            yield token.start, token.end, parse.tokens[_last(parse, verb, at)].end
        elif token.start in opening and parse.tokens[at + 1].pos in _NOMINAL:
            stop = _STOP.search(parse.text, token.end)
            yield token.start, token.end, stop.start() if stop else len(parse.text)


def _verb(parse: Parse, at: int) -> int | None:
    """Return the verb whose subject stands right behind a word; "they should" has it before."""
    for verb in range(at, min(at + _REACH, len(parse.tokens))):
        subject = parse.child(verb, _SUBJECTS)
        if subject is not None and min(parse.subtree(subject)) == at + 1:
            return verb
    return None


def _turned(parse: Parse, at: int) -> bool:
    """Say whether the words just before turn the order: "only then had", "why should"."""
    for before in range(at - 1, max(-1, at - 5), -1):
        if parse.tokens[before].pos in ("PUNCT", "VERB", "NOUN", "PROPN"):
            return False
        if parse.word(before) in _TURNS or parse.tokens[before].tag.startswith("W"):
            return True
    return False


def _is_tie(parse: Parse, at: int, verb: int) -> bool:
    """Say whether the form is that of a condition: "should it fail", "were it to", "had it been".

    A word for what would be must stand in the rest of the sentence, but for "should".
    """
    word, tag = parse.word(at), parse.tokens[verb].tag
    if word == "should":
        return verb > at and tag in ("VB", "VBP")
    if word == "were":
        act = parse.child(verb, ("xcomp",))
        to = act is not None and act > at and parse.tokens[act].tag == "VB"
        fits = to or parse.text[parse.tokens[at].end :].lower().startswith((" it not", " it to"))
    else:
        fits = verb > at and tag == "VBN"
    under = set(parse.subtree(verb))
    if parse.tokens[verb].head == verb:
        return False
    return fits and any(
        parse.word(i) in _WOULD for i in range(len(parse.tokens)) if i not in under and i != at
    )


def _last(parse: Parse, verb: int, at: int) -> int:
    """Return the last word of the clause: before the next mark behind its verb that ends it."""
    under = [i for i in parse.subtree(verb) if i >= at]
    last = at
    for i in under:
        ends = parse.word(i) in (",", ";", ":", "–", "—", ".", "!", ")")
        if i > last + 1 or (ends and i > verb):
            break
        last = i
    return last
