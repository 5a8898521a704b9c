"""Dates and times of day, resolved against the statement's own date where it has one."""

from __future__ import annotations

import re
from datetime import date

from compare.language.facts.clock import CLOCK_UNIT, Time, clock_times
from compare.language.facts.clock_parts import Stretch, day_parts
from compare.language.facts.dates_absolute import YEAR, absolute_dates
from compare.language.facts.dates_bounds import Sign, bound_before
from compare.language.facts.dates_lean import WHEN_NOUNS, act_of, future, lean, moved_to, pending
from compare.language.facts.dates_named import name_end, name_lemmas, name_start, named_by
from compare.language.facts.dates_ranges import stretches
from compare.language.facts.dates_relative import relative_dates
from compare.language.facts.parse import Parse, unique
from compare.language.facts.records import Fact
from compare.language.facts.rights import held_by
from compare.language.facts.when import Part, When, moved, part_of, year
from compare.model import Span

_PARTS: tuple[tuple[Part, str], ...] = (
    (
        "early",
        r"(?:the )?(?:very )?early(?: in| part of)?|(?:the )?(?:very )?(?:start|beginning) of"
        r"|at the start of"
        r"|(?:the )?(?:early|small) hours of",
    ),
    ("mid", r"(?:the )?middle of|mid[ -]?|(?:halfway|midway) through"),
    ("late", r"late(?: in)?|later|the latter part of"),
    ("end", r"(?:the )?(?:very )?end of|close of|end(?=-)"),
    ("first half", r"(?:the )?first half of"),
    ("second half", r"(?:the )?(?:second|latter|other) half of"),
    ("first week", r"(?:the )?first week of"),
    ("second week", r"(?:the )?second week of"),
    ("third week", r"(?:the )?third week of"),
    ("fourth week", r"(?:the )?fourth week of"),
    ("last week", r"(?:the )?(?:last|final) week of"),
)
_PART = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<p{i}>{p})" for i, (_, p) in enumerate(_PARTS))
    + r")(?:\s*(?:the )?|-)$",
    re.IGNORECASE,
)
# "once the summer is over", "when the winter has passed": from its end on.
_ENDED = re.compile(
    r"\s+(?:is|are|has|have|had|was)\s+(?:over|passed|gone|ended|behind|out)\b|\s+ends?\b",
    re.IGNORECASE,
)
_ONCE = re.compile(r"(?<!\w)(?:once|when|as soon as|after)\s+(?:the )?$", re.IGNORECASE)
_NOT_YET = re.compile(r"(?<!\w)(?:before|ahead of|earlier|sooner)\b", re.IGNORECASE)
_UNTIL = re.compile(r"(?:not )?(?:before|until|till)\b", re.IGNORECASE)
_WHICH = frozenset({"which", "that", "who"})
_RANGE = re.compile(
    r"[0-9]\w*\s*(?:-|–|—|to|and|or)\s*(?:the\s+)?[0-9]|\s(?:to|through|until|till)\s"
)


def read_dates(parse: Parse, today: date | None) -> list[Fact]:
    """Return the dates and times of day of a sentence."""
    text = parse.text
    claimed: list[tuple[int, int]] = []
    facts: list[Fact] = []

    def free(start: int, end: int) -> bool:
        return all(end <= low or start >= high for low, high in claimed)

    parts = list(day_parts(text, lambda prep, part: _hangs_on(parse, prep, part)))
    bounded = [(part.start, part.end) for part in parts if part.start < part.core]
    for time in clock_times(text):
        within = any(low <= time.start < high for low, high in bounded)  # "by noon"
        if not within and free(time.start, time.end):
            claimed.append((time.start, time.end))
            facts.append(_clock(parse, time))
    found = list(absolute_dates(text, today, lambda offset: lean(parse, offset)))
    found += relative_dates(
        text, today, lambda offset: future(parse, offset), lambda offset: pending(parse, offset)
    )
    found += list(stretches(text, found, today, lambda offset: moved_to(parse, offset)))
    # Longest first within each family: "next January 5" must not leave "January" behind.
    for start, end, when in sorted(found, key=lambda item: (item[0] - item[1], item[0])):
        if free(start, end) and not (
            when.value.endswith(("12-25", "01-01"))
            and (parse.tokens[parse.at(end - 1)].dep == "compound" and text[start].isalpha())
        ):  # "Christmas money"
            fact = _fact(parse, start, end, when)
            claimed.append((fact.span.start, fact.span.end))
            facts.append(fact)
    for part in parts:
        if free(part.start, part.end):
            claimed.append((part.start, part.end))
            facts.append(_day_part(parse, part))
    for match in YEAR.finditer(text):
        if free(*match.span()) and _is_year(parse, match):
            facts.append(_fact(parse, *match.span(), year(int(match["y"]))))
    return facts


def _clock(parse: Parse, time: Time) -> Fact:
    minute = float(time.minute)
    return Fact(
        "date",
        Span(time.start, time.end),
        time.value(),
        _about(parse, max(time.start, time.core)),
        minute,
        minute + 720 if time.open else minute,  # "six o'clock" may be 18:00
        CLOCK_UNIT,
        time.open,
    )


def _day_part(parse: Parse, part: Stretch) -> Fact:
    span, about = Span(part.start, part.end), _about(parse, part.core)
    low = None if part.low is None else float(part.low)
    high = None if part.high is None else float(part.high)
    return Fact("date", span, part.value(), about, low, high, CLOCK_UNIT, True)


