"""Words of change, which tell a share or a multiple from an ordinal: `fell by a third`."""

from __future__ import annotations

import re

_GOES = (
    r"r[io]se[sn]?|rising|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|gr[eo]w(?:s|n|ing)?"
    r"|shr[aiu]nk(?:s|ing)?|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)"
    r"|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?"
    r"|plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|tumbl(?:e|es|ed|ing)|slump(?:s|ed|ing)?"
    r"|sl[iu]d(?:e|es|ing)?|s[aiu]nk|sinks?|dip(?:s|ped)?|contract(?:s|ed|ing)|up|down"
)
_MADE = (
    r"cuts?|cutting|reduc(?:e|es|ed|ing|tion)|rais(?:e|es|ed|ing)|lower(?:s|ed|ing)?"
    r"|higher|less|more|fewer|slash(?:es|ed|ing)?|trim(?:s|med)?|boost(?:s|ed|ing)?"
    r"|shorten(?:s|ed|ing)?|extend(?:s|ed|ing)?|expan(?:ds?|ded|ding|sion)|growth|swell(?:s|ed)?"
    r"|swollen|narrow(?:s|ed|ing)?|widen(?:s|ed|ing)?|slow(?:s|ed)?|eas(?:e|es|ed)|exceed(?:s|ed)?"
    r"|multipl(?:y|ies|ied)|improv(?:e|es|ed|ing|ement)|appreciat(?:e|es|ed)"
    r"|depreciat(?:e|es|ed)|devalu(?:e|es|ed)|weaken(?:s|ed)?|strengthen(?:s|ed)?"
    r"|collaps(?:e|es|ed)|shed|los[et]s?|gain(?:s|ed)?"
)
_CHANGE = re.compile(rf"\b(?:{_GOES}|{_MADE})\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:.()–—]")
_STEP = (
    r"(?:(?:(?:much|far|well)\s+)?(?:more|less|over|under)(?:\s+than)?|just|a\s+little|at\s+least"
    r"|at\s+most|nearly|almost|about|around|roughly|some|up\s+to|close\s+to|fully|an\s+estimated"
    r"|an\s+average\s+of|only)\s+"
)
_BY = re.compile(rf"\bby\s+(?:{_STEP}){{0,3}}$", re.IGNORECASE)
_DIRECT = re.compile(rf"\b(?:{_GOES})\s+(?:{_STEP}){{0,3}}$", re.IGNORECASE)
_REACH = 60  # characters


def near_change(text: str, start: int, end: int) -> bool:
    """Say whether a word of change stands close to the words from `start` to `end`."""
    stop = _CLAUSE.search(text, end)
    high = min(end + 20, stop.start() if stop is not None else len(text))
    return _change_before(text, start) or _CHANGE.search(text, end, high) is not None


def measures_change(text: str, start: int) -> bool:
    """Say whether what begins at `start` tells how far something changed: `fell by a third`."""
    if _DIRECT.search(text, max(0, start - _REACH), start):
        return True
    by = _BY.search(text, max(0, start - _REACH), start)
    return by is not None and _change_before(text, by.start())


def _change_before(text: str, start: int) -> bool:
    marks = [match.end() for match in _CLAUSE.finditer(text, max(0, start - _REACH), start)]
    low = marks[-1] if marks else max(0, start - _REACH)
    return _CHANGE.search(text, low, start) is not None
