"""From probabilities to links and groups, and words inside a link."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from compare.alignment import align
from compare.alignment.logistic import Logistic
from compare.alignment.select import select_links
from compare.alignment.words import align_words, lone_phrases
from compare.embedding import Embedder
from compare.errors import ModelError
from compare.sources import make_statement


def test_every_pair_from_the_threshold_on_is_a_link() -> None:
    probability = np.array([[0.9, 0.35, 0.1], [0.2, 0.34, 0.0]], dtype=np.float32)
    links = select_links(probability, 0.35)
    assert [(link.a, link.b) for link in links] == [((0,), (0,)), ((0,), (1,))]
    assert select_links(probability, 0.95) == ()


def test_two_neighbours_that_share_one_answer_are_one_link(embedder: Embedder) -> None:
    a = [
        "Three and a half per cent is what they offer in the first year.",
        "For each of the two years after that it would be three.",
        "The canteen will be renovated in summer.",
    ]
    b = [
        "The kitchen and dining hall get new floors in July.",
        "The offer is three and a half per cent in the first year and three in each of the two "
        "years after that.",
    ]
    matches = align(a, b, embedder.encode(a), embedder.encode(b), 0.35).matches
    assert ((0, 1), (1,)) in [(match.a, match.b) for match in matches]


def words_of(text_a: str, text_b: str, embedder: Embedder) -> tuple[dict[str, str], list[str]]:
    a, b = make_statement(text_a), make_statement(text_b)
    found = align_words(
        a, b, (0,), (0,), embedder.encode([text_a]).tokens, embedder.encode([text_b]).tokens
    )
    pairs = {a.slice(found.a[i].span): b.slice(found.b[j].span) for i, j in found.pairs}
    lone = lone_phrases(found.a, found.best_a, {i for i, _ in found.pairs})
    return pairs, [a.slice(span) for span in lone]


def test_words_that_answer_each_other_are_paired(embedder: Embedder) -> None:
    pairs, _ = words_of(
        "Norland will return forty fishermen by Friday.",
        "Forty fishermen will be sent back by Norland.",
        embedder,
    )
    assert pairs["Norland"] == "Norland"
    assert pairs["forty"] == "Forty"
    assert pairs["fishermen"] == "fishermen"


def test_a_phrase_that_one_side_lacks_is_found(embedder: Embedder) -> None:
    _, lone = words_of(
        "Norland will return forty fishermen in exchange for the survey ship Aurora.",
        "Norland will return forty fishermen.",
        embedder,
    )
    assert any("survey ship" in phrase for phrase in lone)


def test_a_damaged_scorer_is_named(tmp_path: Path) -> None:
    file = tmp_path / "scorer.json"
    file.write_text("{")
    with pytest.raises(ModelError, match=r"scorer.json can't be read as a logistic model"):
        Logistic.load(file)


def test_a_logistic_model_survives_its_file(tmp_path: Path) -> None:
    file = tmp_path / "m.json"
    file.write_text(Logistic(("x", "y"), (2.0, -1.0), 0.5).to_json({"task": "test"}))
    model = Logistic.load(file)
    values = {"x": np.array([0.0, 1.0]), "y": np.array([0.5, 0.0])}
    np.testing.assert_allclose(model.probability(values), [0.5, 1 / (1 + np.exp(-2.5))], rtol=1e-6)
    assert len(model.sha256) == 64
