"""Both sides praise, or both condemn: `condemned the coup`, `deplored the military takeover`.

The network takes the other verb for another light. What is blamed or praised on both sides is put
in one, unless a word that judges stands on one side alone.
"""

from __future__ import annotations

from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.context import LinkContext
from compare.relation.parsed import Parsed

_STANCES = (
    words("condemn deplore denounce criticise criticize decry slam censure lambast blast"),
    words("praise hail welcome commend applaud laud salute acclaim"),
)
# Words that judge by themselves what is praised or condemned, and how far it is.
_JUDGING = words(
    "cowardly brutal barbaric barbarous heinous savage vicious senseless unprovoked unjustified "
    "justified illegal unlawful criminal terrorist terrorism terror massacre atrocity aggression "
    "slaughter carnage butchery provocation crime murder genocide treason betrayal cruel inhuman "
    "inhumane shameful disgraceful outrageous appalling horrific vile despicable reckless bloody "
    "so-called alleged illegitimate legitimate historic heroic courageous brave bold wise cautious "
    "strong firm mild sharp fierce cautiously strongly firmly sharply fiercely vehemently mildly "
    "warmly guardedly partly unreservedly liberation liberate invasion occupation regime"
)
_SIDES: tuple[Side, Side] = ("a", "b")


def of_one_stance(context: LinkContext, spans: tuple[Span | None, Span | None]) -> bool:
    """Say whether some words of A and of B stand with verbs of one stance, judged alike.

    :param spans: words of A and of B
    """
    if None in spans:
        return False
    stances = [_stance(context, *both) for both in zip(_SIDES, spans, strict=True)]
    if stances[0] is None or stances[0] != stances[1]:
        return False
    judged = [{t.lemma for t in context.tokens(side)} & _JUDGING for side in _SIDES]
    return judged[0] == judged[1]


def takes_one_stance(context: LinkContext) -> bool:
    """Say whether the main verbs of both sides take one stance, and judge alike."""
    if not (context.tokens_a and context.tokens_b):
        return False
    own = (context.tokens_a, context.tokens_b)
    left, right = (Span(tokens[0].start, tokens[-1].end) for tokens in own)
    return of_one_stance(context, (left, right))


def _stance(context: LinkContext, side: Side, span: Span | None) -> int | None:
    """Return which stance the verb of some words takes; None for none, or where it is denied."""
    parsed = Parsed(context, side)
    edges = parsed.within(span) if span is not None else None
    tops = parsed.tops(*edges) if edges else []
    verb = parsed.verb_of(tops[0]) if tops else None
    if verb is None or any(parsed.tokens[at].dep == "neg" for at in parsed.children[verb]):
        return None
    lemma = parsed.tokens[verb].lemma
    return next((at for at, stance in enumerate(_STANCES) if lemma in stance), None)
