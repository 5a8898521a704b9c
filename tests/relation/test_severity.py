"""Which of the sentences that stand alone matter most."""

from __future__ import annotations

import numpy as np
import pytest

from compare.language.facts import read_sentences
from compare.model import Nearest
from compare.relation.severity import gravity, omissions
from compare.sources.statement import make_statement


def gravity_of(text: str) -> float:
    (sentence,) = read_sentences(make_statement(text))
    return gravity(sentence)


@pytest.mark.parametrize(
    ("grave", "less"),
    [
        ("The engineer has not been charged.", "The engineer was charged."),
        ("The council will close the school.", "The council has closed the school."),
        ("Four people died.", "We went home."),
        ("The council will meet.", "The invitation was accepted with pleasure."),
        ("We are glad that nobody was hurt.", "We are glad that all is well."),
    ],
)
def test_what_can_be_wrong_is_graver(grave: str, less: str) -> None:
    assert gravity_of(grave) > gravity_of(less)


def test_a_denial_ranks_before_courtesy_wherever_it_stands() -> None:
    text = "The ship did not fire. The invitation was accepted with pleasure. Next steps"
    sentences = read_sentences(make_statement(text))[:2]
    vectors = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 1.0]], dtype=np.float32)
    none = np.array([-1, 4, 4]), np.array([0, 0.0, 0.3], dtype=np.float32)
    facts = (*sentences, sentences[1])
    denial, courtesy = omissions((0, 1), vectors, none, facts)
    assert (denial.sentence, courtesy.sentence) == (0, 1)
    assert denial.severity > courtesy.severity
    assert (denial.nearest, courtesy.nearest) == (None, Nearest(4, 0.0))
