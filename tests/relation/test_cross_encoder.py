"""A second opinion by an entailment cross-encoder from a folder on this machine."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from compare import Settings, compare, make_statement
from compare.alignment import Match
from compare.contract import to_json
from compare.embedding import packaged
from compare.errors import ModelError
from compare.reading.entailment import KINDS, Reading
from compare.relation.cross_encoder import (
    LABELS,
    averaged,
    load_cross_encoder,
    outcomes_of,
)

torch = pytest.importorskip("torch", reason="torch comes with the extra hub")
A = make_statement("The harbour opened on Monday. Nine ships were waiting outside.")
B = make_statement("On Monday the port was opened. Outside it lay nine vessels.")


def made_model(folder: Path, labels: tuple[str, ...], bias: tuple[float, ...] = ()) -> str:
    """Write a small model of random weights that leans to the labels with a high bias."""
    from transformers import BertConfig, BertForSequenceClassification

    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=30522, hidden_size=16, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=16, id2label=dict(enumerate(labels)),
        label2id={label: at for at, label in enumerate(labels)},
    )  # fmt: skip
    model = BertForSequenceClassification(config).eval()
    if bias:
        model.classifier.bias.data = torch.tensor(bias)
    model.save_pretrained(folder)
    for name in ("tokenizer.json", "tokenizer_config.json", "vocab.txt", "special_tokens_map.json"):
        if (packaged.model_folder() / name).exists():
            shutil.copy(packaged.model_folder() / name, folder / name)
    return str(folder)


@pytest.fixture
def contrary(tmp_path: Path) -> str:
    """A model that contradicts everything."""
    return made_model(
        tmp_path / "contrary", ("Neutral", "Contradiction", "Entailment"), (0.0, 9.0, 0.0)
    )


def test_labels_are_read_by_name_and_in_both_directions(contrary: str) -> None:
    model = load_cross_encoder(contrary)
    assert model is not None
    told = model.read(A, B, [Match((0,), (0,), 1.0), Match((1,), (1,), 1.0)])
    assert told.shape == (2, 3)
    assert told.sum(axis=1) == pytest.approx([1, 1])
    assert (told[:, 2] > 0.9).all()
    alone = model.read(A, B, [Match((1,), (1,), 1.0)])
    assert np.array_equal(alone[0], told[1])  # company changes nothing


def test_it_moves_the_confidence_and_has_no_verdict(contrary: str) -> None:
    own = compare(A, B)
    other = compare(A, B, Settings(cross_encoder=contrary))
    assert contrary in other.signature.models
    assert contrary not in own.signature.models
    assert [(x.a, x.b) for x in own.links] == [(x.a, x.b) for x in other.links]
    assert [x.relation for x in own.links] == ["agreement", "agreement"]
    assert all(x.confidence > y.confidence for x, y in zip(own.links, other.links, strict=True))
    again = compare(A, B, Settings(cross_encoder=contrary))
    assert to_json(again) == to_json(other)


def test_it_serves_beside_an_embedder_that_the_built_in_network_cannot_read(
    contrary: str, tmp_path: Path
) -> None:
    folder = tmp_path / "embedder"
    shutil.copytree(packaged.model_folder(), folder)
    plain = compare(A, B, Settings(embedder=str(folder)))
    other = compare(A, B, Settings(embedder=str(folder), cross_encoder=contrary))
    assert [x.confidence for x in plain.links] != [x.confidence for x in other.links]


def test_either_direction_can_contradict_and_both_must_entail() -> None:
    forward = np.array([[0.1, 0.8, 0.1], [0.7, 0.2, 0.1]])
    backward = np.array([[0.1, 0.3, 0.6], [0.1, 0.8, 0.1]])
    told = outcomes_of(forward, backward)
    assert told[0] == pytest.approx([0.3, 0.6, 0.1])
    assert told[1] == pytest.approx([0.2, 0.1, 0.7])


def test_what_the_built_in_network_holds_apart_stays_apart() -> None:
    none = np.zeros(len(KINDS))
    own = Reading(np.array([0.2, 0.2, 0.2, 0.4]), none, none, none, none)
    mixed = averaged(own, np.array([1.0, 0.0, 0.0]))
    assert mixed.outcomes == pytest.approx([0.4, 0.1, 0.1, 0.4])


def test_other_labels_are_refused(tmp_path: Path) -> None:
    name = made_model(tmp_path / "stars", ("one star", "five stars"))
    with pytest.raises(ModelError, match=f"five stars, one star; expected {', '.join(LABELS)}"):
        load_cross_encoder(name)


def test_pickled_weights_are_never_loaded(contrary: str) -> None:
    (Path(contrary) / "model.safetensors").rename(Path(contrary) / "pytorch_model.bin")
    with pytest.raises(ModelError, match=r"no \.safetensors file.*pickled"):
        load_cross_encoder(contrary)


def test_a_name_that_is_not_here_is_an_error_with_the_next_step(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    with pytest.raises(ModelError, match="expected none.*models prepare no/such --cross-encoder"):
        load_cross_encoder("no/such")


def test_none_is_none() -> None:
    assert load_cross_encoder("none") is None
