"""What the statements dwell on, as plain tables that every format can draw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.insight.records import Insight, NamedKind, Sentences
from compare.report.safe import one_line
from compare.report.words import counted


@dataclass(frozen=True, slots=True)
class SheetCell:
    """Text, and the sentences that it comes from (`B3`)."""

    text: str = ""
    labels: tuple[str, ...] = ()
    share: float | None = None  # [0, 1], for a bar

    @property
    def plain(self) -> str:
        """The cell as text: `24 words, 31% (A1, A4)`."""
        where = ", ".join(self.labels)
        if not self.text:
            return where or "–"
        return f"{self.text} ({where})" if where else self.text


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table; the first column names the rows."""

    name: str  # for links: `topics`
    title: str
    lead: str
    head: tuple[str, ...]
    rows: tuple[tuple[SheetCell, ...], ...]


_KINDS: dict[NamedKind, str] = {
    "entity": "Names",
    "number": "Numbers",
    "date": "Dates",
    "duration": "Lengths of time",
}
_RUNGS = {
    "done": "done",
    "ordered": "ordered",
    "agreed": "agreed",
    "will": "will",
    "plans": "plans to",
    "ready": "is ready to",
    "proposed": "proposed",
    "called_for": "called for",
    "demanded": "demanded",
    "considered": "may, considered",
    "discussed": "discussed",
    "rejected": "rejected",
}


def sheets(insight: Insight, headings: Sequence[str], letters: Sequence[str]) -> tuple[Sheet, ...]:
    """Return the tables of an insight that hold something.

    :param headings: of each statement: `A · Kremlin`
    :param letters: of each statement: `A`
    """
    made = (
        _topics(insight, headings, letters),
        _distinctive(insight, headings, letters),
        *_named(insight, headings, letters),
        _certainty(insight, headings, letters),
    )
    return tuple(sheet for sheet in made if sheet.rows)


def _labels(letter: str, sentences: Sentences) -> tuple[str, ...]:
    return tuple(f"{letter}{i + 1}" for i in dict.fromkeys(sentences))


def _topics(insight: Insight, headings: Sequence[str], letters: Sequence[str]) -> Sheet:
    rows = []
    for topic in insight.topics:
        cells = [SheetCell(one_line(", ".join(topic.words)))]
        for letter, sentences, spent, total in zip(
            letters, topic.sentences, topic.spent, insight.words, strict=True
        ):
            share = spent / total if total else 0.0
            text = f"{counted(spent, 'word')}, {share:.0%}" if spent else ""
            cells.append(SheetCell(text, _labels(letter, sentences), share if spent else None))
        rows.append(tuple(cells))
    return Sheet(
        "topics",
        "Topics",
        "Sentences of all sides grouped by meaning, named by their own words: how many words each "
        "side spends, and what share of its statement.",
        ("Topic", *headings),
        tuple(rows),
    )


def _distinctive(insight: Insight, headings: Sequence[str], letters: Sequence[str]) -> Sheet:
    rows = tuple(
        (
            SheetCell(headings[item.statement]),
            SheetCell(one_line(item.word)),
            SheetCell(f"{item.here}"),
            SheetCell(f"{item.elsewhere}"),
            SheetCell(f"{item.z:.1f}"),
            SheetCell("", _labels(letters[item.statement], item.sentences)),
        )
        for item in insight.distinctive
    )
    return Sheet(
        "distinctive",
        "Distinctive words",
        "Words that one side uses more than the others: log-odds with an informative prior (Monroe "
        "et al. 2008), in standard deviations (z), from 1.3 on. Short texts say little: look at "
        "the sentences.",
        ("Side", "Word", "Here", "Elsewhere", "z", "Sentences"),
        rows,
    )


def _named(insight: Insight, headings: Sequence[str], letters: Sequence[str]) -> Iterator[Sheet]:
    for kind, title in _KINDS.items():
        rows = tuple(
            (
                SheetCell(one_line(f"{item.value} ({item.about})" if item.about else item.value)),
                *(
                    SheetCell("", _labels(letter, sentences))
                    for letter, sentences in zip(letters, item.sentences, strict=True)
                ),
            )
            for item in insight.named
            if item.kind == kind
        )
        yield Sheet(
            f"named-{kind}",
            title,
            "Who gives it, and in which sentence. Values that mean the same stand in one row.",
            (title, *headings),
            rows,
        )


def _certainty(insight: Insight, headings: Sequence[str], letters: Sequence[str]) -> Sheet:
    found = {rung for item in insight.certainty for rung in item.rungs}
    rows = []
    for rung, words in _RUNGS.items():
        if rung not in found:
            continue
        cells = [SheetCell(words)]
        for letter, item in zip(letters, insight.certainty, strict=True):
            acts = item.rungs.get(rung, ())
            share = len(acts) / item.total if acts else None
            text = f"{len(acts)} of {counted(item.total, 'act')}" if acts else ""
            cells.append(SheetCell(text, _labels(letter, acts), share))
        rows.append(tuple(cells))
    return Sheet(
        "certainty",
        "Certainty",
        "How firmly each side puts its acts, the firmest first: the ladder from “done” to "
        "“rejected” that the comparison uses (docs/facts.md).",
        ("Act", *headings),
        tuple(rows),
    )
