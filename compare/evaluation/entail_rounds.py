"""Which of the pairs of entail_items.py the network reads in one round."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence

from compare.evaluation.entail_items import (
    AGREEMENT,
    DIVERGENCE,
    NONE,
    PARTIAL,
    Item,
    Vectors,
    itself,
)

# How much of a contrast set is rehearsed each round, by outcome in the order of OUTCOMES, and which
# share of the sets of edits: about a quarter of what a round reads, so that statements lead.
CONTRAST_SHARE = (0.4, 0.35, 0.35, 0.2)
EDITS_SHARE = 0.7
# How many of the pairs that follow from two others are read each round: of the fact sets alone, and
# in rehearsal. One round with 0.25 of them and 0.6 of those written was as good as one of all those
# written, with a fifth less to read.
DERIVED_SHARE, DERIVED_REHEARSED = 0.3, 0.05
ITSELF_SHARE = 0.08  # of the sets of which a sentence stands beside itself
UNLINKED_SHARE = 0.2  # of the sentences of a gold pair that are near and no link


def gold_round(pairs: Sequence[Sequence[Item]], rng: random.Random) -> list[Item]:
    """Return the links of the gold pairs and some of the sentences that are none."""
    return [
        item
        for items in pairs
        for item in items
        if item.outcome != NONE or rng.random() < UNLINKED_SHARE
    ]


def fact_round(sets: Sequence[Sequence[Item]], rng: random.Random) -> list[Item]:
    """Return the written pairs of all fact sets and some of the derived ones."""
    return [
        item for items in sets for item in items if not item.derived or rng.random() < DERIVED_SHARE
    ]


def rehearsal(sets: Sequence[Sequence[Item]], vectors: Vectors, rng: random.Random) -> list[Item]:
    """Return some pairs of each fact set: about as many that agree as that contradict.

    Small edits of either outcome stand beside each other, or any small change would be taken for a
    contradiction; now and then a sentence stands beside itself.
    """
    chosen: list[Item] = []
    for items in sets:
        by = defaultdict(list)
        for item in items:
            by[item.outcome, item.edited].append(item)
        if not any(edited for _, edited in by):  # a contrast set, of which each pair is by itself
            chosen += [
                item
                for item in items
                if rng.random()
                < (DERIVED_REHEARSED if item.derived else CONTRAST_SHARE[item.outcome or 0])
            ]
            if rng.random() < ITSELF_SHARE:
                chosen.append(itself(rng.choice(items).first, vectors))
            continue
        if rng.random() >= EDITS_SHARE:
            continue
        same = itself(by[AGREEMENT, False][0].first, vectors)
        against = by[DIVERGENCE, True] + by[DIVERGENCE, False]
        for some, share in (
            (by[AGREEMENT, False], 1.0),
            (by[AGREEMENT, True], 0.7),
            ([same], ITSELF_SHARE),
            (by[DIVERGENCE, True], 1.0),
            (against, 0.5),
            (by[PARTIAL, False], 0.5),
            (by[NONE, False], 0.4),
        ):
            if some and rng.random() < share:
                chosen.append(rng.choice(some))
    return chosen
