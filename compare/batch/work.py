"""One unit: read, compared, and written whole, with what it was made of."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from compare.batch.manifest import Side, Unit
from compare.contract import to_json
from compare.errors import CompareError, InputError
from compare.model import Comparison, Statement
from compare.output import write_file
from compare.pipeline import compare
from compare.settings import Settings
from compare.sources import ReadOptions, make_statement, read_source

SCHEMA = "readouts/batch-unit/1"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a unit: a comparison or, where it could not be made, the reason."""

    id: str
    key: str
    comparison: Comparison | None
    error: str = ""

    def to_json(self) -> str:
        """Return the unit's file."""
        made = None if self.comparison is None else json.loads(to_json(self.comparison))
        row = {"schema": SCHEMA, "id": self.id, "key": self.key, "error": self.error}
        return json.dumps({**row, "comparison": made}, ensure_ascii=False, indent=1) + "\n"


def unit_file(folder: Path, unit_id: str) -> Path:
    """Return where a unit's result lies; ids are hashed, since any text may be one."""
    name = hashlib.sha256(unit_id.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return folder / "units" / name[:2] / f"{name}.json"


def unit_key(unit: Unit, signature: str) -> str:
    """Return a hash of all that the result is made of: sources, settings, models, version.

    A file counts with its bytes, an address with its name; what is no pair with the reason.
    """
    digest = hashlib.sha256(signature.encode())
    if unit.error:
        digest.update(unit.error.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()
    for side in (unit.a, unit.b):
        row = asdict(side)
        if not side.text and "://" not in side.source:
            row["source"] = side.shown
            try:
                with Path(side.source).open("rb") as stream:
                    row["bytes"] = hashlib.file_digest(stream, "sha256").hexdigest()
            except (OSError, ValueError):
                row["bytes"] = None
        digest.update(json.dumps(row, sort_keys=True).encode())
    return digest.hexdigest()


def read_outcome(path: Path) -> dict[str, Any] | None:
    """Return a unit's file as it was written, or None where there is none that is whole."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) and data.get("schema") == SCHEMA else None


def read_statement(side: Side, options: ReadOptions) -> Statement:
    """Return one side's statement.

    :raises InputError: it can't be read
    """
    given = {name: getattr(side, name) for name in ("speaker", "title", "date", "language")}
    if side.text:
        return make_statement(side.text, source=side.source, **given)
    source = read_source(side.source, options)
    values = {name: value or getattr(source, name) for name, value in given.items()}
    return make_statement(source.text, source=source.name, **values)


def read_sides(unit: Unit, options: ReadOptions) -> tuple[Statement, Statement]:
    """Return the statements of A and B.

    :raises InputError: the manifest names no pair there, or one can't be read
    """
    if unit.error:
        raise InputError(unit.error)
    return read_statement(unit.a, options), read_statement(unit.b, options)


def failed(unit: Unit, key: str, error: BaseException | str) -> Outcome:
    """Return the outcome of a unit that could not be compared."""
    if isinstance(error, CompareError):
        reason = str(error)
    else:
        reason = error if isinstance(error, str) else f"{type(error).__name__}: {error}"
    return Outcome(unit.id, key, None, " ".join(reason.split()) or "unknown")


def compared(
    unit: Unit, key: str, sides: tuple[Statement, Statement], settings: Settings
) -> Outcome:
    """Return the outcome of comparing two statements; whatever goes wrong is an outcome too."""
    try:
        return Outcome(unit.id, key, compare(*sides, settings))
    except Exception as error:  # a batch goes on; the reason stands beside the results
        return failed(unit, key, error)


def do_unit(unit: Unit, key: str, folder: Path, settings: Settings, options: ReadOptions) -> bool:
    """Read, compare and write one unit; return whether there is a comparison.

    :raises OutputError: the result can't be written
    """
    try:
        sides = read_sides(unit, options)
    except Exception as error:
        return keep(failed(unit, key, error), folder)
    return keep(compared(unit, key, sides, settings), folder)


def keep(outcome: Outcome, folder: Path) -> bool:
    """Write a unit's file, whole or not at all; return whether there is a comparison."""
    path = unit_file(folder, outcome.id)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(outcome.to_json(), path)
    return outcome.comparison is not None
