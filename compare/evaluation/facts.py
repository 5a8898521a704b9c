"""Fact sets: a claim, the same claim in other words, and claims with one fact changed.

One JSON object a line (data/README.md): `base`; `same` and `near`, which assert what base asserts;
`contradicts`, each a text and the kind of evidence that differs; `partial`, compatible and with
less or more; and `other`, another point of the same account.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from compare.errors import FormatError, InputError
from compare.model import EVIDENCE_KINDS, EvidenceKind

Outcome = Literal["agreement", "partial", "divergence", "none"]
FACTS = Path("data/facts/train")
# One fact set in so many is kept from the network that reads both sides (evaluation/entail.py), for
# the relation classifier to learn from.
HELD_OUT = 6
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


@dataclass(frozen=True, slots=True)
class FactPair:
    """Two sentences and what holds between them."""

    a: str
    b: str
    outcome: Outcome
    kind: EvidenceKind | None = None  # what differs, for a divergence
    edited: bool = False  # one is a small edit of the other


@dataclass(frozen=True, slots=True)
class FactSet:
    """One line of a file."""

    topic: str
    pairs: tuple[FactPair, ...]


def _pairs(row: dict[str, Any]) -> tuple[FactPair, ...]:
    base, same, near = row["base"], row["same"], row.get("near", [])
    found = [FactPair(base, text, "agreement") for text in same]
    found.append(FactPair(same[0], same[1], "agreement"))
    found += [FactPair(base, text, "agreement", edited=True) for text in near]
    for item in row["contradicts"]:
        if item["kind"] not in EVIDENCE_KINDS:
            raise ValueError(f"kind {item['kind']!r}")
        found.append(FactPair(base, item["text"], "divergence", item["kind"], edited=True))
        found += [FactPair(text, item["text"], "divergence", item["kind"]) for text in same]
    for text in row["partial"]:
        found += [FactPair(one, text, "partial") for one in (base, *same)]
    found += [FactPair(one, row["other"], "none") for one in (base, *same)]
    return tuple(found)


def read_fact_sets(path: Path) -> list[FactSet]:
    """Return the sets of a file.

    :raises InputError: the file can't be read
    :raises FormatError: a line has another form
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} can't be read ({error}); expected JSON lines") from None
    sets = []
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
            sets.append(FactSet(str(row["topic"]), _pairs(row)))
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise FormatError(
                f"{path} line {number}: {error}; expected a fact set (data/README.md)"
            ) from None
    return sets


def read_fact_folder(folder: Path) -> list[FactSet]:
    """Return the sets of all files of a folder, by file name.

    :raises InputError: there is none, or one can't be read
    :raises FormatError: a line has another form
    """
    paths = sorted(folder.glob("*.jsonl"))
    if not paths:
        raise InputError(f"{folder} holds no .jsonl file; expected fact sets (data/README.md)")
    return [item for path in paths for item in read_fact_sets(path)]


def held_out(sets: Sequence[FactSet]) -> tuple[list[FactSet], list[FactSet]]:
    """Return the sets to train on, and those kept for the relation classifier."""
    kept = [item for at, item in enumerate(sets) if at % HELD_OUT]
    return kept, [item for at, item in enumerate(sets) if at % HELD_OUT == 0]
