"""Conditions: a claim tied to something on one side only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.language.facts import Fact
from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.context import Difference, LinkContext

SIDES: tuple[Side, Side] = ("a", "b")
_WITH = ("after", "with", "upon", "following")
_NONE = words("no not never nobody none neither nor hardly unless until")
_TIMES = words("time date day week month year hour minute")

# An act that comes about whatever else does; "regardless of age" is of no event.
_WHATEVER = re.compile(
    r"\b(?:(?:irrespective|regardless) of|no matter (?:if|whether)"
    r"|(?:not|n't|n’t|never|no longer) (?:be |been |being )?(?:tied|conditional|conditioned"
    r"|contingent|dependent|subject) (?:to|on|upon)|not (?:depend|hinge) (?:up)?on)\b"
    r"(?!\s+(?:the |their |his |her |its |any )?(?:nationality|citizenship|age|gender|sex|race"
    r"|religion|faith|origin|ethnicity|size|status|income|party|creed|law|jurisdiction|tax)\b)"
    r"(?:\s+[\w'’-]+){1,6}",
    re.IGNORECASE,
)
# So does one that nothing may bring about, or that nothing may stop; it is the act that tells what.
_NO_MATTER = re.compile(
    r"\b(?:under (?:any|no) (?:pretext|pretence|pretense|circumstances?|conditions?)"
    r"|in no (?:case|event|circumstances?)|on no account|whatever (?:happens|the (?:circumstances?"
    r"|outcome|consequences))|come what may)\b",
    re.IGNORECASE,
)


def _no_matter(context: LinkContext, side: Side, tied: Fact) -> Span | None:
    """Return where a side says that the act which the other ties to something hangs on nothing.

    :param tied: the condition of the other side
    """
    tokens = context.tokens(side)
    other: Side = "b" if side == "a" else "a"
    if not tokens:
        return None
    found = _NO_MATTER.search(context.statement(side).text, tokens[0].start, tokens[-1].end)
    if found is None:
        return None
    free = Span(*found.span())
    told = [
        token.lemma
        for token in context.tokens(other)
        if token.pos == "VERB" and not tied.span.start <= token.start < tied.span.end
    ]
    acts = _acts_over(context, side, free), told
    return free if context.shared_about(*(acts if side == "a" else acts[::-1])) else None


def _acts_over(context: LinkContext, side: Side, clause: Span) -> list[str]:
    """Return the lemma of the verb that a clause or phrase hangs on, however it is hung there."""
    tokens = context.tokens(side)
    own = [at for at, t in enumerate(tokens) if clause.start <= t.start and t.end <= clause.end]
    inside, heads = set(own), [tokens[at].head for at in own]
    over = next((head for head in heads if head not in inside), None)
    for _ in tokens:
        if over is None or tokens[over].pos in ("VERB", "AUX") or tokens[over].head == over:
            break
        over = tokens[over].head
    return [] if over is None else [tokens[over].lemma]


def _freely(context: LinkContext, side: Side) -> Span | None:
    """Return where a side says that an act hangs on nothing: "irrespective of progress"."""
    tokens = context.tokens(side)
    if not tokens:
        return None
    found = _WHATEVER.search(context.statement(side).text, tokens[0].start, tokens[-1].end)
    return Span(*found.span()) if found else None


def _untied(context: LinkContext, side: Side, fact: Fact) -> Difference | None:
    """Return a condition of one side whose act the other does not tie to such a thing."""
    other: Side = "b" if side == "a" else "a"
    if fact.value == "without_preconditions":
        return None
    free = _freely(context, other) or _no_matter(context, other, fact)
    if free is None:
        return None
    tie = context.statement(side).slice(fact.span).split()[0].lower()
    if tie in context.statement(other).slice(free).lower().split():
        return None  # "contingent on a vote", "not contingent on a vote"
    a, b = (fact.span, free) if side == "a" else (free, fact.span)
    note = (
        f"One side makes a condition, the other says that it hangs on none: A says "
        f"{context.quote('a', a)}, B says {context.quote('b', b)}."
    )
    return Difference("condition", a, b, note, conflict=True, weight=0.6)


def _with_and_without(context: LinkContext) -> list[Difference]:
    """Return that one act goes with a thing on one side, and without it on the other.

    "May be raised after consultations", "may be raised without consultation". A sentence that
    denies anything else may say the same after all, so nothing is told of it.
    """
    tied = {side: list(_tied(context, side)) for side in SIDES}
    for one, with_a in tied["a"]:
        for other, with_b in tied["b"]:
            if with_a == with_b or not _same_noun(context, one, other):
                continue
            a, b = _span_to(context, "a", one), _span_to(context, "b", other)
            if not context.shared_about(_acts_over(context, "a", a), _acts_over(context, "b", b)):
                continue
            note = (
                f"One side does it with what the other does without: A says "
                f"{context.quote('a', a)}, B says {context.quote('b', b)}."
            )
            return [Difference("condition", a, b, note, conflict=True, weight=0.8)]
    return []


def _tied(context: LinkContext, side: Side) -> Iterator[tuple[int, bool]]:
    """Yield the nouns behind "after" and "without", and whether the act goes with them."""
    tokens = context.tokens(side)
    if any(token.dep == "neg" or token.lemma in _NONE for token in tokens):
        return
    for at, token in enumerate(tokens):
        if token.dep == "pobj" and tokens[token.head].lemma in (*_WITH, "without"):
            yield at, tokens[token.head].lemma != "without"


def _same_noun(context: LinkContext, one: int, other: int) -> bool:
    nouns = context.tokens_a[one].lemma, context.tokens_b[other].lemma
    return nouns[0] == nouns[1] and nouns[0] not in _TIMES


def _span_to(context: LinkContext, side: Side, noun: int) -> Span:
    """Return a preposition with its noun."""
    tokens = context.tokens(side)
    return Span(tokens[tokens[noun].head].start, tokens[noun].end)


def _is_free(facts: list[Fact]) -> bool:
    """Say whether all that is said of conditions is that there are none."""
    return all(fact.value == "without_preconditions" for fact in facts)


def compare_conditions(context: LinkContext) -> list[Difference]:
    """Return conditions that one side makes and the other doesn't have."""
    left, right = context.of_kind("a", "condition"), context.of_kind("b", "condition")
    found = _with_and_without(context)
    if found:
        return found
    if left and right and _is_free(left) != _is_free(right):
        found.append(
            Difference(
                "condition",
                left[0].span,
                right[0].span,
                f"One side makes a condition, the other says that there is none: A says "
                f"{context.quote('a', left[0].span)}, B says {context.quote('b', right[0].span)}.",
                conflict=True,
                weight=0.7,
            )
        )
    for side in SIDES:
        facts, others = (left, right) if side == "a" else (right, left)
        for fact in facts:
            if others:
                continue  # both tie the claim to something; what to, the words show
            untied = _untied(context, side, fact)
            if untied is not None:
                found.append(untied)
                continue
            says = "says that there is no condition" if _is_free([fact]) else "makes a condition"
            found.append(
                Difference(
                    "condition",
                    fact.span if side == "a" else None,
                    fact.span if side == "b" else None,
                    f"Only {side.upper()} {says}: {context.quote(side, fact.span)}.",
                    conflict=True,
                    weight=0.6,
                )
            )
    return found
