"""Words for a link that a reviewer calls a divergence or partial, and the program had none for.

Where the program saw an agreement there is no evidence. What the two sides' words differ in is then
shown, found by the words alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from compare.language.function_words import FUNCTION_WORDS
from compare.model import Comparison, Evidence, Side, Span, Statement
from compare.report.safe import one_line

_WORD = re.compile(r"\w+(?:[.,'’\-]\w+)*")
# Words that say little by themselves; a denial says a lot.
_SMALL = FUNCTION_WORDS - {"no", "not", "never", "nor", "none", "without"}
_PHRASES = 2  # of a side: the longest
_LONGEST = 60  # characters of a phrase in a note


def worded(comparison: Comparison) -> Comparison:
    """Return a comparison in which every divergence and partial overlap has its words."""
    links = tuple(
        replace(link, evidence=_evidence(comparison, link.a, link.b))
        if link.relation != "agreement" and not link.evidence
        else link
        for link in comparison.links
    )
    return comparison if links == comparison.links else replace(comparison, links=links)


def lone_phrases(
    one: Statement,
    own: Sequence[int],
    other: Statement,
    theirs: Sequence[int],
    small: Collection[str] = _SMALL,
) -> list[Span]:
    """Return the stretches of some sentences that hold words which others lack, the longest first.

    :param small: words that begin and end no stretch, though they may stand in one
    """
    said = {word for i in theirs for word in _words(other.sentence(i))}
    found: list[tuple[int, Span]] = []
    for index in own:
        start = one.sentences[index].start
        run: list[re.Match[str]] = []
        for word in [*_WORD.finditer(one.sentence(index)), None]:
            text = word.group().casefold() if word else ""
            if word and run and _is_small(word, small):
                continue  # inside a stretch, if another word follows
            if word and text not in said and not _is_small(word, small):
                run.append(word)
            elif run:
                found.append((len(run), Span(start + run[0].start(), start + run[-1].end())))
                run = []
    found.sort(key=lambda item: (-item[0], item[1].start - item[1].end, item[1].start))
    return [span for _, span in found[:_PHRASES]]


def _is_small(word: re.Match[str], small: Collection[str]) -> bool:
    """Say whether a word says little; a capital inside a sentence makes "may" a month."""
    text = word.group()
    return text.casefold() in small and (text.islower() or not word.start())


def _evidence(made: Comparison, a: Sequence[int], b: Sequence[int]) -> tuple[Evidence, ...]:
    own, other = lone_phrases(made.a, a, made.b, b), lone_phrases(made.b, b, made.a, a)
    if not own and not other:  # "we met", "they met"
        own, other = lone_phrases(made.a, a, made.b, b, ()), lone_phrases(made.b, b, made.a, a, ())
    sides: tuple[tuple[Side, Statement, list[Span]], ...] = (
        ("a", made.a, own),
        ("b", made.b, other),
    )
    found = [
        (place, Evidence("wording", *_spans(side, span), note=_note(side, of, span)))
        for side, of, spans in sides
        for place, span in enumerate(spans)
    ]
    return tuple(item for _, item in sorted(found, key=lambda item: item[0]))


def _spans(side: Side, span: Span) -> tuple[Span | None, Span | None]:
    return (span, None) if side == "a" else (None, span)


def _note(side: Side, statement: Statement, span: Span) -> str:
    text = one_line(statement.slice(span))
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return f"Only {side.upper()} says “{text}”."


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}
