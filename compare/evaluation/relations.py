"""What the product says of pairs of sentences whose relation is known, each pair by itself.

Each pair is judged as the only link of two statements of one sentence. The counts that matter most:
how often a changed fact is told as a divergence, and how often sentences that match are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from compare.alignment import Alignment, Match, link_probabilities
from compare.alignment.features import pair_features
from compare.embedding import Embedder, load_embedder
from compare.evaluation.facts import FactPair, read_fact_folder
from compare.evaluation.files import read_utf8
from compare.evaluation.ists import read_ists
from compare.evaluation.prepare import one_sentence
from compare.evaluation.superpal import read_superpal
from compare.language.facts import read_sentences
from compare.model import Link, Relation
from compare.relation import judge
from compare.settings import Settings

TOLD: tuple[Relation, ...] = ("divergence", "partial", "agreement")
# Pinned a little under the figures of docs/quality.md: the least share of changed facts told as
# divergences, and the largest share of claims in other words told as such.
LEAST = {"changed, small edit": 0.85, "contrast: changed": 0.78}
MOST = {"same, other words": 0.15, "contrast: same": 0.33}


@dataclass(frozen=True, slots=True)
class Row:
    """How some pairs of one sort were told."""

    name: str
    count: int
    told: tuple[int, int, int]  # in the order of TOLD

    @property
    def shares(self) -> tuple[float, ...]:
        """The share told as each relation."""
        return tuple(value / self.count if self.count else 0.0 for value in self.told)


def judge_one(a: str, b: str, embedder: Embedder, threshold: float) -> Link:
    """Return the link of two sentences that are taken to be linked."""
    left, right = embedder.encode([a]), embedder.encode([b])
    features = pair_features([a], [b], left, right)
    probability, readings = link_probabilities(features, left, right)
    match = Match((0,), (0,), float(probability[0, 0]))
    alignment = Alignment((match,), features["cosine"], probability, features, readings)
    one, other = one_sentence(a), one_sentence(b)
    facts = read_sentences(one), read_sentences(other)
    return judge(one, other, left, right, alignment, facts, threshold).links[0]


def _row(
    name: str, pairs: Sequence[tuple[str, str]], embedder: Embedder, settings: Settings
) -> Row:
    told = [judge_one(a, b, embedder, settings.divergence_threshold).relation for a, b in pairs]
    return Row(name, len(pairs), (told.count(TOLD[0]), told.count(TOLD[1]), told.count(TOLD[2])))


def _texts(pairs: Sequence[FactPair]) -> list[tuple[str, str]]:
    return [(pair.a, pair.b) for pair in pairs]


def evaluate_facts(folder: Path, settings: Settings) -> list[Row]:
    """Judge the pairs of the fact sets in a folder.

    :raises InputError: the folder holds none
    :raises FormatError: a line has another form
    """
    embedder = load_embedder(settings.embedder)
    sets = read_fact_folder(folder)
    pairs = [pair for item in sets if not (item.contrast or item.ruled) for pair in item.pairs]
    contrast = [pair for item in sets if item.contrast for pair in item.pairs]
    ruled = [pair for item in sets if item.ruled for pair in item.pairs]
    against = [pair for pair in pairs if pair.outcome == "divergence"]
    same = [pair for pair in pairs if pair.outcome == "agreement"]
    groups: list[tuple[str, list[FactPair]]] = [
        ("same, small edit", [pair for pair in same if pair.edited]),
        ("same, other words", [pair for pair in same if not pair.edited]),
        ("partial", [pair for pair in pairs if pair.outcome == "partial"]),
        ("changed, small edit", [pair for pair in against if pair.edited]),
        ("changed, other words", [pair for pair in against if not pair.edited]),
    ]
    kinds = dict.fromkeys(kind for pair in against for kind in pair.kinds)
    groups += [
        (f"changed {kind}", [pair for pair in against if kind in pair.kinds and pair.edited])
        for kind in sorted(kinds)
    ]
    groups += [
        (f"contrast: {name}", [pair for pair in contrast if pair.outcome == outcome])
        for name, outcome in (("same", "agreement"), ("partial",) * 2, ("changed", "divergence"))
    ]
    groups += _by_rule(ruled)
    return [_row(name, _texts(found), embedder, settings) for name, found in groups if found]


def _by_rule(pairs: Sequence[FactPair]) -> list[tuple[str, list[FactPair]]]:
    """Return the changes made by rule, all and by kind, and the pairs that they were made of."""
    same = list(dict.fromkeys(pair for pair in pairs if pair.outcome == "agreement"))
    changed = [pair for pair in pairs if pair.outcome == "divergence"]
    kinds = sorted({kind for pair in changed for kind in pair.kinds})
    return [
        ("by rule: same", same),
        ("by rule: changed", changed),
        *(
            (f"by rule: changed {kind}", [pair for pair in changed if kind in pair.kinds])
            for kind in kinds
        ),
    ]


def evaluate_aligned(data: Path, settings: Settings, most: int) -> Row:
    """Judge aligned sentences of SuperPAL, which hardly ever contradict each other.

    :param most: pairs, taken evenly over the file
    """
    pairs = [
        (topic.a[i], topic.b[j])
        for topic in read_superpal(data / "superpal" / "dev.csv")
        for i, j in sorted(topic.links)
    ]
    step = max(1, len(pairs) // most)
    embedder = load_embedder(settings.embedder)
    return _row("SuperPAL, aligned", pairs[::step][:most], embedder, settings)


def evaluate_snli(data: Path, settings: Settings, most: int) -> list[Row]:
    """Judge captions of SNLI's dev part: contradictions, and hypotheses that follow."""
    columns = [
        read_utf8(data / "nli" / f"snli-dev-part.{name}").splitlines()
        for name in ("s1", "s2", "labels")
    ]
    embedder = load_embedder(settings.embedder)
    rows = []
    for label in ("contradiction", "entailment"):
        pairs = [(a, b) for a, b, own in zip(*columns, strict=True) if own == label]
        rows.append(_row(f"SNLI, {label}", pairs[:most], embedder, settings))
    return rows


