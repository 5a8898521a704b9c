"""Make `minilm.onnx` again: the network of all-MiniLM-L6-v2 without its weights.

Run `python -m compare.embedding.export`; it needs torch, transformers and onnx (extra `dev`).
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from compare.embedding.packaged import (
    GRAPH,
    WEIGHTS_SHA256,
    WORD_VECTORS,
    checked,
    model_folder,
)

LAYERS = (3, 5, 6)


def export(target: Path) -> int:
    """Write the network and return its size in bytes; the weights stay in the package."""
    import onnx
    import torch
    from transformers import AutoModel

    folder = model_folder()
    checked(folder / "model.safetensors", WEIGHTS_SHA256)
    model = AutoModel.from_pretrained(
        folder, use_safetensors=True, attn_implementation="eager"
    ).eval()

    class Layers(torch.nn.Module):  # type: ignore[misc]  # torch is untyped where mypy skips it
        def __init__(self) -> None:
            super().__init__()
            self.net = model

        def forward(self, input_ids: Any, attention_mask: Any) -> tuple[Any, ...]:
            out = self.net(
                input_ids=input_ids, attention_mask=attention_mask, output_hidden_states=True
            )
            return tuple(out.hidden_states[layer] for layer in LAYERS)

    outputs = [f"layer{layer}" for layer in LAYERS]
    names = ["input_ids", "attention_mask", *outputs]
    example = torch.ones(2, 7, dtype=torch.long)
    with tempfile.TemporaryDirectory() as temporary:
        full = Path(temporary) / "full.onnx"
        torch.onnx.export(
            Layers(),
            (example, example),
            str(full),
            dynamo=False,
            do_constant_folding=False,  # keeps the weights' own names
            input_names=names[:2],
            output_names=outputs,
            dynamic_axes={name: {0: "batch", 1: "token"} for name in names},
            opset_version=17,
        )
        network = onnx.load(str(full))
    renamed = {}
    for weight in network.graph.initializer:
        if weight.name.startswith("net."):
            renamed[weight.name] = weight.name.removeprefix("net.")
            weight.name = renamed[weight.name]
            weight.ClearField("raw_data")
            weight.data_location = onnx.TensorProto.EXTERNAL
            entry = weight.external_data.add()
            entry.key, entry.value = "location", "model.safetensors"
    for node in network.graph.node:
        for at, name in enumerate(node.input):
            node.input[at] = renamed.get(name, name)
        node.ClearField("doc_string")
    _take_out_word_vectors(network)
    return target.write_bytes(network.SerializeToString())


def _take_out_word_vectors(network: Any) -> None:
    """Make the tokens' input vectors an input of the network in the place of their table.

    The table is half of all weights, and the network would copy it; who runs the network looks the
    rows up in the file.
    """
    import onnx

    graph = network.graph
    table = next(item for item in graph.initializer if item.name == WORD_VECTORS)
    lookup = next(node for node in graph.node if WORD_VECTORS in node.input)
    for node in graph.node:
        for at, name in enumerate(node.input):
            if name == lookup.output[0]:
                node.input[at] = "words"
    shape = ["batch", "token", table.dims[1]]
    graph.input.append(onnx.helper.make_tensor_value_info("words", onnx.TensorProto.FLOAT, shape))
    graph.node.remove(lookup)
    graph.initializer.remove(table)


if __name__ == "__main__":
    print(f"{GRAPH.name}: {export(GRAPH)} bytes")
