"""The name of a finding: the same for the same words, however often and in what order compared."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from compare.model import Comparison, EvidenceKind, Relation, Statement

FindingKind = Literal["divergence", "partial", "agreement", "only_a", "only_b"]
FINDING_KINDS: tuple[FindingKind, ...] = get_args(FindingKind)


@dataclass(frozen=True, slots=True)
class Finding:
    """One link or one sentence that stands alone, with a name that outlasts a recomputation."""

    id: str  # 16 hexadecimal digits
    kind: FindingKind  # what the program says it is; not part of the id
    a: tuple[int, ...]  # 0-based sentence indices of A; empty for a sentence only in B
    b: tuple[int, ...]
    severity: float  # [0, 1]
    confidence: float | None  # in the relation, [0, 1]; None where there is no relation
    kinds: tuple[EvidenceKind, ...] = ()  # of its evidence, each once

    @property
    def relation(self) -> Relation | None:
        """The relation of a link; None for a sentence that stands alone."""
        return None if self.kind == "only_a" or self.kind == "only_b" else self.kind


def finding_id(a: Statement, b: Statement, of_a: Sequence[int], of_b: Sequence[int]) -> str:
    """Return the name of what is said of these sentences.

    It is made of the hash of each text and the places of the sentences in it. So it stays when
    the settings, the models, the relation, the speaker's name or the order of the two statements
    change, and changes when the sentences are other ones.

    :param of_a: 0-based sentence indices of A; empty for a sentence that stands only in B
    :return: 16 hexadecimal digits; two of a million findings share one with a chance of 3e-8
    """
    halves = sorted(
        [side.sha256, [[side.sentences[i].start, side.sentences[i].end] for i in sorted(indices)]]
        for side, indices in ((a, of_a), (b, of_b))
    )
    return hashlib.sha256(json.dumps(halves).encode("ascii")).hexdigest()[:16]


def findings(comparison: Comparison) -> tuple[Finding, ...]:
    """Return every link and lone sentence, most severe first and then by place."""
    a, b = comparison.a, comparison.b
    found = [
        Finding(
            id=finding_id(a, b, link.a, link.b),
            kind=link.relation,
            a=link.a,
            b=link.b,
            severity=link.severity,
            confidence=link.confidence,
            kinds=tuple(dict.fromkeys(item.kind for item in link.evidence)),
        )
        for link in comparison.links
    ]
    for lone in comparison.only_a:
        name = finding_id(a, b, (lone.sentence,), ())
        found.append(Finding(name, "only_a", (lone.sentence,), (), lone.severity, None))
    for lone in comparison.only_b:
        name = finding_id(a, b, (), (lone.sentence,))
        found.append(Finding(name, "only_b", (), (lone.sentence,), lone.severity, None))
    order = {kind: place for place, kind in enumerate(FINDING_KINDS)}
    # An agreement is nothing to look into, whatever its severity says.
    found.sort(
        key=lambda item: (
            item.kind == "agreement",
            -item.severity,
            order[item.kind],
            item.a,
            item.b,
        )
    )
    return tuple(found)
