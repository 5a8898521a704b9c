"""What reading a source gives: the text, what was guessed of it, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, field

FIELDS = ("speaker", "title", "date", "language")
FILE_MADE = "when the file was made"  # often its template; a date in the text goes before it


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch of a source that is no part of the statement."""

    text: str  # as it stood in the source
    reason: str  # a few words: "byline", "menu", "page number"


@dataclass(frozen=True, slots=True)
class Extract:
    """What a reader of one kind of file found in it; plain values, so that it goes through JSON."""

    text: str
    speaker: str = ""
    title: str = ""
    date: str = ""  # ISO 8601
    language: str = ""  # ISO 639-1
    basis: tuple[tuple[str, str], ...] = ()  # field -> where its guess comes from
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()  # lines of the text that are rows of a table


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it was read, ready to be made a statement; what isn't known is empty."""

    text: str
    name: str  # the file's name, the address, or "standard input"
    encoding: str = ""  # of a file of text, else empty
    kind: str = "text"  # text, post, markdown, html, pdf, docx, json or subtitles
    speaker: str = ""
    title: str = ""
    date: str = ""  # ISO 8601
    language: str = ""  # ISO 639-1
    basis: tuple[tuple[str, str], ...] = ()  # field -> where its guess comes from
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[str, ...] = ()  # what the reader should know, such as an encoding assumed

    @property
    def note(self) -> str:
        """Return all notes as one text."""
        return "; ".join(self.notes)


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How a source is read."""

    allow_private: bool = False  # also fetch from addresses inside the user's own network
    refresh: bool = False  # fetch again what the cache holds
    pasted: bool = False  # what was copied from a screen: marks of HTML and Markdown are its words
    keep_all: bool = False  # leave nothing out of a text
    seconds: float = field(default=20.0)  # for one fetch, redirects and all
