"""Reviews on the page: where each row stands, and from what a reader asks for to a review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from compare.dashboard.acts import Act
from compare.dashboard.wording import worded
from compare.errors import InputError
from compare.event.identity import Finding, finding_id, findings
from compare.model import Comparison
from compare.report import Extras, View, make_view
from compare.report.points import Point
from compare.report.words import KINDS, PointKind
from compare.store.records import Review, ReviewDraft
from compare.store.store import Store
from compare.store.verdicts import Standing, corrected, draft, new_link, progress, standing

History = Mapping[str, Sequence[Review]]


@dataclass(frozen=True, slots=True)
class RowState:
    """One row of the page with where it stands."""

    point: Point
    finding: Finding
    standing: Standing
    last: Review | None  # the review that counts
    seen: int  # how many there are

    @property
    def places(self) -> str:
        """The sentences that it is about: `A3, A4 ↔ B4`."""
        sides = (self.point.a, self.point.b)
        return " ↔ ".join(", ".join(quote.label for quote in side) for side in sides if side)


@dataclass(frozen=True, slots=True)
class Desk:
    """A comparison on an analyst's desk: what is seen of it, and how far the reviews are."""

    made: Comparison  # as the program made it
    view: View  # reviews counted
    rows: Mapping[int, RowState]  # by row of the view
    rejected: tuple[RowState, ...]  # links that reviewers took away; their rows are of no view
    done: int  # of what the program found, how many are reviewed
    known: frozenset[str]  # ids of what the program found, agreements too

    @property
    def standings(self) -> dict[int, Standing]:
        """Where each row stands."""
        return {row: state.standing for row, state in self.rows.items()}

    @property
    def total(self) -> int:
        """How many findings the program found; what reviews add or take away doesn't count."""
        return len(self.known)


@dataclass(frozen=True, slots=True)
class Step:
    """What one act added, so that it can be taken back."""

    event: str
    reviews: tuple[tuple[Review, Review | None], ...]  # the new one, and what counted before it
    finding: str  # id of what it was about
    what: str  # in words, behind the finding's name


def make_desk(made: Comparison, history: History) -> Desk:
    """Return a comparison with its reviews, as the page shows it."""
    view = make_view(worded(corrected(made, history)), Extras(history))
    known = {item.id: item for item in findings(made)}
    rows = {point.row: _state(made, point, known, history) for point in view.rows}
    there = {state.finding.id for state in rows.values()}
    gone = {
        name
        for name, item in known.items()
        if name not in there and item.relation and standing(item, history).standing == "rejected"
    }
    rejected = []
    if gone:
        for point in make_view(made).rows:
            state = _state(made, point, known, history)
            if state.finding.id in gone:
                rejected.append(state)
    done, _ = progress(made, history)
    return Desk(made, view, rows, tuple(rejected), done, frozenset(known))


def _state(
    made: Comparison, point: Point, known: Mapping[str, Finding], history: History
) -> RowState:
    a = tuple(quote.index for quote in point.a)
    b = tuple(quote.index for quote in point.b)
    name = finding_id(made.a, made.b, a, b)
    found = known.get(name)
    reviews = tuple(history.get(name, ()))
    last = reviews[-1] if reviews else None
    if found is None:
        found = Finding(name, point.kind, a, b, point.severity, point.confidence, point.kinds)
        by_hand = last is not None and last.verdict in ("link", "relation")
        where: Standing = "changed" if by_hand else standing(found, history).standing
    else:
        where = standing(found, history).standing
    return RowState(point, found, where, last, len(reviews))


def apply(store: Store, event: str, desk: Desk, history: History, act: Act, author: str) -> Step:
    """Put what a reader asked for into the store, behind what they saw.

    :raises InputError: it is about nothing that is there, or nobody says who decides
    :raises ConflictError: someone has reviewed the finding meanwhile
    :raises StoreError: it can't be kept
    """
    if not author.strip():
        raise InputError(
            "nothing was kept, because your name is missing; expected one beside every review; "
            "type it on the left under “Your name”"
        )
    author = author.strip()
    if act.do == "link":
        drafts = _linked(desk, act, author)
        label = KINDS[act.relation or "partial"].label.lower()
        what = f"{_labels('A', act.a)} ↔ {_labels('B', act.b)} linked by hand, {label}"
    else:
        state = _found(desk, act.finding)
        if said := _already(state, act, author):
            return Step(event, (), act.finding, f"{said}; nothing changed")
        drafts, what = [_said(desk, state, act, author)], _told(state, act)
    before = [_newest(history, item.finding) for item in drafts]
    # A new link's finding was seen as the page has it now; of others the page says what it showed.
    seen = [
        act.seen if item.finding == act.finding else len(history.get(item.finding, ()))
        for item in drafts
    ]
    added = [
        store.add_review(event, item, expected) for item, expected in zip(drafts, seen, strict=True)
    ]
    return Step(event, tuple(zip(added, before, strict=True)), drafts[-1].finding, what)


