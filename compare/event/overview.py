"""What all statements of an event say, claim by claim: one row a claim, one column a statement.

Links join two statements each; a claim joins as many as make it. Joining whatever is linked would
chain unlike claims together (A1 with B1, B1 with C1, and C1 has nothing to do with A1), so:

1. Links are taken from the most to the least probable. Each that no row holds yet begins a row.
2. Another statement joins a row with those of its sentences that are linked, directly, to the row's
   sentences in more than half of the statements there, and only if that then holds for every
   member of the row. The one with the most such links joins first.
3. A sentence without any link is a row of its own.

So with three statements each must be linked with both others; with four, with two of three. A
sentence that belongs with two groups that don't belong with each other stands in both rows, and
each row names the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from compare.event.camps import camps
from compare.event.links import Links, Row
from compare.event.naming import source_name
from compare.model import UNSURE, Comparison, Link, Relation, Statement

Said = Literal[
    "says", "says more", "says in part", "may differ", "says otherwise", "differs", "silent"
]
Status = Literal["contested", "partial", "all", "some", "one"]  # the ones to look at first
Change = Literal["kept", "added", "dropped", "changed"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one statement says to one claim."""

    said: Said
    sentences: tuple[int, ...] = ()  # 0-based; empty when silent


@dataclass(frozen=True, slots=True)
class Claim:
    """One row: a claim, and what each statement says to it."""

    number: int  # from 1: by status, unsure ones last, then by the first statement that makes it
    cells: tuple[Cell, ...]  # one a statement
    # Over sides: they contradict each other, overlap in part, or all, some or one make it.
    status: Status
    see: tuple[int, ...] = ()  # claims that share a sentence with this one
    # What a side with several statements did with it over time: place in `sides` -> change.
    changes: Mapping[int, Change] = field(default_factory=dict)
    # Where no group is the largest: the groups of statements that differ, ascending.
    differ: tuple[tuple[int, ...], ...] = ()
    unsure: bool = False  # all that makes it contested is likelier wrong than right
    # The links that make it: place of A, place of B, and the link, A before B.
    links: tuple[tuple[int, int, Link], ...] = ()


@dataclass(frozen=True, slots=True)
class SideOf:
    """One side: all statements of one speaker."""

    name: str
    statements: tuple[int, ...]  # places in the event, by date and then by place


@dataclass(frozen=True, slots=True)
class Overview:
    """The claims of an event."""

    sides: tuple[SideOf, ...]
    claims: tuple[Claim, ...]

    def of_status(self, status: Status) -> tuple[Claim, ...]:
        """Return the claims of one status."""
        return tuple(claim for claim in self.claims if claim.status == status)


def overview(
    statements: Sequence[Statement], comparisons: Mapping[tuple[int, int], Comparison]
) -> Overview:
    """Return the claims of an event; see the head of this module for the rule.

    :param comparisons: one for every pair of places (i, j) with i < j; A is statement i
    """
    links = Links(comparisons)
    rows = _grouped(links, len(statements))
    alone = {(i, p) for i, item in enumerate(statements) for p in range(len(item.sentences))}
    alone -= {(i, p) for row in rows for i, sentences in row.items() for p in sentences}
    rows += [{i: {p}} for i, p in alone]
    rows.sort(key=lambda row: [(i, sorted(row[i])) for i in sorted(row)])
    sides = sides_of(statements)
    made = [(_claim(row, links, sides, len(statements)), row) for row in rows]
    made.sort(key=lambda item: (get_args(Status).index(item[0].status), item[0].unsure))
    claims = [replace(claim, number=number) for number, (claim, _) in enumerate(made, 1)]
    rows = [row for _, row in made]
    holders: dict[tuple[int, int], set[int]] = {}
    for number, row in enumerate(rows, 1):
        for i, sentences in row.items():
            for p in sentences:
                holders.setdefault((i, p), set()).add(number)
    seen = [
        sorted(set().union(*(holders[i, p] for i, of in row.items() for p in of)) - {number})
        for number, row in enumerate(rows, 1)
    ]
    return Overview(
        sides,
        tuple(replace(claim, see=tuple(see)) for claim, see in zip(claims, seen, strict=True)),
    )


def sides_of(statements: Sequence[Statement]) -> tuple[SideOf, ...]:
    """Return the sides: statements of one speaker are one side, in the order of their dates."""
    groups: dict[str, list[int]] = {}
    for place, item in enumerate(statements):
        speaker = " ".join(item.speaker.casefold().split())
        groups.setdefault(speaker or f"\0{place}", []).append(place)
    sides = []
    for places in groups.values():
        first = statements[places[0]]
        name = (
            first.speaker
            or first.title
            or source_name(first.source)
            or f"Statement {places[0] + 1}"
        )
        ordered = sorted(places, key=lambda place: (statements[place].date, place))
        sides.append(SideOf(" ".join(name.split()), tuple(ordered)))
    return tuple(sides)


