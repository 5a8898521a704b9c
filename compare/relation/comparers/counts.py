"""What numbers are of: the dead are not the wounded, and a height is no distance."""

from __future__ import annotations

import re

from compare.language.facts import Fact
from compare.language.facts.casualties import FATES, fate_of
from compare.model import Side, Span
from compare.relation.context import LinkContext

# The nouns of what is measured, by dimension.
_DIMENSIONS = {
    "height": "height",
    "altitude": "height",
    "elevation": "height",
    "depth": "depth",
    "distance": "distance",
    "range": "distance",
    "length": "length",
    "width": "width",
    "breadth": "width",
    "thickness": "thickness",
    "speed": "speed",
    "velocity": "speed",
    "weight": "weight",
    "area": "area",
    "diameter": "diameter",
}
_ADJECTIVES = {
    "long": "length",
    "high": "height",
    "tall": "height",
    "deep": "depth",
    "wide": "width",
    "thick": "thickness",
}
_MEASURED = re.compile(rf"[\s-]+(?P<word>{'|'.join(_ADJECTIVES)})\b", re.IGNORECASE)
_AWAY = re.compile(r"\s+(?:from|off|away|apart)\b(?!\s+[0-9])", re.IGNORECASE)
_WITHIN = re.compile(r"within\b", re.IGNORECASE)
_LENGTH_UNIT = "m"
_LINKS = ("from", "off", "of")
_NEAR = 6  # code points from a distance to where it is measured from


def apart(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether a number of A and one of B are of two things by their kind.

    These are people whom different things befell, and measures of two dimensions.
    """
    dimensions = _dimension(context, "a", one)[0], _dimension(context, "b", other)[0]
    return fates_differ(one, other) or (all(dimensions) and dimensions[0] != dimensions[1])


def fates_differ(one: Fact, other: Fact) -> bool:
    """Say whether different things befell those whom two numbers count."""
    fates = _fate(one), _fate(other)
    return all(fates) and fates[0] != fates[1]


def of_one_fate(one: Fact, other: Fact) -> str:
    """Return the lemma of what befell those whom both numbers count, or ""."""
    fate = _fate(one)
    if not fate or fate != _fate(other):
        return ""
    return next(lemma for lemma in one.about if lemma in FATES[fate])


def shared_dimension(context: LinkContext, one: Fact, other: Fact) -> tuple[str, bool]:
    """Return the dimension of both measures, or "", and whether that makes them one thing.

    It does where a side names it, or where both are distances from one place.
    """
    (mine, told), (theirs, named) = _dimension(context, "a", one), _dimension(context, "b", other)
    if not mine or mine != theirs:
        return "", False
    places = _place(context, "a", one), _place(context, "b", other)
    return mine, told or named or bool(context.shared_about(*places))


def act_of(context: LinkContext, side: Side, span: Span) -> list[str]:
    """Return the lemma of the verb that a span belongs to."""
    tokens = context.tokens(side)
    at = next((i for i, token in enumerate(tokens) if token.end >= span.end), None)
    if at is None:
        return []
    for _ in tokens:
        if tokens[at].pos in ("VERB", "AUX") or tokens[at].head == at:
            break
        at = tokens[at].head
    return [tokens[at].lemma]


def _fate(fact: Fact) -> str:
    return fate_of(fact.about) if fact.kind == "number" else ""


def _place(context: LinkContext, side: Side, fact: Fact) -> list[str]:
    """Return the lemma of what a distance is measured from: `14 miles off the coast`."""
    tokens = context.tokens(side)
    links = [
        at
        for at, token in enumerate(tokens)
        if 0 <= token.start - fact.span.end <= _NEAR and token.lemma in _LINKS
    ]
    return [t.lemma for t in tokens if t.dep == "pobj" and any(t.head == at for at in links)]


def _dimension(context: LinkContext, side: Side, fact: Fact) -> tuple[str, bool]:
    """Return the dimension of a measure, and whether its own word says so."""
    if not fact.unit or fact.kind != "number" or fact.unit == "%":
        return "", False
    named = {_DIMENSIONS[lemma] for lemma in fact.about if lemma in _DIMENSIONS}
    if named:
        return (named.pop(), True) if len(named) == 1 else ("", False)
    text = context.statement(side).text
    told = _MEASURED.match(text, fact.span.end)
    if told is not None:
        return _ADJECTIVES[told["word"].lower()], True
    away = _AWAY.match(text, fact.span.end) or _WITHIN.match(text, fact.span.start)
    return ("distance", False) if away and fact.unit == _LENGTH_UNIT else ("", False)
