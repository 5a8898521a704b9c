"""How much a finding matters to an analyst: what is listed first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from compare.embedding.base import FloatArray, IntArray
from compare.language.facts import Fact, FactKind, SentenceFacts
from compare.language.facts.wordlist import words
from compare.model import EvidenceKind, Nearest, Omission, Relation, rounded
from compare.relation.context import Difference

# A contradicted figure or a denial before a weaker commitment before another wording: the order is
# what counts, the values only keep it.
_DIVERGENCE: dict[EvidenceKind, float] = {
    "negation": 1.0,
    "number": 0.95,
    "date": 0.9,
    "duration": 0.85,
    "actor": 0.85,
    "condition": 0.8,
    "commitment": 0.75,
    "scope": 0.75,
    "entity": 0.7,
    "framing": 0.65,
    "wording": 0.5,
}
_PARTIAL: dict[EvidenceKind, float] = {
    "negation": 0.45,
    "condition": 0.45,
    "number": 0.4,
    "date": 0.4,
    "duration": 0.35,
    "entity": 0.35,
    "wording": 0.25,
}
_PARTIAL_LEAST = 0.2
# A sentence that stands alone matters less than a divergence, even an unsure one.
_OMISSION_LEAST, _OMISSION_MOST = 0.1, 0.55
ENOUGH_FACTS = 4  # a sentence with so many weighs in full
# How much what it asserts matters, [0, 1]; the order is what counts, as above. What was done is
# told in every account; what is refused, promised or demanded is not.
_GRAVE: dict[FactKind, float] = {
    "negation": 1.0,
    "number": 0.8,
    "duration": 0.8,
    "condition": 0.8,
    "commitment": 0.7,
    "date": 0.6,
    "entity": 0.2,
}
_DONE = 0.3
# Thanks, good wishes and flowers. A sentence with such a word matters little, unless it says more
# that could be wrong.
_COURTESY = words(
    "thank thanks grateful gratitude congratulate congratulation greet greeting regards condolence "
    "pleasure pleased glad toast hospitality courtesy wreath flower"
)
_COURTEOUS = 0.1
_MORE: frozenset[FactKind] = frozenset(("negation", "number", "duration", "condition"))


def link_severity(relation: Relation, confidence: float, evidence: Sequence[Difference]) -> float:
    """Return the severity of a link, [0, 1]; an agreement has none."""
    if relation == "agreement":
        return 0.0
    if relation == "divergence":
        worst = max(
            (_DIVERGENCE[item.kind] * item.weight for item in evidence if item.conflict),
            default=0.5,
        )
        return (0.6 + 0.4 * worst) * (0.5 + 0.5 * confidence)
    return max((_PARTIAL.get(item.kind, 0.2) for item in evidence), default=_PARTIAL_LEAST)


def substance(sentences: Sequence[SentenceFacts]) -> FloatArray:
    """Return how much each sentence says that could be checked: 0 for a heading, else [0.4, 1].

    Thanks, hopes and praise say little.
    """
    counted = np.minimum([_checkable(sentence) for sentence in sentences], ENOUGH_FACTS)
    asserts = np.array([not sentence.is_heading for sentence in sentences], dtype=np.float32)
    result: FloatArray = asserts * (0.4 + 0.6 * counted / ENOUGH_FACTS).astype(np.float32)
    return result


def _checkable(sentence: SentenceFacts) -> int:
    """Return how many facts a sentence has that could be checked.

    Each counts once, however often it is named; "soon", "millions" and "all" don't; acts count as
    one, and who does them counts where it is named.
    """
    facts = {
        ("commitment", "") if fact.kind == "commitment" else (fact.kind, fact.value)
        for fact in sentence.facts
        if fact.kind not in ("actor", "scope") and not fact.vague
    }
    return len(facts)


def gravity(sentence: SentenceFacts) -> float:
    """Return how much the gravest thing matters that a sentence asserts, [0, 1]."""
    told = [_grave(fact) for fact in sentence.facts if not fact.vague]
    courteous = any(token.lemma.lower() in _COURTESY for token in sentence.tokens)
    if courteous and not any(fact.kind in _MORE and not fact.vague for fact in sentence.facts):
        return _COURTEOUS
    return max(told, default=0.0)


def _grave(fact: Fact) -> float:
    done = fact.kind == "commitment" and fact.value == "done"
    return _DONE if done else _GRAVE.get(fact.kind, 0.0)


def omissions(
    lone: Sequence[int],
    vectors: FloatArray,
    nearest: tuple[IntArray, FloatArray],
    facts: Sequence[SentenceFacts],
) -> tuple[Omission, ...]:
    """Return the sentences that stand alone, weighed by what each asserts and how central it is.

    Central is what lies near the mean of all the statement's sentences (as in centroid-based
    summarisation, Radev et al. 2004), scaled over the statement; and a sentence with few facts
    weighs less. A denial is grave wherever it stands.

    :param vectors: unit rows of the whole statement, shape (n, dim)
    :param nearest: each sentence's likeliest match on the other side, -1 for none, and its link
        probability, both of shape (n,); near to a link, an omission weighs less
    :param facts: of every sentence of the statement
    """
    if not lone:
        return ()
    centre = vectors.mean(axis=0)
    near = vectors @ centre
    low, high = float(near.min()), float(near.max())
    weight = substance(facts)
    grave = [0.0 if sentence.is_heading else gravity(sentence) for sentence in facts]
    scaled = (near - low) / (high - low) if high - low > 1e-6 else np.full_like(near, 0.5)
    found = []
    for index in lone:
        place, likely = int(nearest[0][index]), float(nearest[1][index])
        matters = float(0.4 * scaled[index] * weight[index] + 0.6 * grave[index])
        severity = _OMISSION_LEAST + (_OMISSION_MOST - _OMISSION_LEAST) * matters * (
            1 - 0.5 * likely
        )
        close = Nearest(place, rounded(likely)) if place >= 0 else None
        found.append(Omission(index, rounded(severity), close))
    return tuple(found)
