"""`readouts article`: both sides out of one news article, and their comparison."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from compare.commands.extras import extras_for
from compare.commands.reading import (
    AllowPrivate,
    Given,
    Refresh,
    ShowDropped,
    described,
    list_dropped,
)
from compare.commands.shared import (
    CrossEncoder,
    DivergenceThreshold,
    Embedder,
    Format,
    LinkThreshold,
    Output,
    check_output,
    emit,
    format_name,
    note,
    terminal,
)
from compare.settings import settings_from

if TYPE_CHECKING:
    from compare.sources.article import Article, ArticleSide

SCHEMA = "readouts/article/1"


def article_command(
    source: Annotated[
        str, typer.Argument(help="A file of any kind that is read, a web address, or -.")
    ],
    a: Annotated[
        str, typer.Option("--a", help="Voice of side A. [default: the one quoted most]")
    ] = "",
    b: Annotated[
        str, typer.Option("--b", help="Voice of side B. [default: the next after it]")
    ] = "",
    list_voices: Annotated[
        bool, typer.Option("--list", help="Show who is quoted or reported, and stop.")
    ] = False,
    format: Format = None,
    output: Output = None,
    date: Annotated[
        str, typer.Option(help="Date of the article, as 2025-02-12. [default: guessed]")
    ] = "",
    language: Annotated[
        str, typer.Option(help="Language of the article, as en. [default: guessed]")
    ] = "",
    show_dropped: ShowDropped = False,
    allow_private: AllowPrivate = False,
    refresh: Refresh = False,
    embedder: Embedder = None,
    cross_encoder: CrossEncoder = None,
    link_threshold: LinkThreshold = None,
    divergence_threshold: DivergenceThreshold = None,
) -> None:
    """Compare the two sides that a news article quotes and reports.

    Each side's direct quotations and reported statements are found and joined, with pronouns and
    other names of the same voice; the reporter's own words are nobody's. Several names of one
    side are parted by commas.

    \b
    Examples:
      readouts article news.html --list
      readouts article news.html
      readouts article https://news.example/talks --a Kremlin --b "White House,President" -o r.html
      readouts article news.txt --list --format json
    """
    chosen = format_name(format, output, ("text", "json") if list_voices else None)
    check_output(output, (source,))
    settings = settings_from(
        embedder=embedder,
        cross_encoder=cross_encoder,
        link_threshold=link_threshold,
        divergence_threshold=divergence_threshold,
    )
    given = Given(date=date, language=language).checked()
    from compare.sources import ReadOptions, read_source
    from compare.sources.article import check_article, nobodys_note, pick_sides, read_article

    read = read_source(source, ReadOptions(allow_private=allow_private, refresh=refresh))
    read = replace(read, date=given.date or read.date, language=given.language or read.language)
    note(described(read, given, ""))
    for line in read.notes:
        note(line)
    if show_dropped:
        list_dropped(read.dropped, "article")
    article = read_article(read)
    if not (a and b) and not (list_voices and chosen == "json"):
        check_article(article)
    nobodys = nobodys_note(article)
    if nobodys:
        note(nobodys)
    if list_voices:
        emit(article_json(article) if chosen == "json" else voices_text(article), output)
        return
    sides = pick_sides(article, a, b)
    for letter, side in zip("AB", sides, strict=True):
        note(_side_note(letter, side))
    from compare.pipeline import compare
    from compare.report import notes, render_bytes

    comparison = compare(sides[0].statement, sides[1].statement, settings)
    for line in notes(comparison):
        note(line)
    width, colour = terminal(output)
    extras = extras_for(comparison, chosen)
    emit(render_bytes(comparison, chosen, width=width, colour=colour, extras=extras), output)


def _side_note(letter: str, side: ArticleSide) -> str:
    """Return in a line whose words a side has, and which are reported only."""
    direct = [n for n, origin in enumerate(side.origins, 1) if origin.manner == "direct"]
    reported = [n for n, origin in enumerate(side.origins, 1) if origin.manner == "reported"]
    parts = [
        f"{manner} {', '.join(f'{letter}{number}' for number in numbers)}"
        for manner, numbers in (("quoted", direct), ("reported", reported))
        if numbers
    ]
    return f"{letter}: {side.statement.speaker}: {'; '.join(parts)}"


def voices_text(article: Article) -> str:
    """Return the voices with their counts, for a terminal."""
    from compare.report.safe import one_line

    if not article.voices:
        return "No one is quoted or reported in this article.\n"
    width = min(40, max(len(one_line(voice.name)) for voice in article.voices))
    lines = [f"{'voice':{width}}  quoted  reported  also called"]
    for voice in article.voices:
        others = [alias for alias in voice.aliases if alias != voice.name][:4]
        name = one_line(voice.name)[:width]
        called = one_line(", ".join(others))
        lines.append(f"{name:{width}}  {voice.direct:6}  {voice.reported:8}  {called}".rstrip())
    return "\n".join(lines) + "\n"


def article_json(article: Article) -> str:
    """Return voices and claims as `readouts/article/1`; offsets are code points into its text."""
    source = article.source
    data = {
        "schema": SCHEMA,
        "title": source.title,
        "date": source.date,
        "language": source.language,
        "source": source.name,
        "text": source.text,
        "voices": [
            {
                "name": voice.name,
                "aliases": list(voice.aliases),
                "direct": voice.direct,
                "reported": voice.reported,
                "claims": [
                    {
                        "manner": claim.manner,
                        "text": article.words(claim),
                        "spans": [{"start": s.start, "end": s.end} for s in claim.spans],
                    }
                    for claim in article.claims
                    if claim.voice == voice.key
                ],
            }
            for voice in article.voices
        ],
        "nobodys": [
            {"text": source.text[s.start : s.end], "start": s.start, "end": s.end}
            for s in article.nobodys
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
