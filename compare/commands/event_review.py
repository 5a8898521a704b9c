"""`readouts event review`: what there is to review, one finding with its history, and a verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from compare.commands.event_finding import (
    Indices,
    Pair,
    compared_pairs,
    find_finding,
    kinds_of,
    review_draft,
)
from compare.commands.event_shared import Author, Database, EventId, author_name, one_line, opened
from compare.commands.shared import note
from compare.errors import SettingError
from compare.event.identity import Finding, finding_id
from compare.model import RELATIONS
from compare.output import write_stdout
from compare.report.words import KINDS, STANDINGS, counted, sureness

if TYPE_CHECKING:
    from compare.store.records import Review, Verdict
    from compare.store.store import Store
    from compare.store.verdicts import Reviewed

VERDICTS = ("accept", "reject", *RELATIONS, "open")


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
    kinds = kinds_of(kind or ())
    if verdict is not None and verdict not in VERDICTS:
        raise SettingError(f"no verdict {verdict!r}; expected one of: {', '.join(VERDICTS)}")
    with opened(database) as store:
        stored = store.event(event)
        pairs = compared_pairs(store, stored)
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
        pair, found, indices = find_finding(pairs, finding)
        if verdict is None:
            write_stdout("".join(_shown(pair, found, indices, history)))
            return
        draft = review_draft(pair, found, indices, verdict, who, kinds, note_)
        review = store.add_review(event, draft, after)
        note(
            f"{pair.labels(*indices)} ({review.finding[:8]}): {verdict} by {who}, "
            f"review {review.number} of it"
        )


def _listed(
    pairs: Sequence[Pair], history: Mapping[str, Sequence[Review]], *, open_only: bool
) -> Iterator[str]:
    from compare.report.decisions import decisions
    from compare.store.verdicts import standings

    for pair in pairs:
        rows = standings(pair.comparison, history)
        done = sum(row.standing != "open" for row in rows)
        yield f"{pair.letters[0]} – {pair.letters[1]}  {done} of {len(rows)} reviewed\n"
        for row in rows:
            if not open_only or row.standing == "open":
                yield _line(pair, row)
        for item in decisions(pair.comparison, history, pair.letters):
            if item.said == "Not linked" and not open_only:
                labels = item.places.replace(" ↔ ", "+").replace(", ", "+")
                yield f"  {item.finding[:8]}  {labels:<10} {item.decision}\n"


def _line(pair: Pair, row: Reviewed) -> str:
    found = row.finding
    quotes = [words for _, words in _quotes(pair, found.a, found.b)]
    labels = pair.labels(found.a, found.b)
    state = STANDINGS[row.standing]
    if row.standing == "changed" and row.kind is not None:
        state = f"{KINDS[row.kind].label.lower()} instead"
    kinds = f" ({', '.join(found.kinds)})" if found.kinds else ""
    name = _kind_label(pair, found)
    sure = "" if found.confidence is None else f"; {sureness(found.confidence)}"
    mark = KINDS[found.kind].mark
    head = f"  {found.id[:8]}  {labels:<10} {mark} {name}{kinds}{sure}; {state}\n"
    return head + "".join(
        f"            {quote[:96]}{'…' if len(quote) > 96 else ''}\n" for quote in quotes
    )


def _kind_label(pair: Pair, found: Finding) -> str:
    if found.kind in ("only_a", "only_b"):
        return f"only in {pair.letters[found.kind == 'only_b']}"
    return KINDS[found.kind].label.lower()


def _quotes(pair: Pair, a: Sequence[int], b: Sequence[int]) -> list[tuple[str, str]]:
    sides = (pair.comparison.a, pair.comparison.b)
    return [
        (f"{letter}{i + 1}", one_line(side.sentence(i)))
        for letter, side, indices in zip(pair.letters, sides, (a, b), strict=True)
        for i in indices
    ]


def _shown(
    pair: Pair, found: Finding | None, indices: Indices, history: Mapping[str, Sequence[Review]]
) -> Iterator[str]:
    from compare.report.decisions import decisions
    from compare.report.rows import reading

    name = finding_id(pair.comparison.a, pair.comparison.b, *indices)
    label = f"{KINDS[found.kind].mark} {_kind_label(pair, found)}" if found else "not linked"
    yield f"{name}  {label}\n"
    for number, words in _quotes(pair, *indices):
        yield f"  {number:<4} {words}\n"
    labels = tuple(number for number, _ in _quotes(pair, *indices))
    for point in reading(pair.comparison, pair.letters):
        if tuple(quote.label for quote in (*point.a, *point.b)) == labels:
            for reason in point.reasons:
                yield f"  {reason.kind}: {one_line(reason.note)}\n"
    rows = [row for row in decisions(pair.comparison, history, pair.letters) if row.finding == name]
    if not rows:
        yield "  not reviewed\n"
    for row in rows:
        yield f"  now: {row.sentence}\n"
        for line in row.earlier:
            yield f"  before: {line}\n"


def _rest(
    store: Store,
    event: str,
    pairs: Sequence[Pair],
    history: Mapping[str, Sequence[Review]],
    accept: bool,
    who: str,
    why: str,
) -> int:
    from compare.store.verdicts import draft, standings

    done = 0
    for pair in pairs:
        for row in standings(pair.comparison, history):
            if row.standing == "open":
                verdict: Verdict = "accept" if accept else "reject"
                made = draft(pair.comparison, row.finding, verdict, who, note=why)
                store.add_review(event, made, len(row.history))
                done += 1
    return done
