"""Whether relations are right as often as their confidence says: a reliability table.

Of what is told with a confidence of 0.6 to 0.8, about seven in ten should be right (DeGroot and
Fienberg 1983).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from compare.evaluation.gold import GoldPair
from compare.model import RELATIONS, Comparison, Relation

Told = tuple[Relation, float, bool]  # what is told of two sentences, how surely, and is it marked
Close = tuple[float, bool]  # probability of the closest to a lone sentence, and is it marked
EDGES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
CLOSE_EDGES = (0.0, 0.1, 0.2, 0.25, 0.3, 1.0)


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


def close(gold: GoldPair, comparison: Comparison) -> tuple[Close, ...]:
    """Return for each lone sentence how likely its closest is a match, and whether it is marked."""
    marked = gold.pairs()
    return tuple(
        (near.probability, ((lone.sentence, near.sentence)[::step]) in marked)
        for alone, step in ((comparison.only_a, 1), (comparison.only_b, -1))
        for lone in alone
        if (near := lone.nearest)
    )


def reliability(rows: Iterable[Told]) -> str:
    """Return a table: a line for each relation, a column for each stretch of confidence."""
    known = list(rows)
    lines = [_head("right of those told, by confidence", EDGES)]
    for relation in RELATIONS:
        of = [(confidence, ok) for name, confidence, ok in known if name == relation]
        lines.append(_line(relation, of, EDGES))
    return "\n".join(lines) + "\n"


def closeness(rows: Iterable[Close]) -> str:
    """Return a table: how many of the closest to lone sentences are marked, by probability."""
    title = "closest to a lone sentence"
    return "\n".join((_head(title, CLOSE_EDGES), _line("marked", list(rows), CLOSE_EDGES))) + "\n"


def _head(title: str, edges: Sequence[float]) -> str:
    heads = [f"{low:.2g}-{high:.2g}" for low, high in pairwise(edges)]
    return f"{title:34}" + "".join(f"{head:>16}" for head in heads)


def _line(title: str, rows: Sequence[tuple[float, bool]], edges: Sequence[float]) -> str:
    cells = []
    for low, high in pairwise(edges):
        last = high == edges[-1]
        right = [ok for value, ok in rows if low <= value and (value < high or last)]
        share = f" {sum(right) / len(right):.2f}" if right else ""
        cells.append(f"{f'{sum(right)}/{len(right)}{share}':>16}")
    return f"{title:34}" + "".join(cells)
