"""Entities: one value for one person, place or body, within a statement and across two."""

from __future__ import annotations

import pytest

from compare.language.facts import read_sentences, resolve, same_entity
from tests.language.facts_help import entity_values, statement, values, words

COUNTRIES = [
    ("Norway will send observers.", ["country:NO"]),
    ("Norwegian observers will come.", ["country:NO"]),
    ("Oslo will send observers.", ["country:NO"]),
    ("The Norwegian side will send observers.", ["country:NO"]),
    ("Japan's government will send observers.", ["country:JP"]),
    ("The Kremlin denied it.", ["country:RU"]),
    ("Kiev denied it.", ["country:UA"]),
    ("Kyiv denied it.", ["country:UA"]),
    ("The White House denied it.", ["country:US"]),
    ("The U.S. denied it.", ["country:US"]),
    ("The US denied it.", ["country:US"]),
    ("America denied it.", ["country:US"]),
    ("The United States of America denied it.", ["country:US"]),
    ("Downing Street denied it.", ["country:GB"]),
    ("The UK denied it.", ["country:GB"]),
    ("Türkiye denied it.", ["country:TR"]),
    ("North Korea denied it.", ["country:KP"]),
    ("The European Union denied it.", ["org:eu"]),
    ("The EU denied it.", ["org:eu"]),
    ("NATO denied it.", ["org:nato"]),
    ("The UN denied it.", ["org:un"]),
    ("They met in Oslo.", ["place:oslo"]),
    ("They flew to Oslo.", ["place:oslo"]),
    ("They shipped grain to Chile.", ["country:CL"]),
    ("The talks will be held in Geneva.", ["place:geneva"]),
    ("Help us.", []),
    ("The two leaders talked.", []),
    ("A Norway-Chile summit opened.", ["country:NO", "country:CL"]),
    ("The board pays US$4.2 billion.", []),
    ("The board pays US $4.2 billion.", []),
    ("The board pays the US $4.2 billion.", ["country:US"]),
    ("The board pays Chile $40 million.", ["country:CL"]),
    ("They need US more than WE need them.", []),
    ("The envoy of the US President, Ann Lee, left.", ["role:president:US", "person:ann lee"]),
    ("The US President, Ann Lee, left.", ["person:ann lee"]),
    ("The Minister of National Defence, Hwang Jae-sung, left.", ["person:hwang jae-sung"]),
    ("Minister of National Defence Hwang Jae-sung left.", ["person:hwang jae-sung"]),
    ("They met in Kiev.", ["place:kyiv"]),
    ("The Oslo accord holds.", ["place:oslo"]),
    ("They polish turkey bones.", []),
    ("The Paris court fined the firm.", ["place:paris"]),
    ("The Bern police chief resigned.", ["place:bern"]),
    ("The Paris proposal failed.", ["country:FR"]),
    ("The French court fined the firm.", ["country:FR"]),
]


@pytest.mark.parametrize(("sentence", "expected"), COUNTRIES)
def test_countries_and_bodies(sentence: str, expected: list[str]) -> None:
    assert values(sentence, "entity") == expected


NO_NAMES = [
    ("NOBODY has ever done that.", []),
    ("We gave them EVERYTHING.", []),
    ("He called ME last week.", []),
    ("It is MY plan and OUR money.", []),
    ("The plant yields 2 GW.", []),
    ("It is 3 percent of GDP.", []),
    ("NATO denied it.", ["org:nato"]),
]


@pytest.mark.parametrize(("sentence", "expected"), NO_NAMES)
def test_capitals_that_are_no_name(sentence: str, expected: list[str]) -> None:
    assert values(sentence, "entity") == expected


DOERS = [
    ("The Paris court fined the firm.", ["noun:court"]),
    ("The Bern police chief resigned.", ["noun:chief"]),
    ("The Moscow delegation left.", ["country:RU"]),
    ("Wages were raised by 4%.", []),
    ("Rates were raised by 25 basis points.", []),
    ("Rates were cut by a quarter point.", []),
    ("Output was cut by a third.", []),
    ("Fares were raised by 3 dollars.", []),
    ("Wages were raised by 4% by the council.", ["noun:council"]),
    ("The plan was backed by a third of the members.", ["noun:third"]),
    ("The firm was bought by a dollar store.", ["noun:store"]),
    ("He was hit by two soldiers.", ["noun:soldier"]),
]


@pytest.mark.parametrize(("sentence", "expected"), DOERS)
def test_doers(sentence: str, expected: list[str]) -> None:
    assert values(sentence, "actor") == expected


