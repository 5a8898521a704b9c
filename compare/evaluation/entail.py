"""Train the network of relation/entailment.py: `python -m compare.evaluation.entail [SNLI]`.

It begins as layers 4 to 6 of the packaged model over the vectors of layer 3, which stay as they
are. First it learns SNLI (the folder given, ../shared/data/nli if none; CC BY-SA 4.0), then the
fact sets of data/facts/train, then these and the gold pairs of data/gold/train together. The last
step is made once for each fold of gold pairs without that fold, for figures and features of pairs
that it did not see, and once with all. Needs the extra `dev`; about an hour and a half on one core.

Three heads read the tokens: the outcome of a pair (and SNLI's label, as a first exercise), the
kinds of what differs, and for each token whether it bears a contradiction. For the last, the words
that a small edit changed are the truth.
"""

from __future__ import annotations

import difflib
import hashlib
import random
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from compare.embedding.base import Encoded, FloatArray
from compare.embedding.packaged import PackagedEmbedder, model_folder
from compare.evaluation.adapt import FIRST_LAYER, load_network
from compare.evaluation.facts import FACTS, FactSet, held_out, read_fact_folder
from compare.evaluation.gold import GoldPair, read_gold_folder
from compare.relation.entailment import KINDS, OUTCOMES, PATH, Side, in_order, inputs_of, side_of

SNLI = Path("../shared/data/nli")
SNLI_LABELS = ("entailment", "neutral", "contradiction")
GOLD = Path("data/gold/train")
DIM = 384
FOLDS = 3
KEPT = Path("build/entailment")
BATCH = 32
# Rounds and rates of each step. Chosen on held-out fact sets and one fold of gold pairs.
SNLI_ROUNDS, SNLI_RATE = 2, 2e-4
FACT_ROUNDS, FACT_RATE = 2, 1e-4
GOLD_ROUNDS, GOLD_RATE, GOLD_HEAD_RATE = 4, 1e-4, 5e-4
HEAD_RATE = 1e-3
WARM_UP = 0.06  # share of the steps
SMOOTHING = 0.05
DROP = 0.1
EDIT_WORDS = 8  # a change of more words is no small edit
BEARING_WEIGHT = 3.0  # of a token that bears the contradiction, against the many that don't


@dataclass(frozen=True, slots=True)
class Item:
    """One pair to learn from; what is None is not known of it."""

    first: str
    second: str
    outcome: int | None = None
    snli: int | None = None
    kinds: tuple[int, ...] = ()
    bearing: FloatArray | None = field(default=None, compare=False)  # over both sides' tokens
    weight: float = 1.0


