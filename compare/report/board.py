"""An event as the rows that a reader sees: its statements, its claims, how its pairs compare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.event.overview import Overview, Said, Status
from compare.insight.records import Insight
from compare.model import UNSURE, Comparison, Signature, Statement
from compare.report.board_parts import BoardPart, Parts
from compare.report.decisions import Decision
from compare.report.safe import one_line
from compare.report.sheets import Sheet, sheets
from compare.report.summary import trust
from compare.report.view import short_name, written_date
from compare.report.words import LETTERS, STATUSES, counted, language_name


@dataclass(frozen=True, slots=True)
class Column:
    """One statement of the event."""

    letter: str
    name: str
    speaker: str
    title: str
    date: str
    source: str
    language: str
    language_code: str
    length: str  # sentences and words, counted
    sha256: str

    @property
    def heading(self) -> str:
        """What stands over the column: `C · Kyiv`."""
        return self.letter if self.name == self.letter else f"{self.letter} · {self.name}"


@dataclass(frozen=True, slots=True)
class BoardCell:
    """What one statement says to a claim: its own sentences, word for word."""

    said: Said
    quotes: tuple[tuple[str, str], ...]  # label (`C3`) and words


@dataclass(frozen=True, slots=True)
class BoardClaim:
    """One claim."""

    number: int
    status: Status
    cells: tuple[BoardCell, ...]
    notes: tuple[str, ...]  # where a sentence stands in another claim too; changes over time
    parts: tuple[BoardPart, ...] = ()  # in what they part, pair by pair
    others: tuple[BoardPart, ...] = ()  # the links that don't make it contested or told in part
    unsure: bool = False  # all that makes it contested is likelier wrong than right

    @property
    def also(self) -> str:
        """The other links in a line: `Also: A1 ↔ C1 = (sure: 0.80).`"""
        return f"Also: {'; '.join(part.head for part in self.others)}." if self.others else ""


@dataclass(frozen=True, slots=True)
class BoardPair:
    """How two statements compare."""

    letters: tuple[str, str]
    counts: tuple[int, int, int, int, int]  # divergence, partial, agreement, only one, only other
    findings: int  # agreements included
    reviewed: int


@dataclass(frozen=True, slots=True)
class Board:
    """An event in the order in which it is read."""

    title: str
    date: str
    about: tuple[str, ...]  # note, attribution, tags: each a line
    headline: str
    columns: tuple[Column, ...]
    groups: tuple[tuple[Status, tuple[BoardClaim, ...]], ...]  # contested first
    pairs: tuple[BoardPair, ...]
    signature: Signature | None  # None: a single statement, which is compared with nothing
    statements: tuple[Statement, ...] = ()
    sheets: tuple[Sheet, ...] = ()  # what the statements dwell on
    trust: str = ""  # how often such findings were right where it was measured, in a sentence

    def made(self) -> tuple[tuple[str, str], ...]:
        """Return what the overview was made with and from, a name and a value a row."""
        signature = self.signature
        hashes = tuple((f"SHA-256 of {c.letter}", c.sha256) for c in self.columns if c.sha256)
        if signature is None:
            return hashes
        return (
            ("version", signature.version),
            *sorted(signature.models.items()),
            *((name, str(value)) for name, value in sorted(signature.settings.items())),
            *hashes,
        )


def make_board(
    title: str,
    statements: Sequence[Statement],
    comparisons: Mapping[tuple[int, int], Comparison],
    overview: Overview,
    *,
    date: str = "",
    about: Sequence[str] = (),
    reviewed: Mapping[tuple[int, int], tuple[int, int]] | None = None,
    decided: Mapping[tuple[int, int], Sequence[Decision]] | None = None,
    insight: Insight | None = None,
) -> Board:
    """Turn an event into what a reader sees.

    :param comparisons: one for every pair of places, as the overview was made of them
    :param about: lines on the event: its note, where it is from, its tags
    :param reviewed: of each pair, how many findings are reviewed and how many there are
    :param decided: of each pair, what reviewers decided
    """
    parts = Parts(comparisons, decided or {})
    of_claim = [parts.of(claim) for claim in overview.claims]
    signature = next((item.signature for _, item in sorted(comparisons.items())), None)
    columns = tuple(_column(LETTERS[place], item) for place, item in enumerate(statements))
    claims = [
        BoardClaim(
            number=claim.number,
            status=claim.status,
            cells=tuple(
                BoardCell(
                    cell.said,
                    tuple(
                        (
                            f"{columns[place].letter}{i + 1}",
                            one_line(statements[place].sentence(i)).strip(),
                        )
                        for i in cell.sentences
                    ),
                )
                for place, cell in enumerate(claim.cells)
            ),
            notes=tuple(_notes(overview, at)),
            parts=of_claim[at][0],
            others=of_claim[at][1],
            unsure=claim.unsure,
        )
        for at, claim in enumerate(overview.claims)
    ]
    groups = tuple(
        (status, tuple(claim for claim in claims if claim.status == status)) for status in STATUSES
    )
    return Board(
        title=one_line(title).strip(),
        date=written_date(one_line(date).strip()),
        about=tuple(one_line(line).strip() for line in about if line.strip()),
        headline=_headline(overview, claims, len(statements)),
        columns=columns,
        groups=groups,
        pairs=tuple(
            _pair(pair, item, reviewed or {}) for pair, item in sorted(comparisons.items())
        ),
        signature=signature,
        trust=trust(signature) if signature else "",
        statements=tuple(statements),
        sheets=sheets(
            insight,
            [column.heading for column in columns],
            [column.letter for column in columns],
        )
        if insight
        else (),
    )


def _column(letter: str, statement: Statement) -> Column:
    sentences, words = len(statement.sentences), len(statement.text.split())
    return Column(
        letter=letter,
        name=short_name(statement, letter),
        speaker=one_line(statement.speaker).strip(),
        title=one_line(statement.title).strip(),
        date=written_date(one_line(statement.date).strip()),
        source=one_line(statement.source).strip(),
        language=one_line(language_name(statement.language)).strip(),
        language_code=statement.language,
        length=f"{counted(sentences, 'sentence')}, {counted(words, 'word')}",
        sha256=statement.sha256,
    )


def _pair(
    pair: tuple[int, int],
    comparison: Comparison,
    reviewed: Mapping[tuple[int, int], tuple[int, int]],
) -> BoardPair:
    counts = comparison.summary()
    done, findings = reviewed.get(pair, (0, sum(counts.values())))
    return BoardPair(
        letters=(LETTERS[pair[0]], LETTERS[pair[1]]),
        counts=(
            counts["divergence"],
            counts["partial"],
            counts["agreement"],
            counts["only_a"],
            counts["only_b"],
        ),
        findings=findings,
        reviewed=done,
    )


def _headline(overview: Overview, claims: Sequence[BoardClaim], statements: int) -> str:
    counts = []
    for status, words in STATUSES.items():
        found = [claim for claim in claims if claim.status == status]
        if found:
            unsure = sum(claim.unsure for claim in found)
            doubt = f" ({unsure if unsure < len(found) else 'all'} of them unsure)"
            doubt = " (unsure)" if unsure == len(found) == 1 else doubt if unsure else ""
            counts.append(f"{len(found):,} {words.tally(len(found))}{doubt}")
    sides = len(overview.sides)
    who = counted(statements, "statement")
    if sides != statements:
        who += f" by {counted(sides, 'side')}"
    if sides == 1:
        return f"{who}, {counted(len(claims), 'claim')}."
    total = counted(len(claims), "claim")
    return f"{who} make {total}: {', '.join(counts)}." if counts else f"{who} make no claims."


def _differ(groups: Sequence[Sequence[int]]) -> str:
    """Return who differs where nobody is the odd one out: `A and B differ.`"""
    named = [[LETTERS[place] for place in group] for group in groups]
    if any(len(group) > 1 for group in named):
        if len(named) > 2:
            return f"{', '.join(map(_listed, named))} differ from each other."
        verb = "differ" if len(named[0]) > 1 else "differs"
        return f"{_listed(named[0])} {verb} from {_listed(named[1])}."
    return f"{_listed([letter for group in named for letter in group])} differ."


def _listed(names: Sequence[str]) -> str:
    return " and ".join([*([", ".join(names[:-1])] if names[1:] else []), names[-1]])


_CHANGES = {
    "kept": "says it in each statement",
    "added": "says it only later",
    "dropped": "no longer says it later",
    "changed": "tells it differently later",
}


def _notes(overview: Overview, at: int) -> list[str]:
    claim = overview.claims[at]
    notes = []
    if claim.unsure:
        notes.append(f"Unsure (confidence under {UNSURE:.2f}).")
    if claim.differ:
        notes.append(_differ(claim.differ))
    if claim.see:
        *most, last = (str(number) for number in claim.see)
        numbers = f"claims {', '.join(most)} and {last}" if most else f"claim {last}"
        notes.append(f"A sentence here stands in {numbers} too.")
    notes += [
        f"{one_line(overview.sides[side].name)} {_CHANGES[change]}."
        for side, change in sorted(claim.changes.items())
    ]
    return notes
