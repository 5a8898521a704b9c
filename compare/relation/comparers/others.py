"""Numbers of those besides others: the four of `Norland, Tarn and four other countries` are six.

Such a number is no total. It answers to one with those who are named added to it, where all of them
are; else only to another of its kind.
"""

from __future__ import annotations

from dataclasses import replace

from compare.language.facts import Fact
from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.context import LinkContext
from compare.relation.parsed import Parsed

_BESIDES = words("other others another further")
_MORE = words("more additional")  # so only beside names, or as a difference: "four more than"
_GROWS = words("increase raise expand enlarge grow rise")  # "increased by sixty" is sixty further
_CHAIN = 8  # names in a list, at most


def is_of_others(context: LinkContext, side: Side, fact: Fact) -> bool:
    """Say whether a number counts those besides others: `four other countries`, `two more than`."""
    parsed = Parsed(context, side)
    return _noun(parsed, fact) is not None


def with_named(context: LinkContext, side: Side) -> list[Fact]:
    """Return the numbers of a side, those besides names with the names added to them.

    They stay as they are where the other side has the same number, or one besides others too.
    """
    other: Side = "b" if side == "a" else "a"
    mine, theirs = context.of_kind(side, "number"), context.of_kind(other, "number")
    if not theirs or any(is_of_others(context, other, fact) for fact in theirs):
        return mine
    known = {fact.value for fact in theirs}
    parsed = Parsed(context, side)
    return [fact if fact.value in known else _summed(parsed, fact) for fact in mine]


def _noun(parsed: Parsed, fact: Fact) -> int | None:
    """Return the noun that a number of others counts; None where it counts no others."""
    inside = parsed.within(fact.span)
    if fact.unit or fact.kind != "number" or inside is None:
        return None
    at = inside[1]
    token = parsed.tokens[at]
    if token.pos != "NUM" and token.dep != "amod":  # "Sixty further …" is read as an adjective
        return None
    noun = token.head if token.dep in ("nummod", "amod") else at
    if parsed.tokens[noun].lemma in ("other", "others"):
        return noun
    link = parsed.tokens[parsed.tokens[noun].head]
    if link.lemma == "by" and parsed.tokens[link.head].lemma in _GROWS:
        return noun
    before, behind = inside[0] - 1, range(at + 1, noun + 2)
    near = {*(c for c in parsed.children[noun] if c == before or c in behind), at + 1}
    if parsed.word(inside[0]) == "another":  # "another dozen ships"
        return noun
    told = {parsed.word(i) for i in near if i < len(parsed.tokens)}
    beside = parsed.tokens[noun].dep == "conj"
    compared = any(parsed.word(i) == "than" for i in range(at, min(at + 5, len(parsed.tokens))))
    known = _BESIDES | _MORE if beside or compared else _BESIDES
    return noun if known & told else None


def _summed(parsed: Parsed, fact: Fact) -> Fact:
    """Return a number with those who are named before it added, on the words of them all."""
    noun = _noun(parsed, fact)
    if noun is None or fact.low is None or fact.low != fact.high:
        return fact
    first, named = noun, 0
    for _ in range(_CHAIN):
        token = parsed.tokens[first]
        if token.dep != "conj" or token.head >= first:
            break
        first = token.head
        if parsed.tokens[first].pos != "PROPN":
            return fact
        named += 1
    listed = [i for i in range(first, noun) if parsed.tokens[i].pos in ("NOUN", "PRON")]
    if not named or listed:
        return fact  # "Norland, its allies and four other countries"
    total = fact.low + named
    begin = parsed.under(first)[0]
    start, end = parsed.tokens[begin].start, parsed.tokens[noun].end
    span = Span(start, max(end, fact.span.end))
    return replace(fact, span=span, value=f"{total:g}", low=total, high=total)