PERSONS = [
    ("President Okoro spoke.", ["person:okoro"]),
    ("Mr. Hill spoke.", ["person:hill"]),
    ("Presidents Okoro and Morel spoke.", ["person:okoro", "person:morel"]),
    ("Trade Minister Han Seung-jin spoke.", ["person:han seung-jin"]),
    ("Chancellor Karl Weiss spoke.", ["person:karl weiss"]),
    ("Sheikh Tamim bin Hamad al-Thani spoke.", ["person:tamim bin hamad al-thani"]),
    ("Ambassador A. V. Petrov spoke.", ["person:a. v. petrov"]),
    ("French President Jeanne Morel spoke.", ["person:jeanne morel"]),
    ("The French President spoke.", ["role:president:FR"]),
    ("The President of France spoke.", ["role:president:FR"]),
    ("France's president spoke.", ["role:president:FR"]),
    ("The Polish Minister of Defence spoke.", ["role:defence minister:PL"]),
    ("Poland's defense minister spoke.", ["role:defence minister:PL"]),
]


@pytest.mark.parametrize(("sentence", "expected"), PERSONS)
def test_persons_and_roles(sentence: str, expected: list[str]) -> None:
    assert values(sentence, "entity") == expected


SAME = [
    ("person:zelensky", "person:volodymyr zelenskyy"),
    ("person:zelenskiy", "person:zelenskyy"),
    ("person:lukashenko", "person:alexander lukashenka"),
    ("person:aleksandr novak", "person:alexander novak"),
    ("person:mohammed al-sudani", "person:muhammad al sudani"),
    ("person:k. weiss", "person:karl weiss"),
    ("person:xi", "person:xi jinping"),
    ("person:erdoğan", "person:recep tayyip erdogan"),
    ("name:morel", "person:jeanne morel"),
    ("place:kharkiv", "place:kharkov"),
    ("org:azure lake council", "org:alc"),
    ("role:leader:FR", "role:president:FR"),
    ("place:oslo", "country:NO"),
    ("person:joe hill", "person:joseph hill"),
]
DIFFERENT = [
    ("person:karl weiss", "person:anna weiss"),
    ("person:weiss", "person:hill"),
    ("person:biden", "person:bolton"),
    ("country:RU", "country:UA"),
    ("country:SE", "country:CH"),
    ("place:oslo", "country:SE"),
    ("role:president:FR", "role:president:DE"),
    ("role:president:FR", "role:foreign minister:FR"),
    ("org:un", "org:eu"),
    ("noun:union", "noun:unions"),
    ("person:georgia", "country:GE"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_same(a: str, b: str) -> None:
    assert same_entity(a, b)
    assert same_entity(b, a)


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_different(a: str, b: str) -> None:
    assert not same_entity(a, b)
    assert not same_entity(b, a)


def test_a_surname_is_the_full_name_within_a_statement() -> None:
    first, second = read_sentences(
        statement("Chancellor Karl Weiss arrived.", "Mr. Weiss then left for Oslo.")
    )
    assert entity_values(first) == ["person:karl weiss"]
    assert entity_values(second) == ["person:karl weiss", "place:oslo"]


def test_a_role_is_its_holder_once_both_stand_together() -> None:
    _, second = read_sentences(
        statement("French President Jeanne Morel called.", "The French President was firm.")
    )
    assert entity_values(second) == ["person:jeanne morel"]


def test_a_reporter_between_commas_does_not_take_the_role() -> None:
    (read,) = read_sentences(
        statement("Karl Weiss, the French President said, agreed that the mine should close.")
    )
    assert entity_values(read) == ["person:karl weiss", "role:president:FR"]


def test_resolve_joins_two_statements() -> None:
    a = read_sentences(statement("President Zelenskyy thanked Jeanne Morel, the French president."))
    b = read_sentences(statement("The French President called Volodymyr Zelensky."))
    read_a, read_b = resolve(a, b)
    assert set(entity_values(read_a[0])) == set(entity_values(read_b[0]))


def test_two_of_one_surname_are_kept_apart() -> None:
    first, second = read_sentences(
        statement("Anna Weiss met Karl Weiss in Oslo.", "Mr. Weiss was late.")
    )
    assert set(entity_values(first)) == {"person:anna weiss", "person:karl weiss", "place:oslo"}
    assert entity_values(second) == ["person:weiss"]


def test_exact_words() -> None:
    assert words("Then the Norwegian side left.", "entity") == ["the Norwegian side"]
    assert words("Then Oslo's envoy left.", "entity")[0].startswith("Oslo")
