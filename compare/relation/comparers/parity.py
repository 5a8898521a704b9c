"""Denials of what the other side tells as it is, in other words; and two denials that differ.

"The credit has not been paid back" is not "the loan was repaid", whatever the nouns. "Flights were
not disrupted" and "no flight took off" both deny, and mean the opposite. Only main clauses are
read, and none whose words might turn a denial round ("remain", "only", "unhurt").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from compare.language.facts.wordlist import words
from compare.language.opposites import opposed
from compare.model import Side, Span
from compare.relation.comparers.main_clauses import Main, main_clause, there_is
from compare.relation.comparers.parity_words import (
    BANS,
    BOUNDS,
    EXCEPT,
    EXCEPTIONS,
    HARMS,
    LETS,
    LIMITS,
    NEGATIVE,
    RUNS,
    STOPS,
)
from compare.relation.context import Difference, LinkContext
from compare.relation.phrases import act_phrase

# How much a denial weighs that answers the other side's main clause, and how sure a divergence it
# makes by itself where subjects and verbs answer each other, and two denials of one thing, [0, 1].
# The last two are judged, not counted: no marked link of data/gold is told by them.
ANSWERS, ONE_DENIAL, TWO_DENIALS = 0.8, 0.3, 0.6

_ABLE = words("can could able ca")
_PLAIN = words("yet ever also already there here home back up down out off away over")
_FREE_OF = re.compile(r"\bfree (?:of|from|to)\b")
_PREFIXED = re.compile(r"un(?!it|der|animous|less|til|ion|iver)[a-z]{4,}|[a-z]{3,}less")
_PREFIX_OF = frozenset(("ADJ", "VERB", "ADV"))


def _describes(main: Main) -> bool:
    """Say whether a side only tells how a thing is: "not easy" may be "complicated"."""
    tokens = main.parsed.tokens
    return tokens[main.verb].lemma == "be" and not there_is(main.parsed, main.verb)


def _of_manner(main: Main) -> bool:
    """Say whether a denial may be of how or when alone: "did not arrive late"."""
    tokens = main.parsed.tokens
    return any(
        tokens[at].dep in ("advmod", "acomp") and tokens[at].lemma not in _PLAIN
        for at in main.parsed.children[main.verb]
        if at != main.cue
    )


def _turns(main: Main) -> bool:
    """Say whether words of a side might turn its claim round, or bound it."""
    bounds = LIMITS if main.cue is None else LIMITS | BOUNDS
    tokens = main.parsed.tokens
    if _FREE_OF.search(main.parsed.text, tokens[0].start, tokens[-1].end):
        return True
    own = {tokens[at].dep for at in main.parsed.children[main.verb]}
    if tokens[main.verb].lemma == "leave" and "auxpass" in own:
        return True  # "no tickets were left"
    if any(
        tokens[at].lemma == "on" and tokens[at].dep == "prt"
        for at in main.parsed.children[main.verb]
    ):
        return True  # "the strike goes on"
    return bool(main.claims & NEGATIVE or main.lemmas & bounds) or any(
        token.pos in _PREFIX_OF and _PREFIXED.fullmatch(token.lemma) for token in tokens
    )


def _mains(context: LinkContext) -> tuple[Main, Main] | None:
    one, other = main_clause(context, "a"), main_clause(context, "b")
    return None if one is None or other is None else (one, other)


def denied_in_words(context: LinkContext) -> Side | None:
    """Return the side whose main clause denies what the other's tells; None where neither may.

    Of such links of data/gold/later and a third of data/gold/train one of 20 agrees, 13
    are divergences; of the six that are surely linked none agrees.
    """
    mains = _mains(context)
    if mains is None or (mains[0].cue is None) == (mains[1].cue is None):
        return None
    side: Side = "a" if mains[0].cue is not None else "b"
    denies, tells = mains if side == "a" else mains[::-1]
    if not (denies.alone or tells.alone) or denies.ahead != tells.ahead:
        return None
    if context.of_kind("b" if side == "a" else "a", "negation", "condition"):
        return None
    if len(context.of_kind(side, "negation")) > 1:
        return None
    if _describes(denies) or _describes(tells) or _of_manner(denies):
        return None
    if _turns(denies) or _turns(tells) or context.of_kind(side, "number"):
        return None
    return None if any(opposed(x, y) for x in denies.claims for y in tells.claims) else side


def _unhindered(main: Main) -> bool:
    """Say whether a side denies that something was hindered or forbidden."""
    if main.lemmas & (BOUNDS | LIMITS) or (main.lemmas - main.causes) & HARMS:
        return False
    return bool(main.predicate & (STOPS | BANS))


def _at_rest(main: Main, forbids: bool) -> bool:
    """Say whether a side denies that something could be done, or was let, or ran at all.

    :param forbids: whether the other side only says that nobody forbade it
    """
    tokens, own = main.parsed.tokens, main.parsed.children[main.verb]
    able = any(tokens[at].lemma in _ABLE for at in own)
    off = tokens[main.verb].lemma == "take" and any(main.parsed.word(at) == "off" for at in own)
    runs = not forbids and (off or bool(main.predicate & RUNS))
    if not able and not runs and not main.predicate & LETS:
        return False
    if main.lemmas & (BOUNDS | LIMITS):
        return False
    return not (main.lemmas - main.causes) & (NEGATIVE - RUNS | HARMS)


def _lapsed(one: Main, other: Main) -> bool:
    """Say whether the other side says "no longer" of a thing that the first one names too."""
    nouns = ({t.lemma for t in main.parsed.tokens if t.pos == "NOUN"} for main in (one, other))
    return other.lapsed is not None and bool(set.intersection(*nouns))


def _can(main: Main) -> bool:
    """Say whether a side tells of what can be, now and in what is to come."""
    own = main.parsed.children[main.verb]
    return any(main.parsed.word(at) in ("can", "ca", "cannot") for at in own)


def _excepts(main: Main) -> bool:
    """Say whether a side tells of something exempt."""
    return main.cue is None and bool(main.predicate & EXCEPT)


def _without_exception(main: Main) -> bool:
    """Say whether a side denies that there is an exception."""
    tokens = main.parsed.tokens
    return main.cue is not None and tokens[tokens[main.cue].head].lemma in EXCEPTIONS


def contrary_denials(context: LinkContext) -> tuple[Main, Main] | None:
    """Return the main clauses of a link that mean the opposite, of which one or both deny.

    "Flights were not disrupted" and "no flight took off", "there are no exceptions" and "farms are
    exempt".
    """
    mains = _mains(context)
    if mains is None or not all(main.alone for main in mains):
        return None
    for one, other in (mains, mains[::-1]):
        if one.ahead != other.ahead and not (one.ahead and _can(other)):
            continue
        if _without_exception(one) and _excepts(other):
            return mains
        if one.cue is None or (other.cue is None and not _lapsed(one, other)):
            continue
        if _unhindered(one) and _at_rest(other, bool(one.predicate & BANS)):
            return mains
    return None


def answered(context: LinkContext, found: Sequence[Difference]) -> list[Difference]:
    """Return the denials found in a link, with what is denied or told against them by the whole.

    :param found: what single denials come to
    """
    two = contrary_denials(context)
    if two is not None:
        return [*(item for item in found if item.a and item.b), _two_denials(context, two)]
    side = denied_in_words(context) if found else None
    return [item if side is None else _answer(context, side, item) for item in found]


def _answer(context: LinkContext, side: Side, item: Difference) -> Difference:
    """Return a denial with the act of the other side that it denies, if it is of the main verb."""
    other: Side = "b" if side == "a" else "a"
    main, told = main_clause(context, side), main_clause(context, other)
    shown = item.a if side == "a" else item.b
    if shown is None or main is None or main.cue is None or told is None:
        return item
    if not shown.start <= main.parsed.tokens[main.cue].start < shown.end:
        return item
    alone = ONE_DENIAL if _one_act(context, main, told) else 0.0
    if item.a and item.b:
        return replace(item, alone=alone, denies=True)
    act = _act(context, other, told)
    return replace(
        item,
        a=shown if side == "a" else act,
        b=shown if side == "b" else act,
        note=f"{side.upper()} denies with {context.quote(side, shown)} what {other.upper()} tells "
        f"without a denial: {context.quote(other, act)}.",
        weight=ANSWERS,
        alone=alone,
        denies=True,
    )


def _one_act(context: LinkContext, denies: Main, tells: Main) -> bool:
    """Say whether verbs and subjects of two main clauses answer each other, and that is all.

    "Did not speak of the war" may be so where "spoke to the press" is.
    """
    nouns = [t for t in denies.parsed.tokens if t.pos in ("NOUN", "PROPN")]
    if not (denies.alone and tells.alone) or len(nouns) > len(denies.core[0]):
        return False
    of_a = denies.parsed.tokens is context.tokens_a
    left, right = (denies, tells) if of_a else (tells, denies)
    return all(
        context.shared_about(mine, theirs)
        for mine, theirs in zip(left.core, right.core, strict=True)
    )


def _act(context: LinkContext, side: Side, main: Main) -> Span:
    """Return the verb of a main clause with what it needs, or from the word that denies it on."""
    tokens = main.parsed.tokens
    verb = Span(tokens[main.verb].start, tokens[main.verb].end)
    act = act_phrase(context, side, verb) or verb
    cue = main.lapsed if main.cue is None else main.cue
    if cue is None:
        return act
    near = [cue, *(at for at in main.parsed.children[main.verb] if tokens[at].dep == "expl")]
    start, end = min(tokens[at].start for at in near), tokens[cue].end
    return Span(min(start, act.start), max(end, act.end))


def _two_denials(context: LinkContext, mains: tuple[Main, Main]) -> Difference:
    """Return two main clauses that mean the opposite, though one or both deny."""
    a, b = _act(context, "a", mains[0]), _act(context, "b", mains[1])
    nouns = ([t.lemma for t in main.parsed.tokens if t.pos == "NOUN"] for main in mains)
    one_thing = bool(context.shared_about(*nouns))
    sure = one_thing or any(map(_excepts, mains))
    return Difference(
        "negation",
        a,
        b,
        f"A says {context.quote('a', a)}, B means the opposite: {context.quote('b', b)}.",
        conflict=True,
        weight=1.0 if sure else ANSWERS,
        opposite=sure,
        alone=TWO_DENIALS if one_thing else 0.0,
        denies=True,
    )
