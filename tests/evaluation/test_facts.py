"""Fact sets: reading them, judging them, and training on them."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from compare.embedding import Embedder
from compare.errors import FormatError, InputError
from compare.evaluation.facts import HELD_OUT, held_out, read_fact_folder, read_fact_sets
from compare.evaluation.relations import Row, floors_broken, judge_one, table

ROOT = Path(__file__).parents[2]
SET: dict[str, Any] = {
    "topic": "a bridge",
    "base": "The bridge over the Orla reopened on Monday.",
    "same": [
        "On Monday the Orla bridge opened again.",
        "Traffic has crossed the Orla since Monday.",
    ],
    "near": ["The bridge across the Orla reopened on Monday."],
    "contradicts": [
        {"text": "The bridge over the Orla reopened on Friday.", "kind": "date"},
        {"text": "The bridge over the Orla is still closed.", "kind": "negation"},
    ],
    "partial": ["The bridge reopened.", "The bridge reopened on Monday after a repair."],
    "other": "The repair cost two million.",
}

CONTRAST: dict[str, Any] = {
    "topic": "a ferry",
    "a": "All our ferries sailed on Sunday.",
    "b": [
        {"text": "No boat stayed in port that day.", "relation": "agreement", "kinds": []},
        {"text": "Ferries ran at the weekend.", "relation": "partial", "kinds": ["date"]},
        {
            "text": "Two of the five were kept back.",
            "relation": "divergence",
            "kinds": ["scope"],
            "bears": ["All our ferries", "Two of the five"],
        },
        {"text": "Tickets cost nine crowns.", "relation": "none", "kinds": []},
    ],
}


def write(folder: Path, *rows: dict[str, Any]) -> Path:
    path = folder / "sets.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_every_pair_of_a_set_is_read(tmp_path: Path) -> None:
    pairs = read_fact_sets(write(tmp_path, SET))[0].pairs
    count = {name: sum(pair.outcome == name for pair in pairs) for name in
             ("agreement", "partial", "divergence", "none")}  # fmt: skip
    assert count == {"agreement": 4, "partial": 6, "divergence": 6, "none": 3}
    assert {kind for pair in pairs for kind in pair.kinds if pair.outcome == "divergence"} == {
        "date",
        "negation",
    }
    assert sum(pair.edited for pair in pairs) == 3


def test_a_contrast_set_is_read_with_the_words_that_bear_a_divergence(tmp_path: Path) -> None:
    item = read_fact_sets(write(tmp_path, CONTRAST))[0]
    assert item.contrast
    assert [pair.outcome for pair in item.pairs] == ["agreement", "partial", "divergence", "none"]
    assert {pair.a for pair in item.pairs} == {CONTRAST["a"]}
    assert item.pairs[2].kinds == ("scope",)
    assert item.pairs[2].bears == ("All our ferries", "Two of the five")


def _changed(**change: Any) -> dict[str, Any]:
    items = [dict(item) for item in CONTRAST["b"]]
    items[2].update(change)
    return {**CONTRAST, "b": items}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (_changed(relation="quarrel"), "quarrel"),
        (_changed(kinds=["mood"]), "mood"),
        (_changed(bears=["All our ferries", "Two of the six"]), "not in its text"),
        (_changed(bears=["All our ferries"]), "line 1"),
        ({**SET, "contradicts": [{"text": "No.", "kind": "mood"}]}, "mood"),
        ({key: value for key, value in SET.items() if key != "same"}, "same"),
        ({**SET, "same": ["only one"]}, "line 1"),
    ],
)
def test_a_line_of_another_form_is_named(tmp_path: Path, row: dict[str, Any], said: str) -> None:
    with pytest.raises(FormatError, match=said):
        read_fact_sets(write(tmp_path, row))


def test_a_folder_without_sets_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds no \.jsonl file"):
        read_fact_folder(tmp_path)
    path = write(tmp_path, SET)
    assert read_fact_folder(path) == read_fact_sets(path)


def test_the_sets_of_the_repository_are_read_and_hold_every_kind() -> None:
    sets = read_fact_folder(ROOT / "data/facts/train")
    trained, kept = held_out(sets)
    assert len(trained) + len(kept) == len(sets)
    assert len(kept) == pytest.approx(len(sets) / HELD_OUT, abs=1)
    kinds = {kind for item in sets for pair in item.pairs for kind in pair.kinds}
    assert len(kinds) == 10
    sets += read_fact_folder(ROOT / "data/facts/plain") + read_fact_folder(
        ROOT / "data/facts/turns"
    )
    tests = read_fact_folder(ROOT / "data/facts/test")
    tests += read_fact_folder(ROOT / "data/facts/plain-test")
    assert not {pair.a for item in tests for pair in item.pairs} & {
        pair.a for item in sets for pair in item.pairs
    }


def test_two_figures_for_one_thing_are_told_as_a_divergence(embedder: Embedder) -> None:
    a, b = "The army freed 212 prisoners at dawn.", "The army freed 112 prisoners at dawn."
    link = judge_one(a, b, embedder, 0.4)
    assert link.relation == "divergence"
    assert "number" in {item.kind for item in link.evidence}


def test_floors() -> None:
    rows = [Row("changed, small edit", 4, (0, 4, 0)), Row("same, other words", 4, (4, 0, 0))]
    assert len(floors_broken(rows)) == 2
    assert "changed, small edit" in table(rows)


def test_a_network_learns_and_is_written_as_it_was(tmp_path: Path, embedder: Embedder) -> None:
    pytest.importorskip("torch", reason="torch comes with the extra dev")
    from compare.evaluation import entail, entail_items, entail_network
    from compare.reading.entailment import Entailment, side_of

    item = read_fact_sets(write(tmp_path, SET))[0]
    vectors = entail_items.Vectors()
    vectors.learn([text for pair in item.pairs for text in (pair.a, pair.b)])
    items = entail_items.fact_items(item, vectors)
    edit = next(one for one in items if one.bearing is not None and one.bearing.any())
    assert 0 < edit.bearing.sum() < len(edit.bearing)  # some words differ, not all
    network = entail_network.Network()
    first = float(entail.loss_of(network.eval(), items, vectors).detach())
    entail.train(network, [items] * 6, vectors, 2e-4, random.Random(0))
    assert float(entail.loss_of(network, items, vectors).detach()) < first
    target = tmp_path / "network.onnx"
    entail_network.export(network, target)
    one, two = vectors[item.pairs[0].a], vectors[item.pairs[0].b]
    said = Entailment(target).read(side_of(one, (0,)), side_of(two, (0,)))
    batch = entail_network.batch_of([items[0]], vectors)
    pair, _ = network(*batch)
    own = network.outcome(pair).softmax(1)[0].detach().numpy()
    assert np.abs(own - said.outcomes).max() < 0.01


def test_the_words_that_bear_a_divergence_are_marked_on_the_side_where_they_stand(
    tmp_path: Path,
) -> None:
    from compare.evaluation.entail_items import DIVERGENCE, Vectors, fact_items

    item = read_fact_sets(write(tmp_path, CONTRAST))[0]
    vectors = Vectors()
    vectors.learn([text for pair in item.pairs for text in (pair.a, pair.b)])
    one = next(x for x in fact_items(item, vectors) if x.outcome == DIVERGENCE)
    assert one.bearing is not None
    marks, at = [], 0
    for text in (one.first, one.second):
        tokens = vectors[text].tokens[0]
        for start, end in zip(tokens.starts, tokens.ends, strict=True):
            marks += [text[start:end]] * int(one.bearing[at])
            at += 1
    assert at == len(one.bearing)
    assert set(marks) == {"All", "our", "ferries", "Two", "of", "the", "five"} - {""}


def test_a_rehearsal_holds_small_edits_of_either_outcome(tmp_path: Path) -> None:
    from compare.evaluation.entail_items import AGREEMENT, DIVERGENCE, Vectors, fact_items
    from compare.evaluation.entail_rounds import rehearsal

    item = read_fact_sets(write(tmp_path, SET))[0]
    vectors = Vectors()
    vectors.learn([text for pair in item.pairs for text in (pair.a, pair.b)])
    chosen = rehearsal([fact_items(item, vectors)] * 40, vectors, random.Random(1))
    count = {
        (one, edited): sum(x.outcome == one and x.edited == edited for x in chosen)
        for one in (AGREEMENT, DIVERGENCE)
        for edited in (False, True)
    }
    assert min(count.values()) > 0
    agree, against = (sum(x.outcome == one for x in chosen) for one in (AGREEMENT, DIVERGENCE))
    assert 0.5 < agree / against < 2
    assert any(x.first == x.second for x in chosen)


def test_what_is_said_of_one_way_to_put_a_claim_holds_of_another(tmp_path: Path) -> None:
    from compare.evaluation.entail_items import Vectors, fact_items
    from compare.evaluation.entail_rounds import fact_round
    from compare.reading.entailment import OUTCOMES

    said = {
        "The fleet sailed.": "agreement",
        "The boats put out to sea.": "agreement",
        "Every boat stayed in port.": "divergence",
        "The boats sailed at noon.": "partial",
        "The crews were paid.": "none",
    }
    texts = [
        {
            "text": text,
            "relation": relation,
            "kinds": [] if relation in ("agreement", "none") else ["negation"],
            "bears": ["left", "stayed"] if relation == "divergence" else [],
        }
        for text, relation in said.items()
    ]
    row = {"topic": "boats", "a": "All our ferries left.", "b": texts}
    item = read_fact_sets(write(tmp_path, row))[0]
    vectors = Vectors()
    vectors.learn([row["a"], *said])
    items = fact_items(item, vectors)
    derived = {frozenset((x.first, x.second)): x for x in items if x.derived}
    first, second, *others = said
    want = {frozenset((first, second)): "agreement"}
    want |= {frozenset((one, text)): said[text] for one in (first, second) for text in others}
    assert {both: OUTCOMES[x.outcome] for both, x in derived.items()} == want
    assert all(bool(x.kinds) == (OUTCOMES[x.outcome] == "divergence") for x in derived.values())
    chosen = fact_round([items], random.Random(0))
    assert [x for x in chosen if not x.derived] == [x for x in items if not x.derived]
    assert len(chosen) < len(items)
