"""Figures of two sides set against each other: what both give, what differs, what is added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from compare.language.facts import Fact
from compare.language.facts.people import group_of
from compare.model import Side
from compare.relation.comparers.clocks import is_part_of_day
from compare.relation.comparers.counts import of_one_fate, shared_dimension
from compare.relation.comparers.formers import former_of
from compare.relation.comparers.headcounts import same_people
from compare.relation.comparers.pairing import (
    as_article,
    by_chance,
    crossed,
    drop_accounted,
    told_as_single,
)
from compare.relation.comparers.parts import doers
from compare.relation.comparers.portions import of_two_wholes
from compare.relation.comparers.rates import shown
from compare.relation.comparers.wholes import (
    both_entire,
    is_of_part,
    of_wholes,
    part_against_whole,
    parts_of,
)
from compare.relation.context import Difference, LinkContext

FigureKind = Literal["date", "number", "duration"]

CALLED: dict[FigureKind, str] = {
    "date": "date",
    "number": "number",
    "duration": "length of time",
}
# How sure a conflict is when both sides give the only value of this kind in the link but nothing
# says that they are about the same thing.
UNRELATED = 0.35
_AMOUNT = "amount"  # what a number of money is called
_SIDES: tuple[Side, Side] = ("a", "b")


def compare_figures(
    context: LinkContext,
    kind: FigureKind,
    facts_a: Sequence[Fact],
    facts_b: Sequence[Fact],
    comparable: Callable[[Fact, Fact], bool],
    same: Callable[[Fact, Fact], bool],
) -> list[Difference]:
    """Pair the facts off: equal ones first, then conflicts about one thing; the rest are additions.

    :param comparable: whether two facts are of one form
    :param same: whether two comparable ones can be the same
    """
    facts_a, facts_b = (
        of_wholes(context, "a", facts_a, facts_b),
        of_wholes(context, "b", facts_b, facts_a),
    )
    former = former_of(context, "a", facts_a), former_of(context, "b", facts_b)
    # The former figure last: "from 25 to 15 per cent" answers to "20 per cent" with the 15.
    wholes = parts_of(context, "a", facts_a), parts_of(context, "b", facts_b)
    entire = [fact for side in wholes for fact, _ in side]
    left = sorted(facts_a, key=lambda fact: (fact in former[0], fact in entire))
    right = sorted(facts_b, key=lambda fact: (fact in former[1], fact in entire))
    alike = [
        (x, y)
        for x in facts_a
        for y in facts_b
        if same(x, y) and not (is_of_part(x, y, wholes[1]) or is_of_part(y, x, wholes[0]))
    ]
    _drop_same(context, left, right, alike)
    drop_accounted(context, left, right, (facts_a, facts_b))
    found: list[Difference] = []
    lone = _lone_pairs(left, right, former, entire, comparable)
    for one in list(left):
        for other in list(right):
            if not comparable(one, other) or (kind != "date" and crossed(context, one, other)):
                continue
            if kind == "date" and (one in former[0] or other in former[1]):
                continue  # "up from 9 per cent in May"
            if kind == "date" and _is_settled(context, one, other, facts_a, facts_b):
                continue
            if part_against_whole((one, other), (left, right), wholes) and not (
                both_entire(context, one, other)
            ):
                continue
            conflict = _conflict(context, kind, one, other, (one, other) in lone)
            if conflict is None:
                continue
            found.append(conflict)
            left.remove(one)
            right.remove(other)
            break
    called = CALLED[kind]
    for fact in left:
        note = f"Only A gives this {_called(called, fact)}: {context.quote('a', fact.span)}."
        told = not told_as_single(context, "a", fact)
        found.append(Difference(kind, fact.span, None, note, conflict=False, told=told))
    for fact in right:
        note = f"Only B gives this {_called(called, fact)}: {context.quote('b', fact.span)}."
        told = not told_as_single(context, "b", fact)
        found.append(Difference(kind, None, fact.span, note, conflict=False, told=told))
    return found


def _drop_same(
    context: LinkContext, left: list[Fact], right: list[Fact], alike: list[tuple[Fact, Fact]]
) -> None:
    """Take out what both sides give.

    Exact ones first, then those about the same thing: "several officers" answers to "seven
    officers", not to "twelve people".

    :param alike: facts that can be the same
    """
    alike.sort(
        key=lambda both: (
            both[0].vague or both[1].vague,
            not context.shared_about(both[0].about, both[1].about),
        )
    )
    for one, other in alike:
        if one in left and other in right and not by_chance(context, one, other, left, right):
            left.remove(one)
            right.remove(other)


def _is_settled(
    context: LinkContext, one: Fact, other: Fact, facts_a: Sequence[Fact], facts_b: Sequence[Fact]
) -> bool:
    """Say whether one of two dates is the same as another of the other side, and of another act.

    "The talks of 9 March … from 9 March" has told what "as of 9 March" tells, twice.
    """
    told = any(one.value == fact.value for fact in facts_b) or any(
        other.value == fact.value for fact in facts_a
    )
    return told and not context.shared_about(one.about[:1], other.about[:1])


def _lone_pairs(
    left: Sequence[Fact],
    right: Sequence[Fact],
    former: tuple[list[Fact], list[Fact]],
    entire: Sequence[Fact],
    comparable: Callable[[Fact, Fact], bool],
) -> list[tuple[Fact, Fact]]:
    """Return figures that are compared though nothing says that they are about one thing.

    They are the only ones that are left, or of amounts the only ones that can be compared. Figures
    of before are set against each other alone, and so are wholes of which a part is told.
    """
    found = []
    for then in (False, True):
        # "On 3 May in the evening" has one date.
        mine, theirs = (
            [fact for fact in side if (fact in old) == then and not is_part_of_day(fact)]
            for side, old in zip((left, right), former, strict=True)
        )
        for one in mine:
            for other in theirs:
                whole = len(left) == len(right) == 1 or len(mine) == len(theirs) == 1
                amounts = one.kind == "number" and one.unit
                alone = [x for x in mine if comparable(x, other)] == [one] and [
                    x for x in theirs if comparable(one, x)
                ] == [other]
                if whole or (amounts and alone):
                    found.append((one, other))
    if len(left) == len(right) == 1:
        found.append((left[0], right[0]))
    return [(one, other) for one, other in found if (one in entire) == (other in entire)]


def _conflict(
    context: LinkContext, kind: FigureKind, one: Fact, other: Fact, lone: bool
) -> Difference | None:
    """Return that two figures differ, where they are about one thing or the only ones."""
    dimension, one_thing = shared_dimension(context, one, other)
    shared = context.shared_about(one.about, other.about) or of_one_fate(one, other)
    shared = dimension if one_thing else shared
    if not shared and (not lone or _of_others(context, one, other)):
        return None
    people = not shared and same_people(context, one, other)
    weight = 1.0 if shared or people else UNRELATED
    if one.vague or other.vague:
        weight *= 0.6
    called = _AMOUNT if _is_money(one) else _called(CALLED[kind], one, other)
    subject = f"a {called} of people" if people else f"a {called}"
    told = _named_in_note(context, one, other) or ("" if _is_name(context, shared) else shared)
    if dimension:
        subject = f"the {dimension}"
    elif told:
        of = "of" if context.is_thing(told) and called != _AMOUNT else "for"
        subject = f"the {called} {of} “{context.as_written(told)}”"
    spans = shown(one, other)
    return Difference(
        kind,
        *spans,
        f"Both give {subject}: A says {context.quote('a', spans[0])}, "
        f"B says {context.quote('b', spans[1])}.",
        conflict=True,
        weight=weight,
    )


def _of_others(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether lone figures that share no word can't be of one thing.

    One is "one" before a noun, they are shares of two wholes, or each side tells of a country of
    its own: "Norland sends 30 tanks", "Tarn sends 12 guns". Nor can one be that is what a condition
    sets: "once arrears exceed sixty days", "only with ninety days' notice".
    """
    if any(_in_condition(context, *item) for item in zip(_SIDES, (one, other), strict=True)):
        return True
    if one.kind != "number":
        return False
    if as_article(context, "a", one) or as_article(context, "b", other):
        return True
    return of_two_wholes(context, one, other) or _of_two_countries(context)


