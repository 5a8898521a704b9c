"""What an article holds: voices, and what each of them is quoted or reported to have said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare.model import Span
from compare.sources.records import Source

Manner = Literal["direct", "reported"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a voice said, in the article's own words.

    Several spans are one sentence that the article parts ("We agreed," said Morel, "to meet").
    """

    spans: tuple[Span, ...]  # offsets into the article's text, ascending
    manner: Manner  # direct: at least half of the words stand in quotation marks
    voice: str  # the voice's key


@dataclass(frozen=True, slots=True)
class Voice:
    """Someone who is quoted or reported: a person, a government, a body."""

    key: str  # "person:anna weiss", "country:RU"; the same within one article only
    name: str  # as a report shows it
    aliases: tuple[str, ...]  # how the article calls them, the most frequent first
    direct: int  # claims
    reported: int

    @property
    def claims(self) -> int:
        """Return how many claims there are in all."""
        return self.direct + self.reported


@dataclass(frozen=True, slots=True)
class Article:
    """A news article taken apart."""

    source: Source
    voices: tuple[Voice, ...]  # by the number of claims, then by first appearance
    claims: tuple[Claim, ...]  # in reading order
    nobodys: tuple[Span, ...] = ()  # quotations that are in no claim, with their marks

    def words(self, claim: Claim) -> str:
        """Return a claim's words."""
        return " ".join(self.source.text[span.start : span.end] for span in claim.spans)
