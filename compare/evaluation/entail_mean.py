"""The network that is shipped: the mean of two that went on from the one of all gold pairs.

Each goes on by itself for a few rounds, each round with a rate of its own that rises and falls, and
in the end their weights are averaged (of networks that began as one: Wortsman et al. 2022, Model
soups). The mean is steadier than each of them, and costs no more to run.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from compare.evaluation.entail_network import Network, export, restore

WAYS = 2  # networks that go on, side by side
# On data/gold/later, which no network learned from, the mean of two after two rounds was better
# than after one, and than a mean with the network that they began as (docs/experiments.md).
ROUNDS = 2  # of each
SEED = 101

Learn = Callable[[Network, random.Random], None]  # one round


def mean_of(states: Sequence[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """Return the mean of each weight; what is no floating number is taken from the first."""
    return {
        name: torch.stack([state[name] for state in states]).mean(0)
        if first.is_floating_point()
        else first
        for name, first in states[0].items()
    }


def end_of(way: int, folder: Path) -> Path:
    """Return where the weights of one network lie in the end."""
    return folder / f"on-{way}.safetensors"


def go_on(learn: Learn, whole: Path, way: int, folder: Path) -> None:
    """Train one network on, and write its weights.

    :param learn: trains a network for one round
    :param whole: the network to begin with, as `export` wrote it
    """
    torch.manual_seed(SEED + way)
    rng = random.Random(SEED + way)
    network = restore(whole)
    for _ in range(ROUNDS):
        learn(network, rng)
    save_file(network.state_dict(), end_of(way, folder))


def write_mean(folder: Path, path: Path) -> None:
    """Write the mean of the networks that went on."""
    network = Network()
    network.load_state_dict(mean_of([load_file(end_of(way, folder)) for way in range(WAYS)]))
    export(network.eval(), path)
