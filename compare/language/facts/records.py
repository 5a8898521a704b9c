"""The records of the facts step: what later steps see, and nothing of spaCy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from compare.model import Span

FactKind = Literal[
    "number",
    "date",
    "duration",
    "entity",
    "actor",
    "negation",
    "commitment",
    "condition",
    "scope",
]


@dataclass(frozen=True, slots=True)
class Spread:
    """How an amount is spread over time: by the period, or in all."""

    per: str  # "year", "day" …: so much in each; "": in all
    over: float | None  # minutes in which it is given; 0 for "in total"; None: isn't told
    span: Span  # the amount with the words that say so


@dataclass(frozen=True, slots=True)
class Fact:
    """One comparable thing that a sentence says, on its exact words."""

    kind: FactKind
    span: Span  # in the statement's text (code points)
    value: str  # normal form; equal values are the same thing (docs/facts.md lists the forms)
    about: tuple[str, ...]  # lower-case lemmas: the counted noun, or the act it belongs to
    low: float | None = None  # bounds in the unit; equal for an exact value; None for open
    high: float | None = None
    unit: str = ""  # "", "%", "USD", "kg" …; durations "minute"; dates "day" (proleptic ordinal)
    vague: bool = False  # "several", "lengthy", "tens of millions"
    spread: Spread | None = None  # of a number
    names: tuple[str, ...] = ()  # of a date: the thing that it only names ("last year's report")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a sentence with its place in the parse."""

    start: int  # in the statement's text (code points)
    end: int
    lemma: str  # lower-case
    pos: str  # universal part of speech
    head: int  # index in the sentence; its own index for the root
    dep: str  # dependency label
    tag: str = ""  # Penn tag
    entity: str = ""  # label of the recogniser, or empty


# Tokens; what is longer and has no verb is likelier a list or a sentence that was cut. Not swept.
LONGEST_HEADING = 12


@dataclass(frozen=True, slots=True)
class SentenceFacts:
    """What the relation step needs of one sentence."""

    facts: tuple[Fact, ...]  # by place in the text, then by kind
    tokens: tuple[Token, ...]

    @property
    def is_heading(self) -> bool:
        """Whether it asserts nothing: a few words without a verb and without a stop at the end."""
        last = self.tokens[-1].pos if self.tokens else "X"
        return (
            0 < len(self.tokens) <= LONGEST_HEADING
            and last != "PUNCT"
            and not any(token.pos in ("VERB", "AUX") for token in self.tokens)
        )


def shift_fact(fact: Fact, by: int) -> Fact:
    """Return the fact moved by a number of code points."""
    spread = fact.spread
    if spread is not None:
        spread = replace(spread, span=_shift(spread.span, by))
    return replace(fact, span=_shift(fact.span, by), spread=spread)


def _shift(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def shift_token(token: Token, by: int) -> Token:
    """Return the token moved by a number of code points."""
    return replace(token, start=token.start + by, end=token.end + by)
