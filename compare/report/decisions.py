"""What reviewers decided, as rows: one a finding, with what was said before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from compare.event.identity import finding_id, findings
from compare.model import Comparison, EvidenceKind, Span, Statement
from compare.report.safe import one_line
from compare.report.words import KINDS, PointKind, kind_words
from compare.store.records import Place, Review

# Verdicts with which a reviewer says in what the sides part; to accept is to take the program's.
_WITH_KINDS = ("relation", "link")

# What stands over the decisions in every report.
LEAD = "What the program said, and what reviewers decided; the report counts their decisions."


@dataclass(frozen=True, slots=True)
class Decision:
    """The reviews of one finding; the last one counts."""

    finding: str  # its id
    places: str  # `A3 ↔ B4`
    said: str  # what the program says: `Divergence`
    decision: str  # `accepted`, `not a link`, `partial overlap instead` …
    author: str
    time: str  # `2026-11-24 11:40 UTC`
    note: str
    earlier: tuple[str, ...]  # each older review in a line, the newest first
    kinds: tuple[EvidenceKind, ...] = ()  # in what the sides part, where a reviewer said it
    open: bool = False  # nothing is decided: there is a note only, or the decision was taken back

    @property
    def outcome(self) -> str:
        """What was decided, for a column of decisions: a note alone decides nothing."""
        return "open" if self.open else self.decision

    @property
    def brief(self) -> str:
        """The decision without its time: `divergence instead by Ada: off, not on`."""
        said = f"{self.decision} by {self.author}"
        return f"{said}: {self.note}" if self.note else said

    @property
    def sentence(self) -> str:
        """The decision in a line."""
        said = f"{self.decision} by {self.author}, {self.time}"
        return f"{said}: {self.note}" if self.note else said


def decisions(
    comparison: Comparison,
    history: Mapping[str, Sequence[Review]],
    letters: tuple[str, str] = ("A", "B"),
) -> tuple[Decision, ...]:
    """Return the reviewed findings of a comparison, by place; what analysts linked is there too.

    :param comparison: as the program made it, without corrections
    :param letters: what the statements are called
    """
    kinds = kind_words(*letters)
    known = {item.id: item for item in findings(comparison)}
    rows = []
    for name, reviews in history.items():
        last = reviews[-1]
        indices = _indices(comparison, last)
        if indices is None or finding_id(comparison.a, comparison.b, *indices) != name:
            continue  # of another pair, or of sentences that are cut otherwise by now
        kind: PointKind | None = known[name].kind if name in known else None
        lone = bool(indices[0]) != bool(indices[1])
        earlier = tuple(
            f"{_decided(row, lone, row.number)} by {one_line(row.author)}, {when(row.time)}"
            + (f": {one_line(row.note)}" if row.note else "")
            for row in reversed(reviews[:-1])
        )
        rows.append(
            (
                indices,
                Decision(
                    finding=name,
                    places=" ↔ ".join(_labels(letters, *indices)),
                    said=kinds[kind].label if kind else "Not linked",
                    decision=_decided(last, lone, last.number),
                    author=one_line(last.author),
                    time=when(last.time),
                    note=one_line(last.note),
                    earlier=earlier,
                    kinds=last.kinds if last.verdict in _WITH_KINDS else (),
                    open=last.verdict == "open",
                ),
            )
        )
    return tuple(row for _, row in sorted(rows, key=lambda item: item[0]))


def when(time: str) -> str:
    """Return a stored time as people read it, to the minute."""
    day, _, clock = one_line(time).partition("T")
    return f"{day} {clock[:5]} UTC" if clock else day


def _decided(review: Review, lone: bool, number: int) -> str:
    if review.verdict == "accept":
        return "accepted"
    if review.verdict == "open":
        return "open again" if number > 1 else "noted"
    if review.verdict == "reject":
        return "has a counterpart" if lone else "not the same claim"
    relation = KINDS[review.relation].label.lower() if review.relation else ""
    said = f"linked by hand: {relation}" if review.verdict == "link" else f"{relation} instead"
    return f"{said} ({', '.join(review.kinds)})" if review.kinds else said


def _labels(letters: tuple[str, str], a: Sequence[int], b: Sequence[int]) -> Iterator[str]:
    for letter, indices in zip(letters, (a, b), strict=True):
        if indices:
            yield ", ".join(f"{letter}{i + 1}" for i in indices)


def _indices(
    comparison: Comparison, review: Review
) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return the sentences that a review is about; None where it is about another pair."""
    for one, other in ((review.a, review.b), (review.b, review.a)):
        a, b = _places(comparison.a, one), _places(comparison.b, other)
        if a is not None and b is not None:
            return a, b
    return None


def _places(statement: Statement, where: Place) -> tuple[int, ...] | None:
    if where.sha256 != statement.sha256:
        return None
    index = {span: i for i, span in enumerate(statement.sentences)}
    found = [index.get(Span(*span)) for span in where.spans]
    return None if None in found else tuple(i for i in found if i is not None)
