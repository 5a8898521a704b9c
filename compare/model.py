"""The words of the product as frozen records, and their JSON form (`readouts/comparison/2`).

Offsets are Unicode code points into `Statement.text`; `text[start:end]` is what stands on the
screen. Records check nothing that their maker already knows; `from_json` checks everything.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from compare.errors import FormatError

SCHEMA = "readouts/comparison/2"
# Read too; its lone sentences don't say what lies nearest to them.
OLDER = ("readouts/comparison/1",)

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

    def to_json(self) -> str:
        """Return the contract's JSON text: keys in the contract's order, ending in a new line."""
        return json.dumps(_comparison_out(self), ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Comparison:
        """Read what `to_json` wrote; the round trip is exact.

        :raises FormatError: not JSON, another schema, a missing or mistyped field, or an index or
            offset that points nowhere
        """
        try:
            data = json.loads(text)
        except json.JSONDecodeError as error:
            raise FormatError(
                f"not JSON at line {error.lineno}, column {error.colno}: {error.msg}; "
                f"expected the output of 'readouts compare --format json'"
            ) from None
        found = data.get("schema") if isinstance(data, dict) else None
        if found not in (SCHEMA, *OLDER):
            raise FormatError(
                f"schema is {found!r}, expected {SCHEMA!r}; make the file again with this version"
            )
        try:
            comparison = _comparison_in(data)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise FormatError(f"not a comparison: {error!r}; expected schema {SCHEMA}") from None
        _check(comparison)
        return comparison


def _span_out(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _statement_out(statement: Statement) -> dict[str, Any]:
    return {
        "title": statement.title,
        "speaker": statement.speaker,
        "date": statement.date,
        "language": statement.language,
        "source": statement.source,
        "sha256": statement.sha256,
        "text": statement.text,
        "sentences": [
            {"index": index, "start": span.start, "end": span.end}
            for index, span in enumerate(statement.sentences)
        ],
    }


def _link_out(link: Link) -> dict[str, Any]:
    return {
        "a": list(link.a),
        "b": list(link.b),
        "similarity": link.similarity,
        "probability": link.probability,
        "relation": link.relation,
        "confidence": link.confidence,
        "severity": link.severity,
        "evidence": [
            {
                "kind": item.kind,
                "a": _span_out(item.a),
                "b": _span_out(item.b),
                "note": item.note,
            }
            for item in link.evidence
        ],
    }


def _omissions_out(omissions: tuple[Omission, ...]) -> list[dict[str, Any]]:
    return [
        {
            "sentence": item.sentence,
            "severity": item.severity,
            "nearest": None
            if item.nearest is None
            else {"sentence": item.nearest.sentence, "probability": item.nearest.probability},
        }
        for item in omissions
    ]


def _comparison_out(comparison: Comparison) -> dict[str, Any]:
    signature = comparison.signature
    return {
        "schema": SCHEMA,
        "signature": {
            "version": signature.version,
            "models": dict(sorted(signature.models.items())),
            "settings": dict(sorted(signature.settings.items())),
        },
        "statements": {"a": _statement_out(comparison.a), "b": _statement_out(comparison.b)},
        "links": [_link_out(link) for link in comparison.links],
        "only_a": _omissions_out(comparison.only_a),
        "only_b": _omissions_out(comparison.only_b),
        "summary": comparison.summary(),
    }


def _span_in(data: Any) -> Span | None:
    return None if data is None else Span(int(data["start"]), int(data["end"]))


def _statement_in(data: Any) -> Statement:
    return Statement(
        text=data["text"],
        sentences=tuple(Span(int(row["start"]), int(row["end"])) for row in data["sentences"]),
        title=data["title"],
        speaker=data["speaker"],
        date=data["date"],
        language=data["language"],
        source=data["source"],
        sha256=data["sha256"],
    )


def _evidence_in(data: Any) -> Evidence:
    if data["kind"] not in EVIDENCE_KINDS:
        raise ValueError(f"evidence kind {data['kind']!r}")
    return Evidence(data["kind"], _span_in(data["a"]), _span_in(data["b"]), data["note"])


def _link_in(data: Any) -> Link:
    if data["relation"] not in RELATIONS:
        raise ValueError(f"relation {data['relation']!r}")
    return Link(
        a=tuple(int(index) for index in data["a"]),
        b=tuple(int(index) for index in data["b"]),
        similarity=float(data["similarity"]),
        probability=float(data["probability"]),
        relation=data["relation"],
        confidence=float(data["confidence"]),
        severity=float(data["severity"]),
        evidence=tuple(_evidence_in(item) for item in data["evidence"]),
    )


def _omissions_in(rows: Any) -> tuple[Omission, ...]:
    return tuple(
        Omission(int(row["sentence"]), float(row["severity"]), _nearest_in(row.get("nearest")))
        for row in rows
    )


def _nearest_in(data: Any) -> Nearest | None:
    return None if data is None else Nearest(int(data["sentence"]), float(data["probability"]))


def _comparison_in(data: Any) -> Comparison:
    signature = data["signature"]
    return Comparison(
        signature=Signature(
            signature["version"], dict(signature["models"]), dict(signature["settings"])
        ),
        a=_statement_in(data["statements"]["a"]),
        b=_statement_in(data["statements"]["b"]),
        links=tuple(_link_in(row) for row in data["links"]),
        only_a=_omissions_in(data["only_a"]),
        only_b=_omissions_in(data["only_b"]),
    )


def _check(comparison: Comparison) -> None:
    """Raise FormatError unless every index and offset points at something."""
    for name, statement, lone in (
        ("a", comparison.a, comparison.only_a),
        ("b", comparison.b, comparison.only_b),
    ):
        end = 0
        for span in statement.sentences:
            if not end <= span.start < span.end <= len(statement.text):
                raise FormatError(
                    f"statement {name}: sentence {span.start}-{span.end} doesn't fit its text; "
                    "expected ascending offsets in code points"
                )
            end = span.end
        linked = {index for link in comparison.links for index in getattr(link, name)}
        alone = {item.sentence for item in lone}
        if linked | alone != set(range(len(statement.sentences))) or linked & alone:
            raise FormatError(
                f"statement {name}: every sentence must stand in a link or in only_{name}, "
                "and never in both"
            )
        other = comparison.b if name == "a" else comparison.a
        for own in lone:
            if own.nearest and not 0 <= own.nearest.sentence < len(other.sentences):
                raise FormatError(
                    f"only_{name}: sentence {own.sentence}'s nearest is {own.nearest.sentence}; "
                    f"expected one of the other side's {len(other.sentences)} sentences, from 0"
                )
        for link in comparison.links:
            for item in link.evidence:
                span_of_side = getattr(item, name)
                if span_of_side is not None and not (
                    0 <= span_of_side.start < span_of_side.end <= len(statement.text)
                ):
                    raise FormatError(f"statement {name}: evidence points outside the text")
