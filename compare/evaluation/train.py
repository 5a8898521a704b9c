"""Make the trained files again: `python -m compare.evaluation.train [FOLDER]`.

Trains the adapter of the built-in model, the pair scorers and the relation models on the gold pairs
of a folder (data/gold/train), prints how they do on pairs they did not see (cross-validation by
pair), and writes the files into the package. data/gold/test is never read here. It needs the extra
`dev`.

A model that takes another's output as a feature is fitted on outputs for pairs which that other did
not see: the pairs are dealt into folds, and each fold's outputs come from a model of the other
folds (stacking, Wolpert 1992). So it is with the adapter's vectors and with the network that reads
both sides (compare.evaluation.entail, to be run first). The relation models also learn from the
fact sets that the network did not see.
"""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from compare.alignment.scorer import PATH as SCORER
from compare.alignment.scorer import PLAIN_PATH as PLAIN_SCORER
from compare.alignment.second import PATH as SECOND
from compare.embedding.adapter import PATH as ADAPTER
from compare.embedding.adapter import Adapter
from compare.embedding.base import FloatArray
from compare.evaluation.facts import LESSONS, TURNS, held_out, read_fact_folder
from compare.evaluation.gold import GoldPair, read_gold_folder
from compare.evaluation.prepare import (
    Prepared,
    Stack,
    known_links,
    prepare,
    prepare_facts,
    train_adapters,
)
from compare.evaluation.train_links import (
    Open,
    first_probabilities,
    fit_plain_scorer,
    fit_scorer,
    fit_second,
    second_probabilities,
    validate_links,
)
from compare.evaluation.train_relations import (
    chosen_pairs,
    fit_relations,
    kind_figures,
    told_links,
    validate_relations,
)
from compare.reading.entailment import PATH as READER
from compare.relation.classifier import AGREEMENT, DIVERGENCE
from compare.relation.lone import PATH as LONE

MEAN = (
    "the mean of two networks that learned on from one (compare.evaluation.entail_mean); "
    "the figures are of networks of folds, which did not, and are not averaged"
)


@dataclass(frozen=True, slots=True)
class Lessons:
    """What the models are fitted to; every pair by an adapter and a reader that did not see it."""

    data: list[Prepared]
    open: list[list[Open]]  # each pair and crops of it, scored by scorers that did not see it
    second: list[FloatArray]  # probabilities of links of each pair after the second look, likewise
    adapter: Adapter
    reader: Path


def prepare_all(pairs: Sequence[GoldPair]) -> Lessons:
    """Prepare the gold pairs, each by an adapter and a reader that did not see it."""
    from compare.evaluation.entail import train_readers

    adapters, adapter = train_adapters(pairs)
    readers, whole = train_readers(pairs)
    data = prepare(pairs, adapters, readers)
    first = first_probabilities(data)
    return Lessons(data, first, second_probabilities(first), adapter, whole)


def main(folder: Path) -> None:
    """Train, validate and write the files."""
    pairs = read_gold_folder(folder)
    known = prepare_all(pairs)
    data = known.data
    scorer, second = fit_scorer(data), fit_second(known.open)
    links = [known_links(*both) for both in zip(data, known.second, strict=True)]
    sets = [item for of in LESSONS for item in held_out(read_fact_folder(of))[1]]
    stack = Stack(known.adapter, known.reader, scorer, second)
    facts = prepare_facts(stack, [chosen_pairs(item) for item in sets])
    figures = validate_links(data, [whole[0].first for whole in known.open], known.second)
    figures |= validate_relations(told_links(links, facts)) | kind_figures(links)
    for name, value in figures.items():
        print(f"{name}: {value:.3f}")
    card = {
        "data": f"{folder.as_posix()}, {len(data)} pairs written for this project",
        "licence": "Apache-2.0",
        "trained": datetime.date.today().isoformat(),
        "command": "python -m compare.evaluation.train",
        "cross_validated": {name: round(value, 3) for name, value in figures.items()},
    }
    known.adapter.save(ADAPTER)
    task = "low-rank change to layers 4 to 6 of all-MiniLM-L6-v2, so that links lie close"
    text = json.dumps({"card": {"task": task, **card}}, indent=1) + "\n"
    ADAPTER.with_suffix(".json").write_text(text, "utf-8")
    print(f"wrote {ADAPTER.name}")
    READER.write_bytes(known.reader.read_bytes())
    task = "reads both sides of a link: agreement, partial, divergence or none; kinds; words"
    more = {
        "command": "python -m compare.evaluation.entail",
        "data": ", ".join(["SNLI test (CC BY-SA 4.0)", *map(Path.as_posix, (*LESSONS, TURNS))])
        + f" and {card['data']}",
        "mean": MEAN,
    }
    text = json.dumps({"card": {"task": task, **card, **more}}, indent=1) + "\n"
    READER.with_suffix(".json").write_text(text, "utf-8")
    print(f"wrote {READER.name}")
    models = fit_relations(links, facts)
    models.lone.save(LONE)
    task = "log odds of a divergence, and of an agreement, from the vectors of lone words"
    text = json.dumps({"card": {"task": task, **card}}, indent=1) + "\n"
    LONE.with_suffix(".json").write_text(text, "utf-8")
    print(f"wrote {LONE.name}")
    for path, model, task in (
        (SCORER, scorer, "probability that two sentences share a claim"),
        (
            PLAIN_SCORER,
            fit_plain_scorer(pairs),
            "probability that two sentences share a claim, for models without the adapter "
            "(the figures are those of pair_scorer.json)",
        ),
        (
            SECOND,
            second,
            "the same of pairs that the first scorer leaves open, read together",
        ),
        (DIVERGENCE, models.divergence, "probability that a link is a divergence"),
        (
            AGREEMENT,
            models.agreement,
            "probability that a link is an agreement, if it is no divergence",
        ),
    ):
        path.write_text(model.to_json({"task": task, **card}), "utf-8")
        print(f"wrote {path.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("data/gold/train"))
