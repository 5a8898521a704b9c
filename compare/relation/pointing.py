"""Why two sentences diverge: the kinds of evidence that are likely, and the words that bear it.

The comparers find conflicts by rule, too many of some kinds and none of others. The network of
reading/entailment.py says which kinds an analyst would name and which words bear the
contradiction. A comparer's finding is told where both agree; else the words of the network.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from compare.alignment.words import Word, lone_phrases, phrase
from compare.embedding.base import Encoded, FloatArray, IntArray
from compare.language.facts.wordlist import words as word_set
from compare.model import EvidenceKind, Side, Span, Statement
from compare.reading.entailment import MAX_TOKENS, Reading, likely_kinds
from compare.relation.classifier import is_clear_figure
from compare.relation.comparers.covered import one_thing_in
from compare.relation.comparers.quantities import answered
from compare.relation.context import Difference, LinkContext
from compare.relation.fitting import FIGURES, Words, can_bear
from compare.relation.guessing import covers, guess, lone_figures, looks_like

# A kind is named from this probability on, and the likeliest always.
NAMED = 0.2
MOST_NAMED = 2
# From here on a second kind is told on the same words; of 0.2 to 0.4 (see relation/reasons.py).
ALSO = 0.25
# A word bears the contradiction from this probability on. Where no word of either side reaches it,
# the lone phrase with the highest one is shown if that is at least FAINT.
BEARS = 0.5
FAINT = 0.15
MOST_WORDS = 8  # of a phrase that is shown
# Function words that can bear a contradiction by themselves.
_TELLING = word_set(
    "no not never nothing nobody none neither nor without cannot only if unless until once all "
    "some both every each before after must may might could will would shall should"
)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the tokens of one side of a link stand, as far as they are read."""

    starts: IntArray  # shape (n,), code points into the statement
    ends: IntArray  # shape (n,)


def places_of(statement: Statement, sentences: Sequence[int], encoded: Encoded) -> Places:
    """Return where the tokens of a side stand in the statement."""
    starts, ends = (
        np.concatenate(
            [getattr(encoded.tokens[at], name) + statement.sentences[at].start for at in sentences]
        )[:MAX_TOKENS]
        for name in ("starts", "ends")
    )
    return Places(starts, ends)


@dataclass(frozen=True, slots=True)
class Bearing:
    """How much each token of one side bears the contradiction."""

    starts: IntArray  # shape (n,), code points into the statement
    ends: IntArray  # shape (n,)
    share: FloatArray  # shape (n,), [0, 1]

    def of(self, span: Span) -> float:
        """Return the highest share inside a span, 0 where no token stands there."""
        inside = (self.starts < span.end) & (self.ends > span.start)
        return float(self.share[inside].max(initial=0.0))


def bearing_of(places: Places, share: FloatArray, equal: Collection[Span] = ()) -> Bearing:
    """Put what is said of a side's tokens where they stand in the statement.

    :param share: of the tokens that were read, shape (n,)
    :param equal: words that bear nothing, since the other side says the same
    """
    told = share.copy()
    for span in equal:
        told[(places.starts < span.end) & (places.ends > span.start)] = 0
    return Bearing(places.starts, places.ends, told)


def _runs(words: Sequence[Word], share: Sequence[float]) -> list[tuple[float, Span]]:
    """Return the runs of words that bear the contradiction, each with its highest share.

    A function word between two such words belongs to the run, and one that it ends with doesn't
    ("rescued the"). A run of function words alone tells a reader nothing, unless it denies or
    bounds something.
    """
    runs: list[list[int]] = []
    gap = False
    for at, (word, value) in enumerate(zip(words, share, strict=True)):
        if value >= BEARS:
            near = runs and at - runs[-1][-1] <= (2 if gap else 1)
            if near and len(runs[-1]) < MOST_WORDS:
                runs[-1].append(at)
            else:
                runs.append([at])
            gap = False
        else:
            gap = not word.content and word.text.isalpha()
    kept = [run[: _last_telling(words, run) + 1] for run in runs]
    return [(max(share[at] for at in run), phrase(words, run[0], run[-1])) for run in kept if run]


def _last_telling(words: Sequence[Word], run: Sequence[int]) -> int:
    """Return where in a run its last word stands that tells a reader something, -1 for none."""
    tells = [words[at].content or words[at].text.lower() in _TELLING for at in run]
    return max((at for at, value in enumerate(tells) if value), default=-1)


def bearing_phrase(context: LinkContext, side: Side, bearing: Bearing) -> Span | None:
    """Return the words of one side that bear a contradiction; None where none do."""
    own = context.words.a if side == "a" else context.words.b
    runs = _runs(own, [bearing.of(word.span) for word in own])
    return max(runs, key=lambda run: (run[0], -run[1].start))[1] if runs else None


def _faint_phrase(context: LinkContext, side: Side, bearing: Bearing) -> Span | None:
    """Return the words that only one side has and that bear a contradiction most, if faintly."""
    words = context.words
    own = words.a if side == "a" else words.b
    paired = {pair[side == "b"] for pair in words.pairs}
    lone = lone_phrases(own, paired)
    top = max(((bearing.of(span), -at, span) for at, span in enumerate(lone)), default=None)
    return top[2] if top and top[0] >= FAINT else None


def _borne(item: Difference, a: Bearing, b: Bearing) -> float:
    """Return how much the words of a finding bear the contradiction, [0, 1]."""
    return max(
        a.of(item.a) if item.a else 0.0,
        b.of(item.b) if item.b else 0.0,
    )


