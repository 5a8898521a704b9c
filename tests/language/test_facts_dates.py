"""Dates: named and relative, with and without a date on the statement; times of day."""

from __future__ import annotations

import pytest

from tests.language.facts_help import facts, values, words

# The statement is dated Monday 14 April 2025.
RESOLVED = [
    ("They met on 2 April.", ["2025-04-02"]),
    ("They met on April 2.", ["2025-04-02"]),
    ("They met on April 2, 2025.", ["2025-04-02"]),
    ("They met on 2 April 2025.", ["2025-04-02"]),
    ("They met on the 2nd of April.", ["2025-04-02"]),
    ("They met on 02.04.2025.", ["2025-04-02"]),
    ("They met on 2025-04-02.", ["2025-04-02"]),
    ("The accord of 29 February 2024 holds.", ["2024-02-29"]),
    ("The fair ran from 2 to 5 April.", ["2025-04-02/2025-04-05"]),
    ("They met yesterday.", ["2025-04-13"]),
    ("They will pay by end-May.", ["<=2025-05-31"]),
    ("They will pay in mid-June.", ["2025-06-11/2025-06-20"]),
    ("They will pay in early-May.", ["2025-05-01/2025-05-10"]),
    ("They will sow in late spring.", ["2025-05-02/2025-05-31"]),
    ("They met on April 3 and on the 18th.", ["2025-04-03", "2025-04-18"]),
    ("They met on the 18th.", ["---18"]),
    ("They met on the 5th floor.", []),
    ("They met earlier today.", ["2025-04-14"]),
    ("They will meet tomorrow.", ["2025-04-15"]),
    ("They spoke this morning.", ["2025-04-14"]),
    ("They spoke last night.", ["2025-04-13/2025-04-14"]),
    ("They will meet the day after tomorrow.", ["2025-04-16"]),
    ("They will meet next week.", ["2025-04-21/2025-04-27"]),
    ("They will meet this Friday.", ["2025-04-18"]),
    ("They met last Friday.", ["2025-04-11"]),
    ("They met on Thursday.", ["2025-04-10"]),
    ("They will meet on Thursday.", ["2025-04-17"]),
    ("They met last month.", ["2025-03"]),
    ("They will meet next year.", ["2026"]),
    ("It starts early next year.", ["2026-01-01/2026-05-01"]),
    ("It must be done by the end of the month.", ["<=2025-04-30"]),
    ("It will be signed in June.", ["2025-06"]),
    ("It will be signed in March.", ["2026-03"]),
    ("It was signed in June.", ["2024-06"]),
    ("It was signed in March 2019.", ["2019-03"]),
    ("The vote was put off to March.", ["2026-03"]),
    ("The hearing had been postponed until June.", ["<=2025-06-30"]),
    ("It was signed in May of last year.", ["2024-05"]),
    ("It was signed in 2015.", ["2015"]),
    ("They table a raise backdated to 1 May.", ["2025-05-01"]),
    ("The 2015 accords hold.", ["2015"]),
    ("Trade has grown since 2015.", [">=2015-01-01"]),
    ("It will open by 2029.", ["<=2029-12-31"]),
    ("A visit is foreseen for the winter.", ["2025-12-01/2026-02-28"]),
    ("They postpone the vote to June.", ["2025-06"]),
    ("The vote was scheduled for February.", ["2025-02"]),
    ("A vote is planned for autumn 2026.", ["2026-09-01/2026-11-30"]),
    ("Work begins in the first half of 2026.", ["2026-01-01/2026-06-30"]),
    ("Work begins in the second half of May.", ["2025-05-16/2025-05-31"]),
    ("Work begins in the first half of June.", ["2025-06-01/2025-06-15"]),
    ("Work begins in the third quarter of 2026.", ["2026-07-01/2026-09-30"]),
    ("Two years ago they broke off.", ["2023"]),
    ("Three days ago they broke off.", ["2025-04-11"]),
    ("It was built in the 1990s.", ["1990-01-01/1999-12-31"]),
    ("They will decide by Christmas.", ["<=2025-12-25"]),
    ("It takes effect immediately.", ["now"]),
    ("They will meet soon.", ["soon"]),
    ("They will meet in the coming days.", ["coming days"]),
    ("It ends no later than 1 June.", ["<=2025-06-01"]),
    ("They will meet on the 21st of the month.", ["2025-04-21"]),
    ("The guns fell silent at 06:00.", ["T06:00"]),
    ("The doors will open at 7 p.m.", ["T19:00"]),
    ("They left at half past three in the afternoon.", ["T15:30"]),
    ("They left at twenty to six.", ["T05:40"]),
    ("They left at 1535 hours.", ["T15:35"]),
    ("They left at two in the morning.", ["T02:00"]),
    ("The vote was five to three.", []),
    ("They left at noon.", ["T12:00"]),
    ("The court will not rule before 20 April.", [">=2025-04-20"]),
    ("The court will rule before 20 April.", ["<=2025-04-20"]),
    ("The dam will not only open before June but also be lit.", ["<=2025-05-31"]),
    ("The dam, which is not full, will open before June.", ["<=2025-05-31"]),
    ("The bridge will not reopen before the second half of next year.", [">=2026-07-01"]),
    ("The dam will not be full until June.", [">=2025-06-01"]),
    ("The truce will not last until June.", ["<=2025-06-30"]),
    ("They will not finish by June.", ["<=2025-06-30"]),
    ("Nobody will be paid before June.", [">=2025-06-01"]),
    ("They will take no decision before June.", [">=2025-06-01"]),
    ("The line is not expected to open before June.", [">=2025-06-01"]),
    ("There will be no tariffs before 1 July.", [">=2025-07-01"]),
    ("No tariffs before 1 July.", [">=2025-07-01"]),
    ("We expect no agreement before the summer.", [">=2025-06-01"]),
    ("There is no chance of a deal before 1 July.", [">=2025-07-01"]),
    ("There will be no elections until June.", [">=2025-06-01"]),
    ("They have no plan to meet before June.", [">=2025-06-01"]),
    ("Tariffs will be imposed no later than 1 July.", ["<=2025-07-01"]),
    ("Without a deal before 1 July, there will be tariffs.", ["<=2025-07-01"]),
    ("There is no doubt about a deal before 1 July.", ["<=2025-07-01"]),
    ("There is no question that we will sign before 1 July.", ["<=2025-07-01"]),
    ("No ship which arrived before 3 June may leave.", ["<=2024-06-03"]),
    ("No troops will leave before the end of June.", [">=2025-06-30"]),
    ("The troops will leave from the end of June.", [">=2025-06-26"]),
    ("They do not know if it opened before 2019.", ["<=2018-12-31"]),
    ("A ruling is unlikely before June.", [">=2025-06-01"]),
    ("Not until June will the dam open.", [">=2025-06-01"]),
    ("The line will not open earlier than 2027.", [">=2027-01-01"]),
    ("The line will open no sooner than May 2027.", [">=2027-05-01"]),
    ("The ice melted earlier than last year.", ["2024"]),
    ("The minister promised elections by March.", ["<=2026-03-31"]),
    ("They finished the road by March.", ["<=2025-03-31"]),
    ("They promised in March to sell.", ["2025-03"]),
    ("The court set a deadline of 30 June.", ["2025-06-30"]),
    ("They missed the deadline of 30 June.", ["2024-06-30"]),
    ("The court set the trial for 8 September.", ["2025-09-08"]),
    ("Sales set a record for January.", ["2025-01"]),
    ("The club extended the contract to 30 October.", ["2025-10-30"]),
    ("They suspended flights until 30 October.", ["<=2025-10-30"]),
    ("The firm announced plans for a summit in July.", ["2025-07"]),
    ("The firm announced a loss in July.", ["2024-07"]),
    ("They demanded an answer by Friday.", ["<=2025-04-18"]),
    ("The deal will close in the third quarter.", ["2025-07-01/2025-09-30"]),
    (
        "Sales rose in the third quarter and fell in the fourth.",
        ["2024-07-01/2024-09-30", "2024-10-01/2024-12-31"],
    ),
    ("They scored twice in the third quarter.", []),
    ("Sales fell for the third quarter in a row.", []),
    ("In the third, they agreed.", []),
    ("The shop was closed from Monday through Wednesday.", ["2025-04-07/2025-04-09"]),
    ("The shop will be closed from Friday to Monday.", ["2025-04-18/2025-04-21"]),
    ("The pool will be closed from November to March.", ["2025-11-01/2026-03-31"]),
    ("The vote was moved from 2 May to 3 June.", [">=2025-05-02", "2025-06-03"]),
    ("The fair ran from 3 through 9 April.", ["2025-04-03/2025-04-09"]),
    ("The offer runs through 30 June.", ["<=2025-06-30"]),
    ("They got through 2 April without a strike.", ["2025-04-02"]),
    ("Sales fell through 2024.", ["2024"]),
    ("Prices rose in the week to 6 April.", ["2025-03-31/2025-04-06"]),
    ("Prices rose in the week ending 4 April.", ["2025-03-29/2025-04-04"]),
    ("Prices rose in the week ended 4 April.", ["2025-03-29/2025-04-04"]),
    ("The week ended on 4 April.", ["2025-04-14/2025-04-20", "2025-04-04"]),
    ("Profit fell in the year to March.", ["2024-04-01/2025-03-31"]),
    ("They gave the week to charity on 2 April.", ["2025-04-14/2025-04-20", "2025-04-02"]),
    ("They will meet in the second week of June.", ["2025-06-08/2025-06-14"]),
    ("They will meet in the last week of June.", ["2025-06-24/2025-06-30"]),
    ("He died in the early hours of 2 April.", ["2025-04-02"]),
    ("They talked until the early hours of Friday.", ["<=2025-04-11"]),
    ("The guns fell silent shortly after five.", ["T05:00"]),
    ("They left just before four, with the rest.", ["T04:00"]),
    ("They left soon after 6 on the road to Oslo.", ["T06:00"]),
    ("They left soon after six weeks of talks.", []),
    ("Shortly after five of them left, it rained.", []),
    ("Shortly before four ships came, it rained.", []),
    ("They left at ten at night.", ["T22:00"]),
    ("No flights take off between midnight and five.", ["T00:00", "T05:00"]),
    ("They talked from six in the morning.", ["T06:00"]),
    ("They left in the evening.", ["T17:00/T24:00"]),
    ("They left at dawn.", ["T03:00/T08:00"]),
    ("They came before dawn.", ["T18:00/T32:00"]),
    ("They left by noon.", ["T00:00/T12:00"]),
    ("They left shortly before noon.", ["T12:00"]),
    ("They were freed by Sunday noon.", ["<=2025-04-13"]),
    ("The road was open from the afternoon.", ["T12:00/T24:00"]),
    ("They left on the morning of 2 April.", ["T00:00/T12:00", "2025-04-02"]),
    ("They signed in the night to 2 April.", ["2025-04-02"]),
    ("This is the dawn of a new era.", []),
    ("At the dawn of a new era they met.", []),
    ("It was in the evening news.", []),
    ("They travel by night.", []),
    ("They worked from dawn to dusk.", []),
    ("The firm had offered it as early as 2 April.", ["2025-04-02"]),
    ("The line will open as early as 2 May.", [">=2025-05-02"]),
    ("Sales rose on the year before.", []),
    ("Sales were lower in the month before.", []),
    ("In the week after the vote they met.", []),
    ("They met in the year before last.", ["2023"]),
    ("They will meet in the week after next.", ["2025-04-28/2025-05-04"]),
    ("They will meet within the year.", ["2025"]),
    ("They met two days later.", []),
    ("They will decide by the middle of next year.", ["<=2026-07-02"]),
    ("They will decide by mid-year.", ["<=2025-07-02"]),
    ("They will decide by year-end.", ["<=2025-12-31"]),
    ("They will decide by the month's end.", ["<=2025-04-30"]),
    ("They will meet in the middle of next week.", ["2025-04-22/2025-04-24"]),
    ("They will meet at the end of next week.", ["2025-04-25/2025-04-27"]),
    ("The bank will stop at the turn of the year.", ["2025-12-16/2026-01-15"]),
    ("They will finish by Christmas 2027.", ["<=2027-12-25"]),
    ("They may march on.", []),
    ("Many may leave.", []),
    ("About 2000 people left.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), RESOLVED)
def test_resolved_against_the_statement(sentence: str, expected: list[str]) -> None:
    assert values(sentence, "date") == expected


UNRESOLVED = [
    ("They will sow in late spring.", ["season:spring:late"]),
    ("They will pay by end-December.", ["<=--12:end"]),
    ("They will meet on the 18th.", ["---18"]),
    ("They met on 2 April.", ["--04-02"]),
    ("They met in June.", ["--06"]),
    ("They met yesterday.", ["day-1"]),
    ("They will meet next week.", ["week+1"]),
    ("They will meet by Friday.", ["<=weekday:5"]),
    ("It ends at the end of the month.", ["month+0:end"]),
    ("They met on 2 April 2025.", ["2025-04-02"]),
    ("Two years ago they broke off.", ["year-2"]),
    ("They will decide at the turn of the year.", ["turn of the year"]),
    ("They left in the evening.", ["T17:00/T24:00"]),
    ("The deal will close in the third quarter.", ["quarter:3"]),
    ("It was shut from Monday to Wednesday.", ["weekday:1/weekday:3"]),
    ("Prices rose in the week to 6 April.", ["--04-06:week"]),
]


@pytest.mark.parametrize(("sentence", "expected"), UNRESOLVED)
def test_relative_form_without_a_date(sentence: str, expected: list[str]) -> None:
    assert values(sentence, "date", date="") == expected


def test_unusable_statement_dates_are_no_error() -> None:
    for date in ("yesterday", "0001-01-01", "9999-12-31", "2025-13-40"):
        assert values("They met yesterday.", "date", date=date) == ["day-1"]


def test_a_date_with_a_time_is_a_date() -> None:
    assert values("They met yesterday.", "date", date="2025-04-14T10:00:00Z") == ["2025-04-13"]


def test_exact_words_and_about() -> None:
    sentence = "The bridge will reopen by the end of June."
    assert words(sentence, "date") == ["by the end of June"]
    assert facts(sentence, "date")[0].about[:2] == ("reopen", "bridge")


def test_a_time_without_morning_or_evening_spans_both() -> None:
    (told,) = facts("They left at 6 p.m.", "date")
    (untold,) = facts("They left at six o'clock.", "date")
    assert (told.low, told.high, told.vague) == (1080, 1080, False)
    assert (untold.low, untold.high, untold.vague) == (360, 1080, True)


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("The withdrawal begins immediately.", 7),
        ("They must leave at once.", 7),
        ("He asked them to leave without delay.", 7),
        ("He immediately asked for a truce.", None),
        ("The withdrawal will not begin immediately.", None),
        ("They will meet as soon as possible.", None),
    ],
)
def test_what_is_to_be_done_at_once_is_of_these_days(sentence: str, days: int | None) -> None:
    (fact,) = facts(sentence, "date")
    assert (fact.value, fact.vague or days is None) == ("now", True)
    assert fact.low is None if days is None else fact.high == (fact.low or 0.0) + days
    assert [item.low for item in facts(sentence, "date", date="")] == [None]


