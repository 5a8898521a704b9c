"""Dates that count from the statement's own: `yesterday`, `this Friday`, `a year ago`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from compare.language.facts.quantities import quantities
from compare.language.facts.when import (
    WEEKDAYS,
    Found,
    When,
    days,
    month,
    months,
    moved,
    part_of,
    year,
)

_PART = r"(?:\s+(?:morning|afternoon|evening|night|noon))?"
_DAYS: tuple[tuple[str, int], ...] = (
    (r"the day before yesterday", -2),
    (r"the day after tomorrow", 2),
    (rf"yesterday{_PART}", -1),
    (rf"tomorrow{_PART}", 1),
    (r"today|tonight|this (?:morning|afternoon|evening)|earlier in the day|later in the day", 0),
)
_DAY = re.compile(
    r"\b(?:" + "|".join(f"(?P<d{i}>{p})" for i, (p, _) in enumerate(_DAYS)) + r")\b", re.IGNORECASE
)
_LAST_NIGHT = re.compile(r"\b(?:last night|overnight)\b", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"\b(?:(?P<which>this|next|last|past|coming)\s+)?(?P<day>"
    + "|".join(name.capitalize() for name in WEEKDAYS)
    + rf")\b{_PART}(?P<plural>s)?"
)
_SPAN = re.compile(
    r"\b(?:(?P<over>earlier) )?(?P<which>this|next|last|the current|the coming|the following"
    r"|the past|the previous|the present|the)\s+(?P<unit>week|month|quarter|year|weekend|decade)\b"
    r"(?!-|\s+(?:or|and) a half|\s+of\b)",
    re.IGNORECASE,
)
# "The year before", "the week in which": not the current one, and nothing says which.
_ELSE = re.compile(
    r"\s+(?:before|after|earlier|later|prior|that|which|in which|when|since|until|till)\b", re.I
)
_BEFORE_LAST = re.compile(
    r"\bthe (?P<unit>week|month|year|weekend) (?:before (?P<last>last)|after next)\b", re.IGNORECASE
)
# "By year-end", "at the month's end"; "mid-year" is narrowed with the other parts (dates.py).
_ALONE = (
    r"(?=\s*(?:[.,;:!?)]|$)|\s+(?:and|but|or|to|in|on|at|with|for|if|when|unless|because|as|by)\b)"
)
_ENDS = re.compile(
    r"(?:\b(?P<hyphen>year|month|quarter)-end|\b(?P<own>week|month|quarter|year)['’]s\s+end"
    rf"|(?<=\bmid-)(?P<mid>week|month|year)|(?<=\bmid)(?P<glued>week)){_ALONE}",
    re.IGNORECASE,
)
_TURN = re.compile(r"\bthe turn of the year\b", re.IGNORECASE)
_NEAR = re.compile(
    r"\b(?:(?P<now>(?P<at_once>"
    r"immediately(?! (?:after|before|following|prior|upon|on|once|when|as)\b)|at once"
    r"|without (?:any )?delay|straight away|right away|forthwith|with immediate effect)"
    r"|as soon as possible)"
    r"|(?P<soon>(?<!as )(?<!how )(?:very )?(?:soon|shortly)(?! (?:after|before|as|past))"
    r"|(?:in )?the (?:very )?near(?:est)? future"
    r"|in due course|before long|in the foreseeable future)"
    r"|(?:in |over |within )?the (?:coming|next few) (?P<coming>days|weeks|months|years)"
    r"|(?:in |over )?(?:recent|the (?:last|past) few) (?P<recent>days|weeks|months|years))\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\s+(?P<unit>day|week|month|year)s?\s+(?P<way>ago|earlier|hence|from now)\b", re.I
)
_ONE_AGO = re.compile(
    r"\b(?P<one>an?|one)\s+(?P<unit>day|week|month|year)\s+(?P<way>ago|earlier|from now)\b",
    re.IGNORECASE,
)
# "Several years ago", "many weeks ago": how many at the least and the most, in days of a unit.
_SOME_AGO = re.compile(
    r"\b(?:(?P<few>several|some|a few)|many) (?P<unit>days|weeks|months|years|decades) ago\b",
    re.IGNORECASE,
)
_FEWEST, _FEW, _MANY = 1.5, 12, 100
_UNIT_DAYS = {"days": 1, "weeks": 7, "months": 30.5, "years": 365.25, "decades": 3652.5}
_REACH = {"days": 7, "weeks": 31, "months": 183, "years": 1826}


def relative_dates(
    text: str,
    today: date | None,
    future: Callable[[int], bool],
    pending: Callable[[int], bool],
) -> Iterator[Found]:
    """Yield the relative dates of a text; they may overlap.

    :param future: says of an offset whether its clause speaks of the future
    :param pending: says of an offset whether what its clause tells is still to be done
    """
    for match in _LAST_NIGHT.finditer(text):
        if today is None:
            yield match.start(), match.end(), When("night-1", vague=True)
        else:
            yield match.start(), match.end(), days(today - timedelta(days=1), today, vague=True)
    for match in _DAY.finditer(text):
        by = next(_DAYS[i][1] for i in range(len(_DAYS)) if match[f"d{i}"])
        yield match.start(), match.end(), _day(today, by)
    for match in _WEEKDAY.finditer(text):
        if not match["plural"]:
            yield match.start(), match.end(), _weekday(match, today, future(match.start("day")))
    for match in _ONE_AGO.finditer(text):
        yield match.start(), match.end(), _away(match, 1, today)
    for match in _SOME_AGO.finditer(text):
        yield match.start(), match.end(), _some_ago(match, today)
    for quantity in quantities(text):
        match_ago = _AGO.match(text, quantity.end)
        if match_ago is not None and quantity.low is not None:
            yield quantity.core, match_ago.end(), _away(match_ago, quantity.low, today)
    for match in _BEFORE_LAST.finditer(text):
        by = -2 if match["last"] else 2
        yield match.start(), match.end(), _shifted(match["unit"].lower(), by, today)
    for match in _SPAN.finditer(text):
        if match["which"].lower() == "the" and _ELSE.match(text, match.end()):
            continue
        when = _stretch(match["which"].lower(), match["unit"].lower(), today)
        if when is not None:
            yield match.start(), match.end(), _so_far(when, today) if match["over"] else when
    for match in _TURN.finditer(text):
        yield match.start(), match.end(), _turn(today, future(match.start()))
    for match in _ENDS.finditer(text):
        unit = next(match[name] for name in ("hyphen", "own", "mid", "glued") if match[name])
        whole = _shifted(unit.lower(), 0, today)
        ends = match["hyphen"] or match["own"]
        yield match.start(), match.end(), part_of(whole, "end") if ends else whole
    for match in _NEAR.finditer(text):
        done = match["at_once"] is not None and not pending(match.start())
        yield match.start(), match.end(), _near(match, None if done else today)


def _day(today: date | None, by: int) -> When:
    target = None if today is None else moved(today, by)
    return When(f"day{by:+}") if target is None else days(target, target)


def _weekday(match: re.Match[str], today: date | None, future: bool) -> When:
    index, which = WEEKDAYS.index(match["day"].lower()), (match["which"] or "").lower()
    if today is None:
        shift = {"next": "+1", "coming": "+0", "last": "-1", "past": "-1"}.get(which, "")
        return When(f"weekday:{index + 1}{shift}")
    ahead = (index - today.weekday()) % 7
    if which in ("last", "past"):
        by = ahead - 7
    elif which == "next":
        by = index - today.weekday() + 7
    elif which in ("this", "coming"):
        by = ahead
    elif future:
        by = ahead or 7  # for the same day one says "today"
    else:
        by = ahead - 7 if ahead else 0
    target = today + timedelta(days=by)
    return When(target.isoformat(), target, target, vague=which == "next")


def _away(match: re.Match[str], count: float, today: date | None) -> When:
    unit, way = match["unit"].lower(), match["way"].lower()
    sign = -1 if way in ("ago", "earlier") else 1
    if way == "earlier" or today is None or count != int(count) or count > 4000:
        return When(f"{unit}{sign * count:+g}", vague=way == "earlier")
    by = sign * int(count)
    if unit in ("day", "week"):
        target = moved(today, by if unit == "day" else 7 * by)
        return When(f"{unit}{by:+}") if target is None else days(target, target, unit == "week")
    if unit == "month":
        return month(today.year, today.month + by) if abs(by) < 4000 else When(f"month{by:+}")
    return year(today.year + by) if 1 <= today.year + by <= 9999 else When(f"year{by:+}")


def _some_ago(match: re.Match[str], today: date | None) -> When:
    unit = match["unit"].lower()
    if today is None:
        return When(f"{unit} ago", vague=True)
    length = _UNIT_DAYS[unit]
    first = moved(today, -int((_FEW if match["few"] else _MANY) * length))
    last = moved(today, -int(_FEWEST * length))
    if first is None or last is None:
        return When(f"{unit} ago", vague=True)
    return When(f"{unit} ago", first, last, True)


_SHIFT = {
    "this": 0,
    "the": 0,
    "the current": 0,
    "the present": 0,
    "next": 1,
    "the coming": 1,
    "the following": 1,
    "last": -1,
    "the past": -1,
    "the previous": -1,
}


def _stretch(which: str, unit: str, today: date | None) -> When | None:
    if which in ("the past", "the following") or (which == "the" and unit == "weekend"):
        return None  # a length that has run, or counted from another day
    return _shifted(unit, _SHIFT[which], today)


def _shifted(unit: str, by: int, today: date | None) -> When:
    """Return the week, month or year so many after the statement's own."""
    if today is None:
        return When(f"{unit}{by:+}")
    if unit == "year":
        return year(today.year + by)
    if unit == "decade":
        first = 10 * (today.year // 10 + by)
        return days(date(first, 1, 1), date(first + 9, 12, 31))
    if unit == "month":
        return month(today.year, today.month + by)
    if unit == "quarter":
        return months(today.year, 3 * ((today.month - 1) // 3) + 1 + 3 * by, 3)
    monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * by)
    if unit == "weekend":
        return days(monday + timedelta(days=5), monday + timedelta(days=6))
    return days(monday, monday + timedelta(days=6))


def _so_far(when: When, today: date | None) -> When:
    """Return what of a stretch is over: `earlier this year`."""
    if today is None or when.first is None or when.last is None:
        return when
    return days(when.first, today) if when.first <= today < when.last else when


def _turn(today: date | None, future: bool) -> When:
    """Return the weeks about the next New Year, or about the nearest one."""
    if today is None:
        return When("turn of the year", vague=True)
    first = date(today.year + (future or today.month > 6), 1, 1)
    return days(first - timedelta(days=16), first + timedelta(days=14), vague=True)


def _near(match: re.Match[str], today: date | None) -> When:
    if match["now"]:
        week = moved(today, 7) if today is not None and match["at_once"] else None
        return When("now", vague=True) if week is None else When("now", today, week, True)
    if match["soon"]:
        return When("soon", vague=True)
    unit = (match["coming"] or match["recent"]).lower()
    value = f"coming {unit}" if match["coming"] else f"recent {unit}"
    if today is None:
        return When(value, vague=True)
    reach = timedelta(days=_REACH[unit])
    if match["coming"]:
        return When(value, today, today + reach, True)
    return When(value, today - reach, today, True)
