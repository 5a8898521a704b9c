"""Names, numbers, dates and lengths of time: who gives which, equal ones in one row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from compare.insight.records import Named, NamedKind
from compare.language.facts import Fact, SentenceFacts
from compare.model import Statement

_KINDS: tuple[NamedKind, ...] = ("entity", "number", "date", "duration")
_PEOPLE = frozenset(("person", "people", "individual"))  # one noun, whatever a statement chooses
_HEDGE = "~"  # of a normal form: "about ninety minutes" stands with "an hour and a half"
_FORMS = 3  # ways of writing one value that a row shows
_Key = tuple[NamedKind, str, str]


@dataclass(slots=True)
class _Row:
    sentences: list[set[int]]
    forms: dict[str, str] = field(default_factory=dict)  # how it is written, the first way first
    size: float = 0.0


def named(
    statements: Sequence[Statement], facts: Sequence[Sequence[SentenceFacts]]
) -> tuple[Named, ...]:
    """Return a row for each normal form: by kind, then what all give first; numbers by size."""
    rows: dict[_Key, _Row] = {}
    for place, of in enumerate(facts):
        for index, sentence in enumerate(of):
            for fact in sentence.facts:
                key = _key(fact)
                if key is None:
                    continue
                row = rows.setdefault(key, _Row([set() for _ in statements]))
                text = " ".join(statements[place].slice(fact.span).split())
                row.forms.setdefault(text.casefold(), text)
                row.size = fact.low if fact.low is not None else fact.high or 0.0
                row.sentences[place].add(index)
    rows = _alike_in_one(rows)
    order = {kind: at for at, kind in enumerate(_KINDS)}
    keys = sorted(rows, key=lambda key: (order[key[0]], *_place(key, rows[key])))
    return tuple(
        Named(
            key[0],
            _written(key[0], rows[key]),
            key[1],
            tuple(tuple(sorted(of)) for of in rows[key].sentences),
        )
        for key in keys
    )


def _alike_in_one(rows: dict[_Key, _Row]) -> dict[_Key, _Row]:
    """Put names together that are written alike, whatever the program takes them for."""
    kept: dict[_Key, _Row] = {}
    first: dict[str, _Row] = {}
    for key, row in rows.items():
        same = first.setdefault(next(iter(row.forms)), row) if key[0] == "entity" else row
        if same is row:
            kept[key] = row
        else:
            for mine, other in zip(same.sentences, row.sentences, strict=True):
                mine |= other
    return kept


def _key(fact: Fact) -> _Key | None:
    kind = next((kind for kind in _KINDS if kind == fact.kind), None)
    if kind is None or (fact.vague and kind != "entity"):
        return None
    about = ""
    if kind == "number" and fact.about and not fact.unit:
        # Forty fishermen and forty ships are two numbers; forty dollars are dollars, paid or owed.
        about = "people" if fact.about[0] in _PEOPLE else fact.about[0]
    return kind, about, fact.value.removeprefix(_HEDGE)


def _place(key: _Key, row: _Row) -> tuple[float, float, str, str]:
    shared = -sum(bool(of) for of in row.sentences)
    kind, about, value = key
    if kind == "number":  # equal ones below each other, whatever they count
        return row.size, shared, about, value
    return (0 if kind == "date" else shared), 0.0, value.lstrip("<>="), about


def _written(kind: NamedKind, row: _Row) -> str:
    """Return a value as the statements write it; of a name, as the first one does."""
    forms = list(row.forms.values())
    return forms[0] if kind == "entity" else " · ".join(forms[:_FORMS])
