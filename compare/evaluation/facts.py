"""Fact sets: a claim, and what another account could say of it, with the relation of each.

One JSON object a line, in one of three forms (data/README.md). A set of edits has `base`; `same`
and `near`, which assert what base asserts; `contradicts`, each a text and the kind of evidence that
differs; `partial`, compatible and with less or more; and `other`, another point of the same
account. A contrast set has `a`, the words of one speaker, and `b`, what another speaker might say,
each with its relation, its kinds, and for a divergence the words of both sides that bear it. A
change made by rule has `same`, two sentences that agree; `changed`, the second with one fact
changed; and the `kind` of that fact (evaluation/changed.py).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast, get_args

from compare.errors import FormatError, InputError
from compare.model import EVIDENCE_KINDS, EvidenceKind

Outcome = Literal["agreement", "partial", "divergence", "none"]
FACTS = Path("data/facts/train")
PLAIN = Path("data/facts/plain")  # contrast sets of short plain sentences
STATEMENTS = Path("data/facts/statements")  # contrast sets of official sentences
TURNS = Path("data/facts/turns")  # the same claim turned round, and another in the same words
# What the network learns from before it sees gold pairs, in this order.
LESSONS = (FACTS, PLAIN, STATEMENTS)
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
    kinds: tuple[EvidenceKind, ...] = ()  # what differs or is added
    edited: bool = False  # one is a small edit of the other
    bears: tuple[str, str] | None = None  # the words of a and of b that bear a divergence


@dataclass(frozen=True, slots=True)
class FactSet:
    """One line of a file."""

    topic: str
    pairs: tuple[FactPair, ...]
    contrast: bool = False  # a contrast set
    # A change made by rule; nothing is trained on these, so the key of what is kept leaves it out.
    ruled: bool = field(default=False, repr=False)


def _kinds(*kinds: str) -> tuple[EvidenceKind, ...]:
    for kind in kinds:
        if kind not in EVIDENCE_KINDS:
            raise ValueError(f"kind {kind!r}")
    return cast(tuple[EvidenceKind, ...], kinds)


def _contrasts(row: dict[str, Any]) -> tuple[FactPair, ...]:
    found = []
    for item in row["b"]:
        if item["relation"] not in OUTCOMES:
            raise ValueError(f"relation {item['relation']!r}")
        bears = None
        if item["relation"] == "divergence":
            own, other = item["bears"]
            if own not in row["a"] or other not in item["text"]:
                raise ValueError(f"bears {item['bears']!r}, of which one is not in its text")
            bears = own, other
        kinds = _kinds(*item["kinds"])
        found.append(FactPair(row["a"], item["text"], item["relation"], kinds, bears=bears))
    return tuple(found)


def _pairs(row: dict[str, Any]) -> tuple[FactPair, ...]:
    if "a" in row:
        return _contrasts(row)
    base, same, near = row["base"], row["same"], row.get("near", [])
    found = [FactPair(base, text, "agreement") for text in same]
    found.append(FactPair(same[0], same[1], "agreement"))
    found += [FactPair(base, text, "agreement", edited=True) for text in near]
    for item in row["contradicts"]:
        kinds = _kinds(item["kind"])
        found.append(FactPair(base, item["text"], "divergence", kinds, edited=True))
        found += [FactPair(text, item["text"], "divergence", kinds) for text in same]
    for text in row["partial"]:
        found += [FactPair(one, text, "partial") for one in (base, *same)]
    found += [FactPair(one, row["other"], "none") for one in (base, *same)]
    return tuple(found)


def _ruled(row: dict[str, Any]) -> tuple[FactPair, ...]:
    a, b = row["same"]
    kinds = _kinds(row["kind"])
    return FactPair(a, b, "agreement"), FactPair(a, row["changed"], "divergence", kinds)


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
            ruled = "changed" in row
            pairs = _ruled(row) if ruled else _pairs(row)
            sets.append(FactSet(str(row["topic"]), pairs, "a" in row, ruled))
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise FormatError(
                f"{path} line {number}: {error}; expected a fact set (data/README.md)"
            ) from None
    return sets


def read_fact_folder(folder: Path) -> list[FactSet]:
    """Return the sets of a file, or of all files of a folder, by file name.

    :raises InputError: there is none, or one can't be read
    :raises FormatError: a line has another form
    """
    paths = [folder] if folder.is_file() else sorted(folder.glob("*.jsonl"))
    if not paths:
        raise InputError(f"{folder} holds no .jsonl file; expected fact sets (data/README.md)")
    return [item for path in paths for item in read_fact_sets(path)]


def held_out(sets: Sequence[FactSet]) -> tuple[list[FactSet], list[FactSet]]:
    """Return the sets to train on, and those kept for the relation classifier."""
    kept = [item for at, item in enumerate(sets) if at % HELD_OUT]
    return kept, [item for at, item in enumerate(sets) if at % HELD_OUT == 0]
