"""Who sought the talks: told by both sides, in sentences that share hardly a word.

"He called me, as they always do" and "the conversation was held at the initiative of the American
side" answer each other; nothing but grammar says so, and an event has one such beginning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.alignment import Alignment, Match
from compare.alignment.pairs import PairValues
from compare.alignment.words import WordAlignment
from compare.language.facts import SentenceFacts
from compare.model import Side, Statement
from compare.relation.comparers.approaches import approaches
from compare.relation.comparers.asked import SIDES, seeks_talks, tell_of_one
from compare.relation.context import LinkContext, link_contexts

# A statement that tells of more such sentences speaks of several calls.
MOST = 3
# How likely such a pair is a link: of 30 in data/gold/train and later 27 are.
LIKELY = 0.8
_NO_WORDS = WordAlignment((), (), (), (), ())


def with_talks(
    a: Statement,
    b: Statement,
    facts: tuple[Sequence[SentenceFacts], Sequence[SentenceFacts]],
    alignment: Alignment,
) -> Alignment:
    """Return the alignment with a match for who sought the talks, where both sides tell it.

    :param facts: of A's and of B's sentences
    """
    if isinstance(alignment.probability, PairValues):
        return alignment  # only candidates of large statements have features
    seeking = [_seeking(a, b, side, own) for side, own in zip(SIDES, facts, strict=True)]
    if not all(0 < len(found) <= MOST for found in seeking):
        return alignment
    pairs = [((i,), (j,)) for i in seeking[0] for j in seeking[1]]
    told = {(i, j) for match in alignment.matches for i in match.a for j in match.b}
    if any((i, j) in told for (i,), (j,) in pairs):
        return alignment
    contexts = link_contexts(a, b, *facts, pairs, [_NO_WORDS] * len(pairs))
    found = [pair for pair, context in zip(pairs, contexts, strict=True) if tell_of_one(context)]
    if len(found) != 1:
        return alignment
    (in_a, in_b), matches = found[0], list(alignment.matches)
    matches.append(Match(in_a, in_b, LIKELY))
    return replace(alignment, matches=tuple(sorted(matches, key=lambda m: (m.a[0], m.b[0]))))


def _seeking(a: Statement, b: Statement, side: Side, facts: Sequence[SentenceFacts]) -> list[int]:
    """Return the sentences of one side that tell who sought the talks."""
    found = []
    for index, own in enumerate(facts):
        told, none = (own.facts, own.tokens), ((), ())
        (facts_a, tokens_a), (facts_b, tokens_b) = (told, none) if side == "a" else (none, told)
        context = LinkContext(a, b, facts_a, facts_b, tokens_a, tokens_b, _NO_WORDS)
        if any(map(seeks_talks, approaches(context, side))):
            found.append(index)
    return found
