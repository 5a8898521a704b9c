"""One comparer for each kind of evidence: what differs, and what is only on one side."""

from __future__ import annotations

from collections.abc import Callable

from compare.relation.comparers.acts import compare_actors, compare_commitments
from compare.relation.comparers.clauses import compare_conditions
from compare.relation.comparers.denials import compare_negations
from compare.relation.comparers.extents import compare_scopes
from compare.relation.comparers.firsts import compare_firsts
from compare.relation.comparers.fulfilled import compare_fulfilled
from compare.relation.comparers.names import compare_entities
from compare.relation.comparers.opposites import compare_opposites
from compare.relation.comparers.order import compare_orders
from compare.relation.comparers.ordinals import compare_ordinals
from compare.relation.comparers.quantities import (
    compare_dates,
    compare_durations,
    compare_numbers,
    compare_unsettled,
)
from compare.relation.comparers.telling import plainly
from compare.relation.comparers.untold import compare_untold
from compare.relation.comparers.wording import compare_wording
from compare.relation.context import Difference, LinkContext

__all__ = ["COMPARERS", "differences"]

COMPARERS: tuple[Callable[[LinkContext], list[Difference]], ...] = (
    compare_numbers,
    compare_ordinals,
    compare_dates,
    compare_durations,
    compare_unsettled,
    compare_untold,
    compare_opposites,
    compare_orders,
    compare_firsts,
    compare_fulfilled,
    compare_negations,
    compare_actors,
    compare_commitments,
    compare_conditions,
    compare_scopes,
    compare_entities,
    compare_wording,
)


def differences(context: LinkContext) -> list[Difference]:
    """Return what all comparers find in one link, conflicts first, then the surer first."""
    found = [plainly(context, item) for comparer in COMPARERS for item in comparer(context)]
    return sorted(found, key=lambda item: (not item.conflict, -item.weight))
