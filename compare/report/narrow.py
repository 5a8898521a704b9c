"""A view narrowed to some of its points, for a report of what a reader has filtered."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from compare.report.view import View
from compare.report.words import counted


def narrowed(view: View, rows: Collection[int], wanted: str) -> View:
    """Return a view that lists these rows only; both statements stay whole, and it says so.

    :param rows: by their place in the reading
    :param wanted: what was asked for, in words
    """
    kept = set(rows)
    findings = tuple(point for point in view.findings if point.row in kept)
    note = (
        f"Filtered ({wanted}): {counted(len(findings), 'finding')} of {len(view.findings):,} "
        "listed; the counts and the statements are whole."
    )
    return replace(
        view,
        findings=findings,
        # A row whose finding isn't listed leads to none.
        rows=tuple(
            point if point.row in kept else replace(point, rank=None) for point in view.rows
        ),
        notes=(*view.notes, note),
    )
