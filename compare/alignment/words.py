"""Inside a link: which words answer each other, and which phrases only one side has.

The words and their vectors come from here (of a middle layer; a word of several pieces takes the
mean), the matching from compare/alignment/matching.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from compare.alignment.matching import is_content, match_words
from compare.embedding.base import FloatArray, TokenVectors, unit_rows
from compare.language.function_words import FUNCTION_WORDS
from compare.model import Span, Statement

# An initialism; a figure with its marks; a name with an apostrophe; any other word.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)+\w*|\w+['’]\w{3,}|\w+")
_HYPHENS = frozenset("-\u2010\u2011")
_APOSTROPHES = frozenset("'\u2019")
_ENDINGS = frozenset(("t", "s", "d", "m", "re", "ve", "ll"))
# A run of words that one side alone has is a phrase worth showing from this many content words on.
MIN_PHRASE_WORDS = 1


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a statement."""

    span: Span
    text: str  # lower case
    content: bool  # neither a function word nor a mark


@dataclass(frozen=True, slots=True)
class WordAlignment:
    """How the words of a link answer each other."""

    a: tuple[Word, ...]
    b: tuple[Word, ...]
    pairs: tuple[tuple[int, int], ...]  # counterparts, indices into `a` and `b`; some repeat
    best_a: tuple[float, ...]  # each word's best cosine on the other side, [-1, 1]
    best_b: tuple[float, ...]

    def counterparts(self, span: Span, *, of: str) -> frozenset[int]:
        """Return the indices, on the other side, of the words aligned with those in a span."""
        words = self.a if of == "a" else self.b
        inside = {
            index
            for index, word in enumerate(words)
            if word.span.start < span.end and span.start < word.span.end
        }
        if of == "a":
            return frozenset(j for i, j in self.pairs if i in inside)
        return frozenset(i for i, j in self.pairs if j in inside)


def word_spans(text: str, tokens: TokenVectors) -> list[Span]:
    """Return the words and marks of a text, made of the model's tokens.

    A figure ("50,000", "4.2"), an initialism ("U.S.") and a name with an apostrophe ("N'Djamena")
    is one word; the endings "'s" and "n't" stand apart.

    :param tokens: of the text, in reading order
    """
    found = list(_WORD.finditer(text))
    starts = np.array([match.start() for match in found], dtype=np.int64)
    owner = np.searchsorted(starts, tokens.starts, side="right") - 1
    spans: list[Span] = []
    last = -1
    for start, end, at in zip(
        tokens.starts.tolist(), tokens.ends.tolist(), owner.tolist(), strict=True
    ):
        inside = at >= 0 and start < found[at].end()
        if inside and at == last:
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
            last = at if inside else -1
    return spans


def span_vectors(tokens: TokenVectors, spans: Sequence[Span]) -> FloatArray:
    """Return the mean word-layer vector of the tokens that each span touches, as unit rows.

    :param tokens: of one text
    :param spans: into the same text, none empty
    :return: shape (len(spans), dim), float32; a zero row where the span touches no token
    """
    starts = np.array([span.start for span in spans], dtype=np.int64)
    ends = np.array([span.end for span in spans], dtype=np.int64)
    touches = (tokens.starts[None, :] < ends[:, None]) & (starts[:, None] < tokens.ends[None, :])
    return unit_rows(touches.astype(np.float32) @ tokens.words.astype(np.float32))


def _words(
    statement: Statement, sentences: Sequence[int], tokens: Sequence[TokenVectors]
) -> tuple[tuple[Word, ...], FloatArray]:
    """Return the words of some sentences and their unit vectors, shape (n_words, dim)."""
    words: list[Word] = []
    vectors: list[FloatArray] = []
    for index in sentences:
        sentence, item = statement.sentences[index], tokens[index]
        spans = word_spans(statement.slice(sentence), item)
        vectors.append(span_vectors(item, spans))
        for span in spans:
            there = Span(sentence.start + span.start, sentence.start + span.end)
            text = statement.slice(there).lower()
            words.append(Word(there, text, is_content(text)))
    return tuple(words), np.concatenate(vectors)


def align_words(
    a: Statement,
    b: Statement,
    sentences_a: Sequence[int],
    sentences_b: Sequence[int],
    tokens_a: Sequence[TokenVectors],
    tokens_b: Sequence[TokenVectors],
) -> WordAlignment:
    """Return the word alignment of one link.

    :param sentences_a: 0-based indices of the link's sentences
    :param tokens_a: token vectors of every sentence of the statement
    """
    words_a, vectors_a = _words(a, sentences_a, tokens_a)
    words_b, vectors_b = _words(b, sentences_b, tokens_b)
    if not words_a or not words_b:
        return WordAlignment(words_a, words_b, (), (0.0,) * len(words_a), (0.0,) * len(words_b))
    cosine = vectors_a @ vectors_b.T
    pairs = match_words([word.text for word in words_a], [word.text for word in words_b], cosine)
    return WordAlignment(
        words_a,
        words_b,
        pairs,
        tuple(float(value) for value in cosine.max(axis=1)),
        tuple(float(value) for value in cosine.max(axis=0)),
    )


def phrase(words: Sequence[Word], first: int, last: int) -> Span:
    """Return the words from the first to the last; no compound and no "didn't" is cut in two."""
    while first >= 2 and _joined(words, first - 2):
        first -= 2
    while last + 2 < len(words) and _joined(words, last):
        last += 2
    return Span(words[first].span.start, words[last].span.end)


def _joined(words: Sequence[Word], at: int) -> bool:
    """Say whether a hyphen, or an apostrophe before an ending, joins a word to the next but one."""
    left, mark, right = (words[at + step] for step in range(3))
    return (
        (mark.text in _HYPHENS or (mark.text in _APOSTROPHES and right.text in _ENDINGS))
        and left.span.end == mark.span.start
        and mark.span.end == right.span.start
        and left.text[-1:].isalnum()
        and right.text[:1].isalnum()
    )


def lone_phrases(words: Sequence[Word], aligned: set[int]) -> list[Span]:
    """Return the runs of words that the other side lacks, longest first.

    Function words inside a run belong to it, those at its ends don't.

    :param aligned: the words that have a counterpart
    """
    runs: list[list[int]] = []
    current: list[int] = []
    for index, word in enumerate(words):
        alone = word.content and index not in aligned
        if alone:
            current.append(index)
        elif word.content or word.text not in FUNCTION_WORDS:
            if current:
                runs.append(current)
            current = []
    if current:
        runs.append(current)
    kept = [run for run in runs if len(run) >= MIN_PHRASE_WORDS]
    kept.sort(key=lambda run: (-len(run), run[0]))
    return list(dict.fromkeys(phrase(words, run[0], run[-1]) for run in kept))
