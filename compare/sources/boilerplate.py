"""What stands around a text and isn't it: bylines, datelines, captions, menus, share counts.

Every rule takes a whole line, or a dateline at the head of a paragraph. A line of a statement that
is left out is worse than a menu that stays, so each rule asks for a form that prose hasn't got.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from compare.sources.cuts import Cut, TextLine, text_lines
from compare.sources.dates import find_date
from compare.sources.guess import guess_speaker, heads_a_statement
from compare.sources.page_lines import page_line

_HEAD_LINES = 14  # lines from the top, and
_FOOT_LINES = 8  # from the bottom, among which bylines and lines with a date alone are looked for
_TITLE_WORDS = 24
_TITLED_WORDS = 60  # below a headline; the first line of a shorter text may be a sentence of a post

# Words that stand on pages to be clicked. A line of nothing else is a menu or a button.
_CLICKS = """
menu explore home search share tweet reply replies like likes follow following subscribe login
print email save listen comment comments advertisement advertisements sponsored ad next previous
more copy link facebook twitter x whatsapp linkedin telegram reddit instagram youtube pinterest
news world politics business sports sport opinion video videos photos live latest trending
newsletter newsletters account profile help contact privacy terms accept reject cookies close open
app download notifications bookmark report embed post translate premium e-paper epaper epaper
"""
_PHRASES = (
    "sign in", "sign up", "log in", "log out", "read more", "show more", "see more", "load more",
    "learn more", "view all", "copy link", "skip to content", "skip to main content",
    "back to top", "show this thread", "translate post", "show translation", "verified account",
    "share this", "share this article", "privacy policy", "terms of use", "accept all",
    "add as preferred source", "open in app", "view comments", "leave a comment",
)  # fmt: skip
_CLICK = frozenset(_CLICKS.split())
_PHRASE = re.compile("|".join(map(re.escape, sorted(_PHRASES, key=len, reverse=True))))
_COUNT = (
    r"(?:likes?|shares?|views?|comments?|retweets?|re-?truths?|reposts?|repl(?:y|ies)|quotes?"
    r"|bookmarks?|reactions?|followers?|claps?)"
)
COUNTS = re.compile(
    rf"(?:[\W_]*\d[\d.,]*\s?[KkMm]?\s+{_COUNT})+[\W_]*|(?:{_COUNT}[\s:(]+\d[\d.,]*\s?[KkMm]?\)?\W*)+",
    re.IGNORECASE,
)
_CLOCK = r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?"
_TIME_WORDS = re.compile(
    rf"{_CLOCK}|\d+|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    r"|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?"
    r"|a\.?m|p\.?m|updated|published|posted|last|modified|first|issued|released|created|date|time"
    r"|on|at|of|min|mins|minutes?|read|hours?|days?|ago|st|nd|rd|th|utc|gmt|ist|est|edt|et|cet|cest"
    r"|bst|msk|pst|pdt|eest|eet|local|[\W_]+",
    re.IGNORECASE,
)
_HALF_DAY = re.compile(r"\b([ap])\.\s?m\b\.?")
_SOUND = re.compile(
    r"[(\[](?:applause|laughter|inaudible|cross-?talk|cheers|music|laughs|pause)"
    r"[^()\[\]]{0,40}[)\]][ \t]?",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w.'’-]*"
_BETWEEN_NAMES = r"and|with|in|of|the|for|de|van|von|al|at|our|a"
_JOB = (
    r"(?:chief|senior|staff|political|foreign|business|legal|court|crime|health|science|sports?"
    r"|local|diplomatic|economics|special)?[ -]?"
    r"(?:correspondents?|reporters?|editors?|writers?|journalists?|staff|bureau|desk|agenc(?:y|ies))"
)
_BYLINE = re.compile(
    rf"(?:By|BY)\s*:?\s*(?:{_NAME}|{_BETWEEN_NAMES}|(?i:{_JOB})|,|&|\||;|\d\w*)"
    rf"(?:[\s,&|;]+(?:\({_NAME}\)|{_NAME}|{_BETWEEN_NAMES}|(?i:{_JOB}))){{0,14}}"
    r"|(?:Reporting|Reported|Written|Edited|Editing|Compiled|Posted|Published|Translated"
    r"|Additional reporting|Text|Story) by:?\s+.{2,160}"
)
_BYLINE_PARTS = re.compile(r"[\s,|;·•–—-]+")
_CREDIT = (
    r"(?:AP|AFP|Reuters|REUTERS|EPA|ANI|PTI|TASS|Xinhua|Getty(?: Images)?|Bloomberg|DPA|ANSA|EFE"
    r"|AP Photo|File|FILE|Handout|Pool|Screengrab|Courtesy)"
)
_CAPTION = re.compile(
    rf".*(?i:\((?:file|representative|representational|archive)[ -]?(?:image|photo|picture|pic)?\)"
    rf"|\b(?:photo|image|picture|photograph)s?\s*(?:credits?|courtesy|source)?\s*[:|]|getty images"
    rf"|\bphoto by\b).*|(?i:photo|image|picture|photograph|caption|credit)s?\s*:.*"
    rf"|[^“”\"]*\w[^“”\"]*[\[(]\s*{_CREDIT}(?:\s*[/|,-]\s*[\w. ]+)?\s*[\])]|.*\b{_CREDIT}/{_NAME}.*"
    rf"|(?i:file (?:image|photo|picture))"
)
_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("related link", re.compile(
        r"(?:also|must|more to|further)?\s*read(?:\s+(?:also|more|next|this))?\s*[:|>»-].*"
        r"|(?:also read|read also|read more|related|see also|watch(?: live)?|listen|in pictures"
        r"|more on this(?: story)?|more from [\w ]+|you may also like|recommended(?: for you)?"
        r"|editor['’]s picks?|most read|top stories|up next)(?:\s*[:|>»].*)?"
        r"|click here\b.*",
        re.IGNORECASE)),
    ("sign-up box", re.compile(
        r"(?:subscribe to|sign up (?:for|to)|follow us|join (?:our|us)|download (?:the|our)"
        r"|get (?:the latest|our|breaking)|stay (?:updated|informed|tuned)|support our"
        r"|already a subscriber)\b.{0,200}", re.IGNORECASE)),
    ("transcript head", re.compile(
        r"for immediate release.{0,60}|(?:press|news|media) (?:release|statement)"
        r"(?:\s*(?:no|nr|#)\.?\s*[\w/-]+)?|(?:rush |unofficial |full )?transcript|transcript:?"
        r"|(?:unofficial|courtesy|provisional) translation|\W*check against delivery\W*"
        r"|\W*as (?:delivered|prepared(?: for delivery)?)\W*|embargoed\b.{0,80}"
        r"|-+\s*(?:30|end|ends)\s*-+|\W*end of (?:transcript|statement|text)\W*"
        r"|(?:media|press) (?:contacts?|enquiries|inquiries)\b.{0,160}"
        r"|(?:begin|end) (?:transcript|text)|\W*end\W*(?:\d{1,2}:\d{2}.{0,20})?"
        r"|office of (?:the )?(?:press secretary|spokes\w+|communications?)\b.{0,60}"
        r"|press (?:office|service|department)(?: of .{0,60})?", re.IGNORECASE)),
    ("copyright line", re.compile(
        r"(?:©|\(c\)\s|copyright\b).{0,200}|.{0,120}\ball rights reserved\b.{0,80}",
        re.IGNORECASE)),
    ("agency note", re.compile(
        r"[(\[]?with (?:agency )?inputs?(?: from\b.{0,80}| from agencies)?[)\].]*"
        r"|[(\[]?(?:this|the) (?:story|article|report|copy)\b.{0,80}\b(?:published|edited|generated"
        r"|updated|feed|syndicated)\b.{0,120}|.{0,80}\bcontributed to this (?:report|story)\.?",
        re.IGNORECASE)),
    ("tags", re.compile(r"(?:tags?|topics?|filed under|keywords?)\s*:.{1,300}", re.IGNORECASE)),
    ("divider", re.compile(r"(?:[#*_=~•·–—|:+-]\s*){3,}")),
)  # fmt: skip
_PLACE = r"[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]*){0,3}"
_ANY_PLACE = rf"{_NAME}(?: {_NAME}){{0,3}}"
_WHEN = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_AGENCY = rf"\((?:{_CREDIT}|[A-Z][\w./ &-]{{1,28}})\)"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:, {_ANY_PLACE})?(?:[,:] ?{_WHEN})?(?: {_AGENCY})?"
    rf"|{_ANY_PLACE}(?:, {_ANY_PLACE})?(?:, ?{_WHEN})? {_AGENCY}"
    rf"|{_ANY_PLACE}, {_WHEN}(?: {_AGENCY})?)\s*(?:—|–|--?)\s+(?=\S)"
    rf"|(?:{_PLACE}|{_ANY_PLACE})(?:, {_ANY_PLACE})?, {_WHEN}\.\s+(?=[A-Z“\"])"
    rf"|{_AGENCY}\s*(?:—|–|--?)\s*(?=[A-Z“\"])"
)
# A line of its own: "Geneva, 3 June 2026".
_PLACED_DATE = re.compile(
    rf"(?:{_ANY_PLACE}|{_PLACE})(?:, {_ANY_PLACE})?, (?:[A-Z][a-z]+day,? )?{_WHEN}\.?"
)
_COLON_PLACE = re.compile(rf"({_PLACE}):\s+(?=[A-Z“\"])")
_SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands around a text, and what it says about it."""

    cuts: tuple[Cut, ...]
    title: str = ""
    date: str = ""  # ISO 8601


