"""In what the statements of one claim part: each link that says so, with its reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.event.overview import Claim
from compare.model import Comparison, EvidenceKind
from compare.report.decisions import Decision
from compare.report.points import Point
from compare.report.rows import reading
from compare.report.safe import one_line
from compare.report.words import KINDS, LETTERS, PointKind

Pair = tuple[int, int]  # places of two statements, the first before the second


@dataclass(frozen=True, slots=True)
class BoardPart:
    """How two statements part in a claim."""

    places: str  # `A3 ↔ B4`
    relation: PointKind
    kinds: tuple[EvidenceKind, ...]  # of the reasons that are listed, each once
    weight: str  # `fairly sure: 0.60`, or who decided it
    reasons: tuple[str, ...]  # each a sentence

    @property
    def head(self) -> str:
        """What stands before the reasons: `A3 ↔ B4 ≠ number (sure: 0.90)`."""
        kinds = f" {', '.join(self.kinds)}" if self.kinds else ""
        return f"{self.places} {KINDS[self.relation].mark}{kinds} ({self.weight})"

    @property
    def sentence(self) -> str:
        """All of it in a line."""
        return f"{self.head}: {' '.join(self.reasons)}" if self.reasons else f"{self.head}."


class Parts:
    """The links of an event's pairs as a reader sees them, looked up by claim."""

    def __init__(
        self,
        comparisons: Mapping[Pair, Comparison],
        decided: Mapping[Pair, Sequence[Decision]],
    ) -> None:
        self._points = {
            (pair, _indices(point)): point
            for pair, item in comparisons.items()
            for point in reading(item, (LETTERS[pair[0]], LETTERS[pair[1]]))
        }
        self._decided = {
            (pair, item.places): item
            for pair, items in decided.items()
            for item in items
            if not item.open
        }

    def of(self, claim: Claim) -> tuple[tuple[BoardPart, ...], tuple[BoardPart, ...]]:
        """Return what makes a claim contested or told in part, and its other links behind it.

        Nothing where all links of a claim agree.
        """
        main = {"contested": "divergence", "partial": "partial"}.get(claim.status)
        parts = [
            self._part((i, j), self._points[(i, j), (link.a, link.b)]) for i, j, link in claim.links
        ]
        return (
            tuple(part for part in parts if part.relation == main),
            tuple(part for part in parts if main and part.relation != main),
        )

    def _part(self, pair: Pair, point: Point) -> BoardPart:
        decision = self._decided.get((pair, point.places))
        # In what they part is the reviewer's to say; the program's other reasons then don't count.
        kinds = decision.kinds if decision and decision.kinds else point.topics
        reasons = [reason for reason in point.strongest if reason.kind in kinds]
        return BoardPart(
            places=point.places,
            relation=point.kind,
            kinds=kinds,
            weight=decision.brief if decision else point.sureness,
            reasons=tuple(one_line(reason.note).strip() for reason in reasons),
        )


def _indices(point: Point) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return tuple(quote.index for quote in point.a), tuple(quote.index for quote in point.b)
