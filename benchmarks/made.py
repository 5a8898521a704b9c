"""Statements for the benchmarks: sentences of data/gold, and made ones that never repeat."""

from __future__ import annotations

import json
import random
from pathlib import Path

from compare.model import Statement
from compare.sources import make_statement

GOLD = Path("data/gold/train")
_WHO = (
    *("Norland", "Velia", "Kasten", "Orrin", "Maddow", "Tessin", "Brava"),
    *("Quill", "Sarn", "Ebro", "Lund", "Pisk", "Dorn", "Yarrow"),
)
_WHAT = (
    *("ministers", "fishermen", "harbour", "customs", "border", "pipeline", "prisoners", "grain"),
    *("railway", "tariffs", "schools", "vaccines", "satellites", "forest", "airline", "refugees"),
    *("dam", "cables", "wages", "steel", "visas", "coal", "hospital", "bridge"),
)
_ACTS = [
    ("agreed to reopen", "said it would open again"),
    ("will return", "is to hand back"),
    ("condemned", "spoke against"),
    ("proposed to close", "suggested shutting"),
    ("refused to pay for", "would not finance"),
]


def gold_statements(count: int) -> tuple[Statement, Statement]:
    """Return two statements of `count` sentences each, the gold pairs one after another."""
    sides: list[list[str]] = [[], []]
    for path in sorted(GOLD.glob("*.json")):
        pair = json.loads(path.read_text("utf-8"))
        for side, name in zip(sides, "ab", strict=True):
            side += pair[name]["sentences"]
    texts = [(side * (count // len(side) + 1))[:count] for side in sides]
    return make_statement("\n\n".join(texts[0])), make_statement("\n\n".join(texts[1]))


def write_manifest(path: Path, pairs: int) -> None:
    """Write a manifest of pairs of 12 sentences a side, cut out of the gold pairs; some repeat."""
    a, b = gold_statements(400)
    rows = []
    for number in range(pairs):
        at = number * 10 % 380
        sides = {
            f"{name}_text": " ".join(side.sentence(i) for i in range(at, at + 12))
            for name, side in (("a", a), ("b", b))
        }
        rows.append(json.dumps({"id": str(number), **sides}))
    path.write_text("\n".join(rows), "utf-8")


def _sentence(rng: random.Random, side: int) -> str:
    who, other = rng.sample(_WHO, 2)
    one, two, three = rng.sample(_WHAT, 3)
    act = rng.choice(_ACTS)[side]
    number, day, project = rng.randint(2, 99999), rng.randint(1, 28), rng.randint(100, 9999)
    if side == 0:
        return (
            f"{who} {act} the {one} of {other} near project {project}, where {number} {two} and "
            f"the {three} had waited since {day} May."
        )
    return (
        f"Since {day} May some {number} {two} had waited at project {project}, and {who} {act} "
        f"the {one} in {other} as well as the {three}."
    )


def made_statement(count: int, side: int) -> Statement:
    """Return a statement of `count` sentences; in side 1 three in ten answer one of side 0."""
    chooser = random.Random(side)
    texts = []
    for at in range(count):
        answers = side == 0 or chooser.random() < 0.3
        texts.append(_sentence(random.Random(at if answers else -1 - at), side))
    return make_statement("\n\n".join(texts))
