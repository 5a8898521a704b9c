"""The table of hard cases, and what must hold of any text."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.language.sentences import split_sentences

ROOT = Path(__file__).resolve().parents[2]
CASES: list[dict[str, Any]] = json.loads(
    (ROOT / "tests" / "data" / "sentences.json").read_text(encoding="utf-8")
)
GOLD = sorted((ROOT / "data" / "gold").rglob("*.json"))

HARD = (
    # words, each of which may or may not end a sentence
    *("We agreed", "the war ended", "THE U.S.", "U.S.", "Mr.", "No.", "5", "J.", "e.g.", "Jan."),
    *("a.m.", "etc.", "1.5", "12.02.2025", "10.30", "I", "Great", "ended.We", "Q.", "P.S."),
    # stops, quotation marks, brackets
    *(".", "!", "?", "...", "…", "!?!", ". . .", ",", ";", ":", "。", "—", "-", "'s", "/"),
    *('"', "“", "”", "„", "«", "»", "'", "‘", "’", "(", ")", "[", "]", "*", "_", "`"),
    # white space, and what only looks like it
    *(" ", "  ", "\t", "\n", "\r\n", "\r", "\n\n", "\u00a0", "\u2003", "\u2028", "\u2029"),
    *("\x85", "\x0b", "\x0c", "\x1c", "\u200b", "\ufeff", "\u200d", "\u00ad", "\x00"),
    # layout, addresses, signs
    *("\n- ", "\n• ", "• ", "\n1. ", "\n2) ", "\n(a) ", "\nII. ", "1/ ", "1/5", "\n## "),
    *("#peace", "@POTUS", "https://t.co/a.B", "x@y.gov", "Kremlin.Ru", "🎉", "🇺🇸", "❤️"),
)
FRAGMENTS = st.lists(st.sampled_from(HARD), max_size=30).map("".join)
NASTY = {
    "open": "(" * 50_000,
    "stops": "." * 50_000,
    "loose": ". a" * 20_000,
    "quotes": '"a. b' * 10_000,
    "items": "\n1) " * 10_000,
    "word": "a" * 100_000,
    "lines": "A.\n" * 10_000,
    "emoji": "🎉 We" * 10_000,
    "addresses": "http://!" * 10_000,
    "blanks": "Go. " + " " * 100_000 + "We agreed.",
}


def words(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text)]


def parted(side: Sequence[str]) -> list[str]:
    """Return the sentences with those that hold a question or a shout and more taken apart."""
    between = r"(?<=[?!]) (?=[A-Z])|(?<=[a-z]\.) (?=[A-Z]{4})"
    return [part for text in side for part in re.split(between, text)]


def gold_sides() -> list[list[str]]:
    """Return the sides of gold pairs in which each sentence is one.

    Some writers put a question and its answer in one.
    """
    pairs = [json.loads(path.read_text(encoding="utf-8")) for path in GOLD]
    sides = [pair[side]["sentences"] for pair in pairs for side in "ab"]
    single = [side for side in sides if side == parted(side)]
    assert len(single) > 0.95 * len(sides)
    return single


def hold(text: str) -> None:
    """Fail unless the spans are what every caller may rely on."""
    at = 0
    for span in split_sentences(text):
        assert at <= span.start < span.end <= len(text)
        assert not text[at : span.start].strip(), "a character outside every span"
        piece = text[span.start : span.end]
        assert piece == piece.strip(), "white space at the end of a span"
        at = span.end
    assert not text[at:].strip(), "a character outside every span"


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_table(case: dict[str, Any]) -> None:
    assert words(case["text"]) == case["sentences"]


def test_table_is_as_large_as_the_docs_say() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES) == 209
    assert sum(case["check"] for case in CASES) == 53


@given(st.text())
def test_any_text(text: str) -> None:
    hold(text)


@settings(max_examples=400)
@given(FRAGMENTS)
def test_hard_fragments(text: str) -> None:
    hold(text)


@given(FRAGMENTS, FRAGMENTS)
def test_a_blank_line_always_parts(first: str, second: str) -> None:
    text = f"{first}end\n\nnext{second}"
    cut = len(first) + 3
    assert not any(span.start < cut < span.end for span in split_sentences(text))


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_long_and_nasty(text: str) -> None:
    hold(text)


@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapping_changes_nothing(width: int) -> None:
    for side in gold_sides():
        wrapped = textwrap.fill(
            " ".join(side), width, break_long_words=False, break_on_hyphens=False
        )
        assert [" ".join(piece.split()) for piece in words(wrapped)] == side


def test_a_name_that_ends_as_sentences_begin() -> None:
    wrapped = (
        "The party said on Monday that the director of the bureau Hwang Pyong\nSo told them all."
    )
    assert len(words(wrapped)) == 1
    heading = "Statement of the Foreign Ministry\nSo far the talks have been held in private rooms."
    assert len(words(heading)) == 2


@pytest.mark.parametrize("bullet", ["- ", "• ", "* ", "– ", "✅ "])
def test_bullets_part(bullet: str) -> None:
    for side in gold_sides():
        items = [bullet + sentence for sentence in side]
        assert words("\n".join(items)) == items


@pytest.mark.parametrize("path", GOLD, ids=[path.stem for path in GOLD])
def test_gold_sentences_come_back(path: Path) -> None:
    pair = json.loads(path.read_text(encoding="utf-8"))
    for side in "ab":
        sentences = pair[side]["sentences"]
        assert words(" ".join(sentences)) == parted(sentences)


def test_items_with_letters_and_small_numerals_in_brackets_part() -> None:
    items = ["They met in Rio.", "(i) Both sides withdrew.", "(ii) The border opens."]
    assert words(" ".join(items)) == items
    assert words("It fell by 3.5 p.c. (a third) in May.") == [
        "It fell by 3.5 p.c. (a third) in May."
    ]


@pytest.mark.parametrize("between", ["\n", "\r\n", "\n\n", "\u00a0", "  ", "\t"])
def test_white_space_changes_nothing(between: str) -> None:
    for side in gold_sides():
        assert words(between.join(side)) == side


def test_import_is_cheap() -> None:
    code = (
        "import sys; import compare.language.sentences as s; s.split_sentences('A. B.');"
        "print([n for n in ('spacy', 'torch', 'nltk', 'pysbd', 'sklearn') if n in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert run.stdout.strip() == "[]"