def _in_condition(context: LinkContext, side: Side, fact: Fact) -> bool:
    """Say whether a figure stands in the words of a condition."""
    return any(
        told.span.start <= fact.span.start and fact.span.end <= told.span.end
        for told in context.of_kind(side, "condition")
    )


def _of_two_countries(context: LinkContext) -> bool:
    """Say whether both sides have countries as doers, and neither names those of the other."""
    acting = [
        {value for value in doers(context, side) if value.startswith("country:")} for side in _SIDES
    ]
    named = [{fact.value for fact in context.of_kind(side, "entity")} for side in _SIDES]
    return all(acting) and not (acting[0] & (acting[1] | named[1]) or acting[1] & named[0])


def _named_in_note(context: LinkContext, one: Fact, other: Fact) -> str:
    """Return a word of A that both are about, to be named, and never a name.

    What is counted or lasts is a thing, and what has a date is an act. People last no time.
    """
    about = [lemma for lemma in one.about if not _is_name(context, lemma)]
    if one.kind == "duration":
        about = [lemma for lemma in about if not group_of([lemma])]
    things = [lemma for lemma in about if context.is_thing(lemma)]
    first = about if one.kind == "date" else things
    return context.shared_about(first, other.about) or context.shared_about(about, other.about)


def _is_name(context: LinkContext, lemma: str) -> bool:
    """Say whether a word of A is a name, of a people too: "Gorvan" is not what is counted.

    Nor is "first", which only says which.
    """
    return any(
        token.lemma == lemma
        and (
            (
                (token.pos == "PROPN" or token.entity == "NORP")
                and context.a.text[token.start].isupper()
            )
            or (token.pos == "ADJ" and token.dep == "amod" and token.tag == "JJ")
        )
        for token in context.tokens_a
    )


def _is_money(fact: Fact) -> bool:
    """Say whether a number is an amount in a currency, by its code: `USD`."""
    return fact.kind == "number" and len(fact.unit) == 3 and fact.unit.isupper()


def _called(topic: str, *facts: Fact) -> str:
    """Return what figures are called in a note: a date that is a time of day is a time."""
    times = all(fact.kind == "date" and fact.value.startswith("T") for fact in facts)
    return "time" if times else topic
