"""Which one of a row: `the sixth exchange` against `the fifth such operation`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.language.facts import Token
from compare.language.facts.ordinals import ORDINAL, ordinal
from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.comparers.quantities import UNRELATED
from compare.relation.context import Difference, LinkContext, whole_word

_WORD = re.compile(rf"{ORDINAL}|[0-9]{{1,4}}(?:st|nd|rd|th)", re.IGNORECASE)
# "A third party", "the first half", "first steps", "the first time this year": no place in a row.
_NO_ROW = words(
    "party country state person side world half quarter thing place line hand step glance degree "
    "time day week month year century"
)
SURE = 0.8  # the next round is not the last one


def _places(context: LinkContext, side: Side) -> Iterator[tuple[int, Span, Token]]:
    """Yield the ordinals of a side that number a noun: value, words, noun."""
    statement, tokens = context.statement(side), context.tokens(side)
    figures = context.of_kind(side, "date", "number", "duration")
    for token in tokens:
        if token.dep != "amod":
            continue
        span = whole_word(statement, Span(token.start, token.end))  # "twenty-fifth"
        text, noun = statement.slice(span), tokens[token.head]
        if not _WORD.fullmatch(text) or noun.pos != "NOUN":
            continue
        if noun.lemma in _NO_ROW or noun.start < token.start:
            continue
        if any(f.span.start < token.end and token.start < f.span.end for f in figures):
            continue
        yield ordinal(text), span, noun


def compare_ordinals(context: LinkContext) -> list[Difference]:
    """Compare the places in a row that both sides give to one thing."""
    found: list[Difference] = []
    left, right = list(_places(context, "a")), list(_places(context, "b"))
    for value, span, noun in left:
        for other, other_span, other_noun in right:
            if value in {x for x, *_ in right} or other in {x for x, *_ in left}:
                continue
            shared = context.shared_about((noun.lemma,), (other_noun.lemma,))
            if not shared and not (noun.dep == other_noun.dep == "attr"):  # "it was the fifth"
                continue
            spans = Span(span.start, noun.end), Span(other_span.start, other_noun.end)
            found.append(
                Difference(
                    "number",
                    *spans,
                    f"Both say which in a row it is: A says {context.quote('a', spans[0])}, "
                    f"B says {context.quote('b', spans[1])}.",
                    conflict=True,
                    weight=SURE if shared else UNRELATED,
                )
            )
    return found[:1]
