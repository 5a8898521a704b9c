"""Gold pairs: two statements with links, relations, kinds and omissions marked by hand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.errors import FormatError, InputError
from compare.model import EVIDENCE_KINDS, RELATIONS, Relation


@dataclass(frozen=True, slots=True)
class GoldSide:
    """One side's sentences; joined by one space they make the statement."""

    speaker: str
    date: str
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        """The statement."""
        return " ".join(self.sentences)


@dataclass(frozen=True, slots=True)
class GoldLink:
    """Sentences that share a claim, marked by hand."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    relation: Relation
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldPair:
    """One hand-marked pair."""

    id: str
    note: str
    a: GoldSide
    b: GoldSide
    links: tuple[GoldLink, ...]
    only_a: tuple[int, ...]
    only_b: tuple[int, ...]

    def pairs(self) -> dict[tuple[int, int], GoldLink]:
        """Return the link of each (a, b) pair of sentences; groups are taken apart."""
        return {(i, j): link for link in self.links for i in link.a for j in link.b}


def _side(data: Any) -> GoldSide:
    return GoldSide(str(data["speaker"]), str(data.get("date", "")), tuple(data["sentences"]))


def _link(data: Any) -> GoldLink:
    relation, kinds = data["relation"], tuple(data["kinds"])
    if relation not in RELATIONS:
        raise ValueError(f"relation {relation!r}, expected one of {', '.join(RELATIONS)}")
    for kind in kinds:
        if kind not in EVIDENCE_KINDS:
            raise ValueError(f"kind {kind!r}, expected one of {', '.join(EVIDENCE_KINDS)}")
    return GoldLink(tuple(data["a"]), tuple(data["b"]), relation, kinds)


def read_gold(path: Path) -> GoldPair:
    """Read one gold pair.

    :raises FormatError: not of the form that data/README.md gives, or an index out of range
    """
    try:
        data = json.loads(path.read_text("utf-8"))
        pair = GoldPair(
            id=str(data["id"]),
            note=str(data.get("note", "")),
            a=_side(data["a"]),
            b=_side(data["b"]),
            links=tuple(_link(row) for row in data["gold"]),
            only_a=tuple(data["only_a"]),
            only_b=tuple(data["only_b"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        reason = f"it has no {error}" if isinstance(error, KeyError) else str(error)
        raise FormatError(
            f"{path} is no gold pair ({reason}); expected the form in data/README.md"
        ) from None
    for name, side, alone in (("a", pair.a, pair.only_a), ("b", pair.b, pair.only_b)):
        linked = {index for link in pair.links for index in getattr(link, name)}
        if linked & set(alone) or linked | set(alone) != set(range(len(side.sentences))):
            raise FormatError(
                f"{path}: side {name} has sentences 0-{len(side.sentences) - 1}; expected each in "
                f"a link or in only_{name}, and never in both"
            )
    return pair


def read_gold_folder(folder: Path) -> tuple[GoldPair, ...]:
    """Read every gold pair below a folder, or the one in a file, ordered by id.

    :raises InputError: there is none
    :raises FormatError: one isn't of the form
    """
    if folder.is_file():
        return (read_gold(folder),)
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; expected gold pairs, such as data/gold/test")
    files = sorted(folder.rglob("*.json"))
    if not files:
        raise InputError(f"{folder} holds no .json file; expected gold pairs (data/README.md)")
    return tuple(sorted((read_gold(file) for file in files), key=lambda pair: pair.id))
