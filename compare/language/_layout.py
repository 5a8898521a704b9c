"""The first half of segmentation: which line breaks end a sentence whatever the words say.

A text is cut into blocks. A blank line always cuts; so does a list item, a heading, and a line
that its writer ended on purpose. A line that was only wrapped at a margin does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from compare.language._stops import NEVER, OPENERS, TITLES

# Characters that show nothing and that `str.isspace` doesn't count as white space.
INVISIBLE = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
EMOJI = (
    "\u203c\u2049\u20e3\u2122\u2139\u231a-\u23ff\u25aa-\u25fe\u2600-\u27bf\u2b00-\u2bff\u3030"
    "\ufe0f\U0001f000-\U0001faff"
)

# Lines longer than this are paragraphs: nobody wraps prose by hand at a wider margin.
WIDEST_WRAP = 130
# Lines all shorter than this say little about a margin; other signs must decide.
NARROWEST_WRAP = 40
# A line counts as ended early if the next word would have left this share of the width free.
SLACK = 0.9

_LINE = re.compile(r"([^\n\r\v\f\x85\u2028\u2029]*)(\r\n|[\n\r\v\f\x85\u2028\u2029]|$)")
_SHOWN = re.compile(rf"[^\s{INVISIBLE}]")
_BULLET = re.compile(r"(?:[-*•●▪◦‣·→▶►]|\d\ufe0f?\u20e3)\s+(?=\S)|[•●▪◦‣](?=\w)")
_DASH = re.compile(r"[–—]\s+(?=[\"“«]?(\w))")
_HEADING = re.compile(r"#{1,6}[ \t]")
_THREAD = re.compile(r"\(?\d{1,3}/\d{0,3}\)?(?=\s)")
_NUMBER = re.compile(r"\(?(\d{1,3})((?:\.\d{1,3})*)(\.?\)|\.|\b)\s+(?=\S)")
# The number of an item that begins at the end of a wrapped line: "… on work schemes. (9)".
_NUMBER_LAST = re.compile(r"[.!?…:;]\s+\(\d{1,3}\)$")
_INITIAL = re.compile(r"[A-Z]\.$")
_INITIAL_LAST = re.compile(r"(?:^|\s)[A-Z]\.$")  # "by Mr. P." at the end of a line
_LETTER = re.compile(r"\(?([A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[.)]\s+(?=\S)")
_EMOJI_ITEM = re.compile(rf"[{EMOJI}]+\s*(?=\w)")
_TAGS = re.compile(rf"(?:#\w+|https?://\S+|[{EMOJI}\u200d\s])+$")
_STOPPED = re.compile(r"[.!?…。！？][\"'”’»)\]*_]*$")
_OPEN_WORD = re.compile(
    r"\b(?:among|an?|and|are|as|at|be|between|by|during|for|from|has|have|his|in|into|is|its|nor"
    r"|of|on|or|our|per|than|that|the|their|to|towards?|was|were|which|who|will|with|without)$"
)
# Words that open sentences and end names as well: "Hwang Pyong / So told".
_ENDS_NAMES = frozenset({"An", "No", "So"})
_NAME_LAST = re.compile(r"(?:^|\s)[A-Z][\w'’-]+\s[A-Z][\w'’-]+$")
_HE = re.compile(r"He [A-Z][a-z]")  # a family name: "Vice Premier / He Lifeng"
_ROMAN = {"i": 1, "v": 5, "x": 10}
# Titles of honour, which stand inside a sentence as well: "thanked / His Majesty the King".
_HONOUR = re.compile(
    r"(?:His|Her|Their) (?:Majest|Excellenc|Royal|Serene|Imperial|Holiness|Highness|Eminence)"
)
_THE_NAMES = ("The Hague", "The Gambia", "The Bahamas", "The Guardian", "The Times", "The New York")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text in which the words alone decide where sentences end."""

    start: int
    body: int  # after the list marker, whose full stop ends nothing
    end: int


@dataclass(frozen=True, slots=True)
class _Line:
    start: int  # first character that is not white space
    end: int  # after the last one
    words: str
    parted: bool  # a LINE SEPARATOR stands in front, which no editor puts in to wrap


def blocks(text: str) -> list[Block]:
    """Cut a text into blocks; white space between them lies in none. Linear in the text."""
    found: list[Block] = []
    paragraph: list[_Line] = []
    parted = False
    for match in _LINE.finditer(text):
        words = match[1].strip()
        if words and _SHOWN.search(words):
            start = match.start(1) + len(match[1]) - len(match[1].lstrip())
            paragraph.append(_Line(start, start + len(words), words, parted))
        parted = match[2] == "\u2028"
        if not words or not _SHOWN.search(words) or match[2] in ("\f", "\u2029"):
            found += _paragraph(paragraph)
            paragraph = []
            if words and not _SHOWN.search(words):
                start = match.start(1) + match[1].index(words[0])
                found.append(Block(start, start, start + len(words)))
    return found + _paragraph(paragraph)


