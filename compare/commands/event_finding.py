"""What `readouts event review` is asked to review: a pair, a finding, and the verdict on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.errors import InputError, SettingError
from compare.event.identity import Finding, finding_id, findings
from compare.model import EVIDENCE_KINDS, RELATIONS, Comparison, EvidenceKind, Relation
from compare.report.words import LETTERS

if TYPE_CHECKING:
    from compare.store.records import ReviewDraft, StoredEvent, Verdict
    from compare.store.store import Store

_SENTENCE = re.compile(r"([A-X])([1-9][0-9]{0,5})?")
_ID = re.compile(r"[0-9a-f]{4,16}")
Indices = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Pair:
    letters: tuple[str, str]
    comparison: Comparison

    def labels(self, a: Sequence[int], b: Sequence[int]) -> str:
        """Return sentences as one would type them: `A3+B4`, and `A3+B` for one that is alone."""
        parts = [
            [f"{letter}{i + 1}" for i in indices] or [letter]
            for letter, indices in zip(self.letters, (a, b), strict=True)
        ]
        return "+".join(parts[0] + parts[1])


def kinds_of(given: Sequence[str]) -> tuple[EvidenceKind, ...]:
    known = {kind: kind for kind in EVIDENCE_KINDS}
    for name in given:
        if name not in known:
            raise SettingError(f"no kind {name!r}; expected one of: {', '.join(EVIDENCE_KINDS)}")
    return tuple(known[name] for name in given if name in known)


def compared_pairs(store: Store, stored: StoredEvent) -> list[Pair]:
    pairs = []
    rows = stored.statements
    for i in range(len(rows)):
        for j in range(i + 1, len(rows)):
            newest = store.comparisons(stored, rows[i], rows[j])[:1]
            pairs += [Pair((LETTERS[i], LETTERS[j]), row.comparison) for row in newest]
    if not pairs:
        raise InputError(
            f"{stored.id} has not been compared yet; run: readouts event compare {stored.id}"
        )
    return pairs


def find_finding(pairs: Sequence[Pair], text: str) -> tuple[Pair, Finding | None, Indices]:
    """Return the pair, the finding if the program has it, and its sentences."""
    if _ID.fullmatch(text):
        hits = [
            (pair, item)
            for pair in pairs
            for item in findings(pair.comparison)
            if item.id.startswith(text)
        ]
        if len({item.id for _, item in hits}) != 1:
            many = "several findings begin" if hits else "no finding begins"
            raise InputError(f"{many} with {text!r}; 'readouts event review EVENT' lists them")
        pair, item = hits[0]
        return pair, item, (item.a, item.b)
    pair, indices = _by_sentences(pairs, text)
    for side, letter, numbers in zip(
        (pair.comparison.a, pair.comparison.b), pair.letters, indices, strict=True
    ):
        for number in numbers:
            if number >= len(side.sentences):
                raise InputError(
                    f"there is no {letter}{number + 1}; expected {letter}1 to "
                    f"{letter}{len(side.sentences)}"
                )
    name = finding_id(pair.comparison.a, pair.comparison.b, *indices)
    item_or_none = next((item for item in findings(pair.comparison) if item.id == name), None)
    return pair, item_or_none, indices


def _by_sentences(pairs: Sequence[Pair], text: str) -> tuple[Pair, Indices]:
    parts = [_SENTENCE.fullmatch(part) for part in re.split(r"[+,\s]+", text.upper().strip())]
    groups: dict[str, list[int]] = {}
    for part in parts:
        if part is None:
            raise InputError(
                f"{text!r} names no finding; expected sentences as A3+B4, or an id that "
                "'readouts event review EVENT' lists"
            )
        numbers = groups.setdefault(part[1], [])
        if part[2]:
            numbers.append(int(part[2]) - 1)
    letters = sorted(groups)
    fitting = [pair for pair in pairs if set(letters) <= set(pair.letters)]
    if len(letters) > 2 or len(fitting) != 1 or not any(groups.values()):
        raise InputError(
            f"{text!r} doesn't say which two statements are meant; expected sentences of two, as "
            "A3+B4, or A3+B for one of A that stands alone beside B"
        )
    pair = fitting[0]
    a, b = (tuple(sorted(set(groups.get(letter, ())))) for letter in pair.letters)
    return pair, (a, b)


def review_draft(
    pair: Pair,
    found: Finding | None,
    indices: Indices,
    verdict: str,
    who: str,
    kinds: tuple[EvidenceKind, ...],
    why: str,
) -> ReviewDraft:
    from compare.store.verdicts import draft, new_link, place

    relations: dict[str, Relation] = {name: name for name in RELATIONS}
    plain: dict[str, Verdict] = {"accept": "accept", "reject": "reject", "open": "open"}
    if found is not None and found.relation is not None and verdict in relations:
        return draft(
            *(pair.comparison, found, "relation", who),
            relation=relations[verdict], kinds=kinds, note=why,
        )  # fmt: skip
    if verdict in relations:
        if not (indices[0] and indices[1]):
            raise InputError(
                f"{verdict} joins sentences of both sides; expected both, as "
                f"{pair.letters[0]}3+{pair.letters[1]}4"
            )
        return new_link(pair.comparison, *indices, relations[verdict], who, kinds=kinds, note=why)
    if found is not None and verdict in plain:
        return draft(pair.comparison, found, plain[verdict], who, kinds=kinds, note=why)
    if verdict == "open":  # takes back a link that an analyst made
        from compare.store.records import ReviewDraft

        a, b = pair.comparison.a, pair.comparison.b
        return ReviewDraft(
            finding_id(a, b, *indices), "open", who, place(a, indices[0]), place(b, indices[1]),
            note=why,
        )  # fmt: skip
    raise InputError(
        f"the program has no finding {pair.labels(*indices)}, so it can't be {verdict}ed; give a "
        "relation to link these sentences"
    )
