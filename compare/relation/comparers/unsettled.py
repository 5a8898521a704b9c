"""Figures that one side gives and that the other says there are none of: `no date has been set`."""

from __future__ import annotations

from compare.model import Side
from compare.relation.comparers.figures import CALLED, FigureKind
from compare.relation.context import Difference, LinkContext, denied_words
from compare.relation.phrases import whole_phrase

# How sure a conflict is where one side denies that there is such a figure.
DENIED_FIGURE = 0.6
# What a denial is about where no such figure is given.
_UNSETTLED: dict[FigureKind, frozenset[str]] = {
    "date": frozenset(("date", "day", "timetable", "deadline", "schedule")),
    "number": frozenset(("figure", "number", "sum", "quantity")),
    "duration": frozenset(("duration", "length", "term", "deadline", "limit")),
}
_MEASURES = frozenset(("volume", "amount"))  # "without setting any volumes"
_SETTING = frozenset(("set", "fix", "agree", "specify", "name", "mention", "determine", "define"))


def compare_unsettled(context: LinkContext) -> list[Difference]:
    """Return figures that one side gives and of which the other says that there is none yet.

    "We will meet in June" and "no date has been set".
    """
    found: list[Difference] = []
    sides: tuple[tuple[Side, Side], ...] = (("a", "b"), ("b", "a"))
    for giver, denier in sides:
        for kind, nouns in _UNSETTLED.items():
            given = [fact for fact in context.of_kind(giver, kind) if not fact.vague]
            told = context.of_kind(denier, kind)
            denials = (
                fact
                for fact in context.of_kind(denier, "negation")
                if nouns & {word for lemma in fact.about for word in lemma.split()}
                or (kind == "number" and _MEASURES & {*fact.about} and _SETTING & {*fact.about})
            )
            denial = next(denials, None)
            if denial is None or not given or told:
                continue
            words = whole_phrase(context, denier, denied_words(context, denier, denial))
            latest = max(given, key=lambda fact: fact.high or fact.low or 0.0)
            spans = (latest.span, words) if giver == "a" else (words, latest.span)
            found.append(
                Difference(
                    kind,
                    *spans,
                    f"{giver.upper()} gives a {CALLED[kind]}: "
                    f"{context.quote(giver, latest.span)}; {denier.upper()} says that there is "
                    f"none: {context.quote(denier, words)}.",
                    conflict=True,
                    weight=DENIED_FIGURE,
                )
            )
    return found
