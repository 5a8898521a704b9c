"""Whose a quotation is, from the cues around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from compare.model import Span
from compare.sources.article.cast import Cast
from compare.sources.article.cues import Cue
from compare.sources.article.quotes import Quote, Quotes
from compare.sources.article.sentence import Sentence
from compare.sources.article.words import DENY, DISMISS, DOCUMENTS, DOUBT

_SCARE = 2  # words up to which a quotation without a cue is the reporter's own irony
_TITLE = 8  # tokens of a title between a quotation and its frame, at most
_FRAME = 12  # words between a cue and its quotation, at most
_GAP = re.compile(r"[\s,.—–-]*")
_ENDS = ".!?…"

Said = tuple[str, Quote]  # the voice of a quotation


@dataclass(frozen=True, slots=True)
class Heard:
    """A cue with the voice that it names."""

    cue: Cue
    voice: str  # key
    sentence: int  # index


class Speakers:
    """Gives quotations to the voices of one article."""

    def __init__(
        self,
        text: str,
        sentences: list[Sentence],
        quotes: Quotes,
        cast: Cast,
        cues: list[Heard],
    ) -> None:
        self.text, self.sentences, self.quotes, self.cast = text, sentences, quotes, cast
        self.cues = cues
        self.starts = [sentence.span.start for sentence in sentences]

    def of(self, quote: Quote, previous: Said | None) -> tuple[str, Span | None]:
        """Return the voice of a quotation, "" for nobody, and the claim where it is more than it.

        :param previous: the last quotation before it that has a voice
        """
        near = [heard for heard in self.cues if self._paragraph(heard) == quote.paragraph]
        number = self._sentence_at(quote.start)
        for heard in near:  # "…," said X
            cue = heard.cue
            if self._frames(heard, quote, number):
                denied = cue.kind == "deny"
                return heard.voice, Span(quote.start, cue.end) if denied else None
        before = [heard for heard in near if heard.cue.end <= quote.start]
        same = [heard for heard in before if heard.sentence == number]
        if same:
            return self._after(same[-1], quote)
        return self._apart(quote, number, near, before, previous), None

    def _frames(self, heard: Heard, quote: Quote, number: int) -> bool:
        """Say whether a cue is the frame that ends a quotation."""
        cue = heard.cue
        if cue.start < quote.end or not self._adjoins(heard, quote):
            return False
        later = heard.sentence > self._sentence_at(quote.end - 1)
        if later and "." in self.text[quote.end : cue.start]:
            return False  # `called it “fantasy”. Doyle said …`
        sentence = self.sentences[number]
        first = next((t for t in sentence.tokens if t.start >= sentence.span.start), None)
        if first is not None and first.start < quote.start and first.tag == "VBN":
            return False  # "Asked about “…”, Doyle said"
        ended = (
            self.text[quote.inner_end - 1] in _ENDS and "," not in self.text[quote.end : cue.start]
        )
        return not (ended and (cue.content or cue.kind == "deny"))

    def _adjoins(self, heard: Heard, quote: Quote) -> bool:
        """Say whether nothing but the speaker's title stands between a quotation and its frame."""
        if _GAP.fullmatch(self.text, quote.end, heard.cue.start):
            return True
        sentence = self.sentences[heard.sentence]
        between = [t for t in sentence.tokens if quote.end <= t.start < heard.cue.start]
        comma = self.text[quote.inner_end - 1] == ","
        titles = ("DET", "ADJ", "NOUN", "PROPN", "PART", "PUNCT")
        return (
            comma
            and sentence.span.start <= quote.start
            and len(between) <= _TITLE
            and all(token.pos in titles for token in between)
        )

    def _after(self, heard: Heard, quote: Quote) -> tuple[str, Span | None]:
        """Return the voice of a quotation that a cue of its sentence comes before."""
        cue, key = heard.cue, heard.voice
        between = self.text[cue.end : quote.start].strip(" ,:—–-")
        colon = self.text[: quote.start].rstrip().endswith(":")
        lemma = self.sentences[heard.sentence].tokens[cue.verb].lemma
        own = colon and lemma in DENY | DISMISS | DOUBT  # "Doyle disputes this: “…”"
        kept = (cue.kind == "deny" and not own) or (cue.kind == "call" and not colon)
        if kept and cue.kept is not None and len(between.split()) <= _FRAME:
            return key, Span(cue.kept, quote.end)
        if not between or colon:
            return key, None
        if self._words(quote) > _SCARE or cue.kind == "call":
            return key, None
        return "", None

    def _apart(
        self,
        quote: Quote,
        number: int,
        near: list[Heard],
        before: list[Heard],
        previous: Said | None,
    ) -> str:
        """Return the voice of a quotation whose sentence has no cue before it."""
        lead = self.text[self.quotes.paragraphs[quote.paragraph][0] : quote.start].rstrip()
        if lead.endswith(":"):
            opener = self._opener(quote)
            if opener or before:
                return opener or before[-1].voice
        if not lead and not near and quote.paragraph:
            above = self.quotes.paragraphs[quote.paragraph - 1]
            said = [c for c in self.cues if self._paragraph(c) == quote.paragraph - 1]
            if said and self.text[above[0] : above[1]].rstrip().endswith(":"):
                return said[-1].voice
        if self._words(quote) <= _SCARE and not self._stands_alone(quote, number):
            return ""
        opens = self.starts[number] >= quote.start or not lead
        told = {heard.voice for heard in before if heard.sentence == number - 1}
        if opens and len(told) == 1 and self.text[quote.inner_end - 1] in _ENDS:
            return told.pop()  # X said A. “B.”
        if previous is not None:
            key, last = previous
            if last.paragraph == quote.paragraph and opens:
                return key
            if last.paragraph == quote.paragraph - 1 and self._alone(quote):
                return key
        return ""

    def _stands_alone(self, quote: Quote, number: int) -> bool:
        """Say whether a quotation is a sentence, however short: `she said. “Fix it.”`"""
        span = self.sentences[number].span
        ended = self.text[quote.inner_end - 1] in _ENDS
        return ended and span.start == quote.start and span.end <= quote.end

    def _alone(self, quote: Quote) -> bool:
        """Say whether a paragraph holds nothing but quotations."""
        low, high = self.quotes.paragraphs[quote.paragraph]
        return not any(
            self.text[i].isalnum() and self.quotes.at(i) is None for i in range(low, high)
        )

    def _opener(self, quote: Quote) -> str:
        """Return who opens `Doyle was angry: “…”`, where no verb says that she speaks."""
        if self._words(quote) <= _SCARE:
            return ""
        number = self._sentence_at(self.text.rindex(":", 0, quote.start))
        sentence = self.sentences[number]
        lead = [i for i, t in enumerate(sentence.tokens) if t.end <= quote.start]
        lead = [i for i in lead if sentence.tokens[i].pos != "PUNCT"]
        heads = [i for i in lead if sentence.tokens[i].dep == "nsubj" and not sentence.quoted[i]]
        if not heads and all(sentence.tokens[i].pos == "PROPN" for i in lead):
            heads = lead[-1:]
        for head in heads[:1]:
            token = sentence.tokens[head]
            human = token.pos == "PROPN" or sentence.word(head) in ("he", "she")
            if human or token.lemma in DOCUMENTS:
                return self.cast.key_of(number, head)
        return ""

    def _words(self, quote: Quote) -> int:
        return len(self.text[quote.inner_start : quote.inner_end].split())

    def _paragraph(self, heard: Heard) -> int:
        return self.quotes.paragraph_of(heard.cue.start)

    def _sentence_at(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)
