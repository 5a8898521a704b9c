"""What a report can show beside the comparison itself; without it, it shows the comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from compare.insight.records import Heat, Insight
from compare.store.records import Review


@dataclass(frozen=True, slots=True)
class Extras:
    """All of it may be left out."""

    history: Mapping[str, Sequence[Review]] = field(default_factory=dict)  # by finding
    insight: Insight | None = None
    heat: Heat | None = None  # similarity of every two sentences
    letters: tuple[str, str] = ("A", "B")  # what the statements are called
