"""What is pointed at as the reason of a divergence: kinds that are believed, on words that say it."""

from __future__ import annotations

import numpy as np
import pytest

from compare.embedding import load_embedder
from compare.model import EvidenceKind, Statement
from compare.reading.entailment import KINDS, Reading
from compare.relation.comparers import differences
from compare.relation.context import Difference, LinkContext
from compare.relation.fitting import Words
from compare.relation.guessing import guess
from compare.relation.pointing import Places, places_of, point_out
from tests.relation.links_help import context_of, said
from tests.relation.test_comparers import span_in


def words_in(context: LinkContext, a: str, b: str) -> Words:
    return span_in(context.a.text, a), span_in(context.b.text, b)


def borne_by(statement: Statement, words: str) -> tuple[Places, np.ndarray]:
    """Return where the tokens of a side stand, and shares of which some words alone have one."""
    places = places_of(statement, (0,), load_embedder().encode([statement.text]))
    span = span_in(statement.text, words)
    inside = (places.starts < span.end) & (places.ends > span.start)
    return places, inside.astype(np.float64)


def pointed(a: str, b: str, words: tuple[str, str], kinds: dict[str, float]) -> list[Difference]:
    """Return the reasons of two sentences whose network finds some kinds, on some words."""
    context = context_of(a, b)
    places_a, share_a = borne_by(context.a, words[0])
    places_b, share_b = borne_by(context.b, words[1])
    told = np.array([kinds.get(kind, 0.0) for kind in KINDS])
    reading = Reading(np.full(4, 0.25), told, np.zeros(len(KINDS)), share_a, share_b)
    return point_out(context, differences(context), reading, (places_a, places_b))


def test_a_kind_that_is_not_believed_is_not_named() -> None:
    context = context_of("The harbour is closed.", "The port is open to ships.")
    words = words_in(context, "is closed", "is open to ships")
    for likely, kind in ((0.5, "negation"), (0.1, "wording")):
        told = guess(context, ["negation"], words, {"negation": likely})
        assert told is not None
        assert told.conflict
        assert (told.kind, said(context, [told])) == (kind, [("is closed", "is open to ships")])
        named = "What differs looks like whether it is so: "
        assert told.note.startswith(named if likely > 0.2 else "The two tell it differently: ")


def test_words_stand_for_a_figure_that_was_not_read() -> None:
    context = context_of("She gave three warnings.", "A single announcement came from her.")
    kinds: list[EvidenceKind] = ["number", "framing"]
    likely: dict[EvidenceKind, float] = {"number": 0.6, "framing": 0.3}
    told = guess(context, kinds, words_in(context, "three", "single announcement"), likely)
    assert told is not None
    assert told.kind == "number"
    assert said(context, [told]) == [("three warnings", "A single announcement")]
    # "Three" bears nothing here: it is added, and differs from nothing.
    told = guess(context, kinds, words_in(context, "gave", "came"), likely)
    assert told is not None
    assert told.kind == "framing"


@pytest.mark.parametrize(("likely", "kind"), [(0.7, "actor"), (0.3, "wording")])
def test_who_does_what_the_words_say_is_shown(likely: float, kind: EvidenceKind) -> None:
    context = context_of("Herdsmen opened fire at the ford.", "The guards shot first.")
    told = guess(context, ["actor"], words_in(context, "opened", "shot"), {"actor": likely})
    assert told is not None
    assert told.kind == kind
    if kind == "actor":
        assert said(context, [told]) == [("Herdsmen", "The guards")]
    same = context_of("Norland opened fire at the ford.", "Norland shot first.")
    told = guess(same, ["actor"], words_in(same, "opened", "shot"), {"actor": likely})
    assert told is None or told.kind == "wording"


def test_what_is_likelier_than_a_figure_is_told_beside_it() -> None:
    a = "All weapons were pulled back 15 kilometres by the army."
    b = "The tanks stand four kilometres from the town and will be kept there."
    words = "pulled back 15 kilometres", "will be kept there"
    found = pointed(a, b, words, {"commitment": 0.6, "number": 0.4})
    assert {item.kind for item in found} == {"commitment", "number"}
    found = pointed(a, b, words, {"commitment": 0.3, "number": 0.4})
    assert {item.kind for item in found} == {"number"}


def test_a_figure_of_one_side_is_added_where_another_reason_is_told() -> None:
    a = "Norland will not pay, and it has waited for six years."
    b = "Norland will pay, and it waits without complaint."
    found = pointed(a, b, ("six years", "without complaint"), {"negation": 0.9, "duration": 0.5})
    assert "negation" in {item.kind for item in found}
    assert "duration" not in {item.kind for item in found}
