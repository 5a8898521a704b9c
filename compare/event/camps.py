"""Who stands against whom in one claim: the largest group that is at one, or that there is none."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Camps:
    """How the statements of one claim part."""

    outside: frozenset[int]  # statements against the largest group; empty on a tie
    differ: tuple[tuple[int, ...], ...]  # groups that stand even against each other; empty if none


def camps(
    members: Sequence[int], against: Collection[tuple[int, int]], side_of: Mapping[int, int]
) -> Camps:
    """Return who stands outside the largest group, or, where none is larger, who differs.

    A group counts by its sides, so that a speaker with two statements is no majority over one with
    a single statement. Order plays no part.

    :param members: statements that make the claim
    :param against: pairs that contradict each other, in both orders
    :param side_of: the side of each statement
    """
    if not against:
        return Camps(frozenset(), ())
    groups = _groups(members, against)
    sizes = [len({side_of[place] for place in group}) for group in groups]
    top = [group for group, size in zip(groups, sizes, strict=True) if size == max(sizes)]
    if len(top) == 1:
        return Camps(frozenset(members) - top[0], ())
    # Who is at one with every one of them takes no part in the difference.
    neutral = frozenset.intersection(*top)
    parts = [group - neutral for group in top]
    named = frozenset().union(*parts)
    if sum(map(len, parts)) != len(named):  # groups that overlap can't stand beside each other
        parts = [frozenset({place}) for place in named]
    parts += [frozenset({place}) for place in frozenset(members) - named - neutral]
    return Camps(frozenset(), tuple(sorted(tuple(sorted(part)) for part in parts)))


def _groups(members: Sequence[int], against: Collection[tuple[int, int]]) -> list[frozenset[int]]:
    """Return every group without a contradiction that no other member fits into.

    Bron and Kerbosch (1973); an event has 24 statements at most.
    """
    fits = {
        one: {other for other in members if other != one and (one, other) not in against}
        for one in members
    }
    found: list[frozenset[int]] = []

    def grow(group: set[int], may: set[int], done: set[int]) -> None:
        if not may and not done:
            found.append(frozenset(group))
            return
        pivot = max(sorted(may | done), key=lambda place: len(fits[place] & may))
        for place in sorted(may - fits[pivot]):
            grow(group | {place}, may & fits[place], done & fits[place])
            may = may - {place}
            done = done | {place}

    grow(set(), set(members), set())
    return found
