"""The sentences above a report: what was found, in counts, and how far it can be trusted."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from compare.model import UNSURE, Signature
from compare.relation.measured import measured
from compare.report.points import Point
from compare.report.words import KINDS, PointKind, counted


def headline(points: Sequence[Point], settled: Collection[str], letters: tuple[str, str]) -> str:
    """Return the counts in plain words, without what isn't there.

    Of a divergence that is likelier wrong than right the accounts "may differ", unless a reviewer
    decided it.

    :param settled: the places of what reviewers decided
    """
    unsure = _unsure(points, "divergence", settled)
    told = (
        ("differ on", _number(points, "divergence") - unsure),
        ("may differ on", unsure),
        ("overlap in part on", _number(points, "partial")),
        ("agree on", _number(points, "agreement")),
    )
    parts = [f"{verb} {number:,}" for verb, number in told if number]
    if parts:  # the noun stands once, behind the first number
        parts[0] += " point" if parts[0].endswith(" 1") else " points"
    linked = " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
    only_a, only_b = _number(points, "only_a"), _number(points, "only_b")
    own = "Neither side has a sentence of its own."
    if only_a or only_b:
        own = f"{letters[0]} has {_some(only_a)} of its own, {letters[1]} has {_some(only_b)}."
    return f"The accounts {linked or 'have nothing in common'}. {own}"


def doubts(points: Sequence[Point], settled: Collection[str]) -> str:
    """Return how much is unsure and not reviewed, or nothing: `2 of 5 divergences are unsure …`.

    :param settled: the places of what reviewers decided
    """
    kinds: tuple[PointKind, ...] = ("divergence", "agreement")
    told = [(_unsure(points, kind, settled), _number(points, kind), kind) for kind in kinds]
    parts = [
        f"{'the' if found == 1 else f'{unsure} of {found}'} {KINDS[kind].tally(found)}"
        for unsure, found, kind in told
        if unsure
    ]
    if not parts:
        return ""
    verb = "is" if sum(unsure for unsure, _, _ in told) == 1 else "are"
    text = f"{' and '.join(parts)} {verb} unsure (confidence under {UNSURE:.2f})."
    return text[0].upper() + text[1:]


def trust(signature: Signature) -> str:
    """Return how often what these models tell was right; nothing for models not measured."""
    known = measured(signature)
    if not known:
        return ""
    divergence, sure, agreement, found = (
        round(100 * share)
        for share in (known.divergence, known.sure_divergence, known.agreement, known.found)
    )
    return (
        f"Read the words before you rely on a finding: on {known.pairs:,} marked pairs new to the "
        f"models, {divergence} of 100 divergences told were right ({sure} of those with a "
        f"confidence from {UNSURE:.2f}) and {agreement} of 100 agreements; of 100 divergences that "
        f"there were, {found} were told."
    )


def _some(number: int) -> str:
    return counted(number, "sentence") if number else "none"


def _number(points: Sequence[Point], kind: PointKind) -> int:
    return sum(point.kind == kind for point in points)


def _unsure(points: Sequence[Point], kind: PointKind, settled: Collection[str]) -> int:
    return sum(
        point.kind == kind and (point.confidence or 0.0) < UNSURE and point.places not in settled
        for point in points
    )
