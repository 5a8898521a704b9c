"""MultiMWA (Lan, Jiang and Xu 2021): words of sentences and paraphrases, aligned by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from compare.alignment.matching import match_words
from compare.alignment.words import span_vectors
from compare.embedding import Embedder
from compare.embedding.base import FloatArray
from compare.errors import FormatError
from compare.evaluation.files import read_utf8
from compare.evaluation.scores import Result, f1
from compare.model import Span

Pairs = frozenset[tuple[int, int]]
COLUMNS = ("sure F1", "sure+possible F1", "precision", "recall")
BATCH = 256  # sentence pairs encoded at once


@dataclass(frozen=True, slots=True)
class WordPair:
    """One pair of sentences, cut into words as the set gives them."""

    a: tuple[str, ...]
    b: tuple[str, ...]
    sure: Pairs  # 0-based (word of A, word of B)
    possible: Pairs  # those that are not sure


def _links(text: str, size_a: int, size_b: int) -> Pairs:
    links = set()
    for item in text.split():
        left, right = item.split("-")
        pair = int(left), int(right)
        if not (0 <= pair[0] < size_a and 0 <= pair[1] < size_b):
            raise ValueError(f"link {item} points beyond {size_a} and {size_b} words")
        links.add(pair)
    return frozenset(links)


def read_multimwa(path: Path) -> tuple[WordPair, ...]:
    """Read one file: a line for each pair, tab-separated; columns 2, 4, 8 and 9 are used.

    :raises FormatError: a line is not of that form
    """
    pairs = []
    for number, line in enumerate(read_utf8(path).rstrip("\n").split("\n"), 1):
        cells = line.split("\t")
        try:
            a, b = tuple(cells[1].split(" ")), tuple(cells[3].split(" "))
            sure = _links(cells[7], len(a), len(b))
            possible = _links(cells[8] if len(cells) > 8 else "", len(a), len(b))
        except (IndexError, ValueError) as error:
            raise FormatError(
                f"{path}, line {number} is no word-aligned pair ({error}); "
                "expected id, sentence, -, sentence, -, -, -, sure links, possible links"
            ) from None
        pairs.append(WordPair(a, b, sure, possible - sure))
    return tuple(pairs)


def token_spans(words: Sequence[str]) -> list[Span]:
    """Return where the words stand in their text, joined by single spaces."""
    ends = list(accumulate(len(word) + 1 for word in words))
    return [Span(end - len(word) - 1, end - 1) for word, end in zip(words, ends, strict=True)]


def word_cosines(
    pairs: Sequence[tuple[tuple[str, ...], tuple[str, ...]]], embedder: Embedder
) -> list[FloatArray]:
    """Return the cosines of the words of each pair, shape (words of A, words of B)."""
    result: list[FloatArray] = []
    for at in range(0, len(pairs), BATCH):
        batch = [side for pair in pairs[at : at + BATCH] for side in pair]
        tokens = embedder.encode([" ".join(side) for side in batch]).tokens
        vectors = [
            span_vectors(item, token_spans(side)) for item, side in zip(tokens, batch, strict=True)
        ]
        result += [a @ b.T for a, b in zip(vectors[::2], vectors[1::2], strict=True)]
    return result


def same_words(a: Sequence[str], b: Sequence[str]) -> Pairs:
    """Pair equal words: the first with the first, the second with the second, and so on."""
    places: dict[str, list[int]] = {}
    for j, word in enumerate(b):
        places.setdefault(word.lower(), []).append(j)
    pairs = set()
    for i, word in enumerate(a):
        if places.get(word.lower()):
            pairs.add((i, places[word.lower()].pop(0)))
    return frozenset(pairs)


def argmax(cosine: FloatArray) -> Pairs:
    """Pair the words that are best for each other (SimAlign's argmax, without a null word)."""
    best, back = cosine.argmax(axis=1), cosine.argmax(axis=0)
    return frozenset((i, int(j)) for i, j in enumerate(best) if back[j] == i)


def evaluate_multimwa(path: Path, embedder: Embedder) -> Result:
    """Score the words matched inside sentence pairs.

    :raises FormatError: the file is not of the form
    """
    pairs = read_multimwa(path)
    cosines = word_cosines([(pair.a, pair.b) for pair in pairs], embedder)
    said: dict[str, list[Pairs]] = {"ours": [], "argmax (SimAlign)": [], "exact match": []}
    for pair, cosine in zip(pairs, cosines, strict=True):
        lower = [[word.lower() for word in side] for side in (pair.a, pair.b)]
        said["ours"].append(frozenset(match_words(lower[0], lower[1], cosine)))
        said["argmax (SimAlign)"].append(argmax(cosine))
        said["exact match"].append(same_words(pair.a, pair.b))
    rows = []
    sure = [pair.sure for pair in pairs]
    either = [pair.sure | pair.possible for pair in pairs]
    for method, found in said.items():
        hits = sum(len(one & gold) for one, gold in zip(found, sure, strict=True))
        hits_either = sum(len(one & gold) for one, gold in zip(found, either, strict=True))
        total, marked = sum(map(len, found)), sum(map(len, sure))
        values = (
            f1(hits, total, marked),
            f1(hits_either, total, sum(map(len, either))),
            hits / max(total, 1),
            hits / max(marked, 1),
        )
        rows.append((method, values))
    size = f"{len(pairs)} pairs, {sum(map(len, sure))} sure links"
    return Result(f"multimwa/{path.stem}", size, COLUMNS, tuple(rows))
