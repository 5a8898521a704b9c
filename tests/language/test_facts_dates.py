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
    ("They may march on.", []),
    ("Many may leave.", []),
    ("About 2000 people left.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), RESOLVED)
def test_resolved_against_the_statement(sentence: str, expected: list[str]) -> None:
    assert values(sentence, "date") == expected


UNRESOLVED = [
    ("They met on 2 April.", ["--04-02"]),
    ("They met in June.", ["--06"]),
    ("They met yesterday.", ["day-1"]),
    ("They will meet next week.", ["week+1"]),
    ("They will meet by Friday.", ["<=weekday:5"]),
    ("It ends at the end of the month.", ["month+0:end"]),
    ("They met on 2 April 2025.", ["2025-04-02"]),
    ("Two years ago they broke off.", ["year-2"]),
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


def test_intervals_are_ordinal_days() -> None:
    (week,) = facts("They will meet next week.", "date")
    (day,) = facts("They will meet on 23 April.", "date")
    assert week.unit == day.unit == "day"
    assert week.low is not None
    assert week.high is not None
    assert day.low is not None
    assert week.low <= day.low <= week.high