def _paragraph(lines: list[_Line]) -> list[Block]:
    """Return the blocks of lines that no blank line parts."""
    if not lines:
        return []
    width = max(len(line.words) for line in lines)
    raised = sum(not _first(line.words).islower() for line in lines)
    # Wrapped prose hardly ever puts a capital in front of every line; at a wide margin, which is
    # likelier to be one, we want to see it four times.
    stacked = len(lines) == raised > (2 if width < NARROWEST_WRAP else 3)
    stacked = stacked and not _filled(lines, width)
    dashed = _DASH.match(lines[0].words) is not None
    out: list[Block] = []
    start, body, last = lines[0].start, 0, set[int]()
    for place, line in enumerate(lines):
        before = lines[place - 1].words if place else ""
        size, values = _marker(line.words, before, last, dashed)
        if place and (size or line.parted or _meant(before, line.words, width, stacked)):
            out.append(Block(start, body, lines[place - 1].end))
            start = line.start
        if start == line.start:
            body = line.start + size
            last = values or last
    return [*out, Block(start, body, lines[-1].end)]


def _filled(lines: list[_Line], width: int) -> bool:
    """Return whether lines were wrapped, though each has a capital in front, which chance can do.

    Every line but the last is full, and one of them ends where no sentence does.
    """
    pairs = [(one.words, other.words) for one, other in pairwise(lines)]
    return (
        width >= NARROWEST_WRAP
        and not any(_fits(before, words, width) for before, words in pairs)
        and any(_OPEN_WORD.search(before) for before, _ in pairs)
    )


def _fits(before: str, words: str, width: int) -> bool:
    """Return whether the first word of a line would have found room in the line above."""
    word = words.split(None, 1)[0]
    return width > WIDEST_WRAP or len(before) + 1 + len(word) <= SLACK * width


def _marker(words: str, before: str, last: set[int], dashed: bool) -> tuple[int, set[int]]:
    """Return the length of a list marker at the start of a line (0: none) and its number.

    :param before: the line above, empty at the start of a paragraph
    :param last: what the number of the item above may be
    :param dashed: the paragraph began with a dash
    """
    ended = not before or before[-1] in ":;" or _STOPPED.search(before) is not None
    if match := _BULLET.match(words) or _HEADING.match(words) or _THREAD.match(words):
        return match.end(), set()
    if match := _EMOJI_ITEM.match(words):
        return match.end(), set()
    if match := _DASH.match(words):
        return (match.end(), set()) if ended or dashed or not match[1].islower() else (0, set())
    if match := _NUMBER.match(words):
        if not match[3] and not (match[2] and words[match.end()].isupper()):
            return 0, set()  # a plain number, or a decimal inside a sentence
        number = int((match[1] + match[2]).rsplit(".", 1)[-1])
        if ended or number == 1 or number - 1 in last:
            return match.end(), {number}
    if (match := _LETTER.match(words)) and not _INITIAL_LAST.search(before):
        mark = match[1].lower()
        values = {ord(mark) - 96} if len(mark) == 1 else set()
        if set(mark) <= set(_ROMAN):
            values.add(_roman(mark))
        if ended or any(value - 1 in last for value in values):
            return match.end(), values
    return 0, set()


def _roman(letters: str) -> int:
    """Return the value of a small roman numeral; nonsense gives a number that fits no list."""
    values = [_ROMAN[letter] for letter in letters]
    later = [*values[1:], 0]
    return sum(-one if one < two else one for one, two in zip(values, later, strict=True))


def _meant(before: str, words: str, width: int, stacked: bool) -> bool:
    """Return whether the break between two lines ends a sentence.

    :param width: of the paragraph's longest line, in characters
    :param stacked: several lines, each with a capital or a figure in front
    """
    word = words.split(None, 1)[0]
    tail = before.rsplit(None, 1)[-1].lower().strip("(\"“'‘")
    if _HEADING.match(before):
        return True
    if _TAGS.match(words) or before[-1] in ",;–—/&(-":
        return False
    if not stacked and _OPEN_WORD.search(before):
        return False
    if tail.endswith(".") and tail[:-1] in TITLES | NEVER:
        return False
    if _NUMBER_LAST.search(before) or (_INITIAL.match(word) and _INITIAL_LAST.search(before)):
        return False
    fits = _fits(before, words, width)
    if _first(words).islower():
        return fits and width >= NARROWEST_WRAP and _STOPPED.search(before) is not None
    if fits and width >= NARROWEST_WRAP:
        return True
    if before.isupper() and len(before) > 3:
        return (not words.isupper() and not word.isupper()) or (stacked and fits)
    if words.startswith(_THE_NAMES) or _HONOUR.match(words):
        return False
    if word in _ENDS_NAMES and _NAME_LAST.search(before) and not _titled(before):
        return False
    if word in OPENERS and word != "I" and not words[:12].isupper() and not _HE.match(words):
        return True
    if width >= NARROWEST_WRAP:
        return stacked and not words.isupper()
    return stacked or (_titled(before) and _titled(words))


def _titled(words: str) -> bool:
    """Return whether every long word has a capital, as in a heading or the line of a date."""
    long = [word for word in words.split() if len(word) > 3]
    return bool(long) and all(not word[0].islower() for word in long)


def _first(words: str) -> str:
    """Return the first letter or figure, or an empty string if the first words have none."""
    for letter in words[:8]:
        if letter.isalnum():
            return letter
    return ""
