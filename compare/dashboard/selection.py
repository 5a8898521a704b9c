"""Which points a reader wants to see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from compare.model import EvidenceKind
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

    @property
    def active(self) -> bool:
        """Whether anything is asked for."""
        return bool(
            self.kinds or self.evidence or self.confidence or self.search.strip() or self.states
        )


def passes(point: Point, wanted: Filter, state: Standing = "open") -> bool:
    """Return whether a point has what is asked for.

    A sentence that stands alone has no relation, so the least confidence doesn't bear on it; it has
    no evidence either, so a wish for a kind of evidence leaves it out.
    """
    if wanted.kinds and point.kind not in wanted.kinds:
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


def shown(
    view: View, wanted: Filter, states: Mapping[int, Standing] | None = None
) -> tuple[Point, ...]:
    """Return the points to list: findings by rank, and agreements behind them when asked for.

    :param states: of rows, where they stand after their reviews; a row that isn't in it is open
    """
    points = view.findings
    if "agreement" in wanted.kinds or (wanted.active and not wanted.kinds):
        points += view.of_kind("agreement")
    states = states or {}
    return tuple(point for point in points if passes(point, wanted, states.get(point.row, "open")))


def toggled(kinds: tuple[PointKind, ...], kind: PointKind) -> tuple[PointKind, ...]:
    """Return the kinds with one more, or with that one taken out."""
    return tuple(other for other in kinds if other != kind) if kind in kinds else (*kinds, kind)


def evidence_kinds(view: View) -> tuple[EvidenceKind, ...]:
    """Return the kinds of evidence there are in a comparison, the most frequent first."""
    found = [kind for point in view.rows for kind in point.kinds]
    return tuple(sorted(dict.fromkeys(found), key=lambda kind: -found.count(kind)))
