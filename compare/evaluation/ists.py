"""SemEval-2016 task 2 (interpretable STS): chunks aligned between two sentences, by hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from compare.alignment.matching import match_words
from compare.alignment.phrases import match_phrases
from compare.alignment.tfidf import character_ngrams, tfidf_cosine
from compare.embedding import Embedder
from compare.embedding.base import FloatArray
from compare.errors import FormatError
from compare.evaluation.files import read_utf8
from compare.evaluation.multimwa import Pairs, argmax, same_words, word_cosines
from compare.evaluation.peers import mutual_scores
from compare.evaluation.scores import Result, f1

Chunk = tuple[int, ...]  # 0-based words
COLUMNS = ("alignment F1", "chunk F1", "precision", "recall")
# Tokens of these alone don't count in the task's own measure.
_MARKS = frozenset(".,:'`?;\"-")
_BLOCK = re.compile(r"<sentence id.*?</sentence>", re.DOTALL)
_PART = {name: re.compile(rf"<{name}>(.*?)</{name}>", re.DOTALL)
         for name in ("source", "translation", "alignment")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ChunkPair:
    """Two sentences with their chunks, and which of these answer each other."""

    a: tuple[str, ...]
    b: tuple[str, ...]
    chunks_a: tuple[Chunk, ...]  # in reading order
    chunks_b: tuple[Chunk, ...]
    links: tuple[tuple[int, int, str], ...]  # chunk of A, chunk of B, type such as EQUI or SPE1


def _words(block: str, part: str) -> tuple[str, ...]:
    match = _PART[part].search(block)
    if match is None:
        raise ValueError(f"no <{part}>")
    return tuple(line.split()[1] for line in match[1].strip().splitlines())


def _chunk(text: str, size: int) -> Chunk:
    """Return the words of one side, or none for 0, which means "not aligned"."""
    numbers = tuple(int(number) - 1 for number in text.split())
    if numbers == (-1,):
        return ()
    if not numbers or not all(0 <= number < size for number in numbers):
        raise ValueError(f"words {text.strip()!r} of a sentence of {size}")
    return numbers


def _pair(block: str) -> ChunkPair:
    a, b = _words(block, "source"), _words(block, "translation")
    match = _PART["alignment"].search(block)
    if match is None:
        raise ValueError("no <alignment>")
    rows: list[tuple[Chunk, Chunk, str]] = []
    for line in match[1].strip().splitlines():
        words, kind = line.split("//")[:2]
        left, right = words.split("<==>")
        rows.append((_chunk(left, len(a)), _chunk(right, len(b)), kind.strip()))
    chunks_a = tuple(sorted({left for left, _, _ in rows if left}))
    chunks_b = tuple(sorted({right for _, right, _ in rows if right}))
    links = tuple(
        sorted(
            (chunks_a.index(left), chunks_b.index(right), kind)
            for left, right, kind in rows
            if left and right
        )
    )
    return ChunkPair(a, b, chunks_a, chunks_b, links)


def read_ists(path: Path) -> tuple[ChunkPair, ...]:
    """Read one .wa file.

    :raises FormatError: a sentence pair in it is not of the form
    """
    pairs = []
    for number, block in enumerate(_BLOCK.findall(read_utf8(path)), 1):
        try:
            pairs.append(_pair(block))
        except (ValueError, IndexError) as error:
            raise FormatError(
                f"{path}, pair {number} is no chunk alignment ({error}); expected <source>, "
                "<translation> and <alignment> as in SemEval-2016 task 2"
            ) from None
    if not pairs:
        raise FormatError(f"{path} holds no <sentence id=…>; expected a SemEval-2016 .wa file")
    return tuple(pairs)


def _tokens(pair: ChunkPair, links: Iterable[tuple[int, int]]) -> dict[tuple[int, int], float]:
    """Return all words of linked chunks paired, each pair with its weight (Melamed 1998, eq. 4)."""
    pairs = {
        (i, j)
        for x, y in links
        for i in pair.chunks_a[x]
        for j in pair.chunks_b[y]
        if not (set(pair.a[i]) <= _MARKS or set(pair.b[j]) <= _MARKS)
    }
    left, right = Counter(i for i, _ in pairs), Counter(j for _, j in pairs)
    return {(i, j): 1 / max(left[i], right[j]) for i, j in pairs}


def chunk_scores(
    pairs: Sequence[ChunkPair], said: Sequence[Pairs]
) -> tuple[float, float, float, float]:
    """Return the task's alignment F1, the F1 over chunk pairs, and the former's two halves.

    The task's measure takes linked chunks apart into pairs of words, whose weight is one over the
    larger number of partners of the two; marks are left out (evalF1.pl of the task; types and
    scores are not looked at).
    """
    overlap, total, marked = [0.0, 0.0], 0.0, 0.0
    hits = sizes = 0
    for pair, found in zip(pairs, said, strict=True):
        gold = {(x, y) for x, y, _ in pair.links}
        hits += len(gold & found)
        sizes += len(gold) + len(found)
        ours, theirs = _tokens(pair, found), _tokens(pair, gold)
        overlap[0] += sum(weight for key, weight in ours.items() if key in theirs)
        overlap[1] += sum(weight for key, weight in theirs.items() if key in ours)
        total += sum(ours.values())
        marked += sum(theirs.values())
    precision, recall = overlap[0] / max(total, 1e-9), overlap[1] / max(marked, 1e-9)
    both = 2 * precision * recall / max(precision + recall, 1e-9)
    return both, f1(hits, sizes, 0), precision, recall


def _most_pairs(pair: ChunkPair, words: Pairs) -> Pairs:
    """Link the chunks that share most matched words, each for the other."""
    of_a = {at: x for x, chunk in enumerate(pair.chunks_a) for at in chunk}
    of_b = {at: y for y, chunk in enumerate(pair.chunks_b) for at in chunk}
    votes = Counter((of_a[i], of_b[j]) for i, j in words if i in of_a and j in of_b)
    best_a, best_b = Counter[int](), Counter[int]()
    for (x, y), count in votes.items():
        best_a[x], best_b[y] = max(best_a[x], count), max(best_b[y], count)
    return frozenset(key for key, n in votes.items() if n == best_a[key[0]] == best_b[key[1]])


def _texts(words: Sequence[str], chunks: Sequence[Chunk]) -> list[str]:
    return [" ".join(words[at] for at in chunk) for chunk in chunks]


def evaluate_ists(path: Path, embedder: Embedder) -> Result:
    """Score the chunks matched, with the chunks as the set gives them.

    :raises FormatError: the file is not of the form
    """
    pairs = read_ists(path)
    cosines = word_cosines([(pair.a, pair.b) for pair in pairs], embedder)
    texts = [(_texts(pair.a, pair.chunks_a), _texts(pair.b, pair.chunks_b)) for pair in pairs]
    known = sorted({text for sides in texts for side in sides for text in side})
    vectors = dict(zip(known, embedder.encode(known).sentences, strict=True))
    said: dict[str, list[Pairs]] = {}
    for pair, cosine, (chunks_a, chunks_b) in zip(pairs, cosines, texts, strict=True):
        a, b = [word.lower() for word in pair.a], [word.lower() for word in pair.b]
        matched = match_words(a, b, cosine)
        found = match_phrases(a, b, pair.chunks_a, pair.chunks_b, cosine, matched)
        whole = [[float(vectors[x] @ vectors[y]) for y in chunks_b] for x in chunks_a]
        grams = tfidf_cosine(chunks_a, chunks_b, character_ngrams)
        for method, links in (
            ("ours", frozenset(found)),
            ("argmax (SimAlign), most words", _most_pairs(pair, argmax(cosine))),
            ("exact match, most words", _most_pairs(pair, same_words(pair.a, pair.b))),
            ("mutual nearest, cosine", _mutual(np.array(whole))),
            ("mutual nearest, character TF-IDF", _mutual(grams)),
        ):
            said.setdefault(method, []).append(links)
    rows = tuple((method, chunk_scores(pairs, found)) for method, found in said.items())
    count = sum(len(pair.links) for pair in pairs)
    return Result(f"ists/{path.stem}", f"{len(pairs)} pairs, {count} chunk links", COLUMNS, rows)


def _mutual(score: FloatArray) -> Pairs:
    """Link the chunks that are best for each other and have a score above 0."""
    if not score.size:
        return frozenset()
    rows, columns = np.nonzero(mutual_scores(score) > 0)
    return frozenset(zip(rows.tolist(), columns.tolist(), strict=True))
