"""What the network of reading/entailment.py learns from: pairs of sentences, as items.

Of a pair the outcome is known, or SNLI's label; of a divergence the kinds; and of a small edit the
words that it changed, which are those that bear the contradiction.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from compare.alignment.features import pair_features
from compare.embedding.base import Encoded, FloatArray
from compare.embedding.packaged import PackagedEmbedder
from compare.errors import InputError
from compare.evaluation.facts import FactSet
from compare.evaluation.files import read_utf8
from compare.evaluation.gold import GoldPair
from compare.reading.entailment import KINDS, OUTCOMES, Side, in_order, side_of

SNLI_LABELS = ("entailment", "neutral", "contradiction")
AGREEMENT, PARTIAL, DIVERGENCE, NONE = range(len(OUTCOMES))
EDIT_WORDS = 8  # a change of more words is no small edit
# What weighs less: captions, which are no statements, and pairs whose label follows from that of
# the set's base sentence.
CAPTION_WEIGHT = DERIVED_WEIGHT = 0.7
NEAREST = 2  # unlinked sentences that each sentence of a gold pair may be read with


@dataclass(frozen=True, slots=True)
class Item:
    """One pair to learn from; what is None is not known of it."""

    first: str
    second: str
    outcome: int | None = None
    snli: int | None = None
    kinds: tuple[int, ...] = ()  # of a divergence
    adds: tuple[int, ...] = ()  # kinds of a partial: what only one side says, or says otherwise
    bearing: FloatArray | None = field(default=None, compare=False)  # over both sides' tokens
    weight: float = 1.0
    edited: bool = False  # one is a small edit of the other
    derived: bool = False  # the outcome follows from those of two other pairs


class Vectors:
    """Token vectors of texts, computed once."""

    def __init__(self) -> None:
        self._embedder = PackagedEmbedder()
        self._known: dict[str, Encoded] = {}

    def learn(self, texts: Sequence[str]) -> None:
        """Encode what is not known yet."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        encoded = self._embedder.encode(new)
        for at, text in enumerate(new):
            self._known[text] = Encoded(encoded.sentences[at : at + 1], (encoded.tokens[at],))

    def __getitem__(self, text: str) -> Encoded:
        return self._known[text]

    def of(self, texts: Sequence[str]) -> Encoded:
        """Return the vectors of several texts, as the sentences of a statement."""
        known = [self._known[text] for text in texts]
        return Encoded(
            np.concatenate([item.sentences for item in known]),
            tuple(item.tokens[0] for item in known),
        )

    def side(self, text: str) -> Side:
        """Return a text as one side."""
        return side_of(self._known[text], (0,))


def changed_tokens(first: str, second: str, vectors: Vectors) -> FloatArray | None:
    """Return 1 for each token that a small edit changed, over both sides; None for a larger one."""
    found = [list(re.finditer(r"\w+|[^\w\s]", text)) for text in (first, second)]
    lower = [[match.group().lower() for match in side] for side in found]
    changed: tuple[list[re.Match[str]], list[re.Match[str]]] = ([], [])
    matcher = difflib.SequenceMatcher(None, lower[0], lower[1], autojunk=False)
    for what, a_from, a_to, b_from, b_to in matcher.get_opcodes():
        if what != "equal":
            changed[0].extend(found[0][a_from:a_to])
            changed[1].extend(found[1][b_from:b_to])
    if max(map(len, changed)) > EDIT_WORDS or not any(changed):
        return None
    marks = []
    for text, words in zip((first, second), changed, strict=True):
        tokens = vectors[text].tokens[0]
        limit = len(vectors.side(text).ids)
        pairs = zip(tokens.starts[:limit], tokens.ends[:limit], strict=True)
        marks.append(
            [any(w.start() < end and start < w.end() for w in words) for start, end in pairs]
        )
    return np.concatenate(marks).astype(np.float32)


def marked_tokens(texts: tuple[str, str], phrases: tuple[str, str], vectors: Vectors) -> FloatArray:
    """Return 1 for each token of a phrase that bears a divergence, over both sides."""
    marks = []
    for text, phrase in zip(texts, phrases, strict=True):
        tokens, limit = vectors[text].tokens[0], len(vectors.side(text).ids)
        start = text.index(phrase)
        end = start + len(phrase)
        marks.append((tokens.starts[:limit] < end) & (tokens.ends[:limit] > start))
    return np.concatenate(marks).astype(np.float32)


def ordered(a: str, b: str, vectors: Vectors) -> tuple[str, str]:
    """Return two texts in the order in which they are read."""
    return (a, b) if in_order(vectors.side(a), vectors.side(b)) else (b, a)