def named_kinds(likely: Mapping[EvidenceKind, float]) -> list[EvidenceKind]:
    """Return the kinds to name for a divergence, the likeliest first."""
    ranked = sorted(likely, key=lambda kind: -likely[kind])
    return [kind for kind in ranked if likely[kind] >= NAMED][:MOST_NAMED] or ranked[:1]


def point_out(
    context: LinkContext,
    found: Sequence[Difference],
    reading: Reading,
    places: tuple[Places, Places],
) -> list[Difference]:
    """Return the conflicts that explain a divergence, the likeliest kind first.

    :param found: what the comparers found
    :param places: of the tokens that were read, of A and of B
    """
    likely = likely_kinds(reading)
    named = named_kinds(likely)
    # The network doesn't know that a dozen are 12.
    equal_a, equal_b = answered(context, *FIGURES)
    a = bearing_of(places[0], reading.bearing_a, equal_a)
    b = bearing_of(places[1], reading.bearing_b, equal_b)
    result, alone = _found_for(context, found, named, a, b)
    if not result:
        denied = _denied_thing(context, found, a, b)
        if denied is not None:
            return [denied]
    # Nothing need be guessed where words say the opposite of each other, nor where two figures
    # differ, unless something else is likelier.
    figures = [likely[item.kind] for item in found if is_clear_figure(item)]
    alone = [
        kind
        for kind in alone
        if not figures or (kind != "entity" and likely[kind] > max(figures))
        if not result or _both_can_give(context, kind)
    ]
    if any(item.opposite for item in result):
        return result
    if not alone:
        # The figures are the same: other words must bear it, and clearly.
        clear = bearing_phrase(context, "a", a), bearing_phrase(context, "b", b)
        more = [] if figures or result else _fallbacks(likely, named, result)
        told = guess(context, more, clear, likely) if more and any(clear) else None
        return [told] if told is not None else result
    words = (
        bearing_phrase(context, "a", a) or _faint_phrase(context, "a", a),
        bearing_phrase(context, "b", b) or _faint_phrase(context, "b", b),
    )
    more = [] if figures else _fallbacks(likely, named, result)
    told = guess(context, [*alone, *more], words, likely)
    if told is None or any(covers(item, told) for item in result):
        return result
    if told.kind == "wording" and (result or figures):
        return result  # a reason is told, and this would be none
    rest = [
        kind
        for kind in alone
        if kind != told.kind and likely[kind] >= ALSO and _both_can_give(context, kind)
    ]
    result += _with_more(context, told, rest, words, likely)
    return sorted(result, key=lambda item: -likely.get(item.kind, 0.0))


def _found_for(
    context: LinkContext,
    found: Sequence[Difference],
    named: Sequence[EvidenceKind],
    a: Bearing,
    b: Bearing,
) -> tuple[list[Difference], list[EvidenceKind]]:
    """Return the best finding of each kind to name, and the kinds of which there is none.

    Of longer sentences opposites may both hold ("begin by calling", "end the conflict"), so there
    the network must find a denial too.
    """
    result = [
        item for item in found if item.opposite and (is_clear_figure(item) or "negation" in named)
    ][:1]
    alone: list[EvidenceKind] = []
    for kind in named:
        own = [
            item
            for item in found
            if item.kind == kind and item.conflict and not item.opposite
            if _borne(item, a, b) >= FAINT
        ]
        if own:
            result.append(max(own, key=lambda item: _borne(item, a, b) * item.weight))
        elif kind not in FIGURES or any(lone_figures(context, kind)):
            alone.append(kind)  # two dates can't differ where none is given, or one by both
    return result, alone


def _denied_thing(
    context: LinkContext, found: Sequence[Difference], a: Bearing, b: Bearing
) -> Difference | None:
    """Return a denial of the very thing that the other side tells; it goes before any guess.

    Other denials don't: on data/gold/later 6 of 33 were marked so where a guess was told instead.
    """
    own = (
        item
        for item in found
        if item.kind == "negation" and item.conflict and item.a and item.b
        if _borne(item, a, b) >= BEARS and one_thing_in(context, item.a, item.b)
    )
    return max(own, key=lambda item: _borne(item, a, b) * item.weight, default=None)


def _both_can_give(context: LinkContext, kind: EvidenceKind) -> bool:
    """Say whether a kind is told of words, or of figures that both sides give."""
    return kind not in FIGURES or all(lone_figures(context, kind))


def _with_more(
    context: LinkContext,
    told: Difference,
    kinds: Sequence[EvidenceKind],
    words: Words,
    likely: Mapping[EvidenceKind, float],
) -> list[Difference]:
    """Return a guess and one more kind: in the same note where the same words bear it."""
    shown = told.a, told.b
    for kind in kinds if told.kind != "wording" else ():
        # Of the doers alone no more is told than who they are.
        if (told.kind != "actor" or kind == "entity") and can_bear(context, kind, shown):
            told = replace(told, note=looks_like(context, [told.kind, kind], shown))
            return [told, replace(told, kind=kind, weight=likely[kind])]
        more = guess(context, [kind], words, likely)
        if more is not None and more.kind == kind:
            return [told, more]
    return [told]


def _fallbacks(
    likely: Mapping[EvidenceKind, float],
    named: Sequence[EvidenceKind],
    result: Sequence[Difference],
) -> list[EvidenceKind]:
    """Return the next likely kinds, for where nothing is told yet and the named can't be."""
    rest = [kind for kind in likely if kind not in named and kind not in FIGURES]
    return [] if result else sorted(rest, key=lambda kind: -likely[kind])
