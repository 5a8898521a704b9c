"""Train the adapter of the built-in model on gold pairs; needs torch and transformers.

One step takes one pair of statements, with some sentences and tokens left out at random, computes
the features of alignment/features.py from the model's vectors in a form that has gradients, and
moves a logistic layer over them and the adapter towards the marked links. The lower layers stay as
they are, so their output is computed once.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from compare.alignment.features import ORDINARY, PRIOR_PAIRS, PRIOR_RIVALS, SHARPNESS
from compare.alignment.soft import token_weights
from compare.embedding.adapter import Adapter
from compare.embedding.base import TokenVectors
from compare.embedding.packaged import model_folder
from compare.evaluation.gold import GoldPair

# Half precision: twice as fast where the processor has it, a hundred times slower elsewhere.
HALF = any(torch.cpu.get_capabilities().get(name) for name in ("avx512_bf16", "amx_bf16"))
# Layers that are kept; the words of a link are matched on the last of them.
FIRST_LAYER = 3
# Rank and rate: of 4, 8 and 16 and of 3e-4 to 6e-4 the best average precision on a quarter of
# data/gold/train; with half the data 2 to 5 rounds differed by less than 0.01.
RANK = 16
SCALE = 2.0
ROUNDS = 2
RATE = 6e-4
HEAD_RATE = 1e-2
WARM_UP = 30  # steps
DECAY = 0.05
# Shares of sentences kept, of tokens and of activations left out, in training only.
KEEP_SENTENCES = 0.8
DROP_TOKENS = 0.1
DROP_ACTIVATIONS = 0.1
HEAD_ROUNDS = 6
HEAD_FEATURES = 12
GROUPS = 3  # batches of like length for each pair, against padding


@dataclass(frozen=True, slots=True)
class Batch:
    """Some sentences of a pair at the output of the last fixed layer."""

    rows: torch.Tensor  # which sentences; A's come first
    states: torch.Tensor  # shape (n, n_tokens, dim)
    mask: torch.Tensor  # shape (n, n_tokens), 1 for a token


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of statements, ready for training."""

    batches: tuple[Batch, ...]
    weights: torch.Tensor  # of each token, shape (n_a + n_b, n_tokens); 0 for function words
    n_a: int
    marked: torch.Tensor  # shape (n_a, n_b), 1 for a link


