"""The words of a commitment with what denies it: `did not agree`, `were not on the table`."""

from __future__ import annotations

from collections.abc import Sequence

from compare.language.facts import Fact, Token
from compare.model import Side, Span
from compare.relation.context import LinkContext

_NEAR = 24  # code points of a denial before its commitment
_NONE = ("no", "none", "nobody", "neither", "nor")
_HELPERS = ("aux", "auxpass", "neg")
_MODAL = frozenset({"MD"})


def _within(tokens: Sequence[Token], span: Span) -> set[int]:
    return {i for i, token in enumerate(tokens) if span.start <= token.start < span.end}


def _denied_modal(tokens: Sequence[Token], fact: Fact) -> tuple[Token, Token] | None:
    """Return the verb and the "not" of a modal that is denied: "will not admit"."""
    for at in _within(tokens, fact.span):
        verb = tokens[tokens[at].head]
        if tokens[at].tag not in _MODAL or tokens[at].dep not in _HELPERS:
            continue
        for token in tokens:
            if token.dep == "neg" and tokens[token.head] is verb:
                return verb, token
    return None


def modal_denied(context: LinkContext, side: Side, fact: Fact) -> bool:
    """Say whether what is put with a modal is denied, so that it is no firm word for it."""
    return _denied_modal(context.tokens(side), fact) is not None


def with_denial(context: LinkContext, side: Side, fact: Fact) -> Span:
    """Return the words of a commitment, with what denies it."""
    tokens = context.tokens(side)
    modal = _denied_modal(tokens, fact)
    if modal is not None:
        start = min(fact.span.start, modal[1].start)
        end = max(modal[0].end, modal[1].end)
        return Span(start, end) if modal[0].start - fact.span.end <= _NEAR else fact.span
    if fact.value != "rejected":
        return fact.span
    own = _within(tokens, fact.span)
    above = _denied_above(tokens, own)
    before = [
        token.start
        for i, token in enumerate(tokens)
        if token.start < fact.span.start
        and (
            (token.head in own | above and token.dep in _HELPERS)
            or i in above
            or (token.lemma in _NONE and (token.head in own or tokens[token.head].head in own))
        )
    ]
    start = min(before, default=fact.span.start)
    return Span(start, fact.span.end) if fact.span.start - start <= _NEAR else fact.span


def _denied_above(tokens: Sequence[Token], own: set[int]) -> set[int]:
    """Return the verb above some words that is denied: the "were" of "were not on the table"."""
    above = {tokens[i].head for i in own if tokens[i].dep in ("prep", "acomp", "attr")} - own
    return {head for head in above if any(t.dep == "neg" and t.head == head for t in tokens)}
