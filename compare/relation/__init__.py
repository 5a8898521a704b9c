"""What each link says, why, and how much it matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.alignment import Alignment, Match
from compare.alignment.words import align_words
from compare.embedding.base import Encoded
from compare.language.facts import SentenceFacts
from compare.model import Evidence, Link, Omission, Statement, rounded
from compare.reading.entailment import (
    NO_READING,
    Reading,
    likely_kinds,
)
from compare.relation.classifier import (
    CORROBORATED,
    DOUBTED,
    Classifier,
    clear_conflict,
    decide,
    is_clear_figure,
    load_classifier,
)
from compare.relation.comparers import differences
from compare.relation.context import Difference, LinkContext, link_contexts
from compare.relation.cross_encoder import CrossEncoder, averaged
from compare.relation.features import as_arrays, link_features
from compare.relation.lone import NO_READING as NO_LONE_READING
from compare.relation.lone import LoneWords, load_lone_words, lone_vector
from compare.relation.pointing import point_out
from compare.relation.severity import link_severity, omissions

__all__ = ["Judged", "describe", "judge"]

# Evidence shown for one link: the reader wants the reasons, not every word that differs.
MAX_EVIDENCE = 4


@dataclass(frozen=True, slots=True)
class Judged:
    """The links with their relations, and what stands alone."""

    links: tuple[Link, ...]
    only_a: tuple[Omission, ...]
    only_b: tuple[Omission, ...]


@dataclass(frozen=True, slots=True)
class Described:
    """One match with what is known of it before its relation is decided."""

    match: Match
    context: LinkContext
    found: list[Difference]  # by the comparers
    features: dict[str, float]
    reading: Reading | None


def describe(
    a: Statement,
    b: Statement,
    vectors_a: Encoded,
    vectors_b: Encoded,
    alignment: Alignment,
    facts: tuple[Sequence[SentenceFacts], Sequence[SentenceFacts]],
    lone: LoneWords | None,
    cross: CrossEncoder | None = None,
) -> list[Described]:
    """Return what is known of each match: its facts, the differences found, and its features.

    :param facts: of A's and of B's sentences
    :param lone: reads the vectors of lone words; None where it was not trained on such vectors
    :param cross: a second opinion on each link
    """
    if not alignment.matches:
        return []
    words = [
        align_words(a, b, match.a, match.b, vectors_a.tokens, vectors_b.tokens)
        for match in alignment.matches
    ]
    contexts = link_contexts(
        a,
        b,
        *facts,
        [(match.a, match.b) for match in alignment.matches],
        words,
    )
    if alignment.readings:
        alignment.readings.read_ahead([(match.a, match.b) for match in alignment.matches])
    opinions = cross.read(a, b, alignment.matches) if cross else None
    rows = []
    for at, (match, context) in enumerate(zip(alignment.matches, contexts, strict=True)):
        found = differences(context)
        reading = alignment.readings.of(match.a, match.b) if alignment.readings else None
        told = reading.features() if reading else NO_READING
        if opinions is not None:
            mixed = averaged(reading, opinions[at])
            told = mixed.features()
            reading = mixed if reading else None
        alone = lone.read(lone_vector(match, vectors_a, vectors_b)) if lone else NO_LONE_READING
        features = link_features(match, alignment, context, found, told | alone)
        rows.append(Described(match, context, found, features, reading))
    return rows


def _evidence(
    relation: str,
    found: Sequence[Difference],
    pointed: Sequence[Difference],
    against: Sequence[Difference],
) -> list[Difference]:
    """Return what a reader should see: conflicts for a divergence, additions for a partial.

    A condition that only one side makes is either.

    A partial also shows a conflict that is clear: it is why the link is no agreement.

    :param pointed: the conflicts that explain a divergence, of `point_out`
    :param against: the conflicts that forbid calling it an agreement
    """
    if relation == "agreement":
        return []
    additions = [item for item in found if not item.conflict]
    facts = [item for item in additions if item.kind != "wording"]
    wording = [item for item in additions if item.kind == "wording"]
    # What only one side makes depend on something is why more often than any other addition: in
    # data/gold/train for 45 of 100 such partials (figures and dates 36, names 26) and for 59 of 100
    # such divergences.
    conditions = [item for item in found if item.kind == "condition"]
    if relation == "divergence":
        # A name that one side alone gives is hardly ever why (6 of 100).
        more = [item for item in (*conditions, *facts) if item.kind != "entity"]
        return [*pointed, *(item for item in more if item not in pointed)][:MAX_EVIDENCE]
    rest = [item for item in (*conditions, *facts, *wording) if item not in against]
    return [*against, *rest][:MAX_EVIDENCE]


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
    rows = describe(a, b, vectors_a, vectors_b, alignment, facts, lone, cross)
    links = []
    if rows:
        arrays = as_arrays([row.features for row in rows])
        p_divergence = classifier.divergence.probability(arrays)
        p_agreement = classifier.agreement.probability(arrays)
        for at, row in enumerate(rows):
            match, found, features = row.match, row.found, row.features
            pointed = [item for item in found if item.conflict]
            against = [item for item in pointed if clear_conflict(item)]
            if row.reading is not None:
                likely = likely_kinds(row.reading)
                against = [
                    item
                    for item in pointed
                    if item in against
                    or (row.reading.doubt >= 0.5 and likely[item.kind] >= CORROBORATED)
                ]
                named = point_out(match, row.context, found, row.reading, (vectors_a, vectors_b))
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
            )
            evidence = _evidence(relation, found, pointed, against)
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
            alignment.probability.max(axis=1),
            [len(sentence.facts) for sentence in facts[0]],
        ),
        omissions(
            lone_b,
            vectors_b.sentences,
            alignment.probability.max(axis=0),
            [len(sentence.facts) for sentence in facts[1]],
        ),
    )
