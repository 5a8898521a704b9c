"""Which names and titles of an article are one voice, and how it is called."""

from __future__ import annotations

import pytest

from compare.sources import read_bytes
from compare.sources.article import Article, read_article


def article(text: str) -> Article:
    return read_article(read_bytes(text.encode(), "a.txt"))


def said(text: str) -> list[tuple[str, str]]:
    found = article(text)
    names = {voice.key: voice.name for voice in found.voices}
    return [(names[claim.voice], found.words(claim)) for claim in found.claims]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("President Donald Trump said the call was good. The Kremlin said it was short. The American "
         "president said he would travel to China.",
         [("Donald Trump", "the call was good."), ("Kremlin", "it was short."),
          ("Donald Trump", "he would travel to China.")]),
        ("Donald Trump said the call was good. The Kremlin said it was short. The US president said "
         "he would travel to China.",
         [("Donald Trump", "the call was good."), ("Kremlin", "it was short."),
          ("Donald Trump", "he would travel to China.")]),
        ("Commission President Ursula Leyen said it rained. The American president said it snowed.",
         [("Ursula Leyen", "it rained."), ("American president", "it snowed.")]),
        ("Russia's foreign minister said it rained. Sergei Lavrov said it snowed. Ukraine said it was "
         "warm. Kremlin spokesman Dmitry Peskov said it was dark.",
         [("Kremlin", "it rained."), ("Kremlin", "it snowed."), ("Ukraine", "it was warm."),
          ("Kremlin", "it was dark.")]),
        ("The Pakistani foreign ministry said it rained. Islamabad said it snowed. Delhi was silent. "
         "Indian Foreign Secretary Vikram Misri said it was dark.",
         [("Islamabad", "it rained."), ("Islamabad", "it snowed."), ("Vikram Misri", "it was dark.")]),
    ],
)  # fmt: skip
def test_an_office_and_its_holder_are_one_voice(text: str, claims: list[tuple[str, str]]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The State Department denied it. “There are no sanctions. None,” spokesman Matt Collins told "
         "a briefing. Anna Weiss said it rained.",
         [("State Department", "There are no sanctions. None"), ("Anna Weiss", "it rained.")]),
        ("A senior union official said it rained. Anna Weiss said no. “It did rain today,” the "
         "official said.",
         [("senior union official", "it rained."), ("senior union official", "It did rain today")]),
        ("The European Commission said it rained. “It is wet here,” Commission spokesman Olof Gill said.",
         [("European Commission", "it rained."), ("European Commission", "It is wet here")]),
        ("Anna Weiss called the figure “fantasy”. Meridian had promised 40 nurses, she said, and "
         "hired 11.",
         [("Anna Weiss", "called the figure “fantasy”."),
          ("Anna Weiss", "Meridian had promised 40 nurses and hired 11.")]),
        ("“People are frightened here,” Anna Weiss said. “Fix it.”",
         [("Anna Weiss", "People are frightened here"), ("Anna Weiss", "Fix it.")]),
        ("“The call was a very good one,” Trump posted on Truth Social.",
         [("Trump", "The call was a very good one")]),
        ("The ministry said on Friday it would open a port.",
         [("ministry", "it would open a port.")]),
        ("Iran gave its own account on Thursday, with Tehran saying a plan had been agreed and the "
         "White House denying it.",
         [("Tehran", "a plan had been agreed")]),
    ],
)  # fmt: skip
def test_words_go_to_whoever_said_them(text: str, claims: list[tuple[str, str]]) -> None:
    assert said(text) == claims