class Vectors:
    """Token vectors of texts, computed once."""

    def __init__(self) -> None:
        self._embedder = PackagedEmbedder()
        self._known: dict[str, Encoded] = {}

    def learn(self, texts: Sequence[str]) -> None:
        """Encode what is not known yet."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        encoded = self._embedder.encode(new)
        for at, text in enumerate(new):
            self._known[text] = Encoded(encoded.sentences[at : at + 1], (encoded.tokens[at],))

    def __getitem__(self, text: str) -> Encoded:
        return self._known[text]

    def side(self, text: str) -> Side:
        """Return a text as one side."""
        return side_of(self._known[text], (0,))


class Network(nn.Module):  # type: ignore[misc]  # torch is untyped where mypy skips it
    """Three transformer layers over both sides' tokens, and the heads."""

    def __init__(self) -> None:
        super().__init__()
        from transformers import AutoTokenizer

        whole = load_network()
        self.layers = nn.ModuleList(list(whole.encoder.layer[FIRST_LAYER:]))
        for parameter in self.layers.parameters():
            parameter.requires_grad = True
        tokenizer = AutoTokenizer.from_pretrained(model_folder())
        coded = tokenizer(["The parties agreed to meet again in March."], return_tensors="pt")
        states = whole(**coded, output_hidden_states=True).hidden_states[FIRST_LAYER][0]
        # The vectors come as unit rows; the layers expect the length that they had.
        self.scale = float(states.norm(dim=1).mean())
        self.mark = nn.Parameter(states[0].clone())  # stands before the tokens, as [CLS] did
        self.side = nn.Parameter(torch.zeros(2, DIM))
        self.hint = nn.Linear(2, DIM)
        nn.init.zeros_(self.hint.weight)
        nn.init.zeros_(self.hint.bias)
        self.drop = nn.Dropout(DROP)
        self.outcome = nn.Linear(3 * DIM, len(OUTCOMES))
        self.snli = nn.Linear(3 * DIM, len(SNLI_LABELS))
        self.kind = nn.Linear(3 * DIM, len(KINDS))
        self.bearing = nn.Linear(DIM, 1)

    def forward(
        self, words: torch.Tensor, side: torch.Tensor, hints: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the pair's vector, shape (n, 3 * dim), and the tokens', (n, n_tokens, dim)."""
        states = words * self.scale + self.side[side] + self.hint(hints)
        states = torch.cat([self.mark.expand(words.shape[0], 1, -1), states], 1)
        seen = torch.cat([torch.ones_like(mask[:, :1]), mask], 1)
        bias = (1 - seen)[:, None, None, :] * -1e4
        for layer in self.layers:
            states = layer(states, attention_mask=bias)
            states = states[0] if isinstance(states, tuple) else states
        tokens = states[:, 1:]
        means = []
        for at in (0, 1):
            own = ((side == at).float() * mask)[..., None]
            means.append((tokens * own).sum(1) / own.sum(1).clamp(min=1))
        pair = [states[:, 0], (means[0] + means[1]) / 2, (means[0] - means[1]).abs()]
        return self.drop(torch.cat(pair, 1)), tokens


def changed_tokens(first: str, second: str, vectors: Vectors) -> FloatArray | None:
    """Return 1 for each token that a small edit changed, over both sides; None for a larger one."""
    found = [list(re.finditer(r"\w+|[^\w\s]", text)) for text in (first, second)]
    lower = [[match.group().lower() for match in side] for side in found]
    changed: tuple[list[re.Match[str]], list[re.Match[str]]] = ([], [])
    matcher = difflib.SequenceMatcher(None, lower[0], lower[1], autojunk=False)
    for what, a_from, a_to, b_from, b_to in matcher.get_opcodes():
        if what != "equal":
            changed[0].extend(found[0][a_from:a_to])
            changed[1].extend(found[1][b_from:b_to])
    if max(map(len, changed)) > EDIT_WORDS or not any(changed):
        return None
    marks = []
    for text, words in zip((first, second), changed, strict=True):
        tokens = vectors[text].tokens[0]
        limit = len(vectors.side(text).ids)
        pairs = zip(tokens.starts[:limit], tokens.ends[:limit], strict=True)
        marks.append(
            [any(w.start() < end and start < w.end() for w in words) for start, end in pairs]
        )
    return np.concatenate(marks).astype(np.float32)


def _item(a: str, b: str, vectors: Vectors, edited: bool, **known: Any) -> Item:
    if not in_order(vectors.side(a), vectors.side(b)):
        a, b = b, a
    bearing = None
    if edited and known["outcome"] == OUTCOMES.index("divergence"):
        bearing = changed_tokens(a, b, vectors)
    elif known["outcome"] == OUTCOMES.index("agreement"):
        bearing = np.zeros(len(vectors.side(a).ids) + len(vectors.side(b).ids), dtype=np.float32)
    return Item(a, b, bearing=bearing, **known)


def fact_items(item: FactSet, vectors: Vectors) -> list[Item]:
    """Return the pairs of a fact set; the texts must be known to `vectors`."""
    return [
        _item(
            pair.a,
            pair.b,
            vectors,
            pair.edited,
            outcome=OUTCOMES.index(pair.outcome),
            kinds=(KINDS.index(pair.kind),) if pair.kind in KINDS else (),
            weight=1.0 if pair.edited or pair.outcome == "agreement" else 0.7,
        )
        for pair in item.pairs
    ]


def gold_texts(pair: GoldPair) -> list[tuple[str, str]]:
    """Return both sides of each link of a gold pair."""
    return [
        (
            " ".join(pair.a.sentences[at] for at in link.a),
            " ".join(pair.b.sentences[at] for at in link.b),
        )
        for link in pair.links
    ]


def gold_items(pair: GoldPair, vectors: Vectors) -> list[Item]:
    """Return the links of a gold pair; the words that bear a divergence are not marked there."""
    items = []
    for link, (a, b) in zip(pair.links, gold_texts(pair), strict=True):
        kinds = link.kinds if link.relation == "divergence" else ()
        found = _item(
            a,
            b,
            vectors,
            False,
            outcome=OUTCOMES.index(link.relation),
            kinds=tuple(KINDS.index(kind) for kind in kinds if kind in KINDS),
        )
        items.append(replace(found, bearing=None))
    return items


def snli_items(folder: Path) -> list[Item]:
    """Return the pairs of SNLI's test part, as ../shared/data keeps it; the dev part measures."""
    columns = [
        (folder / f"snli-test.{name}").read_text("utf-8").splitlines()
        for name in ("s1", "s2", "labels")
    ]
    return [
        Item(one.strip(), two.strip(), snli=SNLI_LABELS.index(label), weight=0.7)
        for one, two, label in zip(*columns, strict=True)
        if label in SNLI_LABELS
    ]


def batch_of(items: Sequence[Item], vectors: Vectors) -> tuple[torch.Tensor, ...]:
    """Return words, side, hints and mask of some pairs, padded to the longest."""
    rows = [inputs_of(vectors.side(item.first), vectors.side(item.second)) for item in items]
    longest = max(len(side) for _, side, _ in rows)
    words = torch.zeros(len(rows), longest, DIM)
    sides = torch.zeros(len(rows), longest, dtype=torch.long)
    hints = torch.zeros(len(rows), longest, 2)
    mask = torch.zeros(len(rows), longest)
    for at, (word, side, hint) in enumerate(rows):
        n = len(side)
        words[at, :n], sides[at, :n] = torch.from_numpy(word), torch.from_numpy(side)
        hints[at, :n], mask[at, :n] = torch.from_numpy(hint), 1
    return words, sides, hints, mask


def loss_of(network: Network, items: Sequence[Item], vectors: Vectors) -> torch.Tensor:
    """Return the loss of one batch: what is known of each pair counts."""
    pair, tokens = network(*batch_of(items, vectors))
    total = torch.zeros(())
    for head, name, size in ((network.outcome, "outcome", 1.0), (network.snli, "snli", 1.0)):
        rows = [at for at, item in enumerate(items) if getattr(item, name) is not None]
        if rows:
            loss = functional.cross_entropy(
                head(pair[rows]),
                torch.tensor([getattr(items[at], name) for at in rows]),
                reduction="none",
                label_smoothing=SMOOTHING,
            )
            total = total + size * (loss * torch.tensor([items[at].weight for at in rows])).sum()
    rows = [at for at, item in enumerate(items) if item.kinds]
    if rows:
        truth = torch.zeros(len(rows), len(KINDS))
        for row, at in enumerate(rows):
            truth[row, list(items[at].kinds)] = 1
        total = total + 0.25 * functional.binary_cross_entropy_with_logits(
            network.kind(pair[rows]), truth, reduction="sum"
        )
    marked = [(at, item.bearing) for at, item in enumerate(items) if item.bearing is not None]
    if marked:
        said = torch.cat([network.bearing(tokens[at, : len(m)]).squeeze(-1) for at, m in marked])
        total = total + len(marked) * functional.binary_cross_entropy_with_logits(
            said,
            torch.from_numpy(np.concatenate([m for _, m in marked])),
            pos_weight=torch.tensor(BEARING_WEIGHT),
        )
    return total / len(items)


def _batches(items: Sequence[Item], vectors: Vectors, rng: random.Random) -> list[list[Item]]:
    """Deal the pairs into batches of like length, in an order by chance."""
    length = [len(vectors.side(i.first).ids) + len(vectors.side(i.second).ids) for i in items]
    order = sorted(range(len(items)), key=lambda at: length[at] + rng.random() * 12)
    batches = [[items[at] for at in order[k : k + BATCH]] for k in range(0, len(order), BATCH)]
    rng.shuffle(batches)
    return batches


def train(
    network: Network,
    rounds: Sequence[Sequence[Item]],
    vectors: Vectors,
    rate: float,
    rng: random.Random,
    head_rate: float = HEAD_RATE,
) -> None:
    """Train over the rounds, the rate falling in a line from `rate`."""
    named = list(network.named_parameters())
    groups = [
        {"params": [p for name, p in named if name.startswith("layers")], "lr": rate},
        {"params": [p for name, p in named if not name.startswith("layers")], "lr": head_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = [batch for items in rounds for batch in _batches(items, vectors, rng)]
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda at: min(1.0, (at + 1) / (WARM_UP * len(steps) + 1)) * max(0.02, 1 - at / len(steps)),
    )
    network.train()
    for at, batch in enumerate(steps):
        loss = loss_of(network, batch, vectors)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if at % 100 == 0:
            print(f"step {at} of {len(steps)}, loss {float(loss.detach()):.3f}", flush=True)
    network.eval()


def rehearsal(sets: Sequence[Sequence[Item]], rng: random.Random) -> list[Item]:
    """Return some pairs of each fact set: about as many that agree as that contradict."""
    chosen: list[Item] = []
    for items in sets:
        by = defaultdict(list)
        for item in items:
            by[item.outcome].append(item)
        same, partial, against, apart = (by[at] for at in range(len(OUTCOMES)))
        edits = [item for item in against if item.bearing is not None]
        chosen += [rng.choice(same), rng.choice(same), rng.choice(edits or against)]
        for some, share in ((against, 0.5), (partial, 0.5), (apart, 0.4)):
            if rng.random() < share:
                chosen.append(rng.choice(some))
    return chosen


def export(network: Network, target: Path) -> int:
    """Write the network as ONNX, weights in half precision, and return the size in bytes."""
    import io

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
                self.net.bearing(tokens).squeeze(-1).sigmoid(),
            )

    whole = Whole().eval()
    example = torch.randn(1, 7, DIM), torch.tensor([[0, 0, 0, 0, 1, 1, 1]]), torch.rand(1, 7, 2)
    names = ["words", "side", "hints", "outcomes", "kinds", "bearing"]
    buffer = io.BytesIO()
    torch.onnx.export(
        whole,
        example,
        buffer,
        dynamo=False,
        input_names=names[:3],
        output_names=names[3:],
        dynamic_axes={name: {1: "token"} for name in (*names[:3], "bearing")},
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


def train_readers(pairs: Sequence[GoldPair], snli: Path = SNLI) -> tuple[list[Path], Path]:
    """Return the network of each fold of gold pairs, made without that fold, and the one of all.

    Pair number k is in fold k modulo `FOLDS`. They are kept in build/entailment under a hash of
    the data, so that a second run need not train them again.
    """
    sets, _ = held_out(read_fact_folder(FACTS))
    key = hashlib.sha256((repr(pairs) + repr(sets)).encode()).hexdigest()
    folder = KEPT / key[:16]
    paths = [folder / f"{fold}.onnx" for fold in range(FOLDS + 1)]
    if all(path.exists() for path in paths):
        return paths[:-1], paths[-1]
    folder.mkdir(parents=True, exist_ok=True)
    vectors = Vectors()
    exercise = snli_items(snli)
    vectors.learn([text for item in exercise for text in (item.first, item.second)])
    vectors.learn([text for item in sets for pair in item.pairs for text in (pair.a, pair.b)])
    vectors.learn([text for pair in pairs for sides in gold_texts(pair) for text in sides])
    of_sets = [fact_items(item, vectors) for item in sets]
    of_gold = [gold_items(pair, vectors) for pair in pairs]
    torch.manual_seed(0)
    rng = random.Random(0)
    first = Network()
    train(first, [exercise] * SNLI_ROUNDS, vectors, SNLI_RATE, rng)
    facts = [item for items in of_sets for item in items]
    train(first, [facts] * FACT_ROUNDS, vectors, FACT_RATE, rng)
    for fold, path in enumerate(paths):
        if path.exists():
            continue
        network = Network()
        network.load_state_dict(first.state_dict())
        gold = [item for at, items in enumerate(of_gold) if at % FOLDS != fold for item in items]
        rounds = [gold + rehearsal(of_sets, rng) for _ in range(GOLD_ROUNDS)]
        train(network, rounds, vectors, GOLD_RATE, rng, GOLD_HEAD_RATE)
        export(network, path)
        print(f"wrote {path}", flush=True)
    return paths[:-1], paths[-1]


def main(snli: Path) -> None:
    """Train and write the network into the package."""
    _, whole = train_readers(read_gold_folder(GOLD), snli)
    PATH.write_bytes(whole.read_bytes())
    print(f"wrote {PATH.name}; now run python -m compare.evaluation.train")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SNLI)