def _hangs_on(parse: Parse, prep: int, part: int) -> bool:
    """Say whether a part of the day is what a preposition brings in: not "in the evening news"."""
    noun = parse.tokens[parse.at(part)]
    return noun.dep in ("pobj", "pcomp") and noun.head == parse.at(prep)


def _is_year(parse: Parse, match: re.Match[str]) -> bool:
    """Say whether a bare four-digit number is a year: after a preposition, or counting nothing."""
    token = parse.tokens[parse.at(match.start())]
    head = parse.tokens[token.head]
    before = parse.text[max(0, match.start() - 12) : match.start()].lower()
    if re.search(
        r"\b(?:in|since|by|until|till|from|during|early|late|mid-?|year|after|before|the"
        r"|of|to|and)[ -]?$",
        before,
    ):
        return not re.search(r"\b(?:more|fewer|less) than |\b(?:over|nearly|about) ", before)
    return token.dep == "pobj" or (token.dep != "nummod" and head.tag == "NNP")


def _fact(parse: Parse, start: int, end: int, when: When) -> Fact:
    text = parse.text
    core = start
    part = _PART.search(text, max(0, start - 30), start)
    if part is not None:
        start = part.start()
        when = part_of(when, next(_PARTS[i][0] for i in range(len(_PARTS)) if part[f"p{i}"]))
    sign: Sign = ""
    noun = named_by(parse, core, end)
    if noun is not None:  # no word before it bounds it: "by Monday's vote"
        return _of_a_thing(parse, start, end, core, when, noun)
    to_its_end = when.first == when.last or (part is not None and part["p3"] is not None)
    bound = bound_before(parse, start, to_its_end)
    if bound is not None and not when.value.startswith(("now", "soon")):
        start, sign = bound
        if _RANGE.search(text, core, end):
            sign = ""  # "from 14 to 16 April"
    first, last = when.first, when.last
    ended = _ENDED.match(text, end)
    if ended and (once := _ONCE.search(text, max(0, core - 30), core)):
        start, sign, first = min(start, once.start()), ">=", last
    elif (
        sign == "<="
        and first is not None
        and first != last
        and not ended
        and part is None
        and _NOT_YET.match(text, start)
    ):
        last = moved(first, -1)  # "before the summer" is before it begins
    elif sign == ">=" and to_its_end and _UNTIL.match(text, start):
        first = last  # "not before the end of June"
    if sign == "<=" and part is not None and part["p1"] is not None and when.first and when.last:
        last = when.first + (when.last - when.first) / 2  # "by the middle of the year"
    low = None if first is None or sign == "<=" else float(first.toordinal())
    high = None if last is None or sign == ">=" else float(last.toordinal())
    value = when.value
    if sign and first is not None and last is not None:
        value = (last if sign == "<=" else first).isoformat()
    return Fact(
        "date",
        Span(start, end),
        sign + value,
        _about(parse, core),
        low,
        high,
        "day" if when.first is not None else "",
        when.vague,
    )


def _of_a_thing(parse: Parse, start: int, end: int, core: int, when: When, noun: int) -> Fact:
    """Return a date that only names a thing: `Monday's vote`."""
    names = name_lemmas(parse, noun, end)
    low, high = (None if day is None else float(day.toordinal()) for day in (when.first, when.last))
    return Fact(
        "date",
        Span(name_start(parse, start, end), name_end(parse, core, end, noun)),
        when.value,
        unique((*names, *_about(parse, core))),
        low,
        high,
        "day" if when.first is not None else "",
        when.vague,
        names=names,
    )


def _about(parse: Parse, start: int) -> tuple[str, ...]:
    """Return the lemmas of what happens then: the governing verb and its parts, or the noun."""
    index = parse.at(start)
    above = parse.tokens[parse.tokens[index].head]
    lemmas: list[str] = []
    noun = parse.tokens[above.head]
    if above.pos == "ADP" and noun.pos == "NOUN" and not (WHEN_NOUNS & {noun.lemma}):
        lemmas += parse.noun_lemmas(above.head)
    verb, thing = act_of(parse, index), parse.verb_of(index)
    if parse.tokens[verb].pos in ("VERB", "AUX"):
        lemmas += [parse.tokens[verb].lemma]
        lemmas += [parse.word(thing)] if thing != verb else []
        subject = _subject(parse, verb)
        if subject is not None and parse.tokens[subject].pos == "NOUN":
            lemmas += parse.noun_lemmas(subject) + held_by(parse, subject, verb)
        lemmas += parse.object_lemmas(verb)
    return unique(lemmas)


def _subject(parse: Parse, verb: int) -> int | None:
    """Return the subject of a verb, or that of the words above it: `fees are due to rise in May`.

    Whom somebody asks to do it is its subject too: "asked the firm to leave by May".
    """
    for _ in parse.tokens:
        subject = parse.child(verb, ("nsubj", "nsubjpass"))
        token = parse.tokens[verb]
        if subject is not None and token.dep == "relcl" and parse.word(subject) in _WHICH:
            return token.head
        if subject is not None or token.head == verb:
            return subject
        infinitive = token.dep == "xcomp" and token.tag == "VB"
        if not infinitive and token.dep != "acomp":
            return None
        asked = parse.child(token.head, ("dobj",)) if infinitive else None
        if asked is not None:
            return asked
        verb = token.head
    return None