class _Adapted(nn.Module):  # type: ignore[misc]  # torch is untyped where mypy skips it
    """A linear layer with a low-rank change that starts at nothing."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        self.linear = linear
        self.down = nn.Parameter(torch.randn(RANK, linear.in_features) / linear.in_features**0.5)
        self.up = nn.Parameter(torch.zeros(linear.out_features, RANK))

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        out: torch.Tensor = self.linear(inputs) + (inputs @ self.down.T) @ self.up.T * SCALE
        return out


def load_network() -> Any:
    """Return the packaged network in torch, without gradients."""
    from transformers import AutoModel

    network = AutoModel.from_pretrained(model_folder(), use_safetensors=True).eval()
    for parameter in network.parameters():
        parameter.requires_grad = False
    return network


def example(pair: GoldPair, network: Any) -> Example:
    """Compute once what training does not change.

    :param network: of `load_network`, not adapted
    """
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(model_folder())
    texts = [*pair.a.sentences, *pair.b.sentences]
    coded = tokenizer(
        texts, padding=True, truncation=True, max_length=256,
        return_offsets_mapping=True, return_tensors="pt",
    )  # fmt: skip
    ids, mask = coded["input_ids"], coded["attention_mask"]
    empty = np.zeros((0, 0), dtype=np.float16)
    tokens = [
        TokenVectors(ids[row].numpy(), offsets[:, 0].numpy(), offsets[:, 1].numpy(), empty, empty)
        for row, offsets in enumerate(coded["offset_mapping"])
    ]
    weights = torch.tensor(np.stack(token_weights(texts, tokens)))
    batches = []
    for rows in torch.tensor_split(torch.argsort(mask.sum(1)), GROUPS):
        if not len(rows):
            continue
        width = int(mask[rows].sum(1).max())
        with torch.no_grad():
            states = network(
                input_ids=ids[rows, :width],
                attention_mask=mask[rows, :width],
                output_hidden_states=True,
            ).hidden_states[FIRST_LAYER]
        batches.append(Batch(rows, states.clone(), mask[rows, :width]))
    marked = torch.zeros(len(pair.a.sentences), len(pair.b.sentences))
    for i, j in pair.pairs():
        marked[i, j] = 1
    return Example(tuple(batches), weights, len(pair.a.sentences), marked)


def thinned(item: Example, rng: random.Random) -> Example:
    """Return the example with some sentences left out, at least one of either side kept."""

    def some(count: int) -> list[int]:
        return [at for at in range(count) if rng.random() < KEEP_SENTENCES] or [0]

    of_a, of_b = some(item.n_a), some(item.marked.shape[1])
    place = {row: at for at, row in enumerate([*of_a, *(item.n_a + row for row in of_b)])}
    batches = []
    for batch in item.batches:
        at = [k for k, row in enumerate(batch.rows.tolist()) if row in place]
        if at:
            rows = torch.tensor([place[row] for row in batch.rows[at].tolist()])
            batches.append(Batch(rows, batch.states[at], batch.mask[at]))
    return replace(
        item,
        batches=tuple(batches),
        weights=item.weights[list(place)],
        n_a=len(of_a),
        marked=item.marked[of_a][:, of_b],
    )


def _upper(network: Any, item: Example) -> tuple[torch.Tensor, torch.Tensor]:
    """Return unit sentence vectors (n, dim) and unit token vectors (n, n_tokens, dim)."""
    layers = network.encoder.layer[FIRST_LAYER:]
    width = item.weights.shape[1]
    rows, sentences, tokens = [], [], []
    for batch in item.batches:
        barred = (1 - batch.mask[:, None, None, :].float()) * -1e9
        state = batch.states
        for at, layer in enumerate(layers):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=HALF):
                out = layer(state, barred)
            state = (out[0] if isinstance(out, tuple) else out).float()
            if at == len(layers) - 2:
                matching = state
        held = batch.mask.unsqueeze(-1).float()
        sentences.append(functional.normalize((state * held).sum(1) / held.sum(1), dim=1))
        unit = functional.normalize(matching, dim=-1)
        tokens.append(functional.pad(unit, (0, 0, 0, width - unit.shape[1])))
        rows.append(batch.rows)
    order = torch.argsort(torch.cat(rows))
    return torch.cat(sentences)[order], torch.cat(tokens)[order]


def _standardised(score: torch.Tensor, kind: str) -> torch.Tensor:
    mean, spread = ORDINARY[kind]
    own = score.numel() / (score.numel() + PRIOR_PAIRS)
    centre = own * score.mean() + (1 - own) * mean
    variance = own * ((score - centre) ** 2).mean() + (1 - own) * spread**2
    return (score - centre) / variance.sqrt()


def _shares(score: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    return torch.log_softmax(score * SHARPNESS, 1), torch.log_softmax(score * SHARPNESS, 0)


def _features(network: Any, item: Example) -> torch.Tensor:
    """Return the features of each sentence pair, shape (n_a, n_b, HEAD_FEATURES)."""
    sentences, tokens = _upper(network, item)
    n_a, n_b = item.n_a, item.marked.shape[1]
    a, b = sentences[:n_a], sentences[n_a:]
    cosine = a @ b.T
    mean = sentences.sum(0, keepdim=True) / (len(sentences) + PRIOR_RIVALS)
    centred = functional.normalize(a - mean, dim=1) @ functional.normalize(b - mean, dim=1).T
    kept = item.weights > 0
    row_a, at_a = kept[:n_a].nonzero(as_tuple=True)
    row_b, at_b = kept[n_a:].nonzero(as_tuple=True)
    near = tokens[:n_a][row_a, at_a] @ tokens[n_a:][row_b, at_b].T

    def covered(near: torch.Tensor, own: torch.Tensor, other: torch.Tensor, of: int, by: int,
                weight: torch.Tensor) -> torch.Tensor:  # fmt: skip
        best = torch.full((len(own), by), -1.0).scatter_reduce(
            1, other.expand(len(own), -1), near, "amax"
        )
        total = torch.zeros(of).index_add(0, own, weight).clamp(min=1e-4)
        mean = torch.zeros(of, by).index_add(0, own, best * weight[:, None]) / total[:, None]
        return mean.clamp(min=0.01)

    of_a = covered(near, row_a, row_b, n_a, n_b, item.weights[:n_a][row_a, at_a])
    of_b = covered(near.T, row_b, row_a, n_b, n_a, item.weights[n_a:][row_b, at_b]).T
    soft = 2 * of_a * of_b / (of_a + of_b)
    levels = [
        _standardised(score, kind)
        for score, kind in ((cosine, "cosine"), (soft, "soft"), (centred, "centred"))
    ]
    hybrid = (levels[0] + 2 * levels[1]) / 3
    in_row, in_column = _shares(hybrid)
    columns = [
        *levels, hybrid, in_row, in_column, sum(_shares(levels[2])), sum(_shares(levels[1])),
        (torch.maximum(of_a, of_b) - 0.45) * 5, (torch.minimum(of_a, of_b) - 0.3) * 5,
        (cosine - 0.35) * 4, (centred - 0.1) * 4,
    ]  # fmt: skip
    return torch.stack(columns, -1)


def _loss(logit: torch.Tensor, item: Example) -> torch.Tensor:
    total = functional.binary_cross_entropy_with_logits(logit, item.marked, reduction="sum")
    return total / item.marked.sum().clamp(min=3)


def train_adapter(items: Sequence[Example], seed: int = 0) -> Adapter:
    """Return an adapter trained on the examples; the same seed and machine give the same one."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    network = load_network()
    adapted: dict[str, _Adapted] = {}
    for at in range(FIRST_LAYER, len(network.encoder.layer)):
        layer = network.encoder.layer[at]
        for name, module in list(layer.named_modules()):
            if isinstance(module, nn.Linear):
                parent, last = name.rsplit(".", 1)
                change = _Adapted(module)
                setattr(layer.get_submodule(parent), last, change)
                adapted[f"encoder.layer.{at}.{name}.weight"] = change
    for module in network.modules():
        if isinstance(module, nn.Dropout):
            module.p = DROP_ACTIVATIONS
    head = nn.Linear(HEAD_FEATURES, 1)
    nn.init.constant_(head.weight, 0.15)
    nn.init.constant_(head.bias, -1.0)
    head_steps = torch.optim.AdamW(head.parameters(), lr=HEAD_RATE, weight_decay=0.01)
    with torch.no_grad():
        fixed = [(_features(network, item), item) for item in items]
    for _ in range(HEAD_ROUNDS):
        for values, item in rng.sample(fixed, len(fixed)):
            head_steps.zero_grad()
            _loss(head(values).squeeze(-1), item).backward()
            head_steps.step()
    parameters = [p for change in adapted.values() for p in (change.down, change.up)]
    steps = torch.optim.AdamW(parameters, lr=RATE, weight_decay=DECAY)
    network.train()
    total, done = ROUNDS * len(items), 0
    for _ in range(ROUNDS):
        for whole in rng.sample(list(items), len(items)):
            item = thinned(whole, rng)
            weights = item.weights * (torch.rand(item.weights.shape) > DROP_TOKENS)
            item = replace(item, weights=weights)
            done += 1
            left = 1 - done / (total + 1)
            steps.param_groups[0]["lr"] = RATE * min(1, done / WARM_UP) * left
            head_steps.param_groups[0]["lr"] = HEAD_RATE * left
            steps.zero_grad()
            head_steps.zero_grad()
            _loss(head(_features(network, item)).squeeze(-1), item).backward()
            nn.utils.clip_grad_norm_(parameters, 1.0)
            steps.step()
            head_steps.step()
    return Adapter(
        {name: change.down.detach().numpy() for name, change in adapted.items()},
        {name: (change.up * SCALE).detach().numpy() for name, change in adapted.items()},
    )
