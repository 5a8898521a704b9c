"""Numbers: what is counted, how much, within which bounds, and what is no count at all."""

from __future__ import annotations

import pytest

from tests.language.facts_help import facts, values, words

FORMS = [
    ("The army lost 40 tanks.", ["40"]),
    ("They buried forty-two miners.", ["42"]),
    ("A dozen aircraft were hit.", ["12"]),
    ("Half a dozen villages were flooded.", ["6"]),
    ("Two dozen lorries crossed.", ["24"]),
    ("Half a million people fled.", ["500000"]),
    ("A quarter of a million homes lost power.", ["250000"]),
    ("One hundred and forty thousand voters stayed at home.", ["140000"]),
    ("Three thousand two hundred and five ballots were spoiled.", ["3205"]),
    ("Some 1,200,000 doses arrived.", ["~1200000"]),
    ("There were 2½ tonnes of rice.", ["2500 kg"]),
    ("The fund holds $1.2bn.", ["1200000000 USD"]),
    ("The fund holds 1.2 billion dollars.", ["1200000000 USD"]),
    ("The loan is worth €300 million.", ["300000000 EUR"]),
    ("Prices rose by 7.5 per cent.", ["7.5 %"]),
    ("Prices rose by 7.5%.", ["7.5 %"]),
    ("Prices rose by seven and a half percent.", ["7.5 %"]),
    ("Turnout fell by three percentage points.", ["3 pp"]),
    ("A third of the fleet was lost.", ["33.3333 %"]),
    ("Two-thirds of the members voted.", ["66.6667 %"]),
    ("Half of the staff were sent home.", ["50 %"]),
    ("One in five members voted against.", ["20 %"]),
    ("Nine out of ten ships left port.", ["90 %"]),
    ("At least one in every three homes is cold.", [">=33.3333 %"]),
    ("Twenty out of 27 states signed.", ["20", "27"]),
    ("It rained on two in three days.", ["2"]),
    ("They shipped 36m tonnes of grain.", ["36000000000 kg"]),
    ("Some 5m people voted.", ["~5000000"]),
    ("The river rose 5m above the quay.", ["5 m"]),
    ("The road is 1.5 km long.", ["1500 m"]),
    ("The road is 1,500 metres long.", ["1500 m"]),
    ("They shipped 3 tonnes of wheat.", ["3000 kg"]),
    ("The plant yields 2 GW.", ["2000 MW"]),
    ("They have met twice.", ["2"]),
    ("Between 40 and 50 miners were trapped.", ["40..50"]),
    ("They expect 40 to 50 guests.", ["40..50"]),
    ("They expect 40-50 guests.", ["40..50"]),
    ("Two or three ships left port.", ["2..3"]),
    ("It costs $40 to $50 million.", ["40000000..50000000 USD"]),
    ("More than 3,000 soldiers arrived.", [">=3000"]),
    ("At least nine nurses fell ill.", [">=9"]),
    ("No fewer than 12 bridges collapsed.", [">=12"]),
    ("Well over a hundred houses burned.", [">=100"]),
    ("Up to 60 patients can be treated.", ["<=60"]),
    ("As many as 600 boats were held.", ["<=600"]),
    ("No more than ten guests may come.", ["<=10"]),
    ("Fewer than 20 schools reopened.", ["<=20"]),
    ("Nearly 200 flights were cancelled.", ["~200"]),
    ("About 200 flights were cancelled.", ["~200"]),
    ("Forty or more prisoners escaped.", [">=40"]),
    ("Tens of millions of people need food.", [">=20000000"]),
    ("Dozens of shops were looted.", [">=24"]),
    ("Several roads were blocked.", ["several"]),
    ("Several hundred prisoners left.", [">=300"]),
    ("A few thousand prisoners left.", [">=3000"]),
    ("The remaining two fifths were sold.", ["40 %"]),
    ("It needs a two-thirds majority.", ["66.6667 %"]),
    ("A few roads were blocked.", ["several"]),
    ("Numerous roads were blocked.", ["many"]),
    ("One guard was hurt.", ["1"]),
    ("None of the 12 hostages was freed.", ["12"]),
    ("The levy was cut from 15 percent to 12.5 percent.", ["15 %", "12.5 %"]),
    ("2000 refugees crossed the river.", ["2000"]),
    ("The two agreed that the talks go on.", []),
    ("It came free after four in the morning.", []),
    ("The two of them that were found are safe.", []),
    ("Output fell by a quarter.", ["25 %"]),
    ("Output fell nearly a third.", ["~33.3333 %"]),
    ("Sales are down by half.", ["50 %"]),
    ("Spending is up by more than half.", [">=50 %"]),
    ("A quarter abstained.", ["25 %"]),
    ("A third voted against the plan.", ["33.3333 %"]),
    ("Half were nurses.", ["50 %"]),
    ("Nine tenths of the crew left.", ["90 %"]),
    ("The firm grew in three quarters of the regions.", ["75 %"]),
    ("He was followed by a third.", []),
    ("The rate was raised by a third country.", []),
    ("Two members abstained and a third voted against.", ["2"]),
    ("It fell a third time.", []),
    ("It fell half way down the hill.", []),
    ("A quarter passed.", []),
    ("He is too clever by half.", []),
    ("Prices have more than doubled.", [">=2 times"]),
    ("Output has tripled.", ["3 times"]),
    ("Prices rose threefold.", ["3 times"]),
    ("They saw a ten-fold increase.", ["10 times"]),
    ("The levy is double that of 2024.", ["2 times"]),
    ("The levy is twice as high as here.", ["2 times"]),
    ("Output is three times that of 2024.", ["3 times"]),
    ("The sum was halved.", ["50 %"]),
    ("They doubled down on the plan.", []),
    ("The hall doubles as a school.", []),
    ("The aim is twofold.", []),
    ("He booked a double room.", []),
    ("They met three times that week.", ["3"]),
    ("They went below twice.", ["2"]),
    ("It rose by three tenths of a point.", ["0.3 pp"]),
    ("Rates were cut by a quarter point.", ["0.25 pp"]),
    ("Growth slowed to half a percent.", ["0.5 %"]),
    ("He made a third point.", []),
    ("The firm lost money for three quarters.", []),
    ("Three-quarters voted for the deal.", ["75 %"]),
    ("Prices rose by two and a half percentage points.", ["2.5 pp"]),
    ("The levy was raised from 10 to 25 percent.", ["10 %", "25 %"]),
    ("It fell from 12 to 9 thousand.", ["12000", "9000"]),
    ("Output rose from 3 to 5m tonnes.", ["3000000000 kg", "5000000000 kg"]),
    ("The budget was cut from $900 to $600 million.", ["900000000 USD", "600000000 USD"]),
    ("Arrivals rose from 200 to 3 million.", ["200", "3000000"]),
    ("The staff grew from 10 nurses to 25 percent.", ["10", "25 %"]),
    ("They shipped 30m cubic metres of gas.", ["30000000 m3"]),
    ("It is a 30m cubic hall.", ["30 m"]),
    ("The jet passed within 60 metres of the ship.", ["<=60 m"]),
    ("Trade was nearly a tenth more than in the year before.", ["~10 %"]),
    ("They want a quarter more.", ["25 %"]),
    ("Prices are a fifth higher than last year.", ["20 %"]),
    ("A third more serious raid followed.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), FORMS)
def test_normal_form(sentence: str, expected: list[str]) -> None:
    assert values(sentence, "number") == expected


NO_COUNTS = [
    "Among the dead is a boy of nine.",
    "A woman of 84 was saved.",
    "He got a scratch or two.",
    "Work resumes on the twenty-fourth of the month.",
    "He scored in the twenty-fifth minute.",
    "Resolution 2231 expires.",
    "They cited Article 5 of the treaty.",
    "Bus No. 5 was late.",
    "The F-16s landed.",
    "The G7 met.",
    "It began in 2015.",
    "The 2015 accords hold.",
    "They met on 14 April.",
    "The third round went well.",
    "One side blamed the other.",
    "No one was hurt.",
    "Not one window was broken.",
    "Every single one of the windows held.",
    "They helped one another.",
    "The two presidents talked.",
    "The call lasted 90 minutes.",
    "The shop is open 24/7.",
    "They met at 10:30.",
    "The Boeing 737 was grounded.",
    "It ran from 1999 until 2004.",
    "No soldiers were seen.",
    "The girl is 12 years old.",
    "They left 20 minutes before the vote.",
    "It is a zero-sum game.",
]


@pytest.mark.parametrize("sentence", NO_COUNTS)
def test_what_is_no_count(sentence: str) -> None:
    assert values(sentence, "number") == []


ABOUT = [
    ("Twelve members of the crew are well.", ["member", "crew"]),
    ("Talk of another hundred and fifty people is possible.", ["people"]),
    ("A crew of nine left.", ["crew"]),
    ("The men of two regiments left.", ["regiment"]),
    ("More than 3,000 Turkish soldiers arrived.", ["soldier", "turkish"]),
    ("They carry 410,000 people a day.", ["people"]),
    ("Dozens of fishing boats sank.", ["boat", "fishing"]),
    ("A third of the fleet was lost.", ["fleet"]),
    ("Wages rose by 3.5%.", ["rise", "wage"]),
    ("The number of clerks fell to 30.", ["fall", "clerk"]),
    ("The number is 30.", ["number"]),
    ("The 5% levy stays.", ["levy"]),
    ("Losses were limited to two wounded.", ["limit", "loss", "wound"]),
    ("There were three injured.", ["be", "injured"]),
    ("The blast left four hurt.", ["hurt"]),
    ("Two soldiers were killed.", ["soldier", "kill"]),
    ("Two men lost their lives.", ["man", "die"]),
    ("Seven people killed in the blast were buried.", ["people", "kill"]),
    ("The six who died were buried.", ["bury", "die"]),
    ("The bomb wounded twenty people.", ["people", "wound"]),
    ("Two gunmen killed a guard.", ["gunman"]),
    ("Seven people were killed or wounded.", ["people"]),
]


@pytest.mark.parametrize(("sentence", "about"), ABOUT)
def test_what_is_counted(sentence: str, about: list[str]) -> None:
    assert list(facts(sentence, "number")[0].about)[: len(about)] == about


@pytest.mark.parametrize(
    "sentence", ["Two gunmen killed a guard.", "Seven people were killed or wounded."]
)
def test_who_kills_is_not_killed(sentence: str) -> None:
    (fact,) = facts(sentence, "number")
    assert not {"kill", "wound"} & set(fact.about)


BOUNDS = [
    ("Nearly 200 flights were cancelled.", 180, 200),
    ("About 200 flights were cancelled.", 180, 220),
    ("Just over 200 flights were cancelled.", 200, 220),
    ("More than 200 flights were cancelled.", 200, None),
    ("Up to 200 flights were cancelled.", None, 200),
    ("200 flights were cancelled.", 200, 200),
    ("Between 150 and 200 flights were cancelled.", 150, 200),
]


@pytest.mark.parametrize(("sentence", "low", "high"), BOUNDS)
def test_bounds(sentence: str, low: float | None, high: float | None) -> None:
    (fact,) = facts(sentence, "number")
    assert fact.low == (None if low is None else pytest.approx(low))
    assert fact.high == (None if high is None else pytest.approx(high))


SPANS = [
    ("They sent more than 3,000 troops.", ["more than 3,000"]),
    ("The fund holds $1.2bn in gold.", ["$1.2bn"]),
    ("It rose by 7.5 per cent.", ["7.5 per cent"]),
    ("Between 40 and 50 miners came.", ["Between 40 and 50"]),
]


@pytest.mark.parametrize(("sentence", "expected"), SPANS)
def test_exact_words(sentence: str, expected: list[str]) -> None:
    assert words(sentence, "number") == expected


def test_vague_counts_say_so() -> None:
    assert [f.vague for f in facts("Tens of thousands of people marched.", "number")] == [True]
    assert [f.vague for f in facts("40 people marched.", "number")] == [False]


TWO = [
    ("A pair of the eight miners were hurt.", ["2", "8"]),
    ("Of the nine barns, a couple were hit.", ["9", "2"]),
    ("More than a couple of barns burned.", [">=2"]),
    ("A pair of boots was found.", []),
    ("They stayed a couple of days.", []),
    ("The pair left.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), TWO)
def test_a_pair_and_a_couple_are_two(sentence: str, expected: list[str]) -> None:
    assert values(sentence, "number") == expected


def test_a_couple_of_hundred_is_vague() -> None:
    (fact,) = facts("A couple of hundred men came.", "number")
    assert (fact.vague, fact.low) == (True, 200)


EACH = [
    ("They pay 5 million euros in each of the next three years.", "year", 3),
    ("They pay 5 million euros each of the last six months.", "month", 0.5),
]


@pytest.mark.parametrize(("sentence", "per", "years"), EACH)
def test_each_of_some_years_says_how_often_and_for_how_long(
    sentence: str, per: str, years: float
) -> None:
    (fact,) = facts(sentence, "number")
    assert fact.spread is not None
    assert fact.spread.per == per
    assert fact.spread.over == pytest.approx(years * 365.25 * 1440, rel=0.01)
