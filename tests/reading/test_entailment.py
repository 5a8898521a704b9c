"""The network that reads both sides of a link, and the words that it points at."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from compare.alignment import Match
from compare.alignment.words import align_words
from compare.embedding import Embedder
from compare.errors import ModelError
from compare.language.facts import read_sentences
from compare.model import Span, Statement
from compare.reading.entailment import (
    KINDS,
    LIMIT,
    OUTCOMES,
    Entailment,
    Reading,
    Readings,
    Side,
    inputs_of,
    load_entailment,
    side_of,
)
from compare.relation.context import LinkContext, link_contexts
from compare.relation.pointing import bearing_of, bearing_phrase, named_kinds, places_of

LINK = Match((0,), (0,), 1.0)
OPEN = "The miller's union confirmed the report on the mill on the square."
CLOSED = "The miller's union denied the report on the mill on the square."
AGAIN = "The report on the mill on the square was confirmed by the miller's union."


def read(embedder: Embedder, a: str, b: str) -> Reading:
    sides = [side_of(embedder.encode([text]), (0,)) for text in (a, b)]
    return load_entailment().read(*sides)


def test_an_opposite_is_no_agreement_and_other_words_are(embedder: Embedder) -> None:
    against, same = read(embedder, OPEN, CLOSED), read(embedder, OPEN, AGAIN)
    assert OUTCOMES[int(against.outcomes.argmax())] == "divergence"
    assert OUTCOMES[int(same.outcomes.argmax())] == "agreement"
    assert against.features()["read_divergence"] > same.features()["read_divergence"]


def test_shapes_and_ranges(embedder: Embedder) -> None:
    reading = read(embedder, OPEN, CLOSED)
    tokens = len(embedder.encode([OPEN]).tokens[0].ids)
    assert reading.outcomes.shape == (len(OUTCOMES),)
    assert reading.outcomes.sum() == pytest.approx(1, abs=1e-5)
    assert reading.kinds.shape == (len(KINDS),)
    assert reading.bearing_a.shape == (tokens,)
    assert ((reading.bearing_a >= 0) & (reading.bearing_a <= 1)).all()
    assert all(abs(value) <= LIMIT for value in reading.features().values())


def test_a_token_carries_how_the_other_side_answers_it() -> None:
    # "France and Germany", "and Germany France": only "and" stands before the same next word
    first = Side(np.array([7, 8, 9]), np.eye(3, dtype=np.float32))
    second = Side(np.array([8, 9, 7]), np.eye(3, dtype=np.float32)[[1, 2, 0]] * 0.5)
    words, side, hints = inputs_of(first, second)
    assert words.shape[0] == 6
    assert side.tolist() == [0, 0, 0, 1, 1, 1]
    assert hints[:, 0].tolist() == [0.5] * 6
    assert hints[:, 1].tolist() == [1.0] * 6
    assert hints[:, 2].tolist() == [0.0, 1.0, 0.0, 1.0, 0.0, 0.0]


def test_swapped_sides_are_read_alike(embedder: Embedder) -> None:
    one, other = read(embedder, OPEN, AGAIN), read(embedder, AGAIN, OPEN)
    assert np.array_equal(one.outcomes, other.outcomes)
    assert np.array_equal(one.bearing_a, other.bearing_b)


def test_company_does_not_change_a_reading(embedder: Embedder) -> None:
    alone = read(embedder, OPEN, CLOSED)
    many = embedder.encode(["Nobody came.", OPEN]), embedder.encode([CLOSED, "It rained all day."])
    among = load_entailment().read(side_of(many[0], (1,)), side_of(many[1], (0,)))
    assert np.array_equal(alone.outcomes, among.outcomes)


def test_what_is_read_ahead_is_what_is_read_one_by_one(embedder: Embedder) -> None:
    sides = embedder.encode([OPEN, AGAIN]), embedder.encode([CLOSED, "It rained all day.", OPEN])
    told: list[tuple[str, int, int]] = []
    ahead, later = (Readings(load_entailment(), *sides) for _ in range(2))
    pairs = [((i,), (j,)) for i in range(2) for j in range(3)]
    ahead.read_ahead(pairs, lambda *step: told.append(step))
    assert told == [("reading pairs", 0, 6)]
    for pair in pairs:
        assert np.array_equal(ahead.of(*pair).outcomes, later.of(*pair).outcomes)
        assert np.array_equal(ahead.of(*pair).bearing_b, later.of(*pair).bearing_b)


def test_a_side_without_tokens_says_nothing(embedder: Embedder) -> None:
    reading = read(embedder, OPEN, "\u200b")
    assert set(reading.features().values()) <= {0.0, float(np.log(0.25 / 0.75))}


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "entailment.onnx"
    path.write_bytes(b"no network")
    with pytest.raises(ModelError, match="entailment.onnx is damaged"):
        Entailment(path)
    with pytest.raises(ModelError, match="can't be read"):
        Entailment(tmp_path / "missing.onnx")


def context_of(embedder: Embedder, a: str, b: str) -> LinkContext:
    sides = [Statement(text=text, sentences=(Span(0, len(text)),)) for text in (a, b)]
    encoded = [embedder.encode([text]) for text in (a, b)]
    words = align_words(sides[0], sides[1], (0,), (0,), encoded[0].tokens, encoded[1].tokens)
    facts = [read_sentences(side) for side in sides]
    return link_contexts(sides[0], sides[1], facts[0], facts[1], [((0,), (0,))], [words])[0]


def test_the_words_pointed_at_are_those_that_contradict(embedder: Embedder) -> None:
    context = context_of(embedder, OPEN, CLOSED)
    reading = read(embedder, OPEN, CLOSED)
    told = []
    for side, statement, share in (
        ("a", context.a, reading.bearing_a),
        ("b", context.b, reading.bearing_b),
    ):
        places = places_of(statement, (0,), embedder.encode([statement.text]))
        bearing = bearing_of(places, share)
        span = bearing_phrase(context, "a" if side == "a" else "b", bearing)
        assert span is not None
        told.append(statement.slice(span))
    assert "confirmed" in told[0]
    assert "denied" in told[1]


@pytest.mark.parametrize(
    ("borne", "shown"),
    [
        ("rescued the", "rescued"),
        ("rescued the crew of", "rescued the crew"),
        ("of the", None),
        ("not the", "not"),
    ],
)
def test_a_phrase_ends_with_a_word_that_tells_something(
    embedder: Embedder, borne: str, shown: str | None
) -> None:
    text = "The navy rescued the crew of the ship, not the cargo."
    context = context_of(embedder, text, CLOSED)
    places = places_of(context.a, (0,), embedder.encode([text]))
    start = text.index(borne)
    share = (places.starts >= start) & (places.ends <= start + len(borne))
    span = bearing_phrase(context, "a", bearing_of(places, share.astype(np.float32)))
    assert (span and context.a.slice(span)) == shown


def test_at_least_one_kind_is_named_and_at_most_two() -> None:
    none = dict.fromkeys(KINDS, 0.01) | {"date": 0.02}
    assert named_kinds(none) == ["date"]
    assert len(named_kinds(dict.fromkeys(KINDS, 0.9))) == 2
