"""Our TF-IDF is scikit-learn's."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.alignment.tfidf import character_ngrams, tfidf_cosine, words

TEXTS_A = ["The two presidents spoke for ninety minutes.", "We agreed, we agreed, we AGREED!", "a"]
TEXTS_B = ["They agreed on ninety points.", "", "Presidents' talk", "x y z"]


@pytest.mark.parametrize("analyser", ["word", "char_wb"])
def test_the_cosine_is_that_of_scikit_learn(analyser: str) -> None:
    from sklearn.feature_extraction.text import TfidfVectorizer

    ngrams = (1, 1) if analyser == "word" else (3, 5)
    theirs = TfidfVectorizer(analyzer=analyser, ngram_range=ngrams, sublinear_tf=True)
    matrix = theirs.fit_transform(TEXTS_A + TEXTS_B)
    expected = (matrix[: len(TEXTS_A)] @ matrix[len(TEXTS_A) :].T).toarray()
    ours = tfidf_cosine(TEXTS_A, TEXTS_B, words if analyser == "word" else character_ngrams)
    np.testing.assert_allclose(ours, expected, atol=1e-6)


def test_nothing_in_common_is_zero_and_nothing_at_all_too() -> None:
    assert tfidf_cosine(["abc def"], ["ghi jkl"], words).tolist() == [[0.0]]
    assert tfidf_cosine(["!"], ["?"], words).tolist() == [[0.0]]
    for analyse in (words, character_ngrams):
        assert tfidf_cosine([], [], analyse).shape == (0, 0)


@given(st.lists(st.text(), min_size=1, max_size=4), st.lists(st.text(), min_size=1, max_size=4))
def test_any_text_gives_a_cosine(a: list[str], b: list[str]) -> None:
    for analyse in (words, character_ngrams):
        matrix = tfidf_cosine(a, b, analyse)
        assert matrix.shape == (len(a), len(b))
        assert matrix.min() >= 0
        assert matrix.max() <= 1