def take_back(store: Store, step: Step, author: str) -> None:
    """Let what counted before an act count again, unless someone has reviewed it since.

    :raises ConflictError: someone has
    :raises StoreError: it can't be kept
    """
    for review, before in reversed(step.reviews):
        given = {field.name: getattr(before or review, field.name) for field in fields(ReviewDraft)}
        given["author"] = author.strip() or review.author
        if before is None:
            given |= {"verdict": "open", "relation": None, "kinds": (), "note": ""}
        store.add_review(step.event, ReviewDraft(**given), review.number)


def _newest(history: History, name: str) -> Review | None:
    rows = history.get(name, ())
    return rows[-1] if rows else None


def _already(state: RowState, act: Act, author: str) -> str:
    """Return in words what an author has said already, or nothing if an act is new."""
    last = state.last
    if last is None or last.author != author or act.said in ("note", None):
        return ""
    if act.said == "open":
        return "it is not reviewed" if state.standing == "open" else ""
    if (act.said, state.standing) in (("accept", "accepted"), ("reject", "rejected")):
        return f"{state.standing} already"
    same = act.relation == state.point.kind and state.standing in ("accepted", "changed")
    return f"{_a(state.point.kind)} already" if act.said == "relation" and same else ""


def _told(state: RowState, act: Act) -> str:
    """Return what an act does to a finding, in words."""
    if act.said == "relation" and act.relation is not None:
        if _confirms(state, act):
            return f"{_a(act.relation)} already, so it is accepted"
        return f"changed to {KINDS[act.relation].label.lower()}"
    return {"accept": "accepted", "reject": "rejected", "open": "open again"}.get(
        act.said or "", "note written" if act.note.strip() else "note taken away"
    )


def _confirms(state: RowState, act: Act) -> bool:
    """Say whether an act names the relation that a finding has anyway."""
    return act.said == "relation" and act.relation == state.point.kind == state.finding.kind


def _labels(letter: str, indices: Sequence[int]) -> str:
    return ", ".join(f"{letter}{i + 1}" for i in indices)


def _a(kind: PointKind) -> str:
    label = KINDS[kind].label.lower()
    return f"{'an' if label[0] in 'ao' else 'a'} {label}"


def _said(desk: Desk, state: RowState, act: Act, author: str) -> ReviewDraft:
    if act.said == "relation" and not _confirms(state, act):
        return draft(
            *(desk.made, state.finding, "relation", author), relation=act.relation, note=act.note
        )
    if act.said in ("accept", "relation"):
        return draft(desk.made, state.finding, "accept", author, note=act.note)
    if act.said == "reject":
        return draft(desk.made, state.finding, "reject", author, note=act.note)
    last = state.last
    if act.said == "note" and last is not None and last.verdict != "open":
        given = {field.name: getattr(last, field.name) for field in fields(ReviewDraft)}
        return ReviewDraft(**{**given, "author": author, "note": act.note})
    return draft(desk.made, state.finding, "open", author, note=act.note)


def _linked(desk: Desk, act: Act, author: str) -> list[ReviewDraft]:
    if act.relation is None:
        raise InputError("a link has no relation; expected agreement, partial or divergence")
    new = new_link(desk.made, act.a, act.b, act.relation, author)
    if not act.finding or act.finding == new.finding:
        return [new]
    old = _found(desk, act.finding)
    return [draft(desk.made, old.finding, "reject", author), new]


def _found(desk: Desk, name: str) -> RowState:
    for state in (*desk.rows.values(), *desk.rejected):
        if state.finding.id == name:
            return state
    raise InputError(
        f"finding {name} is not on the page any more; expected one that is; look at the page again"
    )
