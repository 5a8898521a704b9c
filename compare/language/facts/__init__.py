"""Facts: what a sentence says that can be compared - numbers, dates, names, acts and conditions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from compare.language.facts.actor import read_actors
from compare.language.facts.commitment import read_commitments
from compare.language.facts.condition import read_conditions
from compare.language.facts.dates import read_dates
from compare.language.facts.durations import read_durations
from compare.language.facts.entities import read_entities
from compare.language.facts.names import resolve, same_entity, unify
from compare.language.facts.negation import read_negation
from compare.language.facts.numbers import read_numbers
from compare.language.facts.offsets import counted_days
from compare.language.facts.parse import Parse, parse_each
from compare.language.facts.rates import spread_out
from compare.language.facts.records import (
    Fact,
    FactKind,
    SentenceFacts,
    Spread,
    Token,
    shift_fact,
    shift_token,
)
from compare.language.facts.scope import read_scope
from compare.language.facts.when import anchor
from compare.model import Statement
from compare.progress import Progress, silent

__all__ = [
    "Fact",
    "FactKind",
    "SentenceFacts",
    "Spread",
    "Token",
    "read_facts",
    "read_sentences",
    "resolve",
    "same_entity",
]


def read_facts(statement: Statement) -> tuple[tuple[Fact, ...], ...]:
    """Return the facts of each sentence; spans are offsets in the statement's text."""
    return tuple(sentence.facts for sentence in read_sentences(statement))


def read_sentences(statement: Statement, progress: Progress = silent) -> tuple[SentenceFacts, ...]:
    """Return the facts and the parse of each sentence, in order.

    :param progress: called now and then with what is done, how far it is, and out of how much
    :raises ModelError: no English spaCy pipeline is installed
    """
    today = anchor(statement.date)
    texts = [statement.sentence(i) for i in range(len(statement.sentences))]
    found: list[SentenceFacts] = []
    for span, parse in zip(statement.sentences, parse_each(texts), strict=True):
        if len(found) % 100 == 0:
            progress("reading facts", len(found), len(texts))
        found.append(
            SentenceFacts(
                tuple(shift_fact(fact, span.start) for fact in _read(parse, today)),
                tuple(shift_token(token, span.start) for token in parse.tokens),
            )
        )
    return unify(found)


def _read(parse: Parse, today: date | None) -> list[Fact]:
    """Return the facts of one sentence, offsets from its start, by place and then by kind."""
    if not parse.tokens:
        return []
    dates = read_dates(parse, today)
    times = counted_days(parse.text, dates + read_durations(parse, _spans(dates)))
    facts = times + spread_out(parse, read_numbers(parse, _spans(times)), times)
    entities = read_entities(parse, _spans(dates))
    facts = [*facts, *entities, *read_negation(parse), *read_commitments(parse)]
    facts += [*read_conditions(parse), *read_scope(parse), *read_actors(parse, entities)]
    return sorted(facts, key=lambda f: (f.span.start, f.span.end, f.kind, f.value))


def _spans(facts: Sequence[Fact]) -> list[tuple[int, int]]:
    return [(fact.span.start, fact.span.end) for fact in facts]
