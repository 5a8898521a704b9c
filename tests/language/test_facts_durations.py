"""Durations: one normal form in minutes, with bounds."""

from __future__ import annotations

import pytest

from tests.language.facts_help import facts, values, words

FORMS = [
    ("The call lasted ninety minutes.", ["90 min"]),
    ("The call lasted an hour and a half.", ["90 min"]),
    ("The call lasted 1.5 hours.", ["90 min"]),
    ("The call lasted one-and-a-half hours.", ["90 min"]),
    ("The call lasted one and a half hours.", ["90 min"]),
    ("The call lasted two hours and ten minutes.", ["130 min"]),
    ("The call lasted half an hour.", ["30 min"]),
    ("The call took over an hour.", [">=60 min"]),
    ("The call, taking over three hours, was useful.", [">=180 min"]),
    ("The bank took over forty branches.", []),
    ("A thirty-second pause followed.", ["0.5 min"]),
    ("They showed two thirty-second clips.", ["0.5 min"]),
    ("He had a full sixty-second start.", ["1 min"]),
    ("The 30-second clip was shown.", ["0.5 min"]),
    ("On the twenty-second day of the strike they met.", []),
    ("She won on her thirty-second birthday.", []),
    ("It opens on the twenty-second.", []),
    ("The forty-second president signed it.", []),
    ("It was a twenty-second day of rain.", []),
    ("The call lasted three quarters of an hour.", ["45 min"]),
    ("It was a half-hour call.", ["30 min"]),
    ("It was an hour-long call.", ["60 min"]),
    ("It was a 90-minute call.", ["90 min"]),
    ("It was over in a quarter of an hour.", ["15 min"]),
    ("The talks took two and a half hours.", ["150 min"]),
    ("They agreed a 30-day pause in shelling.", ["43200 min"]),
    ("The pause will hold for three weeks.", ["30240 min"]),
    ("It is a two-year plan.", ["1051920 min"]),
    ("It is a 24-month plan.", ["1051920 min"]),
    ("They were given 72 hours.", ["4320 min"]),
    ("They were given three days.", ["4320 min"]),
    ("The strike went on for a fortnight.", ["20160 min"]),
    ("The mandate runs for a year.", ["525960 min"]),
    ("It lasted more than an hour.", [">=60 min"]),
    ("It lasted at least six hours.", [">=360 min"]),
    ("It took less than ten minutes.", ["<=10 min"]),
    ("Leave is granted for up to 90 days.", ["<=129600 min"]),
    ("They must answer within 72 hours.", ["<=4320 min"]),
    ("Almost two hours passed.", ["~120 min"]),
    ("They spoke for about 40 minutes.", ["~40 min"]),
    ("It takes five to seven days.", ["7200..10080 min"]),
    ("It takes between five and seven days.", ["7200..10080 min"]),
    ("The talks went on for several hours.", [">=120 min"]),
    ("After weeks of talks they signed.", [">=20160 min"]),
    ("They held hours-long talks.", [">=120 min"]),
    ("A lengthy phone call took place.", ["long"]),
    ("They had a brief exchange.", ["short"]),
    ("They will invest over six years.", ["3155760 min"]),
    ("They spoke for over six hours.", [">=360 min"]),
    ("We had a great call with the King, over two hours, and it went well.", [">=120 min"]),
    ("We had a great call, over an hour, one of the best.", [">=60 min"]),
    ("We had a great call – over two hours!", [">=120 min"]),
    ("They held talks in Oslo, over three hours long, with the Governor.", [">=180 min"]),
    ("The talks, over three days of them, were held in Oslo.", [">=4320 min"]),
    ("The wall, over two years in length, is a long story.", [">=1051920 min"]),
    ("Over three years duties fall.", ["1577880 min"]),
    ("They cut the duties, over three years, to zero.", ["1577880 min"]),
    ("The duties fall, over two weeks, to zero.", ["20160 min"]),
    ("They will pay over two days in May.", ["2880 min"]),
    ("They talked for two long and fruitful days.", ["2880 min"]),
    ("Three-quarters voted for the deal.", []),
    ("Sales fell by three quarters.", []),
    ("A three-quarter majority is needed.", []),
    ("Sales fell for three quarters.", ["394470 min"]),
    ("Sales fell for three consecutive quarters.", ["394470 min"]),
    ("The film runs for two and three quarter hours.", ["165 min"]),
    ("He spoke for a three-quarter hour.", ["45 min"]),
    ("They struck for the third time in as many weeks.", []),
    ("It was signed after many weeks.", [">=20160 min"]),
    ("He died in the early hours of 11 March.", []),
    ("They met in the last weeks of the war.", []),
    ("The crew worked all night.", ["360..720 min"]),
    ("The strike lasted all week.", ["7200..10080 min"]),
    ("The talks took nearly the whole day.", ["480..1440 min"]),
    ("All night trains were cancelled.", []),
    ("The whole week's work was lost.", []),
    ("All year groups took part.", []),
    ("They were told nine days later.", ["12960 min"]),
    ("They were told a month later.", ["43830 min"]),
    ("They were told a month after the arrest.", ["43830 min"]),
    ("They were told three weeks after the arrest.", ["30240 min"]),
    ("They met day after day.", []),
    ("They were told two days earlier.", []),
    ("The girl is 12 years old.", []),
    ("It happened two years ago.", []),
    ("The mill makes 40 tonnes a day.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), FORMS)
def test_normal_form(sentence: str, expected: list[str]) -> None:
    assert values(sentence, "duration") == expected


def test_almost_reaches_a_little_below() -> None:
    (fact,) = facts("Almost two hours passed.", "duration")
    assert (fact.low, fact.high, fact.unit) == (pytest.approx(108), 120, "minute")


def test_exact_words_and_about() -> None:
    sentence = "They agreed a 30-day pause in shelling."
    assert words(sentence, "duration") == ["30-day"]
    assert facts(sentence, "duration")[0].about == ("pause",)
    assert words("They were told nine days later.", "duration") == ["nine days later"]
    assert words("They slept for two days afterwards.", "duration") == ["two days"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("30 days", "one month"),
        ("90 days", "three months"),
        ("365 days", "a year"),
        ("twelve months", "a year"),
        ("52 weeks", "a year"),
    ],
)
def test_months_and_years_overlap_their_days(one: str, other: str) -> None:
    (left,) = facts(f"It holds for {one}.", "duration")
    (right,) = facts(f"It holds for {other}.", "duration")
    assert left.low is not None
    assert left.high is not None
    assert right.low is not None
    assert right.high is not None
    assert left.low <= right.high
    assert right.low <= left.high


def test_a_month_is_not_six_weeks() -> None:
    (weeks,) = facts("It holds for six weeks.", "duration")
    (month,) = facts("It holds for a month.", "duration")
    assert weeks.low is not None
    assert month.high is not None
    assert month.high < weeks.low
