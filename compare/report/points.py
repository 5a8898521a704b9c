"""The rows of the reading: links and lone sentences, cut into marked words and put in order."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from compare.model import EVIDENCE_KINDS, Comparison, Evidence, EvidenceKind, Side, Span, Statement
from compare.report.words import KINDS, Level, PointKind, level, sureness

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
        note = _plain(self.note)
        return all(_plain(words) in note for words in (self.a, self.b) if words)


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
        return tuple(self.reasons[at] for at in _strongest(self.reasons))

    @property
    def topics(self) -> tuple[EvidenceKind, ...]:
        """The kinds of the strongest reasons, each once."""
        return tuple(dict.fromkeys(reason.kind for reason in self.strongest))

    @property
    def sureness(self) -> str:
        """Confidence in words and as a number: `unsure: 0.30`; empty where there is none."""
        return "" if self.confidence is None else sureness(self.confidence)


def _plain(words: str) -> str:
    return " ".join(words.split())


def _strongest(reasons: tuple[Reason, ...]) -> list[int]:
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
    return re.search(rf"(?<!\w){re.escape(_plain(one))}(?!\w)", _plain(other)) is not None


def reading(comparison: Comparison, letters: tuple[str, str] = ("A", "B")) -> tuple[Point, ...]:
    """Return one point a link or lone sentence: in A's order, with repeats and ranks marked.

    A sentence that only B has stands behind the one that B says before it. Findings rank by
    severity, then divergence before partial before omission, then by place.

    :param letters: what the statements are called
    """
    rows = _without_repeats(_in_order(_points(comparison)))
    if letters != ("A", "B"):
        rows = [_called(point, letters) for point in rows]
    found = [point for point in rows if point.kind != "agreement"]
    order = list(KINDS)
    found.sort(key=lambda point: (-point.severity, order.index(point.kind), point.row))
    ranks = {point.row: rank for rank, point in enumerate(found, 1)}
    return tuple(replace(point, rank=ranks.get(point.row)) for point in rows)


def _points(comparison: Comparison) -> list[Point]:
    """Return links and lone sentences as points that have no place yet."""
    a, b = comparison.a, comparison.b
    points = []
    for link in comparison.links:
        reasons = tuple(_reason(comparison, item) for item in link.evidence)
        listed = tuple(link.evidence[at] for at in _strongest(reasons))
        points.append(
            Point(
                kind=link.relation,
                row=0,
                rank=None,
                severity=link.severity,
                confidence=link.confidence,
                a=tuple(_quote("a", a, index, listed) for index in link.a),
                b=tuple(_quote("b", b, index, listed) for index in link.b),
                reasons=reasons,
            )
        )
    for lone in comparison.only_a:
        quote = _quote("a", a, lone.sentence)
        points.append(Point("only_a", 0, None, lone.severity, None, (quote,), ()))
    for lone in comparison.only_b:
        quote = _quote("b", b, lone.sentence)
        points.append(Point("only_b", 0, None, lone.severity, None, (), (quote,)))
    return points


def _called(point: Point, letters: tuple[str, str]) -> Point:
    """Return a point with its statements called otherwise than A and B."""
    a, b = letters
    return replace(
        point,
        a=tuple(replace(quote, called=a) for quote in point.a),
        b=tuple(replace(quote, called=b) for quote in point.b),
        reasons=tuple(
            replace(reason, note=_note_called(reason, letters)) for reason in point.reasons
        ),
    )


def _note_called(reason: Reason, letters: tuple[str, str]) -> str:
    """Return a note with other letters outside its quotation marks."""
    kept = [re.escape(f"“{_plain(words)}”") for words in (reason.a, reason.b) if words]
    pattern = re.compile("|".join([*kept, "“[^”]*”", r"\b[AB]\b"]))
    named = dict(zip("AB", letters, strict=True))
    return pattern.sub(lambda match: named.get(match[0], match[0]), reason.note)


def _reason(comparison: Comparison, item: Evidence) -> Reason:
    return Reason(
        kind=item.kind,
        a=comparison.a.slice(item.a) if item.a else None,
        b=comparison.b.slice(item.b) if item.b else None,
        note=item.note,
    )


def _quote(
    side: Side, statement: Statement, index: int, evidence: tuple[Evidence, ...] = ()
) -> Quote:
    """Cut a sentence where marked words begin and end."""
    sentence = statement.sentences[index]
    marks: list[tuple[Span, EvidenceKind]] = []
    for item in evidence:
        span = item.a if side == "a" else item.b
        if span is not None and span.start < sentence.end and span.end > sentence.start:
            marks.append((span, item.kind))
    inside = {edge for span, _ in marks for edge in (span.start, span.end)}
    cuts = sorted({sentence.start, sentence.end, *inside})
    cuts = [cut for cut in cuts if sentence.start <= cut <= sentence.end]
    segments = []
    for start, end in pairwise(cuts):
        here = {kind for span, kind in marks if span.start <= start and end <= span.end}
        kinds = tuple(kind for kind in EVIDENCE_KINDS if kind in here)
        segments.append(Segment(statement.text[start:end], kinds))
    return Quote(side, index, tuple(segments))


def _in_order(points: list[Point]) -> list[Point]:
    """Put points in A's order, and each sentence of B alone behind the one B says before it."""
    with_a = [point for point in points if point.a]
    with_a.sort(key=lambda point: (point.a[0].index, point.b[0].index if point.b else -1))
    alone = sorted((p for p in points if p.b and not p.a), key=lambda p: p.b[0].index)
    # A chain from place to the place behind it, from -1, so that thousands of sentences don't
    # shift each other.
    chain = [*with_a, *alone]
    behind: dict[int, int | None] = {place - 1: place for place in range(len(with_a))}
    behind[len(with_a) - 1] = None
    holder: dict[int, int] = {}  # sentence of B -> the first row with it
    for place, point in enumerate(chain):
        for quote in point.b:
            holder.setdefault(quote.index, place)
    known = sorted(holder)
    for place, point in enumerate(alone, len(with_a)):
        at = bisect_left(known, point.b[0].index)
        before = holder[known[at - 1]] if at else -1
        behind[place], behind[before] = behind[before], place
    placed, here = [], behind[-1]
    while here is not None:
        placed.append(chain[here])
        here = behind[here]
    return [replace(point, row=row) for row, point in enumerate(placed, 1)]


def _without_repeats(rows: list[Point]) -> list[Point]:
    """Mark every sentence that an earlier row shows already."""
    seen: set[str] = set()
    marked = []
    for point in rows:
        a = tuple(replace(quote, repeated=quote.anchor in seen) for quote in point.a)
        b = tuple(replace(quote, repeated=quote.anchor in seen) for quote in point.b)
        seen.update(quote.anchor for quote in a + b)
        marked.append(replace(point, a=a, b=b))
    return marked
