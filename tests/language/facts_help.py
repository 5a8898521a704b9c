"""What the fact tests share: read one sentence and name its facts by their words."""

from __future__ import annotations

from compare.language.facts import Fact, SentenceFacts, read_sentences
from compare.language.facts.records import FactKind
from compare.model import Span, Statement

TODAY = "2025-04-14"  # a Monday


def statement(*sentences: str, date: str = TODAY) -> Statement:
    """Return a statement of these sentences, one a line."""
    spans, start = [], 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + 1
    return Statement("\n".join(sentences), tuple(spans), date=date)


def facts(sentence: str, kind: FactKind, date: str = TODAY) -> list[Fact]:
    """Return the facts of one kind in a sentence."""
    (read,) = read_sentences(statement(sentence, date=date))
    return [fact for fact in read.facts if fact.kind == kind]


def values(sentence: str, kind: FactKind, date: str = TODAY) -> list[str]:
    """Return the normal forms of one kind, in reading order."""
    return [fact.value for fact in facts(sentence, kind, date)]


def words(sentence: str, kind: FactKind) -> list[str]:
    """Return the exact words of one kind, in reading order."""
    return [sentence[f.span.start : f.span.end] for f in facts(sentence, kind)]


def entity_values(read: SentenceFacts) -> list[str]:
    """Return the entity values of a sentence that was read."""
    return [fact.value for fact in read.facts if fact.kind == "entity"]
