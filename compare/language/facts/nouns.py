"""Nouns that commit to an act, told from their other senses: an order to leave or for jets."""

from __future__ import annotations

from compare.language.facts.parse import Parse
from compare.language.facts.rungs import names_act
from compare.language.facts.wordlist import words

# Nouns that say by "of" who or what they belong to, not what is to be done: "the order of
# speakers", "the demand of the union"; what is refused or promised stands behind "of".
_NOT_OF = words("order instruction demand request appeal plan proposal intention obligation")
# What is bought is meant as well: "an order for 40 jets", "the demand for steel".
_OF_TRADE = words("order demand")


def commits(parse: Parse, noun: int) -> bool:
    """Say whether what stands behind a noun is what it commits to: `a demand for talks`.

    The order of the speakers and the demand for steel are none.
    """
    lemma = parse.tokens[noun].lemma
    for link in parse.subtree(noun):
        if parse.word(link) not in ("to", "for", "that", "of"):
            continue
        thing = parse.child(link, ("pobj",))
        if thing is not None and parse.tokens[thing].tag == "VBG":
            return True  # "no intention of withdrawing"
        if thing is None or parse.tokens[link].head != noun:
            # "A demand to leave", but not "demand for gas to heat homes".
            if lemma not in _OF_TRADE or parse.tokens[parse.tokens[link].head].head == noun:
                return True
        elif parse.word(link) == "of":
            if lemma not in _NOT_OF:
                return True
        elif lemma not in _OF_TRADE or _is_wanted(parse, noun, thing):
            return True
    return False


def _is_wanted(parse: Parse, noun: int, thing: int) -> bool:
    """Say whether a thing is an act, or one of its kind is demanded: `demands for an apology`."""
    if names_act(parse, thing):
        return True
    asked = parse.tokens[noun].tag == "NNS" or any(
        parse.tokens[c].dep == "poss" or parse.word(c) in ("a", "an", "this")
        for c in parse.children[noun]
    )
    article = any(parse.tokens[c].dep in ("det", "poss") for c in parse.children[thing])
    return parse.tokens[noun].lemma == "demand" and (asked or article)
