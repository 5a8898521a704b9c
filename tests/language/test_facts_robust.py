"""Any text is read without an exception, and every span lies within its sentence."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare.language.facts import read_facts, read_sentences, resolve
from compare.language.facts.case import restored, shouts
from compare.language.facts.parse import MAX_CHARS
from compare.language.facts.wordlist import listed
from compare.model import Span, Statement
from tests.language.facts_help import statement, values

_WORDS = st.sampled_from(
    listed(
        "the a of to and 40 3,000 1.2bn $ € % half a dozen between 2025 14 April May by next week "
        "yesterday two hours and a half not no without refused will agreed if once all only some "
        "President Russia Oslo Moscow's the French minister said that - — . , ; : ( ) ' ’ 5.40 "
        "a.m. twenty-five hundred thousand million millions of ago later No. F-16 24/7 should "
        "99999999999 0 00 1/2 ½ ² ٣ １２ 31.02.2025 2025-02-31 30th fortieth 9999 years ago"
    )
)
_TEXT = st.one_of(
    st.text(min_size=1, max_size=80),
    st.lists(_WORDS, min_size=1, max_size=25).map(" ".join),
    st.lists(_WORDS, min_size=1, max_size=25).map(lambda words: " ".join(words).upper()),
)
_DATES = st.sampled_from(["", "2025-04-14", "2024-02-29", "1000-01-01", "9000-12-31", "x"])


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_TEXT, min_size=1, max_size=3), _DATES)
def test_any_text_is_read(sentences: list[str], date: str) -> None:
    read = statement(*sentences, date=date)
    result = read_sentences(read)
    assert len(result) == len(sentences)
    for span, sentence in zip(read.sentences, result, strict=True):
        for fact in sentence.facts:
            assert span.start <= fact.span.start < fact.span.end <= span.end
            assert fact.value
            assert fact.low is None or fact.high is None or fact.low <= fact.high
        for token in sentence.tokens:
            assert span.start <= token.start < token.end <= span.end
            assert 0 <= token.head < len(sentence.tokens)
    resolve(result, result)


@settings(deadline=None)
@given(st.lists(_TEXT, max_size=3))
def test_restoring_case_keeps_every_length(texts: list[str]) -> None:
    assert [len(text) for text in restored(texts)] == [len(text) for text in texts]


def test_lone_surrogates_and_endless_sentences() -> None:
    broken = "They lost 40 tanks \ud800 and 3 boats."
    assert values(broken, "number") == ["40", "3"]
    long = "word " * MAX_CHARS
    assert len(read_facts(statement(long))) == 1


def test_no_sentences() -> None:
    assert read_sentences(Statement("", ())) == ()


def test_offsets_are_those_of_the_statement() -> None:
    text = "Préambule. They lost 40 tanks."
    (facts,) = read_facts(Statement(text, (Span(11, len(text)),)))
    (number,) = [fact for fact in facts if fact.kind == "number"]
    assert text[number.span.start : number.span.end] == "40"


def test_the_same_input_gives_the_same_facts() -> None:
    read = statement("Norway will send 40 nurses by Friday.", "All of them agreed.")
    assert read_sentences(read) == read_sentences(read)


def test_shouting_is_read_like_speech() -> None:
    loud = "NORWAY WILL NEVER ACCEPT THIS, AND 40 BOATS WERE SENT TO CHILE ON 3 MAY!"
    assert shouts(loud)
    assert values(loud, "entity") == ["country:NO", "country:CL"]
    assert values(loud, "number") == ["40"]
    assert values(loud, "date") == ["2025-05-03"]
    assert values(loud, "negation") == ["negated"]


def test_names_of_calm_sentences_survive_shouting() -> None:
    _, loud = read_sentences(
        statement("President Okoro met Anna Lindqvist.", "LINDQVIST AND OKORO AGREED TO TALK.")
    )
    found = {fact.value for fact in loud.facts if fact.kind == "entity"}
    assert found == {"person:anna lindqvist", "person:okoro"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("And TRAINS, folks, the line from Oslo is rolling.", ["country:NO"]),
        ("It was a GREAT day, TOTAL and COMPLETE.", []),
        ("The IAEA and UNESCO will STOP this.", ["org:iaea", "org:unesco"]),
        ("A BIG WIN for NORWAY.", ["country:NO"]),
        ("The START treaty and the IDF stand.", ["name:start", "org:idf"]),
    ],
)
def test_an_emphasised_word_is_no_name_and_an_acronym_is(text: str, names: list[str]) -> None:
    assert values(text, "entity") == names
