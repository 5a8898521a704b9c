"""What each link says, why, and how much it matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.alignment import Alignment, Match
from compare.alignment.pairs import nearest
from compare.embedding.base import Encoded
from compare.language.facts import SentenceFacts
from compare.model import Evidence, Link, Omission, Statement, rounded
from compare.progress import Progress, silent
from compare.reading.entailment import likely_kinds
from compare.relation.classifier import (
    CORROBORATED,
    DOUBTED,
    SHORT_LENGTHS_CONFIDENCE,
    UNSUPPORTED_CONFIDENCE,
    Classifier,
    clear_conflict,
    decide,
    is_clear_figure,
    load_classifier,
)
from compare.relation.comparers.quantities import of_hours
from compare.relation.context import Difference
from compare.relation.cross_encoder import CrossEncoder
from compare.relation.describe import Described, describe
from compare.relation.features import as_arrays
from compare.relation.lone import load_lone_words
from compare.relation.pointing import point_out
from compare.relation.quoting import with_acts
from compare.relation.reasons import reasons_of_divergence, reasons_of_partial
from compare.relation.severity import link_severity, omissions
from compare.relation.talks import with_talks

__all__ = ["Described", "Judged", "describe", "judge"]


@dataclass(frozen=True, slots=True)
class Judged:
    """The links with their relations, and what stands alone."""

    links: tuple[Link, ...]
    only_a: tuple[Omission, ...]
    only_b: tuple[Omission, ...]


def _same_text(a: Statement, in_a: Sequence[int], b: Statement, in_b: Sequence[int]) -> bool:
    """Say whether both sides are the same but for white space and case."""
    left, right = (
        " ".join(" ".join(side.sentence(at) for at in sentences).casefold().split())
        for side, sentences in ((a, in_a), (b, in_b))
    )
    return left == right


def _only_headings(
    match: Match, facts: tuple[Sequence[SentenceFacts], Sequence[SentenceFacts]]
) -> bool:
    return any(
        all(side[at].is_heading for at in sentences)
        for side, sentences in zip(facts, (match.a, match.b), strict=True)
    )


def judge(
    a: Statement,
    b: Statement,
    vectors_a: Encoded,
    vectors_b: Encoded,
    alignment: Alignment,
    facts: tuple[Sequence[SentenceFacts], Sequence[SentenceFacts]],
    threshold: float,
    classifier: Classifier | None = None,
    cross: CrossEncoder | None = None,
    progress: Progress = silent,
) -> Judged:
    """Return the links with relation, evidence and severity, and the sentences that stand alone.

    :param facts: of A's and of B's sentences
    :param threshold: probability from which a link with a conflict is a divergence, [0, 1]
    :param classifier: the models to use; the built-in ones when None
    :param cross: a second opinion on each link
    """
    classifier = classifier or load_classifier()
    # What is read from vectors was trained on those of the adapted model.
    lone = load_lone_words() if vectors_a.adapted else None
    alignment = with_talks(a, b, facts, alignment)
    rows = describe(a, b, vectors_a, vectors_b, alignment, facts, lone, cross, progress)
    links = []
    if rows:
        arrays = as_arrays([row.features for row in rows])
        p_divergence = classifier.divergence.probability(arrays)
        p_agreement = classifier.agreement.probability(arrays)
        for at, row in enumerate(rows):
            match, found, features = row.match, row.found, row.features
            pointed = [item for item in found if item.conflict]
            against = [item for item in pointed if clear_conflict(item, match.probability)]
            if row.reading is not None:
                likely = likely_kinds(row.reading)
                against = [
                    item
                    for item in pointed
                    if item in against
                    or (
                        row.reading.doubt >= 0.5
                        and (item.opposite or likely[item.kind] >= CORROBORATED)
                    )
                ]
                named = point_out(row.context, found, row.reading, row.places)
                if row.reading.doubt >= DOUBTED:
                    against = against or named
                figures = [item for item in pointed if is_clear_figure(item) and item not in named]
                pointed = [*figures, *named]
            relation, confidence = decide(
                float(p_divergence[at]),
                float(p_agreement[at]),
                against,
                pointed,
                features,
                threshold,
                SHORT_LENGTHS_CONFIDENCE
                if any(of_hours(row.context, item) for item in pointed)
                else UNSUPPORTED_CONFIDENCE,
            )
            evidence: list[Difference] = []
            if relation == "divergence":
                evidence = reasons_of_divergence(found, pointed, row.reading)
            elif relation == "partial":
                evidence = reasons_of_partial(row.context, found, against, row.reading)
            evidence = [with_acts(row.context, item) for item in evidence]
            if _same_text(a, match.a, b, match.b):
                relation, confidence, evidence = "agreement", 1.0, []
            elif relation == "divergence" and _only_headings(match, facts):
                relation, evidence = "partial", []  # a heading asserts nothing
            links.append(
                Link(
                    a=match.a,
                    b=match.b,
                    similarity=rounded(features["cosine"]),
                    probability=rounded(match.probability),
                    relation=relation,
                    confidence=rounded(confidence),
                    severity=rounded(link_severity(relation, confidence, evidence)),
                    evidence=tuple(Evidence(e.kind, e.a, e.b, e.note) for e in evidence),
                )
            )
    linked_a = {index for link in links for index in link.a}
    linked_b = {index for link in links for index in link.b}
    lone_a = [index for index in range(len(a.sentences)) if index not in linked_a]
    lone_b = [index for index in range(len(b.sentences)) if index not in linked_b]
    return Judged(
        tuple(links),
        omissions(
            lone_a,
            vectors_a.sentences,
            nearest(alignment.probability, axis=1),
            facts[0],
        ),
        omissions(
            lone_b,
            vectors_b.sentences,
            nearest(alignment.probability, axis=0),
            facts[1],
        ),
    )
