"""A comparison as the rows that a reader sees: what every format draws, and nothing of how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from compare.event.naming import source_name
from compare.insight.records import Heat
from compare.model import Comparison, Side, Signature, Statement
from compare.report.decisions import Decision, decisions
from compare.report.extras import Extras
from compare.report.points import Point
from compare.report.rows import reading
from compare.report.safe import one_line
from compare.report.sheets import Sheet, sheets
from compare.report.summary import doubts, headline, trust
from compare.report.words import (
    KINDS,
    KindWords,
    PointKind,
    counted,
    kind_words,
    language_name,
)
from compare.store.verdicts import corrected

# Not from the locale: the same input gives the same bytes everywhere.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

# Longest name in a heading, in characters: two headings and a divider fit 100 columns.
NAME_LENGTH = 40


@dataclass(frozen=True, slots=True)
class SideView:
    """What there is to say of one statement; unknown fields are empty."""

    side: Side
    name: str  # short: the speaker, else the title, else the file's name, else A or B
    speaker: str
    title: str
    date: str  # as people write it: 12 February 2025
    source: str
    language: str  # in words
    language_code: str
    sentences: int
    words: int
    sha256: str
    called: str = ""  # its letter in the event, where that isn't A or B

    @property
    def letter(self) -> str:
        """`A` or `B`; in an event, the letter that the statement has there."""
        return self.called or self.side.upper()

    @property
    def heading(self) -> str:
        """What stands over the side's column: `A · Kremlin`."""
        return self.letter if self.name == self.letter else f"{self.letter} · {self.name}"

    @property
    def length(self) -> str:
        """Sentences and words, counted."""
        return f"{counted(self.sentences, 'sentence')}, {counted(self.words, 'word')}"


@dataclass(frozen=True, slots=True)
class View:
    """A comparison in the order in which it is read."""

    title: str
    headline: str  # the counts in one plain sentence
    a: SideView
    b: SideView
    notes: tuple[str, ...]  # what a reader must know before trusting the rest
    counts: tuple[tuple[PointKind, int], ...]
    rows: tuple[Point, ...]  # every sentence of both sides, in A's order
    findings: tuple[Point, ...]  # rows that are no agreement, most severe first
    signature: Signature
    # The sentences of the other side that a sentence is matched with, by its anchor (`a3`).
    partners: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()  # what reviewers said of its findings
    decided: Mapping[str, Decision] = field(default_factory=dict)  # the same by their places
    sheets: tuple[Sheet, ...] = ()  # what the statements dwell on
    heat: Heat | None = None
    kinds: Mapping[PointKind, KindWords] = field(default_factory=lambda: KINDS)
    doubts: str = ""  # how many divergences and agreements are unsure, in a sentence
    trust: str = ""  # how often such findings were right where it was measured, in a sentence

    @property
    def order(self) -> str:
        """How the reading is put in order, in a sentence."""
        return (
            f"Both statements whole, in {self.a.letter}’s order, each sentence beside its match. "
            f"What only {self.b.letter} says stands where {self.b.letter} says it."
        )

    @property
    def agreements(self) -> tuple[Point, ...]:
        """The agreements, the least sure first."""
        points = self.of_kind("agreement")
        return tuple(sorted(points, key=lambda point: point.confidence or 0.0))

    def decision(self, point: Point) -> Decision | None:
        """Return what reviewers decided on a row, or None."""
        return self.decided.get(point.places)

    def of_kind(self, kind: PointKind) -> tuple[Point, ...]:
        """Return the rows of one kind, in the order of the reading."""
        return tuple(point for point in self.rows if point.kind == kind)

    def made(self) -> tuple[tuple[str, str], ...]:
        """Return what the report was made with and from, a name and a value a row."""
        signature = self.signature
        hashes = [(f"SHA-256 of {side.letter}", side.sha256) for side in (self.a, self.b)]
        return (
            ("version", signature.version),
            *sorted(signature.models.items()),
            *((name, str(value)) for name, value in sorted(signature.settings.items())),
            *((name, value) for name, value in hashes if value),
        )

    def alone(self, side: Side) -> tuple[Point, ...]:
        """Return the sentences that only this side has, in the statement's order."""
        points = self.of_kind("only_a" if side == "a" else "only_b")
        return tuple(sorted(points, key=lambda point: (point.a + point.b)[0].index))


