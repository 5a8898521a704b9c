"""Multiples: `doubled`, `rose threefold`, `twice as many`, `double that of 2024`; `halved`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.language.facts.changes import near_change
from compare.language.facts.counted import counted
from compare.language.facts.numerals import SMALL
from compare.language.facts.parse import Parse, unique
from compare.language.facts.quantities import Quantity, bounded
from compare.language.facts.records import Fact
from compare.language.facts.units import COMPARED
from compare.model import Span

# lemma -> value and unit of what it makes of the thing that changes
_VERBS = {
    "double": (2.0, "times"),
    "triple": (3.0, "times"),
    "treble": (3.0, "times"),
    "quadruple": (4.0, "times"),
    "quintuple": (5.0, "times"),
    "halve": (50.0, "%"),
}
_OTHER_SENSE = frozenset({"down", "up", "back", "over", "as"})  # "doubled down", "doubles as"
_FOLD = re.compile(
    r"\b(?P<n>[0-9]{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty"
    r"|forty|fifty|hundred)[- ]?fold\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    rf"\b(?:(?P<once>twice|thrice)(?P<than>\s+{COMPARED})?"
    rf"|(?P<lone>double|triple|treble|quadruple)\s+{COMPARED})",
    re.IGNORECASE,
)
_WORDS = {
    "twice": 2.0,
    "thrice": 3.0,
    "double": 2.0,
    "triple": 3.0,
    "treble": 3.0,
    "quadruple": 4.0,
}


def read_multiples(parse: Parse) -> Iterator[tuple[tuple[int, int], Fact]]:
    """Yield how often something was or becomes what it was, each with the place of its word."""
    for index, token in enumerate(parse.tokens):
        if token.pos == "VERB" and token.lemma in _VERBS and not _other_sense(parse, index):
            value, unit = _VERBS[token.lemma]
            yield (
                (token.start, token.end),
                _fact(parse, token.start, token.end, value, unit, _changed(parse, index)),
            )
    for match in _FOLD.finditer(parse.text):
        if near_change(parse.text, *match.span()):
            raw = match["n"].lower()
            value = float(raw) if raw.isdigit() else float(SMALL.get(raw, 100))
            about = tuple(x for x in counted(parse, *match.span()) if x != "fold")
            yield match.span(), _fact(parse, *match.span(), value, "times", about)
    for match in _TIMES.finditer(parse.text):
        name = "once" if match["once"] else "lone"
        start, end = match.span(name)
        verb = parse.verb_of(parse.at(start))
        about = unique(["time", *parse.act_lemmas(verb)])
        unit = "times" if match["lone"] or match["than"] else ""
        value = _WORDS[match[name].lower()]
        yield (start, end), _fact(parse, start, end, value, unit, about)


def _other_sense(parse: Parse, verb: int) -> bool:
    return any(parse.word(child) in _OTHER_SENSE for child in parse.children[verb])


def _changed(parse: Parse, verb: int) -> tuple[str, ...]:
    """Return the lemmas of what a verb multiplies: its object, else its subject."""
    lemmas = parse.object_lemmas(verb)
    subject = parse.child(verb, ("nsubj",))
    if not lemmas and subject is not None and parse.tokens[subject].pos in ("NOUN", "PROPN"):
        lemmas = parse.noun_lemmas(subject)
    return unique(lemmas)


def _fact(
    parse: Parse, start: int, end: int, value: float, unit: str, about: tuple[str, ...]
) -> Fact:
    quantity = Quantity(start, end, start, value, value, False, True, said=value)
    if unit:  # "went below twice" is no bound
        quantity = bounded(parse.text, quantity, end)
    span = Span(quantity.start, quantity.end)
    form = f"{quantity.form()} {unit}".strip()
    return Fact("number", span, form, about, quantity.low, quantity.high, unit)
