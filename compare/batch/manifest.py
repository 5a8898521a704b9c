"""What is to be compared: a table, JSON lines, or a folder of folders."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import combinations
from pathlib import Path
from typing import Any

from compare.errors import InputError

SCHEMA_EVENT = "readouts/event/1"
_META = ("speaker", "title", "date", "language")
_COLUMNS = {"id", "a", "b", "a_text", "b_text"} | {f"{s}_{name}" for s in "ab" for name in _META}


@dataclass(frozen=True, slots=True)
class Side:
    """Where one statement comes from: a file or address, or its text."""

    source: str = ""  # path or http(s) address
    text: str = ""  # given in the manifest; then `source` is only its name
    speaker: str = ""
    title: str = ""
    date: str = ""
    language: str = ""

    @property
    def shown(self) -> str:
        """What the statement's source is called."""
        return self.source if self.text or "://" in self.source else Path(self.source).name


@dataclass(frozen=True, slots=True)
class Unit:
    """One pair to compare."""

    id: str
    a: Side
    b: Side


def read_manifest(path: Path) -> tuple[Unit, ...]:
    """Return the units of a CSV or JSONL file, or of a folder, in their order.

    A table has the columns `a` and `b` (files beside the manifest, or addresses) or `a_text` and
    `b_text`, and if wanted `id`, `a_speaker`, `a_title`, `a_date`, `a_language` and the same for B.
    In a folder each folder inside is an event: the statements that its event.json names, or its
    files by name; every two of them are a unit.

    :raises InputError: it can't be read, names no unit, or two units have one id
    """
    try:
        if path.is_dir():
            units = tuple(_from_folder(path))
        else:
            text = path.read_text("utf-8-sig")
            rows = _json_rows(text, path) if path.suffix.lower() in (".jsonl", ".ndjson") else None
            units = tuple(_from_rows(_csv_rows(text) if rows is None else rows, path))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            f"{path} can't be read: {reason}; expected a CSV or JSONL file, or a folder of folders"
        ) from None
    if not units:
        raise InputError(
            f"{path} names nothing to compare; expected rows with the columns a and b, or folders "
            "with two files each"
        )
    seen: set[str] = set()
    for unit in units:
        if unit.id in seen:
            raise InputError(f"{path}: two units have the id {unit.id!r}; expected each id once")
        seen.add(unit.id)
    return units


def _csv_rows(text: str) -> Iterator[Mapping[str, Any]]:
    yield from csv.DictReader(io.StringIO(text, newline=""), strict=True)


def _json_rows(text: str, path: Path) -> Iterator[Mapping[str, Any]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError:
                row = None
            if not isinstance(row, dict):
                raise InputError(f"{path}, line {number}: expected a JSON object with a and b")
            yield row


def _from_rows(rows: Iterator[Mapping[str, Any]], path: Path) -> Iterator[Unit]:
    for number, row in enumerate(rows, 1):
        unknown = sorted(str(name) for name in row if name not in _COLUMNS)
        if unknown:
            raise InputError(
                f"{path}: no column {unknown[0]!r}; expected of: {', '.join(sorted(_COLUMNS))}"
            )
        values = {name: _text(value, name, number, path) for name, value in row.items()}
        name = values.get("id", "").strip() or f"{number:06}"
        yield Unit(name, _side(values, "a", number, path), _side(values, "b", number, path))


def _text(value: Any, name: str, number: int, path: Path) -> str:
    if value is None:
        return ""
    if not isinstance(value, str | int):
        raise InputError(f"{path}, row {number}: {name} is {value!r}; expected text")
    return str(value)


def _side(values: Mapping[str, str], side: str, number: int, path: Path) -> Side:
    source, text = values.get(side, "").strip(), values.get(f"{side}_text", "")
    if not source and not text.strip():
        raise InputError(
            f"{path}, row {number}: no {side.upper()}; expected a file or address in the column "
            f"{side}, or words in {side}_text"
        )
    if source and not text and "://" not in source:
        source = str(path.parent / Path(source).expanduser())
    meta = {name: values.get(f"{side}_{name}", "").strip() for name in _META}
    return Side(source or f"row {number}, {side.upper()}", text, **meta)


def _from_folder(folder: Path) -> Iterator[Unit]:
    for event in sorted(item for item in folder.iterdir() if item.is_dir()):
        file = event / "event.json"
        sides = _event_sides(file) if file.is_file() else _file_sides(event)
        many = len(sides) > 2
        for (i, a), (j, b) in combinations(enumerate(sides, 1), 2):
            yield Unit(f"{event.name}/{i}-{j}" if many else event.name, a, b)


def _file_sides(event: Path) -> list[Side]:
    files = sorted(item for item in event.iterdir() if item.is_file())
    return [Side(str(item)) for item in files if not item.name.startswith(".")]


def _event_sides(file: Path) -> list[Side]:
    try:
        data = json.loads(file.read_text("utf-8"))
        if data["schema"] != SCHEMA_EVENT:
            raise ValueError(f"schema {data['schema']!r}")
        known = {item.name for item in fields(Side)} - {"source", "text"}
        return [
            Side(
                str(file.parent / row["file"]),
                **{name: str(value) for name, value in row.items() if name in known},
            )
            for row in data["statements"]
        ]
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{file} is no event ({error}); expected schema {SCHEMA_EVENT}") from None
