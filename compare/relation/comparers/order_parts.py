"""The words of an act that is put before or after another."""

from __future__ import annotations

from dataclasses import dataclass

from compare.language.facts.wordlist import words
from compare.relation.parsed import VERBS, Parsed

_OF_ACT = frozenset(
    ("nsubj", "nsubjpass", "dobj", "agent", "aux", "auxpass", "prt", "acomp", "attr", "dative")
)
_OF_NOUN = frozenset(("compound", "amod", "det", "poss"))
_CONTENT = frozenset(("NOUN", "PROPN", "VERB"))
# "The vote comes before the debate" is of the vote, and so is "is held".
_LIGHT = words("come take be happen occur go have do hold make get start begin place see complete")


@dataclass(frozen=True, slots=True)
class Part:
    """One of two acts: the lemmas that tell it, and its first and last word."""

    lemmas: tuple[str, ...]
    first: int
    last: int


def part_of(parsed: Parsed, at: int, other: int) -> Part:
    """Return the words of an act by its verb or noun, without those of another that hangs on it."""
    deps = _OF_ACT if parsed.tokens[at].pos in VERBS else _OF_NOUN
    own = [at, *(c for c in parsed.children[at] if parsed.tokens[c].dep in deps and c != other)]
    for c in list(own):
        if parsed.tokens[c].dep == "agent":
            own += [g for g in parsed.children[c] if parsed.tokens[g].dep == "pobj"]
        elif c != at and parsed.tokens[c].pos not in VERBS:
            own += [g for g in parsed.children[c] if parsed.tokens[g].dep in _OF_NOUN]
    told = [parsed.tokens[i].lemma for i in own if parsed.tokens[i].pos in _CONTENT]
    lemmas = [lemma for lemma in told if lemma not in _LIGHT]
    return Part(tuple(dict.fromkeys(lemmas)), min(own), max(own))
