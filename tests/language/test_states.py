"""The families of states: each tells two poles apart, by lemma."""

from __future__ import annotations

import pytest

from compare.language.states import FAMILIES, Family


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_no_phrase_tells_both_poles(family: Family) -> None:
    one, other = family.poles
    assert not one.does & other.does
    assert not one.done & other.done
    assert not one.stands & other.stands


def test_phrases_are_words_in_lower_case() -> None:
    for family in FAMILIES:
        for pole in family.poles:
            phrases = pole.does | pole.done | pole.stands
            assert phrases
            assert all(phrase and all(w == w.lower() for w in phrase) for phrase in phrases)


def test_names_are_each_given_once() -> None:
    assert len({family.name for family in FAMILIES}) == len(FAMILIES)
