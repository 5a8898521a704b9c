"""`readouts event …`: events that last, with any number of statements."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated

import typer

from compare.commands.event_change import change_command, tag_command
from compare.commands.event_compare import compare_command, gold_command
from compare.commands.event_review import review_command
from compare.commands.event_shared import Database, EventId, one_line, opened
from compare.commands.reading import AllowPrivate, Given, KeepAll, Refresh, read_side
from compare.commands.shared import check_name, check_output, is_device, note
from compare.errors import ArchiveError, InputError
from compare.output import write_file, write_stdout
from compare.report.words import counted, language_name

event_app = typer.Typer(
    help="Events that last: their statements, comparisons and reviews.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
event_app.command("compare")(compare_command)
event_app.command("change")(change_command)
event_app.command("tag")(tag_command)
event_app.command("review")(review_command)
event_app.command("gold")(gold_command)

Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
Tags = Annotated[list[str] | None, typer.Option("--tag", help="A tag; may be given repeatedly.")]


@event_app.command("new")
def new_command(
    title: Annotated[str, typer.Argument(help="What the event is, in a few words.")],
    date: Annotated[str, typer.Option(help="Date of the event, as 2025-02-12.")] = "",
    note_: Annotated[str, typer.Option("--note", help="What a reader should know of it.")] = "",
    tag: Tags = None,
    id: Annotated[
        str, typer.Option("--id", help="Its short name. [default: made of date and title]")
    ] = "",
    sample: Annotated[
        str | None,
        typer.Option(help="Take the statements of a built-in event (readouts demo --list)."),
    ] = None,
    database: Database = None,
) -> None:
    """Make an event and print its id, which the other commands take.

    \b
    Examples:
      readouts event new "Call on the dam" --date 2026-05-01 --tag dam
      readouts event new "The call" --sample 2025-02-12-trump-putin-call
    """
    from compare.sources.dates import check_date
    from compare.sources.samples import load_sample

    source = load_sample(sample) if sample else None
    with opened(database, make=True) as store:
        event_id = store.new_event(
            title,
            date=check_date(date) or (source.date if source else ""),
            note=note_ or (source.note if source else ""),
            attribution=source.attribution if source else "",
            tags=tag or (),
            id=id,
        )
        for statement in source.statements if source else ():
            store.add_statement(event_id, statement)
        note(f"made {event_id} in {store.name}")
    write_stdout(f"{event_id}\n")


@event_app.command("add")
def add_command(
    event: EventId,
    path: Annotated[
        str, typer.Argument(help="A file of any kind that is read, a web address, or -.")
    ],
    speaker: Annotated[str, typer.Option(help="Who speaks.")] = "",
    title: Annotated[str, typer.Option(help="Its title.")] = "",
    date: Annotated[str, typer.Option(help="Its date, as 2025-02-12.")] = "",
    language: Annotated[str, typer.Option(help="Its language, as en. [default: guessed]")] = "",
    keep_all: KeepAll = False,
    allow_private: AllowPrivate = False,
    refresh: Refresh = False,
    database: Database = None,
) -> None:
    """Add a statement to an event; its text can't be changed afterwards.

    A statement without a date of its own gets that of the event.

    \b
    Examples:
      readouts event add 2026-05-01-call-on-the-dam post.txt --speaker Governor
      pbpaste | readouts event add 2026-05-01-call-on-the-dam - --speaker Presidency
    """
    from compare.sources import ReadOptions

    given = Given(speaker, title, date, language).checked()
    options = ReadOptions(allow_private=allow_private, refresh=refresh, keep_all=keep_all)
    with opened(database) as store:
        store.event(event)  # a mistyped one is said before anything is read
    statement = read_side("", path, given, options, dropped=False)
    with opened(database) as store:
        known = store.event(event)
        if not statement.date:
            statement = replace(statement, date=known.date)
        store.add_statement(event, statement)
        place = len(known.statements) + 1
    same = [at for at, row in enumerate(known.statements) if row.statement.text == statement.text]
    if same:
        note(
            f"warning: the text is that of statement {chr(65 + same[0])}, character for character; "
            "two speakers with one text count as two sides"
        )
    told = [counted(len(statement.sentences), "sentence")]
    told += [one_line(text) for text in (statement.speaker, statement.title) if text]
    told += [f"dated {statement.date}"] if statement.date else []
    note(f"added statement {chr(64 + place)} to {event}: {', '.join(told)}")
    if statement.language.split("-")[0].lower() not in ("", "en"):
        name = language_name(statement.language)
        note(f"it is in {name}; comparisons are made for English, so results are unreliable")


@event_app.command("list")
def list_command(
    tag: Annotated[str | None, typer.Option(help="Only events of this tag.")] = None,
    as_json: Json = False,
    database: Database = None,
) -> None:
    """List the events, the latest first."""
    with opened(database) as store:
        rows = store.events(tag)
    if as_json:
        write_stdout(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1) + "\n")
        return
    if not rows:
        note("no events yet; make one with: readouts event new TITLE")
    for row in rows:
        done = f"{row.reviewed} of {row.findings} reviewed" if row.findings else "not compared yet"
        tags = "".join(f"  #{name}" for name in row.tags)
        who = ", ".join(row.speakers) or "no statements yet"
        write_stdout(
            f"{row.id}\n    {one_line(row.title)}{one_line(tags)}\n    {one_line(who)}; {done}\n"
        )


@event_app.command("show")
def show_command(event: EventId, as_json: Json = False, database: Database = None) -> None:
    """Show an event's statements, and how far its comparisons and reviews are."""
    from compare.store.verdicts import corrected, standings

    with opened(database) as store:
        found = store.event(event)
        history = store.reviews(event)
        newest = {
            (i, j): store.comparisons(found, a, b)
            for i, a in enumerate(found.statements)
            for j, b in enumerate(found.statements)
            if i < j
        }
    if as_json:
        write_stdout(json.dumps(asdict(found), ensure_ascii=False, indent=1) + "\n")
        return
    lines = [f"{found.id}", f"{found.title}", *(line for line in (found.date, found.note) if line)]
    lines += [f"#{tag}" for tag in found.tags]
    for place, row in enumerate(found.statements):
        item = row.statement
        facts = [item.speaker, item.title, item.date, item.source]
        about = " · ".join(fact for fact in facts if fact)
        count_of = counted(len(item.sentences), "sentence")
        lines.append(f"{chr(65 + place)}  {about}  ({count_of})")
    for (i, j), rows in newest.items():
        pair = f"{chr(65 + i)} – {chr(65 + j)}"
        if not rows:
            lines.append(f"{pair}  not compared yet; readouts event compare {found.id}")
            continue
        counts = corrected(rows[0].comparison, history).summary()
        states = standings(rows[0].comparison, history)
        done = sum(state.standing != "open" for state in states)
        names = {"only_a": f"only in {pair[0]}", "only_b": f"only in {pair[-1]}"}
        told = ", ".join(f"{number} {names.get(name, name)}" for name, number in counts.items())
        older = f"; {len(rows) - 1} older" if len(rows) > 1 else ""
        lines.append(f"{pair}  {told}; {done} of {len(states)} reviewed{older}")
    write_stdout("".join(f"{one_line(line)}\n" for line in lines))


