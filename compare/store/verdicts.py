"""What reviews make of a comparison: where each finding stands, and the comparison corrected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from compare.errors import StoreError
from compare.event.identity import Finding, FindingKind, finding_id, findings
from compare.model import Comparison, EvidenceKind, Link, Omission, Relation, Span, Statement
from compare.store.records import Place, Review, ReviewDraft, Verdict

Standing = Literal["open", "accepted", "rejected", "changed"]
# Severity of a relation that an analyst gave, [0, 1]: in the middle of what the program gives.
BY_HAND: dict[Relation, float] = {"divergence": 0.7, "partial": 0.35, "agreement": 0.0}

History = Mapping[str, Sequence[Review]]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A finding with where it stands."""

    finding: Finding
    standing: Standing
    kind: FindingKind | None  # what it counts as; None: nothing, it was rejected
    history: tuple[Review, ...]  # the oldest first

    @property
    def last(self) -> Review | None:
        """The review that counts."""
        return self.history[-1] if self.history else None


def standing(finding: Finding, history: History) -> Reviewed:
    """Return where a finding stands after its reviews; the last one counts.

    What was accepted stays what it was, even where the program says something else by now.
    """
    rows = tuple(history.get(finding.id, ()))
    last = rows[-1] if rows else None
    if last is None or last.verdict == "open":
        return Reviewed(finding, "open", finding.kind, rows)
    if last.verdict == "reject":
        return Reviewed(finding, "rejected", None, rows)
    kind: FindingKind | None = last.relation or last.said or finding.kind
    if finding.relation is None:  # a sentence that stands alone has no relation to change
        kind = finding.kind
    same = last.verdict == "accept" or kind == finding.kind
    return Reviewed(finding, "accepted" if same else "changed", kind, rows)


def standings(comparison: Comparison, history: History) -> tuple[Reviewed, ...]:
    """Return where each finding of a comparison stands, most severe first."""
    return tuple(standing(finding, history) for finding in findings(comparison))


def progress(comparison: Comparison, history: History) -> tuple[int, int]:
    """Return how many of a comparison's findings are reviewed, and how many there are.

    A sentence that stood alone is reviewed once an analyst has linked it.
    """
    states = standings(comparison, history)
    made = _made(comparison, history)
    in_a, in_b = {i for link in made for i in link.a}, {j for link in made for j in link.b}
    done = sum(
        state.standing != "open"
        or (state.finding.relation is None and bool({*state.finding.a} & in_a))
        or (state.finding.relation is None and bool({*state.finding.b} & in_b))
        for state in states
    )
    return done, len(states)


def draft(
    comparison: Comparison,
    finding: Finding,
    verdict: Verdict,
    author: str,
    *,
    relation: Relation | None = None,
    kinds: Sequence[EvidenceKind] = (),
    note: str = "",
) -> ReviewDraft:
    """Return a review of a finding, ready for `Store.add_review`.

    :raises StoreError: a relation for a sentence that stands alone, or for a verdict without one
    """
    if relation is not None and verdict not in ("relation", "link"):
        raise StoreError(
            f"the verdict {verdict!r} takes no relation; expected the verdict 'relation'"
        )
    if verdict == "relation" and finding.relation is None:
        raise StoreError(
            f"finding {finding.id} is a sentence that stands alone, which has no relation; "
            "link it with its counterpart instead"
        )
    if verdict == "accept":
        relation = finding.relation
        kinds = kinds or finding.kinds
    return ReviewDraft(
        finding=finding.id,
        verdict=verdict,
        author=author,
        a=place(comparison.a, finding.a),
        b=place(comparison.b, finding.b),
        said=finding.kind,
        relation=relation,
        kinds=tuple(kinds),
        note=note,
    )


