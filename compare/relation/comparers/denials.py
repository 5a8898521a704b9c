"""Denials: what one side says was not done, or isn't so, and the other tells as it is."""

from __future__ import annotations

from compare.language.facts import Fact
from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.comparers.opposites import same_by_denial
from compare.relation.comparers.values import EARLIEST, comparable_dates
from compare.relation.context import ALIKE, Difference, LinkContext, denied_words

# How much a denial weighs that isn't tied to an act which both sides tell, [0, 1]: the classifier
# learns what it is worth (relation/features.py), this only orders the evidence.
LONE_NEGATION = 0.4

_ACTED_ON = frozenset(("dobj", "nsubjpass"))
_LONGEST_ACT = 48  # code points of a verb and its object that are shown as one phrase
_ENDING = words("stop cease end halt suspend discontinue")
_ENDED = words("nsubj nsubjpass dobj xcomp")
_AHEAD = words("will shall would must to")


def _covered(context: LinkContext, side: Side, lemmas: tuple[str, ...]) -> Span | None:
    """Return where the other side says one of the lemmas, by lemma or by word alignment."""
    mine, other = (
        (context.tokens_a, context.tokens_b)
        if side == "a"
        else (context.tokens_b, context.tokens_a)
    )
    aligned = context.words.b if side == "a" else context.words.a
    best = context.words.best_b if side == "a" else context.words.best_a
    for lemma in lemmas:
        for token in other:
            if token.lemma == lemma and token.pos in ("VERB", "NOUN", "ADJ", "PROPN"):
                return Span(token.start, token.end)
        for token in mine:
            if token.lemma != lemma:
                continue
            for index in sorted(context.words.counterparts(Span(token.start, token.end), of=side)):
                if aligned[index].content and best[index] >= ALIKE:
                    return aligned[index].span
    return None


def _with_verb(context: LinkContext, side: Side, told: Span) -> Span:
    """Return an object with the verb that acts on it: what is denied is an act, not a thing.

    They stand close by, else the verb alone is returned.
    """
    if not context.is_parsed(side):
        return told
    tokens = context.tokens(side)
    for token in tokens:
        if token.start == told.start and token.dep in _ACTED_ON and token.head < len(tokens):
            verb = tokens[token.head]
            if verb.pos == "VERB":
                both = Span(min(verb.start, told.start), max(verb.end, told.end))
                near = both.end - both.start <= _LONGEST_ACT
                return both if near else Span(verb.start, verb.end)
    return told


def _only_delays(context: LinkContext, side: Side, fact: Fact, others: list[Fact]) -> bool:
    """Say whether a denial only tells from when on, and the other side gives a date for it too.

    "Not before May" and "from May on": the dates are compared.

    :param others: dates of the other side
    """
    statement = context.a if side == "a" else context.b
    return any(
        date.value.startswith(">=")
        and EARLIEST.match(statement.slice(date.span))
        and set(date.about) & set(fact.about)
        and any(comparable_dates(date, other) for other in others)
        for date in context.of_kind(side, "date")
    )


def _ends(context: LinkContext, side: Side, fact: Fact, told: Span) -> bool:
    """Say whether the other side says that an end is made of what is denied for the future.

    "There will be no attacks" is "the attacks will cease".
    """
    mine, other = context.tokens_a, context.tokens_b
    if side == "b":
        mine, other = other, mine
    if not (context.is_parsed("a") and context.is_parsed("b")):
        return False
    at = next((i for i, token in enumerate(other) if token.start == told.start), None)
    if at is None or other[at].dep not in _ENDED:
        return False
    ahead = any(token.lemma in _AHEAD and token.dep.startswith("aux") for token in mine)
    return ahead and other[other[at].head].lemma in _ENDING


def compare_negations(context: LinkContext) -> list[Difference]:
    """Return what one side denies and the other affirms; nothing where it affirms the opposite."""
    if same_by_denial(context):
        return []
    left, right = context.of_kind("a", "negation"), context.of_kind("b", "negation")
    found: list[Difference] = []
    sides: tuple[tuple[Side, list[Fact], list[Fact]], ...] = (
        ("a", left, right),
        ("b", right, left),
    )
    for side, facts, others in sides:
        for fact in facts:
            if any(
                context.shared_about(fact.about, other.about, loose=True)
                if side == "a"
                else context.shared_about(other.about, fact.about, loose=True)
                for other in others
            ):
                continue
            affirmed = _covered(context, side, fact.about)
            denier, affirmer = ("A", "B") if side == "a" else ("B", "A")
            other_side: Side = "b" if side == "a" else "a"
            if _only_delays(context, side, fact, context.of_kind(other_side, "date")):
                continue
            if affirmed is not None and _ends(context, side, fact, affirmed):
                continue
            if affirmed is not None:
                affirmed = _with_verb(context, other_side, affirmed)
            if affirmed is None:
                denial = denied_words(context, side, fact)
                found.append(
                    Difference(
                        "negation",
                        denial if side == "a" else None,
                        denial if side == "b" else None,
                        f"Only {denier} denies something here: {context.quote(side, denial)}.",
                        conflict=True,
                        weight=LONE_NEGATION,
                    )
                )
                continue
            found.append(
                Difference(
                    "negation",
                    fact.span if side == "a" else affirmed,
                    fact.span if side == "b" else affirmed,
                    f"{denier} denies with {context.quote(side, fact.span)} what {affirmer} tells "
                    f"without a denial: {context.quote(other_side, affirmed)}.",
                    conflict=True,
                    weight=0.8,
                )
            )
    return found
