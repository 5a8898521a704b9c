"""Counts and amounts: `40 soldiers`, `7.5 per cent`, `$1.2bn`; shares from shares.py."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from compare.language.facts.casualties import who
from compare.language.facts.counted import counted
from compare.language.facts.multiples import read_multiples
from compare.language.facts.parse import Parse, unique
from compare.language.facts.quantities import Quantity, bounded, quantities
from compare.language.facts.records import Fact
from compare.language.facts.shares import read_shares
from compare.language.facts.units import currency_before, unit_after
from compare.language.facts.wordlist import words
from compare.model import Span

# A number right after one of these is part of a name.
_NAMED = re.compile(
    r"(?:\b(?:nos?\.|numbers?|articles?|arts?\.|resolutions?|chapters?|sections?|sect\.|clauses?"
    r"|paragraphs?|paras?\.?|annex(?:es)?|protocol|directive|regulation|decree|law|act|order"
    r"|flight|route|highway|gate|terminal|room|pages?|pp?\.|version|local|platform|line|block"
    r"|point|item|pier|reactor|bulletin|track|phase|stage|step|level|chapter|day|group of|form|part"
    r"|schedule|appendix|case|channel|unit|lot|boeing|airbus|agenda)|№|#)\s*$",
    re.IGNORECASE,
)
_GLUED_BEFORE = re.compile(r"(?:[^\W\d_]|[^\W\d_][-\u2010\u2011/.'])$|[0-9][-/:.\u2010-\u2014]$")
_GLUED_AFTER = re.compile(r"[^\W\d_]|[/:][0-9]|-[A-Z0-9]|\s?°\s?[NSEW]\b|st\b|nd\b|rd\b|th\b")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|of|until|till|from|before|after|during|early|late|mid|year|to|and|for|the"
    r"|last|this|next|between|through|as of|than|dated|spring|summer|autumn|fall|winter)[ -]$",
    re.IGNORECASE,
)
_ONE_IDIOM = re.compile(
    r"one(?:[- ](?:side|sided|another|hand|thing|day|way|off|of|or|more|that|who|which|by|and|can"
    r"|to|must|should|is|as|in|on|with|for|word|time|voice|party|point|reason)\b|'s|’s)",
    re.IGNORECASE,
)
# "The twenty-fourth" says which.
_ORDINAL_AFTER = re.compile(
    r"[-\u2010\u2011](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b"
    r"(?!-)",
    re.IGNORECASE,
)
_OR_TWO = re.compile(r"\ban?\s+[\w'’-]+\s+or\s+$", re.IGNORECASE)  # "a scratch or two"
# "A boy of nine" is nine years old.
_AGED = re.compile(
    r"\b(?:boys?|girls?|child|children|sons?|daughters?|lads?|m[ae]n|wom[ae]n|youths?"
    r"|school(?:boy|girl|child|children)s?|teenagers?|pupils?)\s+of\s+(?:only\s+|just\s+)?$",
    re.IGNORECASE,
)
_OLDEST = 120
_ONE_BEFORE = re.compile(
    r"\b(?:no|not|nor|this|that|each|every|any|the|which|another|only|single|day|with|as|at)[ -]$",
    re.IGNORECASE,
)
_DEFINITE = frozenset({"the", "our", "their", "these", "those", "its", "both", "your"})
_PARTIES = words(
    "side country president leader party minister nation state delegation government people head "
    "man woman capital negotiator counterpart chief diplomat team ally neighbour neighbor official "
    "statesman premier envoy ambassador official general secretary ministry company"
)
# "A pair of shoes" is one thing.
_TWO = re.compile(
    r"\ba (?:couple|pair)\b(?! of (?:shoe|boot|sock|glove|glasses|spectacle|trouser|jean|short"
    r"|scissor|binocular|plier|tong|tweezer|handcuff)s?\b)",
    re.IGNORECASE,
)
_VAGUE = (
    (re.compile(r"\b(?:a few|a handful of|multiple|a number of|various|several)\b", re.I), 3.0),
    (
        re.compile(
            r"\b(?:(?<!as )(?<!how )(?<!so )(?<!too )many"
            r"|numerous|countless|scores of|a great many)\b",
            re.I,
        ),
        None,
    ),
)
# What is counted in millions where a glued "m" is no metre: "36m tonnes", "5m people".
_IN_MILLIONS = re.compile(
    r"m(?=\s+(?:people|persons|men|women|children|adults|pupils|students|voters|votes|citizens"
    r"|residents|inhabitants|refugees|workers|employees|jobs|users|customers|members|visitors"
    r"|passengers|households|homes|patients|doses|vaccines|shares|tonnes|tons|barrels|litres|liters"
    r"|(?:cubic|square) (?:met(?:re|er)s|kilomet(?:re|er)s|feet|miles)|kilograms|kilos|gallons"
    r"|hectares|acres|dollars|euros|pounds|roubles|rubles|yuan|yen|rupees)\b)"
)
_ITEM = re.compile(r"\s*\(?[0-9]{1,3}(?:\.[0-9]{1,2})*[.)]\s+(?=\D)")  # the number of a list's item
_LENGTH = re.compile(
    r"[\s-]*(?:second|minute|hour|day|week|month|year|decade)s?\b(?!-\w)", re.IGNORECASE
)
_WITHIN = re.compile(r"\bwithin\s+$", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|from)\b", re.IGNORECASE)
_RATE = re.compile(r"\s*(?:a|an|per|each|every|/)\s?(second|minute|hour|day|week|month|year)\b")


def read_numbers(parse: Parse, taken: Iterable[tuple[int, int]]) -> list[Fact]:
    """Return the numbers of a sentence, save those inside spans that are taken already."""
    claimed = list(taken)
    facts: list[Fact] = []
    item = _ITEM.match(parse.text)
    if item is not None:
        claimed.append(item.span())

    def free(start: int, end: int) -> bool:
        return all(end <= low or start >= high for low, high in claimed)

    for (start, end), read in (*read_shares(parse), *read_multiples(parse)):
        if free(start, end):
            facts.append(read)
            claimed.append((start, end))
    for quantity in quantities(parse.text):
        if not free(quantity.core, quantity.end):
            continue
        fact = _number(parse, quantity)
        if fact is not None and free(fact.span.start, fact.span.end):
            facts.append(fact)
            claimed.append((fact.span.start, fact.span.end))
    for match in _TWO.finditer(parse.text):
        if free(*match.span()):
            facts.append(_two(parse, match))
            claimed.append(match.span())
    for pattern, low in _VAGUE:
        for match in pattern.finditer(parse.text):
            if free(*match.span()):
                about = who(parse, match.end() - 1, match.end())
                value = "several" if low else "many"
                facts.append(Fact("number", Span(*match.span()), value, about, low, None, "", True))
                claimed.append(match.span())
    return facts


def _two(parse: Parse, match: re.Match[str]) -> Fact:
    """Return `a pair` or `a couple` as the count that it is."""
    start, end = match.span()
    bound = bounded(parse.text, Quantity(start, end, start, 2.0, 2.0, False, True), end)
    about = who(parse, start, end)
    return Fact(
        "number", Span(bound.start, bound.end), bound.form(), about, bound.low, bound.high, ""
    )


def _number(parse: Parse, quantity: Quantity) -> Fact | None:
    text, core = parse.text, quantity.core
    sign = currency_before(text, core)
    unit, factor, end = "", 1.0, quantity.end
    if sign is not None:
        unit, core = sign
    millions = _IN_MILLIONS.match(text, quantity.end) if quantity.digits else None
    scale = 1.0
    if millions is not None:
        scale, end = 1e6, millions.end()
        quantity = replace(quantity, end=end, scaled=True)
    after = unit_after(text, quantity.end)
    if after is not None and (sign is None or after[0] == unit):
        unit, factor, end = after
    elif sign is None and quantity.shared is not None:
        scale, unit, factor = _shared(text, quantity.shared)
    factor *= scale
    measured = bool(unit)
    if not measured and _LENGTH.match(text, end):
        return None  # "20 minutes before", "12 years old": no count, and no length either
    bound = bounded(text, quantity, end, core)
    if bound.start < core and _is_preposition(parse, bound.start):
        bound = replace(quantity, start=core, end=end)
    plain = not measured and not quantity.scaled and quantity.digits
    if not measured and (
        _is_name(parse, quantity, bound.start < core) or _counts_nothing(parse, quantity)
    ):
        return None
    if plain and _is_year(parse, quantity, bound.start < core):
        return None
    if (
        quantity.low == quantity.high == 1
        and not measured
        and not _is_count_of_one(parse, quantity)
    ):
        return None
    about = counted(parse, core, end) if measured else who(parse, core, end)
    two = not measured and not quantity.digits and quantity.low == 2
    if two and _definite(parse, core):
        lone = parse.tokens[parse.at(core)].dep not in ("nummod", "quantmod", "compound")
        if lone or (about and about[0] in _PARTIES):
            return None  # "the two", "the two sides" count nothing
    within = _WITHIN.search(text, 0, bound.start) if unit == "m" else None
    if within is not None and bound.low == bound.high and _OF.match(text, bound.end):
        bound = replace(bound, start=within.start(), low=None)  # "within 60 metres of the bridge"
    low = None if bound.low is None else round(bound.low * factor, 6)
    high = None if bound.high is None else round(bound.high * factor, 6)
    rate = _RATE.match(text, end)
    if rate is not None:
        about = unique([*about, rate[1]])
    return Fact(
        "number",
        Span(bound.start, bound.end),
        f"{bound.form(factor)} {unit}".strip(),
        about,
        low,
        high,
        unit,
        quantity.vague,
    )


def _shared(text: str, end: int) -> tuple[float, str, float]:
    """Return the millions, the unit and its factor that a figure takes from the one behind `to`."""
    millions = _IN_MILLIONS.match(text, end)
    after = unit_after(text, end if millions is None else millions.end())
    unit, factor = ("", 1.0) if after is None else after[:2]
    return 1.0 if millions is None else 1e6, unit, factor


def _is_preposition(parse: Parse, start: int) -> bool:
    """Say whether `about` or `over` belongs to the words before it: `talks about two dams`."""
    index = parse.at(start)
    return parse.word(index) in ("about", "over", "around") and parse.tokens[index].dep == "prep"


def _is_name(parse: Parse, quantity: Quantity, has_bound: bool) -> bool:
    """Say whether the number is part of a name or a code: `No. 5`, `F-16`, `Article 5`, `24/7`."""
    text, start, end = parse.text, quantity.core, quantity.end
    before = text[max(0, start - 24) : start]
    if _GLUED_AFTER.match(text, end) and quantity.digits:
        return True
    if _GLUED_BEFORE.search(before):
        return True
    if quantity.low == 0 and text[end : end + 1] == "-":  # "zero-sum"
        return True
    if has_bound:
        return False
    if _NAMED.search(before):
        return True
    index = parse.at(start)
    if index == 0 or quantity.range or not (quantity.digits or _capital(text, start)):
        return False
    previous = parse.tokens[index - 1]
    glued = text[previous.start : previous.end]
    token = parse.tokens[index]
    code = any(c.isupper() for c in glued[1:]) and quantity.digits  # "PzH 2000"
    if not (previous.end < start and (code or (previous.pos == "PROPN" and glued[:1].isupper()))):
        return False
    return not (token.dep in ("nummod", "quantmod") and token.head > index)


def _counts_nothing(parse: Parse, quantity: Quantity) -> bool:
    """Say whether a number is an ordinal's, an age or an idiom: `boy of nine`, `a word or two`."""
    text, low = parse.text, quantity.low
    if low is None or low != quantity.high:
        return False
    tens = not quantity.digits and low % 10 == 0
    if tens and _ORDINAL_AFTER.match(text, quantity.end):
        return True
    if low == 2 and _OR_TWO.search(text, 0, quantity.core):
        return True
    aged = low <= _OLDEST and _AGED.search(text, 0, quantity.core) is not None
    return aged and parse.tokens[parse.at(quantity.end - 1)].dep != "nummod"


def _capital(text: str, start: int) -> bool:
    return start > 0 and text[start].isupper()


def _is_year(parse: Parse, quantity: Quantity, has_bound: bool) -> bool:
    text = parse.text[quantity.core : quantity.end]
    low = quantity.low or 0
    if (
        has_bound
        or quantity.range
        or not re.fullmatch(r"(?:1[5-9]|20)[0-9]{2}", text)
        or low > 2099
    ):
        return False
    if _YEAR_BEFORE.search(parse.text, 0, quantity.core):
        return True
    token = parse.tokens[parse.at(quantity.core)]
    counted = token.dep == "nummod" and parse.tokens[token.head].tag == "NNS"
    return not counted


def _is_count_of_one(parse: Parse, quantity: Quantity) -> bool:
    text, start = parse.text, quantity.core
    if quantity.digits or _ONE_IDIOM.match(text, start) or _ONE_BEFORE.search(text, 0, start):
        return quantity.digits
    token = parse.tokens[parse.at(start)]
    return token.dep == "nummod" and parse.tokens[token.head].pos == "NOUN"


def _definite(parse: Parse, start: int) -> bool:
    index = parse.at(start)
    return any(parse.word(i) in _DEFINITE for i in range(max(0, index - 2), index))
