"""Split a text into sentences, as spans of the text itself. See docs/sentences.md for the rules.

`_layout` cuts at lines first; here the words decide. One pass from left to right over stops,
quotation marks, brackets, addresses and bullets; each step looks at a bounded stretch of text or
moves past what it read, so time is linear in the text. No model and no library is loaded.
"""

from __future__ import annotations

import re

from compare.language._layout import EMOJI, INVISIBLE, Block, blocks
from compare.language._stops import (
    COLON_NUMBER,
    INLINE_NUMBER,
    QUIET_OPENERS,
    WHO_SAID,
    abbreviates,
    ends_before_capital,
    ends_before_figure,
    names_site,
    opens,
)
from compare.model import Span

# A bracket opened inside a sentence hides the stops in it if it closes within so many characters.
BRACKET_LIMIT = 300

_URL = r"(?:https?://|www\.)\S*[^\s.,;:!?…\"'”’»)\]}]"
_SCAN = re.compile(
    rf"(?P<url>{_URL})|(?P<wide>[。！？｡]+)"
    r"|(?P<stop>\.(?:[ \u00a0]\.)+|[.!?…‽⁇⁈⁉‼؟।॥]+)"
    rf"|(?P<quote>[\"“”„«»])|(?P<bracket>[(\[])|(?P<bullet>[•●▪◦‣])|(?P<emoji>[{EMOJI}\u200d]+)"
)
_AFTER_STOP = re.compile(rf"(?:\s*[{EMOJI}\u200d]+|\s+{_URL}(?=\s))*+")
_TO_THE_END = re.compile(rf"(?:\s*(?:#\w+|{_URL}|\(?\d{{1,3}}/\d{{0,3}}\)?|[{EMOJI}\u200d]+))*+\s*")
_NEXT = re.compile(rf"[\s{INVISIBLE}]*+([\"'“‘«„‹(\[¿¡*_]*)(\w{{0,40}})(\.?)")
_VISIBLE = re.compile(rf"[^\s{INVISIBLE}]")
_WORD = re.compile(r"\w")
_LONE_NUMBER = re.compile(r"(?:\d{1,2}\.|\((?:[ivx]{1,5}|[a-z]|\d{1,2})\))")
_LETTER_ITEM = re.compile(r"\s*\((?:[ivx]{1,5}|[a-z])\)(?:\s+[\"'“‘«(]*[A-Z]|\s*$)")
_TWO_WORDS = re.compile(r"[\w’'-]+[^\w.!?…\"”»]+[\w’'-]+")
_QUOTES = frozenset('"”»“')
_CLOSERS = "'\"”’»›)]}*_」』" + "\u200b\u2060\ufeff\ufe0f\u200d"


def split_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text in reading order.

    Every character that is not white space lies in exactly one span; no span begins or ends with
    white space, and none is empty. A text without a visible word gives what it has: nothing for
    white space, one span for a line of signs.

    :param text: as it was read; offsets are Unicode code points into it, `end` exclusive
    """
    spans: list[Span] = []
    for block in blocks(text):
        if _VISIBLE.search(text, block.start, block.end):
            spans += _Scanner(text, block).run()
        elif spans:  # characters that show nothing belong to what stands in front of them
            spans[-1] = Span(spans[-1].start, block.end)
        else:
            spans.append(Span(block.start, block.end))
    if len(spans) > 1 and not _VISIBLE.search(text, spans[0].start, spans[0].end):
        spans[:2] = [Span(spans[0].start, spans[1].end)]
    return tuple(_numbers_joined(text, spans))


def _numbers_joined(text: str, spans: list[Span]) -> list[Span]:
    """Put a number that stands alone, as a wrapped line may end in one, before what it numbers."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if (
            last is not None
            and _LONE_NUMBER.fullmatch(text, last.start, last.end)
            and text.count("\n", last.end, span.start) < 2
        ):
            joined[-1] = Span(last.start, span.end)
        else:
            joined.append(span)
    return joined


