"""`readouts event change` and `event tag`: what is said of an event and of its statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from compare.commands.event_shared import Database, EventId, opened
from compare.commands.reading import Given
from compare.commands.shared import note
from compare.errors import InputError
from compare.report.words import LETTERS

if TYPE_CHECKING:
    from compare.store.records import StoredEvent, StoredStatement


def change_command(
    event: EventId,
    statement: Annotated[
        str | None,
        typer.Argument(
            help="The letter of a statement. [default: the event itself]", show_default=False
        ),
    ] = None,
    title: Annotated[str | None, typer.Option(help="Its title.", show_default=False)] = None,
    date: Annotated[
        str | None, typer.Option(help="Its date, as 2025-02-12.", show_default=False)
    ] = None,
    note_: Annotated[
        str | None,
        typer.Option("--note", help="Of an event: what to know of it.", show_default=False),
    ] = None,
    speaker: Annotated[
        str | None, typer.Option(help="Of a statement: who speaks.", show_default=False)
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="Of a statement: as en.", show_default=False)
    ] = None,
    database: Database = None,
) -> None:
    """Correct what is said of an event or of one of its statements; texts never change.

    Reviews stay. Comparisons of the statement are made again by the next event compare.

    \b
    Examples:
      readouts event change 2026-05-01-call --title "Call on the dam"
      readouts event change 2026-05-01-call B --speaker Presidency --date 2026-05-02
    """
    wanted = {"title": title, "date": date, "note": note_, "speaker": speaker, "language": language}
    given = {name: text for name, text in wanted.items() if text is not None}
    foreign = ("note",) if statement else ("speaker", "language")
    if not given or any(name in given for name in foreign):
        fields = [f"--{name}" for name in wanted if name not in foreign]
        whose = "a statement" if statement else "an event"
        what = f"--{next(name for name in foreign if name in given)} is no" if given else "no"
        raise InputError(f"{what} change of {whose}; expected one of: {', '.join(fields)}")
    checked = Given(date=given.get("date", ""), language=given.get("language", "")).checked()
    given |= {name: getattr(checked, name) for name in ("date", "language") if name in given}
    with opened(database) as store:
        found = store.event(event)
        if statement is None:
            store.change_event(event, **given)
            note(f"changed the {', '.join(given)} of {event}")
            return
        row = _row(found, statement)
        key = store.relabel_statement(event, row.key, **given)
    if key == row.key:
        note("that is what was said of it already; nothing was changed")
        return
    note(
        f"changed the {', '.join(given)} of statement {statement.upper()}; "
        f"readouts event compare {event} compares it again, reviews stay"
    )


def _row(found: StoredEvent, letter: str) -> StoredStatement:
    place = LETTERS.find(letter.strip().upper()) if len(letter.strip()) == 1 else -1
    if not 0 <= place < len(found.statements):
        last = LETTERS[len(found.statements) - 1] if found.statements else "none"
        raise InputError(f"{letter!r} is no statement of {found.id}; expected A to {last}")
    return found.statements[place]


def tag_command(
    event: EventId,
    tags: Annotated[list[str], typer.Argument(help="Tags to add.")],
    remove: Annotated[bool, typer.Option("--remove", help="Take these tags away.")] = False,
    database: Database = None,
) -> None:
    """Add tags to an event, or take them away."""
    with opened(database) as store:
        there = set(store.event(event).tags)
        store.set_tags(event, there - set(tags) if remove else there | set(tags))
        note(f"{event}: {', '.join(store.event(event).tags) or 'no tags'}")
