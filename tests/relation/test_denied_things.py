"""Whether a denial names the very thing that the other side tells, by noun and by adjective."""

from __future__ import annotations

import pytest

from compare.model import Span
from compare.relation.comparers.covered import one_thing_in
from tests.relation.links_help import context_of

SAME: list[tuple[str, str]] = [
    ("A cutter fired live rounds across the bow.", "No live ammunition was used."),
    ("Police used rubber bullets.", "No rubber bullets were fired."),
    ("The guards sprayed toxic gas into the hall.", "No toxic chemicals were used in the hall."),
    ("The farm sold organic corn.", "No organic maize was sold."),
]
OTHER: list[tuple[str, str]] = [
    ("A cutter fired live rounds across the bow.", "No blank ammunition was used."),
    ("The band gave a live concert.", "No live ammunition was used."),
    ("The rebels suffered heavy losses.", "No heavy weapons were used."),
    ("Police used bullets.", "No rubber bullets were fired."),
    ("The minister gave a long speech.", "No long queues were seen."),
]


def _one_thing(a: str, b: str) -> bool:
    return one_thing_in(context_of(a, b), Span(0, len(a)), Span(0, len(b)))


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_thing_by_noun_and_adjective(a: str, b: str) -> None:
    assert _one_thing(a, b)
    assert _one_thing(b, a)


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_two_things(a: str, b: str) -> None:
    assert not _one_thing(a, b)
    assert not _one_thing(b, a)