def fact_items(item: FactSet, vectors: Vectors) -> list[Item]:
    """Return the pairs of a fact set; the texts must be known to `vectors`."""
    items = []
    for pair in item.pairs:
        first, second = ordered(pair.a, pair.b, vectors)
        outcome, bearing = OUTCOMES.index(pair.outcome), None
        kinds = tuple(KINDS.index(kind) for kind in pair.kinds if kind in KINDS)
        derived = not (item.contrast or pair.edited or outcome == AGREEMENT)
        if pair.bears:
            phrases = pair.bears if first == pair.a else pair.bears[::-1]
            bearing = marked_tokens((first, second), phrases, vectors)
        elif outcome == DIVERGENCE and pair.edited:
            bearing = changed_tokens(first, second, vectors)
        elif outcome == AGREEMENT:
            bearing = nothing_bears(first, second, vectors)
        items.append(
            Item(
                first,
                second,
                outcome=outcome,
                kinds=kinds if outcome == DIVERGENCE else (),
                adds=kinds if outcome == PARTIAL else (),
                bearing=bearing,
                weight=DERIVED_WEIGHT if derived else 1.0,
                edited=pair.edited,
            )
        )
    return items + (derived_items(item, vectors) if item.contrast else [])


def derived_items(item: FactSet, vectors: Vectors) -> list[Item]:
    """Return pairs of texts of which one asserts what the claim of a contrast set does.

    Two such texts agree, and a third is to them what it is to the claim. Both are in other words
    than the claim, so these pairs share less wording than those written.
    """
    items = []
    agreeing = [pair.b for pair in item.pairs if pair.outcome == "agreement"]
    for at, text in enumerate(agreeing):
        for pair in item.pairs:
            if pair.b in agreeing[: at + 1]:
                continue
            outcome = OUTCOMES.index(pair.outcome)
            kinds = tuple(KINDS.index(kind) for kind in pair.kinds if kind in KINDS)
            items.append(
                Item(
                    *ordered(text, pair.b, vectors),
                    outcome=outcome,
                    kinds=kinds if outcome == DIVERGENCE else (),
                    weight=DERIVED_WEIGHT,
                    derived=True,
                )
            )
    return items


def nothing_bears(first: str, second: str, vectors: Vectors) -> FloatArray:
    """Return 0 for each token of both sides."""
    count = len(vectors.side(first).ids) + len(vectors.side(second).ids)
    return np.zeros(count, dtype=np.float32)


def itself(text: str, vectors: Vectors) -> Item:
    """Return a text beside itself."""
    return Item(text, text, outcome=AGREEMENT, bearing=nothing_bears(text, text, vectors))


def link_texts(pair: GoldPair) -> list[tuple[str, str]]:
    """Return both sides of each link of a gold pair."""
    return [
        (
            " ".join(pair.a.sentences[at] for at in link.a),
            " ".join(pair.b.sentences[at] for at in link.b),
        )
        for link in pair.links
    ]


def gold_texts(pair: GoldPair) -> list[str]:
    """Return the texts of a gold pair that are read: its sentences and the sides of its links."""
    sides = [side for texts in link_texts(pair) for side in texts]
    return [*pair.a.sentences, *pair.b.sentences, *sides]


def unlinked(pair: GoldPair, vectors: Vectors) -> list[tuple[str, str]]:
    """Return the pairs of sentences that are no link and yet the nearest, of each sentence.

    They are what a reading has to tell from links: sentences of one event share names and words.
    """
    sides = pair.a.sentences, pair.b.sentences
    score = pair_features(*sides, *(vectors.of(side) for side in sides))["hybrid"].copy()
    for i, j in pair.pairs():
        score[i, j] = -np.inf
    near = {(i, int(j)) for i in range(len(score)) for j in np.argsort(-score[i])[:NEAREST]}
    near |= {(int(i), j) for j in range(score.shape[1]) for i in np.argsort(-score[:, j])[:NEAREST]}
    return [(sides[0][i], sides[1][j]) for i, j in sorted(near) if np.isfinite(score[i, j])]


def gold_items(pair: GoldPair, vectors: Vectors) -> list[Item]:
    """Return the links of a gold pair, and the nearest sentences that are none.

    The words that bear a divergence are not marked there. So nothing is said of words at all: that
    none bears one where sentences share no claim would teach that none does in such texts.
    """
    items = [Item(*ordered(*texts, vectors), outcome=NONE) for texts in unlinked(pair, vectors)]
    for link, texts in zip(pair.links, link_texts(pair), strict=True):
        kinds = tuple(KINDS.index(kind) for kind in link.kinds if kind in KINDS)
        items.append(
            Item(
                *ordered(*texts, vectors),
                outcome=OUTCOMES.index(link.relation),
                kinds=kinds if link.relation == "divergence" else (),
                adds=kinds if link.relation == "partial" else (),
            )
        )
    return items


def snli_items(folder: Path) -> list[Item]:
    """Return the pairs of SNLI's test part, in the form of ../shared/data; the dev part measures.

    :raises InputError: the folder does not hold it
    """
    paths = [folder / f"snli-test.{name}" for name in ("s1", "s2", "labels")]
    if not all(path.exists() for path in paths):
        raise InputError(
            f"{folder} lacks one of {', '.join(path.name for path in paths)}; expected SNLI's test "
            "part, one sentence or label a line"
        )
    columns = [read_utf8(path).splitlines() for path in paths]
    return [
        Item(one.strip(), two.strip(), snli=SNLI_LABELS.index(label), weight=CAPTION_WEIGHT)
        for one, two, label in zip(*columns, strict=True)
        if label in SNLI_LABELS
    ]
