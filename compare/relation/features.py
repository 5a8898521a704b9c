"""What the relation classifiers know of one link, as named numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from compare.alignment import Alignment, Match
from compare.alignment.words import Word
from compare.embedding.base import FloatArray
from compare.language.facts import FactKind
from compare.model import EVIDENCE_KINDS
from compare.relation.comparers.acts import LADDER
from compare.relation.context import Difference, LinkContext

# Kinds whose absence on one side is told as an addition.
ADDITION_KINDS = ("number", "date", "duration", "entity", "negation")
CONFLICT_KINDS = tuple(kind for kind in EVIDENCE_KINDS if kind not in ("wording", "entity"))
_FROM_PAIR = ("cosine", "soft", "cover_more", "cover_less", "character", "margin", "length")


# Closed classes of English whose presence on one side only bends a claim; the facts of the two
# sides hold negations, conditions, scopes and commitments, these what facts don't read.
MARKERS: dict[str, frozenset[str]] = {
    "modal": frozenset(
        ["may", "might", "could", "would", "should", "must", "shall", "can", "need", "ought"]
    ),
    "contrast": frozenset(
        ["but", "however", "although", "though", "while", "whereas", "despite", "rather"]
    ),
    "denial": frozenset(
        ["no", "not", "never", "nothing", "nobody", "none", "neither", "nor", "without", "cannot"]
    ),
    "demand": frozenset(
        ["ask", "demand", "call", "urge", "propose", "want", "insist", "request", "require"]
    ),
    "report": frozenset(
        ["say", "tell", "note", "stress", "underline", "recall", "explain", "point"]
    ),
}
# A content word whose best cosine on the other side is under this is answered by none there.
UNANSWERED = 0.5
FACT_COUNTS: tuple[FactKind, ...] = (
    "negation", "condition", "scope", "number", "date", "duration", "entity", "actor",
)  # fmt: skip
RUNGS = tuple(LADDER)


def _lone_share(words: Sequence[Word], best: Sequence[float]) -> float:
    """Return the share of one side's content words that nothing answers, [0, 1]."""
    content = [value for word, value in zip(words, best, strict=True) if word.content]
    return sum(value < UNANSWERED for value in content) / len(content) if content else 0.0


def _mean_best(words: Sequence[Word], best: Sequence[float]) -> float:
    content = [value for word, value in zip(words, best, strict=True) if word.content]
    return float(np.mean(content)) if content else 0.0


def _put(values: dict[str, float], name: str, of_a: int, of_b: int) -> None:
    values[f"apart_{name}"] = min(2.0, float(abs(of_a - of_b)))
    values[f"both_{name}"] = min(3.0, float(of_a + of_b))


def link_features(
    match: Match,
    alignment: Alignment,
    context: LinkContext,
    found: Sequence[Difference],
    reading: Mapping[str, float],
) -> dict[str, float]:
    """Return the features of one link; every value is finite.

    :param reading: what reading/entailment.py says of both sides together, and relation/lone.py
        of the words that the other side lacks

    - conflict_KIND: the surest conflict of that kind, [0, 1]
    - tight_KIND: the same times how much the sentences cover each other: a conflict counts for more
      where all else is alike
    - conflict_opposite, tight_opposite: the same for words that say the opposite of each other; in
      loose paraphrases they often agree all the same, so here the closeness counts three times
    - added_KIND: how many facts of that kind stand on one side only, up to 3
    - the pair features of alignment/features.py, the mean over the group's pairs
    - apart_X: how unequal the sides are in facts or markers of a kind, up to 2; both_X: how many
      they have together, up to 3
    - rung_X: 1 where one side alone commits itself on that rung
    - lone_more, lone_less: share of content words without a counterpart, by side
    - words_more, words_less: mean best cosine of content words, by side
    """
    values: dict[str, float] = {"probability": match.probability, **reading}
    for kind in CONFLICT_KINDS:
        values[f"conflict_{kind}"] = max(
            (
                item.weight
                for item in found
                if item.kind == kind and item.conflict and not item.opposite
            ),
            default=0.0,
        )
    closeness = float(alignment.features["cover_less"][np.ix_(match.a, match.b)].mean())
    for kind in CONFLICT_KINDS:
        values[f"tight_{kind}"] = values[f"conflict_{kind}"] * max(0.0, closeness)
    opposite = max((item.weight for item in found if item.opposite), default=0.0)
    values["conflict_opposite"] = opposite
    values["tight_opposite"] = opposite * max(0.0, closeness) ** 3
    values["conflicts"] = min(3.0, float(sum(item.conflict for item in found)))
    for added in ADDITION_KINDS:
        count = sum(item.kind == added and not item.conflict for item in found)
        values[f"added_{added}"] = min(3.0, float(count))
    for fact in FACT_COUNTS:
        _put(values, fact, len(context.of_kind("a", fact)), len(context.of_kind("b", fact)))
    for name, members in MARKERS.items():
        _put(
            values,
            name,
            sum(token.lemma in members for token in context.tokens_a),
            sum(token.lemma in members for token in context.tokens_b),
        )
    rungs_a = {fact.value for fact in context.of_kind("a", "commitment")}
    rungs_b = {fact.value for fact in context.of_kind("b", "commitment")}
    for rung in RUNGS:
        values[f"rung_{rung}"] = float((rung in rungs_a) != (rung in rungs_b))
    cells = np.ix_(match.a, match.b)
    for name in _FROM_PAIR:
        values[name] = float(alignment.features[name][cells].mean())
    words = context.words
    lone = _lone_share(words.a, words.best_a), _lone_share(words.b, words.best_b)
    best = _mean_best(words.a, words.best_a), _mean_best(words.b, words.best_b)
    values |= {"lone_more": max(lone), "lone_less": min(lone)}
    values |= {"words_more": max(best), "words_less": min(best)}
    return values


def as_arrays(rows: Sequence[Mapping[str, float]]) -> dict[str, FloatArray]:
    """Return each feature over all links, shape (n_links,)."""
    return {name: np.array([row[name] for row in rows], dtype=np.float32) for name in rows[0]}
