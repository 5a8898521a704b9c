"""Which of two acts comes first: `they leave before the vote`, `first prices fall, then …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.comparers.order_parts import Part, part_of
from compare.relation.context import Difference, LinkContext
from compare.relation.parsed import Parsed

# How sure a divergence two opposite orders make by themselves, [0, 1]. Judged, not counted: of 283
# links of data/gold that have such words none has two orders.
ORDERS_TOLD = 0.75
_SAME_CUES = frozenset(("before", "after"))
_BEFORE, _AFTER, _UNTIL = words("before"), words("after once"), words("until till")
_BEFORE_NOUN, _AFTER_NOUN = words("before ahead prior"), words("after following")
_PRECEDES, _FOLLOWS = words("precede predate"), words("follow succeed")
_CUE = re.compile(
    r"\b(?:before|after|once|until|till|ahead of|prior to|following|preced\w+|predat\w+"
    r"|follow\w*|then)\b",
    re.I,
)
_NEVER = words("not n't n’t never no neither nor")


@dataclass(frozen=True, slots=True)
class Order:
    """Two acts in the order in which a side puts them."""

    earlier: Part
    later: Part
    cue: str  # the word that orders them
    span: Span


def compare_orders(context: LinkContext) -> list[Difference]:
    """Return the first two acts that both sides tell, and put in opposite orders.

    Where one says "before" and the other "after", the two words tell it (opposites.py).
    """
    for one, other, opposite in _matched(context):
        if opposite and {one.cue, other.cue} != _SAME_CUES:
            note = (
                f"The order differs: A says {context.quote('a', one.span)}, "
                f"B says {context.quote('b', other.span)}."
            )
            return [
                Difference(
                    "date",
                    one.span,
                    other.span,
                    note,
                    conflict=True,
                    weight=1.0,
                    opposite=True,
                    alone=ORDERS_TOLD,
                )
            ]
    return []


def same_order(context: LinkContext) -> bool:
    """Say whether both sides put two acts in one order: "A before B", "B after A"."""
    told = [opposite for _, _, opposite in _matched(context)]
    return bool(told) and not any(told)


def _matched(context: LinkContext) -> Iterator[tuple[Order, Order, bool]]:
    """Yield orders of A and of B that are of the same two acts, and whether they are opposite."""
    if not (_may_order(context, "a") and _may_order(context, "b")):
        return
    theirs = list(orders(context, "b"))
    for one in orders(context, "a") if theirs else ():
        for other in theirs:
            opposite = _opposite(context, one, other)
            if opposite is not None:
                yield one, other, opposite


def _opposite(context: LinkContext, one: Order, other: Order) -> bool | None:
    """Say whether two orders are opposite; None where they aren't of the same two acts.

    Words that both sides have tell it better than those that are only alike: "lift", "remove".
    """
    for same in (_same_words, context.shared_about):
        straight = (
            bool(same(one.earlier.lemmas, other.earlier.lemmas)),
            bool(same(one.later.lemmas, other.later.lemmas)),
        )
        crossed = (
            bool(same(one.earlier.lemmas, other.later.lemmas)),
            bool(same(one.later.lemmas, other.earlier.lemmas)),
        )
        if all(straight) and not all(crossed):
            return False
        if all(crossed) and not any(straight):
            return True
    return None


def _same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    return not set(one).isdisjoint(other)


def _may_order(context: LinkContext, side: Side) -> bool:
    tokens = context.tokens(side)
    text = context.statement(side).text
    return bool(tokens) and _CUE.search(text, tokens[0].start, tokens[-1].end) is not None


def orders(context: LinkContext, side: Side) -> Iterator[Order]:
    """Yield the acts that a side puts in an order, in reading order."""
    parsed = Parsed(context, side)
    dates = [fact.span for fact in context.of_kind(side, "date", "duration")]
    for at in range(len(parsed.tokens)):
        for earlier, later in (
            *_by_clause(parsed, at),
            *_by_noun(parsed, at),
            *_by_verb(parsed, at),
        ):
            yield from _order(parsed, at, earlier, later, dates)
    pair = _first_then(parsed)
    if pair is not None:
        yield from _order(parsed, pair[2], pair[0], pair[1], dates)


def _order(
    parsed: Parsed, cue: int, earlier: int, later: int, dates: list[Span]
) -> Iterator[Order]:
    """Yield two acts as an order, each by the words that only it has."""
    place = parsed.tokens[earlier].start, parsed.tokens[later].start
    if any(span.start <= at < span.end for span in dates for at in place):
        return  # "after Monday"
    one, other = part_of(parsed, earlier, later), part_of(parsed, later, earlier)
    own = Part(tuple(w for w in one.lemmas if w not in other.lemmas), one.first, one.last)
    more = Part(tuple(w for w in other.lemmas if w not in one.lemmas), other.first, other.last)
    if own.lemmas and more.lemmas:
        span = parsed.span(min(own.first, more.first, cue), max(own.last, more.last, cue))
        yield Order(own, more, parsed.word(cue), span)


def _by_clause(parsed: Parsed, at: int) -> Iterator[tuple[int, int]]:
    """Yield the verbs that "before" or "after" ties, of a clause that opens with it."""
    token, word = parsed.tokens[at], parsed.word(at)
    if word not in _BEFORE | _AFTER | _UNTIL:
        return
    verb = token.head
    if token.dep in ("mark", "advmod") and parsed.tokens[verb].dep == "advcl":
        over = parsed.tokens[verb].head
    elif token.dep == "prep" and (inner := parsed.child(at, frozenset({"pcomp"}))) is not None:
        verb, over = inner, token.head  # "before leaving"
    else:
        return
    denied = _denied(parsed, over)
    if verb == over or _denied(parsed, verb) or (denied and word in _AFTER):
        return
    if denied or word in _AFTER:  # "does not leave before it is held"
        yield verb, over
    elif word in _BEFORE:
        yield over, verb


def _by_noun(parsed: Parsed, at: int) -> Iterator[tuple[int, int]]:
    """Yield what comes before or after a noun: "the vote came before the debate"."""
    token, word = parsed.tokens[at], parsed.word(at)
    if token.dep not in ("prep", "advmod") or word not in _BEFORE_NOUN | _AFTER_NOUN:
        return
    link = at
    if word in ("ahead", "prior"):
        inner = [c for c in parsed.children[at] if parsed.word(c) in ("of", "to")]
        if not inner:
            return
        link = inner[0]
    noun = parsed.child(link, frozenset({"pobj"}))
    over = token.head
    if noun is None or parsed.tokens[noun].pos != "NOUN" or _denied(parsed, over):
        return
    yield (noun, over) if word in _AFTER_NOUN else (over, noun)


def _by_verb(parsed: Parsed, at: int) -> Iterator[tuple[int, int]]:
    """Yield what precedes or follows what: "the vote will precede the debate"."""
    token = parsed.tokens[at]
    if token.lemma not in _PRECEDES | _FOLLOWS or token.pos != "VERB" or _denied(parsed, at):
        return
    near = {parsed.tokens[c].dep: c for c in parsed.children[at]}
    first, second = near.get("nsubj"), near.get("dobj")
    if "nsubjpass" in near and "agent" in near:
        first = parsed.child(near["agent"], frozenset({"pobj"}))
        second = near["nsubjpass"]
    if first is not None and second is not None:
        yield (first, second) if token.lemma in _PRECEDES else (second, first)


def _first_then(parsed: Parsed) -> tuple[int, int, int] | None:
    """Return the verbs of "first …, then …", or of "…, and only then …", and where "then" is."""
    said = [parsed.word(at) for at in range(len(parsed.tokens))]
    if said.count("then") != 1:
        return None
    then = said.index("then")
    begins = said.index("first") if "first" in said[:then] else None
    only = said[then - 1 : then] == ["only"]
    if begins is None and not only:
        return None
    before, after = (
        [at for at in places if _is_act(parsed, at)]
        for places in (range(then), range(then + 1, len(said)))
    )
    # "Only then are the missiles removed" may be parsed without its verb.
    after = after or [at for at in range(then + 1, len(said)) if parsed.tokens[at].dep == "nsubj"]
    if not before or not after or _denied(parsed, before[-1]) or _denied(parsed, after[0]):
        return None
    return (before[-1] if only else before[0]), after[0], then


def _is_act(parsed: Parsed, at: int) -> bool:
    """Say whether a word is a verb that is said of something."""
    return parsed.tokens[at].pos == "VERB" and any(
        parsed.tokens[c].dep in ("nsubj", "nsubjpass", "dobj") for c in parsed.children[at]
    )


def _denied(parsed: Parsed, at: int) -> bool:
    return any(parsed.word(c) in _NEVER for c in parsed.children[at])