def find_furniture(text: str, *, title: str = "", rows: frozenset[str] = frozenset()) -> Furniture:
    """Return what to leave out of a text, and the title and date that stand in its head.

    :param title: the title where it is known; a first line that repeats it is left out
    :param rows: lines that are rows of a table, which stay; one above all text may hold the date
    """
    lines = text_lines(text)
    cuts: list[Cut] = []
    date = ""
    body_begun = False
    rest: list[TextLine] = []
    for index, line in enumerate(lines):
        edge = index < _HEAD_LINES or index >= len(lines) - _FOOT_LINES
        reason = _reason(line.text, edge)
        if not reason and rest and len(line.text) > 12 and line.text == lines[index - 1].text:
            reason = "repeated line"
        if line.text in rows:
            if reason == "date line" and not date and all(above.text in rows for above in rest):
                date = find_date(line.text)
            rest.append(line)
            continue
        if reason:
            cuts.append(Cut(line.start, line.end, reason))
            if not date and not body_begun:
                date = find_date(line.text)
            continue
        rest.append(line)
        match = _dateline(line)
        if match is not None and len(rest) <= 4:
            cuts.append(Cut(line.start, line.start + match.end(), "dateline"))
            date = date or find_date(match.group())
        body_begun = body_begun or len(line.text) > 120
    cuts += [Cut(m.start(), m.end(), "sound") for m in _SOUND.finditer(text)]
    gone = {cut.start for cut in cuts if cut.reason != "dateline"}
    below = lines.index(rest[0]) + 1 if rest else 0
    parted = below > 0 and (
        rest[0].before_blank or (below < len(lines) and lines[below].start in gone)
    )
    head = _title(rest, title, parted)
    if head is not None and head.text not in rows:
        cuts.append(Cut(head.start, head.end, "title"))
        date = date or find_date(head.text)
        title = " ".join(head.text.lstrip("#").split())
    return Furniture(tuple(cuts), title, date)