def evaluate_chunks(data: Path, settings: Settings, most: int) -> list[Row]:
    """Judge aligned chunks of the headlines of iSTS, by their types that mean one of our relations.

    EQUI says the same, SPE1 and SPE2 say more or less, OPPO the opposite; SIMI and REL are left
    out, since they are none of these.

    :param most: chunk pairs of each type
    """
    embedder = load_embedder(settings.embedder)
    found: dict[str, list[tuple[str, str]]] = {"EQUI": [], "SPE1 or SPE2": [], "OPPO": []}
    for pair in read_ists(data / "ists" / "headlines-dev.wa"):
        for x, y, kind in pair.links:
            sort = "SPE1 or SPE2" if kind in ("SPE1", "SPE2") else kind
            if sort in found:
                words = (pair.a, pair.chunks_a[x]), (pair.b, pair.chunks_b[y])
                a, b = (" ".join(side[at] for at in chunk) for side, chunk in words)
                found[sort].append((a, b))
    return [
        _row(f"iSTS chunks, {name}", pairs[:most], embedder, settings)
        for name, pairs in found.items()
        if pairs
    ]


def table(rows: Sequence[Row]) -> str:
    """Return the rows as an aligned text table."""
    wide = max(len(row.name) for row in rows)
    lines = [f"{'':{wide}}  pairs  " + "  ".join(f"{name:>10}" for name in TOLD)]
    for row in rows:
        shares = "  ".join(f"{share:>10.2f}" for share in row.shares)
        lines.append(f"{row.name:{wide}}  {row.count:>5}  {shares}")
    return "\n".join(lines)


def floors_broken(rows: Sequence[Row]) -> list[str]:
    """Return a sentence for each pinned floor that is broken."""
    broken = []
    for row in rows:
        share = row.shares[0]
        if share < LEAST.get(row.name, 0.0):
            least = LEAST[row.name]
            broken.append(f"{row.name}: divergences {share:.2f}, pinned at {least:.2f} or more")
        if share > MOST.get(row.name, 1.0):
            most = MOST[row.name]
            broken.append(f"{row.name}: divergences {share:.2f}, pinned at {most:.2f} or less")
    return broken
