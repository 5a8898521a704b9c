"""What the insight step gives: tables whose every number names the sentences behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

# Sentences of one statement, 0-based and ascending.
Sentences = tuple[int, ...]
NamedKind = Literal["entity", "number", "date", "duration"]


@dataclass(frozen=True, slots=True)
class Topic:
    """Sentences of all statements on one subject."""

    words: tuple[str, ...]  # that stand out in it, as they are written
    sentences: tuple[Sentences, ...]  # one a statement
    spent: tuple[int, ...]  # words that each statement spends on it


@dataclass(frozen=True, slots=True)
class Distinctive:
    """A word that one statement uses more than the others do."""

    word: str  # lower case
    statement: int
    z: float  # standard deviations of the log-odds ratio from zero, over 0
    here: int  # how often the statement uses it
    elsewhere: int  # how often all others do
    sentences: Sentences  # of the statement


@dataclass(frozen=True, slots=True)
class Named:
    """One name, number, date or length of time, and who gives it."""

    kind: NamedKind
    value: str  # as the first statement that has it writes it
    about: str  # what is counted, of a number; else empty
    sentences: tuple[Sentences, ...]  # one a statement; empty where it doesn't give it


@dataclass(frozen=True, slots=True)
class Certainty:
    """How firmly one statement speaks: its acts by the rung of the commitment ladder."""

    statement: int
    rungs: Mapping[str, Sentences]  # rung -> sentences, one entry an act; firmest rung first

    @property
    def total(self) -> int:
        """How many acts there are."""
        return sum(len(sentences) for sentences in self.rungs.values())


@dataclass(frozen=True, slots=True)
class Insight:
    """What the statements dwell on."""

    words: tuple[int, ...]  # of each statement
    topics: tuple[Topic, ...]  # most words first
    distinctive: tuple[Distinctive, ...]  # by statement, then strongest first
    named: tuple[Named, ...]  # by kind; what all give first, then what one does
    certainty: tuple[Certainty, ...]  # one a statement


@dataclass(frozen=True, slots=True)
class Heat:
    """Cosines of sentence vectors: row i is sentence i of A, column j sentence j of B."""

    cosine: tuple[tuple[float, ...], ...]  # shape (n_a, n_b), [-1, 1], higher is closer
