"""The built-in events: statements that come with the product, so that it never starts empty."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from compare.errors import FormatError, SettingError
from compare.model import Statement
from compare.sources.statement import make_statement

BUILT_IN = "2025-02-12-trump-putin-call"
SCHEMA = "readouts/event/1"


@dataclass(frozen=True, slots=True)
class Event:
    """Two or more statements on one occasion."""

    id: str
    title: str
    date: str  # ISO 8601
    note: str
    attribution: str
    statements: tuple[Statement, ...]


def samples_folder() -> Path:
    """Return the folder with the built-in events, in the package or in the source tree."""
    package = Path(__file__).parents[1]
    installed = package / "samples"
    return installed if installed.is_dir() else package.parent / "data" / "samples"


def sample_ids() -> tuple[str, ...]:
    """Return the built-in events' ids, the first one first."""
    found = sorted(file.parent.name for file in samples_folder().glob("*/event.json"))
    return tuple(sorted(found, key=lambda name: (name != BUILT_IN, name)))


@lru_cache(maxsize=8)
def load_sample(name: str = BUILT_IN) -> Event:
    """Return a built-in event.

    :raises SettingError: there is none of that id
    """
    if name not in sample_ids():
        raise SettingError(f"no built-in event {name!r}; choose one of: {', '.join(sample_ids())}")
    return read_event(samples_folder() / name / "event.json")


def read_event(path: Path) -> Event:
    """Read an event file and the statements that it names, which lie beside it.

    :raises FormatError: it isn't of the form `readouts/event/1`, or a statement is missing
    """
    try:
        data = json.loads(path.read_text("utf-8"))
        if data["schema"] != SCHEMA:
            raise FormatError(f"{path}: schema is {data['schema']!r}, expected {SCHEMA!r}")
        statements = tuple(
            make_statement(
                (path.parent / Path(row["file"]).name).read_text("utf-8"),
                speaker=row["speaker"],
                date=row["date"],
                title=row["title"],
                language=row.get("language", ""),
                source=row["file"],
            )
            for row in data["statements"]
        )
        return Event(
            data["id"], data["title"], data["date"], data["note"], data["attribution"], statements
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FormatError(
            f"{path} is no event file ({type(error).__name__}: {error}); expected {SCHEMA}"
        ) from None