def _reason(line: str, edge: bool) -> str:
    """Return why a line is no part of the text, or "" for one that is."""
    if len(line) > 400:
        return ""
    if COUNTS.fullmatch(line):
        return "share counts"
    for reason, pattern in _RULES:
        if pattern.fullmatch(line):
            return reason
    if len(line) < 300 and _CAPTION.fullmatch(line):
        return "caption"
    if edge and len(line) < 80 and _PLACED_DATE.fullmatch(line):
        return "date line"
    if edge and len(line) < 200 and _is_byline(line):
        return "byline"
    if len(line) < 160:
        lower = _HALF_DAY.sub(r"\1m ", line.lower())
        left = _PHRASE.sub(" ", lower)
        words = re.findall(r"[\w'’-]+", left)
        clicks = [word for word in words if word in _CLICK]
        others = _TIME_WORDS.sub("", " ".join(word for word in words if word not in _CLICK))
        if not others and (clicks or left != lower):
            return "menu"
        if edge and not others and any(c.isdigit() for c in line) and (len(words) > 1):
            return "date line" if re.search(r"[A-Za-z]|\d[-/.:]\d", line) else ""
    return page_line(line, edge)


def _is_byline(line: str) -> bool:
    """Say whether a line is "By Ann Smith", with its date and time or without."""
    if _BYLINE.fullmatch(line):
        return True
    if not line.startswith(("By ", "By:", "BY ", "BY:")):
        return False
    for part in _BYLINE_PARTS.finditer(line):
        head, tail = line[: part.start()], line[part.end() :]
        if any(c.isdigit() for c in head):
            return False
        named = _TIME_WORDS.sub("", head[2:]) and _BYLINE.fullmatch(head)
        left = _TIME_WORDS.sub("", _HALF_DAY.sub(r"\1m ", tail.lower()))
        if named and not left and any(c.isdigit() for c in tail):
            return True
    return False


