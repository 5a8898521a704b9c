"""Two voices of an article as statements, whose sentences know where they stand in the article."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.errors import InputError
from compare.language.sentences import split_sentences
from compare.model import Span, Statement
from compare.sources.article.records import Article, Manner, Voice

_BETWEEN = "\n\n"  # between claims; the words of a statement are the article's alone


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a sentence of a statement stands in the article, and how it is given there."""

    spans: tuple[Span, ...]  # offsets into the article's text
    manner: Manner


@dataclass(frozen=True, slots=True)
class ArticleSide:
    """One side of an article."""

    voices: tuple[Voice, ...]
    statement: Statement
    origins: tuple[Origin, ...]  # one for each sentence of the statement


def pick_sides(article: Article, a: str = "", b: str = "") -> tuple[ArticleSide, ArticleSide]:
    """Return the two voices that were named, or the two quoted most.

    :param a: names of the voices of side A, parted by commas; empty for the one quoted most
    :raises InputError: there aren't two voices, or a name fits none or the same as the other
    """
    if len(article.voices) < 2:
        found = article.voices[0].name if article.voices else "none"
        raise InputError(
            f"{article.source.name} quotes or reports fewer than two voices (found: {found}); "
            "expected an article with both sides; compare the two statements with "
            "'readouts compare A B'"
        )
    chosen_a = _named(article, a) if a else ()
    chosen_b = _named(article, b) if b else ()
    rest = [v for v in article.voices if v not in chosen_a and v not in chosen_b]
    if not chosen_a:
        chosen_a = tuple(rest[:1])
        rest = rest[1:]
    if not chosen_b:
        chosen_b = tuple(rest[:1])
    same = set(chosen_a) & set(chosen_b)
    if same or not chosen_a or not chosen_b:
        name = next(iter(same)).name if same else a or b
        raise InputError(
            f"A and B are both {name!r}; expected two different voices; the article has: "
            f"{_listed(article)}"
        )
    return _side(article, chosen_a), _side(article, chosen_b)


def _named(article: Article, names: str) -> tuple[Voice, ...]:
    found: list[Voice] = []
    for name in filter(None, (part.strip() for part in names.split(","))):
        whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
        exact = [v for v in article.voices if name.lower() in _called(v)]
        fits = exact or [v for v in article.voices if any(map(whole.search, _called(v)))]
        if not fits:
            raise InputError(
                f"no voice {name!r} in {article.source.name}; choose among: {_listed(article)}"
            )
        if fits[0] not in found:
            found.append(fits[0])
    return tuple(found)


def _called(voice: Voice) -> list[str]:
    return [voice.name.lower(), *(alias.lower() for alias in voice.aliases)]


def _listed(article: Article) -> str:
    return ", ".join(voice.name for voice in article.voices)


def _side(article: Article, voices: Sequence[Voice]) -> ArticleSide:
    keys = {voice.key for voice in voices}
    parts: list[str] = []
    sentences: list[Span] = []
    origins: list[Origin] = []
    length = 0
    for claim in article.claims:
        if claim.voice not in keys:
            continue
        if parts:
            parts.append(_BETWEEN)
            length += len(_BETWEEN)
        words = article.words(claim)
        for span in split_sentences(words):
            sentences.append(Span(length + span.start, length + span.end))
            first = claim.spans[0].start
            exact = (Span(first + span.start, first + span.end),)
            origins.append(Origin(exact if len(claim.spans) == 1 else claim.spans, claim.manner))
        parts.append(words)
        length += len(words)
    text = "".join(parts)
    source = article.source
    statement = Statement(
        text=text,
        sentences=tuple(sentences),
        title=source.title,
        speaker=", ".join(voice.name for voice in voices),
        date=source.date,
        language=source.language,
        source=source.name,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )
    return ArticleSide(tuple(voices), statement, tuple(origins))
