"""Who sought the talks: a divergence by itself, and linked where hardly a word is shared."""

from __future__ import annotations

import pytest

from compare import Comparison, compare, make_statement
from compare.relation.comparers.asked import approaches_told
from tests.relation.links_help import context_of

POST = (
    "Just got off the phone with the Premier of Tarn. We spoke about grain for an hour. "
    "She called me, as they always do when things go wrong. Great things are coming!"
)
READOUT = (
    "Premier Ann Lund of Tarn held a telephone conversation with the President of Veld. "
    "The parties exchanged views on supplies of wheat. "
    "{}"
)


def compared(last: str) -> Comparison:
    return compare(
        make_statement(POST, speaker="President of Veld", date="2026-05-01"),
        make_statement(READOUT.format(last), speaker="Government of Tarn", date="2026-05-01"),
    )


def test_who_sought_the_talks_is_linked_and_told() -> None:
    found = compared("The conversation took place at the initiative of the Veld side.")
    (link,) = [link for link in found.links if link.a == (2,)]
    assert (link.b, link.relation) == ((2,), "divergence")
    assert link.confidence >= 0.6
    assert link.evidence[0].note == (
        "Who sought the talks: A says “She called me”, B says “at the initiative of the Veld side”."
    )


def test_what_both_tell_alike_is_no_divergence() -> None:
    found = compared("The conversation took place at the initiative of the Tarn side.")
    assert not any(
        link.relation == "divergence" for link in found.links if link.a == (2,) and link.b == (2,)
    )


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # "The President" may be either of two.
        (
            "President Adam Kone received a call from the President of Ouelo, Clara Bado.",
            "The President of Ouelo rang her colleague in Tamar.",
        ),
        # It is yet to come.
        ("I am calling the Premier of Tarn.", "The Premier of Tarn called the President of Veld."),
        # Nobody is telephoned.
        ("She asked me to call her that.", "The President spoke with her at his request."),
    ],
)
def test_nothing_is_told_of_who_is_not_known(a: str, b: str) -> None:
    assert not approaches_told(context_of(a, b))[0]


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (
            "The call took place at the request of the Kestrian side.",
            "On the initiative of the Valdenian Prime Minister, a telephone conversation was held.",
            True,
        ),
        (
            "The call took place at the request of the Valdenian side.",
            "On the initiative of the Valdenian Prime Minister, a telephone conversation was held.",
            False,
        ),
        (
            "The call took place at the request of the Russian side.",
            "On the initiative of the Valdenian delegation, a telephone conversation was held.",
            True,
        ),
        # "The latter" is the one named last.
        (
            "The call took place at the request of President Orlan.",
            "President Orlan held a telephone conversation with President Sato, which was arranged "
            "at the latter's suggestion.",
            True,
        ),
        (
            "The call took place at the request of President Sato.",
            "President Orlan held a telephone conversation with President Sato, which was arranged "
            "at the latter's suggestion.",
            False,
        ),
    ],
)
def test_sides_are_told_apart_by_the_names_of_their_people(a: str, b: str, told: bool) -> None:
    assert bool(approaches_told(context_of(a, b))[0]) is told