def _dateline(line: TextLine) -> re.Match[str] | None:
    if len(line.text) < 40:
        return None
    match = _DATELINE.match(line.text)
    if match is None:
        match = _COLON_PLACE.match(line.text)
        if match is not None and match.group(1) not in _cities():
            return None
    return match


@lru_cache(maxsize=1)
def _cities() -> frozenset[str]:
    # Loaded with the first "CITY:" that is met: few texts have one, and the table has a cost.
    from compare.language.facts.countries import NAMES

    return frozenset(name.upper() for name, at in NAMES.items() if at.kind in ("capital", "seat"))


def _title(lines: list[TextLine], known: str, parted: bool) -> TextLine | None:
    """Return the first line where it is a headline: short, without a stop, above longer text."""
    if not lines:
        return None
    first = lines[0]
    if known and len(lines) > 1 and _heads(first.text, known):
        return first
    if known or len(lines) < 2:
        return None
    if heads_a_statement(first.text) and lines[1].text[:1].isupper():
        return first
    if not parted:
        return None
    words = first.text.split()
    following = max(len(line.text.split()) for line in lines[1:4])
    short = 2 <= len(words) <= _TITLE_WORDS and following > 8
    says_so = bool(guess_speaker(first.text))  # "Statement by …" heads even a short text
    long = sum(len(line.text.split()) for line in lines[1:]) >= _TITLED_WORDS
    if not says_so and not long:
        return None
    plain = not _SENTENCE_END.search(first.text) and first.text[:1] not in "“\"'@"
    if short and plain and first.text != first.text.upper():
        return first
    return None


def _heads(line: str, known: str) -> bool:
    """Say whether a line is the title, or the title with the site's parts after it."""
    if _plain(line) == _plain(known):
        return True
    rest = known[len(line) :] if known.startswith(line) else ""
    return len(line) > 12 and re.match(r"\s+[-–—|:·»]\s", rest) is not None


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
