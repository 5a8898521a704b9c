"""From probabilities to links and groups, and words inside a link."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from compare.alignment import align
from compare.alignment.logistic import Logistic
from compare.alignment.matching import match_words
from compare.alignment.phrases import match_phrases
from compare.alignment.select import select_links
from compare.alignment.words import align_words, lone_phrases, phrase, span_vectors, word_spans
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
    lone = lone_phrases(found.a, {i for i, _ in found.pairs})
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


def test_a_phrase_is_not_cut_at_a_hyphen(embedder: Embedder) -> None:
    text = "They spoke of a long-term settlement, post - war."
    a = make_statement(text)
    words = align_words(a, a, (0,), (0,), *[embedder.encode([text]).tokens] * 2).a
    told = [word.text for word in words]
    assert a.slice(phrase(words, told.index("term"), told.index("settlement"))) == (
        "long-term settlement"
    )
    assert a.slice(phrase(words, told.index("of"), told.index("long"))) == "of a long-term"
    assert a.slice(phrase(words, told.index("war"), told.index("war"))) == "war"
    everything_else = {i for i, word in enumerate(told) if word != "settlement" and word != "term"}
    assert [a.slice(span) for span in lone_phrases(words, everything_else)] == [
        "long-term settlement"
    ]


@pytest.mark.parametrize(("apostrophe"), ["'", "\u2019"])
def test_a_phrase_does_not_begin_within_a_word(embedder: Embedder, apostrophe: str) -> None:
    text = f"They didn{apostrophe}t say a word of Norland{apostrophe}s plan."
    a = make_statement(text)
    words = align_words(a, a, (0,), (0,), *[embedder.encode([text]).tokens] * 2).a
    told = [word.text for word in words]
    shown = a.slice(phrase(words, told.index("t"), told.index("word")))
    assert shown == f"didn{apostrophe}t say a word"


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


def test_figures_initialisms_and_names_are_one_word(embedder: Embedder) -> None:
    text = "The U.S. paid $4.2 billion to N'Djamena at 06:00; Chad's 50,000 didn't."
    spans = word_spans(text, embedder.encode([text]).tokens[0])
    assert [text[span.start : span.end] for span in spans] == [
        "The", "U.S.", "paid", "$", "4.2", "billion", "to", "N'Djamena", "at", "06:00", ";", "Chad",
        "'", "s", "50,000", "didn", "'", "t", ".",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "…", "a b", "x" * 400, "u.s.", "日本 語", "''", "3.4.5,6"])
def test_every_token_belongs_to_exactly_one_word(text: str, embedder: Embedder) -> None:
    tokens = embedder.encode([text]).tokens[0]
    spans = word_spans(text, tokens)
    for start, end in zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True):
        assert sum(span.start <= start and end <= span.end for span in spans) == 1
    assert span_vectors(tokens, spans).shape == (len(spans), 384)


def test_a_phrase_answers_one_word(embedder: Embedder) -> None:
    found = {
        (f"{a} {b}", c)
        for a, b, c in [("several", "hundred", "hundreds"), ("the", "agreement", "agreement")]
    }
    a = "They questioned several hundred people and signed the agreement ."
    b = "They questioned hundreds of people and signed agreement ."
    left, right = make_statement(a), make_statement(b)
    words = align_words(
        left, right, (0,), (0,), embedder.encode([a]).tokens, embedder.encode([b]).tokens
    )
    pairs = {(words.a[i].text, words.b[j].text) for i, j in words.pairs}
    for told, answer in found:
        assert all((word, answer) in pairs for word in told.split())


def test_matching_has_the_same_answer_from_both_sides() -> None:
    a, b = ["the", "old", "ship", "sank"], ["a", "ship", "went", "down"]
    rng = np.random.default_rng(0)
    for _ in range(50):
        cosine = rng.uniform(-0.2, 1, (4, 4)).astype(np.float32)
        forth = match_words(a, b, cosine)
        assert forth == tuple(sorted((i, j) for j, i in match_words(b, a, cosine.T)))
        assert all(0 <= i < 4 and 0 <= j < 4 for i, j in forth)
    assert match_words([], b, np.zeros((0, 4), np.float32)) == ()


def test_given_phrases_answer_each_other_once() -> None:
    a, b = ["the", "old", "ship", "sank", "."], ["a", "ship", "went", "down", "."]
    cosine = np.zeros((5, 5), dtype=np.float32)
    cosine[2, 1], cosine[3, 2], cosine[3, 3], cosine[4, 4] = 0.9, 0.7, 0.6, 1.0
    phrases_a, phrases_b = [(0, 1, 2), (3,), (4,)], [(0, 1), (2, 3), (4,)]
    found = match_phrases(a, b, phrases_a, phrases_b, cosine, [(2, 1), (3, 2)])
    assert found == ((0, 0), (1, 1))  # marks alone are no phrase
    assert match_phrases(a, b, [], phrases_b, cosine, []) == ()
