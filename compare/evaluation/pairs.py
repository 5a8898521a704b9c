"""`readouts evaluate pairs`: our comparison and the baseline on the same gold pairs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from compare.evaluation.baseline import baseline
from compare.evaluation.gold import GoldPair, read_gold_folder
from compare.evaluation.metrics import Counts, Prediction, count, total
from compare.evaluation.reliability import Close, Told, close, closeness, reliability, told
from compare.model import Comparison, Span, Statement
from compare.pipeline import compare
from compare.settings import Settings
from compare.sources.statement import make_statement

# Floors for data/gold/test, a little under what `readouts evaluate pairs data/gold/test` printed
# when they were set; lowering one needs a reason in the commit.
FLOORS: dict[str, float] = {"link_f1": 0.72, "omission_f1": 0.71, "divergence_f1": 0.40}

_COLUMNS = (
    ("link F1", "link_f1"),
    ("relation acc.", "relation_accuracy"),
    ("divergence F1", "divergence_f1"),
    ("omission F1", "omission_f1"),
    ("kind precision", "kind_precision"),
    ("kind recall", "kind_recall"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """The counts of one pair: ours, and the baseline's where it was run."""

    name: str
    ours: Counts
    told: tuple[Told, ...]
    close: tuple[Close, ...]
    baseline: Counts | None


def gold_statements(pair: GoldPair) -> tuple[Statement, Statement]:
    """Return both statements, segmented as gold marks them, so that indices mean the same."""
    result = []
    for side in (pair.a, pair.b):
        statement = make_statement(
            side.text, speaker=side.speaker, date=side.date, source=pair.id, language="en"
        )
        spans, at = [], 0
        for sentence in side.sentences:
            spans.append(Span(at, at + len(sentence)))
            at += len(sentence) + 1
        result.append(
            Statement(
                text=statement.text,
                sentences=tuple(spans),
                speaker=statement.speaker,
                date=statement.date,
                language="en",
                source=pair.id,
                sha256=statement.sha256,
            )
        )
    return result[0], result[1]


def compare_gold(pair: GoldPair, settings: Settings) -> Comparison:
    """Return our comparison of a gold pair."""
    return compare(*gold_statements(pair), settings)


def evaluate(folder: Path, settings: Settings, *, with_baseline: bool = True) -> tuple[Row, ...]:
    """Score every gold pair below the folder.

    :raises InputError: there is none
    :raises FormatError: one is not of the form
    """
    rows = []
    for pair in read_gold_folder(folder):
        comparison = compare_gold(pair, settings)
        ours = count(pair, Prediction.of(comparison))
        peer = count(pair, baseline(pair)) if with_baseline else None
        rows.append(Row(pair.id, ours, told(pair, comparison), close(pair, comparison), peer))
    return tuple(rows)


def table(rows: tuple[Row, ...]) -> str:
    """Return the table: ours and, behind a stroke, the baseline's, for each pair and in all."""
    everything = Row(
        f"all {len(rows)}",
        total(row.ours for row in rows),
        tuple(item for row in rows for item in row.told),
        tuple(item for row in rows for item in row.close),
        total(row.baseline for row in rows if row.baseline)
        if all(row.baseline for row in rows)
        else None,
    )
    width = max(len(row.name) for row in (*rows, everything))
    cell = 16
    lines = [f"{'pair':{width}}" + "".join(f"{title:>{cell}}" for title, _ in _COLUMNS)]
    for row in (*rows, everything):
        line = f"{row.name:{width}}"
        for _, name in _COLUMNS:
            text = f"{getattr(row.ours, name):.2f}"
            if row.baseline is not None:
                text += f" / {getattr(row.baseline, name):.2f}"
            line += f"{text:>{cell}}"
        lines.append(line)
    lines.append("")
    ours = everything.ours
    lines.append(
        f"divergences: {ours.divergence_said} told, {ours.divergence_hit} of them right; "
        f"{ours.divergence_gold} marked"
    )
    lines.append(
        "ours / baseline (sentence-transformers cosine >= 0.45, best of either side, agreement "
        "from 0.6)"
        if everything.baseline is not None
        else "baseline not run"
    )
    tables = (reliability(everything.told), closeness(everything.close))
    return "\n".join(lines) + "\n\n" + "\n".join(tables)


def floors_broken(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """Return a sentence for each figure over all pairs that is under its floor."""
    everything = total(row.ours for row in rows)
    return tuple(
        f"{name} is {getattr(everything, name):.3f}, its floor is {floor:.3f}"
        for name, floor in FLOORS.items()
        if getattr(everything, name) < floor
    )
