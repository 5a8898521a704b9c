"""Reviews in the tables: each follows the one before it, and none is ever changed."""

from __future__ import annotations

import json
from dataclasses import fields

from sqlalchemy import Connection, func, insert, select

from compare.errors import ConflictError, StoreError
from compare.store import search
from compare.store.codec import canonical, review_in, review_out
from compare.store.events import now
from compare.store.records import VERDICTS, Review, ReviewDraft
from compare.store.tables import reviews

LONGEST_NOTE = 10_000  # characters; a page or three


def check(draft: ReviewDraft) -> None:
    """Raise StoreError unless a draft says something that can be kept."""
    if draft.verdict not in VERDICTS:
        raise StoreError(f"no verdict {draft.verdict!r}; expected one of: {', '.join(VERDICTS)}")
    if draft.verdict in ("relation", "link") and draft.relation is None:
        raise StoreError(
            f"the verdict {draft.verdict!r} names no relation; expected agreement, partial or "
            "divergence"
        )
    if not draft.author.strip():
        raise StoreError("the review has no author; expected a name; give one with --author")
    if len(draft.note) > LONGEST_NOTE:
        raise StoreError(
            f"the note has {len(draft.note):,} characters; expected at most {LONGEST_NOTE:,}"
        )


def append(
    connection: Connection, event_id: str, draft: ReviewDraft, expected: int | None
) -> Review:
    """Add a review behind the finding's last one and return it as it stands.

    The caller holds the event (`events.lock`).

    :param expected: number of the review that the author saw last (0: none); None: whatever it is
    :raises ConflictError: someone has reviewed the finding since
    """
    check(draft)
    of_finding = (reviews.c.event_id == event_id) & (reviews.c.finding_id == draft.finding)
    last: int = connection.execute(
        select(func.coalesce(func.max(reviews.c.number), 0)).where(of_finding)
    ).scalar_one()
    if expected is not None and not 0 <= expected <= last:
        there = f"{last or 'no'} review{'s' * (last != 1)}"
        raise ConflictError(
            f"finding {draft.finding} has {there}, so {expected} can't have been seen; expected "
            f"{'0' if not last else f'0 to {last}'}; look at it again and then decide"
        )
    if expected is not None and expected != last:
        newest = _history(connection, event_id, draft.finding)[-1]
        by = f" by {newest.author}: {newest.relation or newest.verdict}"
        raise ConflictError(
            f"finding {draft.finding} was reviewed meanwhile{by}; you saw {expected} of its {last} "
            "reviews; look at it again and then decide"
        )
    given = {field.name: getattr(draft, field.name) for field in fields(ReviewDraft)}
    review = Review(**given, number=last + 1, time=now())
    write(connection, event_id, review)
    return review


def write(connection: Connection, event_id: str, review: Review) -> None:
    """Put a review, number and time included, into the tables and the index."""
    payload = canonical(review_out(review))
    connection.execute(
        insert(reviews).values(
            event_id=event_id, finding_id=review.finding, number=review.number, payload=payload
        )
    )
    search.index(
        connection, event_id, [search.review_entry(review.finding, review.number, payload)]
    )


def read(connection: Connection, event_id: str) -> dict[str, tuple[Review, ...]]:
    """Return every finding's reviews, the oldest first; the last one counts."""
    rows = connection.execute(
        select(reviews.c.finding_id, reviews.c.payload)
        .where(reviews.c.event_id == event_id)
        .order_by(reviews.c.finding_id, reviews.c.number)
    )
    found: dict[str, list[Review]] = {}
    for finding, payload in rows:
        found.setdefault(finding, []).append(review_in(json.loads(payload)))
    return {finding: tuple(history) for finding, history in found.items()}


def _history(connection: Connection, event_id: str, finding: str) -> tuple[Review, ...]:
    rows = connection.execute(
        select(reviews.c.payload)
        .where(reviews.c.event_id == event_id, reviews.c.finding_id == finding)
        .order_by(reviews.c.number)
    ).scalars()
    return tuple(review_in(json.loads(payload)) for payload in rows)


def reviewed(connection: Connection) -> dict[str, set[str]]:
    """Return, by event, the findings whose last review counts (isn't `open`)."""
    rows = connection.execute(
        select(reviews.c.event_id, reviews.c.finding_id, reviews.c.payload).order_by(
            reviews.c.number
        )
    )
    found: dict[str, set[str]] = {}
    for event_id, finding, payload in rows:
        of_event = found.setdefault(event_id, set())
        if json.loads(payload)["verdict"] == "open":
            of_event.discard(finding)
        else:
            of_event.add(finding)
    return found
