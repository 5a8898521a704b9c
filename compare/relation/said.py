"""What a whole statement says, looked up: is a name, a figure or a word anywhere in it?

It is made once for a comparison and asked for every link, so nothing in it may be searched through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from compare.language.facts import Fact, SentenceFacts
from compare.model import Statement

_WORD = re.compile(r"\w+")
_JOINED = re.compile(r"[\w'’-]+")  # "cease-fire"
_NAMES = frozenset(("entity", "actor"))
_Key = tuple[str, str, str]  # kind, unit, and what a number is about


@dataclass(frozen=True, slots=True)
class Said:
    """The names, figures and words of one statement."""

    text: str = ""
    names: frozenset[str] = frozenset()  # values of who and what is named
    words: frozenset[str] = frozenset()  # as written
    dates: frozenset[str] = frozenset()  # values
    amounts: dict[_Key, dict[str, Fact]] = field(default_factory=dict)  # by value

    @classmethod
    def of(cls, statement: Statement, sentences: Iterable[SentenceFacts]) -> Said:
        """Return what a statement says.

        :param sentences: the facts of all its sentences
        """
        facts = [fact for sentence in sentences for fact in sentence.facts]
        amounts: dict[_Key, dict[str, Fact]] = {}
        for fact in facts:
            if not fact.vague:
                for key in _keys(fact):
                    amounts.setdefault(key, {}).setdefault(fact.value, fact)
        return cls(
            statement.text,
            frozenset(fact.value for fact in facts if fact.kind in _NAMES),
            frozenset(_WORD.findall(statement.text)) | frozenset(_JOINED.findall(statement.text)),
            frozenset(fact.value for fact in facts if fact.kind == "date" and not fact.vague),
            amounts,
        )

    def like(self, fact: Fact) -> list[Fact]:
        """Return the amounts of such a thing, one of each value; one with the same value alone."""
        known = [self.amounts.get(key, {}) for key in _keys(fact)]
        same = next((values[fact.value] for values in known if fact.value in values), None)
        return [same] if same else [other for values in known for other in values.values()]


def _keys(fact: Fact) -> list[_Key]:
    """Return where an amount is looked up: a number by each thing that it is about."""
    if fact.kind == "duration":
        return [(fact.kind, fact.unit, "")]
    if fact.kind == "number":
        return [(fact.kind, fact.unit, lemma) for lemma in fact.about]
    return []


NOTHING = Said()
