"""Records to the text that the database holds, and back.

Everything is JSON in ASCII: PostgreSQL's text can't hold U+0000, and no encoding holds the lone
surrogates that JSON input can bring; `\\u0000` and `\\ud800` can be held by all.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from compare.contract import from_json, to_json
from compare.errors import FormatError
from compare.model import EVIDENCE_KINDS, RELATIONS, Comparison, Signature, Span, Statement
from compare.store.records import VERDICTS, Place, Review

_ABOUT = ("title", "speaker", "date", "language", "source", "sha256", "text")


def canonical(data: Any) -> str:
    """Return JSON with one spelling: ASCII, sorted keys, no blanks."""
    return json.dumps(data, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """Return the SHA-256 of a text, hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def statement_out(statement: Statement) -> str:
    """Return a statement as one JSON text; its digest is the statement's key."""
    about = {name: getattr(statement, name) for name in _ABOUT}
    spans = [[span.start, span.end] for span in statement.sentences]
    return canonical({**about, "sentences": spans})


def statement_in(text: str) -> Statement:
    """Read what `statement_out` wrote.

    :raises FormatError: it is something else, or its text doesn't have its hash
    """
    try:
        data = json.loads(text)
        about = {name: data[name] for name in _ABOUT}
        spans = tuple(Span(int(start), int(end)) for start, end in data["sentences"])
        if not all(isinstance(value, str) for value in about.values()):
            raise TypeError("a field is no text")
        statement = Statement(sentences=spans, **about)
    except (ValueError, KeyError, TypeError) as error:
        raise FormatError(f"not a statement ({error!r}); expected what the store wrote") from None
    at = 0
    for span in statement.sentences:
        if not at <= span.start < span.end <= len(statement.text):
            raise FormatError("a sentence lies outside its statement; expected ascending offsets")
        at = span.end
    if statement.sha256 != digest(statement.text):
        raise FormatError(
            f"a statement's text has SHA-256 {digest(statement.text)[:12]}…, expected "
            f"{statement.sha256[:12]}…; it was changed on its way"
        )
    return statement


def signature_out(signature: Signature) -> str:
    """Return a signature as one JSON text; its digest is its key."""
    return canonical(
        {
            "version": signature.version,
            "models": dict(signature.models),
            "settings": dict(signature.settings),
        }
    )


def comparison_out(comparison: Comparison) -> str:
    """Return a comparison without its statements, which the store holds already."""
    data = json.loads(to_json(comparison))
    del data["statements"]
    return json.dumps(data, ensure_ascii=True, separators=(",", ":"))


def comparison_in(text: str, a: Statement, b: Statement) -> Comparison:
    """Read what `comparison_out` wrote, with its statements.

    :raises FormatError: it is something else, or belongs to other statements
    """
    data = json.loads(text)
    data["statements"] = {
        name: {
            **{key: getattr(side, key) for key in _ABOUT},
            "sentences": [
                {"index": index, "start": span.start, "end": span.end}
                for index, span in enumerate(side.sentences)
            ],
        }
        for name, side in (("a", a), ("b", b))
    }
    return from_json(json.dumps(data))


def places_out(a: Place, b: Place) -> str:
    """Return where a review points."""
    return canonical([[side.sha256, [list(span) for span in side.spans]] for side in (a, b)])


def places_in(text: str) -> tuple[Place, Place]:
    """Read what `places_out` wrote."""
    a, b = (
        Place(str(sha256), tuple((int(start), int(end)) for start, end in spans))
        for sha256, spans in json.loads(text)
    )
    return a, b


def review_out(review: Review) -> dict[str, Any]:
    """Return a review as it stands in an archive."""
    return {
        "finding": review.finding,
        "number": review.number,
        "verdict": review.verdict,
        "said": review.said,
        "relation": review.relation,
        "kinds": list(review.kinds),
        "note": review.note,
        "author": review.author,
        "time": review.time,
        "places": json.loads(places_out(review.a, review.b)),
    }


def review_in(data: Any) -> Review:
    """Read what `review_out` wrote.

    :raises FormatError: it is something else
    """
    try:
        a, b = places_in(canonical(data["places"]))
        verdict, relation, kinds = data["verdict"], data["relation"], tuple(data["kinds"])
        texts = [data[name] for name in ("finding", "note", "author", "time")]
        known = (
            verdict in VERDICTS
            and (relation is None or relation in RELATIONS)
            and all(kind in EVIDENCE_KINDS for kind in kinds)
            and all(isinstance(text, str) for text in texts)
            and int(data["number"]) >= 1
        )
        if not known:
            raise ValueError("a field has a value that isn't known")
        return Review(
            finding=data["finding"],
            verdict=verdict,
            author=data["author"],
            a=a,
            b=b,
            said=data["said"],
            relation=relation,
            kinds=kinds,
            note=data["note"],
            number=int(data["number"]),
            time=data["time"],
        )
    except (KeyError, TypeError, ValueError) as error:
        raise FormatError(f"not a review ({error!r}); expected what the store wrote") from None
