"""How well predicted links, relations, omissions and kinds agree with gold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from compare.evaluation.gold import GoldPair
from compare.model import Comparison, Relation


@dataclass(frozen=True, slots=True)
class Prediction:
    """What is scored, from our comparison or from the baseline's."""

    links: Mapping[tuple[int, int], tuple[Relation, frozenset[str]]]  # (a, b) -> relation, kinds
    only_a: frozenset[int]
    only_b: frozenset[int]

    @classmethod
    def of(cls, comparison: Comparison) -> Prediction:
        """Return a comparison's links, its groups taken apart into (a, b) pairs."""
        return cls(
            {
                (i, j): (link.relation, frozenset(item.kind for item in link.evidence))
                for link in comparison.links
                for i in link.a
                for j in link.b
            },
            frozenset(item.sentence for item in comparison.only_a),
            frozenset(item.sentence for item in comparison.only_b),
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """Raw counts, which add up over pairs; every rate is in [0, 1]."""

    link_hit: int = 0
    link_said: int = 0
    link_gold: int = 0
    relation_hit: int = 0  # of the link_hit pairs
    divergence_hit: int = 0
    divergence_said: int = 0
    divergence_gold: int = 0
    omission_hit: int = 0
    omission_said: int = 0
    omission_gold: int = 0
    kind_hit: int = 0
    kind_said: int = 0  # on the link_hit pairs, but for wording, which is never marked
    kind_gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            *(getattr(self, item.name) + getattr(other, item.name) for item in fields(Counts))
        )

    @property
    def link_f1(self) -> float:
        """F1 over (a, b) pairs."""
        return _f1(self.link_hit, self.link_said, self.link_gold)

    @property
    def relation_accuracy(self) -> float:
        """Share of the pairs linked by both that have the same relation."""
        return self.relation_hit / self.link_hit if self.link_hit else 0.0

    @property
    def divergence_f1(self) -> float:
        """F1 over (a, b) pairs called divergences, end to end: a missed link is a miss."""
        return _f1(self.divergence_hit, self.divergence_said, self.divergence_gold)

    @property
    def omission_f1(self) -> float:
        """F1 over the sentences said to stand alone, both sides together."""
        return _f1(self.omission_hit, self.omission_said, self.omission_gold)

    @property
    def kind_precision(self) -> float:
        """Share of the evidence kinds shown on rightly linked pairs that are marked there."""
        return self.kind_hit / self.kind_said if self.kind_said else 0.0

    @property
    def kind_recall(self) -> float:
        """Share of the marked evidence kinds found on their pair, end to end."""
        return self.kind_hit / self.kind_gold if self.kind_gold else 0.0


def _f1(hit: int, said: int, gold: int) -> float:
    return 2 * hit / (said + gold) if said + gold else 1.0


def count(gold: GoldPair, prediction: Prediction) -> Counts:
    """Return the counts of one pair."""
    marked = gold.pairs()
    both = marked.keys() & prediction.links.keys()
    said = {pair for pair, (relation, _) in prediction.links.items() if relation == "divergence"}
    true = {pair for pair, link in marked.items() if link.relation == "divergence"}
    alone_said = {("a", i) for i in prediction.only_a} | {("b", j) for j in prediction.only_b}
    alone_gold = {("a", i) for i in gold.only_a} | {("b", j) for j in gold.only_b}
    return Counts(
        link_hit=len(both),
        link_said=len(prediction.links),
        link_gold=len(marked),
        relation_hit=sum(prediction.links[pair][0] == marked[pair].relation for pair in both),
        divergence_hit=len(said & true),
        divergence_said=len(said),
        divergence_gold=len(true),
        omission_hit=len(alone_said & alone_gold),
        omission_said=len(alone_said),
        omission_gold=len(alone_gold),
        kind_hit=sum(
            kind in prediction.links[pair][1] for pair in both for kind in marked[pair].kinds
        ),
        kind_said=sum(len(prediction.links[pair][1] - {"wording"}) for pair in both),
        kind_gold=sum(len(link.kinds) for link in marked.values()),
    )


def total(counts: Iterable[Counts]) -> Counts:
    """Return the sum over pairs."""
    result = Counts()
    for item in counts:
        result += item
    return result
