"""What the reports call things: one vocabulary for every format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from compare.model import UNSURE

if TYPE_CHECKING:
    from compare.event.overview import Said, Status
    from compare.store.verdicts import Standing

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWX"  # as many as an event has statements at most
PointKind = Literal["divergence", "partial", "agreement", "only_a", "only_b"]
Level = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class KindWords:
    """How a kind of point is written."""

    label: str  # over one point
    mark: str  # one sign that tells the kinds apart without colour
    one: str  # behind a count of 1
    many: str  # behind any other count
    meaning: str  # for a reader who sees the word for the first time

    def tally(self, number: int) -> str:
        """Return what is counted, without the number."""
        return self.one if number == 1 else self.many


# In the order in which the counts stand, and ties of severity are broken.
KINDS: dict[PointKind, KindWords] = {
    "divergence": KindWords(
        *("Divergence", "≠", "divergence", "divergences", "same subject, told differently")
    ),
    "partial": KindWords(
        *("Partial overlap", "≈", "partial overlap", "partial overlaps", "one or both add a detail")
    ),
    "agreement": KindWords(*("Agreement", "=", "agreement", "agreements", "the same claim")),
    "only_a": KindWords(*("Only in A", "◧", "only in A", "only in A", "no sentence of B matches")),
    "only_b": KindWords(*("Only in B", "◨", "only in B", "only in B", "no sentence of A matches")),
}


def kind_words(a: str, b: str) -> dict[PointKind, KindWords]:
    """Return `KINDS` for two statements that are called otherwise than A and B."""
    named = dict(KINDS)
    sides: tuple[tuple[PointKind, str, str], ...] = (("only_a", a, b), ("only_b", b, a))
    for kind, own, other in sides:
        only = f"only in {own}"
        named[kind] = replace(
            KINDS[kind],
            label=f"Only in {own}",
            one=only,
            many=only,
            meaning=f"no sentence of {other} matches",
        )
    return named


# What the claims of an event are, the ones to look at first in front.
STATUSES: dict[Status, KindWords] = {
    "contested": KindWords(
        *("Contested", "≠", "contested claim", "contested claims", "sides tell it differently")
    ),
    "partial": KindWords(
        *("Told in part", "≈", "claim told in part", "claims told in part"),
        "sides overlap; one or more add a detail",
    ),
    "all": KindWords(
        *("Asserted by all", "=", "claim by all", "claims by all", "every side makes it")
    ),
    "some": KindWords(
        *("Asserted by some", "◑", "claim by some", "claims by some", "the others are silent")
    ),
    "one": KindWords(
        *("Asserted by one", "◔", "claim by one", "claims by one", "every other side is silent")
    ),
}
# "differs" stands where no group is the largest, so that nobody is the odd one out.
SAID: dict[Said, str] = {
    "says": "=",
    "says more": "+",
    "says in part": "≈",
    "may differ": "?",
    "says otherwise": "≠",
    "differs": "≠",
    "silent": "·",
}
# The same for a reader: sign and meaning, each sign once.
SIGNS: tuple[tuple[str, str], ...] = (
    ("=", "says"),
    ("+", "says more"),
    ("≈", "says in part"),
    ("?", "may differ"),
    ("≠", "says otherwise or differs"),
    ("·", "silent"),
)
STANDINGS: dict[Standing, str] = {
    "open": "not reviewed",
    "accepted": "accepted",
    "rejected": "rejected",
    "changed": "changed",
}

# A sentence that stands alone, and yet has a match with this probability, is worth a second look:
# docs/method.md says how often there was one.
PERHAPS = 0.25
_SURE: tuple[tuple[float, str], ...] = ((0.75, "sure"), (UNSURE, "fairly sure"), (0.0, "unsure"))

# Severity is [0, 1]; people get thirds of it.
LEVELS: tuple[tuple[float, Level], ...] = ((0.67, "high"), (0.34, "medium"), (0.0, "low"))
DOTS: dict[Level, str] = {"high": "●●●", "medium": "●●○", "low": "●○○"}

_LANGUAGES = {
    "ar": "Arabic",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "cs": "Czech",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


def level(severity: float) -> Level:
    """Return the third of [0, 1] that a severity lies in."""
    return next((name for floor, name in LEVELS if severity >= floor), "low")


def how_sure(confidence: float) -> str:
    """Return a confidence in words: `sure`, `fairly sure` or `unsure`."""
    return next((name for floor, name in _SURE if confidence >= floor), "unsure")


def sureness(confidence: float) -> str:
    """Return a confidence as every report writes it: `unsure: 0.30`.

    It is cut to two digits, not rounded, so that no number stands with two words.
    """
    return f"{how_sure(confidence)}: {two_digits(confidence)}"


def two_digits(value: float) -> str:
    """Return a number from 0 to 1 cut to two digits: `0.30`."""
    return f"{int(value * 100 + 1e-6) / 100:.2f}"


def language_name(code: str) -> str:
    """Return a language's English name, or its code when the name isn't known."""
    return _LANGUAGES.get(code.lower().split("-")[0], code)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 sentence`, `2 sentences`, `1,204 words`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
