"""Figures of two accounts: which the other side gives too, and which belong together."""

from __future__ import annotations

import pytest

from compare.relation.comparers.figures import FigureKind
from compare.relation.comparers.quantities import (
    answered,
    compare_dates,
    compare_durations,
    compare_numbers,
    unanswered,
)
from compare.relation.context import LinkContext
from tests.relation.links_help import context_of, said


def conflicts(context: LinkContext) -> list[tuple[str, str]]:
    """Return the words of the figures that differ."""
    found = compare_numbers(context) + compare_durations(context) + compare_dates(context)
    return said(context, [item for item in found if item.conflict])


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("About sixty barns were lost.", "In all 58 barns were lost.", True),
        ("The leave lasts 60 days.", "The leave lasts two months.", True),
        ("The quay opens on 12 May.", "The quay opens in the second week of May.", True),
        ("The port took up to 80 ships.", "The pilots met 12 envoys.", False),  # two things
        ("The port lost 80 ships.", "The port lost 60 ships.", False),
    ],
)
def test_figures_that_can_be_one_are_answered(a: str, b: str, same: bool) -> None:
    context = context_of(a, b)
    for side in answered(context, "number", "duration", "date"):
        assert bool(side) == same


@pytest.mark.parametrize(
    ("kind", "a", "b", "words"),
    [
        ("number", "The port lost 80 ships.", "The port lost 60 ships.", ("80", "60")),
        ("number", "It cost 8 dollars.", "They paid 9 dollars.", ("8 dollars", "9 dollars")),
        ("number", "27 women came.", "The men, many of whom are ill, left.", (None, None)),
        ("number", "27 women came.", "The men, of whom 9 per cent are ill, left.", (None, None)),
        ("number", "They sank 80 ships, 3 of them old.", "He met 12 envoys.", ("80", "12")),
        (
            "number",
            "He met 12 envoys and sank 80 ships.",
            "He sank 60 ships, and saw 9 men.",
            ("80", "60"),
        ),
        ("number", "The port lost 80 ships.", "The port lost ships.", ("80", None)),
        ("number", "The port lost 80 ships.", "The port lost 80 ships and 3 boats.", (None, "3")),
        ("date", "It opens on 3 May.", "It opens on 9 June.", ("3 May", "9 June")),
        ("date", "It opens on 3 May.", "It opens at 11:40.", ("3 May", "11:40")),
        ("date", "They leave at once.", "They leave next January.", ("at once", "next January")),
        ("duration", "We met for an hour.", "We met for ten hours.", ("an hour", "ten hours")),
        ("duration", "They left two days later.", "They met for an hour.", (None, None)),
    ],
)
def test_unanswered_figures_are_paired_where_they_can_be_compared(
    kind: FigureKind, a: str, b: str, words: tuple[str | None, str | None]
) -> None:
    spans = unanswered(context_of(a, b), kind)
    told = tuple(
        text[span.start : span.end] if span is not None else None
        for text, span in zip((a, b), spans, strict=True)
    )
    assert told == words


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("The drill runs from 4 to 15 September.", "The drill lasts twelve days.", True),
        ("The drill runs from 4 to 15 September.", "The drill lasts eleven days.", True),
        ("The drill runs from 4 to 15 September.", "The drill lasts twenty days.", False),
        ("The drill runs in September.", "The drill lasts thirty days.", False),
    ],
)
def test_dates_from_and_to_are_a_length_of_time(a: str, b: str, same: bool) -> None:
    for context in (context_of(a, b), context_of(b, a), context_of(a, b, date="")):
        assert len(compare_dates(context) + compare_durations(context)) == (0 if same else 2)


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        # by how much, and to what
        ("The tariff goes from 25 percent to 10 percent.", "It falls by 15 percent.", None),
        ("The tariff goes from 5 to 15 percent.", "It rises by 10 percentage points.", None),
        ("The garrison was cut from 900 to 600 men.", "A cut of 300 men was made.", None),
        ("The ministries go from 17 to 14.", "There are three ministries fewer.", None),
        ("The ministries went down from 17 by three.", "There are 14 ministries.", None),
        (
            "The tariff goes from 25 percent to 10 percent.",
            "The tariff goes to 15 percent.",
            ("10 percent", "15 percent"),
        ),
        (
            "The garrison was cut from 900 to 600 men.",
            "The garrison was cut to 300 men.",
            ("600", "300"),
        ),
        ("The army lost 12 tanks and 8 trucks.", "The army lost 4 tanks.", ("12", "4")),
        (
            "The tariff falls from 10 percent to 5 percent.",
            "The tariff is set at 15 percent.",
            ("5 percent", "15 percent"),
        ),
        ("The stage was cut from 188 to 112 km.", "They struck off 76 km of the stage.", None),
        ("The stage was cut from 188 to 112 km.", "It has 76 km.", ("112 km", "76 km")),
        ("Two cranes stand where there should be eight.", "Six further cranes lie idle.", None),
        ("They adopted it with 74 votes to 69.", "It was passed by five votes.", None),
        ("The army lost 12 tanks and 8 trucks.", "It lost 4 more tanks.", ("12", "4")),
        ("Tarn will bear 60 percent of the cost.", "We shall pay two fifths of it.", None),
        ("Places go from 500 to 800.", "There are 300 additional places.", None),
        ("64 boats have a licence.", "Of the 170 boats, 106 remain without one.", None),
        # what is left of a hundred, or of a whole
        ("23 of the 41 members voted for it.", "18 of us voted against it.", None),
        ("23 of the 41 members voted for it.", "18 members voted for it.", ("23", "18")),
        ("We keep two fifths and Tarn has the rest.", "Tarn gets 60 percent.", None),
        ("30 percent voted for the plan.", "70 percent voted against the plan.", None),
        ("40 percent of the members voted.", "60 percent of the members did not vote.", None),
        ("Norland pays a third of the cost.", "Tarn pays two thirds of the cost.", None),
        ("40 percent of the members left.", "The remaining 60 percent of members stayed.", None),
        ("Turnout was 40 percent.", "Turnout was 60 percent.", ("40 percent", "60 percent")),
        (
            "In the west turnout reached 45 percent.",
            "In the west 55 percent of voters took part.",
            ("45 percent", "55 percent"),
        ),
        # one of two
        ("Each side names three members.", "The board has six members.", None),
        ("Each side names three men.", "Six men, half of them old, will sit.", None),
        ("Three men come from either side.", "Six men, half of them from each, come.", None),
        ("They will open 30 posts.", "We asked for 60 posts and got half of them.", None),
        ("The 400 guards are shared in equal parts.", "200 guards came.", None),
        ("200 guards came from each side.", "400 guards came.", None),
        ("Each of them will send 200 men.", "Each will provide 100 men.", ("200", "100")),
        ("Each side will send 200 men.", "The force has 100 men.", ("200", "100")),
        (
            "Both have an equal share in the dam, which cost 4 million euros.",
            "The dam cost 8 million euros.",
            ("4 million euros", "8 million euros"),
        ),
        (
            "Half of the camp was cleared and 600 people were taken to Oslo.",
            "From the camp 300 people were taken to Oslo.",
            ("600", "300"),
        ),
        ("Half of the money, 9 million euros, is free.", "Of the 18 million euros half is.", None),
        ("We freed 118 men, and they as many.", "We got 59 men.", None),
        ("Half of the 600 men left.", "Half of the 300 men left.", ("600", "300")),
        # the parts of a whole
        ("We freed 43 soldiers and two guards.", "They freed 45 prisoners.", None),
        ("We got 30 tonnes of flour and 20 tonnes of rice.", "They sent 50 tonnes of food.", None),
        (
            "We got 30 tonnes of flour and 20 tonnes of rice.",
            "They sent 50 tonnes of flour.",
            ("30 tonnes", "50 tonnes"),
        ),
    ],
)
def test_figures_make_up_another_only_where_the_words_say_so(
    a: str, b: str, differ: tuple[str, str] | None
) -> None:
    expected = [] if differ is None else [differ]
    assert conflicts(context_of(a, b)) == expected
    assert conflicts(context_of(b, a)) == [pair[::-1] for pair in expected]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("They came in the night of 4 May.", "They came in the early hours of 5 May.", True),
        ("They came late on Sunday night.", "They came in the early hours of Monday.", True),
        ("They came late on Sunday evening.", "They came shortly after midnight on Monday.", True),
        ("They met on Sunday at midnight.", "They met in the first minutes of Monday.", True),
        ("They came on Sunday night.", "They came early on Monday.", True),
        ("They came late on 4 May.", "They came at 02:30 on 5 May.", True),
        ("They came late on Sunday night.", "They came on Monday afternoon.", False),
        ("They came on Sunday.", "They came in the early hours of Monday.", False),
        ("They met at midnight on Sunday.", "They met at midnight on Monday.", False),
        ("They came in the night of 5 May.", "They came in the early hours of 4 May.", False),
        ("They came in the night of 4 May.", "They came in the early hours of 6 May.", False),
    ],
)
def test_a_night_meets_the_first_hours_of_the_next_day(a: str, b: str, same: bool) -> None:
    for context in (context_of(a, b), context_of(b, a)):
        assert (conflicts(context) == []) == same
    if same:
        assert conflicts(context_of(a, b, date="")) == []


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("The ceasefire begins on Sunday.", "The ceasefire begins on 29 November.", True),
        ("The ceasefire starts this Sunday.", "It starts on 29 November 2026.", True),
        ("The ceasefire holds from Sunday on.", "The ceasefire holds from 29 November.", True),
        ("The ceasefire begins on Sunday.", "The ceasefire begins on 27 November.", False),
    ],
)
def test_a_weekday_is_the_day_that_it_falls_on(a: str, b: str, same: bool) -> None:
    for context in (context_of(a, b, date="2026-11-24"), context_of(b, a, date="2026-11-24")):
        assert (conflicts(context) == []) == same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("They pay 40 million euros over four years.", "They pay 10 million euros a year.", True),
        ("They pay 2 million euros a month.", "They pay 24 million euros within a year.", True),
        ("They pay 2 million euros a month.", "They pay 24 million euros in a year.", True),
        ("They pay 40 million euros over four years.", "They pay 20 million euros a year.", False),
        ("They pay 2 million euros a month.", "They pay 30 million euros within a year.", False),
        (
            "They pay 40 million euros over four years.",
            "They pay 40 million euros over six years.",
            False,
        ),
        (
            "They pay 5 million euros a year for four years.",
            "They pay 15 million euros over three years.",
            False,
        ),
    ],
)
def test_the_time_of_one_amount_is_told_by_the_other(a: str, b: str, same: bool) -> None:
    context = context_of(a, b)
    assert (conflicts(context) == []) == same
    assert (compare_durations(context) == []) == same
    if same:
        assert unanswered(context, "duration") == (None, None)
        for text, told in zip((a, b), answered(context, "duration"), strict=True):
            assert any(
                word in text[span.start : span.end] for span in told for word in ("year", "month")
            )


