"""X-PARADE (Rodriguez et al. 2024): which words of a paragraph say what the other language's lacks.

The built-in model reads English only. So a file is measured where the marked paragraph is English
and the other one comes with an English translation (es-en); the others are named as not measured.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from compare.alignment import align
from compare.alignment.matching import spelling
from compare.alignment.pairs import nearest
from compare.alignment.words import align_words
from compare.embedding import Embedder
from compare.embedding.base import FloatArray
from compare.errors import FormatError
from compare.evaluation.files import read_utf8
from compare.evaluation.scores import BoolArray, Result, average_precision, f1
from compare.model import Span
from compare.settings import Settings
from compare.sources.statement import make_statement

COLUMNS = ("new AP", "new F1", "precision", "recall")


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """An English paragraph, what it is read against, and the spans of it that are new."""

    text: str
    other: str  # the other language's paragraph, translated to English; "" where it isn't
    words: tuple[Span, ...]  # into `text`
    new: BoolArray  # for each word, shape (n_words,)


def _paragraphs(data: Any) -> Paragraphs:
    text, at = str(data["text"]), 0
    spans, new = [], []
    marked = {int(number) for number in data["labels"]["new"]}
    for number, token in data["tokens"].items():
        if number == "0":  # the language's mark, "EN:"
            continue
        start = text.find(token, at)
        if start < 0:
            raise ValueError(f"token {number}, {token!r}, is not in the text")
        at = start + len(token)
        spans.append(Span(start, at))
        new.append(int(number) in marked)
    return Paragraphs(text, str(data.get("translation", "")), tuple(spans), np.array(new, bool))


def read_xparade(path: Path) -> tuple[Paragraphs, ...]:
    """Read one file.

    :raises FormatError: not of the form of X-PARADE's JSON
    """
    try:
        return tuple(_paragraphs(item) for item in json.loads(read_utf8(path)))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise FormatError(
            f"{path} is no X-PARADE file ({type(error).__name__}: {error}); "
            "expected a list of objects with text, tokens and labels"
        ) from None


@dataclass(frozen=True, slots=True)
class _Read:
    """The content words of a paragraph that a label stands on; all of shape (n_words,)."""

    new: BoolArray  # as marked
    ours: FloatArray  # the word's best cosine in the other paragraph plus its sentence's
    sentence: FloatArray  # its sentence's best cosine
    written: FloatArray  # its best likeness in spelling, 1 for the same word
    said: BoolArray  # what a report would show as said by one side alone


def _read(item: Paragraphs, embedder: Embedder) -> _Read:
    a, b = (make_statement(text, language="en") for text in (item.text, item.other))
    texts = [[side.slice(span) for span in side.sentences] for side in (a, b)]
    one, other = embedder.encode(texts[0]), embedder.encode(texts[1])
    everything = tuple(range(len(b.sentences)))
    alignment = align(texts[0], texts[1], one, other, Settings().link_threshold)
    _, near = nearest(alignment.similarity, axis=1)
    rows: list[tuple[bool, float, float, float, bool]] = []
    for at in range(len(a.sentences)):
        linked = sorted({j for match in alignment.matches if at in match.a for j in match.b})
        whole = align_words(a, b, (at,), everything, one.tokens, other.tokens)
        inside = align_words(a, b, (at,), linked, one.tokens, other.tokens) if linked else None
        alike = spelling([word.text for word in whole.a], [word.text for word in whole.b])
        paired = {i for i, _ in inside.pairs} if inside else set()
        for index, word in enumerate(whole.a):
            on = [
                mark
                for span, mark in zip(item.words, item.new, strict=True)
                if span.start < word.span.end and word.span.start < span.end
            ]
            if not word.content or not on:
                continue
            lone = inside is None or index not in paired
            level = float(near[at])
            rows.append(
                (bool(on[0]), whole.best_a[index] + level, level, float(alike[index].max()), lone)
            )
    columns = list(zip(*rows, strict=True)) or [()] * 5
    new, ours, sentence, written, said = (np.array(column) for column in columns)
    return _Read(new.astype(bool), ours, sentence, written, said.astype(bool))


def evaluate_xparade(path: Path, embedder: Embedder) -> Result:
    """Score which content words of an English paragraph are said to be new.

    Ours says what a report shows as one side's alone: the words of a sentence without a link, and
    those without a counterpart in the linked sentences. It ranks by the word's best cosine plus its
    sentence's; the peer that has a sentence's cosine alone gives all of its words one score.

    :raises FormatError: the file is not of the form
    """
    name = f"xparade/{path.stem}"
    language = path.stem.split("-")[1] if "-" in path.stem else "?"
    items = read_xparade(path) if language == "en" else ()
    items = tuple(item for item in items if item.other)
    if not items:
        why = (
            "no English translation of the other side is given"
            if language == "en"
            else f"the marked side is in another language ({language})"
        )
        return Result(name, f"not measured: {why}; {embedder.name} reads English", (), ())
    read = [_read(item, embedder) for item in items]
    new = np.concatenate([item.new for item in read])
    written = np.concatenate([item.written for item in read])
    ours = np.concatenate([item.ours for item in read])
    sentence = np.concatenate([item.sentence for item in read])
    said = np.concatenate([item.said for item in read])
    rows = (
        ("ours", _figures(new, -ours, said)),
        ("exact match", _figures(new, -written, written < 1)),
        ("sentence cosine", _figures(new, -sentence, None)),
        ("every word", _figures(new, None, np.ones_like(new))),
    )
    size = f"{len(items)} paragraphs, {len(new)} content words, {int(new.sum())} new"
    return Result(name, size, COLUMNS, rows)


def _figures(
    new: BoolArray, score: FloatArray | None, said: BoolArray | None
) -> tuple[float | None, ...]:
    ap = None if score is None else average_precision(score, new)
    if said is None:
        return ap, None, None, None
    hits, total, marked = (int(n.sum()) for n in (said & new, said, new))
    return ap, f1(hits, total, marked), hits / max(total, 1), hits / max(marked, 1)
