"""Whether relations are right as often as their confidence says: a reliability table.

Of what is told with a confidence of 0.6 to 0.8, about seven in ten should be right (DeGroot and
Fienberg 1983).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from compare.evaluation.gold import GoldPair
from compare.model import RELATIONS, Comparison, Relation

Told = tuple[Relation, float, bool]  # what is told of two sentences, how surely, and is it marked
EDGES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


def told(gold: GoldPair, comparison: Comparison) -> tuple[Told, ...]:
    """Return each linked (a, b) pair with its confidence; a wrong link is wrong."""
    marked = gold.pairs()
    return tuple(
        (
            link.relation,
            link.confidence,
            (i, j) in marked and marked[i, j].relation == link.relation,
        )
        for link in comparison.links
        for i in link.a
        for j in link.b
    )


def reliability(rows: Iterable[Told]) -> str:
    """Return a table: a line for each relation, a column for each stretch of confidence."""
    known = list(rows)
    heads = [f"{low:.1f}-{high:.1f}" for low, high in pairwise(EDGES)]
    lines = ["right of those told, by confidence" + "".join(f"{head:>16}" for head in heads)]
    for relation in RELATIONS:
        cells = []
        for low, high in pairwise(EDGES):
            last = high == EDGES[-1]
            right = [
                ok
                for name, confidence, ok in known
                if name == relation and low <= confidence and (confidence < high or last)
            ]
            share = f" {sum(right) / len(right):.2f}" if right else ""
            cells.append(f"{f'{sum(right)}/{len(right)}{share}':>16}")
        lines.append(f"{relation:34}" + "".join(cells))
    return "\n".join(lines) + "\n"
