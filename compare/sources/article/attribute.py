"""Whose words are whose: cues and quotations of an article become claims."""

from __future__ import annotations

import re

from compare.errors import InputError
from compare.language.facts import read_sentences
from compare.model import Span
from compare.sources.article.cast import Cast
from compare.sources.article.cues import find_cues
from compare.sources.article.naming import voices
from compare.sources.article.quotes import Quote, Quotes, find_quotes
from compare.sources.article.quoting import Heard, Said, Speakers
from compare.sources.article.records import Article, Claim, Manner
from compare.sources.article.sentence import Sentence
from compare.sources.limits import MAX_ARTICLE
from compare.sources.records import Source
from compare.sources.statement import make_statement

_DIRECT = 0.5  # share of a claim's words between quotation marks from which it counts as direct


def read_article(source: Source) -> Article:
    """Return an article's voices and what each of them is quoted or reported to have said.

    :raises InputError: the article isn't in English, the one language whose reports are understood
    :raises ModelError: no English spaCy pipeline is installed
    """
    if source.language not in ("", "en"):
        raise InputError(
            f"{source.name} seems to be in another language than English ({source.language}); "
            "expected an English article; compare the two statements themselves, or set "
            "--language en"
        )
    if len(source.text) > MAX_ARTICLE:
        raise InputError(
            f"{source.name} is over {MAX_ARTICLE:,} characters long; expected one news article; "
            "cut the article out of it"
        )
    statement = make_statement(source.text, date=source.date, source=source.name)
    quotes = find_quotes(source.text)
    facts = read_sentences(statement)
    sentences = [
        Sentence.of(source.text, span, fact, quotes)
        for span, fact in zip(statement.sentences, facts, strict=True)
    ]
    cast = Cast(sentences)
    claims = _Reading(source.text, sentences, quotes, cast).claims()
    merged = cast.merged(sorted({claim.voice for claim in claims}))
    claims = [Claim(c.spans, c.manner, merged[c.voice]) for c in claims]
    nobodys = tuple(
        Span(quote.start, quote.end)
        for quote in quotes.all
        if not any(_meet(span, Span(quote.start, quote.end)) for c in claims for span in c.spans)
    )
    return Article(source, voices(claims, cast, merged, source.text), tuple(claims), nobodys)


class _Reading:
    """One pass over an article."""

    def __init__(self, text: str, sentences: list[Sentence], quotes: Quotes, cast: Cast) -> None:
        self.text, self.sentences, self.quotes, self.cast = text, sentences, quotes, cast
        self.found: list[Claim] = []
        self.taken: set[int] = set()  # starts of the quotations that are in a claim
        self.cues: list[Heard] = []

    def claims(self) -> list[Claim]:
        """Return the claims in reading order."""
        for number, sentence in enumerate(self.sentences):
            for cue in find_cues(sentence):
                key = self.cast.key_of(number, cue.head)
                if not key:
                    continue
                self.cues.append(Heard(cue, key, number))
                self.cast.spoke(key, number)
                for clause in cue.content:
                    if not self._quotation_alone(clause):
                        self._add(clause, key)
            self.cast.pass_by(number)
            for heard in self.cues:
                if heard.sentence == number:
                    self.cast.spoke(heard.voice, number)
        self._quoted()
        return sorted(self.found, key=lambda claim: claim.spans[0].start)

    def _quotation_alone(self, clause: tuple[Span, ...]) -> bool:
        """Say whether a clause is nothing but a quotation, which is then found as one."""
        quote = self.quotes.at(clause[0].start)
        return (
            len(clause) == 1
            and quote is not None
            and quote.start == clause[0].start
            and quote.end >= clause[0].end - 1
        )

    def _add(self, spans: tuple[Span, ...], key: str) -> None:
        spans = tuple(self._whole_quotes(span) for span in spans)
        if any(_meet(span, other) for span in spans for c in self.found for other in c.spans):
            return
        for quote in self.quotes.all:
            if any(span.start <= quote.start and quote.end <= span.end for span in spans):
                self.taken.add(quote.start)
        self.found.append(Claim(spans, self._manner(spans), key))

    def _whole_quotes(self, span: Span) -> Span:
        """Widen a span to the quotations that it cuts, and take in the stop at its end."""
        start, end = span.start, span.end
        for offset in (start, end - 1):
            quote = self.quotes.at(offset)
            if quote is not None:
                start, end = min(start, quote.start), max(end, quote.end)
        if self.text[end : end + 1] in (".", "!", "?") and not self.text[end + 1 :][:1].isalnum():
            end += 1
        return Span(start, end)

    def _manner(self, spans: tuple[Span, ...]) -> Manner:
        total = quoted = 0
        for span in spans:
            for match in re.finditer(r"\w[\w'’-]*", self.text[span.start : span.end]):
                total += 1
                quoted += self.quotes.at(span.start + match.start()) is not None
        return "direct" if total and quoted / total >= _DIRECT else "reported"

    def _quoted(self) -> None:
        """Give the quotations that are in no claim yet to whoever said them."""
        previous: Said | None = None
        speakers = Speakers(self.text, self.sentences, self.quotes, self.cast, self.cues)
        for quote in self.quotes.all:
            if quote.start in self.taken:
                owner = next((c.voice for c in self.found if _holds(c, quote)), "")
                previous = (owner, quote) if owner else previous
                continue
            key, whole = speakers.of(quote, previous)
            if not key:
                continue
            inner = self._inner(quote)
            if inner is None:
                continue
            if whole is not None:
                self._add((whole,), key)
            elif not self._continues(previous, quote, key, inner):
                self.found.append(Claim((inner,), "direct", key))
            previous = (key, quote)

    def _inner(self, quote: Quote) -> Span | None:
        start, end = quote.inner_start, quote.inner_end
        while end > start and (self.text[end - 1] in ",;—–-" or self.text[end - 1].isspace()):
            end -= 1
        while start < end and self.text[start].isspace():
            start += 1
        return Span(start, end) if any(c.isalnum() for c in self.text[start:end]) else None

    def _continues(self, previous: Said | None, quote: Quote, key: str, inner: Span) -> bool:
        """Join a quotation to the one before, where only `, said X,` parts one sentence."""
        if previous is None or previous[0] != key or previous[1].paragraph != quote.paragraph:
            return False
        between = self.text[previous[1].end : quote.start]
        ended = self.text[previous[1].inner_end - 1] in ".!?…"
        if ended or re.search(r"[.!?:]", between) or len(between.split()) > 12:
            return False
        for index in range(len(self.found) - 1, -1, -1):
            claim = self.found[index]
            if claim.spans[-1].end <= quote.start and claim.spans[-1].start >= previous[1].start:
                self.found[index] = Claim((*claim.spans, inner), "direct", key)
                return True
        return False


def _meet(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _holds(claim: Claim, quote: Quote) -> bool:
    return any(span.start <= quote.start and quote.end <= span.end for span in claim.spans)
