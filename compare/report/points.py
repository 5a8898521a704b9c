"""What a row of the reading holds: quotations with marked words, and the reasons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from compare.model import EvidenceKind, Side
from compare.report.words import PERHAPS, Level, PointKind, level, sureness, two_digits

# Reasons that a report lists of a finding; more hide the ones that matter.
MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of source words; `kinds` is empty where nothing is marked."""

    text: str
    kinds: tuple[EvidenceKind, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence of a side, word for word."""

    side: Side
    index: int  # 0-based
    segments: tuple[Segment, ...]
    repeated: bool = False  # it stands in an earlier row of the reading too
    called: str = ""  # what its statement is called, where that isn't A or B

    @property
    def label(self) -> str:
        """The number that people read: `A3` is the third sentence of A."""
        return f"{self.called or self.side.upper()}{self.index + 1}"

    @property
    def anchor(self) -> str:
        """The sentence's place in the reading, as the name of a link target."""
        return self.label.lower()

    @property
    def runs(self) -> tuple[tuple[str, bool], ...]:
        """The words as the longest runs that are marked or not, whatever their kinds."""
        runs = groupby(self.segments, key=lambda segment: bool(segment.kinds))
        return tuple(("".join(part.text for part in parts), marked) for marked, parts in runs)


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence: its kind and the words on each side; None is an absence."""

    kind: EvidenceKind
    a: str | None
    b: str | None
    note: str

    @property
    def quoted(self) -> bool:
        """Whether the note holds the words of both sides already."""
        note = plain(self.note)
        return all(plain(words) in note for words in (self.a, self.b) if words)


@dataclass(frozen=True, slots=True)
class Near:
    """What comes nearest to a lone sentence on the other side, though no match was claimed."""

    quote: Quote
    probability: float  # that it matches all the same, [0, 1]
    # The finding before that shows both already, since each is the closest to the other; or None.
    seen: int | None = None

    @property
    def lead(self) -> str:
        """What stands over the quotation, or in its place where it was shown before."""
        lead = f"No matching sentence. Closest, {self.likely}:"
        return f"{lead} {self.quote.label}, see finding {self.seen}." if self.seen else lead

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The sentence, where it was not shown before."""
        return () if self.seen else (self.quote,)

    @property
    def brief(self) -> str:
        """The same where there is no room for the words: `closest: B4, probability 0.31`."""
        return f"closest: {self.quote.label}, {self.likely}"

    @property
    def likely(self) -> str:
        """The probability in words."""
        return f"probability {two_digits(self.probability)}"


@dataclass(frozen=True, slots=True)
class Point:
    """One row of the reading: a link, or a sentence that stands alone."""

    kind: PointKind
    row: int  # place in the reading, from 1
    rank: int | None  # place among the findings, from 1; None: no finding
    severity: float  # [0, 1]
    confidence: float | None  # in the relation, [0, 1]; None where there is no relation
    a: tuple[Quote, ...]
    b: tuple[Quote, ...]
    reasons: tuple[Reason, ...] = ()
    near: Near | None = None  # of a sentence that stands alone

    @property
    def places(self) -> str:
        """Where it stands: `A3 ↔ B4, B5`."""
        sides = (quotes for quotes in (self.a, self.b) if quotes)
        return " ↔ ".join(", ".join(quote.label for quote in quotes) for quotes in sides)

    @property
    def perhaps(self) -> Near | None:
        """What a lone sentence may match all the same, or None where it is not worth a look."""
        return self.near if self.near and self.near.probability >= PERHAPS else None

    @property
    def or_closest(self) -> str:
        """What stands behind `no match` in the reading: ` (closest: B4, probability 0.31)`."""
        return f" ({self.perhaps.brief})" if self.perhaps else ""

    @property
    def level(self) -> Level:
        """Severity in a word."""
        return level(self.severity)

    @property
    def kinds(self) -> tuple[EvidenceKind, ...]:
        """In what the sides part: the kinds of evidence, each once."""
        return tuple(dict.fromkeys(reason.kind for reason in self.reasons))

    @property
    def strongest(self) -> tuple[Reason, ...]:
        """The reasons that a report lists; the words of these are marked in the quotes."""
        return tuple(self.reasons[at] for at in strongest(self.reasons))

    @property
    def topics(self) -> tuple[EvidenceKind, ...]:
        """The kinds of the strongest reasons, each once."""
        return tuple(dict.fromkeys(reason.kind for reason in self.strongest))

    @property
    def sureness(self) -> str:
        """Confidence in words and as a number: `unsure: 0.30`; empty where there is none."""
        return "" if self.confidence is None else sureness(self.confidence)


def plain(words: str) -> str:
    return " ".join(words.split())


def strongest(reasons: tuple[Reason, ...]) -> list[int]:
    """Return the places of the first few reasons, none with words of one before it.

    The first of each kind goes before the second of another, as does the first that quotes a side.
    """
    new: list[int] = []
    for at, reason in enumerate(reasons):
        if not any(_repeats(reason, reasons[other]) for other in new):
            new.append(at)
    kept = [reasons[at] for at in new]
    order = sorted(
        range(len(new)), key=lambda at: sum(_outranks(one, kept[at]) for one in kept[:at])
    )
    return [new[at] for at in sorted(order[:MOST_REASONS])]


def _outranks(one: Reason, other: Reason) -> bool:
    """Return whether a reason is of another's kind and quotes every side that it quotes."""
    quotes = ((one.a, other.a), (one.b, other.b))
    return one.kind == other.kind and all(mine or not theirs for mine, theirs in quotes)


def _repeats(reason: Reason, other: Reason) -> bool:
    """Return whether a reason says no words that another one doesn't say on the same side.

    Of one kind, a few words more around the same ones say nothing new either.
    """
    pairs = ((reason.a, other.a), (reason.b, other.b))
    said = [(mine, theirs) for mine, theirs in pairs if mine]
    return bool(said) and all(
        theirs
        and (_stands_in(mine, theirs) or (reason.kind == other.kind and _stands_in(theirs, mine)))
        for mine, theirs in said
    )


def _stands_in(one: str, other: str) -> bool:
    """Return whether the words of one stand in the other, as a run of whole words."""
    return re.search(rf"(?<!\w){re.escape(plain(one))}(?!\w)", plain(other)) is not None
