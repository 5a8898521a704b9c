"""A comparison as JSON: `readouts/comparison/2`, the contract that other programs rely on."""

from __future__ import annotations

import json
from typing import Any

from compare.errors import FormatError
from compare.model import (
    EVIDENCE_KINDS,
    RELATIONS,
    Comparison,
    Evidence,
    Link,
    Nearest,
    Omission,
    Signature,
    Span,
    Statement,
)

SCHEMA = "readouts/comparison/2"
# Read too; its lone sentences don't say what lies nearest to them.
OLDER = ("readouts/comparison/1",)


def to_json(comparison: Comparison) -> str:
    """Return the contract's JSON text: keys in the contract's order, ending in a new line."""
    return json.dumps(_comparison_out(comparison), ensure_ascii=False, indent=1) + "\n"


def from_json(text: str) -> Comparison:
    """Read what `to_json` wrote and check everything; the round trip is exact.

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


def link_out(link: Link) -> dict[str, Any]:
    """Return a link as it stands in the JSON of a pair."""
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
        "links": [link_out(link) for link in comparison.links],
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
