"""Pasted posts: repost marks, mentions, links, thread numbers, and what a screen adds."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from compare.sources.boilerplate import COUNTS
from compare.sources.cuts import Cut, TextLine, text_lines
from compare.sources.dates import find_date

_ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|[rl][sd]quo|[nm]dash|hellip|#x?[0-9a-fA-F]{2,6});"
)
_REPOST = re.compile(r"RT @\w{1,30}:?\s+")
_ADDRESS = re.compile(r"(?:\.?@\w{1,30}[,:]?\s+){1,20}(?=[A-Z“\"])|(?:@\w{1,30}\s+){2,20}(?=\S)")
_LINK = re.compile(
    r"(?:(?<=[.!?…”\"’)])|(?<=\n)|\A)[ \t]*https?://\S+[ \t]*(?=\n|\Z)"
    r"|\s*(?:https?://t\.co/\w+|pic\.(?:twitter|x)\.com/\w+)"
)
_TAGS = re.compile(r"(?:(?<=[.!?…”\"’)\s])|\A)(?:#\w+[ \t]*){2,30}(?=\r?\n|\Z)|^#\w+[ \t]*$", re.M)
_HANDLE = re.compile(r"@\w{2,30}(?:\s*[·•]\s*.{0,40})?")
_AGO = re.compile(r"[·•]?\s*\d{1,2}\s?(?:s|m|h|d|w|min|mins|hrs?|hours?|days?)(?: ago)?\s*")
_STAMP = re.compile(
    r"\d{1,2}:\d{2}\s?(?:[AaPp]\.?[Mm]\.?)?\s*[·•,|-]\s*.{4,60}"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}[,·• ]+(?:at )?\d{1,2}:\d{2}\s?(?:[AaPp]\.?[Mm]\.?)?"
)
_FURNITURE = re.compile(
    r"(?:show (?:this thread|more|translation)|translate (?:post|tweet)|follow(?:ing)?"
    r"|replying to @.*|verified(?: account)?|quote|retweeted|reposted"
    r"|.{1,40} (?:reposted|retweeted|retruthed)"
    r"|pinned(?: tweet| post)?|view (?:post|on .*)|[·•…]+)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,3})?\s?[KkMm]?")
_FIRST = re.compile(r"[(\[]?(?P<n>\d{1,2})\s?/\s?(?:\d{1,2}|[nNxX])?[)\]]?[.:]?(?:\s+|$)")
_BARE = re.compile(r"\d{1,2}/\s+")  # "2/", not "2/3 of the harbour"
_LAST = re.compile(r"\s+[(\[]?(?P<n>\d{1,2})\s?/\s?(?:\d{1,2}|[nNxX])?[)\]]?$")


@dataclass(frozen=True, slots=True)
class Post:
    """What a pasted post has around its words."""

    text: str  # with entities read; the cuts count in it
    cuts: tuple[Cut, ...]
    speaker: str = ""
    date: str = ""  # ISO 8601
    is_post: bool = False


def read_post(text: str) -> Post:
    """Return the cuts that leave a post's own words; a text that is no post has none."""
    plain = _ENTITY.sub(lambda match: html.unescape(match.group()), text)
    lines = text_lines(plain)
    cuts = [*_thread(plain, lines)]
    cuts += [Cut(m.start(), m.end(), "link") for m in _LINK.finditer(plain)]
    cuts += [Cut(m.start(), m.end(), "hashtags") for m in _TAGS.finditer(plain)]
    cut_lines, speaker, date = _screen(lines)
    cuts += cut_lines
    for line in lines:
        at = line.start
        for pattern, reason in ((_REPOST, "repost mark"), (_ADDRESS, "mentions")):
            match = pattern.match(plain, at, line.end)
            if match is not None:
                cuts.append(Cut(at, match.end(), reason))
                at = match.end()
    return Post(plain, tuple(cuts), speaker, date, bool(cuts) or plain != text)


def _thread(plain: str, lines: list[TextLine]) -> list[Cut]:
    """Return the numbers of a thread, where they count up from 1."""
    for pattern in (_FIRST, _LAST):
        found = []
        for line in lines:
            match = (
                pattern.match(line.text)
                if pattern is _FIRST
                else pattern.search(line.text[-12:], 0)
            )
            if match is not None:
                shift = 0 if pattern is _FIRST else max(0, len(line.text) - 12)
                low = line.start + shift + match.start()
                found.append((int(match["n"]), Cut(low, low + len(match.group()), "thread number")))
        numbers = [number for number, _ in found]
        if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
            return [cut for _, cut in found]
        later = numbers == list(range(2, len(numbers) + 2))  # the first post has none
        if (
            numbers
            and later
            and all(_BARE.fullmatch(plain, cut.start, cut.end) for _, cut in found)
        ):
            return [cut for _, cut in found]
    return []


def _screen(lines: list[TextLine]) -> tuple[list[Cut], str, str]:
    """Return the lines that a screen shows around a post, who posted it and when."""
    marks: dict[int, str] = {}
    speaker = date = ""
    for index, line in enumerate(lines):
        if _HANDLE.fullmatch(line.text):
            marks[index] = "handle"
            above = lines[index - 1] if index else None
            if above is not None and index - 1 not in marks and _is_name(above.text):
                marks[index - 1] = "account name"
                speaker = speaker or above.text.strip(" ✓✔☑")
            elif not speaker:
                speaker = line.text.split()[0]
            date = date or find_date(line.text)
        elif _STAMP.fullmatch(line.text):
            marks[index] = "time stamp"
            date = date or find_date(line.text)
        elif COUNTS.fullmatch(line.text):
            marks[index] = "share counts"
        elif _AGO.fullmatch(line.text):
            marks[index] = "time stamp"
    sure = sum(reason in ("handle", "share counts", "time stamp") for reason in marks.values())
    if not sure:
        return [], "", ""
    for index, line in enumerate(lines):
        if index not in marks and _FURNITURE.fullmatch(line.text):
            marks[index] = "button"
        elif index not in marks and _NUMBER.fullmatch(line.text) and sure > 1:
            marks[index] = "share counts"
    cuts = [Cut(lines[i].start, lines[i].end, reason) for i, reason in sorted(marks.items())]
    return cuts, speaker, date


def _is_name(text: str) -> bool:
    words = text.split()
    return 1 <= len(words) <= 6 and len(text) <= 50 and not re.search(r"[.!?]$", text)