@pytest.mark.parametrize(
    ("a", "b", "note"),
    [
        ("They freed 46 Danish sailors.", "They freed 50 Danish sailors.", "number of “sailors”"),
        ("Norland freed 46 sailors.", "Norland freed 50 sailors.", "number of “sailors”"),
        ("We counted 46 Danes there.", "They saw 50 Danes there.", "give a number:"),
        ("The number of clerks is 46.", "The number of clerks fell to 50.", "number of “clerks”"),
    ],
)
def test_a_note_names_no_people_as_what_is_counted(a: str, b: str, note: str) -> None:
    (found,) = [item for item in compare_numbers(context_of(a, b)) if item.conflict]
    assert note in found.note


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("The agreement is valid for ten years.", "The agreement expires in 2036.", True),
        ("The agreement runs for five years.", "The agreement will expire in May 2031.", True),
        ("They meet again after a break of six years.", "They have not met since 2020.", True),
        ("The commission last met six years ago.", "It has not met since 2020.", True),
        ("The agreement is valid for ten years.", "The agreement expires in 2029.", False),
        ("The agreement is valid for ten years.", "The agreement was signed in 2036.", False),
        ("They meet again after a break of six years.", "They have not met since 2011.", False),
    ],
)
def test_a_length_of_time_runs_to_a_date_or_from_one(a: str, b: str, same: bool) -> None:
    for context in (context_of(a, b), context_of(b, a)):
        assert (compare_dates(context) + compare_durations(context) == []) == same
        assert all(bool(spans) == same for spans in answered(context, "date", "duration"))


def test_three_months_earlier_is_no_date_that_fits_any() -> None:
    a, b = (
        f"They set the vote for 9 {month}, three months earlier than due."
        for month in ("March", "May")
    )
    assert len(compare_dates(context_of(a, b))) == 1


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("The talks lasted about forty minutes.", "The talks lasted about fifty minutes.", False),
        ("The talks lasted about forty minutes.", "The talks lasted some 45 minutes.", True),
        ("About 1,000 soldiers left.", "About 1,100 soldiers left.", False),
        ("Some 250 soldiers left.", "About 260 soldiers left.", True),
        ("About 1,000 soldiers left.", "1,070 soldiers left.", True),
    ],
)
def test_two_approximate_figures_are_held_against_each_other(a: str, b: str, same: bool) -> None:
    context = context_of(a, b)
    found = [*compare_numbers(context), *compare_durations(context)]
    assert any(item.conflict for item in found) != same
