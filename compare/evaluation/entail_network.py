"""The network of reading/entailment.py in torch, and its export to ONNX."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import nn

from compare.evaluation.adapt import load_network
from compare.evaluation.entail_items import SNLI_LABELS, Item, Vectors
from compare.reading.entailment import KINDS, MAX_TOKENS, OUTCOMES, inputs_of

DIM = 384
DROP = 0.1
CLS, SEP = 101, 102  # of the model's vocabulary
MARKS, MARK_SIDES = (CLS, SEP, SEP), [0, 0, 1]
HINTS = 3  # of each token, as reading/entailment.py lists them
PLACES = 2 * MAX_TOKENS + len(MARKS)


class Network(nn.Module):  # type: ignore[misc]  # torch is untyped where mypy skips it
    """The packaged model's six layers over both sides' words, and the heads."""

    def __init__(self) -> None:
        super().__init__()
        whole = load_network()
        self.layers = nn.ModuleList(list(whole.encoder.layer))
        for parameter in self.layers.parameters():
            parameter.requires_grad = True
        embeddings = whole.embeddings
        self.norm = embeddings.LayerNorm
        self.register_buffer("place", embeddings.position_embeddings.weight[:PLACES].clone())
        self.register_buffer("side", embeddings.token_type_embeddings.weight.clone())
        self.register_buffer("marks", embeddings.word_embeddings.weight[list(MARKS)].clone())
        self.hint = nn.Linear(HINTS, DIM)
        nn.init.zeros_(self.hint.weight)
        nn.init.zeros_(self.hint.bias)
        self.drop = nn.Dropout(DROP)
        self.outcome = nn.Linear(3 * DIM, len(OUTCOMES))
        self.snli = nn.Linear(3 * DIM, len(SNLI_LABELS))
        self.kind = nn.Linear(3 * DIM, len(KINDS))
        self.adds = nn.Linear(3 * DIM, len(KINDS))
        self.bearing = nn.Linear(DIM, 1)

    def forward(
        self, words: torch.Tensor, side: torch.Tensor, hints: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the pair's vector, shape (n, 3 * dim), and the tokens', (n, n_tokens, dim).

        The layers see [CLS] A [SEP] B [SEP], as they were made for; the three markers are put
        before the tokens here, each with the place that it would have.
        """
        own = [(side == at).float() * mask for at in (0, 1)]
        first, both = own[0].sum(1).long(), mask.sum(1).long()
        places = torch.stack([torch.zeros_like(first), first + 1, both + 2], 1)
        marks = self.marks + self.place[places] + self.side[MARK_SIDES]
        order = torch.arange(words.shape[1], device=words.device)
        tokens = words + self.place[order + 1 + side] + self.side[side]
        states = torch.cat([self.norm(marks), self.norm(tokens) + self.hint(hints)], 1)
        seen = torch.cat([torch.ones_like(places, dtype=mask.dtype), mask], 1)
        bias = (1 - seen)[:, None, None, :] * -1e4
        for layer in self.layers:
            states = layer(states, attention_mask=bias)
            states = states[0] if isinstance(states, tuple) else states
        tokens = states[:, len(MARKS) :]
        means = [
            (tokens * at[..., None]).sum(1) / at.sum(1, keepdim=True).clamp(min=1) for at in own
        ]
        pair = [states[:, 0], (means[0] + means[1]) / 2, (means[0] - means[1]).abs()]
        return self.drop(torch.cat(pair, 1)), tokens


def batch_of(items: Sequence[Item], vectors: Vectors) -> tuple[torch.Tensor, ...]:
    """Return words, side, hints and mask of some pairs, padded to the longest."""
    rows = [inputs_of(vectors.side(item.first), vectors.side(item.second)) for item in items]
    longest = max(len(side) for _, side, _ in rows)
    words = torch.zeros(len(rows), longest, DIM)
    sides = torch.zeros(len(rows), longest, dtype=torch.long)
    hints = torch.zeros(len(rows), longest, HINTS)
    mask = torch.zeros(len(rows), longest)
    for at, (word, side, hint) in enumerate(rows):
        n = len(side)
        words[at, :n], sides[at, :n] = torch.from_numpy(word), torch.from_numpy(side)
        hints[at, :n], mask[at, :n] = torch.from_numpy(hint), 1
    return words, sides, hints, mask


def export(network: Network, target: Path) -> int:
    """Write the network as ONNX, weights in half precision, and return the size in bytes."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    class Whole(nn.Module):  # type: ignore[misc]  # torch is untyped where mypy skips it
        def __init__(self) -> None:
            super().__init__()
            self.net = network

        def forward(
            self, words: torch.Tensor, side: torch.Tensor, hints: torch.Tensor
        ) -> tuple[torch.Tensor, ...]:
            pair, tokens = self.net(words, side, hints, torch.ones_like(hints[:, :, 0]))
            return (
                self.net.outcome(pair).softmax(1),
                self.net.kind(pair).sigmoid(),
                self.net.adds(pair).sigmoid(),
                self.net.bearing(tokens).squeeze(-1).sigmoid(),
            )

    whole = Whole().eval()
    example = (
        torch.randn(1, 7, DIM),
        torch.tensor([[0, 0, 0, 0, 1, 1, 1]]),
        torch.rand(1, 7, HINTS),
    )
    takes, gives = ["words", "side", "hints"], ["outcomes", "kinds", "adds", "bearing"]
    buffer = io.BytesIO()
    torch.onnx.export(
        whole,
        example,
        buffer,
        dynamo=False,
        input_names=takes,
        output_names=gives,
        dynamic_axes={name: {1: "token"} for name in (*takes, "bearing")},
        opset_version=17,
    )
    graph = onnx.load_from_string(buffer.getvalue())
    casts = []
    for weight in list(graph.graph.initializer):
        values = numpy_helper.to_array(weight)
        if values.dtype == np.float32 and values.size > DIM * 4:
            half = f"{weight.name}.half"
            graph.graph.initializer.remove(weight)
            graph.graph.initializer.append(numpy_helper.from_array(values.astype(np.float16), half))
            casts.append(helper.make_node("Cast", [half], [weight.name], to=TensorProto.FLOAT))
    for cast in casts:
        graph.graph.node.insert(0, cast)
    for node in graph.graph.node:
        node.ClearField("doc_string")
    onnx.checker.check_model(graph)
    return target.write_bytes(graph.SerializeToString())


def restore(path: Path) -> Network:
    """Return the network that `export` wrote, but for the head of SNLI, which it leaves out.

    The weights are those in half precision; the head that is missing begins anew.
    """
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(path).graph
    known = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    for node in graph.node:
        if node.op_type == "Cast" and node.input[0] in known:
            known[node.output[0]] = known[node.input[0]].astype(np.float32)
    network = Network()
    state = network.state_dict()
    for name, value in state.items():
        if (found := known.get(f"net.{name}")) is not None and found.shape == value.shape:
            state[name] = torch.from_numpy(found.copy())
    for node in graph.node:  # a layer's weight stands transposed, under the name of its product
        if node.op_type == "MatMul" and node.input[1] in known:
            place = node.name.strip("/").removeprefix("net/").removesuffix("/MatMul")
            name = f"{place.replace('/', '.')}.weight"
            state[name] = torch.from_numpy(known[node.input[1]].T.copy())
    network.load_state_dict(state)
    return network.eval()
