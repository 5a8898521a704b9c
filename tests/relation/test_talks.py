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


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        # Asked of one, or offered by him.
        ("He asked me to send a doctor.", "The Premier offered to send a doctor.", True),
        ("She asked us to send experts.", "The Governor offered to send a mission.", True),
        ("I offered him the ferry.", "The Veld side asked for the ferry.", True),
        ("He asked me to send a doctor.", "The Premier offered to send grain.", False),
        ("He asked me to send a doctor.", "The Premier will offer to send a doctor.", False),
        ("She asked for the ferry.", "The Premier offered help with the harbour.", False),
        ("He asked me to send a doctor.", "The Premier asked, and I offered to send one.", False),
        # At whose request something is done.
        (
            "In response to a Latvian request, Estonia will repair the harbour.",
            "At Estonia's urging, the repair of the harbour will begin.",
            True,
        ),
        (
            "In response to a Estonian request, Latvia will repair the harbour.",
            "At Estonia's urging, the repair of the harbour will begin.",
            False,
        ),
        (
            "In response to a Latvian request, Estonia will repair the harbour.",
            "At Estonia's urging, the two mayors opened a school.",
            False,
        ),
        # At whose invitation, and at whose request.
        (
            "The envoys met on 2 May at the invitation of the Tarnish side.",
            "The meeting was held at the request of the Veldish side.",
            True,
        ),
        (
            "The envoys met on 2 May at the invitation of the Tarnish side.",
            "The meeting was held at the request of the Tarnish delegation.",
            False,
        ),
    ],
)
def test_who_asked_and_who_offered(a: str, b: str, told: bool) -> None:
    for one, other in ((a, b), (b, a)):
        assert bool(approaches_told(context_of(one, other))[0]) is told


def test_a_first_person_without_a_name_is_who_is_left_over() -> None:
    post = "A great call with Premier Ann Lund of Norrmark! She called me, I did not call her."
    readout = "The Premier of Norrmark spoke with the President. The call took place at the {}."
    for side, relation in (("initiative of the Calderian side", True), ("wish of all", False)):
        found = compare(make_statement(post), make_statement(readout.format(side)))
        notes = [item.note for link in found.links for item in link.evidence]
        assert any(note.startswith("Who sought the talks") for note in notes) is relation
