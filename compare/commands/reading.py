"""How commands read a source: options, overrides, and what is said of what was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from compare.commands.shared import note

if TYPE_CHECKING:
    from compare.model import Statement
    from compare.sources import Dropped, ReadOptions, Source

ShowDropped = Annotated[
    bool,
    typer.Option(
        "--show-dropped", help="List what was left out of each source, and why, on standard error."
    ),
]
KeepAll = Annotated[
    bool,
    typer.Option("--keep-all", help="Leave nothing out of a text: no menus, bylines, captions."),
]
AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private", help="Also fetch from addresses inside your own network or machine."
    ),
]
Refresh = Annotated[
    bool, typer.Option("--refresh", help="Fetch again what the cache of pages holds.")
]
_SHOWN = 200  # characters of a dropped stretch that are listed


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of a source; it goes before what was guessed."""

    speaker: str = ""
    title: str = ""
    date: str = ""  # ISO 8601
    language: str = ""  # ISO 639-1

    def checked(self) -> Given:
        """Return it with its date and language checked.

        :raises InputError: the date or the language is none
        """
        from compare.language.detect import check_language
        from compare.sources.dates import check_date

        return Given(self.speaker, self.title, check_date(self.date), check_language(self.language))


def read_side(side: str, name: str, given: Given, options: ReadOptions, dropped: bool) -> Statement:
    """Read one side and say on standard error what was read, guessed and left out.

    :param side: "a" or "b"
    :raises InputError: the source can't be read
    """
    from compare.sources import make_statement, read_source
    from compare.sources.headline import headed
    from compare.sources.records import FIELDS

    source = read_source(name, options)
    if not options.keep_all:
        source = headed(source, given.title)
    values = {field: getattr(given, field) or getattr(source, field) for field in FIELDS}
    # A plain text with nothing guessed or left out needs no word; the report shows the rest.
    if source.dropped or source.kind != "text" or any(f != "language" for f, _ in source.basis):
        note(described(source, given, side))
    for line in source.notes:
        note(line)
    if dropped:
        list_dropped(source.dropped, side.upper())
    return make_statement(source.text, source=source.name, **values)


def described(source: Source, given: Given, side: str) -> str:
    """Return in a line what is known of a source and where each guess comes from."""
    from compare.sources.records import FIELDS

    basis = dict(source.basis)
    known, unknown = [], []
    for field in FIELDS:
        value = getattr(given, field) or getattr(source, field)
        if not value:
            unknown.append(field)
        elif getattr(given, field):
            known.append(f"{field} “{_short(value)}”")
        else:
            known.append(f"{field} “{_short(value)}” (from {basis.get(field, 'the source')})")
    lead = f"{side.upper()}: " if side else ""
    line = f"{lead}{_short(source.name)} read as {source.kind}"
    if known:
        line += f"; {', '.join(known)}"
    if unknown:
        line += f"; not known: {', '.join(unknown)}"
        if side:
            line += f" (set with {', '.join(f'--{side}-{field}' for field in unknown)})"
    if source.dropped:
        reasons = ", ".join(dict.fromkeys(item.reason for item in source.dropped))
        line += f"; {len(source.dropped)} left out: {_short(reasons)} (see --show-dropped)"
    return line


def list_dropped(dropped: tuple[Dropped, ...], side: str) -> None:
    """List on standard error what was left out of a source."""
    if not dropped:
        note(f"{side}: nothing was left out")
    for item in dropped:
        note(f"{side}: left out, {item.reason}: {_short(item.text, _SHOWN)}")


def _short(text: str, limit: int = 90) -> str:
    from compare.report.safe import one_line

    line = " ".join(one_line(text).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
