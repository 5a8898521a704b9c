"""The network that is shipped: the mean of the one of all gold pairs and of some that went on.

Each goes on by itself for a few rounds, each round with a rate of its own that rises and falls, and
the weights after every round are averaged (stochastic weight averaging, Izmailov et al. 2018; of
networks that began as one, Wortsman et al. 2022). The mean is steadier than each of them, and costs
no more to run.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from compare.evaluation.entail_network import Network, export, restore

WAYS = 2  # networks that go on, side by side
ROUNDS = 1  # of each
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


def steps_of(way: int, folder: Path) -> list[Path]:
    """Return where the weights of one network lie after each round."""
    return [folder / f"on-{way}-{turn}.safetensors" for turn in range(ROUNDS)]


def go_on(learn: Learn, whole: Path, way: int, folder: Path) -> None:
    """Train one network on, and write its weights after each round.

    :param learn: trains a network for one round
    :param whole: the network to begin with, as `export` wrote it
    """
    torch.manual_seed(SEED + way)
    rng = random.Random(SEED + way)
    network = restore(whole)
    for path in steps_of(way, folder):
        learn(network, rng)
        save_file(network.state_dict(), path)


def write_mean(whole: Path, folder: Path, path: Path) -> None:
    """Write the mean of the first network and of all that came of it."""
    begun = restore(whole)
    others = [load_file(at) for way in range(WAYS) for at in steps_of(way, folder)]
    network = Network()
    network.load_state_dict(mean_of([begun.state_dict(), *others]))
    export(network.eval(), path)