def new_link(
    comparison: Comparison,
    a: Sequence[int],
    b: Sequence[int],
    relation: Relation,
    author: str,
    *,
    kinds: Sequence[EvidenceKind] = (),
    note: str = "",
) -> ReviewDraft:
    """Return a review that links sentences which the program didn't link.

    :raises StoreError: no sentences on one side, or numbers that don't exist
    """
    for side, indices, letter in ((comparison.a, a, "A"), (comparison.b, b, "B")):
        wrong = [i for i in indices if not 0 <= i < len(side.sentences)]
        if wrong or not indices:
            number = f"{letter}{wrong[0] + 1}" if wrong else f"no sentence of {letter}"
            raise StoreError(
                f"{number} can't be linked; expected sentences {letter}1 to "
                f"{letter}{len(side.sentences)}"
            )
    name = finding_id(comparison.a, comparison.b, a, b)
    said = next((item.kind for item in findings(comparison) if item.id == name), None)
    return ReviewDraft(
        finding=name,
        verdict="link",
        author=author,
        a=place(comparison.a, a),
        b=place(comparison.b, b),
        said=said,
        relation=relation,
        kinds=tuple(kinds),
        note=note,
    )


def place(statement: Statement, indices: Sequence[int]) -> Place:
    """Return where sentences stand in a statement."""
    spans = [statement.sentences[i] for i in sorted(indices)]
    return Place(statement.sha256, tuple((span.start, span.end) for span in spans))


def corrected(comparison: Comparison, history: History) -> Comparison:
    """Return a comparison as its reviews leave it.

    Rejected links are gone, changed relations are the analyst's, and links that analysts changed,
    made or accepted are there with confidence 1, accepted ones also where the program no longer
    makes them. Sentences that no link
    holds then stand alone, with severity 0 where the program had none for them. A rejected omission
    stays until its sentence is linked, because a sentence stands in a link or alone.
    """
    links = []
    for link in comparison.links:
        name = finding_id(comparison.a, comparison.b, link.a, link.b)
        kinds = tuple(dict.fromkeys(item.kind for item in link.evidence))
        found = Finding(name, link.relation, link.a, link.b, link.severity, link.confidence, kinds)
        now = standing(found, history)
        if now.standing == "rejected":
            continue
        if now.kind in ("agreement", "partial", "divergence") and now.kind != link.relation:
            # Evidence is kept, so that the words stay marked; an agreement has none.
            evidence = () if now.kind == "agreement" else link.evidence
            link = replace(
                link,
                relation=now.kind,
                confidence=1.0,
                severity=BY_HAND[now.kind],
                evidence=evidence,
            )
        elif now.standing == "accepted":
            link = replace(link, confidence=1.0)
        links.append(link)
    there = {(link.a, link.b) for link in links}
    links += [link for link in _made(comparison, history) if (link.a, link.b) not in there]
    links.sort(key=lambda link: (link.a[0], link.b[0], link.a, link.b))
    return replace(
        comparison,
        links=tuple(links),
        only_a=_alone(comparison.a, comparison.only_a, {i for link in links for i in link.a}),
        only_b=_alone(comparison.b, comparison.only_b, {j for link in links for j in link.b}),
    )


def _made(comparison: Comparison, history: History) -> list[Link]:
    """Return the links between these two statements that analysts made or confirmed."""
    links = []
    for rows in history.values():
        last = rows[-1]
        if last.verdict in ("reject", "open") or last.relation is None:
            continue
        places = [last.a, last.b]
        if (last.a.sha256, last.b.sha256) == (comparison.b.sha256, comparison.a.sha256):
            places.reverse()
        indices = [
            _indices(side, where)
            for side, where in zip((comparison.a, comparison.b), places, strict=True)
        ]
        if indices[0] and indices[1]:
            severity = BY_HAND[last.relation]
            links.append(Link(indices[0], indices[1], 0.0, 1.0, last.relation, 1.0, severity))
    return links


def _indices(statement: Statement, where: Place) -> tuple[int, ...]:
    """Return the sentences that stand at a place; none when one of them doesn't."""
    if where.sha256 != statement.sha256:
        return ()
    index = {span: i for i, span in enumerate(statement.sentences)}
    found = [index.get(Span(*span)) for span in where.spans]
    return tuple(i for i in found if i is not None) if None not in found else ()


def _alone(
    statement: Statement, before: tuple[Omission, ...], linked: set[int]
) -> tuple[Omission, ...]:
    known = {item.sentence: item for item in before}
    return tuple(
        known.get(i, Omission(i, 0.0)) for i in range(len(statement.sentences)) if i not in linked
    )
