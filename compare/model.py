"""The words of the product as frozen records; contract.py has their JSON form.

Offsets are Unicode code points into `Statement.text`; `text[start:end]` is what stands on the
screen. Records check nothing that their maker already knows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Side = Literal["a", "b"]
Relation = Literal["agreement", "partial", "divergence"]
EvidenceKind = Literal[
    "number",
    "date",
    "duration",
    "entity",
    "actor",
    "negation",
    "commitment",
    "condition",
    "scope",
    "framing",
    "wording",
]
RELATIONS: tuple[Relation, ...] = get_args(Relation)
EVIDENCE_KINDS: tuple[EvidenceKind, ...] = get_args(EvidenceKind)

# Similarities, probabilities and severities are rounded when a record is made, so that the last
# bits of a matrix product, which differ between processors, never reach a report.
DECIMALS = 4
# Confidence is [0, 1]. Under a half, a relation is likelier wrong than right.
UNSURE = 0.5


def rounded(value: float) -> float:
    """Return the value as it is stored: `DECIMALS` places, and never a negative zero."""
    return round(float(value), DECIMALS) + 0.0


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a statement's text; `end` is exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One side's account, as it was read, and where its sentences stand."""

    text: str
    sentences: tuple[Span, ...]  # in reading order, not overlapping
    title: str = ""
    speaker: str = ""
    date: str = ""  # ISO 8601, or empty when unknown
    language: str = ""  # ISO 639-1, or empty when unknown
    source: str = ""  # file name, URL, or what the caller says
    sha256: str = ""  # of the text in UTF-8, hexadecimal

    def sentence(self, index: int) -> str:
        """Return the words of one sentence."""
        span = self.sentences[index]
        return self.text[span.start : span.end]

    def slice(self, span: Span) -> str:
        """Return the words of a span."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a link is partial or a divergence; a span is None where the evidence is an absence."""

    kind: EvidenceKind
    a: Span | None
    b: Span | None
    note: str  # one plain sentence, made by template from the two spans


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences of A matched with sentences of B, and what the match says."""

    a: tuple[int, ...]  # 0-based sentence indices, ascending
    b: tuple[int, ...]
    similarity: float  # cosine of the sentence vectors, [-1, 1], higher is closer
    probability: float  # that the sentences share a claim, [0, 1]
    relation: Relation
    confidence: float  # in the relation, [0, 1]
    severity: float  # how much it matters to an analyst, [0, 1]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Nearest:
    """The sentence of the other side that a lone sentence is likeliest to share a claim with."""

    sentence: int  # 0-based, of the other side
    probability: float  # that they share a claim, [0, 1]


@dataclass(frozen=True, slots=True)
class Omission:
    """A sentence that no sentence of the other side matches."""

    sentence: int  # 0-based
    severity: float  # [0, 1]
    nearest: Nearest | None = None  # None where the other side has none, or it isn't known


_SHA256 = re.compile(r"[0-9a-f]{64}")


def brief_hash(value: str) -> str:
    """Return the first digits of a SHA-256, and anything else as it is."""
    return value[:12] if _SHA256.fullmatch(value) else value


@dataclass(frozen=True, slots=True)
class Signature:
    """How a comparison was made: the same signature and input give the same bytes."""

    version: str
    models: Mapping[str, str]  # name -> hash or version
    settings: Mapping[str, str | int | float | bool]

    def short(self) -> str:
        """Return the signature on one line, for the foot of a report."""
        parts = [f"readouts:{self.version}"]
        parts += [f"{name}:{brief_hash(value)}" for name, value in sorted(self.models.items())]
        parts += [f"{name}:{value}" for name, value in sorted(self.settings.items())]
        return "|".join(parts)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that is known about one pair of statements."""

    signature: Signature
    a: Statement
    b: Statement
    links: tuple[Link, ...]  # by first sentence of A, then of B
    only_a: tuple[Omission, ...]
    only_b: tuple[Omission, ...]

    def summary(self) -> dict[str, int]:
        """Count the links by relation and the sentences that stand alone."""
        counts: dict[str, int] = dict.fromkeys(RELATIONS, 0)
        for link in self.links:
            counts[link.relation] += 1
        return {**counts, "only_a": len(self.only_a), "only_b": len(self.only_b)}
