"""`readouts event review`: what there is to review, one finding with its history, and a verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from compare.commands.event_shared import Author, Database, EventId, author_name, one_line, opened
from compare.commands.shared import note
from compare.errors import InputError, SettingError
from compare.event.identity import Finding, finding_id, findings
from compare.model import EVIDENCE_KINDS, RELATIONS, Comparison, EvidenceKind, Relation
from compare.output import write_stdout
from compare.report.board import LETTERS
from compare.report.decisions import decisions
from compare.report.words import KINDS, STANDINGS, counted

if TYPE_CHECKING:
    from compare.store.records import ReviewDraft, StoredEvent
    from compare.store.store import Store
    from compare.store.verdicts import Reviewed

VERDICTS = ("accept", "reject", *RELATIONS, "open")
_SENTENCE = re.compile(r"([A-X])([1-9][0-9]{0,5})?")
_Indices = tuple[tuple[int, ...], tuple[int, ...]]
_ID = re.compile(r"[0-9a-f]{4,16}")


@dataclass(frozen=True, slots=True)
class _Pair:
    letters: tuple[str, str]
    comparison: Comparison

    def labels(self, a: Sequence[int], b: Sequence[int]) -> str:
        """Return sentences as one would type them: `A3+B4`, and `A3+B` for one that is alone."""
        parts = [
            [f"{letter}{i + 1}" for i in indices] or [letter]
            for letter, indices in zip(self.letters, (a, b), strict=True)
        ]
        return "+".join(parts[0] + parts[1])


def review_command(
    event: EventId,
    finding: Annotated[
        str | None,
        typer.Argument(
            help="The finding: its sentences as A3+B4, its id, or 'rest' for all that are open. "
            "[default: list them]",
            show_default=False,
        ),
    ] = None,
    verdict: Annotated[
        str | None,
        typer.Argument(
            help="accept, reject, agreement, partial, divergence, or open to take it back. "
            "[default: show the finding]",
            show_default=False,
        ),
    ] = None,
    note_: Annotated[str, typer.Option("--note", "-n", help="Why.")] = "",
    kind: Annotated[
        list[str] | None,
        typer.Option(help="In what the sides part (number, date …); may be given repeatedly."),
    ] = None,
    after: Annotated[
        int | None,
        typer.Option(
            help="How many reviews of it you have seen; refused when there are more by now.",
            show_default=False,
        ),
    ] = None,
    open_only: Annotated[bool, typer.Option("--open", help="List only what is open.")] = False,
    author: Author = None,
    database: Database = None,
) -> None:
    """List an event's findings, show one with its history, or decide on one.

    accept: it is as the program says. reject: these sentences don't make the same claim, or a
    sentence that should stand alone has a counterpart. A relation: they do, but in this one; with
    sentences that the program didn't link, it links them. Nothing is overwritten: the last
    decision counts, and the ones before it stay.

    \b
    Examples:
      readouts event review 2026-05-01-call --open
      readouts event review 2026-05-01-call A3+B4
      readouts event review 2026-05-01-call A3+B4 partial --note "Same date, other words."
      readouts event review 2026-05-01-call rest accept
    """
    kinds = _kinds(kind or ())
    if verdict is not None and verdict not in VERDICTS:
        raise SettingError(f"no verdict {verdict!r}; expected one of: {', '.join(VERDICTS)}")
    with opened(database) as store:
        stored = store.event(event)
        pairs = _pairs(store, stored)
        history = store.reviews(event)
        if finding is None:
            write_stdout("".join(_listed(pairs, history, open_only=open_only)))
            return
        who = author_name(author)
        if finding == "rest":
            if verdict not in ("accept", "reject"):
                raise SettingError("'rest' takes accept or reject; expected one of them behind it")
            done = _rest(store, event, pairs, history, verdict == "accept", who, note_)
            note(f"{verdict}ed {counted(done, 'finding')} as {who}")
            return
        pair, found, indices = _found(pairs, finding)
        if verdict is None:
            write_stdout("".join(_shown(pair, found, indices, history)))
            return
        draft = _draft(pair, found, indices, verdict, who, kinds, note_)
        review = store.add_review(event, draft, after)
        note(
            f"{pair.labels(*indices)} ({review.finding[:8]}): {verdict} by {who}, "
            f"review {review.number} of it"
        )


def _kinds(given: Sequence[str]) -> tuple[EvidenceKind, ...]:
    known = {kind: kind for kind in EVIDENCE_KINDS}
    for name in given:
        if name not in known:
            raise SettingError(f"no kind {name!r}; expected one of: {', '.join(EVIDENCE_KINDS)}")
    return tuple(known[name] for name in given if name in known)


def _pairs(store: Store, stored: StoredEvent) -> list[_Pair]:
    pairs = []
    rows = stored.statements
    for i in range(len(rows)):
        for j in range(i + 1, len(rows)):
            newest = store.comparisons(stored, rows[i], rows[j])[:1]
            pairs += [_Pair((LETTERS[i], LETTERS[j]), row.comparison) for row in newest]
    if not pairs:
        raise InputError(
            f"{stored.id} has not been compared yet; run: readouts event compare {stored.id}"
        )
    return pairs


def _listed(
    pairs: Sequence[_Pair], history: Mapping[str, Sequence[object]], *, open_only: bool
) -> Iterator[str]:
    from compare.store.verdicts import standings

    for pair in pairs:
        rows = standings(pair.comparison, history)  # type: ignore[arg-type]
        done = sum(row.standing != "open" for row in rows)
        yield f"{pair.letters[0]} – {pair.letters[1]}  {done} of {len(rows)} reviewed\n"
        for row in rows:
            if not open_only or row.standing == "open":
                yield _line(pair, row)
        for item in decisions(pair.comparison, history):  # type: ignore[arg-type]
            if item.said == "Not linked" and not open_only:
                labels = item.places.replace(" ↔ ", "+").translate(
                    {ord("A"): pair.letters[0], ord("B"): pair.letters[1]}
                )
                yield f"  {item.finding[:8]}  {labels:<10} {item.decision}\n"


def _line(pair: _Pair, row: Reviewed) -> str:
    found = row.finding
    quote = _quotes(pair, found.a, found.b)[0][1]
    labels = pair.labels(found.a, found.b)
    state = STANDINGS[row.standing]
    if row.standing == "changed" and row.kind is not None:
        state = f"{KINDS[row.kind].label.lower()} instead"
    kinds = f" ({', '.join(found.kinds)})" if found.kinds else ""
    name = _kind_label(pair, found)
    head = f"  {found.id[:8]}  {labels:<10} {KINDS[found.kind].mark} {name}{kinds}; {state}\n"
    return head + f"            {quote[:96]}{'…' if len(quote) > 96 else ''}\n"


def _kind_label(pair: _Pair, found: Finding) -> str:
    if found.kind in ("only_a", "only_b"):
        return f"only in {pair.letters[found.kind == 'only_b']}"
    return KINDS[found.kind].label.lower()


def _quotes(pair: _Pair, a: Sequence[int], b: Sequence[int]) -> list[tuple[str, str]]:
    sides = (pair.comparison.a, pair.comparison.b)
    return [
        (f"{letter}{i + 1}", one_line(side.sentence(i)))
        for letter, side, indices in zip(pair.letters, sides, (a, b), strict=True)
        for i in indices
    ]


def _shown(
    pair: _Pair, found: Finding | None, indices: _Indices, history: Mapping[str, Sequence[object]]
) -> Iterator[str]:
    name = finding_id(pair.comparison.a, pair.comparison.b, *indices)
    label = f"{KINDS[found.kind].mark} {_kind_label(pair, found)}" if found else "not linked"
    yield f"{name}  {label}\n"
    for number, words in _quotes(pair, *indices):
        yield f"  {number:<4} {words}\n"
    for link in pair.comparison.links:
        if (link.a, link.b) == indices:
            for item in link.evidence:
                yield f"  {item.kind}: {one_line(item.note)}\n"
    rows = [row for row in decisions(pair.comparison, history) if row.finding == name]  # type: ignore[arg-type]
    if not rows:
        yield "  not reviewed\n"
    for row in rows:
        yield f"  now: {row.sentence}\n"
        for line in row.earlier:
            yield f"  before: {line}\n"


def _rest(
    store: Store,
    event: str,
    pairs: Sequence[_Pair],
    history: Mapping[str, Sequence[object]],
    accept: bool,
    who: str,
    why: str,
) -> int:
    from compare.store.verdicts import draft, standings

    done = 0
    for pair in pairs:
        for row in standings(pair.comparison, history):  # type: ignore[arg-type]
            if row.standing == "open":
                verdict = "accept" if accept else "reject"
                made = draft(pair.comparison, row.finding, verdict, who, note=why)  # type: ignore[arg-type]
                store.add_review(event, made, len(row.history))
                done += 1
    return done


def _found(pairs: Sequence[_Pair], text: str) -> tuple[_Pair, Finding | None, _Indices]:
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


def _by_sentences(pairs: Sequence[_Pair], text: str) -> tuple[_Pair, _Indices]:
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


def _draft(
    pair: _Pair,
    found: Finding | None,
    indices: _Indices,
    verdict: str,
    who: str,
    kinds: tuple[EvidenceKind, ...],
    why: str,
) -> ReviewDraft:
    from compare.store.verdicts import draft, new_link, place

    relations: dict[str, Relation] = {name: name for name in RELATIONS}
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
    if found is not None:
        return draft(pair.comparison, found, verdict, who, kinds=kinds, note=why)  # type: ignore[arg-type]
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
