"""The mean of networks, and a network read back from the file that ships."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import torch

from compare.evaluation import entail_mean
from compare.evaluation.entail_mean import end_of, go_on, mean_of, write_mean
from compare.evaluation.entail_network import Network, export, restore


def test_weights_are_averaged_and_whole_numbers_kept() -> None:
    states = [
        {"w": torch.tensor([1.0, 4.0]), "n": torch.tensor(3)},
        {"w": torch.tensor([2.0, 0.0]), "n": torch.tensor(5)},
        {"w": torch.tensor([6.0, 2.0]), "n": torch.tensor(5)},
    ]
    mean = mean_of(states)
    assert mean["w"].tolist() == [3.0, 2.0]
    assert mean["n"].item() == 3


def moved(network: Network, by: float) -> None:
    with torch.no_grad():
        network.layers[5].output.dense.weight.add_(by)
        network.outcome.bias.add_(by)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch.manual_seed(7)
    network = Network().eval()
    moved(network, 0.25)
    path = tmp_path_factory.mktemp("network") / "whole.onnx"
    export(network, path)
    return path


def test_what_was_exported_is_read_back(written: Path) -> None:
    torch.manual_seed(7)
    network = Network().eval()
    moved(network, 0.25)
    again = restore(written).state_dict()
    for name, value in network.state_dict().items():
        if not name.startswith("snli"):  # no file holds it
            assert torch.allclose(again[name].float(), value.float(), atol=2e-3), name


def test_the_mean_is_of_the_networks_that_went_on(written: Path, tmp_path: Path) -> None:
    chances = []

    def learn(network: Network, rng: random.Random) -> None:
        chances.append(rng.random())
        moved(network, 1.0 if len(chances) <= entail_mean.ROUNDS else 2.0)

    for way in range(2):
        go_on(learn, written, way, tmp_path)
        assert end_of(way, tmp_path).exists()
    assert len(set(chances)) == 2 * entail_mean.ROUNDS  # each round in an order of its own
    write_mean(tmp_path, tmp_path / "mean.onnx")
    first, mean = (restore(path) for path in (written, tmp_path / "mean.onnx"))
    by = mean.outcome.bias - first.outcome.bias
    assert torch.allclose(by, torch.full_like(by, 1.5 * entail_mean.ROUNDS), atol=1e-3)
    by = mean.layers[5].output.dense.weight - first.layers[5].output.dense.weight
    assert torch.allclose(by, torch.full_like(by, 1.5 * entail_mean.ROUNDS), atol=1e-2)
