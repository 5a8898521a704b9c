"""Scope: a claim narrowed on one side only, and a part told against the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.language.facts import Fact
from compare.model import EvidenceKind, Side, Span
from compare.relation.comparers.counts import act_of
from compare.relation.comparers.portions import Portion, can_be, is_told_by, portions_of
from compare.relation.comparers.values import same_amount
from compare.relation.context import Difference, LinkContext
from compare.relation.phrases import whole_phrase

# A word such as "all" or "only" that one side alone has is a weak hint.
LONE_SCOPE = 0.2
# All of one thing against a part of another, where both sides tell one act: "all heavy weapons",
# "some of the tanks".
ONE_ACT = 0.35
_WHOLE, _IN_PART = frozenset({"all", "each"}), frozenset({"most", "several", "some", "part"})
# Words of extent that may be said of one thing.
_ALIKE = (frozenset({"nearly all", "most"}), frozenset({"nearly all", "except"}))
_THE = re.compile(r"(?:\s+of)?(?:\s+(?:the|its|their|our|his|her|these|those))?\s+", re.IGNORECASE)


def _shown(fact: Fact, own: list[Fact]) -> Span:
    """Return the words to show: of "all of them except Malta" it is not the "all" that differs."""
    if fact.value != "except":
        return fact.span
    behind = (i.span for i in own if i.value == "except" and i.span.start >= fact.span.end)
    return next(behind, fact.span)


def _number_behind(context: LinkContext, side: Side, scope: Fact) -> Fact | None:
    """Return the 15 of `all 15 prisoners`."""
    text = context.statement(side).text
    return next(
        (
            fact
            for fact in context.of_kind(side, "number")
            if _THE.fullmatch(text, scope.span.end, fact.span.start)
        ),
        None,
    )


def _part_of_whole(
    context: LinkContext, side: Side, part: Portion, scope: Fact
) -> Difference | None:
    """Return that one side tells of a part what the other tells of the whole, or of most of it.

    :param side: the one that tells of the part
    :param scope: "all", "nearly all" or "most", on the other side
    """
    other: Side = "b" if side == "a" else "a"
    number = _number_behind(context, other, scope)
    about = scope.about or (number.about if number else ())
    if part.behind or can_be(context.statement(other), scope, part) is not False:
        return None
    if number and same_amount(number, part.count):
        return None
    whole = scope.span if number is None else Span(scope.span.start, number.span.end)
    pairs = ((part.about, about), (act_of(context, side, part.span), act_of(context, other, whole)))
    shared = [context.shared_about(*(pair if side == "a" else pair[::-1])) for pair in pairs]
    if not all(shared):
        return None
    kind: EvidenceKind = "scope" if number is None else "number"
    spans = (part.span, whole) if side == "a" else (whole, part.span)
    return _how_much(context, kind, spans, shared[0])


def _how_much(
    context: LinkContext, kind: EvidenceKind, spans: tuple[Span, Span], shared: str
) -> Difference:
    return Difference(
        kind,
        *spans,
        f"How much of “{context.as_written(shared)}”: "
        f"A says {context.quote('a', spans[0])}, B says {context.quote('b', spans[1])}.",
        conflict=True,
        weight=0.8,
    )


def _of_one_act(context: LinkContext, one: Fact, other: Fact) -> Difference | None:
    """Return that one act is told of all on one side and of a part on the other."""
    values = {one.value}, {other.value}
    if not any(x <= _WHOLE and y <= _IN_PART for x, y in (values, values[::-1])):
        return None
    if not context.shared_about(act_of(context, "a", one.span), act_of(context, "b", other.span)):
        return None
    spans = whole_phrase(context, "a", one.span), whole_phrase(context, "b", other.span)
    return Difference(
        "scope",
        *spans,
        f"One tells it of all, the other of a part: A says {context.quote('a', spans[0])}, "
        f"B says {context.quote('b', spans[1])}.",
        conflict=True,
        weight=ONE_ACT,
    )


def _told_too(context: LinkContext, side: Side, scope: Fact) -> bool:
    """Say whether the other side gives the number itself: "all 15 prisoners", "15 prisoners"."""
    number = _number_behind(context, side, scope)
    others = context.of_kind("b" if side == "a" else "a", "number")
    return number is not None and any(
        number.unit == other.unit and same_amount(number, other) for other in others
    )


def _is_told(context: LinkContext, side: Side, scope: Fact) -> bool:
    """Say whether the other side tells of what a word of extent limits; else it is a detail."""
    other = [token.lemma for token in context.tokens("b" if side == "a" else "a")]
    pair = scope.about[:1], other
    return bool(context.shared_about(*(pair if side == "a" else pair[::-1])))


def _lone(
    context: LinkContext, side: Side, scopes: list[Fact], portions: list[Portion]
) -> Iterator[Difference]:
    """Yield the words of extent of the one side that has some.

    :param portions: what the other side tells of in figures
    """
    for fact in scopes:
        in_figures = any(is_told_by(context, side, fact, part) for part in portions)
        if not in_figures and not _told_too(context, side, fact) and _is_told(context, side, fact):
            yield Difference(
                "scope",
                fact.span if side == "a" else None,
                fact.span if side == "b" else None,
                f"Only {side.upper()} says how much: {context.quote(side, fact.span)}.",
                conflict=True,
                weight=LONE_SCOPE,
            )


def compare_scopes(context: LinkContext) -> list[Difference]:
    """Return things that the sides mean to a different extent (all, some, only, 12 of the 15)."""
    found: list[Difference] = []
    left, right = context.of_kind("a", "scope"), context.of_kind("b", "scope")
    sides: tuple[tuple[Side, list[Fact], list[Fact]], ...] = (
        ("a", left, right),
        ("b", right, left),
    )
    portions = {side: portions_of(context, side) if others else [] for side, _, others in sides}
    for side, _, others in sides:
        told = (
            _part_of_whole(context, side, part, scope)
            for part in portions[side]
            for scope in others
        )
        found += [item for item in told if item is not None][:1]
    for side, own, others in sides:
        if not others and not found:
            found += _lone(context, side, own, portions["b" if side == "a" else "a"])
    for one in left:
        for other in right:
            shared = context.shared_about(one.about, other.about)
            if shared and one.value != other.value and {one.value, other.value} not in _ALIKE:
                spans = _shown(one, left), _shown(other, right)
                found.append(_how_much(context, "scope", spans, shared))
    if not found and len(left) == len(right) == 1:
        apart = _of_one_act(context, left[0], right[0])
        found += [apart] if apart else []
    return found
