"""What a reader of an article's voices should know: quotations of nobody, and no article at all."""

from __future__ import annotations

import re

from compare.errors import InputError
from compare.sources.article.quotes import find_quotes
from compare.sources.article.records import Article

# Of the words of the 22 marked articles, 31 to 58 % stand in claims, and in each somebody is
# quoted. In 64 marked statements of 60 words and more this is 0 to 20 % for 55, and hardly any
# quotes.
_LITTLE = 0.25
_OWN_VOICE = 3  # "we" and "I" outside quotation marks from which a text speaks for itself
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us)\b")
_SHOWN = 8  # quotations of nobody that are listed
_LONG = 70  # characters of each


def reads_as_statement(article: Article) -> bool:
    """Say whether a text hardly quotes or reports anybody, as a statement or a readout does."""
    if any(voice.direct for voice in article.voices):
        return False
    text = article.source.text
    said = sum(span.end - span.start for claim in article.claims for span in claim.spans)
    quotes = find_quotes(text)
    own = [m for m in _FIRST_PERSON.finditer(text) if quotes.at(m.start()) is None]
    return said < _LITTLE * len(text) or len(own) >= _OWN_VOICE


def attribution(article: Article) -> str:
    """Return in a clause how little a text attributes, for the message that says so."""
    count = len(article.claims)
    found = "nothing is" if not count else f"only {count} claim{'s are' if count > 1 else ' is'}"
    return (
        f"{article.source.name} hardly quotes or reports anybody ({found} given to a voice), so it "
        "reads as one side's own statement or readout; expected a news article"
    )


def check_article(article: Article) -> None:
    """Say that a text is no news article, before odd voices are taken out of it.

    :raises InputError: the text reads as a statement or readout
    """
    if reads_as_statement(article):
        raise InputError(
            f"{attribution(article)}; compare it with the other side's account by "
            "'readouts compare A B', or name both voices with --a and --b to go on"
        )


def nobodys_note(article: Article) -> str:
    """Return a line that lists the quotations in no claim, "" where there are none."""
    count = len(article.nobodys)
    if not count:
        return ""
    text = article.source.text
    shown = [_short(text[span.start : span.end]) for span in article.nobodys[:_SHOWN]]
    more = f" and {count - _SHOWN} more" if count > _SHOWN else ""
    verb = "quotation is" if count == 1 else "quotations are"
    return f"{count} {verb} given to nobody: {', '.join(shown)}{more}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONG else line[: _LONG - 1].rstrip() + "…"
