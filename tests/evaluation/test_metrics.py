"""Figures by hand on a pair of three and three sentences, and gold that is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from compare import compare, make_statement
from compare.errors import FormatError, InputError
from compare.evaluation.gold import GoldLink, GoldPair, GoldSide, read_gold_folder
from compare.evaluation.metrics import Prediction, count, total
from compare.evaluation.reliability import close, closeness, reliability, told
from compare.language.sentences import split_sentences
from compare.model import Link, Nearest, Omission
from tests.language.test_sentences import parted

ROOT = Path(__file__).parents[2]
SIDE = GoldSide("S", "", ("One.", "Two.", "Three."))
GOLD = GoldPair(
    "x", "", SIDE, SIDE,
    (
        GoldLink((0,), (0,), "divergence", ("number", "actor")),
        GoldLink((1,), (1, 2), "agreement", ()),
    ),
    only_a=(2,), only_b=(),
)  # fmt: skip
SAID = Prediction(
    {
        (0, 0): ("divergence", frozenset({"number", "wording"})),
        (1, 1): ("partial", frozenset({"scope"})),
        (2, 2): ("divergence", frozenset({"date"})),
    },
    only_a=frozenset(),
    only_b=frozenset(),
)


def test_every_rate_by_hand() -> None:
    counts = count(GOLD, SAID)
    assert counts.link_f1 == pytest.approx(2 * 2 / (3 + 3))  # (0,0), (1,1) of three and three
    assert counts.relation_accuracy == 0.5
    assert counts.divergence_f1 == pytest.approx(2 * 1 / (2 + 1))
    assert counts.omission_f1 == 0.0
    assert counts.kind_recall == 0.5
    assert counts.kind_precision == 0.5  # number of number and scope; date is on no true link


def test_counts_add_up_over_pairs() -> None:
    both = total([count(GOLD, SAID), count(GOLD, SAID)])
    assert both.link_gold == 6
    assert both.link_f1 == count(GOLD, SAID).link_f1


def test_nothing_said_of_nothing_marked_is_right() -> None:
    empty = GoldPair("x", "", SIDE, SIDE, (), (0, 1, 2), (0, 1, 2))
    counts = count(empty, Prediction({}, frozenset({0, 1, 2}), frozenset({0, 1, 2})))
    assert (counts.link_f1, counts.divergence_f1, counts.omission_f1) == (1.0, 1.0, 1.0)


def test_the_gold_in_the_repository_is_whole_and_splits_as_marked() -> None:
    pairs = read_gold_folder(ROOT / "data" / "gold")
    assert len(pairs) == 1441 + 23  # the second annotator's among them
    for pair in pairs:
        for side in (pair.a, pair.b):
            found = [side.text[s.start : s.end] for s in split_sentences(side.text)]
            assert found == parted(side.sentences), pair.id


def test_no_test_pair_is_trained_on() -> None:
    train = {pair.id for pair in read_gold_folder(ROOT / "data" / "gold" / "train")}
    held = {
        pair.id
        for folder in ("test", "fresh", "unseen", "second", "calm")
        for pair in read_gold_folder(ROOT / "data" / "gold" / folder)
    }
    assert not train & held
    for name in (
        "relation/divergence",
        "relation/agreement",
        "alignment/pair_scorer",
        "alignment/pair_second",
    ):
        card = json.loads((ROOT / "compare" / f"{name}.json").read_text("utf-8"))["card"]
        assert card["data"].startswith(f"data/gold/train, {len(train)} pairs")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"only_a": []}, "side a has sentences 0-1"),
        ({"only_a": [0, 1]}, "never in both"),
        ({"gold": [{"a": [0], "b": [0], "relation": "same", "kinds": []}]}, "relation 'same'"),
        ({"gold": [{"a": [0], "b": [0], "relation": "partial", "kinds": ["mood"]}]}, "kind 'mood'"),
        ({"a": None}, "is no gold pair"),
    ],
)
def test_broken_gold_is_refused(change: dict[str, object], says: str, tmp_path: Path) -> None:
    data: dict[str, object] = {
        "id": "x", "a": {"speaker": "", "sentences": ["One.", "Two."]},
        "b": {"speaker": "", "sentences": ["One."]},
        "gold": [{"a": [0], "b": [0], "relation": "agreement", "kinds": []}],
        "only_a": [1], "only_b": [],
    }  # fmt: skip
    (tmp_path / "x.json").write_text(json.dumps(data))
    assert len(read_gold_folder(tmp_path)) == 1
    (tmp_path / "x.json").write_text(json.dumps({**data, **change}))
    with pytest.raises(FormatError) as error:
        read_gold_folder(tmp_path)
    assert says in str(error.value)


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no .json file"):
        read_gold_folder(tmp_path)


def test_reliability_counts_what_is_right_by_confidence() -> None:
    lines = reliability(
        [
            ("divergence", 0.65, True),
            ("divergence", 0.79, False),
            ("divergence", 0.8, True),
            ("partial", 1.0, False),
        ]
    ).splitlines()
    by_relation = {line.split()[0]: line.split()[1:] for line in lines[1:]}
    assert by_relation["divergence"] == ["0/0", "0/0", "0/0", "1/2", "0.50", "1/1", "1.00"]
    assert by_relation["partial"] == ["0/0", "0/0", "0/0", "0/0", "0/1", "0.00"]


def test_the_closest_to_a_lone_sentence_is_held_against_the_marks() -> None:
    text = " ".join(SIDE.sentences)
    whole = compare(make_statement(text), make_statement(text))
    alone = (Omission(1, 0.5, Nearest(2, 0.35)), Omission(2, 0.5, None))
    other = (Omission(0, 0.5, Nearest(2, 0.1)), Omission(2, 0.5, Nearest(1, 0.15)))
    found = close(GOLD, replace(whole, links=(), only_a=alone, only_b=other))
    assert found == ((0.35, True), (0.1, False), (0.15, True))
    title, line = closeness(found).splitlines()
    assert title.split()[-5:] == ["0-0.1", "0.1-0.2", "0.2-0.25", "0.25-0.3", "0.3-1"]
    assert line.split() == ["marked", "0/0", "1/2", "0.50", "0/0", "0/0", "1/1", "1.00"]


def test_a_wrong_link_is_told_wrongly() -> None:
    link = Link(
        a=(1,),
        b=(1, 2),
        similarity=0.5,
        probability=0.5,
        relation="agreement",
        confidence=0.7,
        severity=0.0,
        evidence=(),
    )
    text = " ".join(SIDE.sentences)
    whole = compare(make_statement(text), make_statement(text))
    both = replace(whole, links=(link, replace(link, a=(2,), b=(2,))))
    assert told(GOLD, both) == (
        ("agreement", 0.7, True),
        ("agreement", 0.7, True),
        ("agreement", 0.7, False),
    )
