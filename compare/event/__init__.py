"""Events: what their findings are called for good, and what all sides say, claim by claim."""

from __future__ import annotations

from compare.event.identity import Finding, FindingKind, finding_id, findings
from compare.event.overview import Cell, Claim, Overview, Said, SideOf, overview

__all__ = [
    "Cell",
    "Claim",
    "Finding",
    "FindingKind",
    "Overview",
    "Said",
    "SideOf",
    "finding_id",
    "findings",
    "overview",
]
