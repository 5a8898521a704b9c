"""The links of an event between every two of its statements, looked up from either side."""

from __future__ import annotations

from collections.abc import Mapping

from compare.model import Comparison, Link

Row = dict[int, set[int]]  # statement -> sentences


class Links:
    """The links between every two statements, looked up from either side."""

    def __init__(self, comparisons: Mapping[tuple[int, int], Comparison]) -> None:
        self.all: list[tuple[int, int, Link]] = [
            (i, j, link) for (i, j), item in sorted(comparisons.items()) for link in item.links
        ]
        self._near: dict[tuple[int, int], dict[int, set[int]]] = {}
        self._of: dict[tuple[int, int], list[tuple[int, Link, bool]]] = {}
        for i, j, link in self.all:
            for p in link.a:
                self._of.setdefault((i, p), []).append((j, link, True))
            for q in link.b:
                self._of.setdefault((j, q), []).append((i, link, False))
            for p in link.a:
                for q in link.b:
                    self._near.setdefault((i, p), {}).setdefault(j, set()).add(q)
                    self._near.setdefault((j, q), {}).setdefault(i, set()).add(p)

    def near(self, statement: int, sentence: int, other: int) -> set[int]:
        """Return the sentences of another statement that a sentence is linked with."""
        return self._near.get((statement, sentence), {}).get(other, set())

    def joined(self, row: Row, statement: int, other: int) -> bool:
        """Return whether two statements of a row are linked in it."""
        return any(self.near(statement, p, other) & row[other] for p in row[statement])

    def inside(self, row: Row, statement: int, other: int) -> list[tuple[Link, bool]]:
        """Return the links of two statements of a row; True where `statement` is the link's A."""
        found = {}
        for p in row[statement]:
            for j, link, is_a in self._of.get((statement, p), ()):
                if j == other and not row[other].isdisjoint(link.b if is_a else link.a):
                    found[link.a, link.b] = (link, is_a)
        return [found[key] for key in sorted(found)]