def make_view(comparison: Comparison, extras: Extras | None = None) -> View:
    """Turn a comparison into what a reader sees.

    :param extras: reviews, which correct what is shown, and what else stands beside it
    """
    extras = extras or Extras()
    letters = extras.letters
    decided = decisions(comparison, extras.history, letters)
    comparison = corrected(comparison, extras.history)
    a, b = _side("a", letters[0], comparison.a), _side("b", letters[1], comparison.b)
    rows = reading(comparison, letters)
    counts = tuple((kind, sum(point.kind == kind for point in rows)) for kind in KINDS)
    settled = {item.places for item in decided if not item.open}
    ranked = sorted((point.rank, point.row) for point in rows if point.rank is not None)
    return View(
        title=_title(a, b),
        headline=headline(rows, settled, letters),
        a=a,
        b=b,
        notes=tuple(_notes(comparison, a, b)),
        counts=counts,
        rows=rows,
        findings=tuple(rows[row - 1] for _, row in ranked),
        signature=comparison.signature,
        partners=_partners(rows),
        decisions=decided,
        decided={item.places: item for item in decided},
        sheets=sheets(extras.insight, (a.heading, b.heading), (a.letter, b.letter))
        if extras.insight
        else (),
        heat=extras.heat,
        kinds=kind_words(*letters),
        doubts=doubts(rows, settled),
        trust=trust(comparison.signature),
    )


def _partners(rows: tuple[Point, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for point in rows:
        for mine, other in ((point.a, point.b), (point.b, point.a)):
            for quote in mine:
                found.setdefault(quote.anchor, {}).update({item.anchor: None for item in other})
    return {name: tuple(others) for name, others in found.items() if others}


def _title(a: SideView, b: SideView) -> str:
    if (a.name, b.name) == (a.letter, b.letter):
        return "Two accounts compared"
    both = a.name if a.name == b.name else f"{a.name} and {b.name}"
    return f"{both}: two accounts compared"


def _side(side: Side, letter: str, statement: Statement) -> SideView:
    return SideView(
        side=side,
        called=letter,
        name=short_name(statement, letter),
        speaker=one_line(statement.speaker).strip(),
        title=one_line(statement.title).strip(),
        date=written_date(one_line(statement.date).strip()),
        source=one_line(statement.source).strip(),
        language=one_line(language_name(statement.language)).strip(),
        language_code=statement.language,
        sentences=len(statement.sentences),
        words=len(statement.text.split()),
        sha256=statement.sha256,
    )


def short_name(statement: Statement, letter: str) -> str:
    """Return the speaker, else the title, else the file's name, else the letter; short."""
    texts = (statement.speaker, statement.title, source_name(statement.source))
    candidates = (one_line(text).strip() for text in texts)
    name = next((text for text in candidates if text), letter)
    if len(name) <= NAME_LENGTH:
        return name
    return name[:NAME_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def written_date(text: str) -> str:
    """Return an ISO date as people write it; anything else as it is."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _notes(comparison: Comparison, a: SideView, b: SideView) -> list[str]:
    notes = []
    if a.sha256 and a.sha256 == b.sha256:
        notes.append("The two statements are identical, character for character (same SHA-256).")
    for side in (a, b):
        code = side.language_code.lower()
        if code and code.split("-")[0] != "en":
            notes.append(
                f"{side.heading} is in {side.language}. The comparison is made for English: "
                "its results are unreliable here."
            )
        if not side.sentences:
            notes.append(f"{side.heading} holds no sentences.")
    if not comparison.links and a.sentences and b.sentences:
        notes.append(
            f"No sentence of {a.letter} matches one of {b.letter}. "
            "The statements may be about different events."
        )
    return notes
