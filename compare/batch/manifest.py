"""What is to be compared: a table, JSON lines, or a folder of folders."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from compare.errors import InputError
from compare.language.detect import check_language
from compare.sources.dates import check_date

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
    """One pair to compare, or what stands in the manifest in place of one."""

    id: str
    a: Side
    b: Side
    error: str = ""  # why it is no pair: the place in the manifest, and what was expected


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of a table, or one line of JSON."""

    number: int  # as a spreadsheet shows it: the header is row 1, and empty rows count
    line: int  # on which it begins, as an editor shows it
    values: Mapping[str, Any] = field(default_factory=dict)
    error: str = ""  # why it has no values

    @property
    def place(self) -> str:
        """Return where it is; cells of several lines part the row from the line."""
        at = f"row {self.number}"
        return at if self.number == self.line else f"{at} (line {self.line})"


def read_manifest(path: Path, without: Path | None = None) -> tuple[Unit, ...]:
    """Return the units of a CSV or JSONL file, or of a folder, in their order.

    A table has the columns `a` and `b` (files beside the manifest, or addresses) or `a_text` and
    `b_text`, and if wanted `id`, `a_speaker`, `a_title`, `a_date`, `a_language` and the same for B.
    In a folder each folder inside is an event: the statements that its event.json names, or its
    files by name; every two of them are a unit. A row or folder that is no pair is a unit with the
    reason, so that it is listed and the others are compared.

    :param without: a folder inside that is no event, such as the one for the results
    :raises InputError: it can't be read, has a wrong column, or names no pair
    """
    try:
        if path.is_dir():
            units = tuple(_from_folder(path, without))
        else:
            text = path.read_text("utf-8-sig")
            lines = path.suffix.lower() in (".jsonl", ".ndjson")
            units = tuple(_from_rows(_json_rows(text) if lines else _csv_rows(text, path), path))
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
    if all(unit.error for unit in units):
        raise InputError(f"{path} has nothing that can be compared: {units[0].error}")
    return units


def _csv_rows(text: str, path: Path) -> Iterator[_Row]:
    """Yield the rows under the header.

    :raises csv.Error: the quotes are wrong, so that rows can't be told apart from there on
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] = []
    line = 1
    try:
        for number, cells in enumerate(reader, 1):
            if cells and not header:
                header = cells
                _check_header(header, path)
            elif len(cells) > len(header):
                error = f"{len(cells)} cells; expected {len(header)}, as many as in the header"
                yield _Row(number, line, error=error)
            elif cells:
                yield _Row(number, line, dict(zip(header, cells, strict=False)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise csv.Error(f"line {line}: {error}") from None


def _check_header(header: list[str], path: Path) -> None:
    wrong = _unknown(header)
    for side in "ab":
        if not wrong and side not in header and f"{side}_text" not in header:
            wrong = f"no column {side} or {side}_text; expected both sides"
    if wrong:
        raise InputError(f"{path}: {wrong}")


def _unknown(names: Iterable[str]) -> str:
    """Return what is wrong with the names of columns, or ""."""
    unknown = sorted(name for name in names if name not in _COLUMNS)
    if not unknown:
        return ""
    return f"no column {unknown[0]!r}; expected of: {', '.join(sorted(_COLUMNS))}"


def _json_rows(text: str) -> Iterator[_Row]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                row = json.loads(line)
            except (ValueError, RecursionError):
                row = None
            if isinstance(row, dict):
                yield _Row(number, number, row, _unknown(row))
            else:
                yield _Row(number, number, error="expected a JSON object with a and b")


def _from_rows(rows: Iterator[_Row], path: Path) -> Iterator[Unit]:
    seen: dict[str, str] = {}
    for row in rows:
        unit = _row_unit(row, path)
        if unit.id in seen:
            reason = f"the id {unit.id!r} is that of {seen[unit.id]}; expected each id once"
            name = unit.id
            while name in seen:
                name += f" (row {row.number})"
            unit = _no_pair(name, f"{path.name}, {row.place}", reason)
        seen[unit.id] = row.place
        yield unit


def _row_unit(row: _Row, path: Path) -> Unit:
    name = f"{row.number:06}"
    try:
        name = _text(row.values, "id").strip() or name
        if row.error:
            raise InputError(row.error)
        return Unit(name, _side(row, "a", path), _side(row, "b", path))
    except InputError as error:
        return _no_pair(name, f"{path.name}, {row.place}", error)


def _no_pair(name: str, where: str, reason: InputError | str) -> Unit:
    return Unit(name, Side(), Side(), f"{where}: {reason}")


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    if value is None:
        return ""
    if not isinstance(value, str | int):
        raise InputError(f"{name} is {value!r}; expected text")
    return str(value)


def _side(row: _Row, side: str, path: Path) -> Side:
    source, text = _text(row.values, side).strip(), _text(row.values, f"{side}_text")
    if not source and not text.strip():
        raise InputError(
            f"no {side.upper()}; expected a file or address in the column {side}, or words in "
            f"{side}_text"
        )
    if source and not text and "://" not in source:
        try:
            source = str(path.parent / Path(source).expanduser())
        except RuntimeError:  # ~name of someone who isn't here
            raise InputError(f"{side} is {source!r}; expected a file or address") from None
    meta = {name: _text(row.values, f"{side}_{name}").strip() for name in _META}
    made = Side(source or f"row {row.number}, {side.upper()}", text, **meta)
    return _checked(made, side.upper())


def _checked(side: Side, name: str) -> Side:
    """Return a side with its date and language checked, as `readouts compare` checks its own.

    :raises InputError: the date or the language is none
    """
    try:
        return replace(side, date=check_date(side.date), language=check_language(side.language))
    except InputError as error:
        raise InputError(f"in {name} {error}") from None


def _from_folder(folder: Path, without: Path | None) -> Iterator[Unit]:
    left_out = without.resolve() if without is not None else None
    for event in sorted(item for item in folder.iterdir() if item.is_dir()):
        if not event.name.startswith(".") and event.resolve() != left_out:
            yield from _event_units(event)


def _event_units(event: Path) -> Iterator[Unit]:
    """Yield every two statements of an event or, where there are none, why."""
    file = event / "event.json"
    try:
        named = file.is_file()
        sides = _event_sides(file) if named else _file_sides(event)
    except OSError as error:
        yield _no_pair(event.name, event.name, f"can't be read: {error.strerror or error}")
        return
    except InputError as error:
        yield _no_pair(event.name, event.name, error)
        return
    if len(sides) < 2:
        what = "statement in event.json" if named else "file"
        found = f"one {what} ({sides[0].shown})" if sides else f"no {what}"
        reason = f"found {found}; expected two statements or an event.json"
        yield _no_pair(event.name, event.name, reason)
    for (i, a), (j, b) in combinations(enumerate(sides, 1), 2):
        name = f"{event.name}/{i}-{j}" if len(sides) > 2 else event.name
        try:
            yield Unit(name, _checked(a, "A"), _checked(b, "B"))
        except InputError as error:
            yield _no_pair(name, f"{event.name}/event.json", error)


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
                **{n: str(value) for n, value in row.items() if n in known and value is not None},
            )
            for row in data["statements"]
        ]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(
            f"{file.name} is no event ({error}); expected schema {SCHEMA_EVENT}"
        ) from None