class _Scanner:
    """The state of one pass over one block."""

    def __init__(self, text: str, block: Block) -> None:
        self.text = text
        self.end = block.end
        self.start = block.start  # of the sentence that is being read
        self.body = block.body
        self.worded = False  # the sentence has a letter or a figure before `looked`
        self.looked = block.start
        self.address = -1  # the end of the last web address
        self.quoted = -1  # after the opening quotation mark, or -1 outside a quotation
        self.quiet = not any(map(str.isupper, text[block.start : block.end]))
        self.spans: list[Span] = []

    def run(self) -> list[Span]:
        """Return the block's sentences."""
        place = self.body
        while match := _SCAN.search(self.text, place, self.end):
            kind, place = match.lastgroup, match.end()
            if kind == "url":
                self.address = place
            elif kind == "quote":
                self._quote(match[0], match.start())
            elif kind == "bracket":
                place = self._bracket(match.start())
            elif kind == "bullet":
                if self._has_word(match.start()) and self.text[match.start() - 1].isspace():
                    self._cut(match.start(), match.start())
            elif kind == "emoji":
                self._emoji(match.start(), match.end())
            elif kind in ("stop", "wide"):
                closed = self._closers(match.end())
                cut = self._ends(match, closed)
                if _QUOTES & set(self.text[match.end() : closed]):
                    self.quoted = -1
                place = max(closed, cut)
                if cut > 0:
                    self._cut(cut, place)
        if self._rest():
            self.spans.append(Span(self.start, self.end))
        return self.spans

    def _rest(self) -> bool:
        """Return whether the rest is a sentence; signs alone go to the sentence before."""
        if self.start >= self.end:
            return False
        if self.spans and not self._has_word(self.end):
            self.spans[-1] = Span(self.spans[-1].start, self.end)
            return False
        return True

    def _cut(self, end: int, looked: int) -> None:
        """End the sentence at `end`, less white space; the next begins at the next character."""
        piece = self.text[self.start : end].rstrip()
        self.spans.append(Span(self.start, self.start + len(piece)))
        while end < self.end and self.text[end].isspace():
            end += 1
        self.start = self.looked = end
        self.worded = False
        if self.quoted >= 0:
            self.quoted = max(self.quoted, end)

    def _has_word(self, place: int) -> bool:
        """Return whether the sentence has a letter or a figure before `place`."""
        if not self.worded and place > self.looked:
            self.worded = _WORD.search(self.text, self.looked, place) is not None
            self.looked = place
        return self.worded

    def _quote(self, mark: str, place: int) -> None:
        """Follow quotation marks in and out."""
        if mark in "„«" or (mark == "“" and self.quoted < 0):
            self.quoted = place + 1
        elif mark != '"' or self.quoted >= 0:
            self.quoted = -1
        elif not (place and self.text[place - 1].isdigit()):  # 5" is a length
            self.quoted = place + 1

    def _bracket(self, place: int) -> int:
        """Return where to go on: behind a bracket inside a sentence, or into any other."""
        text = self.text
        if not self._has_word(place) or text[place - 1] in ":;=-":  # :( is a face
            return place + 1
        close = ")" if text[place] == "(" else "]"
        limit = min(self.end, place + BRACKET_LIMIT)
        end = text.find(close, place, limit)
        if end > 0 and text.find(text[place], place + 1, end) > 0:
            end = max(end, text.find(close, end + 1, limit))
        if end < 0:
            return place + 1
        while text[end - 1] in ".!?…":  # a stop just inside may still end the sentence
            end -= 1
        return max(end, place + 1)

    def _emoji(self, start: int, end: int) -> None:
        """Cut after emoji that stand where a stop would: three words before, an opener after."""
        following = _NEXT.match(self.text, end, self.end)
        if following is None or not self.text[end : end + 1].isspace() or self.quoted >= 0:
            return
        words = self.text[max(self.start, start - 80) : start].split()
        loud = following[2].isupper() and following[2] != "I"
        if len(words) > 2 and not loud and opens(following[2], loud):
            self._cut(end, end)

    def _closers(self, place: int) -> int:
        """Return the place after the closing marks that cling to a stop."""
        text, quoted = self.text, self.quoted >= 0
        while place < self.end:
            mark = text[place]
            ahead = text[place + 1] if place + 1 < self.end else " "
            if mark == '"':
                if not quoted and ahead.isalnum():
                    break
                quoted = False
            elif mark == "“":
                if not quoted or ahead.isalnum():
                    break
            elif (mark in "'’*_" and ahead.isalnum()) or mark not in _CLOSERS:
                break
            place += 1
        if text.startswith((" »", "\u00a0»", "\u202f»"), place) and place + 2 <= self.end:
            place += 2
        return place

    def _ends(self, match: re.Match[str], closed: int) -> int:
        """Return where the sentence ends at this stop, or -1 if it goes on."""
        text, start = self.text, match.start()
        if not self._has_word(start):
            return -1
        if _TO_THE_END.fullmatch(text, closed, self.end):
            return -1  # nothing follows but tags and addresses
        if match.lastgroup == "wide":
            return closed
        tail = _AFTER_STOP.match(text, closed, self.end)
        after = tail.end() if tail else closed
        following = _NEXT.match(text, after, self.end)
        if following is None:
            return -1
        if match[0] == "." and self._numbers(start):
            return -1
        apart = after > closed or not _VISIBLE.match(text, after)
        if not apart:
            return after if self._glued(match, closed, following) else -1
        if not self._spaced(match, closed, after, following):
            return -1
        inside = self.quoted >= 0 and not _QUOTES & set(text[match.end() : closed])
        return after if not inside or self._two_claims(start, after) else -1

    def _numbers(self, start: int) -> bool:
        """Return whether a full stop only closes the number of what follows: "2. Trade."."""
        text, low = self.text, self.start
        if start - low == 1 and text[low].isupper():  # "Q. When?"
            return True
        if start - low < 40 and INLINE_NUMBER.fullmatch(text, low, start):
            return True
        return COLON_NUMBER.search(text[max(low, start - 8) : start]) is not None

    def _two_claims(self, start: int, after: int) -> bool:
        """Return whether there are two words or more on both sides of a stop in a quotation."""
        left = self.text[max(self.quoted, self.start, start - 80) : start]
        right = self.text[after : min(self.end, after + 80)].lstrip()
        return bool(_TWO_WORDS.search(left) and _TWO_WORDS.match(right))

    def _last_word(self, place: int) -> str:
        """Return the word before a place, with full stops and apostrophes inside it."""
        low = max(self.start, place - 24)
        begin = place
        while begin > low and (self.text[begin - 1].isalnum() or self.text[begin - 1] in ".'’°"):
            begin -= 1
        return self.text[begin:place].lstrip(".'’")

    def _spaced(
        self, match: re.Match[str], closed: int, after: int, following: re.Match[str]
    ) -> bool:
        """Decide at a stop that white space or emoji follow."""
        text, start, stop = self.text, match.start(), match[0]
        lead, word = following[1], following[2]
        closing = text[match.end() : closed]
        first = word[:1]
        context = text[after : min(self.end, after + 30)]
        loud = word.isupper() and not any(map(str.islower, context))
        opener = opens(word, loud) and not following[3]
        if not first:
            sign = text[following.end() : following.end() + 1]
            return self._before_sign(match, closing, lead, sign)
        if first.islower():
            last = self._last_word(start)
            if (_QUOTES | set("'’")) & set(closing) or "." in last:
                return False
            if len(last) < 2 and text[start - 1] != "%":
                return False
            if (stop == "." and abbreviates(last)) or stop.startswith(("..", ". ", "…")):
                return False
            if _LETTER_ITEM.match(text, after, self.end):  # "ended. (ii) The sides agreed"
                return True
            return self.quiet or (not lead and word in QUIET_OPENERS)
        if stop != "." and set(stop) <= set("…. \u00a0"):
            if stop.startswith("...."):
                return True
            attached = not set(" \u00a0") & set(stop) and not text[start - 1].isspace()
            return opener or (attached and not loud and first.isalpha())
        if stop != ".":
            said = _QUOTES & set(closing) and not opener and WHO_SAID.match(text, after)
            return not said
        if text[start - 1].isspace() or start == self.address:
            return True
        last = self._last_word(start)
        if "(" in lead or "[" in lead:  # "at 10 a.m. (3 p.m. in Moscow)"
            return opener or not abbreviates(last) or last == "no"  # "the answer was no. (3) We"
        if first.isdigit():
            return ends_before_figure(last)
        before = self._last_word(start - len(last) - 1).lower()
        return ends_before_capital(last, before, context, opener)

    def _before_sign(self, match: re.Match[str], closing: str, lead: str, sign: str) -> bool:
        """Decide at a stop that neither a letter nor a figure follows."""
        if sign and sign in "–—-":
            return not _QUOTES & set(closing)
        if not sign or sign in ".,;:!?…)]}%/\\|":
            return bool(lead) and sign in ".…"
        return match[0] != "." or not abbreviates(self._last_word(match.start()))

    def _glued(self, match: re.Match[str], closed: int, following: re.Match[str]) -> bool:
        """Decide at a stop that the next word follows without white space: "ended.We agreed"."""
        text, start, word = self.text, match.start(), following[2]
        if not word[:1].isupper():
            return False
        piece = text[max(self.start, start - 64) : start].rsplit(None, 1)[-1]
        if "@" in piece or "/" in piece or "=" in piece:
            return False
        if match[0].startswith(("..", "…")):
            return opens(word, word.isupper() and word != "I")
        if match[0] != ".":
            return True
        last = self._last_word(start)
        if names_site(text[following.start(2) : following.start(2) + 80]):
            return False
        titled = word[1:2].islower() or word in ("I", "A")
        if last == "I" or "." in last:  # "so do I.For", "in Washington, D.C.He"
            return titled and opens(word, loud=False)
        if abbreviates(last) and last.lower() != "no":
            return False
        if len(last) < 2 and not last.isdigit() and text[start - 1] not in "%)]":
            return False
        return titled or (word.isupper() and len(word) > 1 and len(last) > 1)
