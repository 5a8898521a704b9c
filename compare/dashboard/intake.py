"""From what a reader pasted, uploaded or linked to a statement, and a preview of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from compare.dashboard.link import linked, only_a_link
from compare.errors import InputError
from compare.model import Statement
from compare.report.safe import one_line
from compare.report.words import counted, language_name
from compare.sources import (
    Dropped,
    ReadOptions,
    Source,
    make_statement,
    read_bytes,
)
from compare.sources.headline import headed
from compare.sources.limits import MAX_BYTES

_FIRST, _LAST = date(1800, 1, 1), date(2199, 12, 31)  # days on which people meet and publish
_SNIPPET = 60  # characters of a sentence that a preview shows


@dataclass(frozen=True, slots=True)
class Draft:
    """One side as it stands in the form: pasted text, a file's bytes and name, or a link."""

    text: str = ""
    data: bytes | None = None
    file: str = ""
    link: str = ""
    speaker: str = ""
    title: str = ""
    date: date | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing yet."""
        return self.data is None and not self.text.strip() and not self.link.strip()


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft as it was read."""

    statement: Statement
    note: str  # what the reader should know of how it was read
    warning: str  # why a comparison of it can't be trusted, or empty
    dropped: tuple[Dropped, ...]  # what was left out


def read_draft(draft: Draft, letter: str) -> Reading:
    """Return the statement of a draft, and what the reader should know of how it was read.

    :param letter: of the statement

    :raises InputError: there is nothing in it, it can't be read or had, or it is too large
    """
    called = f"Statement {letter}"
    source = headed(source_of(draft, called), draft.title)
    known = draft.speaker or source.speaker or draft.title or source.title
    named = "" if known.strip() or draft.data is None else name_in(draft.file)
    statement = make_statement(
        source.text,
        speaker=draft.speaker.strip() or source.speaker or named,
        title=draft.title.strip() or source.title,
        date=dated(draft.date, called) or source.date,
        language=source.language,
        source="" if source.name == called else source.name,
    )
    basis = dict(source.basis)
    typed = {"speaker": draft.speaker.strip(), "title": draft.title.strip(), "date": draft.date}
    guesses = [
        f"{field.capitalize()}, from {basis[field]}: {getattr(source, field)}."
        for field, own in typed.items()
        if field in basis and not own
    ]
    if named:
        guesses.append(f"Speaker, from the file’s name: {named}.")
    note = " ".join([*guesses, *(f"{line}." for line in source.notes)])
    return Reading(statement, note, unreliable(statement, letter), source.dropped)


def dated(day: date | None, called: str) -> str:
    """Return a date from a field as it is written down; none is empty.

    :raises InputError: nobody can mean it
    """
    if day is not None and not _FIRST <= day <= _LAST:
        raise InputError(
            f"{called} has the date {day}; expected one from {_FIRST.year} to {_LAST.year}"
        )
    return day.isoformat() if day else ""


def name_in(file: str) -> str:
    """Return what a file's name says of who speaks, without folder and suffix.

    >>> name_in("kremlin_readout.final.txt")
    'Kremlin readout.final'
    """
    name = " ".join(re.split(r"[\s_]+", PurePath(one_line(file)).stem)).strip(" -")
    return name[:1].upper() + name[1:] if re.search(r"[^\W\d_]", name) else ""


def unreliable(statement: Statement, letter: str) -> str:
    """Return why a comparison of a statement can't be trusted, in a sentence or two, or nothing."""
    code = statement.language.lower().split("-")[0]
    if code == "en" or (not code and _latin(statement.text)):
        return ""
    known = f"is in {language_name(code)}" if code else "is in another script than English"
    return (
        f"{letter} {known}. The comparison is made for English: "
        "its results are unreliable here. An English version of the text does better."
    )


def _latin(text: str) -> bool:
    """Say whether a text too short for its language to be told could be English by its letters."""
    letters = [sign for sign in text if sign.isalpha()]
    return 2 * sum(sign.isascii() for sign in letters) >= len(letters)


def source_of(draft: Draft, called: str) -> Source:
    """Read what was given: a paste and a file go the same way, refused for the same reasons.

    :param called: what a paste is called
    :raises InputError: there is nothing in it, it can't be read or had, or it is too large
    """
    if draft.empty:
        raise InputError(
            f"{called} is empty; expected at least one sentence; "
            "paste its text, upload a file or give a link."
        )
    if draft.link.strip():
        return linked(draft.link)
    pasted = draft.data is None
    if pasted and only_a_link(draft.text):
        raise InputError(
            f"{called} is a web address; expected the text itself; for its page, choose "
            "“Give a link” above."
        )
    data = draft.text.encode("utf-8", "replace") if draft.data is None else draft.data
    if len(data) > MAX_BYTES:
        raise InputError(
            f"{called} is over {MAX_BYTES // 1_000_000} MB; expected one statement; "
            "cut the statement out of it."
        )
    name = called if pasted else draft.file
    return read_bytes(data, name, options=ReadOptions(pasted=pasted))


def preview(statement: Statement) -> str:
    """Return what was read, in a line or two: how much, in what language, from where to where."""
    parts = [
        counted(len(statement.sentences), "sentence"),
        counted(len(statement.text.split()), "word"),
        language_name(statement.language),
    ]
    line = " · ".join(part for part in parts if part)
    first, last = statement.sentence(0), statement.sentence(-1)
    if len(statement.sentences) == 1:
        return f"{line}. It says {_closed(first)}"
    return f"{line}. Begins “{_snippet(first)}”, ends with {_closed(last)}"


def _closed(text: str) -> str:
    """Return a snippet in quotation marks that ends a sentence, with one stop."""
    snippet = _snippet(text)
    return f"“{snippet}”" if snippet.endswith((".", "!", "?", "…")) else f"“{snippet}”."


def _snippet(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _SNIPPET else line[:_SNIPPET].rsplit(" ", 1)[0] + " …"


def title_of(a: Statement, b: Statement) -> str:
    """Return a title for an event out of who speaks in it."""
    names = [
        one_line(item.speaker or item.title or item.source).strip() or f"statement {letter}"
        for item, letter in ((a, "A"), (b, "B"))
    ]
    title = f"{names[0]} and {names[1]}"
    return title[:1].upper() + title[1:]
