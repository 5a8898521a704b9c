"""What is known of each link before its relation is decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.alignment import Alignment, Match
from compare.alignment.words import align_words
from compare.embedding.base import Encoded, FloatArray
from compare.embedding.ondemand import encode_ahead
from compare.language.facts import SentenceFacts
from compare.model import Statement
from compare.progress import Progress, silent
from compare.reading.entailment import NO_READING, Reading
from compare.relation.company import company
from compare.relation.comparers import differences
from compare.relation.context import Difference, LinkContext, link_contexts
from compare.relation.cross_encoder import CrossEncoder, averaged
from compare.relation.features import link_features
from compare.relation.lone import NO_READING as NO_LONE_READING
from compare.relation.lone import LoneWords, lone_vector
from compare.relation.pointing import Places, places_of

PORTION = 128  # links whose token vectors are looked at together; large statements make them anew


@dataclass(frozen=True, slots=True)
class Described:
    """One match with what is known of it before its relation is decided."""

    match: Match
    context: LinkContext
    found: list[Difference]  # by the comparers
    features: dict[str, float]
    reading: Reading | None
    lone: FloatArray | None  # of `lone_vector`, for training; None once it has been read
    places: tuple[Places, Places]  # of the tokens that were read, of A and of B


def describe(
    a: Statement,
    b: Statement,
    vectors_a: Encoded,
    vectors_b: Encoded,
    alignment: Alignment,
    facts: tuple[Sequence[SentenceFacts], Sequence[SentenceFacts]],
    lone: LoneWords | None,
    cross: CrossEncoder | None = None,
    progress: Progress = silent,
) -> list[Described]:
    """Return what is known of each match: its facts, the differences found, and its features.

    :param facts: of A's and of B's sentences
    :param lone: reads the vectors of lone words; None where it was not trained on such vectors
    :param cross: a second opinion on each link
    """
    matches = alignment.matches
    if not matches:
        return []
    words, places, readings = [], [], []
    vectors: list[FloatArray | None] = []
    alone: list[Mapping[str, float]] = []
    for at in range(0, len(matches), PORTION):
        progress("judging", at, len(matches))
        portion = matches[at : at + PORTION]
        encode_ahead(vectors_a, (i for match in portion for i in match.a))
        encode_ahead(vectors_b, (j for match in portion for j in match.b))
        if alignment.readings:
            alignment.readings.read_ahead([(match.a, match.b) for match in portion])
        for match in portion:
            tokens = vectors_a.tokens, vectors_b.tokens
            words.append(align_words(a, b, match.a, match.b, *tokens))
            vector = lone_vector(match, vectors_a, vectors_b)
            vectors.append(None if lone else vector)  # 6 KB each
            alone.append(lone.read(vector) if lone else NO_LONE_READING)
            places.append((places_of(a, match.a, vectors_a), places_of(b, match.b, vectors_b)))
            readings.append(alignment.readings.of(match.a, match.b) if alignment.readings else None)
    contexts = link_contexts(a, b, *facts, [(match.a, match.b) for match in matches], words)
    opinions = cross.read(a, b, matches) if cross else None
    rows = []
    for at, (match, context, reading) in enumerate(zip(matches, contexts, readings, strict=True)):
        found = differences(context)
        told = reading.features() if reading else NO_READING
        if opinions is not None:
            mixed = averaged(reading, opinions[at])
            told = mixed.features()
            reading = mixed if reading else None
        features = link_features(match, alignment, context, found, {**told, **alone[at]})
        rows.append(Described(match, context, found, features, reading, vectors[at], places[at]))
    others = company([row.features for row in rows], [match.probability for match in matches])
    for row, more in zip(rows, others, strict=True):
        row.features.update(more)
    return rows