def _grouped(links: Links, count: int) -> list[Row]:
    order = sorted(
        links.all, key=lambda item: (-item[2].probability, item[0], item[1], item[2].a, item[2].b)
    )
    rows: list[Row] = []
    holders: dict[tuple[int, int], list[int]] = {}  # rows by the sentences in them
    for i, j, link in order:
        if any(
            set(link.a) <= rows[at][i] and set(link.b) <= rows[at].get(j, set())
            for at in holders.get((i, link.a[0]), ())
        ):
            continue
        row: Row = {i: set(link.a), j: set(link.b)}
        while (found := _best(row, links, count)) is not None:
            row[found[0]] = found[1]
        for member, sentences in row.items():
            for p in sentences:
                holders.setdefault((member, p), []).append(len(rows))
        rows.append(row)
    # A row that lies whole inside another one says nothing of its own.
    kept = []
    for at, row in enumerate(rows):
        member = min(row)
        others = holders[member, min(row[member])]
        if not any(_inside(row, rows[o]) and (row != rows[o] or o < at) for o in others if o != at):
            kept.append(row)
    return kept


def _inside(row: Row, other: Row) -> bool:
    return all(sentences <= other.get(member, set()) for member, sentences in row.items())


def _best(row: Row, links: Links, count: int) -> tuple[int, set[int]] | None:
    """Return the statement that joins a row next, with its sentences; None when none does."""
    best: tuple[int, int, set[int]] | None = None
    for other in range(count):
        if other in row:
            continue
        votes: dict[int, int] = {}
        for member, sentences in row.items():
            for q in {q for p in sentences for q in links.near(member, p, other)}:
                votes[q] = votes.get(q, 0) + 1
        chosen = {q for q, number in votes.items() if 2 * number > len(row)}
        if not chosen or not _holds({**row, other: chosen}, links):
            continue
        weight = sum(votes[q] for q in chosen)
        if best is None or weight > best[0]:
            best = (weight, other, chosen)
    return None if best is None else (best[1], best[2])


def _holds(row: Row, links: Links) -> bool:
    """Return whether each member is linked, in the row, with more than half of the others."""
    others = len(row) - 1
    return all(
        2 * sum(links.joined(row, member, other) for other in row if other != member) > others
        for member in row
    )


def _claim(row: Row, links: Links, sides: tuple[SideOf, ...], count: int) -> Claim:
    inside = {(i, j): links.inside(row, i, j) for i in row for j in row if i != j}
    conflicts = _conflicts(inside)
    firm = {pair for pair, confidence in conflicts.items() if confidence >= UNSURE}
    # Who only may contradict is no side where others surely do.
    against = firm or set(conflicts)
    side_of = {place: at for at, side in enumerate(sides) for place in side.statements}
    parted = camps(sorted(row), against, side_of)
    even = {place for group in parted.differ for place in group}
    cells = []
    for place in range(count):
        said: Said = "silent"
        if place in parted.outside:
            said = "says otherwise"
        elif place in even:
            said = "differs"
        elif place in row:
            others = [o for o in row if o not in parted.outside | {place}]
            at_one = [inside[place, o] for o in others if (place, o) not in against]
            said = _said([item for found in at_one for item in found])
            if any((place, o) in conflicts for o in others if (place, o) not in against):
                said = "may differ"
        cells.append(Cell(said, tuple(sorted(row.get(place, ())))))
    made_by = {side_of[place] for place in row}
    if any(side_of[i] != side_of[j] for i, j in against):
        status: Status = "contested"
    elif any(
        side_of[i] != side_of[j] and _has(found, "partial") for (i, j), found in inside.items()
    ):
        status = "partial"
    elif len(made_by) == 1 and len(sides) > 1:
        status = "one"
    else:
        status = "all" if len(made_by) == len(sides) else "some"
    changes = {
        at: _change(side.statements, row, against)
        for at, side in enumerate(sides)
        if len(side.statements) > 1 and at in made_by
    }
    joined = tuple((i, j, link) for i, j in sorted(inside) if i < j for link, _ in inside[i, j])
    unsure = status == "contested" and not firm
    return Claim(0, tuple(cells), status, (), changes, parted.differ, unsure, joined)


def _conflicts(
    inside: Mapping[tuple[int, int], list[tuple[Link, bool]]],
) -> dict[tuple[int, int], float]:
    """Return the pairs that contradict each other, with how sure that is."""
    return {
        pair: max(link.confidence for link, _ in found if link.relation == "divergence")
        for pair, found in inside.items()
        if _has(found, "divergence")
    }


def _said(found: list[tuple[Link, bool]]) -> Said:
    """Return what a statement says to a claim, by its links with those that are at one with it."""
    if not _has(found, "partial"):
        return "says"
    return "says more" if any(_adds(link, is_a) for link, is_a in found) else "says in part"


def _has(found: list[tuple[Link, bool]], relation: Relation) -> bool:
    return any(link.relation == relation for link, _ in found)


def _adds(link: Link, is_a: bool) -> bool:
    """Return whether a side of a partial link has words for which the other has none."""
    if link.relation != "partial":
        return False
    own = [(item.a, item.b) if is_a else (item.b, item.a) for item in link.evidence]
    return any(here is not None and there is None for here, there in own)


def _change(statements: tuple[int, ...], row: Row, against: set[tuple[int, int]]) -> Change:
    made = [place in row for place in statements]
    if any((i, j) in against for i in statements for j in statements):
        return "changed"
    if all(made):
        return "kept"
    if not made[-1]:
        return "dropped"
    return "added" if not made[0] else "kept"
