"""What the store gives and takes, as frozen records; times are ISO 8601 in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from compare.event.identity import FindingKind
from compare.model import Comparison, EvidenceKind, Relation, Statement

# accept: it is as the program says. reject: these sentences don't belong together, or the sentence
# does have a counterpart. relation: they belong together, in another relation. link: sentences
# that the program didn't link. open: what was said before no longer counts.
Verdict = Literal["accept", "reject", "relation", "link", "open"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement of an event; what stands in the store never changes."""

    key: str  # SHA-256 of everything in it, hexadecimal
    statement: Statement
    added: str


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event with its statements, in the order in which they were added."""

    id: str
    title: str
    date: str  # ISO 8601, or empty
    note: str
    attribution: str
    created: str
    tags: tuple[str, ...]  # sorted
    statements: tuple[StoredStatement, ...]

    def pairs(self) -> tuple[tuple[StoredStatement, StoredStatement], ...]:
        """Return every pair of statements, the earlier one first."""
        rows = self.statements
        return tuple((a, b) for at, a in enumerate(rows) for b in rows[at + 1 :])


@dataclass(frozen=True, slots=True)
class EventSummary:
    """One line of the list of events."""

    id: str
    title: str
    date: str
    tags: tuple[str, ...]
    speakers: tuple[str, ...]  # of its statements; the title or source where there is no speaker
    findings: int  # of the newest comparison of each pair, agreements included
    reviewed: int  # of these
    created: str


@dataclass(frozen=True, slots=True)
class StoredComparison:
    """A comparison with the time at which it was made."""

    comparison: Comparison
    signature_key: str  # SHA-256 of the signature, hexadecimal
    created: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a review points: sentences of one text."""

    sha256: str  # of the text
    spans: tuple[tuple[int, int], ...]  # code points; empty where this side says nothing


@dataclass(frozen=True, slots=True)
class ReviewDraft:
    """What an analyst says of one finding."""

    finding: str  # its id
    verdict: Verdict
    author: str
    a: Place
    b: Place
    said: FindingKind | None = None  # what the program said when it was reviewed; None: no finding
    relation: Relation | None = None  # what the analyst says it is; None for reject and open
    kinds: tuple[EvidenceKind, ...] = ()  # in what the sides part, where the analyst says so
    note: str = ""


@dataclass(frozen=True, slots=True)
class Review(ReviewDraft):
    """A review in the store: never changed, only followed by another one."""

    number: int = 0  # 1 for the first review of the finding
    time: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words that were searched for stand."""

    event: str
    title: str  # of the event
    kind: Literal["event", "statement", "review"]
    where: str  # who says it, or whose note it is
    text: str  # the whole sentence, title or note
