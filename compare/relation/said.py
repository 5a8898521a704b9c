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
        known = {key: self.amounts.get(key, {}) for key in _keys(fact)}
        same = next((values[fact.value] for values in known.values() if fact.value in values), None)
        if same:
            return [same]
        return [other for key, values in known.items() if key[2] for other in values.values()]


def _keys(fact: Fact) -> list[_Key]:
    """Return where an amount is looked up: by what it is about, and a length by itself too."""
    if fact.kind not in ("duration", "number"):
        return []
    things: list[_Key] = [(fact.kind, fact.unit, lemma) for lemma in fact.about]
    return [(fact.kind, fact.unit, ""), *things] if fact.kind == "duration" else things


NOTHING = Said()