def test_at_once_after_something_is_no_date() -> None:
    assert values("The truce takes effect immediately after the signing.", "date") == []
    assert values("The truce takes effect immediately upon signature.", "date") == []


def test_intervals_are_ordinal_days() -> None:
    (week,) = facts("They will meet next week.", "date")
    (day,) = facts("They will meet on 23 April.", "date")
    assert week.unit == day.unit == "day"
    assert week.low is not None
    assert week.high is not None
    assert day.low is not None
    assert week.low <= day.low <= week.high


@pytest.mark.parametrize(
    ("sentence", "days", "lengths"),
    [
        ("We left two days after Christmas.", ["2025-12-27"], 0),
        ("The port closed a week after 3 May.", ["2026-05-10"], 0),
        ("Three weeks after Easter the talks resumed.", [">=easter"], 0),
        ("They met two days after the election.", [], 1),  # how long after
        ("It must be paid within two days after 3 May.", [">=2026-05-03"], 1),
    ],
)
def test_days_counted_from_a_date_are_no_length(
    sentence: str, days: list[str], lengths: int
) -> None:
    assert values(sentence, "date", date="2026-05-01") == days
    assert len(values(sentence, "duration", date="2026-05-01")) == lengths


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The talks will not be the last before 20 June.", ["<=2025-06-20"]),
        ("It would not be their final meeting before 20 June.", ["<=2025-06-20"]),
        ("The talks will not begin before 20 June.", [">=2025-06-20"]),
    ],
)
def test_what_is_not_the_last_before_a_day_is_before_it(sentence: str, expected: list[str]) -> None:
    assert values(sentence, "date") == expected
