"""What a whole statement says, looked up: is a name, a figure or a word anywhere in it?

It is made once for a comparison and asked for every link, so nothing in it may be searched through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from compare.language.facts import Fact, SentenceFacts
from compare.model import Statement

_WORD = re.compile(r"\w+")
_JOINED = re.compile(r"[\w'’-]+")  # "cease-fire"
_NAMES = frozenset(("entity", "actor"))
_DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
_YEAR = re.compile(r"\d{4}-(?=\d\d-\d\d)")
_AND = re.compile(r"\band\b", re.IGNORECASE)
_LONGEST = 60  # days from the first to the last of two that are named together
# Of shares and multiples the same one is often of another thing; so are small counts.
_OFTEN = frozenset(("%", "pp", "times", "degree"))
_MANY = 100
_Key = tuple[str, str, str]  # kind, unit, and what a number is about


@dataclass(frozen=True, slots=True)
class Said:
    """The names, figures and words of one statement."""

    text: str = ""
    names: frozenset[str] = frozenset()  # values of who and what is named
    words: frozenset[str] = frozenset()  # as written
    dates: frozenset[str] = frozenset()  # values
    amounts: dict[_Key, dict[str, Fact]] = field(default_factory=dict)  # by value
    sums: frozenset[str] = frozenset()  # what figures say that two things seldom share
    days: frozenset[float] = frozenset()  # those named
    yearless: frozenset[str] = frozenset()  # values of dates without their years
    stretches: dict[int, Fact] = field(default_factory=dict)  # dates from and to, by their days

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
        dates = [fact for fact in facts if fact.kind == "date" and not fact.vague]
        return cls(
            statement.text,
            frozenset(fact.value for fact in facts if fact.kind in _NAMES),
            frozenset(_WORD.findall(statement.text)) | frozenset(_JOINED.findall(statement.text)),
            frozenset(fact.value for fact in dates),
            amounts,
            frozenset(sum_of(fact) for fact in facts) - {""},
            frozenset(day for fact in dates for day in named_days(statement, fact)),
            frozenset(without_year(fact.value) for fact in dates) - {""},
            {days: fact for fact in dates if (days := days_from_to(statement, fact))},
        )

    def like(self, fact: Fact) -> list[Fact]:
        """Return the amounts of such a thing, one of each value; one with the same value alone."""
        known = {key: self.amounts.get(key, {}) for key in _keys(fact)}
        same = next((values[fact.value] for values in known.values() if fact.value in values), None)
        if same:
            return [same]
        return [other for key, values in known.items() if key[2] for other in values.values()]


def sum_of(fact: Fact) -> str:
    """Return what a figure says that two things seldom share: `1200000000 EUR`; "" for others.

    Whether it is said to be about so much is left out.
    """
    if fact.kind != "number" or fact.vague or fact.unit in _OFTEN:
        return ""
    if not fact.unit and not (fact.low is not None and fact.low >= _MANY):
        return ""
    return fact.value.removeprefix("~")


def named_days(statement: Statement, fact: Fact) -> list[float]:
    """Return the days that a date names: a day, or the first and the last of `8 and 9 March`.

    "The first half of 2026" names none.
    """
    low, high = fact.low, fact.high
    if low is None or high is None or not _DAYS.fullmatch(fact.value):
        return []
    if low == high:
        return [low]
    figures = {
        int(raw)
        for raw in re.findall(r"\b[0-9]{1,2}(?=\b|st|nd|rd|th)", statement.slice(fact.span))
    }
    named = {date.fromordinal(int(end)).day for end in (low, high)}
    return [low, high] if high - low <= _LONGEST and named <= figures else []


def days_from_to(statement: Statement, fact: Fact) -> int:
    """Return how many days a date is from and to; 0 for others, as for "8 and 15 March"."""
    ends = named_days(statement, fact)
    if len(ends) < 2:
        return 0
    days = int(ends[1] - ends[0]) + 1
    return 0 if days > 2 and _AND.search(statement.slice(fact.span)) else days


def without_year(value: str) -> str:
    """Return the value of a day, or of days, as it is where no year is known; "" for others."""
    short = _YEAR.sub("--", value)
    return short if short.startswith("--") and short != value else ""


def _keys(fact: Fact) -> list[_Key]:
    """Return where an amount is looked up: by what it is about, and a length by itself too."""
    if fact.kind not in ("duration", "number"):
        return []
    things: list[_Key] = [(fact.kind, fact.unit, lemma) for lemma in fact.about]
    return [(fact.kind, fact.unit, ""), *things] if fact.kind == "duration" else things


NOTHING = Said()
