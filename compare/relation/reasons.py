"""Which of the differences found on a link a reader is shown as its reasons.

The comparers find more than an analyst would name. The network of reading/entailment.py says which
kinds are likely: of what differs, for a divergence, and of what is added, for a partial.
`readouts evaluate pairs` prints how many of the kinds shown are marked, and the other way round.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.model import EvidenceKind, Span
from compare.reading.entailment import Reading, added_kinds, likely_kinds
from compare.relation.classifier import FIGURES
from compare.relation.context import Difference, LinkContext
from compare.relation.pointing import ABOUT

MAX_EVIDENCE = 4  # the reader wants the reasons, not every word that differs
# Least probabilities of a kind: of what only one side says beside the conflicts of a divergence (0,
# 0.03, 0.05, 0.1 and 0.15 were tried), of what a partial adds (0.1 to 0.25), and of the likeliest
# kind of a partial that no comparer found, named on words that only one side has (0.25 to 0.5).
# Chosen on the links of data/gold/train, read by networks that did not see them, so that recall
# stays and precision rises.
BESIDE, ADDED, GUESSED = 0.1, 0.2, 0.25


def reasons_of_divergence(
    found: Sequence[Difference], pointed: Sequence[Difference], reading: Reading | None
) -> list[Difference]:
    """Return the conflicts, then what only one side says, the likeliest kind first.

    :param pointed: the conflicts that explain it
    """
    more = [
        item
        for item in found
        if (item.kind == "condition" or not item.conflict)
        and item.kind != "wording"
        and item not in pointed
    ]
    if reading is None:
        more = [item for item in more if item.kind != "entity"]
    else:
        likely = likely_kinds(reading)
        more = [item for item in more if likely[item.kind] >= BESIDE]
        more.sort(key=lambda item: -likely[item.kind])
    return [*pointed, *more][:MAX_EVIDENCE]


def reasons_of_partial(
    context: LinkContext,
    found: Sequence[Difference],
    against: Sequence[Difference],
    reading: Reading | None,
) -> list[Difference]:
    """Return what one side adds, and conflicts that are clear, the likeliest kind first.

    :param against: the conflicts that forbid calling it an agreement
    """
    clear = [item for item in found if item in against]
    conditions = [item for item in found if item.kind == "condition"]
    additions = [item for item in found if not item.conflict and item.kind != "wording"]
    wording = [item for item in found if item.kind == "wording"]
    rest = [item for item in dict.fromkeys((*conditions, *additions)) if item not in clear]
    if reading is None:
        return [*clear, *rest, *wording][:MAX_EVIDENCE]
    adds = added_kinds(reading)
    ranked = sorted((*clear, *rest), key=lambda item: -adds[item.kind])
    shown = [item for item in ranked if adds[item.kind] >= ADDED]
    guess = _guess(context, {item.kind for item in shown}, wording, adds)
    if guess is not None:
        return [*shown[: MAX_EVIDENCE - 1], guess]
    return shown[:MAX_EVIDENCE] or [*clear, *wording, *rest][:2]


def _guess(
    context: LinkContext,
    told: set[EvidenceKind],
    wording: Sequence[Difference],
    adds: Mapping[EvidenceKind, float],
) -> Difference | None:
    """Return the likeliest kind that is not told yet, on the longest words of one side alone.

    Figures are left to the comparers: what they don't find is none.
    """
    left = [kind for kind in adds if kind not in told and kind not in FIGURES]
    kind = max(left, key=lambda kind: adds[kind])
    if adds[kind] < GUESSED or not wording:
        return None
    longest = max(wording, key=lambda item: _length(item.a) + _length(item.b))
    name, said = ("A", longest.a) if longest.a else ("B", longest.b)
    assert said is not None
    quoted = context.quote("a" if name == "A" else "b", said)
    note = f"What {name} adds looks like {ABOUT[kind]}: {quoted}."
    return Difference(kind, longest.a, longest.b, note, conflict=False, weight=adds[kind])


def _length(span: Span | None) -> int:
    return span.end - span.start if span else 0
