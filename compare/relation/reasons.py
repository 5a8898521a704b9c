"""Which of the differences found on a link a reader is shown as its reasons.

The comparers find more than an analyst would name. The network of reading/entailment.py says which
kinds are likely: of what differs, for a divergence, and of what is added, for a partial.
`readouts evaluate pairs` prints how many of the kinds shown are marked, and the other way round.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.model import EvidenceKind, Side, Span
from compare.reading.entailment import Reading, added_kinds, likely_kinds
from compare.relation.context import Difference, LinkContext
from compare.relation.fitting import FIGURES, Words
from compare.relation.guessing import add, lone_figures
from compare.relation.stance import takes_one_stance

SIDES: tuple[Side, Side] = ("a", "b")
MAX_EVIDENCE = 4  # the reader wants the reasons, not every word that differs
# Least probabilities of a kind: of what only one side says beside the conflicts of a divergence (0,
# 0.03, 0.05, 0.1 and 0.15 were tried), of what a partial adds (0.1 to 0.25), and of the likeliest
# kind of a partial that no comparer found, named on words that only one side has (0.25 to 0.5).
# Chosen on the links of data/gold/train, read by networks that did not see them, so that recall
# stays and precision rises.
BESIDE, ADDED, GUESSED = 0.1, 0.2, 0.25
# A name that one side alone gives beside a divergence: less likely ones were marked for 4 of 40 on
# data/gold/later.
NAME_BESIDE = 0.3
# Kinds that are not guessed: of such guesses on data/gold/later 6 of 115 (entity), 2 of 11
# (commitment) and 2 of 14 (scope) were marked, of the others one in three.
NOT_GUESSED: frozenset[EvidenceKind] = frozenset(("entity", "commitment", "scope"))


def reasons_of_divergence(
    found: Sequence[Difference], pointed: Sequence[Difference], reading: Reading | None
) -> list[Difference]:
    """Return the conflicts, then what only one side says, the likeliest kind first.

    :param pointed: the conflicts that explain it
    """
    # Beside words of both sides that a comparer set against each other, figures of one side were
    # marked for 4 of 49 on data/gold/later, where their kind was not told so too.
    named = any(item.a and item.b and item in found for item in pointed)
    beside = ("wording", *FIGURES) if named else ("wording",)
    more = [
        item
        for item in found
        if item.told
        and (item.kind == "condition" or not item.conflict)
        and item.kind not in beside
        and item not in pointed
    ]
    if reading is None:
        more = [item for item in more if item.kind != "entity"]
    else:
        likely = likely_kinds(reading)
        more = [
            item
            for item in more
            if _worth(item, likely) >= (NAME_BESIDE if item.kind == "entity" else BESIDE)
        ]
        more.sort(key=lambda item: -_worth(item, likely))
    return _new([*pointed, *more])[:MAX_EVIDENCE]


def _worth(item: Difference, likely: Mapping[EvidenceKind, float]) -> float:
    """Return how likely its kind is; of what is added, less where the other side has it too."""
    return likely[item.kind] * (1.0 if item.conflict else item.weight)


def reasons_of_partial(
    context: LinkContext,
    found: Sequence[Difference],
    against: Sequence[Difference],
    reading: Reading | None,
) -> list[Difference]:
    """Return the conflicts that are clear, and then what one side adds, the likeliest kind first.

    :param against: the conflicts that forbid calling it an agreement
    """
    found = _new([item for item in found if item.told])
    clear = [item for item in found if item in against]
    conditions = [item for item in found if item.kind == "condition"]
    additions = [item for item in found if not item.conflict and item.kind != "wording"]
    wording = [item for item in found if item.kind == "wording"]
    rest = [item for item in dict.fromkeys((*conditions, *additions)) if item not in clear]
    if reading is None:
        return _new([*clear, *rest, *wording])[:MAX_EVIDENCE]
    adds = added_kinds(reading)
    ranked = sorted((*clear, *rest), key=lambda item: -_worth(item, adds))
    shown = [item for item in ranked if _worth(item, adds) >= ADDED]
    # What made it a partial is why, whatever is added; what one side alone says need not be.
    tied = [item for item in clear if item.a and item.b and not item.opposite]
    shown = list(dict.fromkeys((*tied, *shown)))
    guess = _guess(context, {item.kind for item in shown}, wording, adds)
    if guess is not None:
        shown = _new([*shown[: MAX_EVIDENCE - 1], guess])
    if not shown:
        phrases = [item for item in (_first(wording, side) for side in SIDES) if item]
        return list(dict.fromkeys((*clear, *phrases, *wording, *rest)))[:2]
    return [*shown, *_untold(context, shown, wording)][:MAX_EVIDENCE]


def _new(found: Sequence[Difference]) -> list[Difference]:
    """Return what is found without what one before it says already."""
    kept: list[Difference] = []
    for item in found:
        if not any(_says_all_of(other, item) for other in kept):
            kept.append(item)
    return kept


def _says_all_of(told: Difference, item: Difference) -> bool:
    """Say whether one reason leaves nothing for another to say.

    Of one kind that is so where they share words on each side that the other quotes. Who is told
    that there is no date need not be told that it is denied.
    """
    quoted = [(own, mine) for own, mine in ((told.a, item.a), (told.b, item.b)) if mine]
    shared = bool(quoted) and all(
        own is not None and own.start < mine.end and mine.start < own.end for own, mine in quoted
    )
    denied = told.kind in FIGURES and told.conflict and item.kind == "negation"
    return shared and (told.kind == item.kind or denied)


def _untold(
    context: LinkContext, shown: Sequence[Difference], wording: Sequence[Difference]
) -> list[Difference]:
    """Return the longest phrase of each side of which no reason quotes anything.

    It has two words or more: one alone is often only said otherwise.
    """
    more = []
    for side in SIDES:
        if not any(getattr(item, side) for item in shown):
            own = [item for item in wording if _is_phrase(context, side, getattr(item, side))]
            more += own[:1]
    return more


def _first(wording: Sequence[Difference], side: Side) -> Difference | None:
    return next((item for item in wording if getattr(item, side)), None)


def _is_phrase(context: LinkContext, side: Side, span: Span | None) -> bool:
    return span is not None and " " in context.quote(side, span)


def _guess(
    context: LinkContext,
    told: set[EvidenceKind],
    wording: Sequence[Difference],
    adds: Mapping[EvidenceKind, float],
) -> Difference | None:
    """Return the likeliest kind that is not told yet, on words that only one side has.

    These are the longest ones, and of a figure those that give it.
    """
    left = (kind for kind in adds if kind not in told and kind not in NOT_GUESSED)
    ranked = sorted(left, key=lambda kind: -adds[kind])
    phrases = sorted(((item.a, item.b) for item in wording), key=_length, reverse=True)
    for kind in ranked:
        if adds[kind] < GUESSED:
            break
        if kind == "framing" and takes_one_stance(context):
            continue
        own = [lone_figures(context, kind)] if kind in FIGURES else phrases
        guess = add(context, kind, own, adds[kind])
        if guess is not None:
            return guess
    return None


def _length(words: Words) -> int:
    return sum(span.end - span.start for span in words if span)
