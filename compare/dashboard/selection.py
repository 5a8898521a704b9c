"""Which points a reader wants to see."""

from __future__ import annotations

from dataclasses import dataclass

from compare.model import UNSURE, EvidenceKind
from compare.report.points import Point
from compare.report.safe import one_line
from compare.report.view import View
from compare.report.words import PointKind
from compare.store.verdicts import Standing

# Where a finding stands after its reviews, as the filter has it.
STATES: tuple[Standing, ...] = ("open", "accepted", "changed", "rejected")


@dataclass(frozen=True, slots=True)
class Filter:
    """What a point must have; an empty field asks for nothing."""

    kinds: tuple[PointKind, ...] = ()
    evidence: tuple[EvidenceKind, ...] = ()
    confidence: float = 0.0  # least confidence in a relation, [0, 1]
    search: str = ""
    states: tuple[Standing, ...] = ()  # where it stands after its reviews
    unsure: bool = False  # unsure agreements too, beside the kinds

    @property
    def active(self) -> bool:
        """Whether anything is asked for."""
        return bool(
            self.kinds
            or self.unsure
            or self.evidence
            or self.confidence
            or self.search.strip()
            or self.states
        )


def is_unsure(point: Point, state: Standing = "open") -> bool:
    """Return whether a point is an agreement that neither the program nor a reviewer is sure of."""
    sure = point.confidence is None or point.confidence >= UNSURE
    return point.kind == "agreement" and state == "open" and not sure


def passes(point: Point, wanted: Filter, state: Standing = "open") -> bool:
    """Return whether a point has what is asked for.

    A sentence that stands alone has no relation, so the least confidence doesn't bear on it; it has
    no evidence either, so a wish for a kind of evidence leaves it out.
    """
    asked = point.kind in wanted.kinds or (wanted.unsure and is_unsure(point, state))
    if (wanted.kinds or wanted.unsure) and not asked:
        return False
    if wanted.states and state not in wanted.states:
        return False
    if wanted.evidence and not set(wanted.evidence) & set(point.kinds):
        return False
    if point.confidence is not None and point.confidence < wanted.confidence:
        return False
    needle = folded(wanted.search)
    return not needle or any(needle in folded(text) for text in texts(point))


def texts(point: Point) -> list[str]:
    """Return the texts of a point that a search looks into."""
    quotes = ["".join(part.text for part in quote.segments) for quote in point.a + point.b]
    return quotes + [reason.note for reason in point.reasons]


def folded(text: str) -> str:
    """Return a text as a search compares it: letter case and line breaks don't count."""
    return one_line(text).strip().casefold()


def toggled(kinds: tuple[PointKind, ...], kind: PointKind) -> tuple[PointKind, ...]:
    """Return the kinds with one more, or with that one taken out."""
    return tuple(other for other in kinds if other != kind) if kind in kinds else (*kinds, kind)


def evidence_kinds(view: View) -> tuple[EvidenceKind, ...]:
    """Return the kinds of evidence there are in a comparison, the most frequent first."""
    found = [kind for point in view.rows for kind in point.kinds]
    return tuple(sorted(dict.fromkeys(found), key=lambda kind: -found.count(kind)))
