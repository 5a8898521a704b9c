"""Wording: the phrases of a link that only one side has."""

from __future__ import annotations

import re

from compare.alignment.words import lone_phrases
from compare.language.facts import Fact, FactKind
from compare.model import Side, Span
from compare.relation.comparers.yearly import days_of_year
from compare.relation.context import Difference, LinkContext
from compare.relation.phrases import whole_phrase

# Phrases shown for each side of a link: the longest ones; more would mark the whole sentence.
MAX_PHRASES = 2
# Both parties at once, or either: "both sides", "the two ministers", "our delegation".
_PARTIES = re.compile(
    r"(?:(?:the|both|two|our|their|these)\s+){0,2}(?:sides?|part(?:y|ies)|ministers?|leaders?"
    r"|delegations?|governments?|presidents?|negotiators?|officials|counterparts?)",
    re.IGNORECASE,
)
# What ties a date to a year.
_YEAR = re.compile(r"\d{4}|\b(?:this|last|past|previous|next|coming|ago|years?)\b", re.IGNORECASE)
_THE = re.compile(r"the\s+", re.IGNORECASE)


def compare_wording(context: LinkContext) -> list[Difference]:
    """Return the longest phrases that the other side has no counterpart for, made whole."""
    words = context.words
    paired_a, paired_b = {i for i, _ in words.pairs}, {j for _, j in words.pairs}
    sides: tuple[tuple[Side, list[Span]], ...] = (
        ("a", lone_phrases(words.a, paired_a)),
        ("b", lone_phrases(words.b, paired_b)),
    )
    shown = [(side, span) for side, spans in sides for span in _whole(context, side, spans)]
    # Who speaks is no addition, where anything else is one.
    shown = [both for both in shown if not _names_who_speaks(context, *both)] or shown
    kept = [both for own in ("a", "b") for both in [x for x in shown if x[0] == own][:MAX_PHRASES]]
    return [
        Difference(
            "wording",
            span if side == "a" else None,
            span if side == "b" else None,
            f"Only {side.upper()} says {context.quote(side, span)}.",
            conflict=False,
        )
        for side, span in kept
    ]


def _names_who_speaks(context: LinkContext, side: Side, span: Span) -> bool:
    """Say whether a phrase is the name of its statement's speaker, or of the parties to a talk."""
    text = " ".join(context.statement(side).slice(span).split())
    if _PARTIES.fullmatch(text):
        return True
    name = _THE.sub("", text, count=1) if _THE.match(text) else text
    line = context.statement(side).speaker
    return bool(name[:1].isupper()) and re.search(rf"\b{re.escape(name)}\b", line) is not None


def _whole(context: LinkContext, side: Side, spans: list[Span]) -> list[Span]:
    """Return phrases made whole, without those that name what the other side names otherwise."""
    left = (span for span in spans if not _named_by_both(context, side, span))
    whole: list[Span] = []
    for span in (whole_phrase(context, side, one) for one in left):
        if not any(span.start < other.end and other.start < span.end for other in whole):
            whole.append(span)
    return whole


def _named_by_both(context: LinkContext, side: Side, span: Span) -> bool:
    """Say whether a phrase is a name or a figure that the other side has too: "US", "a dozen"."""
    other: Side = "b" if side == "a" else "a"
    kinds: tuple[FactKind, ...] = ("entity", "number", "date", "duration")
    told = context.of_kind(other, *kinds)
    return any(
        (fact.kind, fact.value) == (item.kind, item.value)
        or _one_day(fact, item, (_text(context, side, fact), _text(context, other, item)))
        for fact in context.of_kind(side, *kinds)
        if fact.span.start <= span.start and span.end <= fact.span.end
        for item in told
    )


def _one_day(one: Fact, other: Fact, texts: tuple[str, str]) -> bool:
    """Say whether two dates are the same days of a year that one leaves out: "14 March"."""
    days = days_of_year(one) if one.kind == other.kind == "date" else None
    return (
        days is not None
        and None not in days
        and days == days_of_year(other)
        and any(_YEAR.search(text) is None for text in texts)
    )


def _text(context: LinkContext, side: Side, fact: Fact) -> str:
    return context.statement(side).slice(fact.span)
