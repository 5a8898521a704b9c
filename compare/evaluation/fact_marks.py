"""How well facts are read: against sentences in which every fact was marked by hand.

One JSON object a line: `text`, one sentence; `date`, of its statement; and `facts`, each with its
`kind`, its exact `words`, and which occurrence of them is meant (`nth`, 1 if left out). A fact is
found where one of the same kind is read on overlapping words, one for one. Normal forms are not
marked; the tables of tests/language hold those.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from compare.errors import FormatError, InputError
from compare.evaluation.files import read_utf8
from compare.evaluation.scores import f1
from compare.language.facts import Fact, FactKind, read_facts
from compare.model import Span, Statement

KINDS: tuple[FactKind, ...] = get_args(FactKind)
# A little under the F1 of docs/facts.md.
FLOORS = {
    "number": 0.90,
    "date": 0.84,
    "duration": 0.87,
    "entity": 0.90,
    "actor": 0.75,
    "negation": 0.85,
    "commitment": 0.74,
    "condition": 0.80,
    "scope": 0.80,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One fact as marked."""

    kind: FactKind
    span: Span


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """One sentence with its facts."""

    text: str
    date: str
    facts: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class KindScore:
    """How one kind of fact was read."""

    kind: str
    marked: int
    read: int
    found: int
    exact: int  # of those found, on just the marked words

    @property
    def f1(self) -> float:
        """F1 of the facts found, [0, 1]."""
        return f1(self.found, self.read, self.marked)


def _mark(text: str, row: dict[str, Any]) -> Mark:
    if row["kind"] not in KINDS:
        raise ValueError(f"kind {row['kind']!r}, expected one of {', '.join(KINDS)}")
    start = -1
    for _ in range(int(row.get("nth", 1))):
        start = text.find(row["words"], start + 1)
        if start < 0 or not row["words"]:
            raise ValueError(f"words {row['words']!r} are not in the text so often")
    return Mark(row["kind"], Span(start, start + len(row["words"])))


def read_marks(path: Path) -> list[MarkedSentence]:
    """Read the marked sentences of a file, or of the .jsonl files in a folder.

    :raises InputError: there is none
    :raises FormatError: a line has another form
    """
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    found = []
    for file in files:
        for number, line in enumerate(read_utf8(file).splitlines(), 1):
            try:
                row = json.loads(line)
                marks = tuple(_mark(row["text"], item) for item in row["facts"])
                found.append(MarkedSentence(row["text"], row["date"], marks))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise FormatError(
                    f"{file} line {number} ({type(error).__name__}: {error}); expected text, date "
                    "and facts as in data/README.md"
                ) from None
    if not found:
        raise InputError(f"{path} holds no marked sentence; expected .jsonl as in data/README.md")
    return found


def matched(marks: Sequence[Mark], facts: Sequence[Fact]) -> list[tuple[Mark, Fact]]:
    """Return the marks and facts of one kind that stand on overlapping words, one for one.

    What overlaps most is taken first.
    """
    overlaps = sorted(
        (
            (min(m.span.end, f.span.end) - max(m.span.start, f.span.start), -i, -j)
            for i, m in enumerate(marks)
            for j, f in enumerate(facts)
        ),
        reverse=True,
    )
    taken_m: set[int] = set()
    taken_f: set[int] = set()
    pairs = []
    for size, i, j in overlaps:
        if size > 0 and i not in taken_m and j not in taken_f:
            taken_m.add(i)
            taken_f.add(j)
            pairs.append((marks[-i], facts[-j]))
    return pairs


def evaluate(path: Path) -> list[KindScore]:
    """Score how the facts of marked sentences are read, kind by kind, and all together.

    :raises InputError: there is no marked sentence
    :raises FormatError: a line has another form
    """
    counts = {kind: [0] * 4 for kind in KINDS}
    for item in read_marks(path):
        statement = Statement(
            text=item.text, speaker="", date=item.date, sentences=(Span(0, len(item.text)),)
        )
        (read,) = read_facts(statement)
        for kind in KINDS:
            marks = [mark for mark in item.facts if mark.kind == kind]
            facts = [fact for fact in read if fact.kind == kind]
            pairs = matched(marks, facts)
            row = (
                len(marks),
                len(facts),
                len(pairs),
                sum(mark.span == fact.span for mark, fact in pairs),
            )
            counts[kind] = [x + y for x, y in zip(counts[kind], row, strict=True)]
    scores = [KindScore(kind, *values) for kind, values in counts.items()]
    total = [sum(column) for column in zip(*counts.values(), strict=True)]
    return [*scores, KindScore("all", *total)]


def table(scores: Sequence[KindScore]) -> str:
    """Return the scores as lines of text."""

    def share(part: int, whole: int) -> str:
        return f"{part / whole:10.2f}" if whole else "         -"

    lines = [
        f"{'':12}{'marked':>8}{'read':>8}{'precision':>10}{'recall':>10}{'F1':>10}{'exact':>10}"
    ]
    lines += [
        f"{row.kind:12}{row.marked:8}{row.read:8}{share(row.found, row.read)}"
        f"{share(row.found, row.marked)}{row.f1:10.2f}{share(row.exact, row.found)}"
        for row in scores
    ]
    return "\n".join(lines) + "\n"


def floors_broken(scores: Sequence[KindScore]) -> list[str]:
    """Return a sentence for each kind whose F1 is under its floor."""
    return [
        f"{row.kind} facts are read with F1 {row.f1:.3f}; the floor is {FLOORS[row.kind]}"
        for row in scores
        if row.kind in FLOORS and row.f1 < FLOORS[row.kind]
    ]