@event_app.command("search")
def search_command(
    words: Annotated[list[str], typer.Argument(help="Words, or a phrase as '\"peace talks\"'.")],
    limit: Annotated[int, typer.Option(help="The most hits that are shown.", min=1)] = 50,
    as_json: Json = False,
    database: Database = None,
) -> None:
    """Search statements, notes and titles for sentences that hold all the words.

    \b
    Examples:
      readouts event search fishermen
      readouts event search '"root causes"' negotiat
    """
    with opened(database) as store:
        hits = store.search(" ".join(words), limit)
    if as_json:
        write_stdout(json.dumps([asdict(hit) for hit in hits], ensure_ascii=False, indent=1) + "\n")
        return
    if not hits:
        note("nothing holds all of these words")
    for hit in hits:
        who = f"{hit.where}: " if hit.where else ""
        write_stdout(f"{hit.event}  {hit.kind}  {one_line(who + hit.text)}\n")


@event_app.command("export")
def export_command(
    event: EventId,
    output: Annotated[
        str | None, typer.Option("--output", "-o", help="The file. [default: EVENT.readouts.zip]")
    ] = None,
    database: Database = None,
) -> None:
    """Write a whole event, reviews included, to one file; import gives the same back."""
    from compare.store.archive import export_event

    target = f"{event}.readouts.zip" if output is None else output
    check_name(target, "EVENT.zip")
    if Path(target).suffix.lower() != ".zip" and not is_device(target):
        raise InputError(
            f"an event is not written as {target}; expected a name that ends in .zip; "
            "'readouts event compare' writes reports"
        )
    with opened(database) as store:
        check_output(target, (store.name,))
        data = export_event(store, event)
    write_file(data, Path(target))
    note(f"wrote {target}")


@event_app.command("import")
def import_command(
    path: Annotated[Path, typer.Argument(help="A file that 'readouts event export' wrote.")],
    as_: Annotated[str, typer.Option("--as", help="Take it in under this id.")] = "",
    database: Database = None,
) -> None:
    """Take in an exported event, whole or not at all, and print its id."""
    from compare.store.archive import import_event, read_archive
    from compare.store.events import check_id
    from compare.store.unpack import MAX_PACKED

    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_PACKED + 1)
    except OSError as error:
        raise ArchiveError(
            f"{path} can't be read: {error.strerror or error}; expected a file that "
            "'readouts event export' wrote"
        ) from None
    if as_:
        check_id(as_)
    try:
        archived = read_archive(data)  # before a database is made for it
        with opened(database, make=True) as store:
            event_id = import_event(store, archived, as_)
            note(f"took {event_id} into {store.name}")
    except ArchiveError as error:
        raise ArchiveError(f"{path}: {error}") from None
    write_stdout(f"{event_id}\n")


@event_app.command("delete")
def delete_command(
    event: EventId,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Delete without asking.")] = False,
    database: Database = None,
) -> None:
    """Delete an event with its statements, comparisons and reviews; it asks first."""
    with opened(database) as store:
        found = store.event(event)
        count = sum(len(rows) for rows in store.reviews(event).values())
        statements = counted(len(found.statements), "statement")
        what = f"{one_line(found.title)}, {statements}, {counted(count, 'review')}"
        if not yes:
            if not sys.stdin.isatty():
                raise InputError(
                    f"{event} was not deleted, because nobody can be asked here; give --yes"
                )
            note(f"this deletes {what}; 'readouts event export {event}' keeps a copy")
            if not typer.confirm("Delete it?", err=True):
                raise typer.Abort
        store.delete_event(event)
    note(f"deleted {event}: {what}")
